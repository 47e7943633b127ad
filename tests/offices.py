"""Workspaces for tests: the example, copied, with single things changed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from respondent.document.tree import Document, Part
from respondent.document.walk import nodes, runs
from respondent.files.workspace import Workspace
from respondent.language import Language
from respondent.letter.assemble import Assembly
from respondent.production.letters import assemble, load_response
from respondent.production.office import OfficeContext, load_office

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
SEED = "2019-stalking-and-harassment"
"""The response that most tests change: Gwent's letter of 14 May 2019."""

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Bench:
    """A workspace to change at will."""

    root: Path
    response: Path

    @classmethod
    def of_example(cls, name: str, folder: Path, slug: str = SEED) -> Bench:
        """Return a copy of an example in a folder, with one of its responses, without its drafts."""
        root = folder / name
        shutil.copytree(EXAMPLES / name, root, ignore=shutil.ignore_patterns("responses"))
        kept = Path("responses", slug)
        shutil.copytree(EXAMPLES / name / kept, root / kept, ignore=shutil.ignore_patterns("drafts"))
        return cls(root, root / kept / "response.yaml")

    @property
    def office(self) -> Path:
        return self.root / "office.yaml"

    def change(self, file: Path, old: str, new: str) -> Bench:
        """Replace one text in a file, which must stand there once."""
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return self

    def write(self, name: str, text: str) -> Path:
        """Write a file of the workspace."""
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def desk(self) -> OfficeContext:
        return load_office(Workspace(self.root.resolve()))

    def assembly(self, today: date = TODAY) -> Assembly:
        """Return both letters, rendered."""
        desk = self.desk()
        return assemble(load_response(self.response, desk), self.response.parent.name, desk, today)

    def documents(self) -> dict[Language, Document]:
        """Return the document of each letter."""
        return {document.language: document for _, document in self.assembly().two_files()}


def section_names(part: Part) -> list[str]:
    """Return the names of the sections of a letter, in order."""
    return [str(getattr(block, "name", "")) for block in part.blocks]


def words(document: Document, section: str = "") -> str:
    """Return the words of a letter, or of one section of it, a block a line."""
    blocks = [
        block
        for part in document.parts
        for block in (*part.letterhead, *part.blocks, *part.foot)
        if not section or getattr(block, "name", "") == section
    ]
    lines = ("".join(run.text for run in runs([node])) for node in nodes(blocks) if not _has_blocks(node))
    return "\n".join(line for line in lines if line)


def _has_blocks(node: object) -> bool:
    return any(hasattr(node, name) for name in ("blocks", "items", "header", "cells"))

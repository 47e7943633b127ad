"""Workspaces made from the example with some values changed, and drafts made with the real command."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

EXAMPLE = Path(__file__).parents[1] / "examples" / "gwent"
SLUG = "2019-stalking-and-harassment"
LANGUAGES = ("cy", "en")

Change: TypeAlias = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Drafts:
    """What one run of the command made."""

    folder: Path
    output: str
    """What it printed."""

    def word(self, language: str, slug: str = SLUG) -> Path:
        """Return the Word letter in a language; ``cy-en`` for both in one file."""
        return self.folder / f"{slug}.{language}.docx"

    def page(self, language: str, slug: str = SLUG) -> Path:
        """Return the HTML page in a language."""
        return self.folder / f"{slug}.{language}.html"


def draft(workspace: Path, out: Path) -> Drafts:
    """Make the drafts of a workspace or a response as a person would, on the command line."""
    command = [sys.executable, "-m", "respondent", "draft", str(workspace), "--out", str(out)]
    command += ["--today", "2019-05-14"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return Drafts(out, done.stdout)


def workspace(
    root: Path,
    *,
    office: Change | None = None,
    responses: Mapping[str, Change] | None = None,
    files: Mapping[str, bytes] | None = None,
) -> Path:
    """Return a copy of the example with changes.

    Args:
        root: Where it goes; nothing is there yet.
        office: What is changed in `office.yaml`.
        responses: For each response, by its name, what is changed in the example's one.
        files: More files, by their place in the workspace.
    """
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("responses", "drafts"))
    _change(EXAMPLE / "office.yaml", root / "office.yaml", office)
    source = EXAMPLE / "responses" / SLUG / "response.yaml"
    for slug, change in ({SLUG: _nothing} if responses is None else responses).items():
        _change(source, root / "responses" / slug / "response.yaml", change)
    for name, data in (files or {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def item(items: list[dict[str, Any]], id: str) -> dict[str, Any]:
    """Return the item of a list that has an id."""
    return next(entry for entry in items if entry["id"] == id)


def picture(width: int, height: int) -> bytes:
    """Return a PNG of one colour (W3C, Portable Network Graphics, 11.2)."""
    row = b"\0" + b"\x1f\x38\x64" * width
    chunks = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * height)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def _nothing(_: dict[str, Any]) -> None:
    """Change nothing."""


class _Plain(yaml.SafeDumper):
    """Writes a repeated value twice, because the product refuses YAML aliases."""

    def ignore_aliases(self, data: object) -> bool:
        """Return that nothing is an alias."""
        return True


def _change(source: Path, target: Path, change: Change | None) -> None:
    value = yaml.safe_load(source.read_text("utf-8"))
    (change or _nothing)(value)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False), "utf-8")

"""Copies shipped templates into a workspace, where the office changes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from respondent.errors import OutputError, Problem, UsageError
from respondent.files import atomic
from respondent.files.workspace import Workspace
from respondent.language import Language
from respondent.letter.overrides import digest
from respondent.response.problems import nearest

_SUFFIX = ".md.j2"
_FIRST_COMMENT = re.compile(r"\{#\s*(.*?[.!?])(?:\s|$)", re.DOTALL)


def about_templates(shipped: Path) -> Mapping[str, str]:
    """Return the names of the shipped templates, each with the first sentence of its English comment."""
    folder = shipped / Language.EN
    return {
        file.relative_to(folder).as_posix().removesuffix(_SUFFIX): _about(file)
        for file in sorted(folder.rglob(f"*{_SUFFIX}"))
    }


def copy_template(
    place: Workspace, name: str, languages: Sequence[Language], shipped: Path
) -> tuple[Path, ...]:
    """Copy a shipped template in some languages into a workspace, and return the new files.

    The first line of each notes the digest of the shipped one, so that a check can tell when that changes.

    Args:
        place: The workspace.
        name: The name of the template, with or without its folder and its extension.
        languages: The languages to copy.
        shipped: The folder of the shipped templates.

    Raises:
        UsageError: if no template has that name.
        OutputError: if the office has one of the files already, or a file cannot be written.
    """
    path = f"{_known(name, about_templates(shipped))}{_SUFFIX}"
    files = {place.templates_folder / language / path: shipped / language / path for language in languages}
    if taken := [file for file in files if file.exists()]:
        fault = "the office has this template already, and nothing was copied"
        raise OutputError(
            Problem(str(file), fault, "edit it, or move it away to start from the shipped one again")
            for file in taken
        )
    for file, original in files.items():
        text = original.read_text(encoding="utf-8")
        atomic.replace(file, f"{{# made from {digest(text)} #}}\n{text}".encode())
    return tuple(files)


def _known(name: str, templates: Mapping[str, str]) -> str:
    asked = name.replace("\\", "/").removesuffix(_SUFFIX)
    by_name = {Path(path).name: path for path in templates} | {path: path for path in templates}
    if asked not in by_name:
        advice = f"{nearest(asked, by_name)}`respondent templates` lists all"
        raise UsageError(Problem(name, "there is no such template", advice))
    return by_name[asked]


def _about(file: Path) -> str:
    match = _FIRST_COMMENT.match(file.read_text(encoding="utf-8"))
    return " ".join(match[1].split()) if match else ""

"""What a new workspace and a new response begin with; nothing that stands there already is overwritten."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

from respondent import resources
from respondent.errors import OutputError, Problem, UsageError
from respondent.files.text import CONTROL, named
from respondent.files.workspace import OFFICE, RESPONSE, TERMS, Workspace

BLANK = "blank"
"""The office without values, for bodies other than those that come with the program."""

_ITEMS = {"recommendations": "recommendation", "evidence": "evidence", "answers": "answer"}
"""The lists of a response, and the file with one item of each."""

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""

_REFUSED = (
    (re.compile(r"\s*"), "a response needs a name"),
    (re.compile(r".{61,}"), "the name is longer than 60 characters"),
    (re.compile(r'.*[<>:"/\\|?*].*'), 'a folder name cannot contain any of < > : " / \\ | ? *'),
    (re.compile(r"[. ].*|.*[. ]"), "the name cannot begin or end with a full stop or a space"),
    (_RESERVED, "Windows reserves this name for a device"),
    (re.compile(r"drafts|released", re.IGNORECASE), "this name is reserved for folders of generated files"),
)
"""What makes a name of a folder bad, on Windows too."""

_NAME = "write a short name such as 2026-custody"


@dataclass(frozen=True, slots=True)
class ReportDetails:
    """What is known of a report when the response to it is begun; empty where it is not known yet."""

    title: str = ""
    published: date | None = None
    web: str = ""
    kind: str = "report"

    recommendations: int = 1
    """How many recommendations it makes; each gets an item of evidence and an answer."""


def offices() -> list[str]:
    """Return the names of the offices that a workspace can begin with, the blank one last."""
    found = {file.stem for file in _folder().glob("offices/*.yaml")}
    return [*sorted(found - {BLANK}), BLANK]


def begin_office(folder: Path, office: str) -> list[Path]:
    """Make a workspace in `folder` with the values of an office, and return what was made.

    Raises:
        UsageError: if no office of that name comes with the program.
        OutputError: if there is an `office.yaml` already, or nothing can be written there.
    """
    if office not in offices():
        problem = Problem(office, "there is no such office", f"write one of {', '.join(offices())}")
        raise UsageError(problem)
    file = folder / OFFICE
    if file.exists():
        then = "edit that file, or create the workspace in another folder"
        raise OutputError(
            Problem(str(file), "there is already an office here, and nothing was changed", then)
        )
    folders = [folder / "responses", folder / "stationery"]
    for one in folders:
        _make_folder(one)
    _write_new(file, _text(f"offices/{office}"))
    terms = folder / TERMS
    if terms.exists():
        return [file, *folders]
    # By its byte order mark Excel knows the file as UTF-8, and keeps ŵ and ŷ.
    _write_new(terms, "\ufeff" + (_folder() / TERMS).read_text(encoding="utf-8"))
    return [file, *folders, terms]


def begin_response(place: Workspace, name: str, given: ReportDetails) -> Path:
    """Make the folder of a new response and a `response.yaml` with a comment at each value; return the file.

    Raises:
        UsageError: if the name would make a bad folder, on Windows too, or a text holds what no letter can.
        OutputError: if there is a response of that name already, or nothing can be written there.
    """
    folder = place.responses_folder / _name(place, name)
    text = Template(_text("response")).substitute(_values(given))
    _make_folder(folder)
    _write_new(folder / RESPONSE, text)
    return folder / RESPONSE


def _name(place: Workspace, name: str) -> str:
    """Return the name in the one form that all systems write, if it is a good one that is not taken."""
    name = unicodedata.normalize("NFC", name)
    found = (what for pattern, what in _REFUSED if pattern.fullmatch(name))
    what = next(found, "" if name.isprintable() else "the name contains an unprintable character")
    if what:
        raise UsageError(Problem(name if name.isprintable() else ascii(name), what, _NAME))
    there = place.responses_folder
    for taken in there.iterdir() if there.is_dir() else ():
        # Windows and the Mac tell apart neither capitals nor the ways to write an accent.
        if unicodedata.normalize("NFC", taken.name).casefold() == name.casefold():
            then = f"edit its {RESPONSE}, or choose another name"
            raise OutputError(Problem(str(taken), "there is already a response with this name", then))
    return name


def _values(given: ReportDetails) -> dict[str, str]:
    """Return what stands behind the colons of `response.yaml`, each with a space before it."""
    return {
        "title": _quoted("title", given.title),
        "web": _quoted("web", given.web),
        "published": f" {given.published}" if given.published else "",
        "kind": given.kind,
        **{key: "".join(_items(file, given.recommendations)) or " []" for key, file in _ITEMS.items()},
    }


def _quoted(key: str, text: str) -> str:
    """Return a text in quotation marks, as YAML and JSON both read it; nothing for none."""
    line = " ".join(text.split())
    if match := CONTROL.search(line):
        what, then = named(match.group())
        raise UsageError(Problem(key, f"the text contains {what}", then))
    return f" {json.dumps(line, ensure_ascii=False)}" if line else ""


def _items(file: str, count: int) -> Iterator[str]:
    """Yield the items of a list, each after a line end; only the first keeps its comments."""
    lines = _text(file).splitlines()
    for number in range(1, count + 1):
        kept = [line for line in lines if number == 1 or not line.lstrip().startswith("#")]
        yield "\n" + Template("\n".join(kept)).substitute(number=number)


def _folder() -> Path:
    return resources.templates() / "beginnings"


def _text(name: str) -> str:
    return (_folder() / f"{name}.yaml").read_text(encoding="utf-8")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, "folder cannot be created", error) from error


def _write_new(file: Path, text: str) -> None:
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as error:
        raise _unwritable(file, "file cannot be written", error) from error


def _unwritable(path: Path, what: str, error: OSError) -> OutputError:
    then = "check that no file is in the way and that you may write there, or choose another folder"
    return OutputError(Problem(str(path), f"the {what} ({error.strerror})", then))

"""The first files of a new workspace and of a new response. No existing file is overwritten."""

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
from respondent.files.text import CONTROL, cleaned, named
from respondent.files.workspace import OFFICE, RESPONSE, TERMS, Workspace

ATTRIBUTES = ".gitattributes"
"""How git treats the files of a workspace. Git on Windows would change line ends in sealed releases."""

BLANK = "blank"
"""The office without values, for bodies that do not come with the program."""

_ITEMS = {"recommendations": "recommendation", "evidence": "evidence", "answers": "answer"}
"""The lists of a response, and the template of one item of each."""

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Names that Windows reserves for devices, with any extension."""

_REFUSED = (
    (re.compile(r"\s*"), "a response needs a name"),
    (re.compile(r".{61,}"), "the name is longer than 60 characters"),
    (re.compile(r'.*[<>:"/\\|?*].*'), 'a folder name cannot contain any of < > : " / \\ | ? *'),
    (re.compile(r"[. ].*|.*[. ]"), "the name cannot begin or end with a full stop or a space"),
    (_RESERVED, "Windows reserves this name for a device"),
    (re.compile(r"drafts|released", re.IGNORECASE), "this name is reserved for folders of generated files"),
)
"""Patterns of unusable folder names, on Windows too, and what messages say of each.

60 characters leave room for the rest of a path, which Windows limits to 260."""

_NAME = "write a short name such as 2026-custody"


@dataclass(frozen=True, slots=True)
class ReportDetails:
    """What is known of a report when its response is started; empty where it is not known yet."""

    title: str = ""
    published: date | None = None
    web: str = ""
    kind: str = "report"

    recommendations: int = 1
    """How many recommendations it makes; each gets an item of evidence and an answer."""


def offices() -> list[str]:
    """Return the names of the offices that a workspace can begin with, the blank one last."""
    names = {file.stem for file in _folder().glob("offices/*.yaml")}
    return [*sorted(names - {BLANK}), BLANK]


def begin_office(folder: Path, office: str) -> list[Path]:
    """Create a workspace in `folder` with the values of an office, and return the new files and folders.

    Raises:
        UsageError: if no office of that name comes with the program.
        OutputError: if there is an `office.yaml` already, or nothing can be written there.
    """
    if office not in offices():
        problem = Problem(office, "there is no such office", f"write one of {', '.join(offices())}")
        raise UsageError(problem)
    file = folder / OFFICE
    if file.exists():
        advice = "edit that file, or create the workspace in another folder"
        raise OutputError(
            Problem(str(file), "there is already an office here, and nothing was changed", advice)
        )
    folders = [folder / "responses", folder / "stationery"]
    for subfolder in folders:
        _make_folder(subfolder)
    _write_new(file, _text(f"offices/{office}"))
    attributes, terms = folder / ATTRIBUTES, folder / TERMS
    new = [file, *folders]
    if not attributes.exists():
        _write_new(attributes, (_folder() / "gitattributes").read_text(encoding="utf-8"))
        new.append(attributes)
    if terms.exists():
        return new
    # Excel recognises UTF-8 by the byte order mark, and would lose ŵ and ŷ without it.
    _write_new(terms, "\ufeff" + (_folder() / TERMS).read_text(encoding="utf-8"))
    return [*new, terms]


def begin_response(place: Workspace, name: str, given: ReportDetails) -> Path:
    """Create the folder of a new response and a commented `response.yaml`, and return the file.

    Raises:
        UsageError: if the name is unusable for a folder, on Windows too, or a text has forbidden characters.
        OutputError: if there is a response of that name already, or nothing can be written there.
    """
    folder = place.responses_folder / _name(place, name)
    text = Template(_text("response")).substitute(_values(given))
    _make_folder(folder)
    _write_new(folder / RESPONSE, text)
    return folder / RESPONSE


def _name(place: Workspace, name: str) -> str:
    """Return the name in Unicode form NFC, if it is usable and not taken."""
    name = unicodedata.normalize("NFC", name)
    refusals = (what for pattern, what in _REFUSED if pattern.fullmatch(name))
    what = next(refusals, "" if name.isprintable() else "the name contains an unprintable character")
    if what:
        raise UsageError(Problem(name if name.isprintable() else ascii(name), what, _NAME))
    folder = place.responses_folder
    for taken in folder.iterdir() if folder.is_dir() else ():
        # Windows and macOS ignore case in names, and macOS ignores how an accent is encoded.
        if unicodedata.normalize("NFC", taken.name).casefold() == name.casefold():
            advice = f"edit its {RESPONSE}, or choose another name"
            raise OutputError(Problem(str(taken), "there is already a response with this name", advice))
    return name


def _values(given: ReportDetails) -> dict[str, str]:
    """Return the values of `response.yaml`, each with the space that follows its colon."""
    return {
        "title": _quoted("title", given.title),
        "web": _quoted("web", given.web),
        "published": f" {given.published}" if given.published else "",
        "kind": given.kind,
        **{key: "".join(_items(file, given.recommendations)) or " []" for key, file in _ITEMS.items()},
    }


def _quoted(key: str, text: str) -> str:
    """Return a text in quotation marks, as both YAML and JSON read it; empty for no text."""
    line = " ".join(cleaned(text)[0].split())
    if match := CONTROL.search(line):
        what, advice = named(match.group())
        raise UsageError(Problem(key, f"the text contains {what}", advice))
    return f" {json.dumps(line, ensure_ascii=False)}" if line else ""


def _items(file: str, count: int) -> Iterator[str]:
    """Yield the items of a list, each after a line end. Only the first keeps its comments."""
    lines = _text(file).splitlines()
    for number in range(1, count + 1):
        item = [line for line in lines if number == 1 or not line.lstrip().startswith("#")]
        yield "\n" + Template("\n".join(item)).substitute(number=number)


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
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise _unwritable(file, "file cannot be written", error) from error


def _unwritable(path: Path, what: str, error: OSError) -> OutputError:
    advice = "check that no file is in the way and that you may write there, or choose another folder"
    return OutputError(Problem(str(path), f"the {what} ({error.strerror})", advice))

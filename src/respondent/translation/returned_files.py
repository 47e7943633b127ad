"""The files that translators and readers return: single ones, and those in a folder or a zip file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from respondent.errors import InputError, Problem, RespondentError
from respondent.files.zip import BadZip
from respondent.files.zip import read as read_zip
from respondent.translation import formats
from respondent.translation.edited_draft.draft_paragraphs import EditedDraft
from respondent.translation.units import ReturnedUnits

MAX_BYTES = 60_000_000
"""The largest file that is opened. Each format has a lower limit of its own."""

_MOST_FILES = 1_000
"""How many files of a folder are opened. A hand-over has about ten; a whole drive is a slip."""

_PROJECT = "omegat.project"
_ZIP = b"PK\3\4"
# The first member of a Word document, and that of an OpenDocument text: zip files that are one document.
_DOCUMENTS = (b"[Content_Types].xml", b"mimetype", b"word/", b"_rels/")


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A returned file."""

    path: Path
    origin: str
    """The name of its format."""

    content: ReturnedUnits | EditedDraft

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name


@dataclass(slots=True)
class ReturnedFiles:
    """What was handed in."""

    files: list[ReturnedFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    """The names of files of a folder or zip file that are of no format to take."""


def read(paths: Iterable[Path]) -> ReturnedFiles:
    """Return the content of returned files, folders and zip files, with what cannot be read."""
    returned = ReturnedFiles()
    for path in paths:
        try:
            members = _members(path)
            if members is None:
                returned.files.append(_file(path, _data(path)))
            else:
                _add(path, members, returned)
        except RespondentError as error:
            returned.problems += error.problems
    return returned


def _add(path: Path, members: Sequence[tuple[Path, bytes]], returned: ReturnedFiles) -> None:
    """Add the files of a folder or a zip file that are of a format to take."""
    translated = list(_translated(members))
    before = len(returned.files) + len(returned.problems)
    for name, data in translated:
        if name.name.startswith(".") or not formats.is_taken(data, str(name)):
            returned.passed_over.append(name.name)
            continue
        try:
            returned.files.append(_file(name, data))
        except RespondentError as error:
            returned.problems += error.problems
    if before == len(returned.files) + len(returned.problems):
        is_project = any(name.name == _PROJECT for name, _ in members)
        what = "the OmegaT project has no translated documents" if is_project else "it has no file to take"
        advice = (
            "in OmegaT choose Project, Create Translated Documents, and return the whole folder"
            if is_project
            else f"hand in {formats.returned_titles()}"
        )
        raise InputError(Problem(str(path), what, advice))


def _translated(members: Sequence[tuple[Path, bytes]]) -> Iterator[tuple[Path, bytes]]:
    """Yield the files to look at: of an OmegaT project the translated ones, not those that were sent."""
    projects = [name.parent for name, _ in members if name.name == _PROJECT]
    for name, data in members:
        own = next((project for project in projects if project in name.parents), None)
        if own is None or own / "target" in name.parents:
            yield name, data


def _members(path: Path) -> list[tuple[Path, bytes]] | None:
    """Return the files of a folder or zip file; none for a single file."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file())
        if len(files) > _MOST_FILES:
            what = f"the folder has more than {_MOST_FILES:,} files"
            raise InputError(Problem(str(path), what, "name the folder that was returned"))
        return [(file, _data(file)) for file in files]
    data = _data(path)
    if not data.startswith(_ZIP) or any(name in data[:4096] for name in _DOCUMENTS):
        return None
    try:
        members = read_zip(data, limit=MAX_BYTES)
    except BadZip as error:
        raise InputError(Problem(str(path), error.what, "unpack it, and hand in the folder")) from error
    return [(path / PurePath(name), content) for name, content in members.items()]


def _data(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise InputError(Problem(str(path), what, "check its name, and that you may open it")) from error
    if len(data) > MAX_BYTES:
        what = f"the file is larger than the {MAX_BYTES // 1_000_000} MB limit"
        raise InputError(Problem(str(path), what, "check that it is the right file"))
    return data


def _file(path: Path, data: bytes) -> ReturnedFile:
    return ReturnedFile(path, *formats.read(data, str(path)))

"""ImportResult back what translators hand in, and taking a take back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from respondent.changes.accept import read, write
from respondent.changes.submission import ImportResult, Submission
from respondent.errors import InputError, Problem
from respondent.files import workspace
from respondent.language import Language, Pair
from respondent.ledger import ledger
from respondent.production.letters import assemble, draft_letters, load_response
from respondent.production.office import OfficeContext, load_office
from respondent.response.reading import ResponseFile
from respondent.translation import formats
from respondent.translation.edited_draft import draft_paragraphs
from respondent.translation.edited_draft.draft_paragraphs import EditedDraft
from respondent.translation.edited_draft.import_draft import DraftImport, Letters, import_draft
from respondent.translation.import_units import import_units
from respondent.translation.sent import sent_keys
from respondent.translation.units import ReturnedUnits
from respondent.writers import bookmarks

MAX_BYTES = 60_000_000
"""The largest file that is opened; each form has a smaller bound of its own."""


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file that came back."""

    path: Path
    origin: str
    """The name of its format."""

    returns: ReturnedUnits | EditedDraft

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name


def read_returned(path: Path) -> ReturnedFile:
    """Return what a file holds that came back.

    Raises:
        InputError: if it cannot be read, or is nothing that can be taken.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise InputError(Problem(str(path), what, "check its name, and that you may open it")) from error
    if len(data) > MAX_BYTES:
        what = f"the file has more than {MAX_BYTES:,} bytes, and so many are not read"
        raise InputError(Problem(str(path), what, "look whether it is the right file"))
    return ReturnedFile(path, *formats.read(data, str(path)))


class Responses:
    """The responses among which to look for that of a file."""

    def __init__(self, files: Iterable[Path]) -> None:
        """Take the responses, each a `response.yaml`."""
        self._files: dict[str, list[Path]] = {}
        for file in files:
            self._files.setdefault(workspace.slug(file), []).append(file)

    def of(self, one: ReturnedFile) -> Path:
        """Return the response that a file belongs to: by what it says, its name, or the keys that were sent.

        Raises:
            InputError: if it belongs to none of them, or cannot be told.
        """
        for name in (one.returns.original, one.name.split(".")[0]):
            found = self._files.get(name, [])
            if len(found) == 1:
                return found[0]
        common = {file: _in_common(file, one.returns) for files in self._files.values() for file in files}
        best = [file for file, count in common.items() if count and count == max(common.values())]
        if len(best) == 1:
            return best[0]
        what = "nobody can tell which response it belongs to"
        raise InputError(Problem(str(one.path), what, "name it with --response and its folder"))


def _in_common(file: Path, returns: ReturnedUnits | EditedDraft) -> int:
    """Return how many of the keys were sent of a response, or how many paragraphs are of its letters."""
    if isinstance(returns, EditedDraft):
        letters = {bookmarks.letter(workspace.slug(file), language) for language in Language}
        return sum(mark.letter in letters for mark in returns.marks)
    keys = {returned.key for returned in returns.returned}
    try:
        return len(keys & sent_keys(ledger.read(file.parent).rows).keys())
    except InputError:
        return 0


def take_id(at: datetime, arrivals: Iterable[ReturnedFile]) -> str:
    """Return what all rows of one take have in common."""
    names = "\n".join(f"{one.path}" for one in arrivals)
    return f"{at:%Y%m%dT%H%M%S%f}-{sha256(names.encode()).hexdigest()[:6]}"


def take(
    file: Path, returns: ReturnedUnits, submission: Submission, *, is_trial: bool = False
) -> ImportResult:
    """Write into a response and its ledger what came back for it; return what was done.

    Args:
        file: The `response.yaml`.
        returns: What came back.
        submission: Who submission it in, and what it counts for.
        is_trial: Whether nothing is to be written.

    Raises:
        InputError: if the response or its ledger cannot be read.
        OutputError: if it cannot be written, or somebody has changed it meanwhile; nothing is lost.
    """
    before, facts = read(file)
    taking = import_units(facts, ledger.read(file.parent).rows, returns.returned, submission)
    if not is_trial:
        write(file, before, taking)
    return taking


def take_draft(
    file: Path, draft: EditedDraft, submission: Submission, today: date, *, is_trial: bool = False
) -> DraftImport:
    """Write into a response and its ledger what somebody has edited in a draft of it; return what was done.

    Args:
        file: The `response.yaml`.
        draft: The document.
        submission: Who submission it in.
        today: The date of a letter that has none yet.
        is_trial: Whether nothing is to be written.

    Raises:
        InputError: if it is no draft of this response, or the response or the office cannot be read.
        OutputError: if it cannot be written, or somebody has changed it meanwhile; nothing is lost.
    """
    before, _ = read(file)
    at = load_office(workspace.find(file.parent))
    response = load_response(file, at)
    letters = _letters(response, file, at, today)
    home = import_draft(draft, response.facts, ledger.read(file.parent).rows, letters, submission)
    if not is_trial:
        write(file, before, home.taking)
    return home


def _letters(response: ResponseFile, file: Path, at: OfficeContext, today: date) -> Letters:
    """Return both letters of a response as they would be made today."""
    slug = workspace.slug(file)
    assembly = assemble(response, slug, at, today)
    parts = {document.language: document.parts[0] for _, document in assembly.two_files()}
    made = draft_letters(response, slug, at, today, (["docx"], list(Language))).files
    margins = tuple(draft_paragraphs.read(one.data, one.name).margins for one in made)
    return Letters(slug, Pair.of(lambda language: parts[language]), margins)

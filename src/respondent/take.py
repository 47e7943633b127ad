"""Importing what translators and readers return: which response a file belongs to, and what is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from respondent.changes.accept import read, write
from respondent.changes.submission import ImportResult, Submission
from respondent.document.tree import Document
from respondent.errors import InputError, Problem
from respondent.files import workspace
from respondent.language import Language, Pair
from respondent.ledger import ledger
from respondent.production.letters import assemble, documents
from respondent.production.office import OfficeContext, load_office
from respondent.readers import word
from respondent.readers.paragraphs import ReadingOptions
from respondent.response.reading import ResponseFile, read_facts, read_response
from respondent.translation.edited_draft.draft_paragraphs import EditedDraft
from respondent.translation.edited_draft.import_draft import DraftImport, Letters, import_draft
from respondent.translation.import_units import import_units
from respondent.translation.returned_files import ReturnedFile
from respondent.translation.sent import sent_keys
from respondent.translation.units import ReturnedUnits
from respondent.writers import bookmarks
from respondent.writers.formats import FORMATS


class Responses:
    """The responses that a returned file may belong to."""

    def __init__(self, files: Iterable[Path]) -> None:
        """Take the responses, each a `response.yaml`."""
        self._files: dict[str, list[Path]] = {}
        for file in files:
            self._files.setdefault(workspace.slug(file), []).append(file)

    def of(self, returned: ReturnedFile) -> Path:
        """Return the response that a file belongs to.

        The name of the response in the file decides, then the name of the file, then its keys.

        Raises:
            InputError: if it belongs to none of the responses, or could belong to several.
        """
        for name in (returned.content.original, returned.name.split(".")[0]):
            namesakes = self._files.get(name, [])
            if len(namesakes) == 1:
                return namesakes[0]
        shared = {file: _shared(file, returned.content) for files in self._files.values() for file in files}
        best = [file for file, count in shared.items() if count and count == max(shared.values())]
        if len(best) == 1:
            return best[0]
        what = "cannot determine which response this file belongs to"
        raise InputError(Problem(str(returned.path), what, "name the response with --response FOLDER"))


def _shared(file: Path, content: ReturnedUnits | EditedDraft) -> int:
    """Return how many keys were sent from a response, or how many paragraphs its letters have."""
    if isinstance(content, EditedDraft):
        letters = {bookmarks.letter(workspace.slug(file), language) for language in Language}
        return sum(mark.letter in letters for mark in content.marks)
    keys = {unit.key for unit in content.returned}
    try:
        return len(keys & sent_keys(ledger.read(file.parent).rows).keys())
    except InputError:
        return 0


def take_id(at: datetime, files: Iterable[ReturnedFile]) -> str:
    """Return the id that all rows of one import share."""
    names = "\n".join(f"{file.path}" for file in files)
    return f"{at:%Y%m%dT%H%M%S%f}-{sha256(names.encode()).hexdigest()[:6]}"


def take(
    file: Path, returned: ReturnedUnits, submission: Submission, *, is_trial: bool = False
) -> ImportResult:
    """Import returned units into a response and its ledger.

    Args:
        file: The `response.yaml`.
        returned: The returned units.
        submission: Who returned them, and what the texts count as.
        is_trial: Whether nothing is to be written.

    Raises:
        InputError: if the response or its ledger cannot be read.
        OutputError: if it cannot be written, or has changed in the meantime. Nothing is lost.
    """
    before, source = read(file)
    rows = ledger.read(file.parent).rows
    result = import_units(read_facts(source), rows, returned, submission)
    if not is_trial:
        write(file, before, result)
    return result


def take_draft(
    file: Path, draft: EditedDraft, submission: Submission, today: date, *, is_trial: bool = False
) -> DraftImport:
    """Import the edits of a draft into a response and its ledger.

    Args:
        file: The `response.yaml`.
        draft: The document.
        submission: Who returned it.
        today: The date of a letter that has none yet.
        is_trial: Whether nothing is to be written.

    Raises:
        InputError: if it is not a draft of this response, or the response or the office cannot be read.
        OutputError: if it cannot be written, or has changed in the meantime. Nothing is lost.
    """
    before, source = read(file)
    office = load_office(workspace.find(file.parent))
    response = read_response(source, office.office)
    letters = _letters(response, workspace.slug(file), office, today)
    imported = import_draft(draft, response, ledger.read(file.parent).rows, letters, submission)
    if not is_trial:
        write(file, before, imported.result)
    return imported


def _letters(response: ResponseFile, slug: str, office: OfficeContext, today: date) -> Letters:
    """Return both letters of a response as they would be made today."""
    assembly = assemble(response, slug, office, today)
    parts = {document.language: document.parts[0] for _, document in assembly.two_files()}
    drafts = documents(assembly, response.facts.letter.arrangement).values()
    margins = tuple(_margins(drafts, office))
    return Letters(slug, Pair.of(lambda language: parts[language]), margins)


def _margins(drafts: Iterable[Document], office: OfficeContext) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the headers and footers of each draft.

    They are read from a Word file, because the office's letterhead is only known in Word.
    """
    for draft in drafts:
        data = FORMATS["docx"].write(draft, office.style_files["docx"])
        yield word.read_margins(data, ReadingOptions(draft.language))

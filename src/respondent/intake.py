"""Taking back what translators hand in, and taking a take back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from respondent import produce
from respondent.errors import InputError, Problem
from respondent.exchange import formats
from respondent.exchange.draft import pieces
from respondent.exchange.draft.homeward import Homecoming, Letters, homeward
from respondent.exchange.draft.pieces import EditedDraft
from respondent.exchange.taking import NOTED, TAKE, WAS, Handed, Taking, sent_keys, taken
from respondent.exchange.units import UNIT, Returns
from respondent.files import rewrite, workspace, yaml
from respondent.files.source import ValuePath
from respondent.language import Language, Pair
from respondent.ledger import ledger
from respondent.ledger.difference import shown
from respondent.ledger.row import WITHDRAWN, Origin, Row
from respondent.produce import Desk
from respondent.response.fields import Field, fields
from respondent.response.model import Response
from respondent.response.reading import ResponseFile, read_facts
from respondent.writers import bookmarks

MAX_BYTES = 60_000_000
"""The largest file that is opened; each form has a smaller bound of its own."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came back."""

    path: Path
    origin: Origin
    returns: Returns | EditedDraft

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Undone:
    """What was put back."""

    by: str
    """Who had handed it in."""

    at: datetime
    fields: tuple[str, ...]
    """The texts that stand again as before."""


def arrival(path: Path) -> Arrival:
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
    return Arrival(path, *formats.read(data, str(path)))


class Responses:
    """The responses among which to look for that of a file."""

    def __init__(self, files: Iterable[Path]) -> None:
        """Take the responses, each a `response.yaml`."""
        self._files: dict[str, list[Path]] = {}
        for file in files:
            self._files.setdefault(workspace.slug(file), []).append(file)

    def of(self, one: Arrival) -> Path:
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


def _in_common(file: Path, returns: Returns | EditedDraft) -> int:
    """Return how many of the keys were sent of a response, or how many paragraphs are of its letters."""
    if isinstance(returns, EditedDraft):
        letters = {bookmarks.letter(workspace.slug(file), language) for language in Language}
        return sum(mark.letter in letters for mark in returns.marks)
    keys = {returned.key for returned in returns.returned}
    try:
        return len(keys & sent_keys(ledger.read(file.parent).rows).keys())
    except InputError:
        return 0


def take_id(at: datetime, arrivals: Iterable[Arrival]) -> str:
    """Return what all rows of one take have in common."""
    names = "\n".join(f"{one.path}" for one in arrivals)
    return f"{at:%Y%m%dT%H%M%S%f}-{sha256(names.encode()).hexdigest()[:6]}"


def take(file: Path, returns: Returns, handed: Handed, *, is_trial: bool = False) -> Taking:
    """Write into a response and its ledger what came back for it; return what was done.

    Args:
        file: The `response.yaml`.
        returns: What came back.
        handed: Who handed it in, and what it counts for.
        is_trial: Whether nothing is to be written.

    Raises:
        InputError: if the response or its ledger cannot be read.
        OutputError: if it cannot be written, or somebody has changed it meanwhile; nothing is lost.
    """
    before, facts = _read(file)
    taking = taken(facts, ledger.read(file.parent).rows, returns.returned, handed)
    if not is_trial:
        _write(file, before, taking)
    return taking


def take_draft(
    file: Path, draft: EditedDraft, handed: Handed, today: date, *, is_trial: bool = False
) -> Homecoming:
    """Write into a response and its ledger what somebody has edited in a draft of it; return what was done.

    Args:
        file: The `response.yaml`.
        draft: The document.
        handed: Who handed it in.
        today: The date of a letter that has none yet.
        is_trial: Whether nothing is to be written.

    Raises:
        InputError: if it is no draft of this response, or the response or the office cannot be read.
        OutputError: if it cannot be written, or somebody has changed it meanwhile; nothing is lost.
    """
    before, _ = _read(file)
    at = produce.desk(workspace.find(file.parent))
    response = produce.read(file, at)
    letters = _letters(response, file, at, today)
    home = homeward(draft, response.facts, ledger.read(file.parent).rows, letters, handed)
    if not is_trial:
        _write(file, before, home.taking)
    return home


def _letters(response: ResponseFile, file: Path, at: Desk, today: date) -> Letters:
    """Return both letters of a response as they would be made today."""
    slug = workspace.slug(file)
    assembly = produce.assemble(response, slug, at, today)
    parts = {document.language: document.parts[0] for _, document in assembly.two_files()}
    made = produce.drafted(response, slug, at, today, (["docx"], list(Language))).files
    margins = tuple(pieces.read(one.data, one.name).margins for one in made)
    return Letters(slug, Pair.of(lambda language: parts[language]), margins)


def _write(file: Path, before: bytes, taking: Taking) -> None:
    if taking.edits:
        rewrite.write(file, before, taking.edits, str(file))
    ledger.append(file.parent, taking.rows)


def last_take(file: Path) -> str:
    """Return the take that `undo` would take back; empty where there is none."""
    rows = ledger.read(file.parent).rows
    undone = {row.more[TAKE] for row in rows if row.kind == WITHDRAWN and TAKE in row.more}
    takes = [row.more[TAKE] for row in rows if TAKE in row.more and row.kind not in (WITHDRAWN, NOTED)]
    return next((one for one in reversed(takes) if one not in undone), "")


def undo(file: Path, take: str, *, by: str, at: datetime) -> Undone:
    """Put back the texts that stood in a response before a take, and withdraw what the ledger says of it.

    Raises:
        InputError: if the response cannot be read, or a text has been changed since.
        OutputError: if it cannot be written, or somebody has changed it meanwhile.
    """
    before, facts = _read(file)
    name = str(file)
    rows = [
        row
        for row in ledger.read(file.parent).rows
        if row.more.get(TAKE) == take and row.kind not in (WITHDRAWN, NOTED)
    ]
    now = {field.id: field for field in fields(facts)}
    written = [row for row in rows if UNIT not in row.more]
    if problems := list(_changed(written, now, name)):
        raise InputError(problems)
    edits = _edits(written, now)
    if edits:
        rewrite.write(file, before, edits, name)
    ledger.append(file.parent, [_withdrawn(row, by, at) for row in rows])
    return Undone(rows[0].by, rows[0].at, tuple(dict.fromkeys(row.field for row in written)))


def _read(file: Path) -> tuple[bytes, Response]:
    """Return the bytes of a response and its facts; raise `InputError`."""
    name = str(file)
    try:
        data = file.read_bytes()
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise InputError(Problem(name, what, "check that it is there, and that you may open it")) from error
    return data, read_facts(yaml.read(data, name))


def _edits(rows: Iterable[Row], now: Mapping[str, Field]) -> dict[ValuePath, str]:
    """Return the texts that stood before, by place; of a text that was taken twice, the first."""
    edits: dict[ValuePath, str] = {}
    for row in rows:
        edits.setdefault(_place(row, now[row.field]), row.more.get(WAS, ""))
    return edits


def _place(row: Row, field: Field) -> ValuePath:
    return field.place(field.source.other if row.target else field.source)


def _changed(rows: Sequence[Row], now: Mapping[str, Field], name: str) -> Iterator[Problem]:
    """Yield each text that is not as the take left it."""
    last = {row.field: row for row in rows}
    for id, row in last.items():
        field, wanted = now.get(id), row.target or row.source
        if field is None:
            what = "the response has no such text any more"
            yield Problem(f"{name}: {id}", what, "put back by hand what stood there before")
            continue
        text = field.in_(field.source.other if row.target else field.source) or ""
        if text.strip() != wanted:
            what = f"the text was changed since it was taken: {shown(wanted, text.strip())}"
            yield Problem(f"{name}: {id}", what, "put back by hand what is to stand there")


def _withdrawn(row: Row, by: str, at: datetime) -> Row:
    more = {key: row.more[key] for key in (UNIT, TAKE) if key in row.more}
    return Row(
        kind=WITHDRAWN,
        by=by,
        at=at,
        field=row.field,
        source_language=row.source_language,
        source=row.source,
        target=row.target,
        origin=row.origin,
        more=MappingProxyType(more),
    )

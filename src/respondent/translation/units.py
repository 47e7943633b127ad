"""What of a response goes out to a translator: units, each a paragraph, a heading, a cell or a whole text.

`units` gives all of a response in the order of the letter, in both directions: a field that was written in
Welsh first goes into English. `Unit.language` parts them. A unit that is `is_locked` goes along as context,
not to be changed: other people's words, what is alike in both languages, and, unless everything is asked for,
what is translated already.

A format writes units, and reads a `ReturnedUnit` for each key that came back, in whatever order. It checks
nothing: `import_units` does that. Words are `Inlines` of the tree in both; a format that has lost their looks
gives plain runs and says so with `ReturnedUnit.is_plain`.

A unit's key is made of its field's id and of its source, so it stays when other texts are changed::

    evidence.training.text~1a2b3c4d5e6f        the segment whose source has this digest
    evidence.training.text~1a2b3c4d5e6f~2      the second with the same words in this field

Of a field whose texts cannot be matched part for part there is one unit, of the kind `parts.WHOLE`: its words
are lines of Markdown, parted by `Break`, and are to be kept as they are, spaces and all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from respondent.changes.submission import UNIT
from respondent.document.segments import digest
from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.document.written import read
from respondent.language import Language
from respondent.ledger.row import WITHDRAWN, LedgerRow
from respondent.ledger.standing import Standing, standings
from respondent.ledger.state import RECORDED, State
from respondent.response.fields import Field, fields
from respondent.response.model import Response
from respondent.translation.segments import (
    WHOLE,
    FieldPart,
    FieldParts,
    WaitingPart,
    parts,
    settled,
    with_kept,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a response that is translated by itself."""

    key: str
    field: Field
    kind: str
    """``paragraph``, ``heading``, ``cell``, or ``field`` for a whole text in lines of Markdown."""

    source: Inlines
    target: Inlines | None
    """The translation there is, which may be out of date; none where there is none."""

    state: State
    place: str
    """Where it stands, in words: ``evidence “training”, text: paragraph 2 of 5``."""

    is_locked: bool
    """Whether it goes along as context, not to be changed."""

    old_source: str = ""
    """Of a stale field the source that its translation was made of, as a whole; else empty."""

    @property
    def language(self) -> Language:
        """The language of the source."""
        return self.field.source

    @property
    def is_whole(self) -> bool:
        """Whether it is a whole text, in lines of Markdown."""
        return self.kind == WHOLE

    @property
    def words(self) -> str:
        """The words of the source, without their looks."""
        return words_of(self.source)

    @property
    def target_digest(self) -> str:
        """Twelve figures made of the translation; ``-`` where there is none."""
        return target_digest(self.target, self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedUnit:
    """What came back for one key, as the file has it."""

    key: str
    target: Inlines | None
    """The translation; none, or no words, where there is none yet."""

    source: str | None = None
    """The words of the source as they came back, without looks; none where the format has not kept them."""

    state: str = ""
    """How far it has come, by the file: a word of `State`, or empty where the file says nothing."""

    comment: str = ""
    """What the translator wrote beside it."""

    is_plain: bool = False
    """Whether the format has lost emphasis and links, so that nobody can tell whether they are meant."""

    is_tracked: bool = False
    """Whether changes are still marked in it; `target` is then what it says with all of them accepted."""

    fault: str = ""
    """What the reader found wrong with it: no more of it is then taken than a report."""

    where: str = ""
    """Its place in the file, for messages: ``row 7``."""


@dataclass(frozen=True, slots=True)
class ReturnedUnits:
    """A file that came back."""

    original: str
    """The name of the response, as the file has it; empty where it says none."""

    returned: tuple[ReturnedUnit, ...]


def units(response: Response, rows: Sequence[LedgerRow], *, is_all: bool = False) -> tuple[Unit, ...]:
    """Return the units of a response, locked ones among them, in the order of the letter.

    Args:
        response: The facts.
        rows: The rows of its ledger.
        is_all: Whether what is translated already is to be translated again, and not locked.
    """
    return tuple(unit for one in open_fields(response, rows) for unit in units_of(*one, is_all=is_all))


def open_fields(response: Response, rows: Sequence[LedgerRow]) -> Iterator[tuple[Standing, FieldParts]]:
    """Yield the translation of each field as it stands, with its parts; none for one without a source."""
    found, kept = standings(fields(response), rows), kept_parts(rows)
    for pair in found.values():
        field = pair.cy.field
        standing = pair.in_(field.source.other)
        in_parts = parts(standing)
        if in_parts is not None:
            yield standing, with_kept(in_parts, _kept_of(in_parts, kept)) if kept else in_parts


def units_of(standing: Standing, in_parts: FieldParts, *, is_all: bool = False) -> Iterator[Unit]:
    """Yield the units of one field."""
    counts: Counter[str] = Counter(part.kind for part in in_parts.parts)
    seen: Counter[str] = Counter()
    for key, part in zip(keys(in_parts), in_parts.parts, strict=True):
        seen[part.kind] += 1
        is_open = standing.is_asked and (is_all or part.state < State.TRANSLATED)
        yield Unit(
            key=key,
            field=standing.field,
            kind=part.kind,
            source=part.source,
            target=part.target,
            state=part.state,
            place=_place(standing.field, part, seen[part.kind], counts[part.kind]),
            is_locked=not is_open,
            old_source=standing.old_source if part.state is State.STALE else "",
        )


def keys(in_parts: FieldParts) -> Iterator[str]:
    """Yield the key of each part of a field."""
    seen: Counter[str] = Counter()
    for part in in_parts.parts:
        name = f"{in_parts.field.id}~{digest(part.source)}"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}~{seen[name]}"


def field_of(key: str) -> str:
    """Return the id of the field that a key names.

    >>> field_of("evidence.training.text~1a2b3c4d5e6f~2")
    'evidence.training.text'
    """
    return key.split("~", 1)[0]


def target_digest(target: Inlines | None, kind: str) -> str:
    """Return twelve figures made of a translation of that kind; ``-`` where there is none."""
    return digest(settled(target, kind)) if target else "-"


def kept_parts(rows: Sequence[LedgerRow]) -> Mapping[str, WaitingPart]:
    """Return by key the parts that came in before others of their field, unless they were taken back."""
    found: dict[str, WaitingPart] = {}
    for row in rows:
        key = row.more.get(UNIT)
        if not key or row.target_language is None:
            continue
        target = read(row.target, row.target_language)
        if row.kind == WITHDRAWN:
            found.pop(key, None)
        elif row.kind in RECORDED and target:
            found[key] = WaitingPart(target, RECORDED[row.kind])
    return found


def _kept_of(in_parts: FieldParts, kept: Mapping[str, WaitingPart]) -> dict[int, WaitingPart]:
    return {index: kept[key] for index, key in enumerate(keys(in_parts)) if key in kept}


_NAMES: Mapping[str, str] = {
    "letter": "letter",
    "reports": "report",
    "recommendations": "recommendation",
    "answers": "answer",
    "commitments": "commitment",
}


def _place(field: Field, part: FieldPart, number: int, count: int) -> str:
    """Return where a part stands, in words."""
    first, *rest = field.id.split(".")
    name = _NAMES.get(first, first)
    item = f" “{rest[0]}”" if len(rest) == 2 else ""
    text = f", {rest[-1].replace('_', ' ')}" if rest else ""
    if part.kind == WHOLE:
        return f"{name}{item}{text}: the whole text"
    return f"{name}{item}{text}" + (f": {part.kind} {number} of {count}" if count > 1 else "")

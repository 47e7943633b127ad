"""Translation units: what a translator receives and returns: paragraphs, headings, cells or whole texts.

`units` returns all units of a response in the order of the letter, in both directions: a field that was
written in Welsh is translated into English. A locked unit is context that must not be changed: a quotation,
a text that is the same in both languages, and, unless all texts are asked for, a translated text.

A format writes units and reads returned units, in any order, and checks nothing: `import_units` does that.
A format that loses formatting says so with `ReturnedUnit.is_plain`.

The key of a unit consists of the id of its field and the digest of its source, so that it does not depend on
other texts::

    evidence.training.text~1a2b3c4d5e6f        the segment whose source has this digest
    evidence.training.text~1a2b3c4d5e6f~2      the second segment of the field with the same words

If source and translation of a field have different structures, the field is one unit of the kind `WHOLE`. Its
words are lines of Markdown with a `Break` between them, and keep all their spaces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from respondent.changes.submission import UNIT
from respondent.document.segments import digest
from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.document.written import from_markdown
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
    with_waiting,
)

KEY = re.compile(r"[\w.-]+~[0-9a-f]{12}(?:~\d+)?")
"""The key of a unit: the id of a field, a digest and, for repeated words, a number."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a response that is translated separately."""

    key: str
    field: Field
    kind: str
    """``paragraph``, ``heading``, ``cell``, or ``field`` for a whole text in lines of Markdown."""

    source: Inlines
    target: Inlines | None
    """The present translation, which may be out of date; None if there is none."""

    state: State
    place: str
    """Its place in words: ``evidence “training”, text: paragraph 2 of 5``."""

    is_locked: bool
    """Whether it is context that must not be changed."""

    old_source: str = ""
    """For a stale field the whole source that its translation was made from, otherwise empty."""

    old_target: str = ""
    """The whole translation that was last approved, if the present one differs; otherwise empty."""

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
        """The words of the source, without formatting."""
        return words_of(self.source)

    @property
    def target_digest(self) -> str:
        """The digest of the translation; ``-`` if there is none."""
        return target_digest(self.target, self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedUnit:
    """A returned unit, as the file has it."""

    key: str
    target: Inlines | None
    """The translation; None or without words if there is none yet."""

    source: str | None = None
    """The words of the source in the file, without formatting; None if the format does not keep them."""

    state: str = ""
    """The word of its `State` in the file; empty if the file does not say. Two words: one is as sent."""

    comment: str = ""
    """The translator's comment."""

    is_plain: bool = False
    """Whether the format has lost emphasis and links, so that their absence means nothing."""

    is_tracked: bool = False
    """Whether it contains tracked changes; `target` then has all of them accepted."""

    fault: str = ""
    """What is wrong with it in the file. Such a unit is refused."""

    where: str = ""
    """Its place in the file for messages: ``row 7``."""

    left_out: tuple[str, ...] = ()
    """What the file has in it that no text can hold."""

    language: Language | None = None
    """The language of the translation, where the file says so."""


@dataclass(frozen=True, slots=True)
class ReturnedUnits:
    """The units of a returned file."""

    original: str
    """The name of the response in the file; empty if it has none."""

    returned: tuple[ReturnedUnit, ...]

    remarks: tuple[str, ...] = ()
    """What it says outside its units, each with its place in the file."""

    keyless: str = ""
    """What to do about units whose keys the program has lost; empty for a file that keeps keys."""


def units(response: Response, rows: Sequence[LedgerRow], *, is_all: bool = False) -> tuple[Unit, ...]:
    """Return the units of a response, including locked ones, in the order of the letter.

    Args:
        response: The facts.
        rows: The rows of its ledger.
        is_all: Whether translated texts are to be translated again, so that they are not locked.
    """
    return tuple(
        unit
        for standing, in_parts in open_fields(response, rows)
        for unit in units_of(standing, in_parts, is_all=is_all)
    )


def open_fields(response: Response, rows: Sequence[LedgerRow]) -> Iterator[tuple[Standing, FieldParts]]:
    """Yield the standing of the translation of each field that has a source, with the field's parts."""
    waiting = waiting_parts(rows)
    for pair in standings(fields(response), rows).values():
        field = pair.cy.field
        standing = pair.in_(field.source.other)
        in_parts = parts(standing)
        if in_parts is not None:
            yield standing, with_waiting(in_parts, _waiting_of(in_parts, waiting)) if waiting else in_parts


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
    """Return the digest of a translation of that kind; ``-`` if there is none."""
    return digest(settled(target, kind)) if target else "-"


def waiting_parts(rows: Sequence[LedgerRow]) -> Mapping[str, WaitingPart]:
    """Return by key the returned parts that wait for others of their field, unless they were withdrawn."""
    waiting: dict[str, WaitingPart] = {}
    for row in rows:
        key = row.more.get(UNIT)
        if not key or row.target_language is None:
            continue
        target = from_markdown(row.target, row.target_language)
        if row.kind == WITHDRAWN:
            waiting.pop(key, None)
        elif row.kind in RECORDED and target:
            waiting[key] = WaitingPart(target, RECORDED[row.kind])
    return waiting


def _waiting_of(in_parts: FieldParts, waiting: Mapping[str, WaitingPart]) -> dict[int, WaitingPart]:
    return {index: waiting[key] for index, key in enumerate(keys(in_parts)) if key in waiting}


_NAMES: Mapping[str, str] = {
    "letter": "letter",
    "reports": "report",
    "recommendations": "recommendation",
    "answers": "answer",
    "commitments": "commitment",
}


def _place(field: Field, part: FieldPart, number: int, count: int) -> str:
    """Return the place of a part in words."""
    first, *rest = field.id.split(".")
    name = _NAMES.get(first, first)
    item = f" “{rest[0]}”" if len(rest) == 2 else ""
    text = f", {rest[-1].replace('_', ' ')}" if rest else ""
    if part.kind == WHOLE:
        return f"{name}{item}{text}: the whole text"
    return f"{name}{item}{text}" + (f": {part.kind} {number} of {count}" if count > 1 else "")

"""The texts of a response. The id of a text is made of the ids of its items.

So inserting, reordering or renaming other items does not change it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from respondent.files.source import ValuePath
from respondent.language import Language
from respondent.response.model import Response
from respondent.response.paths import values_at
from respondent.response.record import Record
from respondent.response.text import Published, Text


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a response."""

    id: str
    """``evidence.occurrences.text``."""

    path: ValuePath
    """Its place in `response.yaml`: ``("evidence", 0, "text")``."""

    value: Text | Published

    is_markdown: bool
    """Whether the text can have several blocks; otherwise it is one line."""

    source: Language = Language.EN
    """The language in which it is written first. The other language is its translation."""

    @property
    def is_quoted(self) -> bool:
        """Whether the original is published by others, so that the office does not approve it."""
        return isinstance(self.value, Published)

    @property
    def is_translated(self) -> bool:
        """Whether the office translates it: not if both languages are the same or others made the Welsh."""
        return self.value.welsh == "office" if isinstance(self.value, Published) else not self.is_same

    @property
    def is_same(self) -> bool:
        """Whether one text serves both languages."""
        return isinstance(self.value, Text) and self.value.is_same

    def is_asked(self, language: Language) -> bool:
        """Return whether the text in `language` needs approval before the letter is released."""
        return not self.is_quoted if language == self.source else self.is_translated

    def place(self, language: Language) -> ValuePath:
        """Return the path of the text in `language` in `response.yaml`, even if it is missing there."""
        return (*self.path, language.value)

    def in_(self, language: Language) -> str | None:
        """Return the text in `language`; none if it is missing."""
        return self.value.in_(language)


def fields(response: Response) -> Iterator[Field]:
    """Yield every text of a response in the order of the letter."""
    for text in text_values(response):
        if isinstance(text.value, Text | Published):
            written_first = text.value.source if isinstance(text.value, Text) else "en"
            source = Language(written_first or response.source)
            yield Field(text.id, text.path, text.value, text.is_markdown, source)


class TextValue(NamedTuple):
    """The value of a text, in the file as read or in the facts."""

    id: str
    path: ValuePath
    value: object
    is_markdown: bool


_TEXTS: Sequence[tuple[str, Sequence[str], bool]] = (
    ("letter", ("subject",), False),
    ("reports.*", ("title", "name", "force"), False),
    ("", ("opening",), True),
    ("reports.*", ("others",), True),
    ("reports.*.grades.*", ("area",), False),
    ("letter.groups.*", ("heading",), False),
    ("recommendations.*", ("text", "why_not"), True),
    ("evidence.*", ("text",), True),
    ("answers.*", ("action_taken", "action_proposed", "reason_for_none"), True),
    ("comments", ("text", "reply"), True),
    ("commitments.*", ("text",), True),
    ("", ("closing",), True),
    ("letter.annexes.*", ("heading",), False),
    ("letter.annexes.*", ("text",), True),
    ("recommendations.*.progress", ("lead", "comment"), False),
)
"""Every text of a response, in the order of a letter: its record, its keys there, whether it is Markdown."""


def text_values(response: object) -> Iterator[TextValue]:
    """Yield each text of a `Response`, or of the values of its file, which may be of any shape."""
    for pattern, names, is_markdown in _TEXTS:
        for path, record in values_at(response, pattern) if pattern else [((), response)]:
            for name in names:
                for _, value in values_at(record, name):
                    if value is not None:
                        yield TextValue(_id((*path, name), response), (*path, name), value, is_markdown)


def _id(path: ValuePath, response: object) -> str:
    """Return the path of a text with the ids of its records in place of indexes."""
    steps: list[str] = []
    value: Any = response
    for step in path:
        value = getattr(value, str(step)) if isinstance(value, Record) else value[step]
        ids = [str(id) for _, id in values_at(value, "id")] if isinstance(step, int) else [step]
        steps.append("".join(ids))
    return ".".join(steps)

"""What is translatable in a response: every field, by an id made of its items' own ids.

Inserting, reordering or renaming other items leaves a field's id as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from respondent.files.source import ValuePath
from respondent.language import Language
from respondent.response.model import Response
from respondent.response.paths import found
from respondent.response.text import Published, Text


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a response."""

    id: str
    """``evidence.occurrences.text``."""

    path: ValuePath
    """Where it stands in `response.yaml`: ``("evidence", 0, "text")``."""

    value: Text | Published

    is_markdown: bool
    """Whether the text may hold several blocks; else it is one line."""

    source: Language = Language.EN
    """The language in which it was written first; the other is its translation."""

    @property
    def is_quoted(self) -> bool:
        """Whether the original is other people's words: nobody at the office signs it off."""
        return isinstance(self.value, Published)

    @property
    def is_translated(self) -> bool:
        """Whether the office has it translated: not what is alike in both, nor what others put into Welsh."""
        return self.value.welsh == "office" if isinstance(self.value, Published) else not self.is_same

    @property
    def is_same(self) -> bool:
        """Whether one text serves both languages."""
        return isinstance(self.value, Text) and self.value.is_same

    def is_asked(self, language: Language) -> bool:
        """Return whether somebody's word is asked for the text in `language`, before a letter goes out."""
        return not self.is_quoted if language == self.source else self.is_translated

    def place(self, language: Language) -> ValuePath:
        """Return where the text in `language` stands in `response.yaml`, or would stand."""
        return (*self.path, language.value)

    def in_(self, language: Language) -> str | None:
        """Return the text in `language`; none where it is missing."""
        return self.value.in_(language)


def fields(response: Response) -> Iterator[Field]:
    """Yield every translatable field of a response, in the order in which a letter has them."""
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
    ("recommendations.*", ("text", "why_not"), True),
    ("evidence.*", ("text",), True),
    ("answers.*", ("action_taken", "action_proposed", "reason_for_none"), True),
    ("comments", ("text", "reply"), True),
    ("commitments.*", ("text",), True),
    ("", ("closing",), True),
)
"""Every text of a response, in the order of a letter: its record, its keys there, whether it is Markdown."""


def text_values(response: object) -> Iterator[TextValue]:
    """Yield each text of a `Response`, or of the values of its file, which may be of any shape."""
    for pattern, names, is_markdown in _TEXTS:
        for path, record in found(response, pattern) if pattern else [((), response)]:
            for name in names:
                for _, value in found(record, name):
                    if value is not None:
                        yield TextValue(_id((*path, name), record), (*path, name), value, is_markdown)


def _id(path: ValuePath, record: object) -> str:
    """Return the path of a text with the id of its record in place of an index."""
    ids = [str(id) for _, id in found(record, "id")]
    return ".".join("".join(ids) if isinstance(step, int) else step for step in path)

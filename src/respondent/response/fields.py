"""What is translatable in a response: every field, by an id made of its items' own ids.

Inserting, reordering or renaming other items leaves a field's id as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from respondent.files.source import ValuePath
from respondent.language import Language
from respondent.response.model import Answer, Recommendation, Report, Response
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
    first = Language(response.source)
    for id, path, value, is_markdown in _texts(response):
        if value is not None:
            own = value.source if isinstance(value, Text) else Language.EN
            yield Field(id, path, value, is_markdown, Language(own) if own else first)


_Found: TypeAlias = tuple[str, ValuePath, Text | Published | None, bool]


def _texts(response: Response) -> Iterator[_Found]:
    yield "letter.subject", ("letter", "subject"), response.letter.subject, False
    for index, report in enumerate(response.reports):
        yield from _report(("reports", index), report)
    yield "opening", ("opening",), response.opening, True
    for index, recommendation in enumerate(response.recommendations):
        yield from _recommendation(("recommendations", index), recommendation)
    for index, evidence in enumerate(response.evidence):
        yield f"evidence.{evidence.id}.text", ("evidence", index, "text"), evidence.text, True
    for index, answer in enumerate(response.answers):
        yield from _answer(("answers", index), answer)
    if response.comments:
        yield "comments.text", ("comments", "text"), response.comments.text, True
        yield "comments.reply", ("comments", "reply"), response.comments.reply, True
    for index, commitment in enumerate(response.commitments):
        yield f"commitments.{commitment.id}.text", ("commitments", index, "text"), commitment.text, True
    yield "closing", ("closing",), response.closing, True


def _report(path: ValuePath, report: Report) -> Iterator[_Found]:
    for name in ("title", "name", "force"):
        yield f"reports.{report.id}.{name}", (*path, name), getattr(report, name), False


def _recommendation(path: ValuePath, recommendation: Recommendation) -> Iterator[_Found]:
    for name in ("text", "why_not"):
        yield (
            f"recommendations.{recommendation.id}.{name}",
            (*path, name),
            getattr(recommendation, name),
            True,
        )


def _answer(path: ValuePath, answer: Answer) -> Iterator[_Found]:
    for name in ("action_taken", "action_proposed", "reason_for_none"):
        yield f"answers.{answer.id}.{name}", (*path, name), getattr(answer, name), True

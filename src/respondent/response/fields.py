"""What is translatable in a response: every field, by an id made of its items' own ids.

Inserting, reordering or renaming other items leaves a field's id as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from respondent.files.source import ValuePath
from respondent.language import Language
from respondent.response.model import Answer, Comments, Recommendation, Report, Response
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
        return self.value.welsh == "office" if isinstance(self.value, Published) else not self.value.is_same

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
    for field in _fields(response):
        own = field.value.source if isinstance(field.value, Text) else Language.EN
        yield replace(field, source=Language(own or response.source))


def _fields(response: Response) -> Iterator[Field]:
    yield from _field("letter.subject", ("letter", "subject"), response.letter.subject, is_markdown=False)
    for index, report in enumerate(response.reports):
        yield from _report(("reports", index), report)
    yield from _field("opening", ("opening",), response.opening)
    for index, recommendation in enumerate(response.recommendations):
        yield from _recommendation(("recommendations", index), recommendation)
    for index, evidence in enumerate(response.evidence):
        yield from _field(f"evidence.{evidence.id}.text", ("evidence", index, "text"), evidence.text)
    for index, answer in enumerate(response.answers):
        yield from _answer(("answers", index), answer)
    yield from _comments(response.comments)
    for index, commitment in enumerate(response.commitments):
        path: ValuePath = ("commitments", index, "text")
        yield from _field(f"commitments.{commitment.id}.text", path, commitment.text)
    yield from _field("closing", ("closing",), response.closing)


def _report(path: ValuePath, report: Report) -> Iterator[Field]:
    id = f"reports.{report.id}"
    yield from _field(f"{id}.title", (*path, "title"), report.title, is_markdown=False)
    yield from _field(f"{id}.name", (*path, "name"), report.name, is_markdown=False)
    yield from _field(f"{id}.force", (*path, "force"), report.force, is_markdown=False)


def _recommendation(path: ValuePath, recommendation: Recommendation) -> Iterator[Field]:
    id = f"recommendations.{recommendation.id}"
    yield from _field(f"{id}.text", (*path, "text"), recommendation.text)
    yield from _field(f"{id}.why_not", (*path, "why_not"), recommendation.why_not)


def _answer(path: ValuePath, answer: Answer) -> Iterator[Field]:
    for name in ("action_taken", "action_proposed", "reason_for_none"):
        yield from _field(f"answers.{answer.id}.{name}", (*path, name), getattr(answer, name))


def _comments(comments: Comments | None) -> Iterator[Field]:
    if comments:
        yield from _field("comments.text", ("comments", "text"), comments.text)
        yield from _field("comments.reply", ("comments", "reply"), comments.reply)


def _field(
    id: str, path: ValuePath, value: Text | Published | None, *, is_markdown: bool = True
) -> Iterator[Field]:
    if value is not None:
        yield Field(id, path, value, is_markdown)

"""Values and texts of a letter in one language. A missing text is a gap, never the other language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from respondent.document.tree import Block, Break, Gap, Inline, Quotation, Run, Words
from respondent.language import Language, Pair
from respondent.letter.letter import Blocks, Value
from respondent.response.fields import Field
from respondent.response.text import FullText, Lines, Name, Published, Text

BETWEEN = " | "
"""Separates the two languages on one line, as in the letterhead of Gwent's letter of 14 May 2019."""


@dataclass(frozen=True, slots=True)
class Localizer:
    """Returns the values and texts of a letter in one language."""

    language: Language
    order: tuple[Language, Language]
    """The languages in the order in which the office puts them."""

    labels: Mapping[str, str]

    texts: Mapping[str, Pair[Blocks]]
    """The parsed texts of the response, by field."""

    def words(self, text: FullText | None) -> str:
        """Return a value of the office; empty where there is none."""
        return text.pair.in_(self.language) if text else ""

    def name(self, name: Name | None) -> Value:
        """Return a name of the office: in Welsh a noun, which can mutate."""
        if name is None:
            return ""
        by_language: Pair[Value] = Pair(name.noun, name.pair.en)
        return by_language.in_(self.language)

    def value(self, field: str, text: Text | Published | None) -> Value:
        """Return a plain value of the response: itself, quoted in its own language, or a gap."""
        match text:
            case None:
                return ""
            case Published():
                return self._published(field, text)
            case Text():
                return text.in_(self.language) or self._gap(field, text.in_(self.language.other))

    def text(self, field: str) -> Blocks:
        """Return a text of the response as blocks: itself or a gap; empty where there is no such field."""
        if field not in self.texts:
            return ()
        blocks = self.texts[field].in_(self.language)
        return blocks or (self.gap(field, self.texts[field].in_(self.language.other)),)

    def quotation(self, field: Field, text: Published) -> Blocks:
        """Return the inspectorate's words as a quotation, in Welsh only where there is Welsh."""
        language = text.language_in(self.language)
        texts = self.texts[field.id]
        content: Blocks = texts.in_(language) or (self.gap(field.id, texts.in_(language.other), language),)
        return (Quotation(f"{field.id}.quotation", language, content),)

    def spoken(self, field: str) -> Blocks:
        """Return a text of the response as a quotation: the speaker's own words."""
        blocks = self.text(field)
        return (Quotation(f"{field}.quotation", self.language, blocks),) if blocks else ()

    def missing(self, field: str) -> Words:
        """Return the gap that stands for a value which nobody has given."""
        return Words((self._label(field),))

    def gap(self, field: str, other: Blocks, missing: Language | None = None) -> Block:
        """Return the gap that stands for a text, with the text of the other language below it.

        `missing` is the language of the text, where that is not the letter's: a quotation that is in English.
        """
        language = missing or self.language
        return Gap(field, language, (self._label(field, language),), other)

    def bilingual(self, text: FullText | None) -> Words:
        """Return a value of the office in both languages, in its order; once if they are the same."""
        if text is None:
            return Words(())
        return self._pair(text.pair)

    def bilingual_label(self, labels: Pair[Mapping[str, str]], key: str) -> Words:
        """Return a label in both languages."""
        return self._pair(labels.map(lambda words: words[key]))

    def bilingual_lines(self, lines: Lines) -> Words:
        """Return an address on one line: what differs in both languages, the rest once."""
        if len(lines.in_(Language.CY)) != len(lines.in_(Language.EN)):
            return self._pair(Pair.of(lambda language: ", ".join(lines.in_(language))))
        parts = zip(lines.in_(Language.CY), lines.in_(Language.EN), strict=True)
        inlines: list[Inline] = []
        for part in parts:
            if inlines:
                inlines.append(Run(", ", self.language))
            inlines.extend(self._pair(Pair(*part)).inlines)
        return Words(tuple(inlines))

    def row(self, values: Iterable[Value]) -> Words:
        """Return values one behind the other."""
        return self._strung(values, Run(" ", self.language))

    def column(self, lines: Iterable[Value]) -> Words:
        """Return lines one below the other."""
        return self._strung(lines, Break(self.language))

    def _strung(self, values: Iterable[Value], between: Inline) -> Words:
        inlines: list[Inline] = []
        for value in values:
            if inlines:
                inlines.append(between)
            inlines.extend(value.inlines if isinstance(value, Words) else (Run(str(value), self.language),))
        return Words(tuple(inlines))

    def _published(self, field: str, text: Published) -> Value:
        language = text.language_in(self.language)
        words = Pair(text.cy, text.en).in_(language)
        if not words:
            return self._gap(field, text.en)
        return words if language == self.language else Words((Run(words, language),))

    def _gap(self, field: str, other: str | None) -> Words:
        label = self._label(field)
        if not other:
            return Words((label,))
        between = Run(" ", self.language)
        return Words((label, between, Run(other, self.language.other, gap=field)))

    def _label(self, field: str, missing: Language | None = None) -> Run:
        key = "gap" if missing in (None, self.language) else "gap-other"
        return Run(f"{self.labels[key]}: {field}", self.language, gap=field)

    def _pair(self, pair: Pair[str]) -> Words:
        first, second = self.order
        if pair.cy == pair.en:
            return Words((Run(pair.in_(self.language), self.language),))
        return Words(
            (Run(pair.in_(first), first), Run(BETWEEN, self.language), Run(pair.in_(second), second))
        )

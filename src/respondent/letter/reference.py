"""Names recommendations in one language: recommendations 2 and 3, the first area for improvement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from respondent.grammar import english, welsh
from respondent.language import Pair
from respondent.letter.numbering import Numbering
from respondent.letter.value import Localizer
from respondent.response.kinds import RecommendationKind
from respondent.response.labels import PLURALS

ItemName: TypeAlias = welsh.Phrase | english.EnglishPhrase

_GRAMMARS: Pair[Any] = Pair(welsh, english)
"""The functions that name items. Each grammar takes and returns its own nouns and phrases."""


@dataclass(frozen=True)
class References:
    """Names recommendations in the language of the localizer."""

    names: Mapping[str, Numbering]
    localizer: Localizer
    reports: Mapping[str, str]
    """The short name of each report, for what stands apart from it."""

    def name(self, ids: Iterable[str]) -> ItemName:
        """Return what a sentence calls recommendations. Those of several reports are named with them."""
        by_report: dict[str, list[Numbering]] = {}
        for id in ids:
            by_report.setdefault(self.names[id].report, []).append(self.names[id])
        if len(by_report) == 1:
            return self._joined(self._of_one_report(*by_report.values()))
        within = Pair("yn", "in").in_(self.localizer.language)
        return self._joined(
            self._followed(self._joined(self._of_one_report(items)), f"{within} ‘{self.reports[report]}’")
            for report, items in by_report.items()
        )

    def numbers(self, ids: Sequence[str]) -> ItemName:
        """Return the numbers alone where all have one, else the names."""
        numbers = [self.names[id].number for id in ids]
        if not all(numbers) or len({self.names[id].kind for id in ids}) > 1:
            return self.name(ids)
        return self._number_list(numbers)

    def _of_one_report(self, items: Iterable[Numbering]) -> Iterator[ItemName]:
        by_kind: dict[RecommendationKind, list[Numbering]] = {}
        for item in sorted(items, key=lambda item: item.position):
            by_kind.setdefault(item.kind, []).append(item)
        for kind in sorted(by_kind, key=list(PLURALS).index):
            own = by_kind[kind]
            plain = [item for item in own if item.number and not item.cause]
            if any(" " in item.number for item in plain):  # AFI 1: a name beside the kind, not a number
                words = self._by_position(kind, [item.position for item in plain], own[0].total)
                yield self._followed(words, f"({self._number_list([item.number for item in plain])})")
            elif plain:
                yield self._numbered(kind, [item.number for item in plain])
            for item in own:
                if item.number and item.cause:
                    yield self._followed(self._numbered(kind, [item.number]), f"({self.name([item.cause])})")
            if positions := [item.position for item in own if not item.number]:
                is_other = any(item.is_other for item in own)
                by_position = self._by_position(kind, positions, own[0].total)
                yield self._the_other(kind) if is_other else by_position

    def _numbered(self, kind: RecommendationKind, numbers: Sequence[str]) -> ItemName:
        name: ItemName = _GRAMMARS.in_(self.localizer.language).numbered(self._noun(kind), numbers)
        return name

    def _by_position(self, kind: RecommendationKind, positions: Sequence[int], total: int) -> ItemName:
        name: ItemName = _GRAMMARS.in_(self.localizer.language).by_position(
            self._noun(kind), positions, total
        )
        return name

    def _the_other(self, kind: RecommendationKind) -> ItemName:
        name: ItemName = _GRAMMARS.in_(self.localizer.language).the_other(self._noun(kind))
        return name

    def _number_list(self, numbers: Sequence[str]) -> ItemName:
        name: ItemName = _GRAMMARS.in_(self.localizer.language).number_list(numbers)
        return name

    def _noun(self, kind: RecommendationKind) -> welsh.Noun | english.EnglishNoun:
        singular, plural = self._words(kind)
        nouns: Pair[welsh.Noun | english.EnglishNoun] = Pair(
            welsh.Noun(cy=singular, plural=plural), english.EnglishNoun(en=singular, plural=plural)
        )
        return nouns.in_(self.localizer.language)

    def _words(self, kind: RecommendationKind) -> tuple[str, str]:
        """Return the words for one and for several, as within a sentence. Labels begin with a capital."""
        labels = self.localizer.labels
        singular, plural = (
            words[:1].lower() + words[1:] if words[1:2].islower() else words
            for words in (labels[kind], labels[PLURALS[kind]])
        )
        return singular, plural

    def _joined(self, items: Iterable[ItemName]) -> ItemName:
        name: ItemName = _GRAMMARS.in_(self.localizer.language).join(items)
        return name

    def _followed(self, item: ItemName, words: str) -> ItemName:
        text = f"{item.text} {words}"
        if isinstance(item, welsh.Phrase):
            return welsh.Phrase(text, item.head, item.rule, item.source, item.doubt, item.opening)
        return english.EnglishPhrase(text, item.doubt)

"""The cover note of a hand-over, in both languages: what a translator, or a translation portal, asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from respondent.document.walk import text as words_of
from respondent.grammar import english
from respondent.grammar.welsh import dates as welsh
from respondent.language import Language, Pair
from respondent.ledger.difference import difference_line
from respondent.ledger.remarks import Remark
from respondent.translation.units import Unit

BANDS: Mapping[str, float] = {"100": 100.0, "95–99": 95.0, "85–94": 85.0, "75–84": 75.0}
"""The bands of matches by their least likeness, of 100, as translation programs and their rates have them."""

NEW, REPEATED = "new", "repeated"

_LABELS: Mapping[str, Pair[str]] = {
    "heading": Pair("Testunau i'w cyfieithu", "Texts to translate"),
    "review": Pair("Cyfieithiadau i'w gwirio", "Translations to check"),
    "title": Pair("Teitl", "Title"),
    "reference": Pair("Cyfeirnod", "Reference"),
    "client": Pair("Ar ran", "On behalf of"),
    "to": Pair("At", "To"),
    "due": Pair("Erbyn", "Wanted by"),
    "last day": Pair("Rhaid cyhoeddi'r llythyr erbyn", "The letter must be published by"),
    "law": Pair("Deddf yr Heddlu 1996, adran 55", "Police Act 1996, section 55"),
    "texts": Pair("testunau", "texts"),
    "words": Pair("geiriau", "words"),
    NEW: Pair("newydd", "new"),
    REPEATED: Pair("ailadroddiadau", "repetitions"),
    "matches": Pair("cyfatebiaethau", "matches"),
    "check": Pair("ohonynt i'w gwirio: mae cyfieithiad eisoes", "of them to check: there is a translation"),
    "changed": Pair("Newidiwyd y testunau hyn ers eu cyfieithu", "These texts have changed since"),
    "answers": Pair("Atebion i'ch cwestiynau", "Answers to your questions"),
    "initials": Pair("Byrfoddau", "Initials"),
    "return": Pair("Anfonwch yn ôl", "Send back"),
    "ask": Pair("Cwestiynau at", "Questions to"),
}
_DIRECTIONS: Mapping[Language, Pair[str]] = {
    Language.EN: Pair("O'r Saesneg i'r Gymraeg", "From English into Welsh"),
    Language.CY: Pair("O'r Gymraeg i'r Saesneg", "From Welsh into English"),
}
EVERY = (*_LABELS.values(), *_DIRECTIONS.values())
"""All words of the note, for a Welsh reader to confirm."""


@dataclass(frozen=True, slots=True)
class WordCount:
    """How many texts are to be translated, and their words by the best match in the memory."""

    texts: int
    bands: Mapping[str, int]
    """By band (`NEW`, `REPEATED`, one of `BANDS`) the words in it; bands without words are left out."""

    to_check: int = 0
    """How many of the words have a translation already."""

    @property
    def words(self) -> int:
        """All words."""
        return sum(self.bands.values())

    def lines(self, language: Language) -> Iterator[str]:
        """Yield the counts: the whole, then each band, then what is to be checked."""

        def label(key: str) -> str:
            return _LABELS[key].in_(language)

        # As a list of figures: Welsh counts a noun in the singular, and some after *o*.
        yield f"{label('texts')}: {self.texts}; {label('words')}: {self.words:,}"
        for band, words in self.bands.items():
            name = label(band) if band in _LABELS else f"{label('matches')} {band} %"
            yield f"{words:>8,}  {name}"
        if self.to_check:
            yield f"{self.to_check:>8,}  {label('check')}"

    def __str__(self) -> str:
        """Return the counts on one line, as the command prints them."""
        names = {band: f"at {band} %" for band in BANDS}
        bands = ", ".join(f"{words:,} {names.get(band, band)}" for band, words in self.bands.items())
        return f"{self.texts} {'text' if self.texts == 1 else 'texts'}, {self.words:,} words ({bands})"


def count(direction: Sequence[Unit], best: Mapping[str, float]) -> WordCount:
    """Return the words of the open units of a direction.

    Args:
        direction: The units, locked ones among them.
        best: By key the likeness of the best match in the memory, of 100.
    """
    words = dict.fromkeys((NEW, *reversed(tuple(BANDS)), REPEATED), 0)
    open_units = [unit for unit in direction if not unit.is_locked]
    seen: set[str] = set()
    for unit in open_units:
        bands = (band for band, least in BANDS.items() if best.get(unit.key, 0.0) >= least)
        band = REPEATED if unit.words in seen else next(bands, NEW)
        words[band] += len(unit.words.split())
        seen.add(unit.words)
    to_check = sum(len(unit.words.split()) for unit in open_units if unit.target)
    return WordCount(len(open_units), {band: number for band, number in words.items() if number}, to_check)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverNote:
    """What the note says."""

    reference: str
    """The name of the response."""

    title: Pair[str]
    client: Pair[str]
    """The office for which the texts are translated."""

    to: str
    """The translator; empty if no name is given."""

    counts: Mapping[Language, WordCount]
    """By the language of the source."""

    units: Sequence[Unit]
    """The open units."""

    due: date | None
    last_day: date | None
    """The last day on which the response may be published."""

    initials: Mapping[str, Pair[str]]
    """Initials that may occur in the texts, with what they stand for."""

    answered: Sequence[Remark]
    """The remarks that were answered since the last hand-over."""

    about: Sequence[Pair[str]]
    """What the format says about itself."""

    files: Sequence[str]
    """The files to send back."""

    contact: Pair[str]
    """Whom to ask, and how to reach them."""

    is_review: bool = False

    def text(self) -> str:
        """Return the note, in Welsh and in English."""
        return f"\n{'-' * 40}\n\n".join("\n".join(self._lines(language)) + "\n" for language in Language)

    def _lines(self, language: Language) -> Iterator[str]:
        def label(key: str) -> str:
            return _LABELS[key].in_(language)

        yield from (f"{label('review' if self.is_review else 'heading')}: {self.reference}", "")
        facts = {
            "title": self.title.in_(language),
            "reference": self.reference,
            "client": self.client.in_(language),
            "to": self.to,
            "due": _day(self.due, language),
        }
        yield from (f"{label(key)}: {value}" for key, value in facts.items() if value)
        if self.last_day:
            yield f"{label('last day')} {_day(self.last_day, language)} ({label('law')})."
        for source, words in self.counts.items():
            yield from ("", f"{_DIRECTIONS[source].in_(language)}:", *words.lines(language))
        for key, lines in (
            ("changed", self._changed()),
            ("answers", self._answers()),
            ("initials", self._initials(language)),
        ):
            listed = list(lines)
            yield from ("", f"{label(key)}:", *(f"  {line}" for line in listed)) if listed else ()
        yield from ("", *(sentence.in_(language) for sentence in self.about))
        yield from (f"{label('return')}: {', '.join(self.files)}",) if self.files else ()
        yield from ("", f"{label('ask')}: {self.contact.in_(language)}")

    def _changed(self) -> Iterator[str]:
        changed = {
            unit.field.id: difference_line(unit.old_source, unit.field.in_(unit.language) or "")
            for unit in self.units
            if unit.old_source
        }
        yield from (f"{id}: {difference}" for id, difference in changed.items())

    def _answers(self) -> Iterator[str]:
        for remark in self.answered:
            yield f"{remark.row.field}: {remark.row.note}"
            if remark.answer and remark.answer.note:
                yield f"  {remark.answer.by}: {remark.answer.note}"

    def _initials(self, language: Language) -> Iterator[str]:
        texts = "\n".join(words_of(unit.source) for unit in self.units)
        for initials, name in self.initials.items():
            if re.search(rf"(?<!\w){re.escape(initials)}(?!\w)", texts):
                yield f"{initials}: {name.in_(language)}"


def _day(day: date | None, language: Language) -> str:
    if day is None:
        return ""
    return Pair(str(welsh.weekday(day).cy), english.weekday(day)).in_(language)

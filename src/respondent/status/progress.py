"""The progress of a response: how many texts and words are in each state, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from respondent.errors import Problem
from respondent.files import yaml
from respondent.language import Language, Pair
from respondent.ledger import ledger
from respondent.ledger.ledger import Ledger
from respondent.ledger.row import LedgerRow
from respondent.ledger.standing import Standing, standings
from respondent.ledger.state import State
from respondent.response.fields import fields
from respondent.response.model import Response
from respondent.response.reading import read_facts
from respondent.translation.sent import SENT, sent_and_open
from respondent.translation.units import units


@dataclass(frozen=True, slots=True)
class StateCounts:
    """The number of texts in one language that need approval, by state."""

    texts: Mapping[State, int]
    words: Mapping[State, int]
    """Their words. For a missing text, the words to translate."""

    @property
    def open(self) -> int:
        """How many are not yet reviewed or final."""
        return sum(count for state, count in self.texts.items() if state < State.REVIEWED)


@dataclass(frozen=True, slots=True)
class AtTranslator:
    """Texts that are with a translator."""

    to: str
    """The translator; empty if the ledger has no name."""

    since: datetime
    texts: int
    words: int


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of one response."""

    file: Path
    standings: Mapping[str, Pair[Standing]]
    counts: Pair[StateCounts]
    problems: tuple[Problem, ...]
    """Problems of its ledger, which can be read nevertheless."""

    out: tuple[AtTranslator, ...] = ()
    """Texts that were sent and are not back, by the last sending of each."""

    @property
    def is_translated(self) -> bool:
        """Whether no text is missing or stale in either language; approved or not."""
        untranslated = (State.MISSING, State.STALE)
        return not any(counts.texts.get(state) for _, counts in self.counts.items() for state in untranslated)

    @property
    def words_to_translate(self) -> int:
        """The words that are missing or stale, in both languages."""
        untranslated = (State.MISSING, State.STALE)
        return sum(counts.words.get(state, 0) for _, counts in self.counts.items() for state in untranslated)

    @property
    def is_signed_off(self) -> bool:
        """Whether every original is final."""
        standings = (standing for language in Language for standing in self.asked(language))
        return all(standing.state is State.FINAL for standing in standings if standing.is_original)

    def asked(self, language: Language) -> Iterator[Standing]:
        """Yield each text of a language that needs approval, in the order of the letter."""
        return _asked(self.standings, language)


def read(file: Path) -> tuple[Response, Ledger]:
    """Return the facts of a response and its ledger.

    Raises:
        InputError: if one of them cannot be read.
    """
    facts = read_facts(yaml.load(file, str(file)))
    return facts, ledger.read(file.parent, str(file.with_name(ledger.FILE)))


def progress(file: Path, facts: Response, ledger: Ledger) -> Progress:
    """Return the progress of the response in a file."""
    states = standings(fields(facts), ledger.rows)
    counts = Pair.of(lambda language: _counts(list(_asked(states, language))))
    return Progress(file, states, counts, ledger.problems, tuple(_out(facts, ledger.rows)))


def word_count(text: str) -> int:
    """Return how many words a text has, counted between spaces as translation agencies do."""
    return len(text.split())


def _out(facts: Response, rows: Sequence[LedgerRow]) -> Iterator[AtTranslator]:
    """Yield the open texts of each sending, newest first; not texts that are back or have changed."""
    if not any(row.kind == SENT for row in rows):
        return  # most responses have none, and their units need not be made
    waiting = {unit.key: unit for unit in units(facts, rows) if not unit.is_locked}
    for row, keys in sent_and_open(rows, set(waiting)):
        words = sum(word_count(waiting[key].words) for key in keys)
        yield AtTranslator(row.more.get("to", ""), row.at, len(keys), words)


def _asked(states: Mapping[str, Pair[Standing]], language: Language) -> Iterator[Standing]:
    for pair in states.values():
        standing = pair.in_(language)
        if standing.is_asked and (standing.text or pair.in_(language.other).text):
            yield standing


def _counts(standings: list[Standing]) -> StateCounts:
    texts = Counter(standing.state for standing in standings)
    words: Counter[State] = Counter()
    for standing in standings:
        text = standing.text or standing.field.in_(standing.language.other) or ""
        words[standing.state] += word_count(text)
    return StateCounts(texts, words)

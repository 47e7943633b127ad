"""How far a response has come: its texts and words in each state, in both languages."""

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
from respondent.translation.sent import SENT, sent_keys
from respondent.translation.units import units


@dataclass(frozen=True, slots=True)
class StateCounts:
    """The texts of one language that somebody's word is asked for, by state."""

    texts: Mapping[State, int]
    words: Mapping[State, int]
    """Their words; of missing ones the words of the text to translate."""

    @property
    def open(self) -> int:
        """How many are not yet reviewed or final."""
        return sum(count for state, count in self.texts.items() if state < State.REVIEWED)


@dataclass(frozen=True, slots=True)
class AtTranslator:
    """Texts that are with a translator."""

    to: str
    """With whom; empty where the ledger does not say."""

    since: datetime
    texts: int
    words: int


@dataclass(frozen=True, slots=True)
class Overview:
    """How far one response has come."""

    file: Path
    standings: Mapping[str, Pair[Standing]]
    tallies: Pair[StateCounts]
    problems: tuple[Problem, ...]
    """What is wrong with its ledger, though it can be read."""

    out: tuple[AtTranslator, ...] = ()
    """What was sent and is open still, by the last sending of each text."""

    @property
    def is_translated(self) -> bool:
        """Whether no text is missing or stale in either language; approved or not."""
        return not any(tally.texts.get(state) for _, tally in self.tallies.items() for state in _NO_PAIR)

    @property
    def is_signed_off(self) -> bool:
        """Whether every original is final."""
        asked = (one for language in Language for one in self.asked(language) if one.is_original)
        return all(one.state is State.FINAL for one in asked)

    def asked(self, language: Language) -> Iterator[Standing]:
        """Yield each text of a language that somebody's word is asked for, in the order of the letter."""
        return _asked(self.standings, language)


_NO_PAIR = (State.MISSING, State.STALE)


def read(file: Path) -> tuple[Response, Ledger]:
    """Return the facts of a response and its ledger.

    Raises:
        InputError: if one of them cannot be read.
    """
    facts = read_facts(yaml.load(file, str(file)))
    return facts, ledger.read(file.parent, str(file.with_name(ledger.FILE)))


def overview(file: Path, facts: Response, said: Ledger) -> Overview:
    """Return how far the response of a file has come."""
    found = standings(fields(facts), said.rows)
    tallies = Pair.of(lambda language: _tally(list(_asked(found, language))))
    return Overview(file, found, tallies, said.problems, tuple(_out(facts, said.rows)))


def word_count(text: str) -> int:
    """Return how many words a text has, as translators count: what stands between spaces."""
    return len(text.split())


def _out(facts: Response, rows: Sequence[LedgerRow]) -> Iterator[AtTranslator]:
    """Yield what each sending has out, the newest first; texts that came back or have changed are not."""
    sendings = [row for row in rows if row.kind == SENT]
    if not sendings:
        return
    waiting = {unit.key: unit for unit in units(facts, rows) if not unit.is_locked}
    for row in reversed(sendings):
        ones = [waiting.pop(key) for key in sent_keys([row]) if key in waiting]
        if ones:
            words = sum(word_count(unit.words) for unit in ones)
            yield AtTranslator(row.more.get("to", ""), row.at, len(ones), words)


def _asked(found: Mapping[str, Pair[Standing]], language: Language) -> Iterator[Standing]:
    for pair in found.values():
        standing = pair.in_(language)
        if standing.is_asked and (standing.text or pair.in_(language.other).text):
            yield standing


def _tally(asked: list[Standing]) -> StateCounts:
    texts: Counter[State] = Counter(one.state for one in asked)
    words: Counter[State] = Counter()
    for one in asked:
        words[one.state] += word_count(one.text or one.field.in_(one.language.other) or "")
    return StateCounts(texts, words)

"""An index of pairs of texts: found by what they are exactly, and by the words that they share with another.

It is an SQLite database, so that it needs little memory however many pairs there are. A pair stands in it
once, under several keys (see `folding`); words name the pairs that they stand in, 50,000 pairs a row.
"""

from __future__ import annotations

import heapq
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import log
from typing import Any, NamedTuple
from weakref import finalize

from respondent.errors import InputError, Problem
from respondent.language import Language, Pair
from respondent.memory.entry import MemoryEntry
from respondent.memory.figures import shape
from respondent.memory.folding import digest, folded, folded_lines, key, words
from respondent.memory.formatting import decoded, signature

MAX_FOUND = 50
"""How many pairs of one key are looked at; the last of them are."""

MAX_NAMED = 20_000
"""How many pairs the words of a text may name, rare words first: a bound on the time of one search."""

CHUNK = 50_000
"""How many pairs the words of one row name at most: a bound on the memory that making an index needs."""

MAX_KEPT = 2_000_000
"""How often words may name pairs before they are written: the same bound, for long pairs."""

_FAST = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;"
"""For a database that counts only when it is whole."""

SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE pairs (
    pair INTEGER PRIMARY KEY, digest INTEGER UNIQUE, cy TEXT, en TEXT, cy_looks TEXT, en_looks TEXT,
    is_coded INTEGER, rank TEXT, origin TEXT
);
CREATE TABLE keys (key INTEGER, pair INTEGER, PRIMARY KEY (key, pair)) WITHOUT ROWID;
CREATE TABLE words (word TEXT, chunk INTEGER, pairs BLOB, PRIMARY KEY (word, chunk)) WITHOUT ROWID;
CREATE TABLE lengths (
    language TEXT, chunk INTEGER, lengths BLOB, PRIMARY KEY (language, chunk)
) WITHOUT ROWID;
"""


class IndexMatch(NamedTuple):
    """A pair as an index gives it, seen from one of its languages."""

    source: str
    target: str
    source_looks: str
    target_looks: str
    is_coded: int
    rank: str
    origin: str


@cache
def _columns(language: Language) -> str:
    both = (language, language.other)
    texts = ", ".join((*both, *(f"{one}_looks" for one in both)))
    return f"{texts}, is_coded, rank, origin"


@cache
def _by_key(language: Language) -> str:
    return (
        f"SELECT {_columns(language)} FROM keys JOIN pairs USING (pair) WHERE key = ? "
        f"ORDER BY pair DESC LIMIT {MAX_FOUND}"
    )


class Index:
    """Pairs of texts in an open database."""

    def __init__(self, connection: sqlite3.Connection, name: str = "") -> None:
        """Take a database that `IndexBuilder` has made; matches say that they come from `name`."""
        self.name = name
        self._connection = connection
        self.close = finalize(self, connection.close)
        """Closes the database, which else is done when nobody needs the index any more."""
        self._lengths: dict[Language, array[int]] = {}

    def facts(self) -> Mapping[str, str]:
        """Return what was written beside the pairs."""
        return dict(self._rows("SELECT name, value FROM facts"))

    def find(self, key: int, language: Language) -> list[IndexMatch]:
        """Return the pairs of a key, the best first."""
        found = [IndexMatch._make(row) for row in self._rows(_by_key(language), key)]
        if len(found) > 1:
            found.sort(key=lambda one: one.rank, reverse=True)
            found.sort(key=lambda one: one.is_coded)
        return found

    def like(self, text: str, language: Language, cutoff: float, limit: int) -> list[IndexMatch]:
        """Return pairs that share words with a folded text and are not much longer or shorter.

        Args:
            text: The text.
            language: Its language.
            cutoff: How like they have to be, of 100: what cannot be, for its length, is left out.
            limit: How many at most; those that share the most and the rarest words.
        """
        weights = self._weights(text, language)
        lengths = self._all_lengths(language)
        ratio = cutoff / (200 - cutoff)
        low, high = len(text) * ratio, len(text) / ratio if ratio else float("inf")
        near = ((weight, pair) for pair, weight in weights.items() if low <= lengths[pair - 1] <= high)
        chosen = [pair for _, pair in heapq.nlargest(limit, near)]
        marks = ",".join("?" * len(chosen))
        sql = f"SELECT {_columns(language)} FROM pairs WHERE pair IN ({marks}) ORDER BY rank DESC, pair DESC"
        return [IndexMatch._make(row) for row in self._rows(sql, *chosen)]

    def _weights(self, text: str, language: Language) -> dict[int, float]:
        """Return pairs with the weight of the words that they share with a text: the rarer, the heavier."""
        lists = sorted((self._named(word, language) for word in words(text)), key=len)
        total = len(self._all_lengths(language))
        found: dict[int, float] = defaultdict(float)
        named = 0
        for pairs in lists:
            named += len(pairs)
            if named > MAX_NAMED and found:
                break
            weight = log(1 + total / len(pairs)) if pairs else 0
            for pair in pairs[-MAX_NAMED:]:
                found[pair] += weight
        return found

    def _named(self, word: str, language: Language) -> array[int]:
        pairs = array("I")
        rows = self._rows("SELECT pairs FROM words WHERE word = ? ORDER BY chunk", f"{language}:{word}")
        for (data,) in rows:
            pairs.frombytes(data)
        return pairs

    def _all_lengths(self, language: Language) -> array[int]:
        if language not in self._lengths:
            lengths = array("I")
            rows = self._rows("SELECT lengths FROM lengths WHERE language = ? ORDER BY chunk", language.value)
            for (data,) in rows:
                lengths.frombytes(data)
            self._lengths[language] = lengths
        return self._lengths[language]

    def _rows(self, sql: str, *values: object) -> list[Any]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            problem = Problem(
                self.name, f"its index cannot be read ({error})", "delete the index, then try again"
            )
            raise InputError(problem) from error


class IndexBuilder:
    """Pairs written into an empty database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Make the tables."""
        connection.executescript(_FAST + SCHEMA)
        self._connection = connection
        self._last = self._first = 0
        self._named = 0
        self._words: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._lengths = Pair(array("I"), array("I"))

    def add(self, entry: MemoryEntry) -> None:
        """Write a pair; of one that is there already the later rank is kept."""
        parts = (*_both(entry.texts), *_both(entry.looks), f"{entry.is_coded:d}{entry.is_field:d}")
        number = digest("\x1f".join(parts))
        there = self._connection.execute(
            "SELECT pair, rank FROM pairs WHERE digest = ?", (number,)
        ).fetchone()
        if there is None:
            self._insert(entry, number)
        elif entry.rank > there[1]:
            change = "UPDATE pairs SET rank = ?, origin = ? WHERE pair = ?"
            self._connection.execute(change, (entry.rank, entry.origin, there[0]))

    def finish(self, facts: Mapping[str, str]) -> None:
        """Write what is left, and `facts` beside it."""
        self._flush()
        self._connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
        self._connection.commit()

    def _insert(self, entry: MemoryEntry, number: int) -> None:
        self._last += 1
        texts = (*_both(entry.texts), *_both(entry.looks))
        row = (self._last, number, *texts, entry.is_coded, entry.rank, entry.origin)
        self._connection.execute("INSERT INTO pairs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        for language in Language:
            self._key(entry, language)
        if self._last - self._first >= CHUNK or self._named >= MAX_KEPT:
            self._flush()

    def _key(self, entry: MemoryEntry, language: Language) -> None:
        """Write the keys of a pair by one of its texts, and keep the words of it."""
        text = entry.texts.in_(language)
        keys = set(_keys(entry, language))
        self._connection.executemany("INSERT INTO keys VALUES (?, ?)", [(one, self._last) for one in keys])
        found = folded(text) if not entry.is_field else ""
        self._lengths.in_(language).append(len(found))
        for word in words(found):
            self._words[f"{language}:{word}"].append(self._last)
            self._named += 1

    def _flush(self) -> None:
        chunk = self._first
        rows = ((word, chunk, pairs.tobytes()) for word, pairs in sorted(self._words.items()))
        self._connection.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)
        for language, lengths in self._lengths.items():
            row = (language.value, chunk, lengths.tobytes())
            self._connection.execute("INSERT OR REPLACE INTO lengths VALUES (?, ?, ?)", row)
            del lengths[:]
        self._words.clear()
        self._first, self._named = self._last, 0


def of(entries: Iterable[MemoryEntry]) -> Index:
    """Return an index in memory."""
    connection = sqlite3.connect(":memory:")
    index = Index(connection)
    builder = IndexBuilder(connection)
    for entry in entries:
        builder.add(entry)
    builder.finish({})
    return index


def _both(pair: Pair[str]) -> tuple[str, str]:
    return pair.cy, pair.en


def _keys(entry: MemoryEntry, language: Language) -> Iterator[int]:
    text, looks = entry.texts.in_(language), entry.looks.in_(language)
    if entry.is_field:
        yield key("field", language, folded_lines(text))
        return
    found = folded(text)
    yield key("words", language, found)
    if looks and not entry.is_coded:
        yield key("looks", language, signature(decoded(looks)))
    if (
        not entry.is_coded
        and not any((entry.looks.cy, entry.looks.en))
        and (outline := shape(found, language))
    ):
        yield key("shape", language, outline)

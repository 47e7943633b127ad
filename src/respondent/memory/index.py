"""An index of pairs of texts, which finds exact matches by key and similar texts by the words they share.

It is an SQLite database, so that the size of a memory does not decide how much RAM is needed. Each pair is
stored once and has several keys (see `folding`). Each word lists the pairs that contain it.
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

MAX_MATCHES = 50
"""How many pairs of one key are compared. A larger memory repeats stock sentences; the newest are enough."""

MAX_CANDIDATES = 20_000
"""How many pairs one search weighs, rarest words first. *The* or *yn* alone would list nearly all of them."""

PAIRS_PER_CHUNK = 50_000
"""How many pairs are held in RAM before their words are written, so that large memories can be indexed."""

MAX_WORDS_HELD = 2_000_000
"""How many words are held in RAM before they are written. Long pairs reach this limit first."""

_FAST = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;"
"""Safety against power cuts is not needed here: an index that is not complete is thrown away."""

SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE pairs (
    pair INTEGER PRIMARY KEY, digest INTEGER UNIQUE, cy TEXT, en TEXT, cy_formatting TEXT, en_formatting TEXT,
    is_coded INTEGER, rank TEXT, origin TEXT
);
CREATE TABLE keys (key INTEGER, pair INTEGER, PRIMARY KEY (key, pair)) WITHOUT ROWID;
CREATE TABLE words (word TEXT, chunk INTEGER, pairs BLOB, PRIMARY KEY (word, chunk)) WITHOUT ROWID;
CREATE TABLE lengths (
    language TEXT, chunk INTEGER, lengths BLOB, PRIMARY KEY (language, chunk)
) WITHOUT ROWID;
"""


class IndexMatch(NamedTuple):
    """A pair from an index, seen from one of its languages. The fields are the columns of the queries."""

    source: str
    target: str
    source_formatting: str
    target_formatting: str
    is_coded: int
    rank: str
    origin: str


@cache
def _columns(language: Language) -> str:
    return (
        f"{language}, {language.other}, {language}_formatting, {language.other}_formatting, "
        "is_coded, rank, origin"
    )


@cache
def _by_key(language: Language) -> str:
    return (
        f"SELECT {_columns(language)} FROM keys JOIN pairs USING (pair) WHERE key = ? "
        f"ORDER BY pair DESC LIMIT {MAX_MATCHES}"
    )


class Index:
    """Pairs of texts in an open database."""

    def __init__(self, connection: sqlite3.Connection, name: str = "") -> None:
        """Open a database that `IndexBuilder` has made; `name` is the origin that matches give."""
        self.name = name
        self._connection = connection
        self.close = finalize(self, connection.close)
        """Closes the database. This happens by itself when the index is no longer used."""
        self._lengths: dict[Language, array[int]] = {}

    def facts(self) -> Mapping[str, str]:
        """Return the facts stored with the pairs, such as the digest of the file they come from."""
        return dict(self._rows("SELECT name, value FROM facts"))

    def find(self, key: int, language: Language) -> list[IndexMatch]:
        """Return the pairs of a key, the best first."""
        matches = [IndexMatch._make(row) for row in self._rows(_by_key(language), key)]
        matches.sort(key=lambda match: match.rank, reverse=True)
        matches.sort(key=lambda match: match.is_coded)
        return matches

    def like(self, text: str, language: Language, cutoff: float, limit: int) -> list[IndexMatch]:
        """Return pairs that share words with a folded text and are not much longer or shorter.

        Args:
            text: The text.
            language: Its language.
            cutoff: The lowest score, of 100. Pairs whose length alone rules it out are not returned.
            limit: How many at most: those that share the most and the rarest words.
        """
        # The score is 200 * common / (a + b), and at most the shorter text can be common to both: from
        # cutoff <= 200 * short / (short + long) follows short / long >= cutoff / (200 - cutoff).
        weights = self._weights(text, language)
        lengths = self._all_lengths(language)
        ratio = cutoff / (200 - cutoff)
        low, high = len(text) * ratio, len(text) / ratio if ratio else float("inf")
        near = ((weight, pair) for pair, weight in weights.items() if low <= lengths[pair - 1] <= high)
        chosen = [pair for _, pair in heapq.nlargest(limit, near)]
        marks = ",".join("?" * len(chosen))
        sql = f"SELECT {_columns(language)} FROM pairs WHERE pair IN ({marks}) ORDER BY rank DESC, pair DESC"
        return [IndexMatch._make(row) for row in self._rows(sql, *chosen)]

    def containing(self, text: str, language: Language, limit: int) -> list[IndexMatch]:
        """Return the pairs that have all words of a folded text, in any order, the best ones first."""
        lists = sorted((self._pairs_with(word, language) for word in words(text)), key=len)
        if not lists:
            return []
        pairs = set(lists[0]).intersection(*lists[1:])
        # SQLite allows 999 values in the oldest versions; nobody reads more matches than that.
        chosen = heapq.nlargest(min(limit, 900), pairs)
        marks = ",".join("?" * len(chosen))
        sql = f"SELECT {_columns(language)} FROM pairs WHERE pair IN ({marks}) ORDER BY rank DESC, pair DESC"
        return [IndexMatch._make(row) for row in self._rows(sql, *chosen)]

    def _weights(self, text: str, language: Language) -> dict[int, float]:
        """Return pairs with the weight of the words that they share with a text.

        A rare word says more about what a text is like than a common one: its weight is the logarithm of how
        rare it is, the inverse document frequency of search engines.
        """
        lists = sorted((self._pairs_with(word, language) for word in words(text)), key=len)
        total = len(self._all_lengths(language))
        weights: dict[int, float] = defaultdict(float)
        weighed = 0
        for pairs in lists:
            weighed += len(pairs)
            if weighed > MAX_CANDIDATES and weights:
                break
            weight = log(1 + total / len(pairs)) if pairs else 0
            for pair in pairs[-MAX_CANDIDATES:]:
                weights[pair] += weight
        return weights

    def _pairs_with(self, word: str, language: Language) -> array[int]:
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
        self._words_held = 0
        self._words: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._lengths = Pair(array("I"), array("I"))

    def add(self, entry: MemoryEntry) -> None:
        """Write a pair. If it is there already, keep the higher rank."""
        parts = (*_both(entry.texts), *_both(entry.formatting), f"{entry.is_coded:d}{entry.is_field:d}")
        number = digest("\x1f".join(parts))
        known = self._connection.execute(
            "SELECT pair, rank FROM pairs WHERE digest = ?", (number,)
        ).fetchone()
        if known is None:
            self._insert(entry, number)
        elif entry.rank > known[1]:
            change = "UPDATE pairs SET rank = ?, origin = ? WHERE pair = ?"
            self._connection.execute(change, (entry.rank, entry.origin, known[0]))

    def finish(self, facts: Mapping[str, str]) -> None:
        """Write the remaining pairs, and `facts` with them."""
        self._flush()
        self._connection.executemany("INSERT INTO facts VALUES (?, ?)", facts.items())
        self._connection.commit()

    def _insert(self, entry: MemoryEntry, number: int) -> None:
        self._last += 1
        texts = (*_both(entry.texts), *_both(entry.formatting))
        row = (self._last, number, *texts, entry.is_coded, entry.rank, entry.origin)
        self._connection.execute("INSERT INTO pairs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        for language in Language:
            self._key(entry, language)
        if self._last - self._first >= PAIRS_PER_CHUNK or self._words_held >= MAX_WORDS_HELD:
            self._flush()

    def _key(self, entry: MemoryEntry, language: Language) -> None:
        """Write the keys of a pair in one language, and hold the words of its text until `_flush`."""
        text = entry.texts.in_(language)
        keys = set(_keys(entry, language))
        self._connection.executemany("INSERT INTO keys VALUES (?, ?)", [(key, self._last) for key in keys])
        searched = "" if entry.is_field else folded(text)  # similar texts are sought by segment and sentence
        self._lengths.in_(language).append(len(searched))
        for word in words(searched):
            self._words[f"{language}:{word}"].append(self._last)
            self._words_held += 1

    def _flush(self) -> None:
        chunk = self._first
        rows = ((word, chunk, pairs.tobytes()) for word, pairs in sorted(self._words.items()))
        self._connection.executemany("INSERT INTO words VALUES (?, ?, ?)", rows)
        for language, lengths in self._lengths.items():
            row = (language.value, chunk, lengths.tobytes())
            self._connection.execute("INSERT OR REPLACE INTO lengths VALUES (?, ?, ?)", row)
            del lengths[:]
        self._words.clear()
        self._first, self._words_held = self._last, 0


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
    text, formatting = entry.texts.in_(language), entry.formatting.in_(language)
    if entry.is_field:
        yield key("field", language, folded_lines(text))
        return
    words_alone = folded(text)
    yield key("words", language, words_alone)
    if entry.is_coded:
        return
    if formatting:
        yield key("formatting", language, signature(decoded(formatting)))
    if entry.formatting == Pair("", "") and (outline := shape(words_alone, language)):
        yield key("shape", language, outline)

"""The agreed terms of an office and of the field, which precede the lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from respondent.grammar.welsh.mutation import nfc

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    from typing import TypedDict

    from respondent.grammar.welsh.mutation import Mutation
    from respondent.grammar.welsh.noun import Article, Gender, Mutates, Number, Sound

    class NounFields(TypedDict, total=False):
        """The agreed facts about a word, by the fields of a noun, without open ones."""

        gender: Gender
        number: Number
        plural: str
        mutates: Mutates
        initial_sound: Sound
        article: Article
        forms: Mapping[Mutation, str]

else:
    NounFields = dict


FIELDS = ("gender", "number", "plural", "mutates", "initial_sound", "article")
"""The columns of a table of terms that the grammar reads, each a field of a noun."""


class Terms:
    """Agreed words by their Welsh. They are passed as a value and change no table of the grammar.

    >>> Terms({key("canllaw"): {"gender": "f"}}).lookup("Canllaw")
    {'gender': 'f'}
    """

    __slots__ = ("records",)

    def __init__(self, records: Mapping[str, NounFields] | None = None) -> None:
        """Store the agreed facts about each word, by its `key`."""
        self.records: Mapping[str, NounFields] = records or {}

    def lookup(self, text: str) -> NounFields:
        """Return the agreed facts about a text, as written or else in lower case."""
        written, small = self.records.get(_plain(text), {}), self.records.get(key(text), {})
        return _over(written, small) if written and small else written or small

    def over(self, fallback: Terms) -> Terms:
        """Combine both field by field. These terms precede the others."""
        merged = dict(fallback.records)
        for name, fields in self.records.items():
            merged[name] = _over(fields, merged.get(name, {}))
        return Terms(merged)


NONE = Terms()
"""No terms of an office. The shipped terms still apply."""


def key(cy: str, *, is_name: bool = False) -> str:
    """Return the key of a Welsh word or phrase, the same with and without capitals.

    A name of one word keeps its capital, since the word without it may be another: *Glas, glas*.

    >>> key("Prif Gwnstabl"), key("Glas", is_name=True)
    ('prif gwnstabl', 'Glas')
    """
    plain = _plain(cy)
    return plain if is_name and " " not in plain else plain.casefold()


def agreed(text: str, terms: Terms) -> NounFields:
    """Return the agreed facts about a text, field by field from the office or else from the shipped terms."""
    ours, theirs = terms.lookup(text), shipped().lookup(text)
    return _over(ours, theirs) if ours and theirs else ours or theirs


@cache
def shipped() -> Terms:
    """Return the agreed terms of the field from `data/terms.csv`, which is read on first use.

    Abbreviations are left out: how their first letter is pronounced is not settled (W12).
    """
    return of_rows(row for row in shipped_rows() if row["part_of_speech"] != "abbreviation")


@cache
def shipped_rows() -> tuple[Mapping[str, str], ...]:
    """Return the rows of `data/terms.csv`, by the names of its columns."""
    import csv  # slow to import, and most runs of the program look no word up
    from pathlib import Path

    file = Path(__file__).parent / "data" / "terms.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def of_rows(rows: Iterable[Mapping[str, str]]) -> Terms:
    """Return the terms of the rows of a table, by the names of its columns. The values must be valid.

    >>> of_rows([{"cy": "yr Heddlu Metropolitan", "gender": "m"}]).lookup("Yr Heddlu Metropolitan")
    {'gender': 'm', 'article': 'built-in'}
    """
    records: dict[str, NounFields] = {}
    for row in rows:
        if fields := _fields(row):
            name = key(row["cy"], is_name=row.get("part_of_speech") == "name")
            records[name] = _over(fields, records.get(name, {}))
    return Terms(records)


def _fields(row: Mapping[str, str]) -> NounFields:
    """Return the facts in a row. An article in the term is built in."""
    fields: NounFields = {name: row[name] for name in FIELDS if row.get(name)}  # type: ignore[assignment]  # as read
    if row["cy"].lower().startswith(("y ", "yr ")):
        fields["article"] = "built-in"
    return fields


def _over(first: NounFields, fallback: NounFields) -> NounFields:
    return {**fallback, **first}


def _plain(text: str) -> str:
    return nfc(text).replace("’", "'")

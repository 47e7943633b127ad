"""Agreed terms as checks ask for them: the English found in a text, its Welsh recognised in every form.

A row of a table of terms says which Welsh is agreed for some English. Other wordings that are in use stand in
its `variants`, with ``|`` between them. What must not be used is marked: a row with the status ``forbidden``,
or a variant with ``!`` before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from io import StringIO
from typing import NamedTuple, Protocol, TypeAlias

from respondent.checks.passages import OTHER, Passage, split
from respondent.grammar.welsh import radicals
from respondent.language import Pair
from respondent.response.terms import FORBIDDEN

UNVERIFIED = "unverified"
"""The status of a row that nobody has confirmed."""

ABBREVIATION = "abbreviation"

Words: TypeAlias = tuple[str, ...]


class ConceptRow(Protocol):
    """A row of a table of terms."""

    @property
    def cells(self) -> Mapping[str, str]:
        """What it says, by column."""


class Token(NamedTuple):
    """A word of a text."""

    word: str
    """In small letters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ConceptTerm:
    """One row: some English, and the Welsh that is agreed for it."""

    en: str
    """The English, without the initials in brackets that may follow it."""

    cy: str
    """The Welsh that is preferred."""

    wordings: tuple[str, ...]
    """All that may be used: the preferred Welsh, its plural, the variants."""

    forbidden: tuple[str, ...]
    """What is not to be used."""

    kind: str
    """Its part of speech."""

    initials: str = ""
    """The English initials that the row gives: ``NPCC``."""

    plural: str = ""
    """The Welsh plural, where the row gives one: it is among the wordings."""

    has_plural: bool = False
    """Whether the Welsh plural is known, or the row itself is a plural."""

    is_verified: bool = True


class TermUse(NamedTuple):
    """A term that a text uses."""

    term: ConceptTerm
    words: str
    """As the text has them."""

    is_plural: bool


@dataclass(frozen=True)
class Vocabulary:
    """The terms that hold for a letter."""

    terms: tuple[ConceptTerm, ...]

    @cached_property
    def _by_first_word(self) -> Mapping[str, list[tuple[Words, ConceptTerm, bool]]]:
        by_first_word: dict[str, list[tuple[Words, ConceptTerm, bool]]] = defaultdict(list)
        for term in self.terms:
            for form, is_plural in _english_forms(term):
                by_first_word[form[0]].append((form, term, is_plural))
        return by_first_word

    def uses(self, text: str) -> list[TermUse]:
        """Return the terms that an English text uses, in its order; of terms that overlap, the longest."""
        if "@" in text or "www." in text or "://" in text:
            text = _ADDRESS.sub("", text)
        spans = list(self._spans(text))
        by_index: dict[int, TermUse] = {}
        covered: set[int] = set()
        for index, length, use in sorted(spans, key=lambda span: (-span[1], span[0])):
            places = range(index, index + length)
            if covered.isdisjoint(places):
                covered.update(places)
                by_index[index] = use
        return [by_index[index] for index in sorted(by_index)]

    def _spans(self, text: str) -> Iterator[tuple[int, int, TermUse]]:
        """Yield every term of a text: at which word, of how many words."""
        all_words, places = split(text), None
        beginnings = self._by_first_word
        for index, word in enumerate(all_words):
            for form, term, is_plural in beginnings.get(word, ()):
                if all_words[index : index + len(form)] == form and not (
                    term.kind == "noun" and len(form) == 1 and _is_verb(all_words, index, is_plural=is_plural)
                ):
                    places = places or [match.span() for match in _WORD.finditer(text)]
                    printed = text[places[index][0] : places[index + len(form) - 1][1]]
                    if _is_meant(term, printed):
                        yield index, len(form), TermUse(term, printed, is_plural)


class Welsh:
    """A Welsh text in which wordings are recognised, whatever has mutated."""

    def __init__(self, text: Words) -> None:
        self._words = text
        self._radicals = list(map(_radicals, text))

    @cached_property
    def _every_radical(self) -> str:
        """All that the words may be unmutated, each behind a space: where a stem begins none of them."""
        return " " + " ".join(radical for known in self._radicals for radical in known)

    def has(self, wording: str) -> bool:
        """Tell whether the text has a wording, with its first letter mutated or not."""
        return any(True for _ in self.places(wording))

    def places(self, wording: str, *, is_strict: bool = False) -> Iterator[str]:
        """Yield each place where a wording stands, as the text has it; strictly, nothing stands within it."""
        form = words(wording) or ("",)
        for index in [index for index, known in enumerate(self._radicals) if form[0] in known]:
            end = self._end(index + 1, form[1:], is_strict=is_strict)
            if end is not None:
                yield " ".join(self._words[index:end])

    def has_stem(self, wording: str, length: int) -> bool:
        """Tell whether a word of the text begins as the first one of a wording does, and the rest follows.

        For what the table does not give: the plural of a variant, the forms of a verb. The stem has so many
        letters, or two less than the word.
        """
        first, *rest = words(wording) or ("",)
        stem = first[: max(min(len(first) - 2, length), _SHORTEST_STEM)]
        if f" {stem}" not in self._every_radical:
            return False
        return any(
            any(radical.startswith(stem) for radical in known) and self._end(index + 1, rest) is not None
            for index, known in enumerate(self._radicals)
        )

    def _end(self, index: int, rest: Sequence[str], *, is_strict: bool = False) -> int | None:
        """Return where the rest of a wording ends that begins at a word; an article may stand within it."""
        for word in rest:
            is_article = index < len(self._words) and self._words[index] in _ARTICLES
            if is_article and word not in _ARTICLES and not is_strict:
                index += 1
            if index >= len(self._words) or _radicals(self._words[index]).isdisjoint(_radicals(word)):
                return None
            index += 1
        return index


class Rendering(NamedTuple):
    """A passage of the English letter beside that of the Welsh one."""

    english: Passage
    welsh: Passage
    words: Welsh
    """What the Welsh one says."""

    uses: list[TermUse]
    """The terms that the English one uses."""


def renderings(own: Pair[tuple[Passage, ...]], known: Vocabulary) -> Iterator[Rendering]:
    """Yield each passage of the English letter beside that of the Welsh one, where both say something.

    What the Welsh one quotes in English is taken out of the English one.
    """
    welsh = {passage.id: passage for passage in own.cy}
    for english in own.en:
        counterpart = welsh.get(english.id)
        if counterpart is None or not counterpart.text.strip(f"{OTHER} \n"):
            continue
        text = english.text
        for quoted in counterpart.others:
            text = text.replace(quoted, OTHER)
        yield Rendering(english, counterpart, Welsh(counterpart.words), known.uses(text))


def renders(welsh: Welsh, use: TermUse) -> bool:
    """Tell whether a Welsh text has one of the agreed wordings of a term that its English uses."""
    term = use.term
    if any(welsh.has(wording) for wording in term.wordings):
        return True
    if term.kind in _INFLECTED:
        # A verb changes its end, and what it governs may stand apart: “dwyn y Prif Gwnstabl i gyfrif”.
        return any(welsh.has_stem(words(wording)[0], _LONG_STEM) for wording in term.wordings)
    return any(_has_other_form(welsh, wording, use) for wording in term.wordings)


def _has_other_form(welsh: Welsh, wording: str, use: TermUse) -> bool:
    """Tell whether a Welsh text has a form of a wording that no row gives: a plural, a word made of it."""
    is_given = wording == use.term.wordings[0] and use.term.has_plural
    if use.is_plural and not is_given and welsh.has_stem(wording, _SHORTEST_STEM):
        return True  # vowels may change behind the stem: gorchymyn, gorchmynion
    return " " not in wording and len(wording) >= _LONG_STEM and welsh.has_stem(wording, _LONG_STEM)


# Stems for forms that no row gives. Four letters tell most Welsh plurals apart (*heddlu, heddluoedd*), but a
# word made of another (*cynllun, cynllunio*) needs six: shorter stems belong to several words.
_SHORTEST_STEM = 4
_LONG_STEM = 6
_ARTICLES = frozenset(("y", "yr", "r"))
_INFLECTED = frozenset(("verb-noun", "phrase"))

_WORD = re.compile(r"[^\W_]+")
# Addresses have words in them that no translator may change: they use no term.
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")
# “National Police Chiefs' Council (NPCC)”: the row gives the initials with the name.
_INITIALS = re.compile(r"\s*\(([A-Z]{2,})\)")
# *Area for improvement*, plural *areas for improvement*: the noun before the preposition takes the s.
_HEAD = re.compile(r"^(\w+)(?= (?:of|for|to|from|against|on) )")


def tokens(text: str) -> list[Token]:
    """Return the words of a text; a hyphen or an apostrophe ends one.

    >>> [token.word for token in tokens("Maes i'w wella")]
    ['maes', 'i', 'w', 'wella']
    """
    return [Token(match[0].casefold(), *match.span()) for match in _WORD.finditer(text)]


def vocabulary(own: Iterable[ConceptRow], scopes: Iterable[str]) -> Vocabulary:
    """Return the terms that hold where these `scopes` do: names of an area or a force, kinds of report.

    A row of the office stands before the shipped ones of the same English, and one with a scope before one
    without. What a shipped row says of an everyday word is left out (`EVERYDAY`).
    """
    scope_slugs = {slug(scope) for scope in scopes}
    listed = [row for row in own if _holds(row, scope_slugs)]
    listed.sort(key=lambda row: not row.cells.get("scope"))
    terms: dict[tuple[str, bool], ConceptTerm] = {}
    for term in (*(_term(row.cells) for row in listed), *_shipped_terms()):
        if "…" not in term.en + term.cy:
            terms.setdefault((term.en.casefold(), bool(term.wordings)), term)
    return Vocabulary(tuple(terms.values()))


@cache
def _shipped_terms() -> tuple[ConceptTerm, ...]:
    return tuple(_term(row.cells) for row in shipped() if row.cells["en"].casefold() not in EVERYDAY)


@cache
def shipped() -> tuple[ConceptRow, ...]:
    """Return the rows that come with the program."""
    from csv import DictReader
    from importlib.resources import files

    file = files("respondent.grammar.welsh").joinpath("data", "terms.csv")
    return tuple(_Shipped(row) for row in DictReader(StringIO(file.read_text(encoding="utf-8"), newline="")))


class _Shipped(NamedTuple):
    """A shipped row."""

    cells: Mapping[str, str]


def slug(text: str) -> str:
    """Return a name as scopes are compared: ``north-wales``.

    >>> slug("North Wales")
    'north-wales'
    """
    return "-".join(token.word for token in tokens(text))


def _holds(row: ConceptRow, scope_slugs: set[str]) -> bool:
    scope = row.cells.get("scope", "")
    return not scope or not scope_slugs.isdisjoint(slug(name) for name in re.split(r"[|,;]", scope))


def _term(cells: Mapping[str, str]) -> ConceptTerm:
    """Return what a row says."""
    variants = [variant.strip() for variant in cells.get("variants", "").split("|") if variant.strip()]
    status = cells.get("status", "").casefold()
    cy, plural = _plain(cells["cy"]), cells.get("plural", "")
    agreed = [_without_article(cy), plural, *(variant for variant in variants if not variant.startswith("!"))]
    never = [variant[1:].strip() for variant in variants if variant.startswith("!")]
    if status == FORBIDDEN:
        agreed, never = [], [*agreed, *never]
    initials = _INITIALS.search(cells["en"])
    return ConceptTerm(
        en=_plain(cells["en"]).removeprefix("to "),
        cy=cy,
        wordings=tuple(filter(None, agreed)),
        forbidden=tuple(filter(None, never)),
        kind=cells.get("part_of_speech", ""),
        initials=initials[1] if initials else "",
        plural=plural,
        has_plural=bool(plural) or cells.get("number") == "plural",
        is_verified=status != UNVERIFIED,
    )


def _plain(text: str) -> str:
    return _INITIALS.sub("", text)


def _without_article(text: str) -> str:
    """Return Welsh without the article that it begins with, which may be *'r* in a sentence."""
    return re.sub(r"^yr? ", "", text)


@lru_cache(maxsize=1024)
def _english_forms(term: ConceptTerm) -> tuple[tuple[Words, bool], ...]:
    """Return the English of a term, and its plurals: of the last word, and of the head before *of*."""
    form = words(term.en)
    plurals: list[Words] = []
    if form and term.kind in ("noun", "name", "verb-noun", ABBREVIATION):
        plurals.append((*form[:-1], _english_plural(form[-1])))
    if form and _HEAD.match(term.en):
        plurals.append((_english_plural(form[0]), *form[1:]))
    return tuple(
        (plural, is_plural)
        for plural, is_plural in ((form, False), *((plural, True) for plural in plurals))
        if plural
    )


def _english_plural(word: str) -> str:
    """Return the regular plural of an English word.

    >>> [_english_plural(word) for word in ("strategy", "breach", "force", "survey")]
    ['strategies', 'breaches', 'forces', 'surveys']
    """
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def _is_meant(term: ConceptTerm, printed: str) -> bool:
    """Tell whether words of a text are a term: names and initials keep their case."""
    if term.kind == ABBREVIATION:
        return printed.removesuffix("s") == term.en
    return term.kind != "name" or printed[:1].isupper()


def _is_verb(all_words: Words, index: int, *, is_plural: bool) -> bool:
    """Tell whether an English word that may be a noun is a verb: *it reports*, *the force reports a fall*."""
    before = all_words[index - 1] if index else ""
    behind = all_words[index + 1] if index + 1 < len(all_words) else ""
    is_before_object = is_plural and behind in _OBJECT and before not in _BEFORE_NOUN
    return before in _BEFORE_VERB or (before == "to" and not is_plural) or is_before_object


# Behind these no noun stands. *To* is not among them: *in response to reports*.
_BEFORE_VERB = frozenset(
    (
        *("i", "we", "you", "he", "she", "they", "it", "who", "will", "would", "shall"),
        *("should", "can", "could", "may", "might", "must", "not"),
    )
)
# Behind these a noun stands, and no verb: *in its reports the force says*.
_BEFORE_NOUN = frozenset(
    (
        *("a", "the", "this", "these", "those", "its", "his", "her", "their", "our", "my"),
        *("your", "whose", "all", "both", "each", "every", "some", "any", "many", "few"),
        *("several", "other", "such", "no", "in", "of", "from", "with", "without", "by", "on"),
        *("for", "about", "after", "before", "between", "under", "through", "into", "to", "as"),
        *("than", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    )
)
# Words that begin the object of a verb. None stands directly behind a plural noun, *that* apart: *reports
# that were late* is passed over with *the force reports that*.
_OBJECT = frozenset(
    ("that", "a", "an", "the", "no", "its", "his", "her", "their", "our", "my", "how", "what", "whether")
)


@lru_cache(maxsize=4096)
def words(text: str) -> Words:
    """Return the words of a text as terms are compared, in small letters."""
    return split(text)


def candidates(token: Token, forms: Mapping[str, list[tuple[Words, str]]]) -> list[tuple[Words, str]]:
    """Return what is filed under a Welsh word, mutated or not."""
    return [candidate for radical in _radicals(token.word) & forms.keys() for candidate in forms[radical]]


def is_at(all_tokens: Sequence[Token], index: int, form: Words) -> bool:
    """Tell whether a text has these Welsh words at an index, the first of them mutated or not."""
    if form[0] not in _radicals(all_tokens[index].word):
        return False
    return tuple(token.word for token in all_tokens[index + 1 : index + len(form)]) == form[1:]


@lru_cache(maxsize=8192)
def _radicals(word: str) -> frozenset[str]:
    return frozenset(radical.word for radical in radicals(word))


EVERYDAY: Mapping[str, str] = {
    "good": "a grade, and an everyday word",
    "adequate": "a grade, and an everyday word",
    "inadequate": "a grade, and an everyday word",
    "outstanding": "a grade; of a task it means not done yet",
    "force": "llu, but also heddlu, grym and a verb",
    "police": "heddlu, plismona, or a part of a longer name",
    "people": "*pobl*, and *unigolion*, *person ifanc*, *y rhai*",
    "report": "a verb too",
    "finding": "a verb too",
    "assurance": "part of names of posts and groups",
    "reassured": "a Welsh sentence says it in several ways",
    "governance": "a longer Welsh noun is also in use; to be confirmed",
    "version": "in the table for its gender",
    "information": "in the table for its gender",
    "strategy": "in the table for its gender",
    "process": "in the table for its gender; a verb too",
    "effect": "in the table for its gender",
    "research": "in the table for its gender; a verb too",
    "number": "in the table for its gender; *nifer, rhif*",
    "framework": "in the table for its gender",
    "status": "in the table for its gender",
    "sector": "in the table for its gender",
}
"""English of shipped rows that is not asked for, with the reason. An office asks by a row of its own."""

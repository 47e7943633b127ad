"""Reading a term base (TBX): concepts with their terms in Welsh and English.

Both generations of TBX are read. The old one (root `martif`) names a document type, which is ignored. The new
one (ISO 30042:2019, root `tbx`) has two styles: categories as attributes, and categories as elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from respondent.errors import InputError, Problem
from respondent.files.untrusted_xml import XmlKind, local, namespace
from respondent.files.untrusted_xml import root as root_of
from respondent.grammar.welsh.mutation import nfc
from respondent.language import Pair
from respondent.translation.tbx import categories
from respondent.translation.tbx.categories import Rank, plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_BYTES = 20_000_000
"""The largest file that is read. It has about 30,000 concepts."""

_AGAIN = "export the terms once more as TBX, or as a table with the columns of terms.csv"
_KIND = XmlKind("TBX", _AGAIN, MAX_BYTES, may_name_type=True)
_ROOTS = ("martif", "tbx")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_ELSE = {
    "tmx": (
        "this is a translation memory (TMX), which holds no terms",
        "put it into the folder memory of the workspace, and run `respondent fill`",
    ),
    "xliff": ("this is XLIFF, which holds texts and no terms", "take it with `respondent take`"),
}


class TermFact(NamedTuple):
    """A statement about a term."""

    category: str
    """Its category, as the file has it: ``partOfSpeech``."""

    text: str


@dataclass(frozen=True, slots=True)
class TbxTerm:
    """A term in one language."""

    text: str
    facts: tuple[TermFact, ...]
    """The statements about it, then those about its language, then those about its concept."""

    def said(self, *wanted: str) -> str:
        """Return what is said in the first of some categories; empty where nothing is."""
        return next(self.all_said(*wanted), "")

    def all_said(self, *wanted: str) -> Iterator[str]:
        """Yield all that is said in some categories."""
        names = {plain(one) for one in wanted}
        yield from (fact.text for fact in self.facts if plain(fact.category) in names)

    @property
    def rank(self) -> Rank:
        """How much it is to be used before others."""
        found = (categories.RANKS.get(plain(text)) for text in self.all_said(*categories.STATUSES))
        return next((rank for rank in found if rank is not None), Rank.UNRANKED)

    @property
    def short(self) -> str:
        """What kind of short form it is; empty for a full one."""
        said = (*self.all_said("termType"), *self.all_said("partOfSpeech"))
        return next((kind for text in said if (kind := categories.SHORT.get(plain(text)))), "")

    @property
    def is_plural(self) -> bool:
        """Whether it is said to be a plural."""
        return categories.NUMBERS.get(plain(self.said("grammaticalNumber"))) == "plural"


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a term base."""

    line: int
    """Where it begins in the file."""

    words: Pair[tuple[TbxTerm, ...]]
    """Its terms, in the order of the file; British English before other kinds."""


def is_xml(data: bytes) -> bool:
    """Tell whether a file is meant as XML, in whatever encoding."""
    return data[:64].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def read(data: bytes, name: str) -> tuple[Concept, ...]:
    """Return the concepts of a term base.

    Raises:
        InputError: if it cannot be read, is no term base, or has no concept in both languages.
    """
    root = root_of(data, name, _KIND)
    if local(root) not in _ROOTS:
        what = f"this is no TBX file: it begins with <{local(root)[:40]}>"
        raise InputError(Problem(name, *_ELSE.get(local(root), (what, _AGAIN))))
    concepts = tuple(_concept(one) for one in root.iter() if local(one) in categories.CONCEPTS)
    if not any(concept.words.cy and concept.words.en for concept in concepts):
        tags = sorted({_tag(one) for one in root.iter() if local(one) in categories.SECTIONS} - {""})
        what = f"nothing in it has a term in both Welsh and English; its languages: {_listed(tags)}"
        raise InputError(Problem(name, what, "export it with both, as cy and en"))
    return concepts


def _listed(tags: list[str]) -> str:
    return ", ".join(tag[:20] for tag in tags[:6]) or "none"


def _concept(element: Element) -> Concept:
    shared = tuple(_facts(element))
    sections = [child for child in element if local(child) in categories.SECTIONS]
    sections.sort(key=lambda one: not _region(one).startswith("gb"))
    found = {
        language: [section for section in sections if _language(section) == language]
        for language in categories.LANGUAGES.values()
    }
    words = Pair.of(lambda language: tuple(_unique(_words(found[language], shared))))
    return Concept(int(str(element.sourceline or 1)), words)


def _tag(section: Element) -> str:
    return (section.get(_LANG) or section.get("lang") or "").strip()


def _language(section: Element) -> str | None:
    return categories.LANGUAGES.get(re.split(r"[-_ ]", _tag(section).casefold())[0])


def _region(section: Element) -> str:
    return re.split(r"[-_]", _tag(section).casefold(), maxsplit=1)[-1]


def _words(sections: Iterable[Element], shared: tuple[TermFact, ...]) -> Iterator[TbxTerm]:
    for section in sections:
        of_language = tuple(_facts(section))
        for one in section:
            term = next((part for part in one.iter() if local(part) == "term"), None)
            if local(one) in categories.TERMS and term is not None and (text := _text(term)):
                yield TbxTerm(text, (*_facts(one), *of_language, *shared))


def _unique(words: Iterable[TbxTerm]) -> Iterator[TbxTerm]:
    """Yield words, each text once: what is said where it stands first counts."""
    found: dict[str, TbxTerm] = {}
    for word in words:
        found.setdefault(word.text, word)
    yield from found.values()


def _facts(element: Element) -> Iterator[TermFact]:
    """Yield what is said directly in a concept, a language or a term."""
    for child in element:
        name = local(child)
        if name in categories.GROUPS:
            yield from _facts(child)
        elif name == "descripGrp":
            yield from _description(child)
        elif (category := _category(child, name)) and (text := _text(child)):
            yield TermFact(category, text)


def _description(group: Element) -> Iterator[TermFact]:
    """Yield a description with its own source behind it, which is not that of the term."""
    inside = [TermFact(_category(child, local(child)), _text(child)) for child in group]
    sources = ", ".join(fact.text for fact in inside if fact.category in categories.SOURCES and fact.text)
    for category, text in inside:
        if category and text and category not in categories.SOURCES:
            yield TermFact(category, f"{text} ({sources})" if sources else text)
            sources = ""


def _category(element: Element, name: str) -> str:
    """Return what an element is about: by its `type`, or by its name where it is one of a module's own."""
    if name in categories.CARRIERS:
        return element.get("type") or categories.CARRIERS[name]
    space = namespace(element)
    return name if space and space != namespace(element.getroottree().getroot()) else ""


def _text(element: Element) -> str:
    return nfc(" ".join("".join(_pieces(element)).split()))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local(child) in categories.WORDS:
            yield from _pieces(child)
        yield child.tail or ""

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
"""The size limit of a term base: about 30,000 concepts."""

_AGAIN = "export the terms again as TBX, or as a table with the columns of terms.csv"
_KIND = XmlKind("TBX", _AGAIN, MAX_BYTES, may_name_type=True)
_ROOTS = ("martif", "tbx")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_ELSE = {
    "tmx": (
        "this is a translation memory (TMX), which contains no terms",
        "put it into the folder memory of the workspace, and run `respondent fill`",
    ),
    "xliff": ("this is XLIFF, which contains texts and no terms", "import it with `respondent take`"),
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

    def text_of(self, *selected: str) -> str:
        """Return the first statement in some categories; empty if there is none."""
        return next(self.texts(*selected), "")

    def texts(self, *selected: str) -> Iterator[str]:
        """Yield the statements in some categories."""
        names = {plain(category) for category in selected}
        yield from (fact.text for fact in self.facts if plain(fact.category) in names)

    @property
    def rank(self) -> Rank:
        """Its precedence over other terms."""
        ranks = (categories.RANKS.get(plain(text)) for text in self.texts(*categories.STATUSES))
        return next((rank for rank in ranks if rank is not None), Rank.UNRANKED)

    @property
    def short(self) -> str:
        """Its kind of short form; empty for a full form."""
        texts = (*self.texts("termType"), *self.texts("partOfSpeech"))
        return next((kind for text in texts if (kind := categories.SHORT.get(plain(text)))), "")

    @property
    def is_plural(self) -> bool:
        """Whether the file marks it as a plural."""
        return categories.NUMBERS.get(plain(self.text_of("grammaticalNumber"))) == "plural"


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a term base."""

    line: int
    """Its first line in the file."""

    words: Pair[tuple[TbxTerm, ...]]
    """Its terms in the order of the file, with British English before other varieties."""


def is_xml(data: bytes) -> bool:
    """Return whether a file begins as XML, in any encoding."""
    return data[:64].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")


def read(data: bytes, name: str) -> tuple[Concept, ...]:
    """Return the concepts of a term base.

    Raises:
        InputError: if it cannot be read, is not a term base, or has no concept in both languages.
    """
    root = root_of(data, name, _KIND)
    if local(root) not in _ROOTS:
        what = f"this is not a TBX file: it begins with <{local(root)[:40]}>"
        raise InputError(Problem(name, *_ELSE.get(local(root), (what, _AGAIN))))
    concepts = tuple(_concept(element) for element in root.iter() if local(element) in categories.CONCEPTS)
    if not any(concept.words.cy and concept.words.en for concept in concepts):
        tags = sorted(
            {_tag(element) for element in root.iter() if local(element) in categories.SECTIONS} - {""}
        )
        what = f"no concept has terms in both Welsh and English; its languages: {_listed(tags)}"
        raise InputError(Problem(name, what, "export it with both languages, as cy and en"))
    return concepts


def _listed(tags: list[str]) -> str:
    return ", ".join(tag[:20] for tag in tags[:6]) or "none"


def _concept(element: Element) -> Concept:
    shared = tuple(_facts(element))
    sections = [child for child in element if local(child) in categories.SECTIONS]
    sections.sort(key=lambda section: not _region(section).startswith("gb"))
    by_language = {
        language: [section for section in sections if _language(section) == language]
        for language in categories.LANGUAGES.values()
    }
    words = Pair.of(lambda language: tuple(_unique(_words(by_language[language], shared))))
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
        for element in section:
            term = next((part for part in element.iter() if local(part) == "term"), None)
            if local(element) in categories.TERMS and term is not None and (text := _text(term)):
                yield TbxTerm(text, (*_facts(element), *of_language, *shared))


def _unique(words: Iterable[TbxTerm]) -> Iterator[TbxTerm]:
    """Yield each text once, with the statements of its first occurrence."""
    unique: dict[str, TbxTerm] = {}
    for word in words:
        unique.setdefault(word.text, word)
    yield from unique.values()


def _facts(element: Element) -> Iterator[TermFact]:
    """Yield the statements directly in a concept, a language or a term."""
    for child in element:
        name = local(child)
        if name in categories.GROUPS:
            yield from _facts(child)
        elif name == "descripGrp":
            yield from _description(child)
        elif (category := _category(child, name)) and (text := _text(child)):
            yield TermFact(category, text)


def _description(group: Element) -> Iterator[TermFact]:
    """Yield a description followed by its own source, which is not the source of the term."""
    inside = [TermFact(_category(child, local(child)), _text(child)) for child in group]
    sources = ", ".join(fact.text for fact in inside if fact.category in categories.SOURCES and fact.text)
    for category, text in inside:
        if category and text and category not in categories.SOURCES:
            yield TermFact(category, f"{text} ({sources})" if sources else text)
            sources = ""


def _category(element: Element, name: str) -> str:
    """Return the category of an element: its `type`, or its name if it belongs to a TBX module."""
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

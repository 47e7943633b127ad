"""Term bases as other programs write them, for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

OLD = '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">'


@dataclass(frozen=True)
class Word:
    """A term and what is said of it, by the categories of TBX."""

    text: str
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Concept:
    """A concept, with terms by language code, and what is said of all of them."""

    words: Mapping[str, Iterable[Word]]
    said: Mapping[str, str] = field(default_factory=dict)


NOTES = ("partOfSpeech", "grammaticalGender", "grammaticalNumber", "termType", "administrativeStatus")
MODULES = {
    **dict.fromkeys(("partOfSpeech", "administrativeStatus", "subjectField"), "min"),
    **dict.fromkeys(("grammaticalGender", "termType", "definition", "context", "source"), "basic"),
    "grammaticalNumber": "ling",
}


def attribute(category: str, text: str) -> str:
    """Return a category as an attribute, as the old generation and one style of the new have it."""
    name = "termNote" if category in NOTES else "admin" if category == "source" else "descrip"
    if category == "note":
        return f"<note>{escape(text)}</note>"
    return f"<{name} type={quoteattr(category)}>{escape(text)}</{name}>"


def element(category: str, text: str) -> str:
    """Return a category as an element of its own, as the other style of the new generation has it."""
    if category == "note":
        return f"<note>{escape(text)}</note>"
    name = f"{MODULES[category]}:{category}"
    return f"<{name}>{escape(text)}</{name}>"


def _body(
    concepts: Iterable[Concept], names: tuple[str, str, Callable[[str], str]], say: Callable[[str, str], str]
) -> str:
    entry, section, wrap = names
    out = []
    for concept in concepts:
        parts = [say(*one) for one in concept.said.items()]
        for language, words in concept.words.items():
            ones = "\n".join(
                wrap(f"<term>{escape(word.text)}</term>" + "".join(say(*one) for one in word.said.items()))
                for word in words
            )
            parts.append(f"<{section} xml:lang={quoteattr(language)}>{ones}</{section}>")
        out.append(f"<{entry}>{''.join(parts)}</{entry}>")
    return "\n".join(out)


def old(concepts: Iterable[Concept]) -> bytes:
    """Return a term base of the old generation, with `tig`."""
    body = _body(concepts, ("termEntry", "langSet", lambda text: f"<tig>{text}</tig>"), attribute)
    return f'<?xml version="1.0"?>\n{OLD}\n<martif type="TBX" xml:lang="en"><martifHeader/><text><body>\n{body}\n</body></text></martif>'.encode()


def nested(concepts: Iterable[Concept]) -> bytes:
    """Return a term base of the old generation in UTF-16, with `ntig`, as MultiTerm writes it."""
    wrap = lambda text: f"<ntig><termGrp>{text}</termGrp></ntig>"  # noqa: E731 - one of four
    body = _body(concepts, ("termEntry", "langSet", wrap), attribute)
    text = f'<?xml version="1.0" encoding="UTF-16"?>\n<martif type="TBX"><text><body>{body}</body></text></martif>'
    return text.encode("utf-16")


def _new(concepts: Iterable[Concept], style: str, say: Callable[[str, str], str]) -> bytes:
    body = _body(concepts, ("conceptEntry", "langSec", lambda text: f"<termSec>{text}</termSec>"), say)
    spaces = " ".join(
        f'xmlns:{prefix}="http://www.tbxinfo.net/ns/{name}"'
        for prefix, name in (("min", "min"), ("basic", "basic"), ("ling", "linguist"))
    )
    return (
        f'<tbx type="TBX-Basic" style="{style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" {spaces}>'
        f"<tbxHeader/><text><body>\n{body}\n</body></text></tbx>"
    ).encode()


def attributes(concepts: Iterable[Concept]) -> bytes:
    """Return a term base of the new generation, categories as attributes."""
    return _new(concepts, "dca", attribute)


def elements(concepts: Iterable[Concept]) -> bytes:
    """Return a term base of the new generation, categories as elements."""
    return _new(concepts, "dct", element)


FORMS: tuple[Callable[[Iterable[Concept]], bytes], ...] = (old, nested, attributes, elements)

"""The formatting of paragraphs and runs that the styles and lists of a Word document define."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

from respondent.files.package import NUMBERING, STYLES, W, parse
from respondent.language import Language

Element: TypeAlias = Any
"""An lxml element, which the stubs make awkward to walk."""

# The values of ST_OnOff that mean off (ISO/IEC 29500-1, 22.9.2.7); `none` is accepted too.
_OFF = ("0", "false", "off", "none")

# Word writes the names of built-in styles in English in every language (17.7.4.9). Only ids are translated.
_HEADINGS = {f"heading {level}": level for level in range(1, 10)}
_DEEPEST_CHAIN = 30
"""The limit of `basedOn` links, which ends a circular chain. Real chains are much shorter."""


@dataclass(frozen=True, slots=True)
class Style:
    """The formatting of a style and of all styles that it is based on; none where none of them sets it."""

    name: str = ""
    """Its name in lower case, the same in every language of Word: ``list bullet``."""

    strong: bool | None = None
    emphasis: bool | None = None
    is_hidden: bool | None = None
    is_struck: bool | None = None
    language: Language | None = None
    level: int | None = None
    """The level of a heading, from 1."""

    list: tuple[str, int] | None = None
    """The id of the list, and the level in it, from 0."""

    indent: int | None = None
    """The distance from the margin, in twentieths of a point."""


_NOTHING = Style()

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListMark:
    """The bullet or number of a paragraph in a list."""

    is_numbered: bool
    level: int
    """From 0."""

    list: str
    """The id of its list in the document."""

    numbering: str = ""
    """How its list is numbered where not as ``1.``: the marker of a first item, ``(a)`` or ``i)``."""


@dataclass(slots=True)
class DocumentFormatting:
    """The styles and lists of one document."""

    styles: Mapping[str, Element]
    lists: Mapping[tuple[str, int], str]
    """The number format of each level of each list: ``bullet``, ``decimal``."""

    language: Language | None
    """The default language of the document."""

    resolved: dict[str, Style] = field(default_factory=dict)

    def style(self, id: str | None) -> Style:
        """Return the formatting of a style and of all styles that it is based on."""
        if not id:
            return _NOTHING
        if id not in self.resolved:
            self.resolved[id] = self._resolve(id)
        return self.resolved[id]

    def mark(self, properties: Element | None, style: Style) -> ListMark | None:
        """Return the bullet or number of a paragraph, from its properties and its style."""
        own = _list(properties)
        place = own if own is not None else style.list
        number_format = self.lists.get(place) if place else None
        # A paragraph leaves the list of its style with numId 0, which no list has (17.9.18).
        if place is None or number_format is None or _NO_MARK.match(number_format):
            return None
        is_numbered = not number_format.startswith("bullet ")
        return ListMark(is_numbered, level=place[1], list=place[0], numbering=_numbering(number_format))

    def _resolve(self, id: str) -> Style:
        style, element = _NOTHING, self.styles.get(id)
        for _ in range(_DEEPEST_CHAIN):
            if element is None:
                break
            base = _own(element)
            # What a style sets itself goes before what it is based on (17.7.2).
            style = Style(
                name=style.name or base.name,
                strong=_first(style.strong, base.strong),
                emphasis=_first(style.emphasis, base.emphasis),
                is_hidden=_first(style.is_hidden, base.is_hidden),
                is_struck=_first(style.is_struck, base.is_struck),
                language=style.language or base.language,
                level=style.level or base.level,
                list=style.list or base.list,
                indent=_first(style.indent, base.indent),
            )
            element = self.styles.get(value(element.find(f"{W}basedOn")))
        return style


def formatting_of(parts: Mapping[str, bytes]) -> DocumentFormatting:
    """Return the formatting of a document from its parts; raise `BadPackage` where they are damaged."""
    root = parse(parts[STYLES])
    styles = {style.get(f"{W}styleId", ""): style for style in root.findall(f"{W}style")}
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    lists = dict(_lists(parse(parts[NUMBERING]))) if NUMBERING in parts else {}
    return DocumentFormatting(styles, lists, language(defaults))


def value(element: Element | None) -> str:
    """Return the value of a property; empty where it is not there."""
    return "" if element is None else str(element.get(f"{W}val", ""))


def switch(properties: Element | None, name: str) -> bool | None:
    """Return whether a property is switched on or off; none where it is not set."""
    element = None if properties is None else properties.find(f"{W}{name}")
    return None if element is None else element.get(f"{W}val", "1") not in _OFF


def either(*switches: bool | None) -> bool:
    """Return the first switch that is set."""
    return next((switch for switch in switches if switch is not None), False)


def language(properties: Element | None) -> Language | None:
    """Return the language that run properties set, if it is Welsh or English."""
    element = None if properties is None else properties.find(f"{W}lang")
    try:
        return Language(value(element)[:2].lower())
    except ValueError:
        return None


def indent(properties: Element | None) -> int | None:
    """Return the indent that paragraph properties set, in twentieths of a point."""
    element = None if properties is None else properties.find(f"{W}ind")
    # ISO/IEC 29500 renamed `left` to `start` (17.3.1.12). Word writes `left`, other programs either.
    text = "" if element is None else element.get(f"{W}left") or element.get(f"{W}start") or ""
    return int(float(text)) if text.lstrip("-").replace(".", "", 1).isdecimal() else None


def _own(style: Element) -> Style:
    """Return the formatting that a style sets itself."""
    name = value(style.find(f"{W}name")).lower()
    runs, paragraphs = style.find(f"{W}rPr"), style.find(f"{W}pPr")
    level = _HEADINGS.get(name)
    return replace(
        _NOTHING,
        name=name,
        strong=switch(runs, "b"),
        emphasis=switch(runs, "i"),
        is_hidden=switch(runs, "vanish"),
        is_struck=switch(runs, "strike"),
        language=language(runs),
        level=level or outline(paragraphs),
        list=_list(paragraphs),
        indent=indent(paragraphs),
    )


def outline(properties: Element | None) -> int | None:
    """Return the outline level that paragraph properties set, from 1; none for running text."""
    # Level 9 of the file stands for running text (17.3.1.20).
    level = value(None if properties is None else properties.find(f"{W}outlineLvl"))
    return int(level) + 1 if level.isdecimal() and int(level) < len(_HEADINGS) else None


def _list(properties: Element | None) -> tuple[str, int] | None:
    element = None if properties is None else properties.find(f"{W}numPr")
    if element is None:
        return None
    level = value(element.find(f"{W}ilvl"))
    return value(element.find(f"{W}numId")), int(level) if level.isdecimal() else 0


def _lists(root: Element) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield the id and level of each list with its number format.

    A list (``num``) takes its levels from an abstract list and may override single ones (17.9.15).
    """
    abstract = {
        element.get(f"{W}abstractNumId", ""): dict(_levels(element))
        for element in root.findall(f"{W}abstractNum")
    }
    for element in root.findall(f"{W}num"):
        levels = dict(abstract.get(value(element.find(f"{W}abstractNumId")), {}))
        for override in element.findall(f"{W}lvlOverride"):
            levels |= dict(_levels(override))
        for level, number_format in levels.items():
            yield (element.get(f"{W}numId", ""), level), number_format


def _levels(element: Element) -> Iterator[tuple[int, str]]:
    for child in element.findall(f"{W}lvl"):
        level = child.get(f"{W}ilvl", "")
        if level.isdecimal():
            number_format = value(child.find(f"{W}numFmt")) or "decimal"
            yield int(level), f"{number_format} {value(child.find(f'{W}lvlText'))}"


_NO_MARK = re.compile(r"none |decimal \d+\.%1$")
"""No number, or that of a paragraph of a statement (``2.%1``), which makes it no item of a list."""

_NUMBER_FORMAT = re.compile(r"(\w+) (\(?)%\d\)|(lower\w+|upper\w+) %1\.")
_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "decimal": "1"}
"""What `List.numbering` calls a number format (ST_NumberFormat)."""


def _numbering(number_format: str) -> str:
    """Return how a list of a format, ``lowerLetter (%1)``, is numbered; empty for an ordinary list.

    Lists within an ordinary list have letters with a full stop too, but never on the first level: ``%2.``.
    """
    match = _NUMBER_FORMAT.fullmatch(number_format)
    if match is None or (kind := _KINDS.get(match[1] or match[3])) is None:
        return ""
    return f"{kind}." if match[3] else f"{match[2]}{kind})"


def _first(own: T | None, base: T | None) -> T | None:
    return base if own is None else own

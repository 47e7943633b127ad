"""What the styles and lists of a Word document say of its paragraphs and runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from respondent.files.package import NUMBERING, STYLES, W, parse
from respondent.language import Language

Element: TypeAlias = Any
"""An lxml element, which the stubs make awkward to walk."""

_OFF = ("0", "false", "off", "none")
_HEADINGS = {f"heading {level}": level for level in range(1, 10)}
_DEEPEST_CHAIN = 30
"""How far styles are followed that are based on one another; Word goes ten deep."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with all that it is based on; none where it says nothing."""

    name: str = ""
    """Its name in small letters, by which Word knows it in every language: ``list bullet``."""

    strong: bool | None = None
    emphasis: bool | None = None
    is_hidden: bool | None = None
    language: Language | None = None
    level: int | None = None
    """The level of a heading, from 1."""

    list: tuple[str, int] | None = None
    """The list and the level in it, from 0."""

    indent: int | None = None
    """How far from the margin, in twentieths of a point."""


_NOTHING = Style()


@dataclass(frozen=True, slots=True)
class ListMark:
    """The bullet or number of a paragraph in a list."""

    is_numbered: bool
    level: int
    """From 0."""

    list: str
    """What tells its list from others of the document."""


@dataclass(slots=True)
class Looks:
    """The styles and lists of one document."""

    styles: Mapping[str, Element]
    lists: Mapping[tuple[str, int], str]
    """The kind of number of each level of each list: ``bullet``, ``decimal``."""

    language: Language | None
    """The language of what says nothing else."""

    known: dict[str, Style] = field(default_factory=dict)

    def style(self, id: str | None) -> Style:
        """Return what a style says, with all that it is based on."""
        if not id:
            return _NOTHING
        if id not in self.known:
            self.known[id] = self._followed(id)
        return self.known[id]

    def mark(self, properties: Element | None, style: Style) -> ListMark | None:
        """Return the bullet or number of a paragraph, from its properties and its style."""
        own = _list(properties)
        found = own if own is not None else style.list
        kind = self.lists.get(found) if found else None
        if found is None or kind in (None, "none"):
            return None
        return ListMark(kind != "bullet", found[1], found[0])

    def _followed(self, id: str) -> Style:
        found, here = _NOTHING, self.styles.get(id)
        for _ in range(_DEEPEST_CHAIN):
            if here is None:
                break
            said = _said(here)
            found = Style(
                name=found.name or said.name,
                strong=_first(found.strong, said.strong),
                emphasis=_first(found.emphasis, said.emphasis),
                is_hidden=_first(found.is_hidden, said.is_hidden),
                language=found.language or said.language,
                level=found.level or said.level,
                list=found.list or said.list,
                indent=found.indent if found.indent is not None else said.indent,
            )
            here = self.styles.get(value(here.find(f"{W}basedOn")))
        return found


def looks(found: Mapping[str, bytes]) -> Looks:
    """Return the looks of a document of these parts; raise `BadPackage` where they are damaged."""
    root = parse(found[STYLES])
    styles = {one.get(f"{W}styleId", ""): one for one in root.findall(f"{W}style")}
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    lists = dict(_lists(parse(found[NUMBERING]))) if NUMBERING in found else {}
    return Looks(styles, lists, language(defaults))


def value(element: Element | None) -> str:
    """Return the value of a property; empty where it is not there."""
    return "" if element is None else str(element.get(f"{W}val", ""))


def switch(properties: Element | None, name: str) -> bool | None:
    """Return whether a property is switched on or off; none where nothing is said."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val", "1") not in _OFF


def language(properties: Element | None) -> Language | None:
    """Return the language of a run's properties, if it is one of a letter's."""
    found = None if properties is None else properties.find(f"{W}lang")
    try:
        return Language(value(found)[:2].lower())
    except ValueError:
        return None


def indent(properties: Element | None) -> int | None:
    """Return how far from the margin paragraph properties put a paragraph, in twentieths of a point."""
    found = None if properties is None else properties.find(f"{W}ind")
    text = "" if found is None else found.get(f"{W}left") or found.get(f"{W}start") or ""
    return int(float(text)) if text.lstrip("-").replace(".", "", 1).isdecimal() else None


def _said(style: Element) -> Style:
    """Return what a style says by itself."""
    name = value(style.find(f"{W}name")).lower()
    runs, paragraphs = style.find(f"{W}rPr"), style.find(f"{W}pPr")
    level = _HEADINGS.get(name)
    return replace(
        _NOTHING,
        name=name,
        strong=switch(runs, "b"),
        emphasis=switch(runs, "i"),
        is_hidden=switch(runs, "vanish"),
        language=language(runs),
        level=level or outline(paragraphs),
        list=_list(paragraphs),
        indent=indent(paragraphs),
    )


def outline(properties: Element | None) -> int | None:
    """Return the level at which an outline has a paragraph, from 1; none for running text."""
    found = value(None if properties is None else properties.find(f"{W}outlineLvl"))
    return int(found) + 1 if found.isdecimal() and int(found) < len(_HEADINGS) else None


def _list(properties: Element | None) -> tuple[str, int] | None:
    found = None if properties is None else properties.find(f"{W}numPr")
    if found is None:
        return None
    level = value(found.find(f"{W}ilvl"))
    return value(found.find(f"{W}numId")), int(level) if level.isdecimal() else 0


def _lists(root: Element) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield the kind of number of each level of each list."""
    kinds = {one.get(f"{W}abstractNumId", ""): dict(_levels(one)) for one in root.findall(f"{W}abstractNum")}
    for one in root.findall(f"{W}num"):
        levels = dict(kinds.get(value(one.find(f"{W}abstractNumId")), {}))
        for override in one.findall(f"{W}lvlOverride"):
            levels |= dict(_levels(override))
        for level, kind in levels.items():
            yield (one.get(f"{W}numId", ""), level), kind


def _levels(element: Element) -> Iterator[tuple[int, str]]:
    for one in element.findall(f"{W}lvl"):
        level = one.get(f"{W}ilvl", "")
        if level.isdecimal():
            yield int(level), value(one.find(f"{W}numFmt")) or "decimal"


def _first(one: bool | None, other: bool | None) -> bool | None:
    return other if one is None else one

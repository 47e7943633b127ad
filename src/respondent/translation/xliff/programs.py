"""The files that translation programs make of an XLIFF file for themselves: SDLXLIFF, MQXLIFF, MXLIFF.

They are XLIFF 1.2 with elements of the program's own, and belong inside it: what the translator should return
is the file that the program exports. Where the key of a unit survives in one, it is taken all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from respondent.document.inlines import merged
from respondent.document.tree import Inlines, Run
from respondent.document.walk import text as words_of
from respondent.translation.units import KEY, ReturnedUnit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True, slots=True)
class Program:
    """A translation program with a format of its own."""

    name: str
    namespace: str
    export: str
    """Where the program exports the file that was sent, translated."""

    @property
    def advice(self) -> str:
        """What to do about units without a key."""
        return f"in {self.name} use {self.export}, and hand in the file that it makes"


PROGRAMS = (
    Program(
        "Trados Studio",
        "http://sdl.com/FileTypes/SdlXliff/1.0",
        "Batch Tasks, Generate Target Translations",
    ),
    Program("memoQ", "MQXliff", "Documents, Export (Stored Path)"),
    Program("Phrase TMS", "http://www.memsource.com/mxlf/2.0", "Download, Completed File"),
)
"""By the namespaces that their files declare."""


def program_of(root: Element) -> Program | None:
    """Return the program whose own format a file has; none for the file that was sent."""
    declared = {uri for element in (root, *root) for uri in element.nsmap.values()}
    return next((program for program in PROGRAMS if program.namespace in declared), None)


def key(unit: Element) -> str:
    """Return the key of a unit, wherever the program has put it: its id, an attribute, a context."""
    elements = [unit, *unit.iterfind(".//{*}context")]
    for group in unit.iterancestors("{*}group"):
        elements += (group, *group.iterfind("{*}context-group/{*}context"))
    for element in elements:
        for text in (*element.values(), element.text or ""):
            if match := KEY.search(str(text)):
                return match[0]
    return unit.get("id", "")


def joined(units: Iterable[ReturnedUnit]) -> Iterator[ReturnedUnit]:
    """Yield the units, joining neighbours with one key: sentences into which the program cut a paragraph."""
    for _, group in groupby(units, key=lambda unit: unit.key):
        first, *others = group
        if not others:
            yield first
            continue
        sentences = [first, *others]
        filled = sum(bool(sentence.target and words_of(sentence.target).strip()) for sentence in sentences)
        partly = 0 < filled < len(sentences)
        fault = f"only {filled} of its {len(sentences)} sentences are translated" if partly else ""
        yield replace(
            first,
            target=_in_a_row(sentence.target or () for sentence in sentences),
            source=" ".join(filter(None, (sentence.source for sentence in sentences))),
            comment="; ".join(filter(None, (sentence.comment for sentence in sentences))),
            fault=next(filter(None, (sentence.fault for sentence in sentences)), fault),
        )


def _in_a_row(contents: Iterable[Inlines]) -> Inlines:
    """Return the words of sentences, with a space between two where neither has one."""
    words: Inlines = ()
    for content in contents:
        has_space = words_of(words).endswith(" ") or words_of(content).startswith(" ")
        words += (Run(" ", content[0].language),) if words and content and not has_space else ()
        words += content
    return merged(words)

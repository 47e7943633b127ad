"""Cuts what a template has made at its fences: ``::: notice`` begins a section, ``:::`` ends it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from respondent.document.markup import CLOSE, OPEN, Insert, MarkupError, parse
from respondent.document.tree import Block, Section
from respondent.errors import Problem, TemplateError
from respondent.language import Language

FENCE = re.compile(r"^:::[ ]*(?:([a-z][a-z-]*)(?:[ ]+(\S+))?)?[ ]*$")
_FENCES = re.compile(r"^(:::.*)$", re.MULTILINE)
_KEY = re.compile(f"{OPEN}(\\d+){CLOSE}")


@dataclass(slots=True)
class _Open:
    """A section whose end has not come yet."""

    name: str
    id: str
    blocks: list[Block] = field(default_factory=list)
    texts: int = 0
    """How many stretches of text it has had: each starts its ids from 1."""


def sections(
    source: str, language: Language, inserts: Mapping[str, Insert], where: str
) -> tuple[Section, ...]:
    """Return the sections of a rendered template, in order.

    Args:
        source: What the template has made, with keys for merged values.
        language: The language of its own words.
        inserts: The merged values by key.
        where: The template, for messages.

    Raises:
        TemplateError: for a fence without its end, text outside the sections, Markdown outside the subset.
    """
    cutter = _Cutter(language, inserts, where)
    # Odd pieces are the fences themselves.
    for index, piece in enumerate(_FENCES.split(source)):
        if index % 2:
            cutter.fence(piece)
        else:
            cutter.text(piece)
    return cutter.end()


class _Cutter:
    def __init__(self, language: Language, inserts: Mapping[str, Insert], where: str) -> None:
        self._language = language
        self._inserts = inserts
        self._where = where
        self._open = [_Open("", "")]

    def text(self, text: str) -> None:
        """Add the text between two fences."""
        here, source = self._open[-1], text.strip("\n")
        if source:
            here.texts += 1
            id = here.id if here.texts == 1 else f"{here.id}-{here.texts}"
            here.blocks.extend(self._parsed(source, id))

    def fence(self, line: str) -> None:
        """Take a line that begins or ends a section."""
        fence = FENCE.match(line)
        if fence is None:
            raise self._error(
                f"“{line}” is not a fence", "write ::: and a name in small letters, or ::: alone"
            )
        if fence[1]:
            id = ".".join(filter(None, (fence[1], self._plain(fence[2] or ""))))
            self._open.append(_Open(fence[1], id))
        else:
            self._close()

    def end(self) -> tuple[Section, ...]:
        """Return the sections, all of them ended."""
        if len(self._open) > 1:
            names = ", ".join(f"`{one.name}`" for one in self._open[1:])
            raise self._error(f"the section {names} has no end", "write ::: on a line of its own below it")
        (top,) = self._open
        found = tuple(block for block in top.blocks if isinstance(block, Section))
        if len(found) != len(top.blocks):
            raise self._error("text is outside every section", "put ::: name above it and ::: below it")
        return found

    def _close(self) -> None:
        if len(self._open) == 1:
            raise self._error(
                "::: ends a section that has no beginning", "write ::: and its name where it begins"
            )
        done = self._open.pop()
        if done.blocks:
            section = Section(done.id, self._language, done.name, tuple(done.blocks))
            self._open[-1].blocks.append(section)

    def _parsed(self, source: str, id: str) -> tuple[Block, ...]:
        try:
            return parse(source, self._language, id, inserts=self._inserts)
        except MarkupError as error:
            raise TemplateError(
                Problem(f"{self._where}, section {id}", fault.what, fault.next) for fault in error.faults
            ) from error

    def _plain(self, text: str) -> str:
        """Return the text of an id with merged values in place of their keys."""
        return _KEY.sub(lambda key: str(self._inserts[key[1]]), text)

    def _error(self, what: str, advice: str) -> TemplateError:
        return TemplateError(Problem(self._where, what, advice))

"""Splits a rendered template at its fences: ``::: notice`` begins a section, ``:::`` ends it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from respondent.document.markup import CLOSE, OPEN, Insert, MarkupError, parse
from respondent.document.tree import Block, Section
from respondent.errors import Problem, TemplateError
from respondent.language import Language

# Names of sections are lower-case, as are those of the style sheet. An id may be a merged value, so any
# characters but blanks are allowed in it.
FENCE = re.compile(r"^:::[ ]*(?:([a-z][a-z-]*)(?:[ ]+(\S+))?)?[ ]*$")
_FENCES = re.compile(r"^(:::.*)$", re.MULTILINE)
_KEY = re.compile(f"{OPEN}(\\d+){CLOSE}")


@dataclass(slots=True)
class _Open:
    """A section that has not ended yet."""

    name: str
    id: str
    blocks: list[Block] = field(default_factory=list)
    texts: int = 0
    """The number of its stretches of text so far. Each numbers its blocks from 1."""


def sections(
    source: str, language: Language, inserts: Mapping[str, Insert], where: Callable[[str], str]
) -> tuple[Section, ...]:
    """Return the sections of a rendered template, in order.

    Args:
        source: The rendered template, with keys for merged values.
        language: The language of the template.
        inserts: The merged values by key.
        where: Gives the file that the section of a name comes from, for messages; of no name, text outside.

    Raises:
        TemplateError: if a section has no end, text is outside sections, or Markdown is outside the subset.
    """
    cutter = _Cutter(language, inserts, where)
    # `split` returns the captured fences as the odd pieces.
    for index, piece in enumerate(_FENCES.split(source)):
        if index % 2:
            cutter.fence(piece)
        else:
            cutter.text(piece)
    return cutter.end()


class _Cutter:
    def __init__(
        self, language: Language, inserts: Mapping[str, Insert], where: Callable[[str], str]
    ) -> None:
        self._language = language
        self._inserts = inserts
        self._where = where
        self._open = [_Open("", "")]

    def text(self, text: str) -> None:
        """Add the text between two fences."""
        section, source = self._open[-1], text.strip("\n")
        if source:
            section.texts += 1
            id = section.id if section.texts == 1 else f"{section.id}-{section.texts}"
            section.blocks.extend(self._parsed(source, id))

    def fence(self, line: str) -> None:
        """Begin or end a section."""
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
        """Return the sections, or refuse one without an end."""
        if len(self._open) > 1:
            names = ", ".join(f"`{section.name}`" for section in self._open[1:])
            raise self._error(f"the section {names} has no end", "write ::: on a line of its own below it")
        (top,) = self._open
        sections = tuple(block for block in top.blocks if isinstance(block, Section))
        if len(sections) != len(top.blocks):
            raise self._error("text is outside every section", "put ::: name above it and ::: below it")
        return sections

    def _close(self) -> None:
        if len(self._open) == 1:
            raise self._error(
                "::: ends a section that has no beginning", "write ::: and its name where it begins"
            )
        closed = self._open.pop()
        if closed.blocks:
            section = Section(closed.id, self._language, closed.name, tuple(closed.blocks))
            self._open[-1].blocks.append(section)

    def _parsed(self, source: str, id: str) -> tuple[Block, ...]:
        try:
            return parse(source, self._language, id, inserts=self._inserts)
        except MarkupError as error:
            raise TemplateError(
                Problem(f"{self._where(self._open[-1].name)}, section {id}", fault.what, fault.advice)
                for fault in error.faults
            ) from error

    def _plain(self, text: str) -> str:
        """Return the text of an id with merged values in place of their keys."""
        return _KEY.sub(lambda key: str(self._inserts[key[1]]), text)

    def _error(self, fault: str, advice: str) -> TemplateError:
        return TemplateError(Problem(self._where(self._open[-1].name), fault, advice))

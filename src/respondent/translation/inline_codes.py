"""Formatted words as nested numbered codes: bold, italic, links, a language, line breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from respondent.document.tree import Break, Inlines, Run
from respondent.language import Language

LANGUAGE = "x-lang-"
KINDS = frozenset(("bold", "italic", "link", *(f"{LANGUAGE}{language}" for language in Language)))
"""The codes around words."""


@dataclass(frozen=True, slots=True)
class InlineCode:
    """A kind of formatting, which is a pair of codes around words, or a line break, which is one code."""

    kind: str
    """``bold``, ``italic``, ``link``, ``x-lang-cy``, ``x-lang-en``, ``lb``."""

    address: str = ""
    """The address of a link."""


LINE_BREAK = InlineCode("lb")


@dataclass(slots=True)
class Coded:
    """A code with its number and the content inside it; the outermost one has no code."""

    look: InlineCode | None = None
    number: int = 0
    content: list[Coded | str] = field(default_factory=list)


Numbers: TypeAlias = dict[InlineCode, list[int]]
"""The numbers of each code in a source, in order."""


def coded(content: Inlines, language: Language, numbers: Numbers | None = None) -> tuple[Coded, Numbers]:
    """Return words with codes, and the numbers of these.

    Args:
        content: The words.
        language: The language of the text. Words of the other language get a code.
        numbers: For a translation the numbers of its source: a code in both has the same number.
    """
    numbering = _Numbering(numbers)
    root = Coded()
    stack = [root]
    for inline in content:
        if isinstance(inline, Break):
            del stack[1:]
            root.content.append(numbering.coded(LINE_BREAK))
            continue
        looks = list(_looks(inline, language))
        same = _common([code.look for code in stack[1:]], looks)
        del stack[1 + same :]
        for look in looks[same:]:
            code = numbering.coded(look)
            stack[-1].content.append(code)
            stack.append(code)
        stack[-1].content.append(inline.text)
    return root, numbering.numbers


def styled(run: Run, look: InlineCode) -> Run:
    """Return words with the formatting of a code added."""
    if look.kind.startswith(LANGUAGE):
        return replace(run, language=Language(look.kind.removeprefix(LANGUAGE)))
    if look.kind == "link":
        return replace(run, href=look.address)
    return replace(run, strong=True) if look.kind == "bold" else replace(run, emphasis=True)


@dataclass(slots=True)
class _Numbering:
    """Numbers codes: those of the source first, then new ones."""

    source: Numbers | None
    numbers: Numbers = field(default_factory=lambda: defaultdict(list))

    def coded(self, look: InlineCode) -> Coded:
        used = self.numbers[look]
        of_source = (self.source or {}).get(look, [])
        number = of_source[len(used)] if len(used) < len(of_source) else self._next()
        used.append(number)
        return Coded(look, number)

    def _next(self) -> int:
        used = _all(self.numbers)
        return max((*used, *_all(self.source or {})), default=0) + 1


def _all(numbers: Numbers) -> Iterator[int]:
    return (number for of_code in numbers.values() for number in of_code)


def _looks(run: Run, language: Language) -> Iterable[InlineCode]:
    if run.language != language:
        yield InlineCode(f"{LANGUAGE}{run.language}")
    if run.href:
        yield InlineCode("link", run.href)
    if run.strong:
        yield InlineCode("bold")
    if run.emphasis:
        yield InlineCode("italic")


def _common(stack: Sequence[InlineCode | None], looks: Sequence[InlineCode]) -> int:
    same = 0
    while same < min(len(stack), len(looks)) and stack[same] == looks[same]:
        same += 1
    return same

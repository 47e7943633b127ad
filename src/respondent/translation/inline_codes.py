"""Words with their looks as numbered codes in each other: bold, italic, links, a language, line breaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from respondent.document.tree import Break, Inlines, Run
from respondent.language import Language

LANGUAGE = "x-lang-"
KINDS = frozenset(("bold", "italic", "link", *(f"{LANGUAGE}{language}" for language in Language)))
"""What stands around words."""


@dataclass(frozen=True, slots=True)
class InlineCode:
    """One thing about words that is no word: a pair of codes around them, or one code for a break."""

    kind: str
    """``bold``, ``italic``, ``link``, ``x-lang-cy``, ``x-lang-en``, ``lb``."""

    address: str = ""
    """Where a link leads."""


LINE_BREAK = InlineCode("lb")


@dataclass(slots=True)
class Coded:
    """Words among codes: a look with its number around content, or words alone."""

    look: InlineCode | None = None
    number: int = 0
    content: list[Coded | str] = field(default_factory=list)


Numbers: TypeAlias = dict[InlineCode, list[int]]
"""The numbers that looks have in a source, in order."""


def coded(content: Inlines, language: Language, numbers: Numbers | None = None) -> tuple[Coded, Numbers]:
    """Return words with codes, and the numbers that their looks were given.

    Args:
        content: The words.
        language: The language of the text around; words of the other one are marked.
        numbers: Those of the source, where it is a translation: a look of both has the same number.
    """
    given = _Numbering(numbers)
    root = Coded()
    stack = [root]
    for inline in content:
        if isinstance(inline, Break):
            del stack[1:]
            root.content.append(given.coded(LINE_BREAK))
            continue
        looks = list(_looks(inline, language))
        same = _common([one.look for one in stack[1:]], looks)
        del stack[1 + same :]
        for look in looks[same:]:
            one = given.coded(look)
            stack[-1].content.append(one)
            stack.append(one)
        stack[-1].content.append(inline.text)
    return root, given.numbers


def styled(run: Run, look: InlineCode) -> Run:
    """Return words with a look added."""
    if look.kind.startswith(LANGUAGE):
        return replace(run, language=Language(look.kind.removeprefix(LANGUAGE)))
    if look.kind == "link":
        return replace(run, href=look.address)
    return replace(run, strong=True) if look.kind == "bold" else replace(run, emphasis=True)


@dataclass(slots=True)
class _Numbering:
    """Gives numbers to looks: those of the source first, then new ones."""

    source: Numbers | None
    numbers: Numbers = field(default_factory=lambda: defaultdict(list))

    def coded(self, look: InlineCode) -> Coded:
        given = self.numbers[look]
        known = (self.source or {}).get(look, [])
        number = known[len(given)] if len(given) < len(known) else self._next()
        given.append(number)
        return Coded(look, number)

    def _next(self) -> int:
        used = _all(self.numbers)
        return max((*used, *_all(self.source or {})), default=0) + 1


def _all(numbers: Numbers) -> Iterator[int]:
    return (number for ones in numbers.values() for number in ones)


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

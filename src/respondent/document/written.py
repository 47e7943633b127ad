"""Convert words of the tree back into Markdown that reads as the same words with the same formatting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from respondent.document.faults import MarkupError, MarkupFault
from respondent.document.inlines import joined, worded
from respondent.document.markup import parse
from respondent.document.tree import Break, Inline, Inlines, Paragraph, Run
from respondent.language import Language

# The Word letter has no-break spaces and tabs in the place of spaces, to keep dates and labels on one line.
_SPACE = re.compile(r"[\t\n\r\u00a0\u2028\u2029]")

_MARKS = tuple(product(("*", "_"), ("**", "__")))
"""Signs for emphasis and strong emphasis. Which of them Markdown accepts depends on the adjacent letters."""

_NOTHING = re.compile(r"(?!)")
_SIGNS = re.compile(r"[\\*_\[\]<!]|^[#>+=:|-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d{3})[.)]")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_ESCAPES = (_NOTHING, _SIGNS, _PUNCTUATION)
"""What to escape, from nothing to all punctuation. The first that reads back as the same words is used."""

_LOST: tuple[str, str] = (
    "this combination of bold and italic cannot be written in Markdown",
    "begin and end bold and italic at a letter, next to a space",
)


def to_markdown(content: Inlines, language: Language, *, is_cell: bool = False) -> str:
    r"""Return words as Markdown, with a backslash and a line end for each break.

    Args:
        content: The words, from `tidied`.
        language: The language of the surrounding text. Words in the other language are marked.
        is_cell: Whether the words are in a table, where an unescaped bar separates cells.

    Raises:
        MarkupError: if Markdown cannot express the formatting, such as some forms of half-bold words.

    >>> to_markdown((Run("2 * 3", Language.EN), Run(" now", Language.EN, strong=True)), Language.EN)
    '2 * 3 **now**'
    >>> to_markdown((Run("1. January", Language.EN),), Language.EN)
    '1\\. January'
    """
    target = tidied(content, language)
    for escape in _ESCAPES:
        for emphasis, strong in _MARKS:
            text = "".join(_pieces(target, language, escape, (strong, emphasis)))
            if from_markdown(text, language) == target:
                return text.replace("|", r"\|") if is_cell else text
    raise MarkupError([MarkupFault(0, *_LOST)])


def from_markdown(text: str, language: Language) -> Inlines | None:
    """Return the words of one paragraph of Markdown, or None for anything else."""
    if not text:
        return ()
    try:
        blocks = parse(text, language, "")
    except MarkupError:
        return None
    match blocks:
        case (Paragraph(inlines=inlines),):
            return inlines
        case _:
            return None


def tidied(content: Inlines, language: Language | None = None) -> Inlines:
    """Return words without spaces at the ends of lines and without emphasised spaces.

    Args:
        content: The words.
        language: The language for line breaks, which Markdown cannot mark. None takes that of the first
            words, which is enough for comparing contents.
    """
    first = content[0].language if content else Language.CY
    return _stripped(joined(_parted(content)), language or first)


def _parted(content: Inlines) -> Iterator[Inline]:
    """Yield the content without formatting on the spaces around emphasised or linked words."""
    for inline in content:
        if isinstance(inline, Break):
            yield inline
            continue
        text = _SPACE.sub(" ", inline.text)
        words = text.strip(" ")
        before, after = (text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :])
        language, formatting = inline.language, (inline.strong, inline.emphasis, inline.href)
        if not any(formatting) or not words:
            yield Run(text, language)
            continue
        runs = (Run(before, language), Run(words, language, *formatting), Run(after, language))
        yield from (run for run in runs if run.text)


def _stripped(content: Inlines, language: Language) -> Inlines:
    """Return the content without spaces at its ends and around its breaks, and without breaks at its ends."""
    lines: list[list[Run]] = [[]]
    for inline in content:
        if isinstance(inline, Break):
            lines.append([])
        else:
            lines[-1].append(inline)
    filled = [line for line in map(_line, lines) if line]
    result: list[Inline] = []
    for index, line in enumerate(filled):
        result += [*([Break(language)] if index else []), *line]
    return tuple(result)


def _line(runs: list[Run]) -> list[Run]:
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if runs:
        runs = [worded(runs[0], runs[0].text.lstrip()), *runs[1:]]
        runs = [*runs[:-1], worded(runs[-1], runs[-1].text.rstrip())]
    return runs


def _pieces(
    content: Inlines, language: Language, escape: re.Pattern[str], marks: tuple[str, str]
) -> Iterator[str]:
    """Yield the signs and words of a paragraph, opening and closing marks where the formatting changes."""
    stack: list[tuple[str, str]] = []
    for inline in content:
        if isinstance(inline, Break):
            yield from _closing(stack, 0)
            yield "\\\n"
            continue
        formats = list(_formats(inline, language, marks))
        same = _common(stack, formats)
        yield from _closing(stack, same)
        for opened in formats[same:]:
            stack.append(opened)
            yield opened[0]
        yield escape.sub(r"\\\g<0>", inline.text)
    yield from _closing(stack, 0)


def _formats(run: Run, language: Language, marks: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the opening and closing sign of each format of a run, outermost first."""
    if run.language != language:
        yield "[", f"](lang:{run.language})"
    if run.href:
        yield "[", f"]({run.href})" if _is_bare(run.href) else f"](<{run.href}>)"
    for is_set, mark in zip((run.strong, run.emphasis), marks, strict=True):
        if is_set:
            yield mark, mark


def _is_bare(href: str) -> bool:
    return not re.search(r"[()<>\s\\]", href)


def _common(stack: Sequence[tuple[str, str]], formats: Sequence[tuple[str, str]]) -> int:
    same = 0
    while same < min(len(stack), len(formats)) and stack[same] == formats[same]:
        same += 1
    return same


def _closing(stack: list[tuple[str, str]], down_to: int) -> Iterator[str]:
    while len(stack) > down_to:
        yield stack.pop()[1]

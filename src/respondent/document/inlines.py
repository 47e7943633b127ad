"""Runs of words put together: emphasis added, neighbours joined, edges trimmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from respondent.document.tree import Inline, Inlines, Run


def styled(run: Run, style: Run) -> Run:
    """Return the words of `run` with the emphasis and the link of `style` added to its own."""
    if not (style.strong or style.emphasis or style.href):
        return run
    return replace(
        run,
        strong=run.strong or style.strong,
        emphasis=run.emphasis or style.emphasis,
        href=run.href or style.href,
    )


def joined(inlines: Iterable[Inline]) -> Inlines:
    """Return the content with neighbouring runs that look alike made one, and no space at its ends."""
    result: list[Inline] = []
    for look, group in groupby(inlines, key=_look):
        if isinstance(look, Run):
            result.append(replace(look, text="".join(one.text for one in group if isinstance(one, Run))))
        else:
            result.extend(group)
    return tuple(_trimmed(result))


def _look(inline: Inline) -> Inline:
    return replace(inline, text="") if isinstance(inline, Run) else inline


def _trimmed(inlines: list[Inline]) -> Iterator[Inline]:
    last = len(inlines) - 1
    for index, inline in enumerate(inlines):
        if not isinstance(inline, Run):
            yield inline
            continue
        text = inline.text.lstrip(" ") if index == 0 else inline.text
        text = text.rstrip(" ") if index == last else text
        if text:
            yield inline if text == inline.text else replace(inline, text=text)

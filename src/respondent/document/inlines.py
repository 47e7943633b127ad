"""Runs of words put together: emphasis added, neighbours joined, edges trimmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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


def joined(inlines: list[Inline]) -> Inlines:
    """Return the content with neighbouring runs that look alike made one, and no space at its ends."""
    result: list[Inline] = []
    for inline in inlines:
        last = result[-1] if result else None
        if isinstance(inline, Run) and isinstance(last, Run) and replace(last, text=inline.text) == inline:
            result[-1] = replace(last, text=last.text + inline.text)
        else:
            result.append(inline)
    return tuple(_trimmed(result))


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

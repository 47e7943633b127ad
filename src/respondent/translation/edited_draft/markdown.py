"""Paragraphs as Word has them, one below the other, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from respondent.document.tree import Break, Inlines, Run
from respondent.document.written import tidied, written
from respondent.language import Language
from respondent.translation.edited_draft.shapes import Shape

_BULLET = "- "
_RULES = {"left": "---|", "center": ":-:|", "right": "--:|"}
_DEEPEST = 6
"""The deepest level of a heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its words, and what it is."""

    content: Inlines
    shape: Shape
    cell: tuple[int, int, int] | None = None
    """The table, the row and the column that it stands in."""


def markdown(lines: Sequence[Line], language: Language) -> str:
    """Return paragraphs as Markdown, without a line end behind the last.

    Raises:
        MarkupError: for emphasis that Markdown cannot write.
    """
    return "\n\n".join(_parts(lines, language))


def _parts(lines: Sequence[Line], language: Language) -> Iterator[str]:
    for kind, group in groupby(lines, key=_kind):
        own = list(group)
        if kind[0] == "table":
            yield _table(own, language)
        elif kind[0] == "quotation":
            inner = [replace(one, shape=replace(one.shape, inset=one.shape.inset - 1)) for one in own]
            yield "\n".join(f"> {line}".rstrip() for line in markdown(inner, language).split("\n"))
        elif kind[0] == "list":
            yield _list(own, language)
        else:
            yield from (_paragraph(one, language) for one in own if one.content)


def _kind(line: Line) -> tuple[str, int]:
    """Return what a paragraph makes together with its neighbours of the same kind."""
    if line.cell is not None:
        return "table", line.cell[0]
    if line.shape.inset:
        return "quotation", 0
    return ("list" if line.shape.depth else "text"), 0


def _paragraph(line: Line, language: Language) -> str:
    if not line.shape.level:
        return written(tidied(line.content), language)
    return f"{'#' * min(line.shape.level, _DEEPEST)} {written(_in_one(line.content), language)}"


def _list(lines: Sequence[Line], language: Language) -> str:
    """Return items, and what stands in them below their first paragraphs."""
    found: list[str] = []
    widths: list[int] = []
    counts: list[int | None] = []
    for line in lines:
        text, shape = written(tidied(line.content), language), line.shape
        if shape.is_item:
            depth = min(shape.depth, len(widths) + 1)
            mark = _mark(line, counts, depth)
            indent = sum(widths[: depth - 1])
            widths[depth - 1 :] = [len(mark)]
            found.append(_indented(text, " " * indent + mark, indent + len(mark)))
        elif not widths:  # it only looks like one that goes on with an item
            found += [text, ""]
        else:
            indent = sum(widths[: max(1, min(shape.depth, len(widths)))])
            found += ["", _indented(text, " " * indent, indent)]
    return "\n".join(found).strip("\n")


def _mark(line: Line, counts: list[int | None], depth: int) -> str:
    """Return the bullet or the number of an item, and keep count of its list."""
    before = counts[depth - 1] if depth <= len(counts) else None
    is_in_list = depth <= len(counts) and (before is not None) == bool(line.shape.is_numbered)
    del counts[depth - 1 :]
    if not line.shape.is_numbered:
        counts.append(None)
        return _BULLET
    number = before + 1 if is_in_list and before is not None else line.shape.start
    counts.append(number)
    return f"{number}. "


def _indented(text: str, first: str, indent: int) -> str:
    """Return the lines of a paragraph with what stands before them."""
    head, *others = text.split("\n")
    return "\n".join([f"{first}{head}", *(" " * indent + one for one in others)])


def _table(lines: Sequence[Line], language: Language) -> str:
    """Return a table; paragraphs in one cell become one."""
    cells: dict[tuple[int, int], Inlines] = {}
    for line in lines:
        assert line.cell is not None
        _, row, column = line.cell
        before = cells.get((row, column), ())
        between = (Run(" ", language),) if before and line.content else ()
        cells[row, column] = (*before, *between, *_in_one(line.content))
    rows = sorted({row for row, _ in cells})
    columns = range(max(column for _, column in cells) + 1)
    texts = [
        [written(tidied(cells.get((row, column), ())), language, is_cell=True) for column in columns]
        for row in rows
    ]
    told = ["| " + " | ".join(row) + " |" for row in texts]
    first = {line.cell[2]: line.shape.alignment for line in reversed(lines) if line.cell}
    told.insert(1, "|" + "".join(_RULES[first.get(column, "left")] for column in columns))
    return "\n".join(told)


def _in_one(content: Inlines) -> Inlines:
    """Return words in one line."""
    return tidied(tuple(Run(" ", one.language) if isinstance(one, Break) else one for one in content))

"""A flat sequence of paragraphs, as Word has them, written as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from respondent.document.inlines import merged
from respondent.document.list_markers import numbering
from respondent.document.tree import Break, Inlines, Run
from respondent.document.written import to_markdown
from respondent.language import Language
from respondent.translation.edited_draft.shapes import Shape

_BULLET = "- "
_RULES = {"left": "---|", "center": ":-:|", "right": "--:|"}
_DEEPEST = 6
"""The deepest level of a heading in Markdown."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its words, tidied, and its shape."""

    content: Inlines
    shape: Shape
    cell: tuple[int, int, int] | None = None
    """Its table, row and column."""


def markdown(lines: Sequence[Line], language: Language) -> str:
    """Return paragraphs as Markdown, without a line end behind the last.

    Raises:
        MarkupError: for emphasis that Markdown cannot write.
    """
    return "\n\n".join(_parts(lines, language))


def _parts(lines: Sequence[Line], language: Language) -> Iterator[str]:
    for kind, group in groupby(lines, key=_kind):
        block = list(group)
        if kind[0] == "table":
            yield _table(block, language)
        elif kind[0] == "quotation":
            inner = [replace(line, shape=replace(line.shape, inset=line.shape.inset - 1)) for line in block]
            yield "\n".join(f"> {line}".rstrip() for line in markdown(inner, language).split("\n"))
        elif kind[0] == "list":
            yield _list(block, language)
        else:
            yield from (_paragraph(line, language) for line in block if line.content)


def _kind(line: Line) -> tuple[str, int]:
    """Return the block that a paragraph makes together with neighbours of the same kind."""
    if line.cell is not None:
        return "table", line.cell[0]
    if line.shape.inset:
        return "quotation", 0
    return ("list" if line.shape.depth else "text"), 0


def _paragraph(line: Line, language: Language) -> str:
    if not line.shape.level:
        return to_markdown(line.content, language)
    return f"{'#' * min(line.shape.level, _DEEPEST)} {to_markdown(one_line(line.content), language)}"


def _list(lines: Sequence[Line], language: Language) -> str:
    """Return the items of a list, with the further paragraphs in them."""
    output: list[str] = []
    # The text of an item begins below that of its mark, so that deeper items are indented by these widths.
    widths: list[int] = []
    counts: list[int | None] = []
    for line in lines:
        text, shape = to_markdown(line.content, language), line.shape
        if shape.is_item:
            depth = min(shape.depth, len(widths) + 1)
            mark = _mark(line, counts, depth)
            indent = sum(widths[: depth - 1])
            widths[depth - 1 :] = [len(mark)]
            output.append(_indented(text, " " * indent + mark, indent + len(mark)))
        elif not widths:  # an indented paragraph, with no item before it that it could continue
            output += [text, ""]
        else:
            indent = sum(widths[: max(1, min(shape.depth, len(widths)))])
            output += ["", _indented(text, " " * indent, indent)]
    return "\n".join(output).strip("\n")


def _mark(line: Line, counts: list[int | None], depth: int) -> str:
    """Return the bullet or number of an item, and update the count of its list."""
    before = counts[depth - 1] if depth <= len(counts) else None
    is_in_list = depth <= len(counts) and (before is not None) == bool(line.shape.is_numbered)
    del counts[depth - 1 :]
    if not line.shape.is_numbered:
        counts.append(None)
        return _BULLET
    number = before + 1 if is_in_list and before is not None else line.shape.start
    counts.append(number)
    own = line.shape.numbering
    return f"{numbering(own).marker(number) if own else f'{number}.'} "


def _indented(text: str, first: str, indent: int) -> str:
    """Return the lines of a paragraph, the first after its mark and the others indented."""
    head, *others = text.split("\n")
    return "\n".join([f"{first}{head}", *(" " * indent + line for line in others)])


def _table(lines: Sequence[Line], language: Language) -> str:
    """Return a table, joining the paragraphs of each cell."""
    cells: dict[tuple[int, int], Inlines] = {}
    for line in lines:
        assert line.cell is not None
        _, row, column = line.cell
        before = cells.get((row, column), ())
        between = (Run(" ", language),) if before and line.content else ()
        cells[row, column] = (*before, *between, *one_line(line.content))
    rows = sorted({row for row, _ in cells})
    columns = range(max(column for _, column in cells) + 1)
    texts = [
        [to_markdown(cells.get((row, column), ()), language, is_cell=True) for column in columns]
        for row in rows
    ]
    output = ["| " + " | ".join(row) + " |" for row in texts]
    alignments = {line.cell[2]: line.shape.alignment for line in reversed(lines) if line.cell}
    output.insert(1, "|" + "".join(_RULES[alignments.get(column, "left")] for column in columns))
    return "\n".join(output)


def one_line(content: Inlines) -> Inlines:
    """Return words with spaces for line breaks: headings and cells have one line in Markdown."""
    return merged(Run(" ", inline.language) if isinstance(inline, Break) else inline for inline in content)

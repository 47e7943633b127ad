"""Find the place of a text in a YAML file, or the place for a new one, from the positions of the parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from respondent.files.scalar import WIDTH, Scalar, ScalarContext
from respondent.files.source import KEY, Mark, Source, ValuePath
from respondent.language import Language

_STEP = 2
"""The indent of a text below its name, if no text beside it shows the indent of the file."""

_ORDER = tuple(Language)

_LINE_END = re.compile("\r\n|\r|\n")
_TO_LINE_END = re.compile("[^\r\n]*")
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]*")
_AFTER_COLON = re.compile(r":( ?) *\Z")
_FIRST_INDENT = re.compile("[\r\n]( *)[^ \r\n]")


@dataclass(frozen=True, slots=True)
class Slot:
    """The two ranges of a file's text that a scalar occupies, either of which may be empty.

    ::

        cy: >-    # a comment
            └┘ head       └─┐
              Words of the  │ body: from one line end to the next
              text ─────────┘
    """

    head: slice
    """From the first character of the scalar to that after ``>-``, or to its end."""

    body: slice
    """From the end of the line on which the head ends, so that a comment there is kept."""

    before: str
    """The text to write before the head: nothing, a space, or the name and its colon."""

    after: str
    """The text to write after the body: nothing, or the separator before the next entry."""

    indent: int
    """The indent of the lines of a body."""

    line_end: str
    """The line end of the file at this place."""

    room: ScalarContext
    """The conditions for a scalar here."""

    def put(self, text: str, scalar: Scalar) -> str:
        """Return the text of the file with `scalar` in this slot and no other change."""
        margin = " " * self.indent
        body = "".join(self.line_end + (margin + line if line else "") for line in scalar.body)
        return "".join(
            (
                text[: self.head.start] + self.before + scalar.head,
                text[self.head.stop : self.body.start] + body + self.after,
                text[self.body.stop :],
            )
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """A file with the layout that its authors gave it."""

    text: str
    """Its text, from `decode`."""

    source: Source
    """Its values."""

    def slots(self, path: ValuePath) -> Iterator[Slot]:
        """Yield the possible places for the text at `path`, the best first.

        All of `path` but its last step must exist, and its value must not be a list or mapping.
        """
        if self._is_there(path):
            head, body = self._extent(path)
            yield self._slot(path, head, body, before=self._lead(head))
            return
        neighbour = self._neighbour(path)
        if neighbour is None:
            start = self._mark(path[:-1]).start + len("{")
            yield self._inserted(path, start, before=f"{path[-1]}: ")
            return
        if neighbour == self._other(path) and path[-1] != _ORDER[0]:
            yield self._after(path, neighbour)
        yield self._before(path, neighbour)

    def _extent(self, path: ValuePath) -> tuple[slice, slice]:
        """Return the head and body of the scalar at `path`."""
        mark = self._mark(path)
        head = _BLOCK_HEAD.match(self.text, mark.start)
        if mark.style not in ("|", ">") or head is None:
            end = self._to_line_end(mark.end)
            return self._plain_or_quoted(mark), slice(end, end)
        start = self._to_line_end(head.end())
        # The range of the parser includes the blank lines below, which must be kept.
        words = self.text[start : mark.end].rstrip(" \t\r\n")
        end = self._to_line_end(start + len(words)) if words else start
        return slice(mark.start, head.end()), slice(start, end)

    def _plain_or_quoted(self, mark: Mark) -> slice:
        if mark.start == mark.end and (gap := _AFTER_COLON.search(self.text, 0, mark.start)):
            # The parser places an empty value at the next comma or bracket.
            return slice(gap.end(1), gap.end(1))
        return slice(mark.start, mark.end)

    def _lead(self, head: slice) -> str:
        """Return the separator before a text that replaces an empty value: a space, perhaps with a colon."""
        if head.start < head.stop or self.text[head.start - 1] in " \r\n":
            return ""
        return " " if self.text[head.start - 1] in ":-" else ": "

    def _before(self, path: ValuePath, neighbour: ValuePath) -> Slot:
        key = self._key(neighbour)
        after = ", " if self._is_flow(path) else self._new_line(key)
        return self._inserted(path, key.start, before=_named(path, key), after=after)

    def _after(self, path: ValuePath, neighbour: ValuePath) -> Slot:
        key = self._key(neighbour)
        head, body = self._extent(neighbour)
        if self._is_flow(path):
            return self._inserted(path, head.stop, before=", " + _named(path, key))
        return self._inserted(path, body.stop, before=self._new_line(key) + _named(path, key))

    def _inserted(self, path: ValuePath, position: int, before: str, after: str = "") -> Slot:
        return self._slot(path, slice(position, position), slice(position, position), before, after)

    def _slot(self, path: ValuePath, head: slice, body: slice, before: str, after: str = "") -> Slot:
        indent = self._indent(path)
        taken = self.text[: head.start] + before
        column = len(taken) - max(taken.rfind("\n"), taken.rfind("\r")) - 1
        widths = (WIDTH - column, max(WIDTH - indent, WIDTH // 3))
        old = _value(self.source.value, path) if self._is_there(path) else None
        room = ScalarContext(
            self._style(path), self._is_flow(path), *widths, old if isinstance(old, str) else ""
        )
        return Slot(head, body, before, after, indent, self._line_end(body.start), room)

    def _style(self, path: ValuePath) -> str:
        """Return the style of the present text, or of the text in the other language if it is empty."""
        is_written = self._is_there(path) and _value(self.source.value, path) is not None
        like = path if is_written else self._other(path)
        return self._mark(like).style if like else ""

    def _indent(self, path: ValuePath) -> int:
        """Return the indent of the lines of the text, as now or as in the other language."""
        for like in (path, self._other(path)):
            if like and self._is_there(like):
                _, body = self._extent(like)
                if first := _FIRST_INDENT.search(self.text, body.start, body.stop):
                    return len(first.group(1))
        return self._column(path) + _STEP

    def _column(self, path: ValuePath) -> int:
        """Return the indent of the name of the text, or of the dash before it."""
        neighbour = self._neighbour(path) if isinstance(path[-1], str) else None
        mark = self._key(neighbour) if neighbour else self._mark(path[:-1])
        return mark.column - 1

    def _neighbour(self, path: ValuePath) -> ValuePath | None:
        """Return the entry at `path`, or that of the other language, or the first one beside it."""
        if self._is_there(path):
            return path
        entries = _value(self.source.value, path[:-1])
        first = next(iter(entries), None) if isinstance(entries, dict) else None
        return self._other(path) or (None if first is None else (*path[:-1], first))

    def _other(self, path: ValuePath) -> ValuePath | None:
        """Return the path of the same text in the other language, if there is one."""
        if path[-1] not in _ORDER:
            return None
        other = (*path[:-1], Language(path[-1]).other.value)
        is_text = self._is_there(other) and not isinstance(_value(self.source.value, other), dict | list)
        return other if is_text else None

    def _is_there(self, path: ValuePath) -> bool:
        return path in self.source.marks

    def _is_flow(self, path: ValuePath) -> bool:
        around = (self._mark(path[:depth]).start for depth in range(len(path)))
        return any(self.text[start] in "{[" for start in around)

    def _mark(self, path: ValuePath) -> Mark:
        return self.source.marks[path]

    def _key(self, path: ValuePath) -> Mark:
        return self.source.marks[*path, KEY]

    def _new_line(self, key: Mark) -> str:
        """Return a line end and the indent of `key`."""
        return self._line_end(key.start) + " " * (key.column - 1)

    def _to_line_end(self, index: int) -> int:
        match = _TO_LINE_END.match(self.text, index)
        return match.end() if match else index

    def _line_end(self, index: int) -> str:
        """Return the line end of the line at `index`, or of the first line if it is the last."""
        match = _LINE_END.search(self.text, index) or _LINE_END.search(self.text)
        return match.group() if match else "\n"


def _named(path: ValuePath, like: Mark) -> str:
    """Return the name of an entry with its colon, in the same quotation marks as its neighbour."""
    return f"{like.style}{path[-1]}{like.style}: "


def _value(value: object, path: ValuePath) -> object:
    for step in path:
        value = value[step]  # type: ignore[index]
    return value

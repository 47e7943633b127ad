"""What a file of text values says, and where it says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeAlias

from respondent.errors import Problem

KEY = "@key"
"""What ends the path of a key, to tell it from that of its value."""

ValuePath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value or a key stands in its file."""

    line: int
    """From 1."""

    column: int
    """From 1, in characters."""

    start: int
    """The index of its first character in the text that `decode` gives, quotation mark included."""

    end: int
    """The index after its last character; true of scalars only."""

    style: str
    """How a scalar is written: one of ``' " | >``, or empty for plain; empty for lists and mappings."""


class YamlComment(NamedTuple):
    """What stands behind the words of a value, and YAML takes for a comment."""

    line: int
    text: str
    """From the # to the end of the line."""


class Note(NamedTuple):
    """What a reader changed in a value without asking."""

    path: ValuePath
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its values, and the place of each."""

    name: str
    """How messages call the file."""

    value: object
    """Dictionaries, lists, text and none; all scalars are text, but plain '', '~' and 'null' are none."""

    marks: Mapping[ValuePath, Mark]
    """The place of every value by its path, and of every key by the path of its value + ("@key",)."""

    comments: Mapping[ValuePath, YamlComment] = field(default_factory=dict)
    """For values without quotation marks, what follows their words and may be words too."""

    notes: tuple[Note, ...] = ()
    """What was changed, in the order of the file."""

    def where(self, path: ValuePath) -> str:
        """Return the place of a value, or of the nearest value around one that is not there.

        >>> Source("response.yaml", {}, {(): Mark(3, 1, 0, 0, "")}).where(("recommendations", 2, "number"))
        'response.yaml:3: recommendations[2].number'
        """
        return place(self.name, self.line(path), path)

    def at(self, path: ValuePath) -> object:
        """Return the value at a path; none where there is none.

        >>> Source("response.yaml", {"reports": [{"id": "sussex"}]}, {}).at(("reports", 0, "id"))
        'sussex'
        """
        value = self.value
        for step in path:
            if isinstance(value, dict):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                value = value[step]
            else:
                return None
        return value

    def renamed(self, path: ValuePath, key: str) -> Source:
        """Return the file as it reads with another key for the value at `path`."""
        depth, new = len(path), (*path[:-1], key)
        marks = {(*new, *at[depth:]) if at[:depth] == path else at: mark for at, mark in self.marks.items()}
        return replace(self, value=_renamed(self.value, path, key), marks=marks)

    def line(self, path: ValuePath) -> int:
        """Return the line of a value, or of the nearest value around one that is not there."""
        known = path
        while known and known not in self.marks:
            known = known[:-1]
        mark = self.marks.get(known)
        return mark.line if mark else 1

    def problem(self, path: ValuePath, what: str, next: str, *, below: int = 0) -> Problem:
        """Return what is wrong with the value at `path`, or `below` so many lines of it, with its place."""
        line = self.line(path) + below
        return Problem(place(self.name, line, path), what, next, line)

    @property
    def noted(self) -> tuple[str, ...]:
        """The notes with their places, as commands print them."""
        return tuple(f"{place(self.name, note.line, note.path)}: {note.what}" for note in self.notes)

    def is_folded(self, path: ValuePath) -> bool:
        """Tell whether a text is written with ``>``, which takes its line ends away."""
        mark = self.marks.get(path)
        return mark is not None and mark.style == ">"

    def text_line(self, path: ValuePath, index: int) -> int:
        """Return how many lines below its beginning line `index` of a text stands in the file."""
        mark = self.marks.get(path)
        return index + 1 if mark is not None and mark.style in ("|", ">") else index


def place(name: str, line: int, path: ValuePath) -> str:
    """Return a place as messages print it; the items of a list are counted from 0.

    >>> place("office.yaml", 7, ("people", 0, "name", "cy"))
    'office.yaml:7: people[0].name.cy'
    """
    dotted = "".join(
        f"[{step}]" if isinstance(step, int) else f".{_printed(step)}" for step in path if step != KEY
    )
    return f"{name}:{line}: {dotted.removeprefix('.')}" if dotted else f"{name}:{line}"


def _renamed(value: object, path: ValuePath, key: str) -> object:
    step, rest = path[0], path[1:]
    if isinstance(value, list):
        return [_renamed(item, rest, key) if index == step else item for index, item in enumerate(value)]
    entries = value if isinstance(value, dict) else {}
    if not rest:
        return {key if name == step else name: inner for name, inner in entries.items() if name != key}
    return {name: _renamed(inner, rest, key) if name == step else inner for name, inner in entries.items()}


def _printed(key: str) -> str:
    return key if key.isprintable() else ascii(key)

"""Read YAML with the place of every value: text only, hostile files bounded, all mistakes at once."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from respondent.errors import DataError, Problem
from respondent.files import syntax
from respondent.files.comments import comment
from respondent.files.source import KEY, Mark, Note, Source, ValuePath, YamlComment, place
from respondent.files.text import CONTROL, cleaned, decode, forbidden, named, over_limit

__all__ = [
    "KEY",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_PROBLEMS",
    "Mark",
    "Source",
    "Value",
    "ValuePath",
    "load",
    "read",
]

MAX_BYTES = 2_000_000
"""The size limit of a file. A long response has about 50,000 bytes; more than 2 MB is not a response."""

MAX_DEPTH = 40
"""How many levels lists and mappings may be nested. A response needs six; the limit keeps a hostile file from
exhausting the stack, for each level is a call of `_node`."""

MAX_PROBLEMS = 50
"""How many problems are listed at once: more than that is the wrong file, not a list of mistakes to fix."""

# Only YAML 1.1 ends a line at these two, and no editor does: they pass the parser as noncharacters,
# which no text may hold, and stay text.
_STAND_INS = (("\u2028", "\ufdd0"), ("\u2029", "\ufdd1"))

_EMPTY = ("the file is empty", "fill it in; `respondent new` creates one to start from")
_NO_MAPPING = (
    "the file must be a mapping: lines of “name: value”",
    "begin it with a name and a colon, without a dash before it",
)
_DIRECTIVE = ("a line cannot begin with “%”", "delete the line")
_SECOND = (
    "a second document begins at this “---”",
    "delete the line, and move what is below it to another file",
)
_DEEP = (
    f"lists and mappings are nested more than {MAX_DEPTH} levels deep",
    "close the brackets, or indent less",
)
_KEY_TEXT = (
    "a name before a colon must be plain text",
    'put it in quotation marks; a text that begins with { or [ as well: "{…"',
)
_MERGE = ("entries cannot be merged with “<<”", "write them out")
_NOT_TEXT = 'if it is text, put it in quotation marks: "…"; else write it out'

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_Event: TypeAlias = Any  # PyYAML's stubs make every mark optional; those of the parser are there
Value: TypeAlias = "dict[str, Value] | list[Value] | str | None"


def load(path: Path, name: str = "") -> Source:
    """Read the file at `path`, called `name` in messages or by its own name; raise `DataError`."""
    name = name or path.name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DataError(Problem(str(path), "this is not a file", "give the name of a file"))
        if status.st_size > MAX_BYTES:
            raise DataError(_too_large(name))
        with path.open("rb") as file:
            return read(file.read(MAX_BYTES + 1), name)
    except FileNotFoundError:
        problem = Problem(str(path), "there is no such file", "check the name and the folder")
        raise DataError(problem) from None
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise DataError(Problem(str(path), what, "check the name, and that you may open it")) from None


def read(data: bytes, name: str) -> Source:
    """Read the bytes of a file that messages call `name`; raise `DataError` with every problem in it."""
    if len(data) > MAX_BYTES:
        raise DataError(_too_large(name))
    text = decode(data, name)
    reader = _Reader(text, name)
    value = reader.read()
    if reader.found:
        raise DataError(_listed(reader.found, name))
    return replace(reader.source, value=value, notes=tuple(reader.notes))


class _UnreadableError(Exception):
    """There is no use in reading on."""


class _Reader:
    """One pass over the events of PyYAML's parser, which keeps going after a mistake."""

    def __init__(self, text: str, name: str) -> None:
        self.notes: list[Note] = []
        plain, lines = syntax.with_spaces(CONTROL.sub("\ufffd", text))
        if lines:
            self.notes.append(Note((), lines[0], syntax.spaces_note(lines)))
        self.text = _with_stand_ins(plain)
        self.is_standing_in = self.text != plain
        self.parser = _LOADER(self.text)
        self.marks: dict[ValuePath, Mark] = {}
        self.comments: dict[ValuePath, YamlComment] = {}
        self.source = Source(name, None, self.marks, self.comments)
        self.found = list(islice(forbidden(text, name), MAX_PROBLEMS))

    def read(self) -> Value:
        """Return the value of the one document, and keep what is wrong with it in `found`."""
        try:
            return self._document()
        except _UnreadableError:
            return None
        except yaml.MarkedYAMLError as error:
            self.found.append(syntax.explain(error, self.text, self.source.name))
            return None
        finally:
            self.parser.dispose()

    def _document(self) -> Value:
        self._next()
        if self.parser.check_event(yaml.StreamEndEvent):
            self._refuse((), 1, _EMPTY)
            return None
        start = self._next()
        if start.version or start.tags:
            self._refuse((), _line(start), _DIRECTIVE)
        value = self._node(())
        self._next()
        if not self.parser.check_event(yaml.StreamEndEvent):
            self._refuse((), _line(self._next()), _SECOND)
        return self._top(value)

    def _top(self, value: Value) -> Value:
        line = self.marks[()].line
        if value is None:
            self._refuse((), line, _EMPTY)
        elif not isinstance(value, dict):
            self._refuse((), line, _NO_MAPPING)
        return value

    def _node(self, path: ValuePath) -> Value:
        event = self._next()
        self.marks[path] = _mark(event)
        self._refuse_extras(path, event)
        if isinstance(event, yaml.AliasEvent):
            return None
        if isinstance(event, yaml.ScalarEvent):
            if words := comment(self.text, event, self._column(path)):
                self.comments[path] = words
            text = self._text(path, event)
            return None if not event.style and text in {"", "~", "null"} else text
        if len(path) >= MAX_DEPTH:
            self._refuse(path[:3], _line(event), _DEEP)
            raise _UnreadableError
        return self._sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _sequence(self, path: ValuePath) -> list[Value]:
        items: list[Value] = []
        while not self.parser.check_event(yaml.SequenceEndEvent):
            items.append(self._node((*path, len(items))))
        self._next()
        return items

    def _mapping(self, path: ValuePath) -> dict[str, Value]:
        entries: dict[str, Value] = {}
        while not self.parser.check_event(yaml.MappingEndEvent):
            key = self._key(path, entries)
            entries[key] = self._node((*path, key))
        self._next()
        return entries

    def _key(self, path: ValuePath, entries: Mapping[str, Value]) -> str:
        if not self.parser.check_event(yaml.ScalarEvent):
            self.marks[*path, "?", KEY] = mark = _mark(self.parser.peek_event())
            self._node((*path, "?"))
            self._refuse(path, mark.line, _KEY_TEXT)
            return "?"
        event = self._next()
        mark = _mark(event)
        key = self._text((*path, event.value), event)
        self._refuse_extras((*path, key), event)
        if key == "<<" and not mark.style:
            self._refuse((*path, key), mark.line, _MERGE)
        if key in entries:
            what = f"this name is used twice, first on line {self.marks[*path, key, KEY].line}"
            self._refuse((*path, key), mark.line, (what, "keep one of the two"))
        self.marks[*path, key, KEY] = mark
        return key

    def _text(self, path: ValuePath, event: _Event) -> str:
        text: str = _without_stand_ins(event.value) if self.is_standing_in else event.value
        if syntax.swallows(self.text, event.start_mark.index, event.end_mark.index):
            self._refuse((), _line(event), syntax.UNCLOSED)
            raise _UnreadableError
        # Other styles hold only what stands in the file, which is checked before.
        if event.style == '"' and (match := CONTROL.search(text)):
            what, next_ = named(match.group())
            self._refuse(path, _line(event), (f"{what}, written with a backslash", next_))
        new, cleanings = cleaned(text)
        if "\u2028" in text and event.style not in ("|", ">"):
            new, _ = cleaned(text.replace("\u2028", " "))  # as YAML reads line ends in such a text
        self.notes += [Note(path, _line(event), str(cleaning)) for cleaning in cleanings]
        return new

    def _column(self, path: ValuePath) -> int:
        """Return how far the key or the dash of a value is indented."""
        key = self.marks.get((*path, KEY))
        return key.column - 1 if key else self.marks[path].column - 2

    def _refuse_extras(self, path: ValuePath, event: _Event) -> None:
        if sign := _sign(event):
            what = f"a value cannot begin with “{sign}”"
            self._refuse(path, _line(event), (what, _NOT_TEXT))

    def _refuse(self, path: ValuePath, line: int, what_next: tuple[str, str]) -> None:
        self.found.append((line, Problem(place(self.source.name, line, path), *what_next)))
        if len(self.found) >= MAX_PROBLEMS:
            raise _UnreadableError

    def _next(self) -> _Event:
        return self.parser.get_event()


# Several times as fast as `str.translate`, and a long text is read with every command.
def _with_stand_ins(text: str) -> str:
    for sign, stand_in in _STAND_INS:
        text = text.replace(sign, stand_in)
    return text


def _without_stand_ins(text: str) -> str:
    for sign, stand_in in _STAND_INS:
        text = text.replace(stand_in, sign)
    return text


def _listed(found: list[tuple[int, Problem]], name: str) -> Iterator[Problem]:
    yield from (problem for _, problem in sorted(found, key=lambda pair: pair[0]))
    if len(found) >= MAX_PROBLEMS:
        yield Problem(
            name, f"only {MAX_PROBLEMS} problems are listed", "fix these, then run the command again"
        )


def _sign(event: _Event) -> str:
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if event.tag is not None:
        return "!"
    return "" if event.anchor is None else "&"


def _line(event: _Event) -> int:
    line: int = event.start_mark.line + 1
    return line


def _mark(event: _Event) -> Mark:
    start, end = event.start_mark, event.end_mark
    style = (event.style or "") if isinstance(event, yaml.ScalarEvent) else ""
    return Mark(start.line + 1, start.column + 1, start.index, end.index, style)


def _too_large(name: str) -> Problem:
    what = f"the file is {over_limit(MAX_BYTES)}"
    return Problem(name, what, "check that it is the right file; it should contain text only")

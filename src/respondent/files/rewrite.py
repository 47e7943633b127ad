"""Write texts into a YAML file that people edit by hand, without changing anything else in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from respondent.errors import DataError, FileChanged, OutputError, Problem
from respondent.files import atomic, workspace, yaml
from respondent.files.lock import exclusive
from respondent.files.scalar import scalars
from respondent.files.slot import Layout
from respondent.files.source import Source, ValuePath
from respondent.files.text import CONTROL, cleaned, decode, named

_BELOW = "write cy: and en: on lines of their own below the name, each with its text"
_READ_AGAIN = "check the file: somebody may have changed it since it was read"
_BY_HAND = "write it into the file by hand"


def write(path: Path, before: bytes, edits: Mapping[ValuePath, str], name: str = "") -> bytes:
    """Write `edits` durably into the file at `path` with `rewritten`, and return its new bytes.

    `before` is the content for which the edits were made. The folder is locked during the write, so callers
    must not hold its lock.

    Raises:
        InputError: if the file is in a sealed release.
        DataError: if `rewritten` refuses the edits.
        FileChanged: if the content is no longer `before`; nothing was written.
        OutputError: if the file cannot be written; it is unchanged.
    """
    workspace.refuse_sealed(path)
    after = rewritten(before, name or path.name, edits)
    with exclusive(Path(os.path.realpath(path)).parent):
        replace(path, before, after, name)
    return after


def replace(path: Path, before: bytes, after: bytes, name: str = "") -> None:
    """Write the new content of a file durably, if its content is still `before`. The caller holds the lock.

    For a symbolic link, the target is written and the link is kept.

    Raises:
        FileChanged: if the content is no longer `before`; nothing was written.
        OutputError: if the file cannot be written; it is unchanged.
    """
    refuse_changed(path, before, name)
    place = Path(os.path.realpath(path))
    if after != before:
        atomic.replace_durably(place, after)
    if _bytes(place) != after:
        what = "the file does not contain what was written to it"
        raise OutputError(Problem(name or path.name, what, "check the file and its drive"))


def refuse_changed(path: Path, before: bytes, name: str = "") -> None:
    """Raise `FileChanged` if the content of a file is no longer `before`."""
    if _bytes(path) != before:
        what = "somebody else has changed the file, so nothing was written"
        raise FileChanged(Problem(name or path.name, what, "run the command again to use the current file"))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise OutputError(Problem(str(path), what, "check that you have permission to open it")) from error


def rewritten(data: bytes, name: str, edits: Mapping[ValuePath, str]) -> bytes:
    """Return the bytes of a file, called `name` in messages, with the text at each path of `edits` replaced.

    The entry may be empty or missing. A missing ``cy`` is written before ``en``, ``en`` after ``cy``, and
    another name before the first. A text keeps its style if that suits the new words, otherwise takes the
    style of the other language, or the first suitable one of `scalars`. No other byte changes.

    Raises:
        DataError: with all problems: the file is invalid, a path does not exist, a text contains a forbidden
            character, or no way to write a text reads back as exactly that text.
    """
    source = yaml.read(data, name)
    if problems := [problem for path, text in edits.items() for problem in _problems(source, path, text)]:
        raise DataError(problems)
    edits = {path: cleaned(text)[0] for path, text in edits.items()}
    text = decode(data, name)
    mark = data[: len(data) - len(text.encode())]
    return mark + _with_texts(Layout(text, source), edits).text.encode()


def _with_texts(layout: Layout, edits: Mapping[ValuePath, str]) -> Layout:
    """Return the file with all texts, written together if that reads back correctly, or else one by one."""
    target = layout.source.value
    for path, new in edits.items():
        target = _with(target, path, new)
    # If both languages of a text are written, the second takes the style of the first, so not together.
    are_apart = len({path[:-1] for path in edits}) == len(edits) > 1
    text = _at_once(layout, edits) if are_apart else None
    source = _read(text, layout.source.name) if text is not None else None
    if text is not None and source and _is_as_meant(source, target, layout.source):
        return Layout(text, source)
    for path, new in edits.items():
        layout = _with_text(layout, path, new)
    return layout


def _at_once(layout: Layout, edits: Mapping[ValuePath, str]) -> str | None:
    """Return the text of the file with each text in the best way, or None if two overlap."""
    places = []
    for path, new in edits.items():
        if layout.source.value != _with(layout.source.value, path, new):
            slot = next(layout.slots(path))
            places.append((slot, next(scalars(new, slot.room))))
    places.sort(key=lambda place: place[0].head.start, reverse=True)
    text, end = layout.text, len(layout.text) + 1
    for slot, scalar in places:
        if slot.body.stop > end or slot.head.start == end:
            return None
        text, end = slot.put(text, scalar), slot.head.start
    return text


def _with_text(layout: Layout, path: ValuePath, new: str) -> Layout:
    """Return the file with `new` at `path`, in the first way that reads back."""
    source = layout.source
    target = _with(source.value, path, new)
    if source.value == target:
        return layout
    for slot in layout.slots(path):
        for scalar in scalars(new, slot.room):
            text = slot.put(layout.text, scalar)
            reread = _read(text, source.name)
            if reread and _is_as_meant(reread, target, source):
                return Layout(text, reread)
    what = "the text cannot be written here without changing something else in the file"
    raise DataError(source.problem(path, what, _BY_HAND))


def _is_as_meant(source: Source, target: object, before: Source) -> bool:
    """Return whether a file has the values of `target`, and no comment follows words that had none before."""
    return source.value == target and source.comments.keys() <= before.comments.keys()


def _read(text: str, name: str) -> Source | None:
    try:
        return yaml.read(text.encode(), name)
    except DataError:
        return None


def _problems(source: Source, path: ValuePath, text: str) -> Iterator[Problem]:
    """Yield the reasons why `text` cannot be written at `path`."""
    if match := CONTROL.search(text):
        what, next_ = named(match.group())
        yield source.problem(path, f"the new text contains {what}", next_)
    value = source.value
    for depth, step in enumerate(path):
        is_last = depth == len(path) - 1
        if not isinstance(value, dict | list):
            content = "empty" if value is None else "a single text"
            yield source.problem(path[:depth], f"this is {content}, without “{step}” below it", _BELOW)
            return
        if not _has(value, step) and not (is_last and isinstance(value, dict) and isinstance(step, str)):
            yield source.problem(path[: depth + 1], "there is no entry with this name or number", _READ_AGAIN)
            return
        value = _get(value, step)
    if isinstance(value, dict | list):
        yield source.problem(path, "this is a list or a mapping, not a text", _READ_AGAIN)


def _has(value: object, step: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(step, int) and 0 <= step < len(value)
    return isinstance(value, dict) and step in value


def _get(value: object, step: str | int) -> object:
    if isinstance(value, list) and isinstance(step, int):
        return value[step]
    return value.get(step) if isinstance(value, dict) else None


def _with(value: object, path: ValuePath, new: str) -> object:
    """Return `value` with the text `new` at `path`, after `_problems` found none."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(value, list):
        return [_with(item, rest, new) if index == step else item for index, item in enumerate(value)]
    entries = value if isinstance(value, dict) else {}
    return {**entries, step: _with(entries.get(step), rest, new)}

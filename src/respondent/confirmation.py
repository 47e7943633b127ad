"""Confirming values that are marked `unconfirmed: true`: a person says that they are right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from respondent.errors import Problem, UsageError
from respondent.files import rewrite, yaml
from respondent.files.source import Source, ValuePath
from respondent.ledger import ledger
from respondent.ledger.row import Row
from respondent.response.problems import nearest

MARK = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Value:
    """A value that nobody has confirmed yet."""

    name: str
    """How people name it: ``people.sajid-javid``."""

    where: str
    """``office.yaml:93: people[4]``."""

    path: ValuePath
    words: str
    """What it says, in one line."""


def unconfirmed(source: Source) -> list[Value]:
    """Return the values of a file that are marked, in its order."""
    return list(_marked(source, source.value, (), ()))


def confirm(file: Path, names: Sequence[str], *, by: str, at: datetime) -> list[Value]:
    """Take the marks off values, and write into the ledger beside the file who said so, and of which words.

    Args:
        file: An `office.yaml` or a `response.yaml`.
        names: What `Value.name` gives, or the beginnings of such names.
        by: Who says so.
        at: When.

    Raises:
        InputError: if the file cannot be read.
        UsageError: if a name is not among its marked values.
        OutputError: if it cannot be written, or somebody has changed it meanwhile.
    """
    before = file.read_bytes()
    values = unconfirmed(yaml.read(before, file.name))
    _refuse_unknown(names, values)
    wanted = [value for value in values if any(_is_in(name, value.name) for name in names)]
    rewrite.write(file, before, {(*value.path, MARK): "false" for value in wanted}, file.name)
    rows = [
        Row(kind="confirmed", by=by, at=at, field=value.name, more={"value": value.words}) for value in wanted
    ]
    ledger.append(file.parent, rows)
    return wanted


def _marked(source: Source, value: object, path: ValuePath, names: Sequence[str]) -> Iterator[Value]:
    if isinstance(value, dict):
        if value.get(MARK) == "true":
            name = ".".join(names) or source.name
            yield Value(name, source.where(path), path, "; ".join(_words(value)))
        for key, inner in value.items():
            yield from _marked(source, inner, (*path, key), (*names, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            id = inner.get("id") if isinstance(inner, dict) else None
            yield from _marked(source, inner, (*path, index), (*names, id or str(index)))


def _words(value: object) -> Iterator[str]:
    """Yield the plain values in a record, without its id and its mark."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in (MARK, "id"):
                yield from (f"{key} {word}" if key in ("from", "to") else word for word in _words(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif value is not None:
        yield str(value)


def _is_in(name: str, whole: str) -> bool:
    return name in (whole, "all") or whole.startswith(f"{name}.")


def _refuse_unknown(names: Sequence[str], values: Sequence[Value]) -> None:
    known = [value.name for value in values]
    wrong = [name for name in names if not any(_is_in(name, one) for one in known)]
    if wrong:
        raise UsageError(
            Problem("confirm", f"{name} is not among the unconfirmed values", _advice(name, known))
            for name in wrong
        )


def _advice(name: str, known: Sequence[str]) -> str:
    if not known:
        return "there are none: every value of the file is confirmed"
    return f"{nearest(name, known)}`respondent confirm` without a name lists them"

"""What a syntax error of YAML means to the person who wrote the file, and what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from respondent.errors import Problem

if TYPE_CHECKING:
    from yaml import MarkedYAMLError
    from yaml.error import Mark

_QUOTE = 'put the whole text in quotation marks: "…"'


@dataclass(frozen=True, slots=True)
class _Fault:
    """One way to go wrong, in the words of both of PyYAML's parsers."""

    said: str
    """A pattern in what the parser says: ``context: problem``."""

    what: str
    """What is wrong; ``{character}`` is the one that the parser stumbled over."""

    next: str
    """What to do about it."""

    before: str = ""
    """A pattern in what stands on the line before the place."""

    begun: bool = False
    """Whether the place is where the value began rather than where the parser gave up."""


_FAULTS = (
    _Fault(
        "mapping values are not allowed",
        "a colon with a space after it stands inside a text",
        _QUOTE,
        before=r":\s",
    ),
    _Fault(
        "mapping values are not allowed",
        "this entry does not begin below the entries beside it, or the line above should end in a colon",
        "begin it with as many spaces as its neighbours; if it is text, " + _QUOTE,
    ),
    _Fault(
        "quoted scalar: found unexpected",
        "the quotation mark that opens here is never closed",
        "close it with the same mark; inside '…' write an apostrophe twice, or use \"…\" around the text",
        begun=True,
    ),
    _Fault(
        "escape|hexdecimal|hexadecimal",
        'a backslash inside "…" has a meaning of its own',
        "write two backslashes for one, or use '…' around the text",
    ),
    _Fault(
        "block collection: ",
        "an entry of a list begins with a dash and a space, and this line does not",
        "write “- ” before it, or begin it below the entry that it belongs to",
    ),
    _Fault(
        "block mapping: ",
        "there are words after the closing quotation mark",
        "inside '…' write an apostrophe twice ('Mae''r heddlu'), or use \"…\" around the text",
        before=r"\S",
    ),
    _Fault(
        "block mapping: ",
        "this line does not begin below the entries beside it",
        "begin it with as many spaces as its neighbours",
    ),
    _Fault(
        "could not find expected ':'",
        "this line has no colon with a space after it",
        "write “name: value”; if it goes on with the text above, indent it",
        begun=True,
    ),
    _Fault(
        "flow (sequence|mapping): ",
        "the bracket “{character}” that opens here is not closed, or a comma is missing after it",
        "close it, put commas between its entries, and put texts with commas or colons in quotation marks",
        begun=True,
    ),
    _Fault(
        "sequence entries are not allowed",
        "a list cannot begin on this line",
        'begin each “- ” on a new line; a text that begins with a dash goes in quotation marks: "- …"',
    ),
    _Fault(
        "scanning an (alias|anchor)",
        "a text cannot begin with “{character}”",
        "for a list write “- ”; else " + _QUOTE,
        begun=True,
    ),
    _Fault(
        "cannot start any token|node content",
        "a text cannot begin with “{character}”",
        _QUOTE,
    ),
    _Fault(
        "block scalar: ",
        "there are words after “{character}”, which says that the text begins on the next line",
        "begin the text on the next line, indented",
        begun=True,
    ),
    _Fault("directive|incompatible", "a line cannot begin with “%”", _QUOTE),
    _Fault(r"\btag\b|\bURI\b", "a text cannot begin with “!”", _QUOTE),
    _Fault(
        "<document start>",
        "this line does not belong to anything above it",
        "begin every main entry at the very left, and delete a line of “...”",
    ),
)
"""Looked through from the top; both parsers' wordings are tried in the tests."""

_TAB = (
    "there is a tab at the beginning of the line or of a value",
    "write spaces instead, two for each step",
)


def explain(error: MarkedYAMLError, text: str, name: str) -> tuple[int, Problem]:
    """Return the line of a syntax error in the file `name`, and the problem in plain words."""
    said = f"{error.context}: {error.problem}"
    gave_up = error.problem_mark or error.context_mark
    before = _before(text, gave_up)
    if _is_tab(text, gave_up, before):
        return _problem(gave_up, name, *_TAB)
    for fault in _FAULTS:
        if re.search(fault.said, said) and re.search(fault.before, before):
            mark = error.context_mark if fault.begun and error.context_mark else gave_up
            return _problem(mark, name, fault.what.format(character=_at(text, mark)), fault.next)
    what = f"this cannot be read as YAML ({error.problem})"
    return _problem(
        gave_up, name, what, "look here and one line above: spaces, colons, quotation marks, brackets"
    )


def _problem(mark: Mark | None, name: str, what: str, next_: str) -> tuple[int, Problem]:
    if mark is None:
        return 1, Problem(name, what, next_)
    line = mark.line + 1
    return line, Problem(f"{name}:{line}", f"{what} (column {mark.column + 1})", next_)


def _before(text: str, mark: Mark | None) -> str:
    return text[mark.index - mark.column : mark.index] if mark else ""


def _at(text: str, mark: Mark | None) -> str:
    return text[mark.index : mark.index + 1] if mark else ""


def _is_tab(text: str, mark: Mark | None, before: str) -> bool:
    return _at(text, mark) == "\t" or (before.isspace() and "\t" in before)

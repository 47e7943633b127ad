"""What a syntax error of YAML means to the person who wrote the file, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from respondent.errors import Problem

if TYPE_CHECKING:
    from yaml import MarkedYAMLError
    from yaml.error import Mark

_QUOTE = 'put the whole text in quotation marks: "…"'
_BLOCK = "or begin it on the line below a |, indented"

_IN_QUOTES = 'goes in quotation marks: "…"'

UNCLOSED = (
    "the quotation mark that opens here is never closed",
    "close it with the same mark; inside '…' write an apostrophe twice, or use \"…\" around the text",
)

_ENTRY = r"(?:- +)*(?:[\w-]+:(?=\s|$)|- )"
_LINE = re.compile(rf"^([ ]*)({_ENTRY})", re.MULTILINE)
# What opens a text in quotation marks: it stands at the beginning of an entry.
_OPENING = re.compile(r"^[ ]*(?:- +)*(?:[\w-]+:[ ]+)?(?P<mark>[\"'])", re.MULTILINE)
_CLOSING = {
    '"': re.compile(r'(?:[^"\\]|\\.)*+(")', re.DOTALL),
    "'": re.compile(r"(?:[^']|'')*+(')", re.DOTALL),
}
# Where a text begins on the lines below: quotation marks in it are words.
_HEAD = re.compile(r"^([ ]*)(?:- +)*[\w-]+:[ ]+[|>][-+0-9]*[ \t]*(?:#.*)?$")
_VALUE = re.compile(r"^[ ]*(?:- +)*(?:[^\s:]+:[ ]+)?(?P<value>\S.*)$")
_NOTE = re.compile(r"(?:^|[ \t])(#.*)$")

# Word and web pages put no-break spaces where a person pressed the space bar. YAML counts only ordinary ones.
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE = re.compile(f"[{_SPACES}]")
# What stands before the first word of a line, and behind a name with its colon.
_INDENT = re.compile(rf"^(?:[ {_SPACES}]|-(?=[ {_SPACES}]))*(?:[a-z_]+:[ {_SPACES}]+)?", re.MULTILINE)


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
    _Fault("quoted scalar: found unexpected", *UNCLOSED, begun=True),
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
        "begin the text on the next line, indented; a text that begins with that sign " + _IN_QUOTES,
        begun=True,
    ),
    _Fault("mapping keys are not allowed", "a text cannot begin with “{character}”", _QUOTE),
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
    if plain := _misread(said, text, error):
        line, what, advice = plain
        return line, Problem(f"{name}:{line}", what, advice)
    for fault in _FAULTS:
        if re.search(fault.said, said) and re.search(fault.before, before):
            mark = error.context_mark if fault.begun and error.context_mark else gave_up
            return _problem(mark, name, fault.what.format(character=_at(text, mark)), fault.next)
    what = f"this cannot be read as YAML ({error.problem})"
    return _problem(
        gave_up, name, what, "look here and one line above: spaces, colons, quotation marks, brackets"
    )


def with_spaces(text: str) -> tuple[str, list[int]]:
    """Return a text with ordinary spaces for others at the beginning of its lines, and the lines."""
    if text.isascii() or not _SPACE.search(text):
        return text, []
    lines: list[int] = []

    def spaced(match: re.Match[str]) -> str:
        if not _SPACE.search(match[0]):
            return match[0]
        lines.append(text.count("\n", 0, match.start()) + 1)
        return _SPACE.sub(" ", match[0])

    return _INDENT.sub(spaced, text), lines


def spaces_note(lines: Sequence[int]) -> str:
    """Return what is said of lines that began with other spaces than ordinary ones.

    >>> spaces_note([3, 4, 7])
    'no-break spaces at the beginning of the lines 3, 4, 7: read as ordinary spaces'
    """
    where = "the line" if len(lines) == 1 else f"the lines {', '.join(map(str, lines[:9]))}"
    more = ", …" if len(lines) > 9 else ""
    return f"no-break spaces at the beginning of {where}{more}: read as ordinary spaces"


def swallows(text: str, start: int, end: int) -> bool:
    """Return whether a scalar in quotation marks goes on over lines that begin entries beside it or above."""
    if text[start : start + 1] not in ("'", '"') or "\n" not in text[start:end]:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    column = len(re.match(r"[ ]*(?:- +)*", line)[0])  # type: ignore[index]  # the pattern takes every line
    lines = _LINE.finditer(text, text.index("\n", start) + 1, end)
    return any(len(entry[1]) <= column for entry in lines)


def _misread(said: str, text: str, error: MarkedYAMLError) -> tuple[int, str, str] | None:
    """Return line, fault and advice where the words show what was meant; else none, and the parser speaks."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    if (opening := _swallowing(text, mark.index)) is not None:
        return opening, *UNCLOSED
    if "could not find expected" in said and error.context_mark:
        mark = error.context_mark
    lines = text.split("\n")
    if "flow " in said and (cut := _cut_brackets(lines, error)):
        return cut
    if not re.search("block mapping: |could not find expected|mapping values", said):
        return None
    return _cut_in_two(lines, mark.line) or _begins_oddly(lines[min(mark.line, len(lines) - 1)], mark)


def _swallowing(text: str, end: int) -> int | None:
    """Return the line of the first quotation mark before `end` that is not closed before the next entries."""
    inside, position = -1, 0
    for number, line in enumerate(text[:end].split("\n"), start=1):
        start, position = position, position + len(line) + 1
        indent = len(line) - len(line.lstrip(" "))
        if inside >= 0 and (indent > inside or not line.strip()):
            continue
        inside = -1
        if head := _HEAD.match(line):
            inside = len(head[1])
        elif opening := _OPENING.match(line):
            closing = _CLOSING[opening["mark"]].match(text, start + opening.end())
            if swallows(text, start + opening.start("mark"), closing.end() if closing else len(text)):
                return number
    return None


def _cut_brackets(lines: Sequence[str], error: MarkedYAMLError) -> tuple[int, str, str] | None:
    """Return what to say of a list in brackets whose end is taken for a comment: ``[a, b #c]``."""
    first = error.context_mark.line if error.context_mark else 0
    last = error.problem_mark.line if error.problem_mark else first
    for number in range(first, min(last + 1, len(lines))):
        if note := _NOTE.search(lines[number]):
            return number + 1, _is_comment(note[1]), "put the text with the # in quotation marks"
    return None


def _cut_in_two(lines: Sequence[str], index: int) -> tuple[int, str, str] | None:
    """Return what to say of a text that goes on below a comment."""
    if index >= len(lines) or re.match(rf"[ ]*(?:{_ENTRY})", lines[index]):
        return None
    above = next((number for number in range(index - 1, -1, -1) if lines[number].strip()), None)
    if above is None or not (note := _NOTE.search(lines[above])):
        return None
    return above + 1, f"{_is_comment(note[1])} and cuts the text in two", f"{_QUOTE}, {_BLOCK}"


def _is_comment(words: str) -> str:
    shown = words if len(words) <= 40 else f"{words[:40]}…"
    return f"“{shown}” is read as a comment, because of its #,"


def _begins_oddly(line: str, mark: Mark) -> tuple[int, str, str] | None:
    """Return what to say of a text that begins with a sign that means something else in YAML."""
    match = _VALUE.match(line)
    sign = match["value"][0] if match else ""
    if not match or mark.column <= match.start("value"):
        return None
    if sign in "\"'" and match["value"].rstrip()[-1:] == sign:
        return None  # it is closed at the end of the line: the mark inside is what is wrong
    number, other = mark.line + 1, '"…"' if sign == "'" else "'…'"
    if sign in "\"'":
        what = "the text begins with a quotation mark, and there are words after the closing one"
        advice = f"put the whole text in the other quotation marks: {other}, {_BLOCK}"
        return number, what, advice
    if sign in "“”‘’„":
        what = f"quotation marks such as {sign} are words to this file, and the text has a colon with a space"
        return number, what, f'put straight ones around the whole text: "…", {_BLOCK}'
    if sign in "[{":
        what = f"the text begins with “{sign}”, which opens a list or keys"
        return number, what, f"{_QUOTE}, {_BLOCK}"
    if sign in "*&!":
        return number, f"a text cannot begin with “{sign}”", f"{_QUOTE}, {_BLOCK}"
    return None


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

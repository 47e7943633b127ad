"""A text as the scalars of YAML that a careful person would write for it, the best first."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

WIDTH = 120
"""How many characters a line has at most, where the words allow it."""

_TYPED = re.compile(
    r"null|true|false|yes|no|on|off|y|n|[-+.\d][-+.:,_\s\da-fxotz]*|[-+]?\.(inf|nan)", re.IGNORECASE
)
"""What other programs take for a number, a date, a truth value or nothing."""

_FLOW = re.compile(r"[][{},?:]")
"""What some programs take for a sign between brackets, though others do not."""

_OPENING = "(“‘…£"
"""Marks with which a text without quotation marks may begin, beside letters and figures."""

_BETWEEN_WORDS = re.compile(r"(?<=\S) (?=\S)")
"""The spaces at which a line may be folded: only a single one comes back from a line end."""

_ESCAPED = {0x2028: r"\L", 0x2029: r"\P", 0xFEFF: r"\uFEFF"}
"""What programs take for a line end or drop, and nobody sees: written so that it can be seen."""

_ONLY_ESCAPED = re.compile("[\r\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class ScalarContext:
    """Where a scalar is to stand."""

    style: str
    """How a text is written there now, or beside it: one of ``' " | >``, or empty for plain."""

    is_flow: bool
    """Whether it stands in ``{…}`` or ``[…]``, where no text can begin with ``|`` or ``>``."""

    head_width: int
    """How many characters the line has left where the scalar begins."""

    body_width: int
    """How many characters a line below it has left, its indentation taken off."""

    old: str = ""
    """What stands there now: `true` without quotation marks may become `false` without them."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One way to write a text."""

    head: str
    """What stands behind the colon: the text itself, or ``>-``."""

    body: tuple[str, ...] = ()
    """The lines below it, not indented yet, without line ends."""


def scalars(text: str, room: ScalarContext) -> Iterator[Scalar]:
    r"""Yield the ways to write `text`, the best first; whether one reads back is for the caller to see.

    The style that stands there already comes first if it suits the text; then plain for a short text; in
    quotation marks for one that means something in YAML; folded at `WIDTH` for a long paragraph; with ``|``
    for several. A text with line ends between its words is never folded, for that loses them to Markdown. The
    last, in quotation marks on one line, holds every text that a file may hold.

    >>> [scalar.head for scalar in scalars("Rhaid: dau", ScalarContext("", False, 80, 80))]
    ['"Rhaid: dau"', '>-', '|-', "'Rhaid: dau'", '"Rhaid: dau"']
    """
    for style in dict.fromkeys((room.style, *_STYLES)):
        if scalar := _STYLES[style](text, room):
            yield scalar
    yield Scalar(_double_quoted(text))


def _plain(text: str, room: ScalarContext) -> Scalar | None:
    is_typed = _TYPED.fullmatch(text) and not (room.style == "" and _TYPED.fullmatch(room.old))
    means_something = ": " in text or " #" in text or text.endswith(":") or is_typed
    begins_well = text[:1].isalnum() or text[:1] in tuple(_OPENING)
    is_parted = room.is_flow and _FLOW.search(text)
    is_safe = begins_well and text == text.strip() and not means_something and not is_parted
    return _one_line(text, text, room) if is_safe else None


def _single(text: str, room: ScalarContext) -> Scalar | None:
    return _one_line(text, "'" + text.replace("'", "''") + "'", room)


def _one_line(text: str, written: str, room: ScalarContext) -> Scalar | None:
    is_shown = not _ONLY_ESCAPED.search(text) and "\n" not in text and "\t" not in text
    return Scalar(written) if is_shown and len(written) <= room.head_width else None


def _double(text: str, room: ScalarContext) -> Scalar | None:
    written = _double_quoted(text)
    return Scalar(written) if "\n" not in text and len(written) <= room.head_width else None


def _double_quoted(text: str) -> str:
    # Each escape of JSON is one of YAML too.
    return json.dumps(text, ensure_ascii=False).translate(_ESCAPED)


def _folded(text: str, room: ScalarContext) -> Scalar | None:
    paragraph = text.removesuffix("\n")
    is_paragraph = paragraph != "" and paragraph == paragraph.strip() and "\n" not in paragraph
    is_natural = paragraph == text or room.style == ">" or len(text) > room.body_width
    if room.is_flow or not (is_paragraph and is_natural) or _ONLY_ESCAPED.search(text):
        return None
    return Scalar(">" if text.endswith("\n") else ">-", tuple(_wrapped(paragraph, room.body_width)))


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Yield lines as full as `width` allows; what cannot be divided stays whole."""
    line, *words = _BETWEEN_WORDS.split(paragraph)
    for word in words:
        if len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}"
    yield line


def _literal(text: str, room: ScalarContext) -> Scalar | None:
    lines = text.removesuffix("\n").split("\n")
    is_natural = text.strip() != "" and (len(lines) > 1 or len(text) <= room.body_width)
    if room.is_flow or not is_natural or _ONLY_ESCAPED.search(text):
        return None
    return Scalar("|" if text.endswith("\n") else "|-", tuple(lines))


_STYLES: Mapping[str, Callable[[str, ScalarContext], Scalar | None]] = {
    "": _plain,
    '"': _double,
    ">": _folded,
    "|": _literal,
    "'": _single,
}
"""Each way to write, or nothing where it does not suit the text; in the order in which they are tried."""

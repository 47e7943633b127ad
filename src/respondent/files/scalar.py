"""Write a text as YAML scalars in the styles that a careful author would choose, the best first."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

WIDTH = 120
"""The limit of characters in a line, unless a single word is longer."""

_TYPED = re.compile(
    r"null|true|false|yes|no|on|off|y|n|[-+.\d][-+.:,_\s\da-fxotz]*|[-+]?\.(inf|nan)", re.IGNORECASE
)
"""Words that YAML 1.1 or 1.2 parsers may read as null, a Boolean, a number or a date."""

_FLOW = re.compile(r"[][{},?:]")
"""Characters that some parsers read as syntax inside brackets."""

_OPENING = "(“‘…£"
"""Characters with which a plain text may begin, besides letters and figures."""

_BETWEEN_WORDS = re.compile(r"(?<=\S) (?=\S)")
"""The spaces at which a line may be folded. A folded line end reads back as a single space."""

_ESCAPED = {0x2028: r"\L", 0x2029: r"\P", 0xFEFF: r"\uFEFF"}
"""Invisible characters that programs read as line ends or drop. Escapes make them visible."""

_ONLY_ESCAPED = re.compile("[\r\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class ScalarContext:
    """The place of a scalar."""

    style: str
    """The style of the present or adjacent text: one of ``' " | >``, or empty for plain."""

    is_flow: bool
    """Whether it is inside ``{…}`` or ``[…]``, where no text can begin with ``|`` or ``>``."""

    head_width: int
    """The number of characters left on the line where the scalar begins."""

    body_width: int
    """The number of characters on a line below it, without the indent."""

    old: str = ""
    """The present text. A plain `true` may become a plain `false`."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One way to write a text."""

    head: str
    """The part after the colon: the text itself, or ``>-``."""

    body: tuple[str, ...] = ()
    """The lines below it, without indents and line ends."""


def scalars(text: str, room: ScalarContext) -> Iterator[Scalar]:
    r"""Yield the ways to write `text`, the best first. The caller checks whether one reads back as the text.

    The present style comes first if it suits the text. Then come: plain for a short text, quoted for a text
    with YAML syntax, folded at `WIDTH` for a long paragraph, and ``|`` for several paragraphs. A text with
    line ends inside is never folded, because folding would change its Markdown. The last way, quoted on one
    line, suits any text.

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
    # Every JSON string is a valid YAML scalar (YAML 1.2).
    return json.dumps(text, ensure_ascii=False).translate(_ESCAPED)


def _folded(text: str, room: ScalarContext) -> Scalar | None:
    paragraph = text.removesuffix("\n")
    is_paragraph = paragraph != "" and paragraph == paragraph.strip() and "\n" not in paragraph
    is_natural = paragraph == text or room.style == ">" or len(text) > room.body_width
    if room.is_flow or not (is_paragraph and is_natural) or _ONLY_ESCAPED.search(text):
        return None
    return Scalar(">" if text.endswith("\n") else ">-", tuple(_wrapped(paragraph, room.body_width)))


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Yield lines of at most `width` characters, or longer with a single word."""
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
"""The styles in the order in which they are tried. Each gives None for an unsuitable text."""

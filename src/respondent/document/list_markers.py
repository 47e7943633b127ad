"""Lists that people number as laws and Word do: ``(a)``, ``a)``, ``(i)``, ``(1)``, and bullets such as •.

Markdown knows ``1.`` and ``-`` alone. `markdown` writes such markers as those of Markdown, each in exactly as
many characters, so that every place in the text stays where it was, and says for each line how it was
numbered. The letters are kept in the tree: a quotation must be exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["a", "A", "i", "I", "1"]
"""How items are counted: small or capital letters, small or capital Roman numerals, figures."""

BULLETS = "•·▪◦‣●○■□–—"
"""What Word, PDF and typists put before the items of a list; dashes only where two lines begin with one."""

_DASHES = "–—"

# At the beginning of a line, or behind the sign of a quotation or of an item around it.
_LINE = re.compile(r"^(?P<indent>(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*)(?P<rest>.*)$")
_MARKER = re.compile(r"(?P<open>\(?)(?P<label>[A-Za-z]{1,6}|\d{1,3})\)[ \t]+(?=\S)")
_BULLET = re.compile(rf"[{BULLETS}][ \t\u00a0]+(?=\S)")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a list is numbered."""

    kind: Kind
    prefix: str
    """What stands before each number: ``(`` or nothing."""

    suffix: str = ")"

    @property
    def name(self) -> str:
        """What the tree keeps: its first marker, ``(a)``."""
        return f"{self.prefix}{self.kind}{self.suffix}"

    def marker(self, number: int) -> str:
        """Return the marker of an item.

        >>> [numbering("(i)").marker(number) for number in (1, 4, 9)]
        ['(i)', '(iv)', '(ix)']
        """
        return f"{self.prefix}{_label(self.kind, number)}{self.suffix}"


def numbering(name: str) -> Numbering:
    """Return the numbering that a list of the tree names."""
    prefix, kind = ("(", name[1]) if name.startswith("(") else ("", name[0])
    return Numbering(kind, prefix)  # type: ignore[arg-type]  # a letter of `Kind`, as `Numbering.name` wrote it


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the markers of Markdown in the place of its own."""

    text: str
    numberings: Mapping[int, Numbering]
    """For each line, from 0, on which an item begins, how it was numbered."""

    bullets: tuple[int, ...]
    """The lines that began with a bullet that Markdown does not know."""


@dataclass(frozen=True, slots=True)
class _Item:
    line: int
    indent: str
    numbering: Numbering
    number: int
    width: int


def markdown(source: str) -> Marked:
    r"""Return a text with the markers of Markdown in the place of others.

    >>> markdown("(a) one\n(b) two").text
    '1)  one\n2)  two'
    >>> markdown("I asked for:\n• a report\n• a plan").text
    'I asked for:\n- a report\n- a plan'
    """
    lines = source.split("\n")
    numberings: dict[int, Numbering] = {}
    bullets: list[int] = []
    before, end = None, ")"
    for item in list(_items(lines)):
        if before not in (None, item.numbering):
            end = "." if end == ")" else ")"  # which parts two lists of Markdown that stand side by side
        before = item.numbering
        rest = lines[item.line][len(item.indent) :]
        lines[item.line] = item.indent + _as_number(item.number, item.width, end) + rest[item.width :]
        numberings[item.line] = item.numbering
    for line, indent, width in _bullets(lines):
        rest = lines[line][len(indent) :]
        lines[line] = indent + "-".ljust(width) + rest[width:]
        bullets.append(line)
    if not numberings and not bullets:
        return Marked(source, {}, ())
    return Marked("\n".join(lines), numberings, tuple(bullets))


def _as_number(number: int, width: int, end: str) -> str:
    """Return a number of Markdown in as many characters, with one to four spaces before the words."""
    figures = max(1, width - 5)
    return f"{number:0{figures}d}{end}".ljust(width)


def _items(lines: list[str]) -> Iterator[_Item]:
    """Yield the items that are numbered in another way than Markdown's.

    A line that happens to begin with ``a)`` goes on with the sentence before it: an item begins a block,
    or is the first of several that follow on each other, or follows on such a one.
    """
    open_items: list[_Item] = []  # the last item of each list that may still go on, the outermost first
    for number, line in enumerate(lines):
        if not line.strip(" \t>"):
            continue  # an empty line ends no list
        item = _item(number, line, open_items)
        if item is None:
            if open_items and not _goes_on(lines, number, open_items[-1]):
                open_items.clear()
            continue
        follows = [index for index, before in enumerate(open_items) if _follows(item, before)]
        if follows:
            del open_items[follows[-1] :]
        elif not (_begins_block(lines, number) or (item.number == 1 and _has_second(lines, item))):
            continue
        open_items.append(item)
        yield item


def _item(number: int, line: str, before: Sequence[_Item]) -> _Item | None:
    match = _LINE.match(line)
    assert match is not None  # the pattern takes every line
    marker = _MARKER.match(match["rest"])
    if marker is None or (marker["label"].isdecimal() and not marker["open"]):
        return None  # Markdown's own: 1)
    items = [
        _Item(number, match["indent"], Numbering(kind, marker["open"]), value, marker.end())
        for kind, value in _readings(marker["label"])
    ]
    following = (item for item in items if any(_follows(item, other) for other in before))
    return next(following, items[0] if items else None)


def _readings(label: str) -> Iterator[tuple[Kind, int]]:
    """Yield what a label may be: *i* is a Roman one before it is a ninth letter, *c* and *d* are letters."""
    if label.isdecimal():
        yield "1", int(label)
        return
    if not (label.islower() or label.isupper()):
        return
    is_capital = label.isupper()
    if _ROMAN.fullmatch(label) and (len(label) > 1 or label in "iI"):
        yield ("I" if is_capital else "i"), _roman(label)
    if len(label) == 1:
        yield ("A" if is_capital else "a"), ord(label.lower()) - ord("a") + 1
        if label in "vVxX":
            yield ("I" if is_capital else "i"), _roman(label)


def _follows(item: _Item, before: _Item) -> bool:
    same = item.numbering == before.numbering and item.indent.count(">") == before.indent.count(">")
    return same and item.number == before.number + 1


def _begins_block(lines: list[str], number: int) -> bool:
    return number == 0 or not lines[number - 1].strip(" \t>")


def _goes_on(lines: list[str], number: int, before: _Item) -> bool:
    """Return whether a line belongs to the item before it: it is indented, or goes on with its sentence."""
    is_indented = len(lines[number]) - len(lines[number].lstrip(" \t>")) > len(before.indent)
    return is_indented or not _begins_block(lines, number)


def _has_second(lines: list[str], item: _Item) -> bool:
    """Return whether the next item stands below the first, before the block ends."""
    for number in range(item.line + 1, len(lines)):
        if not lines[number].strip(" \t>"):
            return False
        second = _item(number, lines[number], [item])
        if second is not None and _follows(second, item):
            return True
    return False


def _bullets(lines: list[str]) -> Iterator[tuple[int, str, int]]:
    """Yield the line, the indent and the width of each bullet that Markdown does not know."""
    marked = []
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        assert match is not None  # the pattern takes every line
        if bullet := _BULLET.match(match["rest"]):
            marked.append((number, match["indent"], bullet.end(), bullet[0][0]))
    for sign, rows in groupby(marked, key=lambda row: row[3]):
        group = list(rows)
        if (
            sign not in _DASHES or len(group) > 1
        ):  # one dash at the beginning of a line may go on with a sentence
            yield from ((line, indent, width) for line, indent, width, _ in group)


def typed_bullet(line: str) -> int:
    """Return how many characters a bullet takes at the beginning of a line; 0 where there is none.

    >>> typed_bullet("• a plan"), typed_bullet("– a dash"), typed_bullet("a plan")
    (2, 0, 0)
    """
    match = _BULLET.match(line)
    return match.end() if match and match[0][0] not in _DASHES else 0


def _label(kind: Kind, number: int) -> str:
    match kind:
        case "1":
            return str(number)
        case "a":
            return chr(ord("a") + (number - 1) % 26)
        case "A":
            return _label("a", number).upper()
        case "i":
            tens, units = divmod(number, 10)
            return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[units]
        case "I":
            return _label("i", number).upper()


def _roman(label: str) -> int:
    values = [_VALUES[letter] for letter in label.lower()]
    following = [*values[1:], 0]
    return sum(
        -value if value < next_value else value for value, next_value in zip(values, following, strict=True)
    )

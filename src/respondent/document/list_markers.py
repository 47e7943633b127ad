"""List markers as laws and Word write them: ``(a)``, ``a)``, ``a.``, ``(i)``, ``(1)``, and bullets such as •.

Markdown only has ``1.`` and ``-``. `markdown` replaces other markers with those. A replacement has as many
characters as the original, so that positions in the text stay valid. The tree keeps the numbering of each
list, because quotations must be exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal, TypeAlias, assert_never

from respondent.document.faults import Advice

Kind: TypeAlias = Literal["a", "A", "i", "I", "1"]
"""How items are counted: small or capital letters, small or capital Roman numerals, figures."""

BULLETS = "•·▪◦‣●○■□–—"
"""Bullets of Word, of PDF files and of typists. A dash counts only where two lines begin with one."""

_DASHES = "–—"

# A marker stands at the start of a line, or after the signs of the quotations and items around it.
_LINE = re.compile(r"^(?P<indent>(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*)(?P<rest>.*)$")
_MARKER = re.compile(
    r"(?:(?P<open>\(?)(?P<label>[A-Za-z]{1,6}|\d{1,3})\)|(?P<dotted>[A-Za-z]{1,6})\.)[ \t]+(?=\S)"
)
_BULLET = re.compile(rf"[{BULLETS}][ \t\u00a0]+(?=\S)")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10}

# Bullets and numbers without a space behind them. Behind a dash or a number only a letter counts: -5 and 1.5
# are figures. A row of bullets (●●○) is a rating.
_TIGHT = re.compile(r"[•·▪◦‣●○■□](?=[^\s•·▪◦‣●○■□])|(?:[–—-]|\d{1,3}[.)])(?=[^\W\d_])")
_LETTER_O = re.compile(r"o[ \t]+(?=\S)")
_TIGHT_ADVICE = "put a space behind each bullet or number; for the sign itself write all in one line"
_O_ADVICE = "begin each item with - and a space"
_GAP_ADVICE = (
    "number the items consecutively, or put an empty line between them; for the words themselves write \\("
)

# In a law, a line may begin with the number that this word at the end of the line before announces.
_REFERENCE = re.compile(
    r"(?<!\w)(?:(?:sub-?)?(?:section|paragraph)s?|articles?|rules?|(?:is-?)?adran(?:nau)?"
    r"|(?:is-?)?[pb]aragraff(?:au)?|erthygl(?:au)?|rheol(?:au)?"
    r"|and|or|to|under|with|a|ac|neu|i|o)$",
    re.IGNORECASE,
)
_RUN_TOGETHER = "lines that look like the items of a list would be printed as one line"
_HARD_BREAK = ("\\", "  ")


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a list is numbered."""

    kind: Kind
    prefix: str
    """The opening bracket before each number: ``(`` or nothing."""

    suffix: str = ")"

    @property
    def name(self) -> str:
        """The name of the numbering in the tree, which is its first marker: ``(a)``."""
        return f"{self.prefix}{self.kind}{self.suffix}"

    def marker(self, number: int) -> str:
        """Return the marker of an item.

        >>> [numbering("(i)").marker(number) for number in (1, 4, 9)]
        ['(i)', '(iv)', '(ix)']
        """
        return f"{self.prefix}{_label(self.kind, number)}{self.suffix}"


def numbering(name: str) -> Numbering:
    """Return the numbering of a list of the tree by its name."""
    prefix, kind = ("(", name[1]) if name.startswith("(") else ("", name[0])
    return Numbering(kind, prefix, name[-1])  # type: ignore[arg-type]  # a letter of `Kind`, as `Numbering.name` wrote it


@dataclass(frozen=True, slots=True)
class Marked:
    """A text whose list markers have been replaced with those of Markdown."""

    text: str
    numberings: Mapping[int, Numbering]
    """The original numbering of each item, by the line on which it begins, from 0."""

    bullets: tuple[int, ...]
    """The lines that began with a bullet unknown to Markdown."""


@dataclass(frozen=True, slots=True)
class _Item:
    line: int
    indent: str
    numbering: Numbering
    number: int
    width: int


def markdown(source: str) -> Marked:
    r"""Replace list markers with those of Markdown.

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
            end = "." if end == ")" else ")"  # Markdown starts a new list where this sign changes
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
    """Return a Markdown number of a given width, with one to four spaces before the words."""
    figures = max(1, width - 5)
    return f"{number:0{figures}d}{end}".ljust(width)


def _items(lines: list[str]) -> Iterator[_Item]:
    """Yield the items with a numbering unknown to Markdown.

    A line inside a sentence may happen to begin with ``a)``. So a line counts as an item only if it begins a
    block, is the first of several consecutive items, or is the next item of an open list. A block that begins
    with ``J.`` may begin with a name, so it is an item only if the next one follows.
    """
    open_items: list[_Item] = []  # the last item of each open list, outermost first
    for number, line in enumerate(lines):
        if not line.strip(" \t>"):
            continue  # a list may have blank lines between its items
        item = _item(number, line, open_items)
        if item is None:
            if open_items and not _goes_on(lines, number, open_items[-1]):
                open_items.clear()
            continue
        follows = [index for index, before in enumerate(open_items) if _follows(item, before)]
        if follows:
            del open_items[follows[-1] :]
        elif _opens_list(lines, item):
            _close(open_items, item)
        else:
            continue
        open_items.append(item)
        yield item


def _item(number: int, line: str, before: Sequence[_Item]) -> _Item | None:
    match = _LINE.match(line)
    assert match is not None  # the pattern takes every line
    marker = _MARKER.match(match["rest"])
    if marker is None or (marker["open"] == "" and marker["label"].isdecimal()):
        return None  # Markdown's own: 1)
    suffix = "." if marker["dotted"] else ")"
    items = [
        _Item(number, match["indent"], Numbering(kind, marker["open"] or "", suffix), value, marker.end())
        for kind, value in _readings(marker["label"] or marker["dotted"])
    ]
    following = (item for item in items if any(_follows(item, other) for other in before))
    return next(following, items[0] if items else None)


def _readings(label: str) -> Iterator[tuple[Kind, int]]:
    """Yield the possible readings of a label, likeliest first: *i* is Roman one, then the ninth letter."""
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


def _close(open_items: list[_Item], item: _Item) -> None:
    """Remove the open list whose place a new list takes, and the lists within it."""
    for index, before in enumerate(open_items):
        if (before.numbering, before.indent) == (item.numbering, item.indent):
            del open_items[index:]
            return


def _opens_list(lines: list[str], item: _Item) -> bool:
    if _begins_block(lines, item.line):
        return item.numbering.suffix == ")" or _has_second(lines, item)
    return item.number == 1 and _has_second(lines, item)


def _begins_block(lines: list[str], number: int) -> bool:
    return number == 0 or not lines[number - 1].strip(" \t>")


def _goes_on(lines: list[str], number: int, before: _Item) -> bool:
    """Return whether a line belongs to the item before it: it is indented, or continues its sentence."""
    is_indented = len(lines[number]) - len(lines[number].lstrip(" \t>")) > len(before.indent)
    return is_indented or not _begins_block(lines, number)


def _has_second(lines: list[str], item: _Item) -> bool:
    """Return whether the second item of a list follows in the same block as the first."""
    for number in range(item.line + 1, len(lines)):
        if not lines[number].strip(" \t>"):
            return False
        second = _item(number, lines[number], [item])
        if second is not None and _follows(second, item):
            return True
        if second is not None and (second.numbering, second.number) == (item.numbering, item.number):
            return False  # the list begins again, and a search from there finds its second item
    return False


def _bullets(lines: list[str]) -> Iterator[tuple[int, str, int]]:
    """Yield line, indent and width of each bullet unknown to Markdown."""
    marked = []
    for number, line in enumerate(lines):
        match = _LINE.match(line)
        assert match is not None  # the pattern takes every line
        if bullet := _BULLET.match(match["rest"]):
            marked.append((number, match["indent"], bullet.end(), bullet[0][0]))
    for sign, rows in groupby(marked, key=lambda row: row[3]):
        group = list(rows)
        if sign not in _DASHES or len(group) > 1:  # a single dash may continue the sentence before it
            yield from ((line, indent, width) for line, indent, width, _ in group)


def run_together(source: str) -> Iterator[tuple[int, Advice]]:
    r"""Yield the first line of each list that Markdown does not take for one and would print in one line.

    Two lines of a paragraph must look like items. One such line stays words.

    >>> [(line, advice[1]) for line, advice in run_together("o one\no two")]
    [(0, 'begin each item with - and a space')]
    >>> list(run_together("-one"))
    []
    """
    marked = markdown(source)
    for lines in _unbroken(marked.text.split("\n")):
        rests = [(number, match["rest"]) for number, line in lines if (match := _LINE.match(line))]
        tight = [number for number, rest in rests if _TIGHT.match(rest)]
        if len(tight) > 1:
            yield tight[0], (_RUN_TOGETHER, _TIGHT_ADVICE)
        elif (letter := _letter_bullet(rests)) is not None:
            yield letter, (_RUN_TOGETHER, _O_ADVICE)
        elif (gap := _gap(rests, marked.numberings)) is not None:
            yield gap, (_RUN_TOGETHER, _GAP_ADVICE)


def _unbroken(lines: list[str]) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines, with their numbers, between empty lines and line breaks."""
    group: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        if line.strip(" \t>\r"):
            group.append((number, line))
        if group and (not line.strip(" \t>\r") or line.rstrip("\r").endswith(_HARD_BREAK)):
            yield group
            group = []
    if group:
        yield group


def _letter_bullet(rests: list[tuple[int, str]]) -> int | None:
    """Return the first of two lines that begin with ``o``, the bullet of e-mails.

    The word is also a Welsh preposition, so the first line must begin a paragraph or follow a colon.
    """
    before = ":"
    for (number, rest), (_, following) in pairwise(rests):
        if before.endswith(":") and _LETTER_O.match(rest) and _LETTER_O.match(following):
            return number
        before = rest.rstrip()
    return None


def _gap(rests: list[tuple[int, str]], numberings: Mapping[int, Numbering]) -> int | None:
    """Return the line with a number in brackets that goes on from no item, where another item stands."""
    items, gap, before = 0, None, ""
    for number, rest in rests:
        marker = _MARKER.match(rest)
        is_item = bool(marker and marker["open"] and any(_readings(marker["label"])))
        if number in numberings and numberings[number].prefix:
            items += 1
        elif is_item and not _REFERENCE.search(before):
            items, gap = items + 1, number if gap is None else gap
        before = rest.rstrip()[-20:]
    return gap if items > 1 else None


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
        case _:
            assert_never(kind)


def _roman(label: str) -> int:
    values = [_VALUES[letter] for letter in label.lower()]
    # A letter before a greater one is subtracted: iv is 5 - 1.
    return sum(-value if value < following else value for value, following in pairwise((*values, 0)))

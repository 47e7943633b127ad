"""The timeline of a response as a picture (SVG): what happened above the line, what is due below it.

Shapes repeat what colours show. Each label begins at its day and runs to the right. Labels are placed from
the last to the first, each in the lowest free row, so that none covers another label or its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from html import escape
from itertools import groupby
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from respondent.grammar.english import date_text, weekday
from respondent.status import words
from respondent.status.clock import Event, Milestone

if TYPE_CHECKING:
    from respondent.status.status import Status

WIDTH = 960
_LEFT, _RIGHT = 16, 780
"""Where the line begins and ends. The space to its right is for the last label."""

_BOLD, _PLAIN = 7.2, 6.4
"""A generous average width of a letter, in dates (bold) and in names of milestones. A picture without scripts
cannot ask the browser how wide its words are."""

_LONGEST = 25
"""The most letters on a line of a label: the last label must fit to the right of the line."""

_ROW, _TEXT = 38, 15
"""The heights of a row of labels and of a line of text."""

_INDENT, _GAP = 5, 8
_STEM = 22
"""From the line to the first row of labels."""

_ELSEWHERE = timedelta(days=56)
"""How far outside the other days today may be and still be drawn. Further away it would squeeze them."""

Shape: TypeAlias = Literal["done", "due", "last", "today"]

_SHAPES: Mapping[Shape, str] = MappingProxyType(
    {
        "done": '<circle class="done" cx="{x:g}" cy="{y:g}" r="6"/>',
        "due": '<circle class="due" cx="{x:g}" cy="{y:g}" r="6"/>',
        "last": '<path class="last" d="M{x:g} {y:g}m-10 0l10-10 10 10-10 10z"/>',
        "today": '<path class="today" d="M{x:g} {y:g}v-16v32"/>',
    }
)

LEGEND: Mapping[Shape, str] = MappingProxyType(
    {"done": "happened", "due": "planned or due", "last": "last day to publish", "today": "today"}
)
"""The meaning of each shape."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words at one day of the picture."""

    x: float
    shape: Shape | None
    """None for today alone, which has its own mark."""

    lines: tuple[str, ...]
    row: int = 0
    """Its row, from 0, the nearest to the line."""

    @property
    def end(self) -> float:
        """The furthest that its words may reach."""
        day, *words = (len(line) for line in self.lines)
        return self.x + _INDENT + max(day * _BOLD, max(words, default=0) * _PLAIN)

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return -(-len(self.lines) * _TEXT // _ROW)

    @property
    def near(self) -> float:
        """How far from the line its words begin."""
        return _STEM + _ROW * self.row

    @property
    def far(self) -> float:
        """How far from the line its words end."""
        return self.near + _TEXT * len(self.lines)


def picture(status: Status, name: str) -> list[str]:
    """Return the picture as lines of SVG with a title and a text alternative.

    Args:
        status: The response.
        name: What the ids of its title and text begin with, on the page.
    """
    scale = _Scale.of(status)
    above, below = placed(scale.done(status)), placed(scale.due(status))
    line = max(_height(above), 12) + 8
    height = line + max(_height(below), 20) + 8
    return [
        f'<svg role="img" aria-labelledby="{name}-title {name}-text" viewBox="0 0 {WIDTH} {height:g}"'
        f' xmlns="http://www.w3.org/2000/svg">',
        f'  <title id="{name}-title">{escape(f"Timeline of {status.slug}", quote=False)}</title>',
        f'  <desc id="{name}-text">{escape(described(status), quote=False)}</desc>',
        *(f"  {element}" for element in _line(scale, line)),
        *(f"  {element}" for label in above for element in _drawn(label, line, up=True)),
        *(f"  {element}" for label in below for element in _drawn(label, line, up=False)),
        *(f"  {element}" for element in _today(scale, line)),
        "</svg>",
    ]


def described(status: Status) -> str:
    """Return the text alternative of the picture, in sentences."""
    clock = status.clock
    parts = [f"{weekday(event.day)}: {words.event(event)}" for event in status.timeline]
    return f"{'. '.join(parts)}. Today, {weekday(clock.today)}: {words.urgency(clock)}."


@dataclass(frozen=True, slots=True)
class _Scale:
    """The position of each day."""

    first: date
    last: date
    today: date

    @classmethod
    def of(cls, status: Status) -> _Scale:
        days = [event.day for event in status.timeline]
        first, last, today = min(days), max(days), status.clock.today
        is_near = max(first - today, today - last) <= _ELSEWHERE and not status.clock.published
        return cls(min(first, today), max(last, today), today) if is_near else cls(first, last, today)

    @property
    def has_today(self) -> bool:
        return self.first <= self.today <= self.last

    def x(self, day: date) -> float:
        length = (self.last - self.first).days or 1
        return round(_LEFT + (_RIGHT - _LEFT) * (day - self.first).days / length, 1)

    def done(self, status: Status) -> list[Label]:
        """Return the labels of what happened."""
        days = _by_day(event for event in status.timeline if not _is_ahead(event, self.today))
        return [Label(self.x(day), "done", tuple(_label_lines(day, days[day], ()))) for day in days]

    def due(self, status: Status) -> list[Label]:
        """Return the labels of what is due, and that of today."""
        today = (self.today,) if self.has_today else ()
        days = _by_day(event for event in status.timeline if _is_ahead(event, self.today))
        return [
            Label(self.x(day), _shape(days.get(day, ())), tuple(_label_lines(day, days.get(day, ()), today)))
            for day in sorted({*days, *today})
        ]


def _by_day(events: Iterable[Event]) -> dict[date, tuple[Event, ...]]:
    return {day: tuple(group) for day, group in groupby(events, key=lambda event: event.day)}


def _is_ahead(event: Event, today: date) -> bool:
    return event.milestone.is_due or event.day > today


def _shape(events: Sequence[Event]) -> Shape | None:
    if not events:
        return None
    return "last" if any(event.milestone is Milestone.LAST_DAY for event in events) else "due"


def _label_lines(day: date, events: Sequence[Event], today: Sequence[date]) -> Iterator[str]:
    """Yield the lines of a label: the date, then the names of its events, each once."""
    yield date_text(day)
    names = list(dict.fromkeys(words.MILESTONES[event.milestone] for event in events))
    yield from _wrapped(["today", *names] if day in today else names)


def _wrapped(phrases: Sequence[str]) -> Iterator[str]:
    line = ""
    for phrase in phrases:
        joined = f"{line}, {phrase}" if line else phrase
        if len(joined) > _LONGEST and line:
            yield f"{line},"
            joined = phrase
        line = joined
    yield line


def placed(labels: Iterable[Label]) -> list[Label]:
    """Return labels with their rows, so that none covers another label or its line."""
    free: list[float] = []
    """How far each row is free, from the left."""
    placed_labels: list[Label] = []
    for label in sorted(labels, key=lambda label: -label.x):
        row = next(row for row in range(len(free) + 1) if _fits(label, free[row : row + label.rows]))
        free += [inf] * (row + label.rows - len(free))
        # The line to it goes through the rows below its own.
        free[: row + label.rows] = [min(end, label.x) for end in free[: row + label.rows]]
        placed_labels.append(replace(label, row=row))
    return placed_labels[::-1]


def _fits(label: Label, free: Sequence[float]) -> bool:
    return all(label.end + _GAP <= start for start in free)


def _height(labels: Sequence[Label]) -> float:
    return max((label.far for label in labels), default=0.0)


def _line(scale: _Scale, y: float) -> Iterator[str]:
    """Yield the line, the part of it that has passed, and a mark for each week."""
    yield f'<path class="line" d="M{_LEFT} {y:g}H{_RIGHT}"/>'
    passed = scale.x(min(max(scale.today, scale.first), scale.last))
    yield f'<path class="passed" d="M{_LEFT} {y:g}H{passed:g}"/>'
    weeks = range(7, (scale.last - scale.first).days, 7)
    if len(weeks) <= _WEEKS:
        ticks = "".join(f"M{scale.x(scale.first + timedelta(days=days)):g} {y - 4:g}v8" for days in weeks)
        yield f'<path class="week" d="{ticks}"/>'


def _today(scale: _Scale, y: float) -> Iterator[str]:
    if scale.has_today:
        yield _SHAPES["today"].format(x=scale.x(scale.today), y=y)


_WEEKS = 30
"""The most marks that can be told apart at this width."""


def _drawn(label: Label, y: float, *, up: bool) -> Iterator[str]:
    """Yield the line that leads to a label, its shape, and its words."""
    top = y - label.far if up else y + label.near
    end = y - label.near if up else top + _TEXT
    yield f'<path class="stem" d="M{label.x:g} {y:g}V{end:g}"/>'
    if label.shape:
        yield _SHAPES[label.shape].format(x=label.x, y=y)
    for number, line in enumerate(label.lines):
        kind = "day" if not number else "what"
        x, base = label.x + _INDENT, top + _TEXT * number + 12
        yield f'<text class="{kind}" x="{x:g}" y="{base:g}">{escape(line, quote=False)}</text>'


def shape(kind: Shape) -> str:
    """Return a shape for the legend, hidden from screen readers, which read the words next to it."""
    drawn = _SHAPES[kind].format(x=12, y=18)
    return f'<svg class="shape" aria-hidden="true" viewBox="0 0 24 36">{drawn}</svg>'

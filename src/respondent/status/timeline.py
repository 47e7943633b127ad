"""The days of a response as a picture (SVG): what happened above the line, what is due below it.

Shapes say what colours say. Each label begins at its day and is read to the right; labels are placed from the
last to the first, each in the lowest row in which it is free: so none covers another, nor the line of one.
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
"""Where the line begins and ends; right of it there is room for the last label."""

_BOLD, _PLAIN = 7.2, 6.4
"""The most that a letter is wide, on the average of a date and of a few words."""

_MOST = 25
"""The most letters of a line of a label."""

_ROW, _TEXT = 38, 15
"""The heights of a row of labels and of a line of text."""

_INDENT, _GAP = 5, 8
_STEM = 22
"""From the line to the first row of labels."""

_ELSEWHERE = timedelta(days=56)
"""How far before the first day or after the last one today may lie and still be drawn in its place."""

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
"""What each shape means."""


@dataclass(frozen=True, slots=True)
class Label:
    """A day of the picture with its words."""

    x: float
    shape: Shape | None
    """None for today alone, which the line has already."""

    lines: tuple[str, ...]
    row: int = 0
    """Which row it stands in, from 0, the nearest to the line."""

    @property
    def end(self) -> float:
        """Where its words end at most."""
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
        *(f"  {one}" for one in _line(scale, line)),
        *(f"  {one}" for label in above for one in _drawn(label, line, up=True)),
        *(f"  {one}" for label in below for one in _drawn(label, line, up=False)),
        *(f"  {one}" for one in _today(scale, line)),
        "</svg>",
    ]


def described(status: Status) -> str:
    """Return what the picture shows, in sentences."""
    clock = status.clock
    parts = [f"{weekday(one.day)}: {words.event(one)}" for one in status.timeline]
    return f"{'. '.join(parts)}. Today, {weekday(clock.today)}: {words.urgency(clock)}."


@dataclass(frozen=True, slots=True)
class _Scale:
    """Which day stands where."""

    first: date
    last: date
    today: date

    @classmethod
    def of(cls, status: Status) -> _Scale:
        days = [one.day for one in status.timeline]
        first, last, today = min(days), max(days), status.clock.today
        is_near = max(first - today, today - last) <= _ELSEWHERE and not status.clock.published
        return cls(min(first, today), max(last, today), today) if is_near else cls(first, last, today)

    @property
    def has_today(self) -> bool:
        return self.first <= self.today <= self.last

    def x(self, day: date) -> float:
        whole = (self.last - self.first).days or 1
        return round(_LEFT + (_RIGHT - _LEFT) * (day - self.first).days / whole, 1)

    def done(self, status: Status) -> list[Label]:
        """Return the labels of what happened."""
        days = _by_day(one for one in status.timeline if not _is_ahead(one, self.today))
        return [Label(self.x(day), "done", tuple(_told(day, days[day], ()))) for day in days]

    def due(self, status: Status) -> list[Label]:
        """Return the labels of what is due, and that of today."""
        today = (self.today,) if self.has_today else ()
        days = _by_day(one for one in status.timeline if _is_ahead(one, self.today))
        return [
            Label(self.x(day), _shape(days.get(day, ())), tuple(_told(day, days.get(day, ()), today)))
            for day in sorted({*days, *today})
        ]


def _by_day(events: Iterable[Event]) -> dict[date, tuple[Event, ...]]:
    return {day: tuple(ones) for day, ones in groupby(events, key=lambda one: one.day)}


def _is_ahead(one: Event, today: date) -> bool:
    return one.moment.is_due or one.day > today


def _shape(events: Sequence[Event]) -> Shape | None:
    if not events:
        return None
    return "last" if any(one.moment is Milestone.LAST_DAY for one in events) else "due"


def _told(day: date, events: Sequence[Event], today: Sequence[date]) -> Iterator[str]:
    """Yield the lines of a label: the date, then what it is the day of, of much no more than fits."""
    yield date_text(day)
    told = list(dict.fromkeys(words.MOMENTS[one.moment] for one in events))
    if day in today:
        told.insert(0, "today")
    yield from _wrapped(told)


def _wrapped(told: Sequence[str]) -> Iterator[str]:
    line = ""
    for one in told:
        joined = f"{line}, {one}" if line else one
        if len(joined) > _MOST and line:
            yield f"{line},"
            joined = one
        line = joined
    yield line


def placed(labels: Iterable[Label]) -> list[Label]:
    """Return labels with their rows, none over another nor over the line that leads to one."""
    free: list[float] = []
    """For each row where what stands in it or goes through it begins."""
    found: list[Label] = []
    for label in sorted(labels, key=lambda one: -one.x):
        row = next(row for row in range(len(free) + 1) if _fits(label, free[row : row + label.rows]))
        free += [inf] * (row + label.rows - len(free))
        # The line to it goes through the rows below its own.
        free[: row + label.rows] = [min(one, label.x) for one in free[: row + label.rows]]
        found.append(replace(label, row=row))
    return found[::-1]


def _fits(label: Label, free: Sequence[float]) -> bool:
    return all(label.end + _GAP <= one for one in free)


def _height(labels: Sequence[Label]) -> float:
    return max((one.far for one in labels), default=0.0)


def _line(scale: _Scale, y: float) -> Iterator[str]:
    """Yield the line: all of it, then over it the part that has passed, with a mark each week."""
    yield f'<path class="line" d="M{_LEFT} {y:g}H{_RIGHT}"/>'
    passed = scale.x(min(max(scale.today, scale.first), scale.last))
    yield f'<path class="passed" d="M{_LEFT} {y:g}H{passed:g}"/>'
    weeks = range(7, (scale.last - scale.first).days, 7)
    if len(weeks) <= _WEEKS:
        ticks = "".join(f"M{scale.x(scale.first + timedelta(days=one)):g} {y - 4:g}v8" for one in weeks)
        yield f'<path class="week" d="{ticks}"/>'


def _today(scale: _Scale, y: float) -> Iterator[str]:
    if scale.has_today:
        yield _SHAPES["today"].format(x=scale.x(scale.today), y=y)


_WEEKS = 30
"""More marks than these would run into one another."""


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
    """Return a shape by itself, as a legend has it; the words beside it say what it means."""
    drawn = _SHAPES[kind].format(x=12, y=18)
    return f'<svg class="shape" aria-hidden="true" viewBox="0 0 24 36">{drawn}</svg>'

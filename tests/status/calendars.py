"""Reads calendars as RFC 5545 has them, and refuses all else: a judge of ours for what we write."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

PROPERTIES = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "METHOD"},
    "VEVENT": {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"},
    "VALARM": {"ACTION", "DESCRIPTION", "TRIGGER"},
}
"""What each component must have, once each, and nothing else."""

INSIDE = {"VCALENDAR": "VEVENT", "VEVENT": "VALARM", "VALARM": ""}

_DATE = r"[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])"

VALUES = {
    "VERSION": "2\\.0",
    "CALSCALE": "GREGORIAN",
    "METHOD": "PUBLISH",
    "DTSTAMP": _DATE + "T([01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]Z",
    "DTSTART": _DATE,
    "DTEND": _DATE,
    "TRANSP": "TRANSPARENT|OPAQUE",
    "ACTION": "DISPLAY",
    "TRIGGER": "-P[0-9]+D(T[0-9]+H)?",
}
"""The shape of values that are no text."""

_TEXT = re.compile(r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*")
_LINE = re.compile(
    r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=[^;:,\"\x00-\x1f]+)*):(?P<value>.*)", re.DOTALL
)


@dataclass
class Component:
    """A calendar, an event or a reminder."""

    name: str
    values: dict[str, str] = field(default_factory=dict)
    inner: list[Component] = field(default_factory=list)


def read(text: str) -> Component:
    """Return the calendar that a text is; fail where the text is none."""
    lines = unfolded(text)
    calendar = _component(lines)
    assert not lines, "something stands after the calendar"
    assert calendar.inner, "a calendar has at least one event"
    return calendar


def unfolded(text: str) -> list[str]:
    """Return the lines of a calendar, each put together again."""
    assert text.endswith("\r\n")
    assert not re.search("\r(?!\n)|(?<!\r)\n", text), "a line ends in something else than CRLF"
    physical = text.encode().split(b"\r\n")[:-1]
    assert all(0 < len(line) <= 75 for line in physical), "a line is longer than 75 octets"
    assert all(line.decode() for line in physical), "a letter is divided"
    return re.sub("\r\n[ \t]", "", text).split("\r\n")[:-1]


def unescaped(value: str) -> str:
    """Return the text that a value stands for."""
    assert _TEXT.fullmatch(value), value
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def _component(lines: list[str]) -> Component:
    name, value = lines.pop(0).split(":")
    assert name == "BEGIN"
    found = Component(value)
    while (line := lines[0]) != f"END:{found.name}":
        if line.startswith("BEGIN:"):
            found.inner.append(_component(lines))
            assert found.inner[-1].name == INSIDE[found.name]
        else:
            _property(found, lines.pop(0))
    lines.pop(0)
    assert set(found.values) == PROPERTIES[found.name]
    return found


def _property(at: Component, line: str) -> None:
    match = _LINE.fullmatch(line)
    assert match, line
    name, value = match["name"], match["value"]
    assert name not in at.values, f"{name} stands twice"
    assert not at.inner, "a property stands after a component"
    assert match["parameters"] == (";VALUE=DATE" if name in ("DTSTART", "DTEND") else "")
    if name in VALUES:
        assert re.fullmatch(VALUES[name], value), line
        at.values[name] = value
    else:
        at.values[name] = unescaped(value)

"""A row of the ledger: something that somebody said about exact texts, at a time."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from respondent.language import Language
from respondent.ledger.state import RECORDED

VERSION = 1
"""The version of the rows that are written. Rows of a later one are kept and shown."""


WITHDRAWN = "withdrawn"
"""The kind of row that withdraws all earlier rows about the same texts."""

KINDS: Mapping[str, str] = MappingProxyType(
    {
        **{kind: state.meaning for kind, state in RECORDED.items()},
        WITHDRAWN: "earlier rows about these texts no longer count",
        "imported": "written into the response from a file or a memory; approves nothing",
        "confirmed": "a value that was marked unconfirmed is right",
        "silenced": "a finding is accepted, with the reason",
        "sent-for-translation": "sent to a translator",
        "noted": "a remark about a text; its state stays the same",
        "released": "the pair was released",
        "published": "the response was published, on a day at an address",
        "sent": "the letter was sent to somebody",
    }
)
"""Every kind of row that this version knows, with what it records."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One row. It speaks of exact texts, and of nothing when they change."""

    kind: str
    """One of `KINDS`, or a kind of a later version."""

    by: str
    """Who said it."""

    at: datetime
    """When, with its time zone."""

    field: str = ""
    """The id of the field at the time: a hint, since items are renamed; empty where it is about none."""

    source_language: Language | None = None
    """The language of `source`."""

    source: str = ""
    """The text translated from, or the original that is signed off."""

    target: str = ""
    """The translation; empty where the row is about an original."""

    origin: str = ""
    """Where the text came from: `typed`, `memory`, `import`, or the name of a translators' format."""

    note: str = ""
    """What somebody wrote beside it: a comment, a reason."""

    more: Mapping[str, str] = dataclasses.field(default_factory=lambda: MappingProxyType({}))
    """What else the row says, by key: a day, an address, a digest; kept whoever wrote it."""

    @property
    def target_language(self) -> Language | None:
        """The language of `target`; none where the row is about no texts."""
        return self.source_language.other if self.source_language else None

    @property
    def day(self) -> date:
        """The day of which the row speaks: the one that it gives, else that on which it was said."""
        try:
            return date.fromisoformat(self.more.get("day", ""))
        except ValueError:
            return self.at.date()

    def line(self) -> str:
        """Return the row as one line of JSON in ASCII, which no line end can break."""
        texts = {"from": self.source_language or "", "source": self.source, "target": self.target}
        values = {
            "v": VERSION,
            "kind": self.kind,
            "field": self.field,
            **(texts if self.source_language else {}),
            "origin": self.origin,
            "by": self.by,
            "at": self.at.isoformat(timespec="seconds"),
            "note": self.note,
            **self.more,
        }
        return json.dumps({key: value for key, value in values.items() if value != ""})


_YEARS = range(1900, 3000)
"""The years that a row may speak of: at the ends of time, to change the time zone or to count on fails."""

_RELEASE = re.compile(r"[0-9]{1,6}")

OWN_KEYS = frozenset(("v", "kind", "field", "from", "source", "target", "origin", "by", "at", "note"))
"""The keys of a row that have a meaning of their own; all others are `LedgerRow.more`."""


def row_of(values: object) -> LedgerRow:
    """Return the row that a line of JSON holds.

    Raises:
        ValueError: with what is wrong, in one line.
    """
    if not isinstance(values, dict):
        raise ValueError("the line is no row")
    texts = {key: value for key, value in values.items() if key != "v"}
    wrong = [key for key, value in texts.items() if not isinstance(value, str)]
    if wrong and values.get("v") == VERSION:
        raise ValueError(f"`{wrong[0]}` is no text")
    told = {key: value if isinstance(value, str) else json.dumps(value) for key, value in texts.items()}
    missing = [key for key in ("kind", "by", "at") if not told.get(key)]
    if missing:
        raise ValueError(f"`{missing[0]}` is missing")
    more = {key: value for key, value in told.items() if key not in OWN_KEYS}
    _refuse_wrong(told["kind"], more)
    return LedgerRow(
        kind=told["kind"],
        by=told["by"],
        at=_time(told["at"]),
        field=told.get("field", ""),
        source_language=_language(told.get("from", "")),
        source=told.get("source", ""),
        target=told.get("target", ""),
        origin=told.get("origin", ""),
        note=told.get("note", ""),
        more=MappingProxyType(more),
    )


def _time(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text[:40]}” is no time") from None
    if found.tzinfo is None:
        raise ValueError(f"“{text[:40]}” has no time zone")
    if found.year not in _YEARS:
        raise ValueError(f"“{text[:40]}” is not of the years {_YEARS.start} to {_YEARS.stop - 1}")
    return found


def _refuse_wrong(kind: str, more: Mapping[str, str]) -> None:
    """Raise `ValueError` where a row of a kind that is known says no day or no release behind its key."""
    if kind not in KINDS:
        return
    day, release = more.get("day"), more.get("release")
    if day is not None and not _is_day(day):
        raise ValueError(f"`day`: “{day[:40]}” is no day")
    if release is not None and not _RELEASE.fullmatch(release):
        raise ValueError(f"`release`: “{release[:40]}” is no number of a release")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).year in _YEARS
    except ValueError:
        return False


def _language(text: str) -> Language | None:
    try:
        return Language(text) if text else None
    except ValueError:
        raise ValueError(f"“{text[:40]}” is no language of a letter") from None

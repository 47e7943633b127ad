"""A row of the ledger: what a person recorded about exact texts, and when."""

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
"""The version of the rows that are written. Rows of later versions are kept and shown."""


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
        "left-out": "something in a returned file that no text can hold; the text's state stays the same",
        "noted": "a remark about a text; its state stays the same",
        "answered": "the answer to the remarks about a text, or that they need none",
        "released": "the pair was released",
        "published": "the response was published, on a day at an address",
        "sent": "the letter was sent to somebody",
    }
)
"""Every kind of row that this version knows, with what it records."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One row. It is about exact texts: when they change, it no longer applies."""

    kind: str
    """One of `KINDS`, or a kind of a later version."""

    by: str
    """Who recorded it."""

    at: datetime
    """When, with time zone."""

    field: str = ""
    """The id of the field at that time. Only a hint, since items can be renamed; may be empty."""

    source_language: Language | None = None
    """The language of `source`."""

    source: str = ""
    """The text translated from, or the original that is signed off."""

    target: str = ""
    """The translation; empty if the row is about an original."""

    origin: str = ""
    """Where the text came from: `typed`, `memory`, `import`, or the name of a translators' format."""

    note: str = ""
    """A comment or a reason."""

    more: Mapping[str, str] = dataclasses.field(default_factory=lambda: MappingProxyType({}))
    """Other keys of the row: a day, an address, a digest. Unknown keys are kept."""

    @property
    def target_language(self) -> Language | None:
        """The language of `target`; none if the row is about no texts."""
        return self.source_language.other if self.source_language else None

    @property
    def day(self) -> date:
        """The day that the row gives, otherwise the day on which it was recorded."""
        try:
            return date.fromisoformat(self.more.get("day", ""))
        except ValueError:
            return self.at.date()

    def line(self) -> str:
        """Return the row as JSON in ASCII on one line, so that no character in a text can break the line."""
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
"""The years that a row may have. Near the years 1 and 9999, arithmetic with dates and time zones fails."""

_RELEASE = re.compile(r"[0-9]{1,6}")
"""The number of a release. Python's `int` also reads other digits, and refuses very long numbers."""

OWN_KEYS = frozenset(("v", "kind", "field", "from", "source", "target", "origin", "by", "at", "note"))
"""The keys that have a field of their own in `LedgerRow`; all others are in `LedgerRow.more`."""


def row_of(values: object) -> LedgerRow:
    """Return the row on a line of JSON.

    Raises:
        ValueError: with the reason, on one line.
    """
    if not isinstance(values, dict):
        raise ValueError("not a row of a ledger")
    content = {key: value for key, value in values.items() if key != "v"}
    wrong = [key for key, value in content.items() if not isinstance(value, str)]
    if wrong and values.get("v") == VERSION:
        raise ValueError(f"`{wrong[0]}` is not a text")
    texts = {key: value if isinstance(value, str) else json.dumps(value) for key, value in content.items()}
    missing = [key for key in ("kind", "by", "at") if not texts.get(key)]
    if missing:
        raise ValueError(f"`{missing[0]}` is missing")
    more = {key: value for key, value in texts.items() if key not in OWN_KEYS}
    _refuse_wrong(texts["kind"], more)
    return LedgerRow(
        kind=texts["kind"],
        by=texts["by"],
        at=_time(texts["at"]),
        field=texts.get("field", ""),
        source_language=_language(texts.get("from", "")),
        source=texts.get("source", ""),
        target=texts.get("target", ""),
        origin=texts.get("origin", ""),
        note=texts.get("note", ""),
        more=MappingProxyType(more),
    )


def _time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text[:40]}” is not a time") from None
    if time.tzinfo is None:
        raise ValueError(f"“{text[:40]}” has no time zone")
    if time.year not in _YEARS:
        raise ValueError(f"“{text[:40]}” is not between the years {_YEARS.start} and {_YEARS.stop - 1}")
    return time


def _refuse_wrong(kind: str, more: Mapping[str, str]) -> None:
    """Raise `ValueError` if a row of a known kind has a `day` or a `release` that is none."""
    if kind not in KINDS:
        return
    day, release = more.get("day"), more.get("release")
    if day is not None and not _is_day(day):
        raise ValueError(f"`day`: “{day[:40]}” is not a day")
    if release is not None and not _RELEASE.fullmatch(release):
        raise ValueError(f"`release`: “{release[:40]}” is not the number of a release")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).year in _YEARS
    except ValueError:
        return False


def _language(text: str) -> Language | None:
    try:
        return Language(text) if text else None
    except ValueError:
        raise ValueError(f"“{text[:40]}” is not a language of a letter") from None

"""Responses for tests of what goes out to translators and comes back."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType

import yaml as pyyaml

from respondent.changes.submission import Submission
from respondent.document.tree import Inlines, Run
from respondent.files import yaml
from respondent.language import Language
from respondent.ledger.row import LedgerRow
from respondent.response.model import Response
from respondent.response.reading import read_facts
from respondent.translation.sent import KEYS, SENT
from respondent.translation.units import ReturnedUnit, Unit

CY, EN = Language.CY, Language.EN
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HANDED = Submission("Nia", NOON, "xliff", "take-1")

HEAD = {
    "letter": {"recipients": ["home-secretary"]},
    "reports": [
        {"id": "one", "inspectorate": "hmicfrs", "title": {"en": "A report"}, "published": "2026-10-01"}
    ],
}


def document(**more: object) -> str:
    """Return the YAML of a response that holds `more`."""
    return pyyaml.safe_dump({**HEAD, **more}, allow_unicode=True, sort_keys=False)


def response(**more: object) -> Response:
    """Return a response that holds `more`."""
    return read_facts(yaml.read(document(**more).encode(), "response.yaml"))


def words(text: str, language: Language = CY) -> Inlines:
    """Return plain words."""
    return (Run(text, language),)


def back(unit: Unit, text: str | None = None) -> ReturnedUnit:
    """Return a unit as it comes back, with other words if `text` is given."""
    target = unit.target if text is None else words(text, unit.language.other)
    return ReturnedUnit(key=unit.key, target=target, source=unit.words)


def sent(*units: Unit, minute: int = 0) -> LedgerRow:
    """Return the row of a sending."""
    keys = " ".join(f"{unit.key}={unit.target_digest}" for unit in units)
    return LedgerRow(
        kind=SENT, by="Ann", at=NOON.replace(hour=9, minute=minute), more=MappingProxyType({KEYS: keys})
    )

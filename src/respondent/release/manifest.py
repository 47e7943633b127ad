"""The manifest of a release: its files, the program that made it, the findings, who released it and when."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, TypeAlias

from respondent.checks.finding import Finding
from respondent.files import workspace
from respondent.files.text import CONTROL, printable

FILE = "manifest.json"
SEAL = workspace.SEAL
"""The digest of the manifest, as `sha256sum --check` reads it."""

VERSION = 1
"""The version of the manifest format."""

MAX_BYTES = 20_000_000
"""The largest manifest that is read. A real one has about 10,000 bytes: a larger file is not one of ours."""

FindingRecord: TypeAlias = Mapping[str, str]
"""A finding as text by key: its check, severity, place and words, and the reason if it is silenced."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The description of a release."""

    release: int
    response: str
    """The short name of the response."""

    by: str
    at: datetime
    late_because: str = ""
    """Why it is published after the statutory deadline. Empty if it is in time."""

    date: date
    """The date of the letters."""

    arrangement: str
    """``two-files`` or ``one-file``."""

    reports: Sequence[str]
    """The ids of the reports answered."""

    recipients: Sequence[str]
    """The roles to which the letter is addressed."""

    copies: Sequence[str]
    """The roles that get a copy."""

    program: Mapping[str, str]
    """The versions of the program and its libraries, by name."""

    checks: Sequence[str]
    """The ids of the checks that were run."""

    findings: Sequence[FindingRecord]
    """The findings, none of them an error."""

    silenced: Sequence[FindingRecord]
    """The silenced findings, each with the reason and who gave it."""

    files: Mapping[str, str]
    """The SHA-256 of every file, by its path with ``/``."""

    def written(self) -> bytes:
        """Return the manifest as JSON in UTF-8, with sorted keys."""
        values = {
            "version": VERSION,
            "release": self.release,
            "response": self.response,
            "by": self.by,
            "at": self.at.isoformat(timespec="seconds"),
            **({"late_because": self.late_because} if self.late_because else {}),
            "letter": {
                "date": self.date.isoformat(),
                "arrangement": self.arrangement,
                "reports": list(self.reports),
                "recipients": list(self.recipients),
                "copies": list(self.copies),
            },
            "program": dict(self.program),
            "checks": list(self.checks),
            "findings": [dict(finding) for finding in self.findings],
            "silenced": [dict(finding) for finding in self.silenced],
            "files": dict(self.files),
        }
        return (json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def seal(manifest: bytes) -> bytes:
    """Return what `SEAL` holds for a manifest."""
    return f"{digest(manifest)}  {FILE}\n".encode()


def finding_record(finding: Finding) -> FindingRecord:
    """Return a finding as it is recorded in a manifest."""
    values = {
        "check": finding.check,
        "name": finding.name,
        "severity": finding.severity.value,
        "place": finding.place,
        "what": finding.fact.what,
        "key": finding.key,
        "reason": finding.reason,
    }
    return {key: value for key, value in values.items() if value}


def read(data: bytes) -> Manifest:
    """Return the manifest that some bytes hold.

    Raises:
        ValueError: if they are not a manifest, or one of a later version.
    """
    try:
        values = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
        if values["version"] != VERSION:
            raise ValueError(f"it has version {values['version']}, but this program reads version {VERSION}")
        return _manifest(values, values["letter"])
    except KeyError as error:
        raise ValueError(f"it has no {error}") from error
    except (TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"it is damaged ({error})") from error


def _manifest(values: Mapping[str, Any], letter: Mapping[str, Any]) -> Manifest:
    return Manifest(
        release=int(values["release"]),
        response=_folder(values["response"]),
        by=_text(values["by"]),
        at=datetime.fromisoformat(values["at"]),
        late_because=_text(values.get("late_because", "")),
        date=date.fromisoformat(letter["date"]),
        arrangement=_text(letter["arrangement"]),
        reports=[_text(name) for name in letter["reports"]],
        recipients=[_text(name) for name in letter["recipients"]],
        copies=[_text(role) for role in letter["copies"]],
        program={key: _text(text) for key, text in values["program"].items()},
        checks=[_text(check) for check in values["checks"]],
        findings=[{key: _text(text) for key, text in finding.items()} for finding in values["findings"]],
        silenced=[{key: _text(text) for key, text in finding.items()} for finding in values["silenced"]],
        files={inside(name): _sha256(text) for name, text in values["files"].items()},
    )


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """Return an object whose keys all differ. JSON does not define which of two equal keys counts."""
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("a key occurs twice")
    return values


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{str(value)[:40]} is not text")
    return value


def _sha256(value: object) -> str:
    if not _DIGEST.fullmatch(_text(value)):
        raise ValueError(f"{str(value)[:40]} is not a SHA-256 digest")
    return str(value)


def _folder(value: object) -> str:
    """Return the name of one folder."""
    if "/" in inside(_text(value)):
        raise ValueError(f"{str(value)[:40]} is not the name of a response")
    return str(value)


def inside(name: str) -> str:
    """Return the path of a file, or raise `ValueError` if it leads out of the release on some system."""
    outside = name.startswith("/") or "\\" in name or ":" in name or {"", ".", ".."} & set(name.split("/"))
    if outside or CONTROL.search(name):
        raise ValueError(f"{printable(name[:40])} cannot be the path of a file in a release")
    return name

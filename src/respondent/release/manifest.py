"""The manifest of a release: what it holds, what made it, what was found, who released it and when."""

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
"""The version of manifests that are written."""

MAX_BYTES = 20_000_000
"""The largest manifest that is read; that of a letter has some 10,000 bytes."""

Found: TypeAlias = Mapping[str, str]
"""A finding by name: its check, severity, place, words; the reason where it was let pass."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a release says of itself."""

    release: int
    response: str
    """The short name of the response."""

    by: str
    at: datetime
    late_because: str = ""
    """Why it goes out after the last lawful day; empty where it does not."""

    date: date
    """The date of the letters."""

    arrangement: str
    """``two-files`` or ``one-file``."""

    reports: Sequence[str]
    """The ids of the reports answered."""

    recipients: Sequence[str]
    """The roles of those to whom the letter is addressed."""

    copies: Sequence[str]
    """The roles of those who get a copy."""

    program: Mapping[str, str]
    """What made it, by name."""

    checks: Sequence[str]
    """The ids of the checks that looked at it."""

    findings: Sequence[Found]
    """What they found, none of it an error."""

    silenced: Sequence[Found]
    """What was let pass, each with the reason and who gave it."""

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
            "findings": [dict(one) for one in self.findings],
            "silenced": [dict(one) for one in self.silenced],
            "files": dict(self.files),
        }
        return (json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return sha256(data).hexdigest()


def seal(manifest: bytes) -> bytes:
    """Return what `SEAL` holds for a manifest."""
    return f"{digest(manifest)}  {FILE}\n".encode()


def found(finding: Finding) -> Found:
    """Return a finding as a manifest has it."""
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
        ValueError: if they hold none, or one of a later version, with what is wrong.
    """
    try:
        values = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
        if values["version"] != VERSION:
            raise ValueError(f"it is of version {values['version']}, and this program reads {VERSION}")
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
        reports=[_text(one) for one in letter["reports"]],
        recipients=[_text(one) for one in letter["recipients"]],
        copies=[_text(one) for one in letter["copies"]],
        program={key: _text(one) for key, one in values["program"].items()},
        checks=[_text(one) for one in values["checks"]],
        findings=[{key: _text(text) for key, text in one.items()} for one in values["findings"]],
        silenced=[{key: _text(text) for key, text in one.items()} for one in values["silenced"]],
        files={inside(name): _sha256(text) for name, text in values["files"].items()},
    )


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """Return an object whose keys all differ: of two alike, each reader would take another."""
    values = dict(pairs)
    if len(values) < len(pairs):
        raise ValueError("it has a key twice")
    return values


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{str(value)[:40]} is no text")
    return value


def _sha256(value: object) -> str:
    if not _DIGEST.fullmatch(_text(value)):
        raise ValueError(f"{str(value)[:40]} is no SHA-256")
    return str(value)


def _folder(value: object) -> str:
    """Return the name of one folder."""
    if "/" in inside(_text(value)):
        raise ValueError(f"{str(value)[:40]} is no name of a response")
    return str(value)


def inside(name: str) -> str:
    """Return the path of a file, which stays inside the release on every system; raise `ValueError`."""
    outside = name.startswith("/") or "\\" in name or ":" in name or {"", ".", ".."} & set(name.split("/"))
    if outside or CONTROL.search(name):
        raise ValueError(f"{printable(name[:40])} is no file of a release")
    return name

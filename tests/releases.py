"""Releases for tests: one of the example, checks that find what a test wants, files changed by a byte."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from offices import Bench

from respondent.checks.case import Case
from respondent.checks.check import Check
from respondent.checks.finding import Fact, Severity
from respondent.release.layout import releases_of
from respondent.release.make import LATE, ReleaseOptions, ReleaseResult, release

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
WANTED = ReleaseOptions(by="Nia Rhys", at=NOON, today=TODAY)


def finding(
    what: str, *, id: str = "S999", name: str = "in-order", severity: Severity = Severity.ERROR
) -> Check:
    """Return a check that finds one thing in every response."""

    def look(case: Case) -> Iterator[Fact]:
        """Find it."""
        yield Fact(what=what, advice="mend it", path=("letter", "date"))

    look.__name__ = name.replace("-", "_")
    return Check(id, severity, look)


LATE_CHECK = finding("the letter is late", id="S402", name=LATE)


def released(bench: Bench, checks: Sequence[Check] = (), **changes: str) -> Path:
    """Release the response of a workspace and return the folder."""
    result = outcome(bench, checks, **changes)
    assert result.folder is not None, result.refused
    return result.folder


def outcome(bench: Bench, checks: Sequence[Check] = (), **changes: str) -> ReleaseResult:
    """Try to release the response of a workspace."""
    return release(bench.response, replace(WANTED, **changes), checks)  # type: ignore[arg-type]


def numbers(bench: Bench) -> list[int]:
    """Return the numbers of the releases of a response."""
    return list(releases_of(bench.response.parent))


def rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Change a file that is to be read only."""
    path.chmod(path.stat().st_mode | stat.S_IWUSR)
    path.write_bytes(change(path.read_bytes()))


def flipped(place: int) -> Callable[[bytes], bytes]:
    """Return a change of one bit, in the byte at a place."""

    def change(data: bytes) -> bytes:
        at = place % len(data)
        return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]

    return change

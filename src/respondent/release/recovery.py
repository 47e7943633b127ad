"""Records releases in the ledger, including those whose row is missing after an interruption."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from respondent.errors import InputError, Problem
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.release import manifest, proof
from respondent.release.layout import KIND, is_called, releases_of, row_of


def row(data: bytes, completed: datetime | None = None) -> LedgerRow:
    """Return the row of a release: its number and the digest of its manifest.

    Args:
        data: The manifest.
        completed: When the row is written, if it is added later.
    """
    content = manifest.read(data)
    more = {"release": str(content.release), "manifest": manifest.digest(data)}
    if content.late_because:
        more["late_because"] = content.late_because
    if completed:
        more["completed"] = completed.isoformat(timespec="seconds")
    return LedgerRow(kind=KIND, by=content.by, at=content.at, more=more)


def complete(folder: Path, time: datetime) -> list[LedgerRow]:
    """Add and return the rows of complete releases that the ledger does not record yet.

    The program can be interrupted between the two steps of a release. The caller holds the lock of the
    response's folder. The row has the time when it was added, because it proves the manifest only from then.

    Raises:
        InputError: if the ledger cannot be read, or the folder holds a release of another response.
        OutputError: if the ledger cannot be written.
    """
    if foreign := list(_foreign(folder)):
        raise InputError(foreign)
    rows = list(_missing(folder, time))
    if rows:
        ledger.append_held(folder, rows)
    return rows


def _foreign(folder: Path) -> Iterator[Problem]:
    """Yield a problem for each release of another response. The folder is then a copy, as is its ledger."""
    home = Path(os.path.realpath(folder))
    for release in releases_of(home).values():
        try:
            slug = manifest.read((release / manifest.FILE).read_bytes()).response
        except (OSError, ValueError):
            continue  # reported by `respondent verify`
        if not is_called(home, slug):
            fault = f"this is a release of `{slug}`, but the folder is called `{home.name}`"
            advice = f"rename the folder to `{slug}`. In a copy, delete `released` and `{ledger.FILE}`"
            yield Problem(str(release), fault, advice)


def _missing(folder: Path, time: datetime) -> Iterator[LedgerRow]:
    rows = ledger.read(folder).rows
    for number, release in releases_of(folder).items():
        if row_of(rows, number) is None and not proof.prove(release, is_remaking=False).faults:
            yield row((release / manifest.FILE).read_bytes(), time)

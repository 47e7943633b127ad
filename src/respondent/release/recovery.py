"""The row of a release in the ledger: written with it, or later where the program was stopped before that."""

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


def row(described: bytes, completed: datetime | None = None) -> LedgerRow:
    """Return the row of a release: its number and the digest of its manifest.

    Args:
        described: The manifest.
        completed: When the row is written, if that is not when the release was made.
    """
    one = manifest.read(described)
    more = {"release": str(one.release), "manifest": manifest.digest(described)}
    if one.late_because:
        more["late_because"] = one.late_because
    if completed:
        more["completed"] = completed.isoformat(timespec="seconds")
    return LedgerRow(kind=KIND, by=one.by, at=one.at, more=more)


def complete(folder: Path, at: datetime) -> list[LedgerRow]:
    """Add the rows of whole releases that the ledger does not name yet, and return them.

    The program can be stopped between the two steps of a release. Whoever holds the lock of the response's
    folder may call this. The row says when it was added: it proves the manifest from then on.

    Raises:
        InputError: if the ledger cannot be read, or a release of another response stands here.
        OutputError: if it cannot be written.
    """
    if foreign := list(_foreign(folder)):
        raise InputError(foreign)
    rows = list(_missing(folder, at))
    if rows:
        ledger.append_held(folder, rows)
    return rows


def _foreign(folder: Path) -> Iterator[Problem]:
    """Yield each release of another response: the folder is a copy, whose ledger speaks of that one too."""
    home = Path(os.path.realpath(folder))
    for release in releases_of(home).values():
        try:
            slug = manifest.read((release / manifest.FILE).read_bytes()).response
        except (OSError, ValueError):
            continue  # `respondent verify` says what is wrong with it
        if not is_called(home, slug):
            what = f"this is a release of `{slug}`, and the folder is called `{home.name}`"
            then = f"take `released` and `{ledger.FILE}` out of a copy; call a renamed folder `{slug}` again"
            yield Problem(str(release), what, then)


def _missing(folder: Path, at: datetime) -> Iterator[LedgerRow]:
    said = ledger.read(folder).rows
    for number, release in releases_of(folder).items():
        if row_of(said, number) is None and not proof.prove(release, is_remaking=False).faults:
            yield row((release / manifest.FILE).read_bytes(), at)

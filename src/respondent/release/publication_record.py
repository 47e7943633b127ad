"""Records where and when a release was published, and to whom it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from respondent.errors import InputError, Problem, UsageError
from respondent.files import workspace, yaml
from respondent.files.lock import exclusive
from respondent.language import Language
from respondent.ledger import ledger, publication
from respondent.ledger.row import LedgerRow
from respondent.production.office import office_file
from respondent.release import manifest, recovery
from respondent.release.layout import releases_of
from respondent.release.manifest import Manifest
from respondent.response.problems import nearest
from respondent.response.reading import read_response
from respondent.response.record import WEB


@dataclass(frozen=True, slots=True)
class PublicationStatement:
    """Who records something about a release, and for which day."""

    by: str
    at: datetime
    today: date
    on: date
    """The day on which it happened."""

    release: int | None = None
    """Its number; none for the latest."""

    languages: Sequence[Language] = tuple(Language)
    note: str = ""


@dataclass(frozen=True, slots=True)
class PublicationResult:
    """What was written into the ledger."""

    release: int
    rows: tuple[LedgerRow, ...]
    notes: tuple[str, ...]


def published(file: Path, statement: PublicationStatement, addresses: Sequence[str]) -> PublicationResult:
    """Record that a response was published on a day, at web addresses.

    This replaces earlier records for the same letter of this release at the same address.

    Raises:
        UsageError: if there is no such release, the day is ahead or older than the reports, or an address is
            none.
        InputError: if the release cannot be read.
        OutputError: if the ledger cannot be written.
    """
    wrong = [one for one in addresses if not re.fullmatch(WEB, one)]
    if wrong or not addresses:
        what = f"“{wrong[0]}” is no web address" if wrong else "no address is given"
        raise UsageError(Problem("--at", what, "write it in full:  --at https://www.example.cymru/ymatebion"))
    return _record(file, statement, publication.KIND, [{"address": one} for one in addresses])


def withdrawn(file: Path, statement: PublicationStatement, addresses: Sequence[str]) -> PublicationResult:
    """Record that a response was not published at web addresses after all.

    Raises:
        UsageError: if there is no such release, or nothing says that it was published there.
        InputError: if the release cannot be read.
        OutputError: if the ledger cannot be written.
    """
    about = [{"address": one, publication.NOT_PUBLISHED: "true"} for one in addresses]
    return _record(file, statement, publication.KIND, about)


def sent(
    file: Path, statement: PublicationStatement, roles: Sequence[str], others: Sequence[str] = ()
) -> PublicationResult:
    """Record to whom the letter went on a day.

    Args:
        file: The `response.yaml`.
        statement: Who says so, and of which day.
        roles: Roles of those to whom the letter or a copy of it is addressed.
        others: Whoever else got it, by name.

    Raises:
        UsageError: if there is no such release or role, or the day is ahead or older than the reports.
        InputError: if the release cannot be read.
        OutputError: if the ledger cannot be written.
    """
    if not (roles or others):
        raise UsageError(
            Problem("--to", "nobody is named", "give a role of the letter:  --to home-secretary")
        )
    return _record(file, statement, "sent", [{"to": one} for one in (*roles, *others)], roles)


def _record(
    file: Path,
    statement: PublicationStatement,
    kind: str,
    about: Sequence[Mapping[str, str]],
    roles: Sequence[str] = (),
) -> PublicationResult:
    _refuse_day(file, statement.on, statement.today)
    with exclusive(file.parent):
        recovery.complete(file.parent, statement.at)
        one = _manifest(file, statement.release)
        _refuse_unknown(roles, one)
        rows = [row for keys in about for row in _rows(statement, kind, one.release, keys)]
        _refuse_unrecorded(ledger.read(file.parent).rows, rows)
        ledger.append_held(file.parent, rows)
    return PublicationResult(one.release, tuple(rows), tuple(_notes(statement, kind, one)))


def _rows(
    statement: PublicationStatement, kind: str, release: int, about: Mapping[str, str]
) -> Iterator[LedgerRow]:
    """Yield a row for the pair, or for each letter alone where not both are meant."""
    is_pair = set(statement.languages) == set(Language)
    for language in ("",) if is_pair else statement.languages:
        more = {"release": str(release), "day": statement.on.isoformat(), **about}
        if language:
            more["language"] = str(language)
        yield LedgerRow(kind=kind, by=statement.by, at=statement.at, note=statement.note, more=more)


def _manifest(file: Path, wanted: int | None) -> Manifest:
    found = releases_of(file.parent)
    if not found:
        then = "release it first:  respondent release"
        raise UsageError(Problem(str(file.parent), "nothing of this response is released", then))
    number = max(found) if wanted is None else wanted
    if number not in found:
        known = ", ".join(map(str, found))
        raise UsageError(Problem("--release", f"there is no release {number}", f"the releases are {known}"))
    path = found[number] / manifest.FILE
    try:
        return manifest.read(path.read_bytes())
    except (OSError, ValueError) as error:
        then = "look what has become of it:  respondent verify"
        raise InputError(Problem(str(path), f"the manifest cannot be read ({error})", then)) from error


def _refuse_day(file: Path, day: date, today: date) -> None:
    """Raise `UsageError` for a day that is ahead, or before the first of the reports was published."""
    if day > today:
        raise UsageError(Problem("--on", f"{day} is ahead", "record it when it has happened"))
    place = workspace.find(file.parent)
    reports = read_response(yaml.load(file), office_file(place)).facts.reports
    first = min(reports, key=lambda one: one.published)
    if day < first.published:
        what = f"{day} is before the report `{first.id}` was published, {first.published}"
        raise UsageError(Problem("--on", what, "correct the day, or that of the report in response.yaml"))


def _refuse_unrecorded(known: Iterable[LedgerRow], rows: Iterable[LedgerRow]) -> None:
    """Raise `UsageError` if a row withdraws a publication that was never recorded."""
    recorded = {
        (row.more.get("release"), row.more.get("address")) for row in known if row.kind == publication.KIND
    }
    for row in rows:
        if (
            publication.NOT_PUBLISHED in row.more
            and (row.more["release"], row.more["address"]) not in recorded
        ):
            what = f"nothing says that release {row.more['release']} was published at {row.more['address']}"
            raise UsageError(Problem("--at", what, "look what was said:  respondent log"))


def _refuse_unknown(roles: Sequence[str], one: Manifest) -> None:
    known = list(dict.fromkeys((*one.recipients, *one.copies)))
    wrong = [role for role in roles if role not in known]
    if wrong:
        others = f"the letter goes to {', '.join(known)}; for others write  --other NAME"
        raise UsageError(
            Problem("--to", f"the letter is not addressed to {role}", f"{nearest(role, known)}{others}")
            for role in wrong
        )


def _notes(statement: PublicationStatement, kind: str, one: Manifest) -> Iterator[str]:
    if statement.on < one.at.date():
        yield f"it was {kind} on {statement.on}, before it was released on {one.at:%Y-%m-%d}"

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
    """Who records an event of a release, and on which day it happened."""

    by: str
    at: datetime
    today: date
    on: date
    """The day on which it happened."""

    release: int | None = None
    """Its number. Without a number, the latest release."""

    languages: Sequence[Language] = tuple(Language)
    note: str = ""


@dataclass(frozen=True, slots=True)
class PublicationResult:
    """The rows written to the ledger."""

    release: int
    rows: tuple[LedgerRow, ...]
    notes: tuple[str, ...]


def published(file: Path, statement: PublicationStatement, addresses: Sequence[str]) -> PublicationResult:
    """Record on which day and at which web addresses a response was published.

    This replaces earlier records for the same letter of this release at the same address.

    Raises:
        UsageError: if there is no such release, the day is in the future or before the reports, or an
            address is invalid.
        InputError: if the release cannot be read.
        OutputError: if the ledger cannot be written.
    """
    invalid = [address for address in addresses if not re.fullmatch(WEB, address)]
    if invalid or not addresses:
        fault = f"“{invalid[0]}” is not a web address" if invalid else "no address is given"
        raise UsageError(
            Problem("--at", fault, "write it in full:  --at https://www.example.cymru/ymatebion")
        )
    return _record(file, statement, publication.KIND, [{"address": address} for address in addresses])


def withdrawn(file: Path, statement: PublicationStatement, addresses: Sequence[str]) -> PublicationResult:
    """Withdraw the record that a response was published at web addresses.

    Raises:
        UsageError: if there is no such release, or no publication there is recorded.
        InputError: if the release cannot be read.
        OutputError: if the ledger cannot be written.
    """
    about = [{"address": address, publication.NOT_PUBLISHED: "true"} for address in addresses]
    return _record(file, statement, publication.KIND, about)


def sent(
    file: Path, statement: PublicationStatement, roles: Sequence[str], names: Sequence[str] = ()
) -> PublicationResult:
    """Record to whom the letter was sent on a day.

    Args:
        file: The `response.yaml`.
        statement: Who records it, and for which day.
        roles: The roles of addressees and copies.
        names: Other recipients, by name.

    Raises:
        UsageError: if there is no such release or role, or the day is in the future or before the reports.
        InputError: if the release cannot be read.
        OutputError: if the ledger cannot be written.
    """
    if not (roles or names):
        raise UsageError(
            Problem("--to", "no recipient is given", "give a role of the letter:  --to home-secretary")
        )
    return _record(file, statement, "sent", [{"to": recipient} for recipient in (*roles, *names)], roles)


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
        content = _manifest(file, statement.release)
        _refuse_unknown(roles, content)
        rows = [row for keys in about for row in _rows(statement, kind, content.release, keys)]
        _refuse_unrecorded(ledger.read(file.parent).rows, rows)
        ledger.append_held(file.parent, rows)
    return PublicationResult(content.release, tuple(rows), tuple(_notes(statement, kind, content)))


def _rows(
    statement: PublicationStatement, kind: str, release: int, about: Mapping[str, str]
) -> Iterator[LedgerRow]:
    """Yield one row for the pair, or one for each letter if not both are meant."""
    is_pair = set(statement.languages) == set(Language)
    for language in ("",) if is_pair else statement.languages:
        more = {"release": str(release), "day": statement.on.isoformat(), **about}
        if language:
            more["language"] = str(language)
        yield LedgerRow(kind=kind, by=statement.by, at=statement.at, note=statement.note, more=more)


def _manifest(file: Path, release: int | None) -> Manifest:
    releases = releases_of(file.parent)
    if not releases:
        advice = "release it first:  respondent release"
        raise UsageError(Problem(str(file.parent), "this response has not been released", advice))
    number = max(releases) if release is None else release
    if number not in releases:
        numbers = ", ".join(map(str, releases))
        raise UsageError(Problem("--release", f"there is no release {number}", f"the releases are {numbers}"))
    path = releases[number] / manifest.FILE
    try:
        return manifest.read(path.read_bytes())
    except (OSError, ValueError) as error:
        advice = "check the release:  respondent verify"
        raise InputError(Problem(str(path), f"the manifest cannot be read ({error})", advice)) from error


def _refuse_day(file: Path, day: date, today: date) -> None:
    """Raise `UsageError` for a day in the future, or before the first report was published."""
    if day > today:
        raise UsageError(Problem("--on", f"{day} is in the future", "record the event after it has happened"))
    place = workspace.find(file.parent)
    reports = read_response(yaml.load(file), office_file(place)).facts.reports
    earliest = min(reports, key=lambda report: report.published)
    if day < earliest.published:
        fault = f"{day} is before the report `{earliest.id}` was published, {earliest.published}"
        raise UsageError(
            Problem("--on", fault, "correct this day, or the day of the report in response.yaml")
        )


def _refuse_unrecorded(recorded: Iterable[LedgerRow], rows: Iterable[LedgerRow]) -> None:
    """Raise `UsageError` if a row withdraws a publication that was never recorded."""
    publications = {
        (row.more.get("release"), row.more.get("address")) for row in recorded if row.kind == publication.KIND
    }
    for row in rows:
        if (
            publication.NOT_PUBLISHED in row.more
            and (row.more["release"], row.more["address"]) not in publications
        ):
            fault = f"no publication of release {row.more['release']} at {row.more['address']} is recorded"
            raise UsageError(Problem("--at", fault, "see what is recorded:  respondent log"))


def _refuse_unknown(roles: Sequence[str], content: Manifest) -> None:
    known = list(dict.fromkeys((*content.recipients, *content.copies)))
    unknown = [role for role in roles if role not in known]
    if unknown:
        advice = f"the letter goes to {', '.join(known)}. For other recipients use  --other NAME"
        raise UsageError(
            Problem("--to", f"the letter is not addressed to {role}", f"{nearest(role, known)}{advice}")
            for role in unknown
        )


def _notes(statement: PublicationStatement, kind: str, content: Manifest) -> Iterator[str]:
    if statement.on < content.at.date():
        yield f"it was {kind} on {statement.on}, before it was released on {content.at:%Y-%m-%d}"

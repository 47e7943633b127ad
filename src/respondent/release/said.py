"""What only people know of a release: where and when it was published, to whom it went."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from respondent.errors import InputError, Problem, UsageError
from respondent.files.lock import exclusive
from respondent.language import Language
from respondent.ledger import ledger
from respondent.ledger.row import Row
from respondent.release import completion, manifest
from respondent.release.layout import releases_of
from respondent.release.manifest import Manifest
from respondent.response.problems import nearest
from respondent.response.record import WEB


@dataclass(frozen=True, slots=True)
class Saying:
    """Who says something of a release, and of which day."""

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
class Recorded:
    """What was written into the ledger."""

    release: int
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def published(file: Path, saying: Saying, addresses: Sequence[str]) -> Recorded:
    """Record that a response was published on a day, at web addresses.

    Raises:
        UsageError: if there is no such release, the day is ahead, or an address is none.
        InputError: if the release cannot be read.
        OutputError: if the ledger cannot be written.
    """
    wrong = [one for one in addresses if not re.fullmatch(WEB, one)]
    if wrong or not addresses:
        what = f"“{wrong[0]}” is no web address" if wrong else "no address is given"
        raise UsageError(Problem("--at", what, "write it in full:  --at https://www.example.cymru/ymatebion"))
    return _record(file, saying, "published", [("address", one) for one in addresses])


def sent(file: Path, saying: Saying, roles: Sequence[str], others: Sequence[str] = ()) -> Recorded:
    """Record to whom the letter went on a day.

    Args:
        file: The `response.yaml`.
        saying: Who says so, and of which day.
        roles: Roles of those to whom the letter or a copy of it is addressed.
        others: Whoever else got it, by name.

    Raises:
        UsageError: if there is no such release or role, or the day is ahead.
        InputError: if the release cannot be read.
        OutputError: if the ledger cannot be written.
    """
    if not (roles or others):
        raise UsageError(
            Problem("--to", "nobody is named", "give a role of the letter:  --to home-secretary")
        )
    return _record(file, saying, "sent", [("to", one) for one in (*roles, *others)], roles)


def _record(
    file: Path, saying: Saying, kind: str, about: Iterable[tuple[str, str]], roles: Sequence[str] = ()
) -> Recorded:
    if saying.on > saying.today:
        raise UsageError(Problem("--on", f"{saying.on} is ahead", "record it when it has happened"))
    with exclusive(file.parent):
        completion.complete(file.parent, saying.at)
        one = _manifest(file, saying.release)
        _refuse_unknown(roles, one)
        rows = [row for pair in about for row in _rows(saying, kind, one.release, pair)]
        ledger.append_held(file.parent, rows)
    return Recorded(one.release, tuple(rows), tuple(_notes(saying, kind, one)))


def _rows(saying: Saying, kind: str, release: int, about: tuple[str, str]) -> Iterator[Row]:
    """Yield a row for the pair, or for each letter alone where not both are meant."""
    is_pair = set(saying.languages) == set(Language)
    for language in ("",) if is_pair else saying.languages:
        more = {"release": str(release), "day": saying.on.isoformat(), about[0]: about[1]}
        if language:
            more["language"] = str(language)
        yield Row(kind=kind, by=saying.by, at=saying.at, note=saying.note, more=more)


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


def _refuse_unknown(roles: Sequence[str], one: Manifest) -> None:
    known = list(dict.fromkeys((*one.recipients, *one.copies)))
    wrong = [role for role in roles if role not in known]
    if wrong:
        others = f"the letter goes to {', '.join(known)}; for others write  --other NAME"
        raise UsageError(
            Problem("--to", f"the letter is not addressed to {role}", f"{nearest(role, known)}{others}")
            for role in wrong
        )


def _notes(saying: Saying, kind: str, one: Manifest) -> Iterator[str]:
    if saying.on < one.at.date():
        yield f"it was {kind} on {saying.on}, before it was released on {one.at:%Y-%m-%d}"

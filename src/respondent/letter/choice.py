"""Chooses the records of `office.yaml` that are valid on the day of the letter or of the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from respondent.errors import DataError, Problem
from respondent.files.source import Source
from respondent.response.model import Report
from respondent.response.office import (
    Contacts,
    Force,
    Inspectorate,
    InspectorateName,
    Names,
    Notice,
    Person,
    Sentence,
    holding_on,
)
from respondent.response.reading import OfficeFile, ResponseFile
from respondent.response.record import Dated

DatedT = TypeVar("DatedT", bound=Dated)

HOLDER, CHIEF_OFFICER = "office-holder", "chief-officer"
"""The statutory roles in `office.yaml`: who signs for the body, and the chief officer of police."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The records of `office.yaml` that one letter uses."""

    day: date
    """The letter's date, or for an undated draft the day on which it is made."""

    names: Names
    force: Force
    contacts: Contacts
    people: Mapping[str, Person]
    """By role; without those of whom nobody is known. The letter has a gap in their place."""

    copies: tuple[str, ...]
    """The roles that get a copy: those of the letter, and those that the Act requires (s 55(6))."""

    inspectorates: Mapping[str, tuple[InspectorateName, ...]]
    """By the id of the report: who published it, in its own order."""

    sentences: Mapping[str, Sentence | None]
    """By the id of the report. Without a sentence, the template's wording is used."""

    notices: Mapping[str, Notice]
    """By kind. Without a notice, the shipped wording is used."""


def choose(response: ResponseFile, office: OfficeFile, today: date) -> Choice:
    """Return the records that a letter uses. Whoever is not known on the day stops no draft.

    The inspectorate's name and the statutory sentence depend on the date of the report, all other records on
    the date of the letter. A letter of 2019 therefore always has the names of 2019.

    Raises:
        DataError: with every name, force, address and inspectorate that is missing for its day.
    """
    letter = response.facts.letter
    search = _Search(office.source, [])
    day = letter.date or today
    required = (role for role in office.facts.copies_required if role not in letter.recipients)
    copies = tuple(dict.fromkeys((*letter.copies, *required)))
    roles = dict.fromkeys((HOLDER, CHIEF_OFFICER, *letter.recipients, *copies))
    people = {
        role: holding_on(day, (person for person in office.facts.people if person.role == role))
        for role in roles
    }
    names = search.record("names", day, office.facts.names)
    force = search.record("force", day, office.facts.force)
    contacts = search.record("contacts", day, office.facts.contacts)
    inspectorates = {
        report.id: search.inspectorates(report, day, office.facts.inspectorates)
        for report in response.facts.reports
    }
    if search.problems or not (names and force and contacts):
        raise DataError(search.problems)
    return Choice(
        day=day,
        names=names,
        force=force,
        contacts=contacts,
        people=_existing(people),
        copies=copies,
        inspectorates=inspectorates,
        sentences={
            report.id: holding_on(report.published, office.facts.statutory_sentences)
            for report in response.facts.reports
        },
        notices={notice.kind: notice for notice in office.facts.notices if notice.holds_on(day)},
    )


def _existing(records: Mapping[str, DatedT | None]) -> dict[str, DatedT]:
    return {key: record for key, record in records.items() if record is not None}


@dataclass(slots=True)
class _Search:
    """Looks for the record that holds on a day. A record that is missing becomes a problem."""

    source: Source
    problems: list[Problem]

    def record(self, name: str, day: date, records: Iterable[DatedT]) -> DatedT | None:
        advice = f"add a record whose `from:` and `to:` include {day}, or correct the dates of one"
        return self._required((name,), holding_on(day, records), f"nothing here holds on {day}", advice)

    def inspectorates(
        self, report: Report, day: date, known: Sequence[Inspectorate]
    ) -> tuple[InspectorateName, ...]:
        """Return who published a report, as they were called on its day.

        A report later than the letter has a wrong date, which another check finds. Until that is mended, its
        inspectorates have the names of the letter's day.
        """
        day = min(day, report.published)
        places = {inspectorate.id: index for index, inspectorate in enumerate(known)}
        names = (self._inspectorate(places[id], day, known[places[id]]) for id in report.publishers)
        return tuple(name for name in names if name)

    def _inspectorate(self, index: int, day: date, inspectorate: Inspectorate) -> InspectorateName | None:
        name = holding_on(day, inspectorate.names)
        fault = f"`{inspectorate.id}` has no name on {day}"
        advice = f"add a name whose `from:` and `to:` include {day}, or correct the dates of one"
        return self._required(("inspectorates", index, "names"), name, fault, advice)

    def _required(
        self, path: tuple[str | int, ...], record: DatedT | None, fault: str, advice: str
    ) -> DatedT | None:
        if record is None:
            self.problems.append(self.source.problem(path, fault, advice))
        return record

"""Family D, values: what the letter says of the office, its people and its reports has been confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeAlias

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.commands import confirm
from respondent.checks.finding import Fact, File, Severity
from respondent.files.source import Source, ValuePath
from respondent.ledger.difference import difference_line
from respondent.ledger.ledger import Ledger
from respondent.ledger.values import UnconfirmedValue, confirmations, confirmed_words, confirms, unconfirmed
from respondent.letter.choice import Choice, choose
from respondent.response.kinds import AnnexColumn
from respondent.response.record import Dated, Record

_Placed: TypeAlias = tuple[ValuePath, Record]
"""A record and its place in its file."""


@check("D301", Severity.WARNING)
def values_confirmed(case: Case) -> Iterator[Fact]:
    """What the letter says of the office and its people has been confirmed, as it stands."""
    files: tuple[tuple[File, Source, Ledger, Iterator[_Placed]], ...] = (
        ("office", case.office.source, case.office_ledger, _of_office(case)),
        ("response", case.response.source, case.ledger, _of_response(case)),
    )
    unprinted = _unprinted(case)
    for file, source, ledger, used in files:
        known = {value.path: value for value in unconfirmed(source, ledger.rows)}
        for path, record in used:
            for value in _waiting(record, path, known, unprinted):
                yield Fact(
                    what=_what(value),
                    advice=f"ask the person who knows, then  {confirm(case, file)}",
                    names=value.name,
                    path=value.path,
                    file=file,
                    about=f"{value.name}: {value.words}",
                )


def _what(value: UnconfirmedValue) -> str:
    if value.is_marked or value.confirmed is None:
        return "nobody has confirmed what is said here, and the letter uses it"
    row = value.confirmed
    change = difference_line(confirmed_words(row), value.words)
    return (
        f"this has changed since {row.by} confirmed it on {row.at:%Y-%m-%d}, and the letter uses it: {change}"
    )


def _of_office(case: Case) -> Iterator[_Placed]:
    """Yield the records of `office.yaml` that the letter uses, each with its place."""
    choice = choose(case.response, case.office, case.today)
    rules = case.rules
    lists: Mapping[str, tuple[Sequence[Dated], Iterable[Dated]]] = {
        "names": (rules.names, [choice.names]),
        "force": (rules.force, [choice.force]),
        "contacts": (rules.contacts, [choice.contacts]),
        "people": (rules.people, choice.people.values()),
        "statutory_sentences": (rules.statutory_sentences, filter(None, choice.sentences.values())),
        "notices": (rules.notices, choice.notices.values()),
    }
    for key, (records, chosen) in lists.items():
        for record in chosen:
            yield (key, records.index(record)), record
    yield from _inspectorates(case, choice)


def _inspectorates(case: Case, choice: Choice) -> Iterator[_Placed]:
    used = [name for names in choice.inspectorates.values() for name in names]
    for index, inspectorate in enumerate(case.rules.inspectorates):
        for name_index, name in enumerate(inspectorate.names):
            if name in used:
                yield ("inspectorates", index, "names", name_index), name


def _of_response(case: Case) -> Iterator[_Placed]:
    """Yield the records of a response whose values are printed."""
    response = case.facts
    yield from _reports(case)
    yield ("letter",), response.letter
    for index, recommendation in enumerate(response.recommendations):
        if recommendation.applies or recommendation.why_not:
            yield ("recommendations", index), recommendation
    for key in ("evidence", "answers", "commitments"):
        yield from (((key, index), record) for index, record in enumerate(getattr(response, key)))
    for key in ("opening", "comments", "closing"):
        if record := getattr(response, key):
            yield (key,), record


def _reports(case: Case) -> Iterator[_Placed]:
    """Yield the reports whose day of publication S406 does not already ask about."""
    rows = confirmations(case.ledger.rows)
    for index, report in enumerate(case.facts.reports):
        row = rows.get(f"reports.{report.id}")
        if not report.unconfirmed and (row is None or confirms(row, report.published.isoformat())):
            yield ("reports", index), report


def _waiting(
    value: object, path: ValuePath, known: Mapping[ValuePath, UnconfirmedValue], unprinted: Set[str]
) -> Iterator[UnconfirmedValue]:
    """Yield a record that waits for somebody's word, or those inside it that do."""
    if path in known:
        yield known[path]
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _waiting(item, (*path, index), known, unprinted)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            if name not in unprinted:
                yield from _waiting(getattr(value, name), (*path, name), known, unprinted)


def _unprinted(case: Case) -> Set[str]:
    """Return what a recommendation holds for reckoning, and no annex of the letter says."""
    columns = {column for annex in case.facts.letter.annexes for column in annex.columns}
    return {name for name, own in _COLUMNS.items() if not own & columns}


_COLUMNS: Mapping[str, Set[AnnexColumn]] = {
    "deadline": {"deadline"},
    "progress": {"due", "lead", "status", "comment"},
}
"""The columns of an annex that print each."""

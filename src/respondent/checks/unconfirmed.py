"""Family D, values: what the letter says of the office, its people and its reports has been confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from respondent.checks.case import Case
from respondent.checks.check import Check, check
from respondent.checks.finding import Fact, File, Severity
from respondent.files.source import ValuePath
from respondent.letter.choice import Choice, choose
from respondent.response.model import Response
from respondent.response.record import Dated, Record


@check(
    "D301",
    "values-confirmed",
    Severity.WARNING,
    "design of the two files: `unconfirmed: true` is asked about",
)
def values_confirmed(case: Case) -> Iterator[Fact]:
    """What the letter says of the office and its people has been confirmed.

    What: No record that the letter uses is marked `unconfirmed: true`: in `office.yaml` those that hold on
    the day of the letter or the report, in `response.yaml` all whose values are printed.

    Why: The mark stands where a name, a day or an address was taken from a page and nobody at the office has
    looked.

    Example: The Home Secretary's record, with days that were taken from the press.

    Mend: Ask whoever knows, then `respondent confirm NAME --by NAME`; without names it lists what is marked.
    """
    found: list[tuple[File, ValuePath, Record]] = [
        *(("office", path, record) for path, record in _of_office(case)),
        *(("response", path, record) for path, record in _of_response(case.facts)),
    ]
    for file, start, record in found:
        for path, value in _unconfirmed(record, start):
            name = _name(path, value)
            yield Fact(
                what="nobody has confirmed what is said here, and the letter uses it",
                next=f"ask whoever knows, then  respondent confirm{_FILES[file]}",
                path=path,
                file=file,
                about=f"{name}: {value!r}",
            )


def _of_office(case: Case) -> Iterator[tuple[ValuePath, Record]]:
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


def _inspectorates(case: Case, choice: Choice) -> Iterator[tuple[ValuePath, Record]]:
    for index, inspectorate in enumerate(case.rules.inspectorates):
        for at, name in enumerate(inspectorate.names):
            if name in choice.inspectorates.values():
                yield ("inspectorates", index, "names", at), name


def _of_response(response: Response) -> Iterator[tuple[ValuePath, Record]]:
    """Yield the records of a response whose values are printed."""
    yield ("letter",), response.letter
    for index, recommendation in enumerate(response.recommendations):
        if recommendation.applies or recommendation.why_not:
            yield ("recommendations", index), recommendation
    for key in ("evidence", "answers", "commitments"):  # of reports S406 asks, whose day the law counts from
        yield from (((key, index), record) for index, record in enumerate(getattr(response, key)))
    for key in ("opening", "comments", "closing"):
        if record := getattr(response, key):
            yield (key,), record


def _unconfirmed(record: Record, path: ValuePath) -> Iterator[tuple[ValuePath, Record]]:
    """Yield a record, or those inside it, that nobody has confirmed."""
    if record.unconfirmed:
        yield path, record
        return
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record) and name not in _NOT_PRINTED:
            yield from _unconfirmed(value, (*path, name))


_FILES: Mapping[File, str] = {"office": "", "response": " --file response.yaml", "ledger": ""}
"""How the command is told of which file."""

_NOT_PRINTED = frozenset(("deadline",))
"""What a record holds for reckoning, and no letter says."""


def _name(path: ValuePath, record: Record) -> str:
    """Return how a person calls a record: ``people, sajid-javid``."""
    id = getattr(record, "id", "")
    steps = [str(step) for step in path if isinstance(step, str)]
    return f"“{id}” under `{steps[0]}`" if id else f"`{'.'.join(steps)}`"


CHECKS: tuple[Check, ...] = (values_confirmed,)

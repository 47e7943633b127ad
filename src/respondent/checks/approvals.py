"""Family D, approvals: somebody has approved the exact words of each text."""

from __future__ import annotations

from collections.abc import Iterator

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.commands import approve, naming
from respondent.checks.finding import Fact, Severity
from respondent.language import NAMES
from respondent.ledger.difference import difference_line
from respondent.ledger.standing import Standing
from respondent.ledger.state import State


@check("D201", Severity.ERROR)
def translations_approved(case: Case) -> Iterator[Fact]:
    """Somebody has approved each translation."""
    for standing in _translations(case, State.UNAPPROVED):
        advice = f"have it read, then  {approve(case, standing, State.REVIEWED)}"
        yield _fact(standing, f"nobody has approved this {_name(standing)}", advice)


@check("D202", Severity.ERROR)
def translations_current(case: Case) -> Iterator[Fact]:
    """No text has changed since its translation was approved."""
    for standing in _translations(case, State.STALE):
        source = standing.field.in_(standing.field.source) or ""
        what = (
            f"the {NAMES.in_(standing.language.other)} has changed since this {_name(standing)} was approved"
        )
        yield _fact(
            standing,
            f"{what}: {difference_line(standing.old_source, source)}",
            f"change the translation too, or approve it as it is:  {approve(case, standing, State.REVIEWED)}",
        )


@check("D203", Severity.WARNING)
def translations_read(case: Case) -> Iterator[Fact]:
    """A second person has read each translation."""
    for standing in _translations(case, State.TRANSLATED):
        by = f" by {standing.row.by}" if standing.row else ""
        what = f"this {_name(standing)} was handed in{by}, and nobody else has read it"
        yield _fact(standing, what, f"have it read, then  {approve(case, standing, State.REVIEWED)}")


@check("D204", Severity.ERROR)
def originals_signed_off(case: Case) -> Iterator[Fact]:
    """Each original is signed off."""
    for field in case.origins.fields:
        standing = case.standings[field.id].in_(field.source)
        if standing.is_asked and standing.text and standing.state != State.FINAL:
            what = f"nobody has signed this {_name(standing)} off"
            yield _fact(standing, what, f"have it agreed, then  {approve(case, standing, State.FINAL)}")


def _translations(case: Case, state: State) -> Iterator[Standing]:
    """Yield the translations that are in exactly this state."""
    for field in case.origins.fields:
        standing = case.standings[field.id].in_(field.source.other)
        if standing.is_asked and standing.state is state:
            yield standing


def _name(standing: Standing) -> str:
    return f"{NAMES.in_(standing.language)} text"


def _fact(standing: Standing, what: str, advice: str) -> Fact:
    source = "" if standing.is_original else standing.field.in_(standing.field.source) or ""
    return Fact(
        what=what,
        advice=advice,
        names=naming(standing),
        path=standing.field.place(standing.language)
        if standing.field.is_translated or standing.field.is_quoted
        else standing.field.path,
        block=standing.field.id,
        language=standing.language,
        about=f"{source}\x1f{standing.text}",
    )

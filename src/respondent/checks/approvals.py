"""Family D, approvals: somebody has said of each text, as it stands, that it may go out."""

from __future__ import annotations

from collections.abc import Iterator

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.commands import approve, naming
from respondent.checks.finding import Fact, Severity
from respondent.language import NAMES
from respondent.ledger.difference import shown
from respondent.ledger.standing import Standing
from respondent.ledger.state import State


@check("D201", Severity.ERROR)
def translations_approved(case: Case) -> Iterator[Fact]:
    """Somebody has approved each translation."""
    for one in _translations(case, State.UNAPPROVED):
        then = f"have it read, then  {approve(case, one, State.REVIEWED)}"
        yield _fact(one, f"nobody has approved this {_name(one)}", then)


@check("D202", Severity.ERROR)
def translations_current(case: Case) -> Iterator[Fact]:
    """No text has changed since its translation was approved."""
    for one in _translations(case, State.STALE):
        source = one.field.in_(one.field.source) or ""
        what = f"the {NAMES.in_(one.language.other)} has changed since this {_name(one)} was approved"
        yield _fact(
            one,
            f"{what}: {shown(one.old_source, source)}",
            f"change the translation too, or approve it as it is:  {approve(case, one, State.REVIEWED)}",
        )


@check("D203", Severity.WARNING)
def translations_read(case: Case) -> Iterator[Fact]:
    """A second person has read each translation."""
    for one in _translations(case, State.TRANSLATED):
        by = f" by {one.row.by}" if one.row else ""
        what = f"this {_name(one)} was handed in{by}, and nobody else has read it"
        yield _fact(one, what, f"have it read, then  {approve(case, one, State.REVIEWED)}")


@check("D204", Severity.ERROR)
def originals_signed_off(case: Case) -> Iterator[Fact]:
    """Each original is signed off."""
    for field in case.origins.fields:
        one = case.standings[field.id].in_(field.source)
        if one.is_asked and one.text and one.state != State.FINAL:
            what = f"nobody has signed this {_name(one)} off"
            yield _fact(one, what, f"have it agreed, then  {approve(case, one, State.FINAL)}")


def _translations(case: Case, state: State) -> Iterator[Standing]:
    """Yield the translations that have come so far and no further."""
    for field in case.origins.fields:
        one = case.standings[field.id].in_(field.source.other)
        if one.is_asked and one.state is state:
            yield one


def _name(one: Standing) -> str:
    return f"{NAMES.in_(one.language)} text"


def _fact(one: Standing, what: str, then: str) -> Fact:
    source = "" if one.is_original else one.field.in_(one.field.source) or ""
    return Fact(
        what=what,
        next=then,
        names=naming(one),
        path=one.field.place(one.language)
        if one.field.is_translated or one.field.is_quoted
        else one.field.path,
        block=one.field.id,
        language=one.language,
        about=f"{source}\x1f{one.text}",
    )

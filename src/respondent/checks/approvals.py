"""Family D, approvals: somebody has said of each text, as it stands, that it may go out."""

from __future__ import annotations

from collections.abc import Iterator

from respondent.checks.case import Case
from respondent.checks.check import Check, check
from respondent.checks.commands import approve, naming
from respondent.checks.finding import Fact, Severity
from respondent.language import NAMES
from respondent.ledger.difference import shown
from respondent.ledger.standing import Standing
from respondent.ledger.state import State

_PROOF = "who approved which Welsh for which English is kept; no row of the ledger means that nobody did"


@check("D201", "translations-approved", Severity.ERROR, _PROOF)
def translations_approved(case: Case) -> Iterator[Fact]:
    """Somebody has approved each translation.

    What: The ledger has a row for each translated text as it stands, for the source as it stands. Where it
    has none, the text is unapproved, whoever wrote it.

    Why: Wording that nobody has read for sense goes out over the Commissioner's name.

    Example: A Welsh text that was typed into `response.yaml` this morning.

    Mend: Have it read, then record whose word it is: `respondent approve --language cy --by NAME --field ID`.
    """
    for one in _translations(case, State.UNAPPROVED):
        then = f"have it read, then  {approve(case, one, State.REVIEWED)}"
        yield _fact(one, f"nobody has approved this {_name(one)}", then)


@check("D202", "translations-current", Severity.ERROR, _PROOF)
def translations_current(case: Case) -> Iterator[Fact]:
    """No text has changed since its translation was approved.

    What: What was said of a translation was said of the source as it stands now. Where the source has changed
    since, the message shows what is new.

    Why: The two letters would say different things, and the ledger would vouch for it.

    Example: The English “by 31 May” has become “by 30 June”, and the Welsh still has *31 Mai*.

    Mend: Change the translation too, or approve it again by its id if nothing needs changing.
    """
    for one in _translations(case, State.STALE):
        source = one.field.in_(one.field.source) or ""
        what = f"the {NAMES.in_(one.language.other)} has changed since this {_name(one)} was approved"
        yield _fact(
            one,
            f"{what}: {shown(one.old_source, source)}",
            f"change the translation too, or approve it as it is:  {approve(case, one, State.REVIEWED)}",
        )


@check("D203", "translations-read", Severity.WARNING, _PROOF)
def translations_read(case: Case) -> Iterator[Fact]:
    """A second person has read each translation.

    What: The ledger says of each translated text more than that it was handed in: that it was reviewed, or is
    final.

    Why: A translator who reads their own work again sees what they meant.

    Example: A text that came back from the translator and went straight in.

    Mend: Have somebody else read it, and record that it was reviewed.
    """
    for one in _translations(case, State.TRANSLATED):
        by = f" by {one.row.by}" if one.row else ""
        what = f"this {_name(one)} was handed in{by}, and nobody else has read it"
        yield _fact(one, what, f"have it read, then  {approve(case, one, State.REVIEWED)}")


@check("D204", "originals-signed-off", Severity.ERROR, _PROOF)
def originals_signed_off(case: Case) -> Iterator[Fact]:
    """Each original is signed off.

    What: The ledger says of each text, in the language in which it was written first, that it is final. Words
    of the inspectorate are not asked for: nobody at the office can sign them off.

    Why: English is signed off like Welsh; and what may still change is translated twice.

    Example: An account of evidence that the Commissioner has not seen.

    Mend: Have it agreed, then record it: `respondent approve --language en --state final --by NAME`.
    """
    for field in case.fields:
        one = case.standings[field.id].in_(field.source)
        if one.is_asked and one.text and one.state != State.FINAL:
            what = f"nobody has signed this {_name(one)} off"
            yield _fact(one, what, f"have it agreed, then  {approve(case, one, State.FINAL)}")


def _translations(case: Case, state: State) -> Iterator[Standing]:
    """Yield the translations that have come so far and no further."""
    for field in case.fields:
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


CHECKS: tuple[Check, ...] = (
    translations_approved,
    translations_current,
    translations_read,
    originals_signed_off,
)

"""Family D, templates: the office's own are as new as the shipped ones that they replace, and are used."""

from __future__ import annotations

from collections.abc import Iterator

from respondent.checks.case import Case
from respondent.checks.check import Check, check
from respondent.checks.finding import Fact, Severity
from respondent.letter.overrides import Override

_SENSE = "plain sense: a template that is copied does not follow its original"
_MOST = 6


@check("D401", "templates-current", Severity.WARNING, _SENSE)
def current(case: Case) -> Iterator[Fact]:
    """A template of the office is no older than the shipped one that it replaces.

    What: A template in the office's `templates` folder that says from which shipped one it was made, in a
    line `{# made from 1a2b3c4d #}`, was made from the one that is shipped today. The figures are the digest
    of the shipped file, which the message gives.

    Why: A new version of the program may bring a sentence that the law has come to ask for; a copy keeps the
    old one.

    Example: The shipped closing has got a line about copies, and `templates/cy/parts/closing.md.j2` is from
    before.

    Mend: Look at what is new in the shipped template, take over what you need, and put the new figures into
    the line.
    """
    for one in case.overrides:
        if one.shipped is not None and one.made_from and one.made_from != one.digest:
            yield _about(
                one,
                f"the template was made from an older shipped template{_what_lacks(one)}",
                f"take over what you need, then write  {{# made from {one.digest} #}}  into it",
            )


@check("D402", "templates-compared", Severity.NOTE, _SENSE)
def compared(case: Case) -> Iterator[Fact]:
    """A template of the office says from which shipped one it was made.

    What: A template that replaces a shipped one has the line `{# made from 1a2b3c4d #}`. Where it has not,
    nobody can tell whether it is older; the note then lists what the shipped one has in it and yours has not.

    Why: Neither the day of a file nor its words say what it was copied from. Only the person who made it
    knows.

    Example: A `templates/en/parts/closing.md.j2` that was written last year and has no such line.

    Mend: Compare it with the shipped template once, then write the line that the message gives at its top.
    """
    for one in case.overrides:
        if one.shipped is not None and not one.made_from:
            yield _about(
                one,
                f"the template does not say from which shipped template it was made{_what_lacks(one)}",
                f"compare the two, then write  {{# made from {one.digest} #}}  at the top of yours",
            )


@check("D403", "templates-used", Severity.WARNING, _SENSE)
def used(case: Case) -> Iterator[Fact]:
    """A template of the office is used in its letters.

    What: A template whose name no shipped one has is included by another template of the office.

    Why: A file with a slip in its name, or one whose original has been renamed, changes nothing in the
    letter, and nobody is told.

    Example: `templates/cy/parts/close.md.j2`, where the shipped part is called `closing.md.j2`.

    Mend: Give it the name of the shipped template, include it in another one, or take it away.
    """
    included = {(one.language, name) for one in case.overrides for name in one.includes}
    for one in case.overrides:
        if one.shipped is None and (one.language, one.name) not in included:
            what = "the template is not used: no shipped template has its name, and none of yours includes it"
            yield _about(one, what, "give it the name of a shipped one, include it, or take it away")


def _about(one: Override, what: str, then: str) -> Fact:
    return Fact(what=what, next=then, block=one.where, about=f"{one.where} {one.digest} {one.text}")


def _what_lacks(one: Override) -> str:
    """Return what an override lacks of the shipped template, in words."""
    lacking = one.lacking
    more = f" and {len(lacking) - _MOST} more" if len(lacking) > _MOST else ""
    return f", which also has {', '.join(lacking[:_MOST])}{more}" if lacking else ""


CHECKS: tuple[Check, ...] = (current, compared, used)

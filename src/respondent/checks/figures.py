"""Family P: what the letters count and date is the same in both."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from respondent.checks.block_pair import BlockPair
from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.language import NAMES, Language, Pair
from respondent.linguistics.quantities import Quantity, QuantityKind

SOURCE = "Plain sense; Welsh Language (Wales) Measure 2011, s 1: Welsh no less favourably than English"

_NEXT = "compare the two texts, and mend the one that is wrong"


@check("P201", "figures-alike", Severity.ERROR, SOURCE)
def figures_alike(case: Case) -> Iterator[Fact]:
    """Look at the figures of each text in both languages.

    What: A figure stands in one letter and neither it nor the same number in words stands at the same
    place of the other. Figures inside web and e-mail addresses are left out; so are quotations that are
    in one language.

    Why: A figure that differs makes one of the letters wrong, and a reader of the other cannot know
    which.

    Example: The English says that 412 incidents were recorded, the Welsh *421 o achosion*.

    Mend: Compare both texts with the evidence and correct the one that is wrong.
    """
    yield from _differences(case, (QuantityKind.FIGURE,))


@check("P202", "numbers-in-words-alike", Severity.WARNING, SOURCE)
def numbers_in_words_alike(case: Case) -> Iterator[Fact]:
    """Look at the numbers in words of each text in both languages.

    What: A number in words (*six*, *chwech*, *dwy ar bymtheg*) stands in one letter and the other has no
    such number there, in words or in figures. *One*, *un*, *both* and their like are left out.

    Why: A number in words is as much a fact as one in figures, and is changed more easily by a slip.

    Example: The English says *five constables*, the Welsh *chwe chwnstabl*.

    Mend: Correct the number that is wrong. Where the other text says the same without a number, silence
    the finding.
    """
    yield from _differences(case, (QuantityKind.WORD,))


@check("P203", "dates-alike", Severity.ERROR, SOURCE)
def dates_alike(case: Case) -> Iterator[Fact]:
    """Look at the dates, months and days of the week of each text in both languages.

    What: A date stands in one letter and not at the same place of the other; or both name a month or a
    day of the week, and not the same. *14th May 2019* and *14eg o Fai 2019* are the same date; months are
    known in every mutated form; *May* is a month only with a capital letter.

    Why: Dates carry duties and periods: they must be the same for every reader.

    Example: The English says *by 30 September 2019*, the Welsh *erbyn 30 Hydref 2019*.

    Mend: Correct the date that is wrong.
    """
    yield from _differences(case, (QuantityKind.DATE,))
    for kind in (QuantityKind.MONTH, QuantityKind.WEEKDAY):
        yield from _differences(case, (kind,), is_in_both=True)


@check("P204", "days-named-in-both", Severity.WARNING, SOURCE)
def days_named_in_both(case: Case) -> Iterator[Fact]:
    """Look for months and days of the week that one letter names and the other does not.

    What: One letter names a month or a day of the week at a place where the other names none.

    Why: Something may have been left out in translation. It may also be said in another way (*in the
    spring*).

    Example: The English says *in June 2019*, the Welsh only *yn 2019*.

    Mend: Add what is missing; or silence the finding where both say the same.
    """
    for kind in (QuantityKind.MONTH, QuantityKind.WEEKDAY):
        yield from _differences(case, (kind,), is_in_both=False)


@check("P205", "times-alike", Severity.ERROR, SOURCE)
def times_alike(case: Case) -> Iterator[Fact]:
    """Look at the times of the clock of each text in both languages.

    What: A time stands in one letter and not at the same place of the other. *10.30am*, *10.30yb* and
    *10:30* are the same; so are *2pm*, *14:00* and *2 o'r gloch*.

    Why: People come to meetings and keep deadlines by these times.

    Example: The English says *at 9.30am*, the Welsh *am 9.00am*.

    Mend: Correct the time that is wrong.
    """
    yield from _differences(case, (QuantityKind.TIME,))


@check("P206", "money-alike", Severity.ERROR, SOURCE)
def money_alike(case: Case) -> Iterator[Fact]:
    """Look at the amounts of money of each text in both languages.

    What: An amount of money stands in one letter and not at the same place of the other. *£1.2m*, *£1.2
    million*, *£1.2 miliwn* and *£1,200,000* are the same.

    Why: Public money is named in both letters, and must be the same in both.

    Example: The English says *£45,000*, the Welsh *£54,000*.

    Mend: Correct the amount that is wrong.
    """
    yield from _differences(case, (QuantityKind.MONEY,))


@check("P207", "percentages-alike", Severity.ERROR, SOURCE)
def percentages_alike(case: Case) -> Iterator[Fact]:
    """Look at the percentages of each text in both languages.

    What: A percentage stands in one letter and not at the same place of the other. *12%*, *12 per cent*
    and *12 y cant* are the same.

    Why: A share that differs makes one of the letters wrong.

    Example: The English says *97 per cent*, the Welsh *79 y cant*.

    Mend: Correct the percentage that is wrong.
    """
    yield from _differences(case, (QuantityKind.SHARE,))


@check("P208", "ordinals-alike", Severity.WARNING, SOURCE)
def ordinals_alike(case: Case) -> Iterator[Fact]:
    """Look at the ordinals of each text in both languages.

    What: An ordinal (*third*, *trydydd*, *drydedd*, *21st*, *21ain*) stands in one letter and not at the
    same place of the other. *First* and fractions (*a third*) are left out.

    Why: *The second recommendation* and *y trydydd argymhelliad* are two different things.

    Example: The English says *the third year in a row*, the Welsh *yr ail flwyddyn yn olynol*.

    Mend: Correct the ordinal that is wrong; or silence the finding where both say the same in another
    way.
    """
    yield from _differences(case, (QuantityKind.ORDINAL,))


@check("P209", "recommendation-numbers-alike", Severity.ERROR, SOURCE)
def recommendation_numbers_alike(case: Case) -> Iterator[Fact]:
    """Look at the numbers by which texts name recommendations.

    What: One letter names a recommendation by its number where the other names another, or none.

    Why: Each recommendation has to be answered (Police Act 1996, s 55(5B)); under a wrong number it is not.

    Example: The English says *Recommendation 3*, the Welsh *Argymhelliad 5*.

    Mend: Correct the number that is wrong.
    """
    yield from _differences(case, (QuantityKind.REFERENCE,))


def _differences(
    case: Case, kinds: Collection[QuantityKind], *, is_in_both: bool | None = None
) -> Iterator[Fact]:
    """Yield what texts count or date and their twins do not.

    Args:
        case: The case.
        kinds: What is looked at.
        is_in_both: Take only what differs in both (true), or stands in one alone (false); none for either.
    """
    for twin in case.twins:
        if not twin.is_compared or not (twin.leftovers.cy or twin.leftovers.en):
            continue
        odd = twin.leftovers.map(lambda found: [one for one in found if one.kind in kinds])
        if not (odd.cy or odd.en) or is_in_both not in (None, bool(odd.cy and odd.en)):
            continue
        yield _difference(case, twin, odd)


def _difference(case: Case, twin: BlockPair, odd: Pair[list[Quantity]]) -> Fact:
    said = odd.map(lambda found: ", ".join(dict.fromkeys(one.text for one in found)))
    kind = (odd.cy or odd.en)[0].kind
    if said.cy and said.en:
        language, what = None, f"{kind}: the Welsh says {said.cy}, the English {said.en}"
    else:
        language = Language.CY if said.en else Language.EN  # the one that lacks it
        has = NAMES.in_(language.other)
        what = f"{kind}: the {has} has {said.cy or said.en}, the {NAMES.in_(language)} does not"
    about = f"{said.cy}|{said.en}: {twin.texts.in_(language.other) if language else ''}"
    return fact(case, (twin.id, language), what, _NEXT, about)


CHECKS = (
    figures_alike,
    numbers_in_words_alike,
    dates_alike,
    days_named_in_both,
    times_alike,
    money_alike,
    percentages_alike,
    ordinals_alike,
    recommendation_numbers_alike,
)
"""The checks of this file, in the order in which they are read."""

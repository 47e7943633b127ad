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

_ADVICE = "compare the two texts and correct the one that is wrong"


@check("P201", Severity.ERROR)
def figures_alike(case: Case) -> Iterator[Fact]:
    """Figures are the same, and a figure may answer a number in words."""
    yield from _differences(case, (QuantityKind.FIGURE,))


@check("P202", Severity.WARNING)
def numbers_in_words_alike(case: Case) -> Iterator[Fact]:
    """Numbers in words are the same, however they are counted and mutated."""
    yield from _differences(case, (QuantityKind.WORD,))


@check("P203", Severity.ERROR)
def dates_alike(case: Case) -> Iterator[Fact]:
    """Dates, months and days of the week are the same."""
    yield from _differences(case, (QuantityKind.DATE,))
    for kind in (QuantityKind.MONTH, QuantityKind.WEEKDAY):
        yield from _differences(case, (kind,), is_in_both=True)


@check("P204", Severity.WARNING)
def days_named_in_both(case: Case) -> Iterator[Fact]:
    """Where one letter names a month or a day of the week, so does the other."""
    for kind in (QuantityKind.MONTH, QuantityKind.WEEKDAY):
        yield from _differences(case, (kind,), is_in_both=False)


@check("P205", Severity.ERROR)
def times_alike(case: Case) -> Iterator[Fact]:
    """Times of the clock are the same."""
    yield from _differences(case, (QuantityKind.TIME,))


@check("P206", Severity.ERROR)
def money_alike(case: Case) -> Iterator[Fact]:
    """Amounts of money are the same, whichever way they are written."""
    yield from _differences(case, (QuantityKind.MONEY,))


@check("P207", Severity.ERROR)
def percentages_alike(case: Case) -> Iterator[Fact]:
    """Percentages are the same, whichever way they are written."""
    yield from _differences(case, (QuantityKind.SHARE,))


@check("P208", Severity.WARNING)
def ordinals_alike(case: Case) -> Iterator[Fact]:
    """Ordinals are the same, in figures and in words."""
    yield from _differences(case, (QuantityKind.ORDINAL,))


@check("P209", Severity.ERROR)
def recommendation_numbers_alike(case: Case) -> Iterator[Fact]:
    """Texts name the same recommendations by their numbers."""
    yield from _differences(case, (QuantityKind.REFERENCE,))


def _differences(
    case: Case, kinds: Collection[QuantityKind], *, is_in_both: bool | None = None
) -> Iterator[Fact]:
    """Yield what texts count or date and their counterparts do not.

    Args:
        case: The case.
        kinds: What is looked at.
        is_in_both: Take only what differs in both (true), or stands in one alone (false); none for either.
    """
    for block in case.pair.blocks:
        if not block.is_compared or not (block.leftovers.cy or block.leftovers.en):
            continue
        odd = block.leftovers.map(
            lambda quantities: [quantity for quantity in quantities if quantity.kind in kinds]
        )
        if not (odd.cy or odd.en) or is_in_both not in (None, bool(odd.cy and odd.en)):
            continue
        yield _difference(case, block, odd)


def _difference(case: Case, block: BlockPair, odd: Pair[list[Quantity]]) -> Fact:
    listed = odd.map(lambda quantities: ", ".join(dict.fromkeys(quantity.text for quantity in quantities)))
    kind = (odd.cy or odd.en)[0].kind
    if listed.cy and listed.en:
        language, what = None, f"{kind}: the Welsh says {listed.cy}, the English {listed.en}"
    else:
        language = Language.CY if listed.en else Language.EN  # the one that lacks it
        has = NAMES.in_(language.other)
        what = f"{kind}: the {has} has {listed.cy or listed.en}, the {NAMES.in_(language)} does not"
    about = f"{listed.cy}|{listed.en}: {block.texts.in_(language.other) if language else ''}"
    return fact(case, (block.id, language), what, _ADVICE, about)

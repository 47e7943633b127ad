"""Terms from outside beside those of an office."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.response.terms import COLUMNS, Term, TermAgreement
from respondent.translation.merge_terms import TermMerge, merge

COLUMN = {"pos": "part_of_speech"}


def term(en: str, cy: str, line: int = 1, **cells: str) -> Term:
    said = {COLUMN.get(name, name): cell for name, cell in cells.items()}
    return Term(line, dict.fromkeys(COLUMNS, "") | {"en": en, "cy": cy} | said, "x.tbx")


def became(ours: list[Term], came: Term) -> str:
    """Return what became of one term: added, unchanged, or in which column it says something else."""
    merged = merge(ours, [came])
    assert len(merged.added) + len(merged.unchanged) + len(merged.conflicts) == 1
    if merged.conflicts:
        return merged.conflicts[0].column
    return "added" if merged.added else "unchanged"


@pytest.mark.parametrize(
    ("ours", "came", "wanted"),
    [
        (term("force", "llu"), term("station", "gorsaf"), "added"),
        (term("force", "llu"), term("force", "llu"), "unchanged"),
        (term("Force", "Llu"), term("force", "llu"), "unchanged"),
        (term("the chief’s", "tw\u0302r"), term("the chief's", "tŵr"), "unchanged"),
        (term("force", "llu"), term("force", "heddlu"), "cy"),
        (term("force", "llu", variants="heddlu|gallu"), term("force", "gallu"), "unchanged"),
        (term("force", "llu", variants="!heddlu"), term("force", "heddlu"), "cy"),
        (term("force", "llu", variants="! heddlu"), term("force", "heddlu", status="forbidden"), "unchanged"),
        (term("force", "llu", gender="m"), term("force", "llu", gender="f"), "unchanged"),
        (term("report", "adrodd", pos="verb-noun"), term("report", "adroddiad", pos="noun"), "added"),
        (term("report", "adrodd"), term("report", "adroddiad", pos="noun"), "cy"),
        (term("report", "adrodd", pos="verb-noun"), term("report", "adroddiad"), "cy"),
        (term("force", "llu", scope="gwent"), term("force", "heddlu"), "added"),
        (term("force", "llu", status="forbidden"), term("force", "heddlu"), "added"),
        (term("force", "llu", status="forbidden"), term("force", "llu"), "cy"),
        (term("force", "llu", status="Forbidden"), term("force", "llu", status="forbidden"), "unchanged"),
        (term("force", "llu"), term("force", "llu", status="forbidden"), "cy"),
        (term("force", "llu"), term("force", "heddlu", status="forbidden"), "added"),
        (term("rail", "canllaw", gender="m"), term("guide", "Canllaw", gender="f"), "gender"),
        (term("rail", "canllaw", gender="m"), term("guide", "canllaw", plural="canllawiau"), "added"),
        (term("halt", "! aros"), term("halt", "! aros"), "unchanged"),
        (term("'-ion", "'=x"), term("-ion", "=x"), "added"),
    ],
)
def test_what_becomes_of_a_term(ours: Term, came: Term, wanted: str) -> None:
    assert became([ours], came) == wanted


def test_a_term_that_one_row_knows_is_known_whatever_another_says() -> None:
    ours = [term("report", "adrodd", pos="verb-noun"), term("report", "adroddiad", pos="noun")]

    assert became(ours, term("report", "adroddiad")) == "unchanged"


def test_terms_of_one_file_are_judged_by_those_before_them() -> None:
    merged = merge([], [term("force", "llu", 1), term("force", "heddlu", 2), term("force", "llu", 3)])

    assert [one.line for one in merged.added] == [1]
    assert [one.line for one in merged.unchanged] == [3]
    ((here, came),) = [(one.present.line, one.new.line) for one in merged.conflicts]
    assert (here, came) == (1, 2)


few = st.sampled_from(("force", "Force", "llu", "=a", "'=a", "heddlu"))
terms = st.lists(
    st.builds(
        term,
        en=few,
        cy=few,
        pos=st.sampled_from(("", "noun", "name")),
        scope=st.sampled_from(("", "gwent")),
        gender=st.sampled_from(("", "m", "f")),
        variants=st.sampled_from(("", "llu", "!llu|heddlu")),
        status=st.sampled_from(("", "forbidden")),
    ),
    max_size=8,
)


def agreeing(them: list[Term]) -> list[Term]:
    """Return the terms of which none contradicts one before it."""
    agreement, kept = TermAgreement(), list[Term]()
    for one in them:
        if not list(agreement.against(one)):
            agreement.take(one)
            kept.append(one)
    return kept


@given(terms, terms)
def test_ours_with_what_is_added_agree_and_a_second_time_nothing_is_new(
    ours: list[Term], theirs: list[Term]
) -> None:
    ours = agreeing(ours)
    first = merge(ours, theirs)
    both = [*ours, *first.added]

    assert agreeing(both) == both
    assert len(first.added) + len(first.unchanged) + len(first.conflicts) == len(theirs)
    again: TermMerge = merge(both, first.added)
    assert again.added == ()
    assert again.unchanged == first.added

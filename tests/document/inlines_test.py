from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import unhurried

from respondent.document.inlines import joined, styled
from respondent.document.tree import Break, Inline, Run
from respondent.document.walk import text
from respondent.language import Language

CY, EN = Language.CY, Language.EN
BREAK = Break(EN)


def test_a_style_adds_to_what_a_run_has() -> None:
    run = Run("a", CY, emphasis=True, gap="letter.date")
    style = Run("", EN, strong=True, href="tel:1")
    assert styled(run, style) == Run("a", CY, strong=True, emphasis=True, href="tel:1", gap="letter.date")


def test_a_link_of_its_own_stays() -> None:
    assert styled(Run("a", EN, href="tel:1"), Run("", EN, href="tel:2")).href == "tel:1"


def test_a_style_without_formatting_does_not_change_the_run() -> None:
    run = Run("a", CY, strong=True)
    assert styled(run, Run("", EN)) is run


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], ()),
        ([Run("a", EN), Run(" b", EN)], (Run("a b", EN),)),
        ([Run("a", EN), Run("b", CY)], (Run("a", EN), Run("b", CY))),
        ([Run("a", EN), Run("b", EN, gap="x")], (Run("a", EN), Run("b", EN, gap="x"))),
        ([Run("  a ", EN)], (Run("a", EN),)),
        ([Run(" ", EN)], ()),
        ([Run(" ", EN), Run(" b ", EN, strong=True)], (Run("b", EN, strong=True),)),
        ([Run("a", EN), BREAK, BREAK, Run("b", EN)], (Run("a", EN), BREAK, BREAK, Run("b", EN))),
        ([Run("a ", EN), BREAK], (Run("a ", EN), BREAK)),
        ([Run("\u00a0a", EN)], (Run("\u00a0a", EN),)),
    ],
)
def test_neighbours_that_look_alike_are_one_run_without_space_at_the_ends(
    found: list[Inline], expected: tuple[Inline, ...]
) -> None:
    assert joined(found) == expected


_inlines: st.SearchStrategy[Inline] = st.builds(
    Run, st.sampled_from(["a", " ", "b ", " ŵ"]), st.sampled_from(Language), strong=st.booleans()
) | st.just(BREAK)


@unhurried
@given(st.lists(_inlines, max_size=8))
def test_joining_keeps_all_words_and_joins_once_for_all(drawn: list[Inline]) -> None:
    found = joined(drawn)
    assert text(found).split() == text(tuple(drawn)).split()
    assert text(found).replace(" ", "") == text(tuple(drawn)).replace(" ", "")
    assert sum(isinstance(one, Break) for one in found) == sum(isinstance(one, Break) for one in drawn)
    assert all(run.text for run in found if isinstance(run, Run))

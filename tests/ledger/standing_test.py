from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger.rows import field, said
from offices import Bench

from respondent.language import Language
from respondent.ledger.row import LedgerRow
from respondent.ledger.standing import Standing, standings
from respondent.ledger.state import State
from respondent.response.fields import Field
from respondent.response.fields import fields as fields_of
from respondent.response.text import Published, Text
from respondent.status.progress import read

CY, EN = Language.CY, Language.EN


def state(one: Field, rows: Sequence[LedgerRow], language: Language = CY) -> Standing:
    return standings([one], rows)[one.id].in_(language)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([], State.UNAPPROVED),
        ([said("translated", "One", "Un")], State.TRANSLATED),
        ([said("reviewed", "One", "Un")], State.REVIEWED),
        ([said("final", "One", "Un")], State.FINAL),
        ([said("final", "One", "Un"), said("translated", "One", "Un")], State.FINAL),
        ([said("final", "Two", "Un")], State.STALE),
        ([said("translated", "Two", "Un")], State.STALE),
        ([said("final", "One", "Dau")], State.UNAPPROVED),
        ([said("final", "Two", "Dau")], State.UNAPPROVED),
        ([said("imported", "One", "Un")], State.UNAPPROVED),
        ([said("blessed", "One", "Un")], State.UNAPPROVED),
        ([said("final", "One")], State.UNAPPROVED),
        ([said("final", "One", "Un"), said("withdrawn", "One", "Un")], State.UNAPPROVED),
        ([said("final", "Two", "Un"), said("withdrawn", "Two", "Un")], State.UNAPPROVED),
        ([said("withdrawn", "One", "Un"), said("reviewed", "One", "Un", minute=1)], State.REVIEWED),
        ([said("final", " One\n", "Un ")], State.FINAL),
        ([said("reviewed", "Two", "Un"), said("translated", "One", "Un")], State.TRANSLATED),
    ],
)
def test_the_truth_table_of_a_translation(rows: list[LedgerRow], wanted: State) -> None:
    assert state(field("One", "Un"), rows).state is wanted


@pytest.mark.parametrize(
    ("en", "cy", "wanted"),
    [("One", None, State.MISSING), (None, None, State.MISSING), (None, "Un", State.UNAPPROVED)],
)
def test_text_without_words_is_missing(en: str | None, cy: str | None, wanted: State) -> None:
    assert state(field(en, cy), [said("final", "One", "Un")][:0]).state is wanted


def test_approval_after_a_withdrawal_counts() -> None:
    rows = [said("final", "One", "Un", minute=1), said("withdrawn", "One", "Un", minute=5)]
    later = said("reviewed", "One", "Un", minute=9)

    assert state(field("One", "Un"), rows).state is State.UNAPPROVED
    assert state(field("One", "Un"), [*rows, later]).state is State.REVIEWED


@pytest.mark.parametrize("minute", [0, 5])
def test_last_of_equal_rows_is_returned(minute: int) -> None:
    sources = [said("final", "Two", "Un"), said("final", "Three", "Un", minute=minute)]
    readers = [
        said("reviewed", "One", "Un", by="Nia"),
        said("reviewed", "One", "Un", by="Siân", minute=minute),
    ]

    assert state(field("One", "Un"), sources).old_source == "Three"
    row = state(field("One", "Un"), readers).row
    assert row
    assert row.by == "Siân"


def test_source_text_is_signed_off_separately() -> None:
    rows = [said("final", "One")]

    assert state(field("One", "Un"), rows, EN).state is State.FINAL
    assert state(field("One.", "Un"), rows, EN).state is State.UNAPPROVED


def test_a_text_written_in_welsh_first_has_its_english_translated() -> None:
    welsh_first = field("One", "Un", source=CY)
    row = LedgerRow(
        kind="reviewed",
        by="Nia",
        at=said("x", "x").at,
        source_language=CY,
        source="Un",
        target="One",
    )

    assert state(welsh_first, [row], EN).state is State.REVIEWED
    assert state(welsh_first, [row], CY).state is State.UNAPPROVED
    assert state(field("One", "Un"), [row], CY).state is State.UNAPPROVED


def test_old_source_of_a_stale_text_prefers_the_same_field() -> None:
    rows = [said("final", "Two", "Un"), said("reviewed", "Three", "Un", field="opening")]

    assert state(field("One", "Un"), rows).old_source == "Two"
    assert state(field("One", "Un", id="opening"), rows).old_source == "Three"


def test_field_is_stale_until_its_change_is_reverted() -> None:
    texts = {
        f"evidence.e{number}.text": (f"Text number {number}", f"Testun rhif {number}") for number in range(5)
    }
    rows = [said("final", en, cy, field=id) for id, (en, cy) in texts.items()]
    fields = [field(en, cy, id=id) for id, (en, cy) in texts.items()]
    changed = [
        field("Text digit 2", "Testun rhif 2", id=fields[2].id) if one is fields[2] else one for one in fields
    ]

    before, after = standings(fields, rows), standings(changed, rows)

    assert {one.cy.state for one in before.values()} == {State.FINAL}
    assert [id for id, one in after.items() if one.cy.state is not State.FINAL] == ["evidence.e2.text"]
    assert after["evidence.e2.text"].cy.state is State.STALE
    assert after["evidence.e2.text"].cy.old_source == "Text number 2"
    assert standings(fields, rows) == before


@pytest.mark.parametrize(
    ("value", "cy", "en"),
    [
        (Text(both="HMICFRS"), (State.FINAL, False), (State.UNAPPROVED, True)),
        (Published(en="One"), (State.MISSING, False), (State.FINAL, False)),
        (Published(en="One", cy="Un", welsh="official"), (State.FINAL, False), (State.FINAL, False)),
        (Published(en="One", cy="Un", welsh="office"), (State.UNAPPROVED, True), (State.FINAL, False)),
    ],
)
def test_quotations_and_shared_texts_need_no_approval(
    value: Text | Published, cy: tuple[State, bool], en: tuple[State, bool]
) -> None:
    pair = standings([Field("x", ("x",), value, True)], [])["x"]

    assert (pair.cy.state, pair.cy.is_asked) == cy
    assert (pair.en.state, pair.en.is_asked) == en


pairs = st.lists(
    st.tuples(st.sampled_from("ABCDE"), st.sampled_from("abcde")),
    min_size=1,
    max_size=8,
    unique_by=lambda one: one,
)


@given(pairs, st.lists(st.integers(0, 7), max_size=6), st.randoms(use_true_random=False))
def test_approvals_survive_moves_renames_and_deletions(
    texts: list[tuple[str, str]], approved: list[int], rng: random.Random
) -> None:
    """Every approval whose texts still stand is kept; none is invented."""
    rows = [said("final", *texts[n], field=f"evidence.e{n}.text") for n in approved if n < len(texts)]
    kept = [one for one in texts if rng.random() < 0.8] + [("new", "newydd")]
    rng.shuffle(kept)
    fields = [field(en, cy, id=f"evidence.renamed-{n}.text") for n, (en, cy) in enumerate(kept)]

    found = standings(fields, rows)

    said_of = {(row.source, row.target) for row in rows}
    for (en, cy), standing in zip(kept, found.values(), strict=True):
        assert (standing.cy.state is State.FINAL) == ((en, cy) in said_of)


@pytest.mark.parametrize("layout", ["layout: by-recommendation", "grouping: none", "form: statement"])
def test_another_layout_leaves_every_approval(layout: str, tmp_path: Path) -> None:
    bench = Bench.of_example("gwent", tmp_path, "2019-stalking-and-harassment-compliant")
    facts, rows = read(bench.response)
    before = standings(fields_of(facts), rows.rows)
    text = bench.response.read_text(encoding="utf-8").replace("  layout: narrative", f"  {layout}")
    bench.response.write_text(text, encoding="utf-8")

    facts, rows = read(bench.response)

    assert standings(fields_of(facts), rows.rows) == before
    assert {standing.state for pair in before.values() for standing in pair.values()} >= {State.FINAL}

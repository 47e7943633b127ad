from __future__ import annotations

from dataclasses import replace

import pytest
from ledger.rows import said
from translation.responses import CY, EN, HANDED, NOON, back, response, sent, words

from respondent.changes.submission import TAKE, WAS, ImportResult
from respondent.document.tree import Break, Run
from respondent.ledger.remarks import NOTED
from respondent.ledger.row import LedgerRow
from respondent.ledger.state import State
from respondent.response.model import Response
from respondent.translation.import_units import import_units
from respondent.translation.units import ReturnedUnit, ReturnedUnits, Unit, units

THREE = {"en": "One.\n\nTwo.\n\nThree of 3.\n"}
BOTH = {**THREE, "cy": "Un.\n\nDau.\n\nTri o 3.\n"}


def closing(facts: Response, *rows: LedgerRow) -> list[Unit]:
    return [unit for unit in units(facts, rows) if unit.field.id == "closing"]


def take(facts: Response, *returned: ReturnedUnit, rows: tuple[LedgerRow, ...] = ()) -> ImportResult:
    return import_units(facts, rows, ReturnedUnits("", tuple(returned)), HANDED)


def reasons(result: ImportResult) -> dict[str, str]:
    return {one.key: one.what for one in result.refusals}


def test_unchanged_translation_writes_nothing() -> None:
    facts = response(closing=BOTH)

    result = take(facts, *map(back, closing(facts)))

    assert (result.changes, result.rows, result.refusals) == ([], [], [])
    assert len(result.unchanged) == 3


def test_a_changed_part_changes_its_text_and_nothing_else() -> None:
    facts = response(closing=BOTH, opening={"en": "Hello.", "cy": "Helo."})
    first, second, third = closing(facts)

    result = take(facts, back(first), back(second, "Ail."), back(third))

    assert dict(result.edits) == {("closing", "cy"): "Un.\n\nAil.\n\nTri o 3.\n"}
    (row,) = result.rows
    assert (row.kind, row.field, row.source, row.target) == (
        "translated",
        "closing",
        "One.\n\nTwo.\n\nThree of 3.",
        "Un.\n\nAil.\n\nTri o 3.",
    )
    assert (row.more[TAKE], row.more[WAS]) == ("take-1", BOTH["cy"])


def test_text_is_written_once_all_its_parts_are_returned() -> None:
    facts = response(closing=THREE)
    first, second, third = closing(facts)

    early = take(facts, back(first, "Un."), back(third, "Tri o 3."))
    assert early.changes == []
    assert early.waiting == [first.key, third.key]
    rows = tuple(early.rows)
    assert [unit.key for unit in closing(facts, *rows) if not unit.is_locked] == [second.key]

    late = take(facts, back(second, "Dau."), rows=rows)
    assert dict(late.edits) == {("closing", "cy"): "Un.\n\nDau.\n\nTri o 3.\n"}
    assert [row.kind for row in late.rows] == ["translated"]


def test_an_empty_target_is_still_missing() -> None:
    facts = response(closing=THREE)
    first, second, third = closing(facts)

    result = take(facts, back(first), back(second, " "), back(third, "Three of 3."))

    assert result.empty == [first.key, second.key, third.key]
    assert not result.rows


def test_source_counts_as_translation_only_with_a_state() -> None:
    facts = response(closing={"en": "HMICFRS"})
    (unit,) = closing(facts)

    assert take(facts, replace(back(unit, "HMICFRS"), state="translated")).changes


def test_a_source_that_changed_meanwhile_is_reported_with_both() -> None:
    (unit,) = closing(response(closing={"en": "By 31 May.", "cy": "Cyn 31 Mai."}))
    now = response(closing={"en": "By 30 May.", "cy": "Cyn 31 Mai."})

    result = take(now, back(unit, "Erbyn 31 Mai."))

    assert reasons(result) == {unit.key: "its source has changed since it was sent: By [-31-]{+30+} May."}
    assert result.refusals[0].new == "Erbyn 31 Mai."


def test_keys_that_are_unknown_or_there_twice() -> None:
    facts = response(closing=BOTH)
    first, second, _ = closing(facts)
    stranger = ReturnedUnit(key="nothing.at.all~123", target=words("x"))

    result = take(facts, stranger, back(first, "A."), back(first, "B."), back(second, "Ail."))

    assert [one.key for one in result.refusals] == [first.key, first.key, "nothing.at.all~123"]
    assert len(result.changes) == 1


def test_repeated_key_with_the_same_words_counts_once() -> None:
    facts = response(closing=BOTH)
    first, *_ = closing(facts)

    assert len(take(facts, back(first, "A."), back(first, "A.")).changes) == 1


def test_texts_with_the_same_words_each_take_their_own_translation() -> None:
    facts = response(
        evidence=[{"id": id, "by": "force", "text": {"en": "It is done."}} for id in ("one", "two")]
    )
    one, two = (unit for unit in units(facts, ()) if unit.field.id.startswith("evidence"))

    alone, both = take(facts, back(one, "Gwnaed.")), take(facts, back(one, "Gwnaed."), back(two, "Gwnaed."))

    assert [change.field.id for change in alone.changes] == ["evidence.one.text"]
    assert [change.field.id for change in both.changes] == ["evidence.one.text", "evidence.two.text"]


def test_a_source_that_was_changed_in_the_file() -> None:
    facts = response(closing=BOTH)
    first, *_ = closing(facts)

    result = take(facts, replace(back(first, "A."), source="Won."))

    assert "its source was changed in the file" in reasons(result)[first.key]


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("By 31 May 2019.", "Erbyn 30 Mai 2019.", "the figures 31"),
        ("1,200 cases", "1200 o achosion", ""),
        ("A sum of 3", "Swm", "the figures 3 of the source are missing"),
        ("A sum", "Swm o 3", "the figures 3 are not in the source"),
        ("**Bold** words", "Geiriau", "bold of the source is missing"),
        ("One of us went there. Two.", "One of us went there. Dau.", "it contains an untranslated sentence"),
    ],
)
def test_figures_and_looks_that_do_not_match(source: str, target: str, reason: str) -> None:
    facts = response(closing={"en": source})
    (unit,) = closing(facts)

    result = take(facts, back(unit, target))

    assert reason in reasons(result).get(unit.key, "")
    assert bool(result.changes) is not bool(reason)
    accepted = import_units(
        facts, (), ReturnedUnits("", (back(unit, target),)), replace(HANDED, accepted=frozenset((unit.key,)))
    )
    assert accepted.changes


def test_emphasis_may_move_with_its_words() -> None:
    facts = response(closing={"en": "All **bold** words", "cy": "Pob gair"})
    (unit,) = closing(facts)
    moved = (Run("Geiriau ", CY), Run("trwm", CY, strong=True))

    result = take(facts, replace(back(unit), target=moved))

    assert result.edits[("closing", "cy")] == "Geiriau **trwm**"


def test_changes_that_are_still_marked_are_shown_and_not_taken() -> None:
    facts = response(closing=BOTH)
    first, *_ = closing(facts)

    result = take(facts, replace(back(first, "A."), is_tracked=True))

    assert "tracked changes" in reasons(result)[first.key]
    assert result.refusals[0].new == "A."


def test_a_translation_that_was_changed_here_since_it_was_sent_stays() -> None:
    facts = response(closing={"en": "One.", "cy": "Un."})
    (unit,) = closing(facts)
    now = response(closing={"en": "One.", "cy": "Unwaith."})

    result = take(now, back(unit, "Yn gyntaf."), rows=(sent(unit),))

    assert "has changed in the response" in reasons(result)[unit.key]
    assert result.refusals[0].old == "Unwaith."


def test_unchanged_return_does_not_overwrite_a_newer_translation() -> None:
    facts = response(closing={"en": "One.", "cy": "Un."})
    (unit,) = closing(facts)
    now = response(closing={"en": "One.", "cy": "Unwaith."})

    result = take(now, back(unit), rows=(sent(unit),))

    assert result.unchanged == [unit.key]
    assert not result.rows


def test_unit_of_an_earlier_return_is_not_absent() -> None:
    facts = response(closing=THREE)
    first, second, third = closing(facts)
    early = take(facts, back(first, "Un."), rows=(sent(first, second, third),))

    late = take(facts, back(second, "Dau."), rows=(sent(first, second, third), *early.rows))

    assert early.absent == [second.key, third.key]
    assert late.absent == [third.key]


def test_a_second_return_corrects_the_first() -> None:
    facts = response(closing={"en": "One."})
    (unit,) = closing(facts)
    first = take(facts, back(unit, "Un."), rows=(sent(unit),))
    now = response(closing={"en": "One.", "cy": "Un."})

    result = take(now, back(unit, "Yn gyntaf."), rows=(sent(unit), *first.rows))

    assert result.edits[("closing", "cy")] == "Yn gyntaf."


def test_rows_that_were_lost_are_named() -> None:
    facts = response(closing=BOTH)
    first, second, third = closing(facts)

    result = take(facts, back(second, "Ail."), rows=(sent(first, second, third),))

    assert result.absent == [first.key, third.key]


def test_a_review_is_claimed_for_a_text_only_where_all_of_it_was_handed_in() -> None:
    facts = response(closing=BOTH)
    first, second, third = closing(facts)
    reviewed = replace(HANDED, state=State.REVIEWED)

    part = import_units(facts, (), ReturnedUnits("", (back(second, "Ail."),)), reviewed)
    whole = import_units(
        facts, (), ReturnedUnits("", (back(first), back(second, "Ail."), back(third))), reviewed
    )

    assert [row.kind for row in part.rows] == ["imported", "reviewed"]
    assert part.rows[1].source == "Two."
    assert [row.kind for row in whole.rows] == ["reviewed"]


def test_of_a_stale_text_only_what_changed_goes_out_and_what_stayed_keeps_its_place() -> None:
    row = said("reviewed", "One.\n\nTwo.", "Un.\n\nDau.")
    now = response(closing={"en": "One.\n\nBetween.\n\nTwo.", "cy": "Un.\n\nDau."})

    found = closing(now, row)

    assert [(unit.words, unit.is_locked, unit.state) for unit in found] == [
        ("One.", True, State.REVIEWED),
        ("Between.", False, State.MISSING),
        ("Two.", True, State.REVIEWED),
    ]
    result = take(now, back(found[1], "Rhwng."), rows=(row,))
    assert result.edits[("closing", "cy")] == "Un.\n\nRhwng.\n\nDau."
    assert [one.kind for one in result.rows] == ["translated"]


def test_texts_with_different_structure_are_one_unit() -> None:
    facts = response(closing={"en": "One.\n\n- a\n- b\n", "cy": "Un.\n"})

    (unit,) = closing(facts)

    assert unit.is_whole
    assert [one.text if isinstance(one, Run) else "⏎" for one in unit.source] == [
        "One.",
        "⏎",
        "⏎",
        "- a",
        "⏎",
        "- b",
    ]
    target = (Run("Un.", CY), Break(CY), Break(CY), Run("- dau", CY), Break(CY), Run("- tri", CY))
    result = take(facts, replace(back(unit), target=target))
    assert result.edits[("closing", "cy")] == "Un.\n\n- dau\n- tri\n"


def test_unprintable_markdown_is_refused() -> None:
    facts = response(closing={"en": "One.\n\nTwo.", "cy": "Un."})
    (unit,) = closing(facts)

    result = take(facts, replace(back(unit), target=words("![x](y.png)")))

    assert reasons(result) == {unit.key: "the text contains a picture"}


def test_quotations_are_locked() -> None:
    facts = response()
    (unit,) = units(facts, ())

    assert (unit.key.split("~")[0], unit.is_locked) == ("reports.one.title", True)
    assert "was sent as context only" in reasons(take(facts, back(unit, "Adroddiad")))[unit.key]
    assert take(facts, back(unit)).unchanged == [unit.key]


def test_text_written_in_welsh_is_translated_into_english() -> None:
    facts = response(closing={"cy": "Un.", "source": "cy"})
    (unit,) = closing(facts)

    assert unit.language is CY
    assert take(facts, back(unit, "One.")).edits == {("closing", "en"): "One."}


def test_remarks_are_kept_once() -> None:
    facts = response(closing={"en": "One.", "cy": "Un."})
    (unit,) = closing(facts)
    came = replace(back(unit), comment="Is this right?")

    first = take(facts, came)
    assert [(row.kind, row.note) for row in first.rows] == [(NOTED, "Is this right?")]
    assert not take(facts, came, rows=tuple(first.rows)).rows


def test_a_segment_split_in_two_stays_one() -> None:
    facts = response(closing=BOTH)
    _, second, _ = closing(facts)
    split = (Run("Un peth.", CY), Break(CY), Run("Dau beth.", CY))

    result = take(facts, replace(back(second), target=split))

    assert result.edits[("closing", "cy")] == "Un.\n\nUn peth.\\\nDau beth.\n\nTri o 3.\n"


def test_keys_stay_when_other_parts_change() -> None:
    before = closing(response(closing={"en": "Same.\n\nSame.\n\nOther."}))
    after = closing(response(closing={"en": "New.\n\nSame.\n\nSame."}))

    assert [unit.key for unit in before[:2]] == [unit.key for unit in after[1:]]
    assert before[1].key == f"{before[0].key}~2"
    assert EN is before[0].language
    assert HANDED.at == NOON


def from_program(facts: Response, *returned: ReturnedUnit) -> ImportResult:
    """Return the result of a file of a program that has lost the keys."""
    lost = tuple(replace(unit, key=str(number)) for number, unit in enumerate(returned))
    return import_units(facts, (), ReturnedUnits("", lost, keyless="export it"), HANDED)


def test_units_that_have_lost_their_keys_are_known_by_a_source_that_occurs_once() -> None:
    facts = response(closing=BOTH, opening={"en": "Two.", "cy": "Dau."})
    first, second, third = closing(facts)

    result = from_program(facts, back(first, "A."), back(second, "B."), back(third, "Tri."))

    assert result.edits[("closing", "cy")] == "A.\n\nDau.\n\nTri o 3.\n"
    lost, figures = result.refusals
    assert (lost.key, lost.advice, lost.new) == ("(units)", "export it", "B.")
    assert "1 of its units have lost their keys" in lost.what
    assert "the figures 3" in figures.what


def test_a_file_of_the_other_direction_is_refused() -> None:
    facts = response(closing=BOTH)
    first, *_ = closing(facts)

    result = take(facts, replace(back(first, "A."), language=EN))

    assert "the file is a translation into English" in reasons(result)[first.key]


def test_a_source_that_was_mended_in_the_file_is_reported_beside_an_unchanged_translation() -> None:
    facts = response(closing=BOTH)
    first, second, _ = closing(facts)

    result = take(facts, replace(back(first), source="Won."), replace(back(second), source=" Two\u00a0. "))

    assert [key for key, _ in result.left_out] == [first.key, second.key]
    assert result.left_out[0][1] == "its source was changed in the file: [-One-]{+Won+}."
    assert [row.kind for row in result.rows] == ["left-out", "left-out"]


def test_a_translation_that_was_deleted_in_the_file_is_reported() -> None:
    facts = response(closing=BOTH)
    first, *_ = closing(facts)

    result = take(facts, replace(back(first), target=None), rows=(sent(*closing(facts)),))

    assert reasons(result)[first.key] == "its translation was deleted in the file"
    assert not take(facts, replace(back(first), target=None)).refusals


PROGRAMS = [
    # a present translation, as a program returns it
    ("Mae'r “gwaith” ar ben – bron.", 'Mae’r "gwaith" ar ben - bron.'),
    ("Mae'r gwaith\u00a0ar ben.", "Mae'r  gwaith ar\u00a0ben."),
    ("Mae'r dŵr ar ben.", "Mae'r dw\u0302r ar ben."),
]


@pytest.mark.parametrize(("old", "new"), PROGRAMS)
def test_a_translation_that_a_program_types_in_its_own_way_is_unchanged(old: str, new: str) -> None:
    facts = response(closing={"en": "The work is done.", "cy": old})
    (unit,) = closing(facts)

    result = take(facts, back(unit, new))

    assert (result.changes, result.rows, result.refusals) == ([], [], [])
    edited = take(facts, back(unit, new.replace("ben", "ei draed")))
    (text,) = edited.edits.values()
    assert text == old.replace("ben", "ei draed").replace("\u00a0", " ")

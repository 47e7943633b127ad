"""For any response and any edit of any parts: out in a table, edited, in, exactly those texts change."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from translation.responses import HANDED
from translation.round_trip_test import EDITS, Trip, bodies
from translation.round_trip_test import unhurried as as_long_as_it_takes
from translation.table.tables import SHEET, edited, fill

from respondent.document.walk import text as words_of
from respondent.files import yaml
from respondent.language import Language
from respondent.response.reading import read_facts
from respondent.translation.table import reading, writing
from respondent.translation.units import ReturnedUnit, Unit, units

unhurried = settings(as_long_as_it_takes, max_examples=25)
"""Fewer, since each is opened by two programs."""


class TableTrip(Trip):
    def out(self) -> list[tuple[list[Unit], bytes]]:
        found = units(self.facts, (), is_all=True)
        directions = ([unit for unit in found if unit.language == language] for language in Language)
        return [(ones, writing.write(ones, SHEET)) for ones in directions if ones]


@unhurried
@given(bodies())
def test_a_round_trip_without_edits_changes_nothing(body: bytes) -> None:
    trip = TableTrip(body)
    returned = [one for _, data in trip.out() for one in reading.read(data, "x").returned]

    taking, after = trip.back(returned)

    assert after == body
    assert (taking.changes, taking.rows, taking.refusals, taking.waiting) == ([], [], [], [])


@unhurried
@given(bodies(), st.data())
def test_only_edited_texts_change(body: bytes, data: st.DataObject) -> None:
    trip = TableTrip(body)
    returned: list[ReturnedUnit] = []
    typed: dict[str, str] = {}
    for ones, file in trip.out():
        for unit in ones:
            if not unit.is_locked and not unit.is_whole and data.draw(st.booleans(), label=unit.key):
                typed[unit.key] = data.draw(st.sampled_from(EDITS))
        edits = [fill(unit.key, typed[unit.key]) for unit in ones if unit.key in typed]
        returned += reading.read(edited(file, *edits), "x").returned

    taking, after = trip.back(returned, typed)

    untouched = {*taking.unchanged, *taking.empty}
    done = typed.keys() - untouched - {one.key for one in taking.refusals}
    assert {one.key for one in taking.refusals} <= typed.keys()
    fields = {key.split("~")[0] for key in done} - {key.split("~")[0] for key in taking.waiting}
    assert {change.field.id for change in taking.changes} == fields
    now = {unit.key: unit for unit in units(read_facts(yaml.read(after, "x")), (), is_all=True)}
    for key in done - set(taking.waiting):
        assert now[key].target is not None
        assert words_of(now[key].target or ()).split() == typed[key].split()
    before = {unit.key: unit for unit in units(trip.facts, (), is_all=True)}
    for key in before.keys() - done:
        assert now[key].target == before[key].target or key.split("~")[0] in fields


def test_a_remark_on_an_unchanged_text_is_recorded() -> None:
    from translation.responses import response
    from translation.table.tables import NOTE

    from respondent.translation.import_units import import_units

    facts = response(closing={"en": "I will write again.", "cy": "Ysgrifennaf eto."})
    ones = [unit for unit in units(facts, (), is_all=True) if unit.language == Language.EN]
    key = next(unit.key for unit in ones if unit.key.startswith("closing"))
    data = edited(writing.write(ones, SHEET), fill(key, "Da iawn.", NOTE))

    taking = import_units(facts, (), reading.read(data, "x"), HANDED)

    assert [(row.kind, row.note, row.field) for row in taking.rows] == [("noted", "Da iawn.", "closing")]
    assert taking.changes == []

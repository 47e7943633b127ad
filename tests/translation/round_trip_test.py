"""For any response and any edit of any parts: out, edited, in, exactly those texts change."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date

import yaml as pyyaml
from document.segments_test import markdown
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from lxml import etree
from translation.responses import HANDED, HEAD

from respondent.changes.submission import ImportResult
from respondent.document.walk import text as words_of
from respondent.files import rewrite, yaml
from respondent.language import Language
from respondent.response.model import Response
from respondent.response.reading import read_facts
from respondent.response.texts import read_texts
from respondent.translation.import_units import import_units
from respondent.translation.sheet import TranslationSheet
from respondent.translation.units import ReturnedUnit, ReturnedUnits, Unit, units
from respondent.translation.xliff import reading, writing
from respondent.translation.xliff.writing import NAMESPACE

SHEET = TranslationSheet("test", date(2026, 11, 24))
unhurried = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

EDITS = (
    *(
        "Rhaid: dau",
        "# nid pennawd",
        "\"dyfynnod\" a 'rhai'",
        "  bwlch o flaen",
        "- nid rhestr",
        "1. nid rhif",
    ),
    *(
        "cyntaf\r\nail",
        "yn ei * hanner",
        "| bar",
        "<b>",
        "R&D, a < b",
        "[hanner",
        "~",
        "no",
    ),
    *("Ŵyl ŷd", "=SUM(A1)", "{{ 7*7 }}", "nid\\yw", "gair_gair_gair", "> dyfyniad", "+ a", "a" * 300),
)
"""Words that mean something in YAML, in Markdown or in a spreadsheet."""


@st.composite
def bodies(draw: DrawFn) -> bytes:
    """Draw a response: some texts in both languages, some in one, some written in Welsh first."""
    texts = {}
    for name in draw(st.sets(st.sampled_from(("opening", "closing")), min_size=1)):
        texts[name] = draw(bilingual())
    evidence = [
        {"id": f"e{number}", "by": "force", "text": draw(bilingual())}
        for number in range(draw(st.integers(0, 3)))
    ]
    body = {**HEAD, **texts, **({"evidence": evidence} if evidence else {})}
    style = draw(st.sampled_from((None, '"', "|")))
    return pyyaml.safe_dump(body, allow_unicode=True, sort_keys=False, default_style=style).encode()


@st.composite
def bilingual(draw: DrawFn) -> dict[str, str]:
    text = draw(markdown())
    source, target = draw(st.sampled_from((("en", "cy"), ("en", "cy"), ("cy", "en"))))
    found = {source: text, "source": source}
    kind = draw(st.sampled_from(("missing", "alike", "other")))
    if kind == "alike":
        found[target] = text
    if kind == "other":
        found[target] = draw(markdown())
    return found


@dataclass(frozen=True)
class Trip:
    """A response on its way out and back."""

    body: bytes

    @property
    def facts(self) -> Response:
        return read_facts(yaml.read(self.body, "response.yaml"))

    def out(self) -> list[tuple[list[Unit], bytes]]:
        """Return the units of each direction with their file."""
        found = units(self.facts, (), is_all=True)
        directions = ([unit for unit in found if unit.language == language] for language in Language)
        return [(ones, writing.write(ones, SHEET)) for ones in directions if ones]

    def back(self, returned: list[ReturnedUnit], accepted: Iterable[str] = ()) -> tuple[ImportResult, bytes]:
        taking = import_units(
            self.facts, (), ReturnedUnits("", tuple(returned)), replace(HANDED, accepted=frozenset(accepted))
        )
        return taking, rewrite.rewritten(self.body, "response.yaml", taking.edits)


@unhurried
@given(bodies())
def test_unedited_file_writes_nothing(body: bytes) -> None:
    trip = Trip(body)
    returned = [one for _, data in trip.out() for one in reading.read(data, "x").returned]

    taking, after = trip.back(returned)

    assert after == body
    assert (taking.changes, taking.rows, taking.refusals, taking.waiting) == ([], [], [], [])


@unhurried
@given(bodies(), st.data())
def test_only_edited_texts_change(body: bytes, data: st.DataObject) -> None:
    trip = Trip(body)
    returned: list[ReturnedUnit] = []
    edited: set[str] = set()
    for ones, file in trip.out():
        root = etree.fromstring(file)
        for unit in ones:
            if not unit.is_locked and not unit.is_whole and data.draw(st.booleans(), label=unit.key):
                fill(root, unit, data.draw(st.sampled_from(EDITS)))
                edited.add(unit.key)
        returned += reading.read(etree.tostring(root), "x").returned

    taking, after = trip.back(returned, edited)

    assert taking.refusals == []
    told = {one.key for one in taking.refusals} | set(taking.unchanged) | set(taking.empty)
    done = edited - told
    fields = {key.split("~")[0] for key in done} - {key.split("~")[0] for key in taking.waiting}
    assert {change.field.id for change in taking.changes} == fields
    assert not {one.key for one in taking.refusals} - edited
    assert read_texts(yaml.read(after, "x"))[1] == []
    now = {unit.key: unit for unit in units(read_facts(yaml.read(after, "x")), (), is_all=True)}
    came = {one.key: one for one in returned}
    for key in done - set(taking.waiting):
        target = now[key].target
        assert target is not None
        assert words_of(target).split() == words_of(came[key].target or ()).split()
    before = {unit.key: unit for unit in units(trip.facts, (), is_all=True)}
    for key in before.keys() - done:
        assert now[key].target == before[key].target or key.split("~")[0] in fields


def fill(root: etree._Element, unit: Unit, text: str) -> None:
    """Put words into the target of a unit, all its codes around or behind them."""
    element = next(one for one in root.iter(f"{{{NAMESPACE}}}trans-unit") if one.get("id") == unit.key)
    source, target = element.find(f"{{{NAMESPACE}}}source"), element.find(f"{{{NAMESPACE}}}target")
    assert source is not None
    assert target is not None
    for child in list(target):
        target.remove(child)
    target.text = text
    for code in source:
        target.append(deepcopy(code))
        target[-1].tail = " gair "

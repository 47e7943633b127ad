"""Damage is refused or found, whichever way it comes in; a clean text raises nothing anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linguistics.damage_test import CLEAN, DAMAGED
from lxml import etree
from offices import Bench
from translation.edited_draft import drafts
from translation.responses import HANDED, response
from translation.table.tables import edited, fill

from respondent.changes.submission import ImportResult
from respondent.checks.case import load_case
from respondent.checks.damage import texts_undamaged
from respondent.checks.engine import look
from respondent.errors import RespondentError
from respondent.files.text import CONTROL
from respondent.files.workspace import Workspace
from respondent.language import Language
from respondent.memory.sources import load_memory
from respondent.production.office import load_office
from respondent.translation.fill import FillOptions
from respondent.translation.fill import fill as fill_in
from respondent.translation.import_terms import import_terms
from respondent.translation.import_units import import_units
from respondent.translation.sheet import TranslationSheet
from respondent.translation.table import reading as table_reading
from respondent.translation.table import writing as table_writing
from respondent.translation.units import ReturnedUnits, Unit, units
from respondent.translation.xliff import reading as xliff_reading
from respondent.translation.xliff import writing as xliff_writing

CY, EN = Language.CY, Language.EN
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TODAY = date(2019, 5, 14)
ENGLISH = "I asked for a report on this."
WELSH = "Gofynnais am adroddiad ar hyn {}."
"""A sentence with room for what is put in."""

FACTS = response(opening={"en": ENGLISH})
OPENING: Unit = next(unit for unit in units(FACTS, ()) if unit.field.id == "opening")
XML = "{urn:oasis:names:tc:xliff:document:1.2}"


def xliff(text: str) -> ImportResult:
    root = etree.fromstring(xliff_writing.write([OPENING], TranslationSheet("test", NOON.date())))
    target = next(root.iter(f"{XML}target"))
    target.text = text
    returned = xliff_reading.read(etree.tostring(root), "back.xlf").returned
    return import_units(FACTS, (), ReturnedUnits("", tuple(returned)), HANDED)


def table(text: str) -> ImportResult:
    data = table_writing.write([OPENING], TranslationSheet("test", NOON.date()))
    returned = table_reading.read(edited(data, fill(OPENING.key, text)), "back.docx").returned
    return import_units(FACTS, (), ReturnedUnits("", tuple(returned)), HANDED)


def draft(text: str) -> ImportResult:
    office = drafts.Office.of(opening={"en": ENGLISH, "cy": WELSH.format("hefyd")})
    data = drafts.edited(office.draft(CY), drafts.typed(WELSH.format("hefyd"), text))
    return office.home(data).result


def gap(text: str) -> ImportResult:
    office = drafts.Office.of(opening={"en": ENGLISH})
    label = "Bwlch – mae'r testun Cymraeg ar goll"
    return office.home(drafts.edited(office.draft(CY), drafts.typed(label, text))).result


def memory(text: str) -> ImportResult:
    """Return what `fill` does with a memory that holds the text, in the shape of an import."""
    with TemporaryDirectory() as folder:
        bench = Bench.of_example("gwent", Path(folder))
        bench.change(
            bench.response,
            "opening:\n",
            f"commitments:\n  - id: new\n    text:\n      en: {ENGLISH}\nopening:\n",
        )
        unit = etree.Element("tu")
        for language, words in (("en", ENGLISH), ("cy", text)):
            variant = etree.SubElement(unit, "tuv", {"{http://www.w3.org/XML/1998/namespace}lang": language})
            etree.SubElement(variant, "seg").text = words
        bench.write(
            "memory/own.tmx",
            '<tmx version="1.4"><header srclang="en" segtype="sentence" adminlang="en" datatype="plaintext"'
            ' creationtool="x" creationtoolversion="1" o-tmf="x"/><body>'
            f"{etree.tostring(unit, encoding='unicode')}</body></tmx>",
        )
        filled = fill_in(
            bench.response, load_memory(Workspace(bench.root)).memory, FillOptions("Ann", NOON, is_trial=True)
        )
        result = ImportResult()
        result.unchanged += [
            each.field.id for each in filled.filled if each.field.id == "commitments.new.text"
        ]
        result.empty += [f"{each.objection}" for each in filled.missing if each.objection]
        assert bool(result.unchanged) != bool(result.empty)
        return result


FILES: Mapping[str, Callable[[str], ImportResult]] = {
    "XLIFF": xliff,
    "table": table,
    "draft": draft,
    "gap of a draft": gap,
    "memory": memory,
}
"""The ways by which a translation comes in as a file."""


SOME = sorted(DAMAGED)[::8]
"""Damages for the ways in that load a whole workspace each time."""


def is_refused(result: ImportResult) -> bool:
    places = [(refusal.key, refusal.what, refusal.advice) for refusal in result.refusals]
    assert all(all(place) for place in places)
    return bool(result.refusals or result.empty) and not result.changes and not result.unchanged


@cache
def bench(folder: str) -> Bench:
    return Bench.of_example("gwent", Path(folder))


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


TYPED: Mapping[str, tuple[str, str, str]] = {
    "text": ("response", "opening:\n", "commitments:\n  - id: new\n    text: {cy: TEXT, en: Yes.}\nopening:\n"),
    "title": ("response", "letter:\n", "letter:\n  subject: {cy: TEXT, en: Yes}\n"),
    "reference": ("response", "letter:\n", "letter:\n  reference: TEXT\n"),
    "quotation": ("response", "recommendations:\n", "recommendations:\n  - id: new\n    report: sussex\n    applies: false\n    text: {en: TEXT, welsh: none}\n"),
    "office": ("office", "labels: {copy: {cy: Copi at, en: Cc}, copies: {cy: Copïau at, en: Cc}}", "labels: {copies: {cy: TEXT, en: Cc}}"),
}  # fmt: skip
"""A place in a file that people type: the file, what stands there, and what is written in its place."""


def typed(place: str, text: str) -> list[str]:
    """Return what is refused or found when a text is typed into a file."""
    file, old, new = TYPED[place]
    with TemporaryDirectory() as folder:
        own = Bench.of_example("gwent", Path(folder))
        path = own.response if file == "response" else own.office
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_bytes(content.replace(old, new.replace("TEXT", quoted(text)), 1).encode())
        return found(own)


def found(own: Bench) -> list[str]:
    try:
        case = load_case(own.response, load_office(Workspace(own.root)), TODAY)
    except RespondentError as error:
        return [problem.what for problem in error.problems]
    return [finding.fact.what for finding in look(case, [texts_undamaged]) if finding.severity == "error"]


@pytest.mark.parametrize(
    ("door", "name"),
    [(door, name) for door in FILES for name in (SOME if door == "memory" else DAMAGED)],
)
def test_damage_in_a_file_is_refused_with_its_place(door: str, name: str) -> None:
    text, _ = DAMAGED[name]
    if CONTROL.search(text):
        return  # no XML holds a control character: the program that writes it fails before

    assert is_refused(FILES[door](WELSH.format(text)))


@pytest.mark.parametrize("door", FILES)
def test_a_sentence_of_ours_in_a_file_is_refused(door: str) -> None:
    for text in ("Bwlch - mae’r testun Cymraeg ar goll", "DRAFFT", "closing~d668acd25ca0"):
        assert is_refused(FILES[door](text))


@pytest.mark.parametrize("text", ["`wedi`", "gweler[^1]", "~~am~~", "**yr", "[x][y]", "<b>am</b>"])
@pytest.mark.parametrize("door", FILES)
def test_markup_that_means_nothing_in_a_file_is_refused(door: str, text: str) -> None:
    if door != "memory":  # its words are Markdown already, with such signs escaped
        assert is_refused(FILES[door](WELSH.format(text)))


@pytest.mark.parametrize("door", FILES)
def test_english_for_welsh_in_a_file_is_refused(door: str) -> None:
    assert is_refused(FILES[door]("I have asked the force for a report on all of these matters."))


@pytest.mark.parametrize("text", CLEAN)
@pytest.mark.parametrize("door", [door for door in FILES if door != "memory"])
def test_a_clean_text_in_a_file_is_taken(door: str, text: str) -> None:
    result = FILES[door](WELSH.format(text))

    assert [refusal.what for refusal in result.refusals if "figures" not in refusal.what] == []


@pytest.mark.parametrize(
    ("place", "name"),
    [(place, name) for place in TYPED for name in (sorted(DAMAGED)[::4] if place == "text" else SOME)],
)
def test_damage_that_is_typed_is_an_error(place: str, name: str) -> None:
    text, _ = DAMAGED[name]

    assert typed(place, WELSH.format(text))


@pytest.mark.parametrize("text", CLEAN[::4])
@pytest.mark.parametrize("place", ["text"])
def test_a_clean_text_that_is_typed_raises_nothing(place: str, text: str) -> None:
    assert typed(place, WELSH.format(text)) == []


@pytest.mark.parametrize("name", SOME)
def test_damage_in_terms_is_found_and_refused(name: str, tmp_path: Path) -> None:
    text, _ = DAMAGED[name]
    own = Bench.of_example("gwent", tmp_path)
    own.write("terms.csv", f'en,cy\nplan,"cynllun {text}"\n')
    assert found(own)

    own.write("terms.csv", "en,cy\nplan,cynllun\n")
    other = own.write("other.csv", f'en,cy\nwater,"cynllun {text}"\n')
    try:
        result = import_terms(other, Workspace(own.root))
    except RespondentError as error:
        assert error.problems
    else:
        assert result.problems
        assert not result.merge.added


@pytest.mark.parametrize("name", SOME)
def test_damage_in_a_template_is_an_error(name: str, tmp_path: Path) -> None:
    text, _ = DAMAGED[name]
    own = Bench.of_example("gwent", tmp_path)
    own.write("templates/cy/parts/foot.md.j2", f"::: foot\nNodyn: {text}\n:::\n")

    assert found(own)


PLACES = st.tuples(st.sampled_from(sorted(DAMAGED)), st.sampled_from(["", "Mae ", "a’r ", "(", "“"]), st.sampled_from(["", " yma", ".", ")", ", hefyd"]))  # fmt: skip


@settings(max_examples=15, deadline=None)
@given(st.sampled_from([xliff, table]), PLACES)
def test_damage_is_refused_wherever_it_stands(
    door: Callable[[str], ImportResult], place: tuple[str, str, str]
) -> None:
    name, before, after = place
    text, _ = DAMAGED[name]
    if not CONTROL.search(text):
        assert is_refused(door(f"Gofynnais am hyn: {before}{text}{after}"))

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import HOSTILE

from respondent import resources
from respondent.errors import OutputError, RespondentError, UsageError
from respondent.files import table, yaml
from respondent.files.beginning import ReportDetails, begin_office, begin_response, offices
from respondent.files.text import cleaned
from respondent.files.workspace import Workspace, find
from respondent.response.terms import COLUMNS, load

FOUR = ["dyfed-powys", "gwent", "north-wales", "south-wales"]

BEGINNINGS = resources.templates() / "beginnings"


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    begin_office(tmp_path / "office", "blank")
    return find(tmp_path / "office")


def test_the_four_welsh_offices_and_a_blank_one_are_known() -> None:
    assert offices() == [*FOUR, "blank"]


@pytest.mark.parametrize("office", [*FOUR, "blank"])
def test_a_workspace_begins_with_an_office_and_its_folders(tmp_path: Path, office: str) -> None:
    folder = tmp_path / "new" / "gwent"

    made = begin_office(folder, office)

    names = ("office.yaml", "responses", "stationery", ".gitattributes", "terms.csv")
    assert made == [folder / name for name in names]
    assert [path.is_dir() for path in made] == [False, True, True, False, False]
    assert made[0].read_bytes() == (BEGINNINGS / "offices" / f"{office}.yaml").read_bytes()
    assert find(folder) == Workspace(folder.resolve())


def test_an_unknown_office_lists_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        begin_office(tmp_path / "new", "gwnt")

    (problem,) = raised.value.problems
    assert (problem.where, problem.what) == ("gwnt", "there is no such office")
    assert problem.next == "write one of dyfed-powys, gwent, north-wales, south-wales, blank"
    assert list(tmp_path.iterdir()) == []


def test_an_existing_office_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match="there is already an office here, and nothing was changed"):
        begin_office(tmp_path, "gwent")

    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [
        ("office.yaml", "mine")
    ]


def test_a_new_table_of_terms_is_empty_and_known_to_excel_as_utf_8(tmp_path: Path) -> None:
    begin_office(tmp_path / "gwent", "gwent")

    assert (tmp_path / "gwent" / "terms.csv").read_bytes().startswith(b"\xef\xbb\xbfen,cy,")
    assert load(Workspace((tmp_path / "gwent").resolve())) == ()
    assert table.load(tmp_path / "gwent" / "terms.csv")[0].cells == tuple(COLUMNS)


def test_existing_terms_are_not_changed(tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("mine", encoding="utf-8")

    made = begin_office(tmp_path, "gwent")

    assert (tmp_path / "terms.csv").read_text(encoding="utf-8") == "mine"
    assert tmp_path / "terms.csv" not in made


def test_other_files_of_the_folder_are_not_changed(tmp_path: Path) -> None:
    (tmp_path / "responses").mkdir()
    (tmp_path / "responses" / "notes.txt").write_text("mine", encoding="utf-8")

    begin_office(tmp_path, "gwent")

    assert (tmp_path / "responses" / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["file", "file/below", "office/responses"])
def test_a_file_in_the_way_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "office").mkdir()
    for file in ("file", "office/responses"):
        (tmp_path / file).write_text("mine", encoding="utf-8")
    folder = tmp_path / ("office" if name == "office/responses" else name)

    with pytest.raises(OutputError) as raised:
        begin_office(folder, "blank")

    (problem,) = raised.value.problems
    assert problem.where.startswith(str(tmp_path))
    assert "check that no file is in the way" in problem.next


def unconfirmed(value: object) -> Iterator[object]:
    """Yield the records that say of themselves that nobody has confirmed them."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from unconfirmed(inner)
    if isinstance(value, dict) and value.get("unconfirmed") == "true":
        yield value


def dated(value: object) -> Iterator[dict[str, object]]:
    """Yield the records with a day on which they begin or end."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from dated(inner)
    if isinstance(value, dict) and {"from", "to"} & value.keys():
        yield value


@pytest.mark.parametrize("office", FOUR)
def test_every_period_and_person_of_an_office_waits_to_be_confirmed(office: str) -> None:
    value = yaml.load(BEGINNINGS / "offices" / f"{office}.yaml").value

    assert isinstance(value, dict)
    waiting = list(unconfirmed(value))
    for record in (*dated(value), *value["people"], *value["names"], *value["force"], *value["contacts"]):
        assert record in waiting
    assert value["unconfirmed"] == "true"


@pytest.mark.parametrize("office", FOUR)
def test_a_note_stands_above_every_entry_that_is_to_be_confirmed(office: str) -> None:
    source = yaml.load(BEGINNINGS / "offices" / f"{office}.yaml")
    lines = (BEGINNINGS / "offices" / f"{office}.yaml").read_text(encoding="utf-8").splitlines()
    entries = [path[:-1] for path in source.marks if path[-1:] == ("unconfirmed",)]
    begun = [source.marks[path].line for path in entries if path and isinstance(path[-1], int)]

    assert len(begun) >= 8
    for line in begun:
        assert lines[line - 2].lstrip().startswith("# "), lines[line - 1]


@pytest.mark.parametrize(
    "name",
    [
        "2026-custody",
        "Dalfa'r Heddlu 2026",
        "ŵyl-2026",
        "перевірка",
        "2026.1",
        "a" * 60,
        "CONSTABLE",
        "com10",
        "-",
    ],
)
def test_a_good_name_makes_a_folder(place: Workspace, name: str) -> None:
    file = begin_response(place, name, ReportDetails())

    assert file == place.responses_folder / name / "response.yaml"
    assert file.is_file()


BAD = {
    "": "a response needs a name",
    "  ": "a response needs a name",
    "a" * 61: "the name is longer than 60 characters",
    "a/b": "a folder name cannot contain any of",
    "a\\b": "a folder name cannot contain any of",
    "..": "the name cannot begin or end with a full stop or a space",
    ".hidden": "the name cannot begin or end with a full stop or a space",
    "name.": "the name cannot begin or end with a full stop or a space",
    "name ": "the name cannot begin or end with a full stop or a space",
    "a: b": "a folder name cannot contain any of",
    "why?": "a folder name cannot contain any of",
    "CON": "Windows reserves this name for a device",
    "nul.2026": "Windows reserves this name for a device",
    "Lpt1": "Windows reserves this name for a device",
    "COM²": "Windows reserves this name for a device",
    "Drafts": "this name is reserved for folders of generated files",
    "a\tb": "the name contains an unprintable character",
    "a\nb": "the name contains an unprintable character",
    "a\u202eb": "the name contains an unprintable character",
    "a\udcffb": "the name contains an unprintable character",
}


@pytest.mark.parametrize(("name", "what"), BAD.items(), ids=map(ascii, BAD))
def test_a_name_that_makes_a_bad_folder_is_refused(place: Workspace, name: str, what: str) -> None:
    with pytest.raises(UsageError) as raised:
        begin_response(place, name, ReportDetails())

    (problem,) = raised.value.problems
    assert problem.what.startswith(what)
    assert problem.next == "write a short name such as 2026-custody"
    assert list(place.responses_folder.iterdir()) == []


@pytest.mark.parametrize("again", ["2026-Gŵyl", "2026-GŴYL", "2026-Gw\u0302yl"])
def test_a_name_that_is_taken_on_any_system_is_refused(place: Workspace, again: str) -> None:
    file = begin_response(place, "2026-Gŵyl", ReportDetails())
    file.write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError, match="there is already a response with this name"):
        begin_response(place, again, ReportDetails())

    assert [path.name for path in place.responses_folder.iterdir()] == ["2026-Gŵyl"]
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_response_is_begun_though_the_folder_of_responses_is_gone(place: Workspace) -> None:
    place.responses_folder.rmdir()

    assert begin_response(place, "2026-custody", ReportDetails()).is_file()


def read(file: Path) -> dict[str, yaml.Value]:
    value = yaml.load(file).value
    assert isinstance(value, dict)
    return value


def report(value: dict[str, yaml.Value]) -> dict[str, object]:
    reports = value["reports"]
    assert isinstance(reports, list)
    assert isinstance(reports[0], dict)
    return dict(reports[0])


def test_given_values_are_written_and_others_are_empty(place: Workspace) -> None:
    full = ReportDetails(
        "Custody: “a” #1", date(2026, 11, 3), "https://a.example/#b", "thematic", recommendations=2
    )

    filled = report(read(begin_response(place, "full", full)))
    empty = report(read(begin_response(place, "empty", ReportDetails())))

    assert filled["title"] == {"en": "Custody: “a” #1", "welsh": "none"}
    assert (filled["published"], filled["web"]) == ("2026-11-03", "https://a.example/#b")
    assert (filled["kind"], empty["kind"]) == ("thematic", "report")
    assert empty["title"] == {"en": None, "welsh": "none"}
    assert (empty["published"], empty["web"]) == (None, None)
    assert (filled["unconfirmed"], empty["unconfirmed"]) == ("true", "true")


def column(items: yaml.Value, key: str) -> list[yaml.Value]:
    assert isinstance(items, list)
    return [item[key] for item in items if isinstance(item, dict)]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_each_recommendation_has_its_evidence_and_its_answer(place: Workspace, count: int) -> None:
    value = read(begin_response(place, "new", ReportDetails(recommendations=count)))

    ids = [f"recommendation-{number}" for number in range(1, count + 1)]
    assert column(value["recommendations"], "id") == ids
    assert column(value["evidence"], "answers") == [[id] for id in ids]
    assert column(value["answers"], "recommendations") == [[id] for id in ids]


def test_only_the_first_recommendation_has_comments(place: Workspace) -> None:
    one = begin_response(place, "one", ReportDetails(recommendations=1)).read_text(encoding="utf-8")
    three = begin_response(place, "three", ReportDetails(recommendations=3)).read_text(encoding="utf-8")

    assert one.count("#") == three.count("#")


@given(title=st.sampled_from(HOSTILE) | st.text(max_size=40))
def test_any_title_is_read_back_or_refused(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    place = Workspace(tmp_path_factory.mktemp("office"))

    try:
        file = begin_response(place, "new", ReportDetails(title=title))
    except UsageError as error:
        assert "title" in str(error)
    else:
        assert report(read(file))["title"] == {
            "en": " ".join(cleaned(title)[0].split()) or None,
            "welsh": "none",
        }


def test_a_title_with_a_forbidden_character_creates_nothing(place: Workspace) -> None:
    with pytest.raises(UsageError, match=r"title: the text contains .*\(U\+0007\)"):
        begin_response(place, "new", ReportDetails(title="Custody\a"))

    assert list(place.responses_folder.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, *arguments: str, **named: str) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(Path, "read_text", lambda path, encoding: path.read_bytes().decode(encoding))
    monkeypatch.setattr(Path, "read_bytes", lambda path: b"a: b\n")

    with pytest.raises(RespondentError, match="the file cannot be written \\(Permission denied\\)"):
        begin_response(place, "new", ReportDetails())

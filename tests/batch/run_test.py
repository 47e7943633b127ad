from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from offices import TODAY, Bench

from respondent.batch import loaded_offices
from respondent.batch.run import DraftOptions, DraftResult, drafts, responses
from respondent.files.workspace import Workspace
from respondent.language import Language
from respondent.production.office import OfficeContext, load_office


def wanted(out: Path | None = None, languages: Sequence[Language] = tuple(Language)) -> DraftOptions:
    return DraftOptions(formats=["txt"], languages=languages, today=TODAY, out=out)


@pytest.fixture
def second(bench: Bench) -> Path:
    """Return the file of a second response beside that of the example."""
    folder = bench.response.parent.with_name("2021-custody")
    shutil.copytree(bench.response.parent, folder)
    return folder / "response.yaml"


def names(result: DraftResult) -> list[str]:
    return [saved.path.name for saved in result.saved]


def test_each_response_gets_its_drafts_beside_it(bench: Bench, second: Path) -> None:
    results = list(drafts([bench.response, second], wanted()))

    assert [result.slug for result in results] == ["2019-stalking-and-harassment", "2021-custody"]
    assert [result.problems for result in results] == [(), ()]
    assert names(results[1]) == ["2021-custody.cy.txt", "2021-custody.en.txt"]
    assert results[1].saved[0].path.parent == second.parent / "drafts"
    assert {result.root for result in results} == {bench.root.resolve()}


def test_one_folder_may_hold_all_drafts(bench: Bench, second: Path, tmp_path: Path) -> None:
    list(drafts([bench.response, second], wanted(tmp_path / "out", [Language.EN])))

    assert sorted(path.name for path in (tmp_path / "out").glob("*.txt")) == [
        "2019-stalking-and-harassment.en.txt",
        "2021-custody.en.txt",
    ]


def test_a_bad_response_does_not_stop_the_others(bench: Bench, second: Path) -> None:
    bench.response.write_text("a: b\n", encoding="utf-8")

    bad, good = drafts([bench.response, second], wanted())

    assert bad.problems
    assert bad.saved == ()
    assert good.problems == ()
    assert len(good.saved) == 2


def test_the_files_of_an_office_are_read_once(
    bench: Bench, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, read = load_office, []

    def desk(place: Workspace) -> OfficeContext:
        read.append(place)
        return real(place)

    monkeypatch.setattr(loaded_offices, "load_office", desk)

    list(drafts([bench.response, second], wanted()))
    bench.office.write_text("a: b\n", encoding="utf-8")
    results = list(drafts([bench.response, second], wanted()))

    assert len(read) == 2
    assert results[0].problems == results[1].problems != ()


def test_responses_of_the_same_name_cannot_share_a_folder(bench: Bench, tmp_path: Path) -> None:
    other = Bench.of_example("gwent", tmp_path / "other")
    both = [bench.response, other.response]

    first, again = drafts(both, wanted(tmp_path / "out"))
    apart = list(drafts(both, wanted()))

    assert first.problems == ()
    (problem,) = again.problems
    assert problem.what == f"another response has the same name: {bench.response}"
    assert problem.next == "draft it separately, with another --out"
    assert [result.problems for result in apart] == [(), ()]


def test_response_without_workspace_fails_separately(bench: Bench, tmp_path: Path) -> None:
    alone = tmp_path / "alone" / "response.yaml"
    alone.parent.mkdir()
    shutil.copy(bench.response, alone)

    bad, good = drafts([alone, bench.response], wanted())

    assert bad.root is None
    assert bad.problems[0].what == "there is no office.yaml here or in any folder above"
    assert good.problems == ()


def test_problems_of_the_office_are_listed_without_responses(bench: Bench) -> None:
    bench.response.unlink()
    assert [problem.what for problem in responses([bench.root])[1]] == [
        "there is no response.yaml in this folder or below it"
    ]

    bench.office.write_text("a: b\n", encoding="utf-8")
    files, problems = responses([bench.root])

    assert files == []
    assert [problem.where for problem in problems].count("office.yaml:1: a") == 1
    assert problems[-1].what == "there is no response.yaml in this folder or below it"


def test_office_is_not_read_in_advance_if_there_are_responses(bench: Bench) -> None:
    bench.office.write_text("a: b\n", encoding="utf-8")

    assert responses([bench.root]) == ([bench.root / bench.response.relative_to(bench.root)], [])

from __future__ import annotations

import os
from pathlib import Path

import pytest

from respondent.errors import InputError
from respondent.files.workspace import Workspace, around, find, inside, responses, slug


@pytest.fixture
def gwent(tmp_path: Path) -> Path:
    root = tmp_path.resolve() / "gwent"
    for name in (
        "office.yaml",
        "stationery/logo.png",
        "responses/2019-stalking/response.yaml",
        "responses/2019-stalking/released/1/response.yaml",
        "responses/2019-stalking/drafts/response.yaml",
        "responses/2021-custody/response.yaml",
        "responses/.trash/response.yaml",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: b\n")
    (tmp_path / "secret.txt").write_text("secret")
    return root


def names(root: Path, *paths: Path) -> list[str]:
    return [path.resolve().relative_to(root).as_posix() for path in responses(paths)[0]]


BOTH = ["responses/2019-stalking/response.yaml", "responses/2021-custody/response.yaml"]


@pytest.mark.parametrize("start", ["", "office.yaml", "responses/2019-stalking", "responses/not/there/yet"])
def test_a_workspace_is_found_from_anywhere_in_it(gwent: Path, start: str) -> None:
    assert find(gwent / start) == Workspace(gwent)


def test_a_workspace_is_found_from_a_relative_path(gwent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(gwent / "responses" / "2019-stalking")
    assert find(Path()) == find(Path("..")) == Workspace(gwent)


def test_the_nearest_workspace_is_found(gwent: Path) -> None:
    inner = gwent / "responses" / "office.yaml"
    inner.write_text("a: b\n")
    assert find(gwent / "responses" / "2019-stalking").root == inner.parent


def test_a_folder_called_office_yaml_is_ignored(gwent: Path) -> None:
    (gwent / "responses" / "office.yaml").mkdir()
    assert find(gwent / "responses").root == gwent


@pytest.mark.parametrize("start", ["elsewhere", "x" * 5000])
def test_no_workspace_says_how_to_make_one(tmp_path: Path, start: str) -> None:
    with pytest.raises(InputError, match=r"no office\.yaml here or in any folder above") as raised:
        find(tmp_path / start)
    assert "respondent init" in raised.value.problems[0].next


def test_a_workspace_knows_its_folders(gwent: Path) -> None:
    workspace = find(gwent)
    assert workspace.office_file == gwent / "office.yaml"
    assert workspace.templates_folder == gwent / "templates"
    assert workspace.responses_folder == gwent / "responses"


def test_a_whole_workspace_gives_its_responses_and_not_what_was_made(gwent: Path) -> None:
    assert names(gwent, gwent) == BOTH
    assert responses([gwent])[1] == []


def test_files_and_folders_mix_and_each_response_comes_once_in_order(
    gwent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(gwent)
    mixed = (Path("responses/2021-custody"), gwent / BOTH[0], gwent, Path(BOTH[1]))
    assert names(gwent, *mixed) == names(gwent, *reversed(mixed)) == BOTH


def test_a_response_keeps_the_path_by_which_it_was_first_given(
    gwent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(gwent)
    assert responses([Path(BOTH[0]), gwent / BOTH[0]]) == ([Path(BOTH[0])], [])


def test_paths_that_are_not_responses_are_reported_beside_responses(gwent: Path) -> None:
    wrong = [gwent / "missing", gwent / "office.yaml", gwent / "stationery", gwent / ("x" * 300)]
    found, problems = responses([*wrong, gwent / "responses"])
    assert [slug(path) for path in found] == ["2019-stalking", "2021-custody"]
    assert [problem.where for problem in problems] == [str(path) for path in wrong]
    assert [problem.what for problem in problems[:3]] == [
        "there is no such file or folder",
        "this is not a response.yaml",
        "there is no response.yaml in this folder or below it",
    ]
    assert all(problem.next for problem in problems)


def test_a_folder_that_cannot_be_read_is_reported(gwent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "2019-stalking":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found, problems = responses([gwent])
    assert [slug(path) for path in found] == ["2021-custody"]
    assert [problem.what for problem in problems] == ["the folder cannot be read (Permission denied)"]


def test_links_that_go_in_circles_end(gwent: Path) -> None:
    (gwent / "responses" / "again").symlink_to(gwent, target_is_directory=True)
    assert names(gwent, gwent) == BOTH


def test_the_short_name_is_that_of_the_folder(gwent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(gwent / "responses" / "2021-custody")
    assert slug(Path("response.yaml")) == "2021-custody"


@pytest.mark.parametrize(
    "name",
    ["stationery/logo.png", "./stationery/logo.png", "responses/../stationery/logo.png", "not/there.png"],
)
def test_a_name_inside_the_workspace_is_a_path(gwent: Path, name: str) -> None:
    assert inside(gwent, name, "office.yaml:9: logo").is_relative_to(gwent)


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "stationery/../../secret.txt",
        "/etc/passwd",
        "//server/share/logo.png",
        "C:/logo.png",
        "C:logo.png",
        "C:\\logo.png",
        "\\logo.png",
        "\\\\server\\share\\logo.png",
        "..\\secret.txt",
        "stationery\\logo.png",
        "file:///etc/passwd",
        "link.txt",
        "out/secret.txt",
        "../gwent-other/logo.png",
        "",
        ".",
    ],
)
def test_a_name_that_leaves_the_workspace_is_refused(gwent: Path, name: str) -> None:
    (gwent / "link.txt").symlink_to(gwent.parent / "secret.txt")
    (gwent / "out").symlink_to(gwent.parent, target_is_directory=True)
    with pytest.raises(InputError) as raised:
        inside(gwent, name, "office.yaml:9: logo")
    (problem,) = raised.value.problems
    assert problem.where == "office.yaml:9: logo"
    assert problem.next


def test_a_link_that_stays_inside_is_followed(gwent: Path) -> None:
    (gwent / "logo.png").symlink_to(gwent / "stationery" / "logo.png")
    assert inside(gwent, "logo.png", "office.yaml:9: logo") == gwent / "stationery" / "logo.png"


def test_a_circular_link_is_reported(gwent: Path) -> None:
    (gwent / "circle").symlink_to(gwent / "circle")
    assert inside(gwent, "circle/logo.png", "office.yaml:9: logo").is_relative_to(gwent)


def test_a_name_with_backslashes_is_answered_with_the_right_one(gwent: Path) -> None:
    with pytest.raises(InputError) as raised:
        inside(gwent, "stationery\\logo.png", "office.yaml:9: logo")
    assert raised.value.problems[0].next == "write stationery/logo.png"


def test_the_workspace_around_a_folder_is_found_or_none(gwent: Path, tmp_path: Path) -> None:
    assert around(gwent / "responses" / "2021-custody") == Workspace(gwent)
    assert around(tmp_path) is None


@pytest.mark.parametrize(
    "name", ["response.yaml.txt", "response.yml", "Response.yaml", "response.txt", "response.docx"]
)
def test_file_with_a_similar_name_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("a: b\n")
    _, (problem,) = responses([tmp_path])
    assert name in problem.what
    assert "rename it to response.yaml" in problem.next


def test_office_with_a_similar_name_is_named(tmp_path: Path) -> None:
    (tmp_path / "office.yml").write_text("a: b\n")
    with pytest.raises(InputError, match=r"office\.yml"):
        find(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_control_character_in_the_name_of_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "cus\x0btody"
    folder.mkdir()
    (tmp_path / "office.yaml").write_text("a: b\n")
    with pytest.raises(InputError) as raised:
        find(folder)
    (problem,) = raised.value.problems
    assert "\\x0b" in problem.where
    assert "U+000B" in problem.what

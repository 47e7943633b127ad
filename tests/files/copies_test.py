from __future__ import annotations

from pathlib import Path

import pytest

from respondent.files.copies import problems

COPIES = [
    "response-PC12.yaml",
    "response (1).yaml",
    "response (Nia's conflicted copy 2026-05-14).yaml",
    "response.sync-conflict-20260514-090000-ABCDEFG.yaml",
]
OTHERS = ["response.yaml", "response.yaml.txt", "responses.yaml", "other-PC12.yaml", "response-PC12.yaml.bak"]


@pytest.mark.parametrize("name", COPIES)
def test_copies_of_synchronising_programs_are_named(tmp_path: Path, name: str) -> None:
    for file in ("response.yaml", name):
        (tmp_path / file).write_bytes(b"")

    (problem,) = problems(tmp_path, ["response.yaml", "office.yaml"])

    assert problem.what == f"there is a copy of response.yaml, {name}, which is not read"


def test_other_files_are_no_copies(tmp_path: Path) -> None:
    for file in OTHERS:
        (tmp_path / file).write_bytes(b"")

    assert list(problems(tmp_path, ["response.yaml"])) == []
    assert list(problems(tmp_path / "nowhere", ["response.yaml"])) == []

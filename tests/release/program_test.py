from __future__ import annotations

import re
import tomllib

from offices import ROOT

from respondent import __version__
from respondent.release.program import LIBRARIES, differences, program

ELSEWHERE = {
    "typer": "the command line",
    "rapidfuzz": "the translation memory",
    "markupsafe": "part of Jinja2",
}
"""Libraries that have no hand in what a release holds, and where they have one."""


def test_libraries_match_the_dependencies() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]

    assert {*LIBRARIES, *ELSEWHERE} == {re.split(r"[<>=]", one)[0] for one in needed}


def test_program_has_version_code_and_libraries() -> None:
    found = program()

    assert found["respondent"] == __version__
    assert re.fullmatch(r"[0-9a-f]{64}", found["code"])
    assert all(found[name] for name in (*LIBRARIES, "python", "zlib"))


def test_difference_lists_parts_of_either_program() -> None:
    assert differences({"lxml": "6.0"}, {"lxml": "6.0"}) == []
    assert differences({"lxml": "6.0"}, {"typst": "0.14"}) == ["typst none, now 0.14", "lxml 6.0, now none"]

from __future__ import annotations

import re
import tomllib

from offices import ROOT

from respondent import __version__
from respondent.release.program import LIBRARIES, differences, program


def test_the_libraries_are_those_that_the_product_needs_but_that_of_its_command_line() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]

    assert {*LIBRARIES, "typer"} == {re.split(r"[<>=]", one)[0] for one in needed}


def test_the_program_names_its_version_its_code_and_each_library() -> None:
    found = program()

    assert found["respondent"] == __version__
    assert re.fullmatch(r"[0-9a-f]{64}", found["code"])
    assert all(found[name] for name in (*LIBRARIES, "python", "zlib"))


def test_programs_differ_by_what_one_of_them_has() -> None:
    assert differences({"lxml": "6.0"}, {"lxml": "6.0"}) == []
    assert differences({"lxml": "6.0"}, {"typst": "0.14"}) == ["typst none, now 0.14", "lxml 6.0, now none"]

"""Errors carry problems and an exit code; what they print says where, what, what next."""

from __future__ import annotations

import inspect

import pytest

from respondent import errors
from respondent.errors import DataError, ExitCode, InputError, Problem, RespondentError


def test_a_problem_is_printed_as_where_what_and_what_to_do() -> None:
    assert str(Problem("a.yaml:3: x", "it is empty", "write it")) == "a.yaml:3: x: it is empty\n  write it"
    assert str(Problem("", "it is empty")) == "it is empty"


def test_an_error_prints_all_its_problems() -> None:
    error = DataError([Problem("a", "one"), Problem("b", "two", "mend it")])

    assert str(error) == "a: one\nb: two\n  mend it"
    assert error.exit_code == ExitCode.INPUT


def test_one_problem_makes_an_error_too() -> None:
    assert InputError(Problem("a", "one")).problems == (Problem("a", "one"),)


@pytest.mark.parametrize("code", list(ExitCode))
def test_every_exit_code_is_in_the_readme(code: ExitCode) -> None:
    from offices import ROOT

    assert f"| {code.value} |" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_error_is_drawn_in_the_tree_at_the_top() -> None:
    classes = [
        name
        for name, value in inspect.getmembers(errors, inspect.isclass)
        if issubclass(value, RespondentError)
    ]

    assert all(name in (errors.__doc__ or "") for name in classes)
    assert len(classes) > 6

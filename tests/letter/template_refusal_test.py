"""What a template is refused with where a value cannot be printed: where, what, what to write."""

from __future__ import annotations

import pytest
from offices import Bench

from respondent.errors import Problem, TemplateError

FOOT = "templates/en/parts/foot.md.j2"


def refusal(bench: Bench, line: str) -> tuple[str, str, str]:
    bench.write(FOOT, f"::: foot\n{{{{ foot_notice }}}}\n\n{line}\n:::\n")
    with pytest.raises(TemplateError) as caught:
        bench.assembly()
    (problem,) = caught.value.problems
    assert isinstance(problem, Problem)
    return problem.where, problem.what, problem.next


def test_an_empty_value_is_refused_with_the_condition_to_write(bench: Bench) -> None:
    assert refusal(bench, "{% set nothing = none %}{{ nothing }}") == (
        f"{FOOT}:4",
        "this value is empty",
        "put {% if … %} around it",
    )


def test_a_record_is_refused_with_its_parts(bench: Bench) -> None:
    where, what, advice = refusal(bench, "{{ letter.office }}")

    assert (where, what) == (f"{FOOT}:4", "office cannot be printed as a whole")
    assert advice.startswith("ask for body, name, area, force")


def test_a_value_without_parts_is_refused(bench: Bench) -> None:
    assert refusal(bench, "{% set table = {} %}{{ table }}")[1:] == (
        "dict cannot be printed as a whole",
        "ask for one of its parts",
    )


def test_control_character_is_refused_with_file_and_line(bench: Bench) -> None:
    bench.write(FOOT, "::: foot\n{{ foot_notice }}\n\nOne\x0btwo.\n:::\n")
    with pytest.raises(TemplateError) as caught:
        bench.desk()
    assert caught.value.problems[0].where == f"{FOOT}:4"


def test_part_without_its_fence_is_refused_under_its_own_name(bench: Bench) -> None:
    bench.write(FOOT, "{# The foot. #}\nStray words.\n")
    with pytest.raises(TemplateError) as caught:
        bench.assembly()
    assert caught.value.problems[0].where == f"{FOOT}:2"

from __future__ import annotations

import pytest

from respondent.files.source import KEY, Mark, Source, ValuePath, place


def _mark(line: int) -> Mark:
    return Mark(line, 1, 0, 0, "")


SOURCE = Source(
    "response.yaml",
    {"recommendations": [{"id": "a"}]},
    {
        (): _mark(2),
        ("recommendations", KEY): _mark(2),
        ("recommendations",): _mark(3),
        ("recommendations", 0): _mark(3),
        ("recommendations", 0, "id", KEY): _mark(3),
        ("recommendations", 0, "id"): _mark(4),
    },
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("recommendations", 0, "id"), "response.yaml:4: recommendations[0].id"),
        (("recommendations", 0, "id", KEY), "response.yaml:3: recommendations[0].id"),
        (("recommendations", 0, "number"), "response.yaml:3: recommendations[0].number"),
        (("recommendations", 7, "text", "cy"), "response.yaml:3: recommendations[7].text.cy"),
        (("letter",), "response.yaml:2: letter"),
        ((), "response.yaml:2"),
    ],
)
def test_a_place_is_that_of_the_value_or_of_the_nearest_around_it(path: ValuePath, expected: str) -> None:
    assert SOURCE.where(path) == expected


def test_a_source_without_marks_has_places_too() -> None:
    assert Source("office.yaml", None, {}).where(("people", 0)) == "office.yaml:1: people[0]"


def test_a_problem_has_its_place() -> None:
    problem = SOURCE.problem(("recommendations", 0, "id"), "this id is there twice", "rename one")
    assert str(problem) == "response.yaml:4: recommendations[0].id: this id is there twice\n  rename one"


def test_a_key_that_would_break_the_line_is_printed_in_escapes() -> None:
    assert place("r.yaml", 1, ("a\nb", 0)) == "r.yaml:1: 'a\\nb'[0]"

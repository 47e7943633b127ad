from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from response.gwent import OFFICE, line_of, office, office_problems
from strategies import unhurried

from respondent.files.source import Source
from respondent.response.periods import period_problems


@pytest.mark.parametrize(
    ("old", "new", "first", "second"),
    [
        ("to: 2019-12-31\n    unconfirmed: true\n    # The", "# The", "names[0]", "names[1]"),
        ("to: 2019-12-31\n    unconfirmed: true\n    address", "address", "contacts[0]", "contacts[1]"),
        ("from: 2024-05-09", "from: 2024-05-08", "people[0]", "people[1]"),
        (
            "from: 2022-09-09\n        ",
            "from: 2022-09-08\n        ",
            "inspectorates[0].names[0]",
            "inspectorates[0].names[1]",
        ),
    ],
)
def test_overlapping_periods_are_refused(old: str, new: str, first: str, second: str) -> None:
    (problem,) = office_problems((old, new))
    assert problem.where.endswith(f": {second}")
    assert f": {first}, from " in problem.what
    assert problem.next == "give the earlier one a  to:  with the day before the later one begins"


def test_the_message_gives_both_places_and_both_periods() -> None:
    (problem,) = office_problems(("from: 2024-05-09", "from: 2024-05-01"))
    assert problem.where == f"office.yaml:{line_of(OFFICE, '- id: jane-mudd')}: people[1]"
    assert problem.what == (
        f"it holds from 2024-05-01 on, which overlaps "
        f"office.yaml:{line_of(OFFICE, '- id: jeff-cuthbert')}: people[0], from the beginning to 2024-05-08"
    )


def test_the_order_of_the_records_does_not_matter() -> None:
    office(
        (
            "  - id: gwent-police\n",
            "  - {id: later, from: 2030-01-01, name: A}\n  - id: gwent-police\n    to: 2029-12-31\n",
        )
    )
    (problem,) = office_problems(
        ("  - id: gwent-police\n", "  - {id: later, from: 2030-01-01, name: A}\n  - id: gwent-police\n")
    )
    assert problem.where.endswith(": force[0]")


def test_people_of_two_roles_and_notices_of_two_kinds_hold_at_once() -> None:
    notice = "  - {id: b, kind: availability, text: x}\n"
    assert len(office(("periods:\n", f"{notice}\nperiods:\n")).facts.notices) == 2
    (problem,) = office_problems(("periods:\n", f"{notice}{notice.replace('b', 'c', 1)}\nperiods:\n"))
    assert problem.where.endswith(": notices[2]")


def test_invalid_records_are_left_to_validation() -> None:
    value = {
        "names": [{"from": "soon"}, "x", {"from": "2019-01-01", "to": "2018-01-01"}, {"id": "a"}],
        "force": "x",
    }
    assert list(period_problems(Source("office.yaml", value, {}))) == []


_days = st.dates(date(2019, 1, 1), date(2019, 1, 20))


@unhurried
@given(st.lists(st.tuples(_days, st.integers(0, 4)), max_size=6))
def test_problem_if_and_only_if_two_periods_share_a_day(drawn: list[tuple[date, int]]) -> None:
    spans = [(first, first + timedelta(days=more)) for first, more in drawn]
    value = {"force": [{"from": str(first), "to": str(last)} for first, last in spans]}
    shared = any(
        one[0] <= two[1] and two[0] <= one[1] for index, one in enumerate(spans) for two in spans[:index]
    )
    assert bool(list(period_problems(Source("office.yaml", value, {})))) == shared

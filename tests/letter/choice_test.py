"""What holds on a day, and what is said where nothing does."""

from __future__ import annotations

import pytest
from offices import TODAY, Bench, words

from respondent.errors import DataError
from respondent.language import Language


def said(bench: Bench) -> list[str]:
    with pytest.raises(DataError) as caught:
        bench.assembly()
    return [problem.what for problem in caught.value.problems]


def test_all_missing_records_are_listed_at_once(bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2015-05-14")
    text = bench.office.read_text(encoding="utf-8")
    bench.office.write_text(text.replace("    to: 2019-12-31", "    from: 2016-01-01\n    to: 2019-12-31"))

    assert said(bench) == [
        "no person has the role home-secretary on 2015-05-14",
        "nothing here holds on 2015-05-14",
        "nothing here holds on 2015-05-14",
    ]


def test_message_names_place_and_day(bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14\n", "")
    bench.change(bench.office, "    from: 2025-09-05\n", "    from: 2026-12-01\n")

    with pytest.raises(DataError) as caught:
        bench.assembly()

    assert caught.value.problems[0].where.startswith("office.yaml:")
    assert str(TODAY) in caught.value.problems[0].next


def test_name_of_inspectorate_depends_on_date_of_report(bench: Bench) -> None:
    bench.change(bench.response, "    published: 2019-04-10", "    published: 2001-04-10")

    assert said(bench) == ["`hmicfrs` has no name on 2001-04-10, the day of the report"]


def test_period_includes_first_and_last_day(bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2019-07-24")

    assert "Javid" in words(bench.documents()[Language.EN], "addressee")

    bench.change(bench.response, "  date: 2019-07-24", "  date: 2019-07-25")

    assert said(bench) == ["no person has the role home-secretary on 2019-07-25"]


def test_statutory_copies_are_added(bench: Bench) -> None:
    bench.change(bench.response, "  copies: [inspector, chief-officer]", "  copies: [chief-officer]")

    copies = words(bench.documents()[Language.EN], "copies")

    assert copies == "Cc: Julian Williams, Chief ConstableWendy Williams, HMI"

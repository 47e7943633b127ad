"""What holds on a day, and what is said where nothing does."""

from __future__ import annotations

import pytest
from offices import TODAY, Bench, words

from respondent.errors import DataError
from respondent.language import Language
from respondent.letter.choice import choose
from respondent.production.letters import load_response


def said(bench: Bench) -> list[str]:
    with pytest.raises(DataError) as caught:
        bench.assembly()
    return [problem.what for problem in caught.value.problems]


def published_by(bench: Bench) -> list[str]:
    desk = bench.desk()
    choice = choose(load_response(bench.response, desk), desk.office, TODAY)
    return [name.id for name in choice.inspectorates["sussex"]]


def test_all_missing_records_are_listed_at_once(bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2015-05-14")
    text = bench.office.read_text(encoding="utf-8")
    bench.office.write_text(text.replace("    to: 2019-12-31", "    from: 2016-01-01\n    to: 2019-12-31"))

    assert said(bench) == [
        "nothing here holds on 2015-05-14",
        "nothing here holds on 2015-05-14",
        "`hmicfrs` has no name on 2015-05-14",
    ]


def test_message_names_place_and_day(bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14\n", "")
    bench.change(bench.office, "  - id: gwent-police\n", "  - id: gwent-police\n    to: 2020-01-01\n")

    with pytest.raises(DataError) as caught:
        bench.assembly()

    assert caught.value.problems[0].where.startswith("office.yaml:")
    assert str(TODAY) in caught.value.problems[0].next


def test_name_of_inspectorate_depends_on_date_of_report(bench: Bench) -> None:
    bench.change(bench.response, "    published: 2019-04-10", "    published: 2001-04-10")

    assert said(bench) == ["`hmicfrs` has no name on 2001-04-10"]


def test_each_inspectorate_of_a_report_has_its_name(bench: Bench) -> None:
    bench.change(bench.response, "    inspectorate: hmicfrs\n", "    inspectorates: [cqc, hmicfrs]\n")
    cqc = "{id: cqc, names: [{id: cqc, short: CQC, name: {cy: Comisiwn Ansawdd Gofal, en: CQC}}]}"
    bench.change(bench.office, "inspectorates:\n", f"inspectorates:\n  - {cqc}\n")

    assert published_by(bench) == ["cqc", "her-majesty"]


def test_report_later_than_the_letter_has_the_name_of_the_letter_s_day(bench: Bench) -> None:
    bench.change(bench.response, "    published: 2019-04-10", "    published: 2023-04-10")

    assert published_by(bench) == ["her-majesty"]


def test_period_includes_first_and_last_day(bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2019-07-24")

    assert "Javid" in words(bench.documents()[Language.EN], "addressee")

    bench.change(bench.response, "  date: 2019-07-24", "  date: 2019-07-25")

    english = bench.documents()[Language.EN]
    assert words(english, "addressee") == words(english, "salutation")
    assert "people, home-secretary on 2019-07-25" in words(english, "addressee")


def test_office_holder_and_copy_may_be_unknown(bench: Bench) -> None:
    for id in ("wendy-williams", "jeff-cuthbert"):
        bench.change(bench.office, f"  - id: {id}\n", f"  - id: {id}\n    from: 2019-05-15\n")

    english = bench.documents()[Language.EN]

    assert "people, inspector on 2019-05-14" in words(english, "copies")
    assert "people, office-holder on 2019-05-14" in words(english, "signature")


def test_each_recipient_has_an_address_and_a_salutation(bench: Bench) -> None:
    bench.change(bench.response, "recipients: [home-secretary]", "recipients: [home-secretary, inspector]")
    bench.change(bench.response, "  copies: [inspector, chief-officer]", "  copies: [chief-officer]")
    person = "  - id: wendy-williams\n"
    greeting = "    salutation: {cy: Annwyl Wendy, en: Dear Wendy}\n"
    bench.change(bench.office, person, person + greeting)

    english = bench.documents()[Language.EN]

    assert "Javid" in words(english, "addressee") and "Wendy Williams" in words(english, "addressee")
    assert words(english, "salutation") == "Dear Home SecretaryDear Wendy"


def test_missing_salutation_of_any_recipient_is_a_gap(bench: Bench) -> None:
    bench.change(bench.response, "recipients: [home-secretary]", "recipients: [home-secretary, inspector]")
    bench.change(bench.response, "  copies: [inspector, chief-officer]", "  copies: [chief-officer]")

    assert "people, inspector on 2019-05-14, salutation" in words(
        bench.documents()[Language.CY], "salutation"
    )


def test_statutory_copies_are_added(bench: Bench) -> None:
    bench.change(bench.response, "  copies: [inspector, chief-officer]", "  copies: [chief-officer]")

    copies = words(bench.documents()[Language.EN], "copies")

    assert copies == "Cc: Julian Williams, Chief ConstableWendy Williams, HMI"

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from offices import Bench
from releases import NOON, TODAY, released, rewrite

from respondent.errors import InputError, UsageError
from respondent.language import Language
from respondent.ledger import ledger
from respondent.ledger.publication import published_on
from respondent.ledger.row import LedgerRow
from respondent.release.publication_record import PublicationStatement, published, sent, withdrawn

SAYING = PublicationStatement(by="Nia Rhys", at=NOON, today=TODAY, on=TODAY)
ADDRESS = "https://www.example.cymru/ymatebion"


@pytest.fixture
def bench(bench: Bench) -> Bench:
    released(bench)
    return bench


def said(bench: Bench) -> list[LedgerRow]:
    return [row for row in ledger.read(bench.response.parent).rows if row.kind != "released"]


def test_publication_is_recorded_with_day_and_address(bench: Bench) -> None:
    done = published(bench.response, SAYING, [ADDRESS])

    (row,) = said(bench)
    assert done.rows == (row,)
    assert (row.kind, row.by, row.at) == ("published", "Nia Rhys", NOON)
    assert row.more == {"release": "1", "day": "2026-11-24", "address": ADDRESS}
    assert done.notes == ()


def test_each_letter_has_its_own_address(bench: Bench) -> None:
    published(bench.response, replace(SAYING, languages=[Language.CY]), [ADDRESS])

    (row,) = said(bench)
    assert row.more["language"] == "cy"


def test_recipients_are_recorded(bench: Bench) -> None:
    sent(bench.response, replace(SAYING, note="drwy'r post"), ["home-secretary", "inspector"], ["Y Wasg"])

    rows = said(bench)
    assert [row.more["to"] for row in rows] == ["home-secretary", "inspector", "Y Wasg"]
    assert {(row.kind, row.more["day"], row.note) for row in rows} == {("sent", "2026-11-24", "drwy'r post")}


def test_latest_release_is_the_default(bench: Bench) -> None:
    released(bench)

    published(bench.response, SAYING, [ADDRESS])
    published(bench.response, replace(SAYING, release=1), [ADDRESS])

    assert [row.more["release"] for row in said(bench)] == ["2", "1"]


def test_a_day_before_the_release_is_noted(bench: Bench) -> None:
    done = published(bench.response, replace(SAYING, on=date(2026, 5, 20)), [ADDRESS])

    assert done.notes == ("it was published on 2026-05-20, before it was released on 2026-11-24",)
    assert len(said(bench)) == 1


def problem(call: object, *arguments: object) -> tuple[str, str]:
    with pytest.raises(UsageError) as raised:
        call(*arguments)  # type: ignore[operator]
    (one,) = raised.value.problems
    return one.what, one.next


def test_future_day_is_refused(bench: Bench) -> None:
    ahead = replace(SAYING, on=TODAY + timedelta(days=1))

    assert problem(published, bench.response, ahead, [ADDRESS])[0] == "2026-11-25 is in the future"
    assert said(bench) == []


def test_a_day_before_the_report_is_refused(bench: Bench) -> None:
    before = replace(SAYING, on=date(2019, 4, 9))

    what = "2019-04-09 is before the report `sussex` was published, 2019-04-10"
    assert problem(published, bench.response, before, [ADDRESS])[0] == what
    assert problem(sent, bench.response, before, ["inspector"])[0] == what
    assert said(bench) == []


def test_publication_at_an_address_is_withdrawn(bench: Bench) -> None:
    published(bench.response, SAYING, [ADDRESS])
    withdrawn(bench.response, SAYING, [ADDRESS])

    assert said(bench)[1].more["withdrawn"] == "true"
    assert published_on(said(bench), date(2019, 4, 10)) is None
    assert "no publication of" in problem(withdrawn, bench.response, SAYING, [f"{ADDRESS}/x"])[0]


@pytest.mark.parametrize("addresses", [["www.example.cymru"], [], [ADDRESS, "x y"]])
def test_no_address_is_refused(bench: Bench, addresses: list[str]) -> None:
    assert "address" in problem(published, bench.response, SAYING, addresses)[0]
    assert said(bench) == []


def test_no_recipient_or_an_unknown_role_is_refused(bench: Bench) -> None:
    assert problem(sent, bench.response, SAYING, [])[0] == "no recipient is given"
    what, then = problem(sent, bench.response, SAYING, ["home-secretry"])

    assert what == "the letter is not addressed to home-secretry"
    assert then.startswith("did you mean `home-secretary`? the letter goes to home-secretary, inspector, ")


def test_unknown_release_is_refused(bench: Bench) -> None:
    assert problem(published, bench.response, replace(SAYING, release=3), [ADDRESS]) == (
        "there is no release 3",
        "the releases are 1",
    )


def test_unreleased_response_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    fresh = Bench.of_example("gwent", tmp_path_factory.mktemp("fresh"))

    assert problem(published, fresh.response, SAYING, [ADDRESS])[0] == "this response has not been released"


def test_unreadable_manifest_is_reported(bench: Bench) -> None:
    rewrite(bench.response.parent / "released/1/manifest.json", lambda _: b"{}")

    with pytest.raises(InputError) as raised:
        published(bench.response, SAYING, [ADDRESS])
    assert raised.value.problems[0].next.endswith("respondent verify")


def test_missing_row_of_a_release_is_added_first(bench: Bench) -> None:
    (bench.response.parent / ledger.FILE).unlink()

    published(bench.response, SAYING, [ADDRESS])

    assert [row.kind for row in ledger.read(bench.response.parent).rows] == ["released", "published"]

"""Where many responses stand: one office read once, one failure alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from offices import SEED, Bench

from respondent.batch import loaded_offices
from respondent.batch.status import statuses
from respondent.files.workspace import Workspace
from respondent.production.office import office_file
from respondent.response.reading import OfficeFile

TODAY = date(2019, 5, 24)


def another(bench: Bench, name: str) -> Path:
    folder = bench.response.parent.with_name(name)
    shutil.copytree(bench.response.parent, folder)
    return folder / "response.yaml"


def test_each_response_has_its_office(bench: Bench) -> None:
    (found,) = statuses([bench.response], TODAY, is_checked=False)

    assert found.status is not None
    assert (found.status.slug, found.status.office, found.status.findings) == (SEED, "Gwent", None)
    assert found.status.clock.last_day == date(2019, 6, 4)


def test_the_office_is_read_once(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    office_of: Callable[[Workspace], OfficeFile] = office_file

    def counted(place: Workspace) -> OfficeFile:
        read.append(place.root)
        return office_of(place)

    monkeypatch.setattr(loaded_offices, "office_file", counted)
    files = [bench.response, another(bench, "b"), another(bench, "c")]

    assert len([one.status for one in statuses(files, TODAY, is_checked=False) if one.status]) == 3
    assert len(read) == 1


def test_findings_are_optional(bench: Bench) -> None:
    (found,) = statuses([bench.response], TODAY, is_checked=True)

    assert found.status is not None
    assert "S101" in {one.check for one in found.status.findings or ()}


def test_response_that_checks_cannot_read_has_no_findings(bench: Bench) -> None:
    bench.change(bench.response, "inspectorate: hmicfrs", "inspectorate: nobody")

    (found,) = statuses([bench.response], TODAY, is_checked=True)

    assert (found.problems, found.status is not None and found.status.findings) == ((), None)


def test_unreadable_response_does_not_stop_the_others(bench: Bench) -> None:
    broken = another(bench, "broken")
    broken.write_text("letter: [", encoding="utf-8")

    first, second = statuses([broken, bench.response], TODAY, is_checked=False)

    assert first.problems
    assert first.status is None
    assert second.status is not None


def test_unreadable_office_fails_each_of_its_responses(bench: Bench) -> None:
    bench.office.write_text("names: [", encoding="utf-8")
    found = list(statuses([bench.response, another(bench, "b")], TODAY, is_checked=True))

    assert [one.problems == found[0].problems and bool(one.problems) for one in found] == [True, True]
    assert [one.root for one in found] == [bench.root.resolve()] * 2

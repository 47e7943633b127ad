from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from translation.responses import HANDED, NOON, back, document

from respondent.changes.undo import last_take, undo_import
from respondent.errors import DataError, InputError
from respondent.files import yaml
from respondent.ledger import ledger
from respondent.response.model import Response
from respondent.response.reading import read_facts
from respondent.take import Responses, take
from respondent.translation.returned_files import ReturnedFile
from respondent.translation.units import ReturnedUnits, Unit, units


def made(folder: Path, **texts: object) -> Path:
    file = folder / "response.yaml"
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(document(**texts), encoding="utf-8")
    return file


def facts(file: Path) -> Response:
    return read_facts(yaml.load(file))


def now(file: Path) -> dict[str, Unit]:
    return {unit.words: unit for unit in units(facts(file), ledger.read(file.parent).rows, is_all=True)}


def closing(file: Path) -> str | None:
    found = facts(file).closing
    return found.cy if found else None


def test_undo_restores_a_missing_text(tmp_path: Path) -> None:
    file = made(tmp_path, closing={"en": "One."})
    take(file, ReturnedUnits("", (back(now(file)["One."], "Un."),)), HANDED)
    assert closing(file) == "Un."

    undone = undo_import(file, last_take(file), by="Ann", at=NOON)

    assert (closing(file), undone.fields, undone.by) == (None, ("closing",), "Nia")
    assert last_take(file) == ""


def test_imports_are_undone_in_turn_with_waiting_parts(tmp_path: Path) -> None:
    file = made(tmp_path, closing={"en": "One.\n\nTwo."})
    first, second = now(file)["One."], now(file)["Two."]
    take(file, ReturnedUnits("", (back(first, "Un."),)), replace(HANDED, take="1"))
    assert closing(file) is None
    take(file, ReturnedUnits("", (back(second, "Dau."),)), replace(HANDED, take="2"))
    assert closing(file) == "Un.\n\nDau."

    undo_import(file, "2", by="Ann", at=NOON)
    assert (closing(file), now(file)["One."].target is None) == (None, False)
    assert last_take(file) == "1"
    undo_import(file, "1", by="Ann", at=NOON)
    assert now(file)["One."].target is None


def test_undo_restores_the_text_from_before_both_imports(tmp_path: Path) -> None:
    file = made(tmp_path, closing={"en": "One.", "cy": "Hen."})
    for words in ("Un.", "Yn gyntaf."):
        take(file, ReturnedUnits("", (back(now(file)["One."], words),)), HANDED)
    assert closing(file) == "Yn gyntaf."

    undo_import(file, "take-1", by="Ann", at=NOON)

    assert closing(file) == "Hen."


def test_undo_is_refused_for_a_deleted_text(tmp_path: Path) -> None:
    file = made(tmp_path, closing={"en": "One."})
    take(file, ReturnedUnits("", (back(now(file)["One."], "Un."),)), HANDED)
    made(tmp_path)

    with pytest.raises(InputError, match="the response no longer has this text"):
        undo_import(file, "take-1", by="Ann", at=NOON)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    file = made(tmp_path, closing={"en": "One."})
    before = file.read_bytes()

    taking = take(file, ReturnedUnits("", (back(now(file)["One."], "Un."),)), HANDED, is_trial=True)

    assert (len(taking.changes), file.read_bytes()) == (1, before)
    assert ledger.read(tmp_path).rows == ()


def test_a_response_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "response.yaml"
    with pytest.raises(InputError, match="cannot be read"):
        take(file, ReturnedUnits("", ()), HANDED)
    file.write_text("letter: [", encoding="utf-8")
    with pytest.raises(DataError):
        take(file, ReturnedUnits("", ()), HANDED)


def test_a_file_belongs_to_the_response_that_it_names(tmp_path: Path) -> None:
    one, two = made(tmp_path / "one"), made(tmp_path / "two")
    responses = Responses([one, two])

    assert responses.of(ReturnedFile(Path("x.xlf"), "xliff", ReturnedUnits("two", ()))) == two
    assert responses.of(ReturnedFile(Path("one.en-cy.xlf"), "xliff", ReturnedUnits("", ()))) == one
    with pytest.raises(InputError, match="cannot determine which response"):
        responses.of(ReturnedFile(Path("x.xlf"), "xliff", ReturnedUnits("three", ())))

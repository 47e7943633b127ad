from __future__ import annotations

import os
from pathlib import Path

import pytest

from respondent.errors import FileInUse, OutputError
from respondent.production import saved_drafts
from respondent.production.letters import OutputFile
from respondent.production.saved_drafts import RECORD, Saved, save

NAME = "letter.cy.docx"


def made(data: bytes = b"one", name: str = NAME) -> list[OutputFile]:
    return [OutputFile(name, data)]


def outcomes(saved: list[Saved]) -> list[tuple[str, str]]:
    return [(one.path.name, one.outcome) for one in saved]


def test_unchanged_draft_is_not_written_again(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"

    assert outcomes(save(folder, made())) == [(NAME, "made")]
    assert outcomes(save(folder, made())) == [(NAME, "unchanged")]
    assert outcomes(save(folder, made(b"two"))) == [(NAME, "made")]
    assert (folder / NAME).read_bytes() == b"two"


def test_edited_draft_is_kept_and_new_one_saved_beside_it(tmp_path: Path) -> None:
    save(tmp_path, made())
    (tmp_path / NAME).write_bytes(b"by hand")

    (saved,) = save(tmp_path, made(b"two"))

    assert saved == Saved(tmp_path / "letter.cy (2).docx", "beside", tmp_path / NAME, "somebody changed it")
    assert (tmp_path / NAME).read_bytes() == b"by hand"
    assert saved.path.read_bytes() == b"two"


def test_draft_saved_beside_is_replaced_until_edited(tmp_path: Path) -> None:
    save(tmp_path, made())
    (tmp_path / NAME).write_bytes(b"by hand")
    save(tmp_path, made(b"two"))

    assert outcomes(save(tmp_path, made(b"three"))) == [("letter.cy (2).docx", "beside")]
    (tmp_path / "letter.cy (2).docx").write_bytes(b"by hand too")
    assert outcomes(save(tmp_path, made(b"four"))) == [("letter.cy (3).docx", "beside")]


def test_deleted_draft_is_made_again(tmp_path: Path) -> None:
    save(tmp_path, made())
    (tmp_path / NAME).unlink()

    assert outcomes(save(tmp_path, made())) == [(NAME, "made")]


@pytest.mark.parametrize("damaged", [b"", b"[]", b"{", b"\xff", b'{"letter.cy.docx": 1}'])
def test_without_the_record_a_draft_counts_as_changed(tmp_path: Path, damaged: bytes) -> None:
    save(tmp_path, made())
    (tmp_path / RECORD).write_bytes(damaged)

    assert outcomes(save(tmp_path, made(b"two"))) == [("letter.cy (2).docx", "beside")]


def test_identical_draft_without_record_is_unchanged(tmp_path: Path) -> None:
    save(tmp_path, made())
    (tmp_path / RECORD).unlink()

    assert outcomes(save(tmp_path, made())) == [(NAME, "unchanged")]
    assert outcomes(save(tmp_path, made(b"two"))) == [(NAME, "made")]


def test_a_draft_that_cannot_be_read_is_kept(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()

    (saved,) = save(tmp_path, made())

    assert saved == Saved(tmp_path / "letter.cy (2).docx", "beside", tmp_path / NAME, "it cannot be read")


def test_broken_link_is_kept(tmp_path: Path) -> None:
    (tmp_path / NAME).symlink_to(tmp_path / "gone")

    assert outcomes(save(tmp_path, made())) == [("letter.cy (2).docx", "beside")]


def held(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let these files be open in another program, as on Windows."""
    real = os.replace

    def replace(source: str, target: str) -> None:
        if Path(target).name in names:
            raise PermissionError(13, "Permission denied", target)
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)


def test_a_draft_that_is_open_in_word_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path, made())
    held(monkeypatch, NAME)

    (saved,) = save(tmp_path, made(b"two"))

    assert saved == Saved(
        tmp_path / "letter.cy (2).docx", "beside", tmp_path / NAME, "another program has it open"
    )
    assert (tmp_path / NAME).read_bytes() == b"one"


def test_read_only_folder_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held(monkeypatch, NAME, "letter.cy (2).docx")

    with pytest.raises(FileInUse):
        save(tmp_path, made())


def test_drafts_before_an_error_are_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held(monkeypatch, "letter.en.docx")
    with pytest.raises(OutputError):
        save(tmp_path, [*made(), OutputFile("letter.en.docx", b"one")])
    monkeypatch.undo()

    again = save(tmp_path, [*made(b"two"), OutputFile("letter.en.docx", b"two")])

    assert outcomes(again) == [(NAME, "made"), ("letter.en.docx", "made")]


def test_record_holds_names_and_digests_only(tmp_path: Path) -> None:
    save(tmp_path, made())

    text = (tmp_path / saved_drafts.RECORD).read_text(encoding="utf-8")

    assert text == (
        '{\n "letter.cy.docx": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"\n}\n'
    )


def test_no_folder_without_drafts(tmp_path: Path) -> None:
    assert save(tmp_path / "drafts", []) == []
    assert not (tmp_path / "drafts").exists()

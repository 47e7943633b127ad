from __future__ import annotations

import json
from pathlib import Path

import pytest
from ledger.rows import NOON, said

from respondent.errors import InputError
from respondent.ledger import ledger
from respondent.ledger.ledger import FILE
from respondent.ledger.row import LedgerRow

ROWS = [
    said("translated", "One", "Un"),
    said("reviewed", "One", "Un", minute=5),
    said("final", "One", minute=9),
]


def written(folder: Path, *lines: str | bytes, end: bytes = b"\n") -> Path:
    """Write a ledger by hand."""
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    (folder / FILE).write_bytes(data + end)
    return folder


def test_the_place_in_the_file_is_the_order_whatever_the_clocks_say(tmp_path: Path) -> None:
    withdrawn = said("withdrawn", "One", minute=9)
    ledger.append(tmp_path, [ROWS[2], withdrawn])
    ledger.append(tmp_path, [said("reviewed", "One", "Un", minute=3)])

    *rows, late = ledger.read(tmp_path).rows
    assert rows == [ROWS[2], withdrawn]
    assert late.more == {"behind": "6 minutes"}


def merged(folder: Path, ours: list[LedgerRow], theirs: list[LedgerRow]) -> ledger.Ledger:
    """Return the ledger that a union merge makes of two copies of one with the first row."""
    copies = []
    for name, rows in (("ours", ours), ("theirs", theirs)):
        (folder / name).mkdir()
        ledger.append(folder / name, ROWS[:1])
        ledger.append(folder / name, rows)
        copies.append((folder / name / FILE).read_bytes().splitlines(keepends=True))
    (folder / FILE).write_bytes(b"".join([*copies[0], *copies[1][1:]]))
    return ledger.read(folder)


def test_a_text_that_one_copy_approved_and_another_withdrew_is_unapproved(tmp_path: Path) -> None:
    approved, withdrawn = said("reviewed", "One", "Un", minute=1), said("withdrawn", "One", "Un", minute=2)

    for name, (ours, theirs) in enumerate((([approved], [withdrawn]), ([withdrawn], [approved]))):
        (folder := tmp_path / f"{name}").mkdir()
        content = merged(folder, ours, theirs)
        assert content.rows[-1].kind == "withdrawn" and len(content.rows) == 4
        assert "two copies of the ledger were merged" in content.problems[0].what
        ledger.append(folder, [said("final", "One", "Un", minute=3)])  # its writer has seen both
        content = ledger.read(folder)
        assert (content.rows[-1].kind, content.problems) == ("final", ())


def test_copies_that_speak_of_other_texts_agree(tmp_path: Path) -> None:
    content = merged(tmp_path, [said("reviewed", "One", "Un")], [said("reviewed", "Two", "Dau")])

    assert ([row.kind for row in content.rows], content.problems) == (
        ["translated", "reviewed", "reviewed"],
        (),
    )


def test_marks_of_git_are_named(tmp_path: Path) -> None:
    marks = ["<<<<<<< HEAD", ROWS[0].line(), "=======", ROWS[1].line(), ">>>>>>> nia"]

    content = ledger.read(written(tmp_path, *marks))

    assert content.rows == tuple(ROWS[:2])
    assert [problem.what for problem in content.problems] == [
        "this is a mark of git about a conflict, not a row"
    ] * 3


def test_no_file_is_an_empty_ledger(tmp_path: Path) -> None:
    assert ledger.read(tmp_path) == ledger.Ledger()


def test_appending_no_rows_creates_no_file(tmp_path: Path) -> None:
    ledger.append(tmp_path, [])

    assert not (tmp_path / FILE).exists()


def test_truncated_last_line_is_reported_and_skipped(tmp_path: Path) -> None:
    whole, cut = ROWS[0].line(), ROWS[1].line()[:50]

    found = ledger.read(written(tmp_path, whole, cut, end=b""))

    assert found.rows == (ROWS[0],)
    (problem,) = found.problems
    assert problem.where == "ledger.jsonl:2"
    assert problem.what == "the last line is incomplete, as after a power cut"


def test_row_after_a_truncated_line_has_its_own_line(tmp_path: Path) -> None:
    written(tmp_path, ROWS[0].line(), ROWS[1].line()[:50], end=b"")

    ledger.append(tmp_path, [ROWS[2]])

    assert ledger.read(tmp_path) == ledger.Ledger((ROWS[0], ROWS[2]))
    assert (tmp_path / f"{FILE}.cut").read_text() == f"{ROWS[1].line()[:50]}\n"


def test_a_whole_row_without_a_line_end_stays(tmp_path: Path) -> None:
    ledger.append(written(tmp_path, ROWS[0].line(), end=b""), [ROWS[2]])

    assert ledger.read(tmp_path) == ledger.Ledger((ROWS[0], ROWS[2]))


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{{{", "the line is damaged"),
        (b"\xff\xfe{}", "the line is damaged"),
        ("[" * 100_000, "the line is damaged"),
        ("[]", "the line is damaged: not a row of a ledger"),
        (
            '{"v": 1, "kind": "final", "by": "Nia", "at": "9999-12-31T23:59:59-12:00"}',
            "the line is damaged: “9999-12-31T23:59:59-12:00” is not between the years 1900 and 2999",
        ),
        ('{"v": 1, "kind": "final"}', "the line is damaged: `by` is missing"),
    ],
)
def test_damaged_line_is_reported_and_the_others_count(tmp_path: Path, line: str | bytes, what: str) -> None:
    found = ledger.read(written(tmp_path, ROWS[0].line(), line, ROWS[1].line()))

    assert found.rows == (ROWS[0], ROWS[1])
    (problem,) = found.problems
    assert (problem.where, problem.what) == ("ledger.jsonl:2", what)
    assert problem.next.startswith("the line is ignored")


def test_a_ledger_edited_by_hand_is_read_with_mark_windows_line_ends_and_empty_lines(tmp_path: Path) -> None:
    lines = b"\r\n\r\n".join(row.line().encode() for row in ROWS)
    (tmp_path / FILE).write_bytes(b"\xef\xbb\xbf" + lines)

    assert ledger.read(tmp_path) == ledger.Ledger(tuple(ROWS))


def test_a_row_with_welsh_letters_typed_by_hand_is_read(tmp_path: Path) -> None:
    values = json.loads(ROWS[0].line()) | {"target": "Tŷ Gwyn"}

    (row,) = ledger.read(written(tmp_path, json.dumps(values, ensure_ascii=False))).rows

    assert row.target == "Tŷ Gwyn"


def test_unknown_kinds_are_kept(tmp_path: Path) -> None:
    row = LedgerRow(kind="blessed", by="Nia", at=NOON)
    ledger.append(tmp_path, [row])

    assert ledger.read(tmp_path).rows == (row,)


def test_conflict_copy_is_reported(tmp_path: Path) -> None:
    ledger.append(tmp_path, ROWS)
    (tmp_path / "ledger-PC12.jsonl").write_bytes(b"")

    (problem,) = ledger.read(tmp_path).problems

    assert problem.what == "there is a copy of ledger.jsonl, ledger-PC12.jsonl, which is not read"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_ledger_in_utf_16_is_refused_and_not_appended_to(tmp_path: Path, encoding: str) -> None:
    data = "".join(f"{line}\r\n" for line in ("\ufeff" + ROWS[0].line(), ROWS[1].line())).encode(encoding)
    (tmp_path / FILE).write_bytes(data)

    with pytest.raises(InputError) as reading:
        ledger.read(tmp_path)
    with pytest.raises(InputError) as writing:
        ledger.append(tmp_path, ROWS)

    assert (tmp_path / FILE).read_bytes() == data
    for (problem,) in (reading.value.problems, writing.value.problems):
        assert problem.where == str(tmp_path / FILE)
        assert problem.what == "the file is saved as UTF-16 (“Unicode”), not as UTF-8"
        assert problem.next.startswith("in Notepad choose File, Save as, and the encoding UTF-8")


def test_a_ledger_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()

    with pytest.raises(InputError):
        ledger.read(tmp_path)

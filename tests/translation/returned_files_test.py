from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from translation.table.tables import SHEET
from translation.xliff_test import file, made, unit

from respondent.translation import foreign_files, formats
from respondent.translation.returned_files import read

XLIFF = file(unit("<target>Un</target>"))


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


def put(folder: Path, **files: bytes) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def table() -> bytes:
    units, _ = made(closing={"en": "One.", "cy": "Un."})
    write = formats.FORMATS["table"].code().write
    assert write
    return write(units, SHEET)


def test_the_files_of_a_folder_are_taken_and_the_others_named(tmp_path: Path) -> None:
    put(
        tmp_path,
        **{"a.xlf": XLIFF, "b/c.docx": table(), "cover-note.txt": b"For you", "~$c.docx": b"\x03Nia"},
    )

    returned = read([tmp_path])

    assert [(one.name, one.origin) for one in returned.files] == [("a.xlf", "xliff"), ("c.docx", "table")]
    assert (sorted(returned.passed_over), returned.problems) == (["cover-note.txt", "~$c.docx"], [])


def test_a_zip_file_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, **{"back.zip": zipped(**{"x/a.xlf": XLIFF, "terms.csv": b"en,cy"})})

    returned = read([tmp_path / "back.zip"])

    assert [one.path for one in returned.files] == [tmp_path / "back.zip" / "x" / "a.xlf"]
    assert returned.passed_over == ["terms.csv"]


@pytest.mark.parametrize("is_zip", [True, False])
def test_of_an_omegat_project_the_translated_documents_are_taken(tmp_path: Path, is_zip: bool) -> None:
    members = {"p/omegat.project": b"<omegat/>", "p/source/a.xlf": XLIFF, "p/target/a.xlf": XLIFF}
    if is_zip:
        put(tmp_path, **{"back.zip": zipped(**members)})
    place = tmp_path / "back.zip" if is_zip else put(tmp_path, **members)

    assert [one.path for one in read([place]).files] == [place / "p" / "target" / "a.xlf"]


def test_a_project_without_translated_documents_says_how_to_make_them(tmp_path: Path) -> None:
    put(tmp_path, **{"omegat.project": b"<omegat/>", "source/a.xlf": XLIFF})

    (problem,) = read([tmp_path]).problems

    assert "no translated documents" in problem.what and "Create Translated Documents" in problem.next


def test_what_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    put(tmp_path, **{"a.xlf": XLIFF, "b.xlf": b"<xliff", "empty/x.txt": b"x", "bad.zip": b"PK\3\4broken"})
    paths = [tmp_path / name for name in ("nowhere.xlf", "b.xlf", "empty", "bad.zip", "a.xlf")]

    returned = read(paths)

    assert [one.name for one in returned.files] == ["a.xlf"]
    assert len(returned.problems) == 4


KINDS = [
    (b"PK\3\4", "~$drafft.docx", "keeps while a document is open"),
    (b"{\\rtf1 x}", "llythyr.rtf", "Rich Text Format"),
    (b"%PDF-1.7", "llythyr.pdf", "this is a PDF"),
    (b"Received: x\r\nFrom: a@b.cymru\r\nSubject: Re\r\nMIME-Version: 1.0\r\n", "neges", "this is an email"),
    (b"\xd0\xcf\x11\xe0", "neges.msg", "this is an email"),
    (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "llythyr.odt", "OpenDocument"),
    (zipped(**{"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}), "llyfr", "this is a workbook"),
    (b"\x89PNG", "sgan.png", "this is a picture"),
    (b"x", "llythyr.pages", "Pages"),
]


@pytest.mark.parametrize(("data", "name", "what"), KINDS)
def test_files_of_other_kinds_are_named_for_what_they_are(data: bytes, name: str, what: str) -> None:
    reason = foreign_files.reason(data, f"C:\\Users\\nia\\{name}")

    assert reason is not None and what in reason[0] and reason[1]


def test_the_files_that_are_sent_are_of_no_other_kind() -> None:
    assert foreign_files.reason(XLIFF, "a.xlf") is None
    assert foreign_files.reason(table(), "a.docx") is None

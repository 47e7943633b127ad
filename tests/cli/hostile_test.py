"""Files that are none, files that are too much, and words that mean something to a machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal

RESPONSE = "responses/2019-stalking-and-harassment/response.yaml"

FILES: dict[str, tuple[bytes, str, str]] = {
    "100,000 brackets": (
        b"a: " + b"[" * 100_000,
        ":1: a[0][0]",
        "lists and mappings are nested more than 40 levels deep",
    ),
    "20 MB": (
        b"a: " + b"x" * 20_000_000,
        "",
        "the file is larger than the 2 MB limit",
    ),
    "Latin-1": (
        "a: tŷ\nb: tâl\n".encode("iso-8859-14"),
        ":1",
        "the file is not saved as UTF-8: byte FE at column 5",
    ),
    "UTF-16": ("a: b\n".encode("utf-16"), "", "the file is saved as UTF-16 (“Unicode”), not as UTF-8"),
    "nothing": (b"", ":1", "the file is empty"),
    "a list": (b"- a\n", ":1", "the file must be a mapping: lines of “name: value”"),
}


@pytest.mark.parametrize(("data", "line", "says"), FILES.values(), ids=FILES)
@pytest.mark.parametrize("name", ["office.yaml", RESPONSE])
def test_binary_or_oversized_file_is_refused(
    terminal: Terminal, bench: Bench, name: str, data: bytes, line: str, says: str
) -> None:
    (bench.root / name).write_bytes(data)

    ran = terminal.draft(at=bench.root)

    ((where, then),) = ran.problems
    assert ran.code == 3
    assert where == f"{name}{line}: {says}"
    assert then


@pytest.mark.parametrize(
    "save",
    [lambda text: b"\xef\xbb\xbf" + text, lambda text: text.replace(b"\n", b"\r\n")],
    ids=["a byte order mark", "line ends of Windows"],
)
def test_windows_byte_order_mark_and_line_ends_change_no_letter(
    terminal: Terminal, bench: Bench, tmp_path: Path, save: Callable[[bytes], bytes]
) -> None:
    terminal.draft("--out", tmp_path / "before", at=bench.root)
    for file in (bench.office, bench.response):
        file.write_bytes(save(file.read_bytes()))

    ran = terminal.draft("--out", tmp_path / "after", at=bench.root)

    assert ran.code == 0
    for before in (tmp_path / "before").glob("*.txt"):
        assert (tmp_path / "after" / before.name).read_bytes() == before.read_bytes()


HOSTILE = "{{ 7*7 }} {% raw %} ::: notice & <x> \"'"


@pytest.mark.parametrize("format", ["txt", "html", "docx"])
def test_hostile_text_in_names_and_subject_is_kept(
    terminal: Terminal, bench: Bench, tmp_path: Path, format: str
) -> None:
    yaml = "'" + HOSTILE.replace("'", "''") + "'"
    bench.change(bench.office, "    name: Jeff Cuthbert\n", f"    name: {yaml}\n")
    bench.change(
        bench.response,
        "    en: HMICFRS Inspection of Sussex Police – Stalking and harassment\n",
        f"    en: {yaml}\n",
    )

    ran = terminal.run("draft", "--format", format, "--out", tmp_path / "out", at=bench.root)

    assert ran.code == 0
    assert words_of(tmp_path / "out" / f"2019-stalking-and-harassment.en.{format}").count(HOSTILE) >= 3


def words_of(file: Path) -> str:
    """Return the words of a letter on one line."""
    from lxml import html

    if file.suffix == ".docx":
        from docx import Document

        document = Document(str(file))
        heads = [head for section in document.sections for head in section.first_page_header.paragraphs]
        text = " ".join(paragraph.text for paragraph in (*heads, *document.paragraphs))
        tables = [table for section in document.sections for table in section.first_page_header.tables]
        text += " ".join(cell.text for table in tables for row in table.rows for cell in row.cells)
    elif file.suffix == ".html":
        text = str(html.tostring(html.fromstring(file.read_bytes()), method="text", encoding="unicode"))
    else:
        text = file.read_text(encoding="utf-8")
    return " ".join(text.split())


def test_hostile_lines_in_evidence_are_text(terminal: Terminal, bench: Bench) -> None:
    text = "{{ 7*7 }}\n\n::: notice\n\n# heading\n\n{# no #} & < > \"'\n"
    lines = "".join(f"        {line}\n" if line else "\n" for line in text.split("\n"))
    start = "      en: >-\n        I am also reassured"
    bench.change(bench.response, start, f"      en: |\n{lines}        I am also reassured")

    ran = terminal.draft("--language", "en", at=bench.root)

    letter = (bench.response.parent / "drafts" / "2019-stalking-and-harassment.en.txt").read_text(
        encoding="utf-8"
    )
    body = letter[letter.index("{{ 7*7 }}") : letter.index("I am also reassured")]
    assert ran.code == 0
    assert "49" not in body
    assert "\n::: notice\n" in body
    assert "\nheading\n-------" in body
    assert "{# no #} & < > \"'" in body

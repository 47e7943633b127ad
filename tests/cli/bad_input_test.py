"""Bad input from the command line: file, line, what is wrong and what to do, and nothing is lost."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal

RESPONSE = "responses/2019-stalking-and-harassment/response.yaml"


@dataclass(frozen=True)
class Slip:
    """A mistake in the example's response, and what is said of it. The words are tested where they are made."""

    old: str
    new: str
    line: str
    """What stands on the line that is named."""

    path: str
    """The value that is named; empty where the file cannot be read so far."""

    says: str
    """What is wrong, in part."""

    then: str
    """What to do, in part."""


SLIPS = {
    "an unknown key": Slip(
        "\nopening:\n", "\nopenning:\n", "openning:", "openning", "`openning`", "did you mean `opening`?"
    ),
    "a missing key": Slip(
        "    published: 2019-04-10\n",
        "",
        "- id: sussex",
        "reports[0].published",
        "`published` is missing",
        "add a line  published: ",
    ),
    "text for a list": Slip(
        "recipients: [home-secretary]",
        "recipients: home-secretary",
        "recipients: home-secretary",
        "letter.recipients",
        "a list",
        "begin each item on a line of its own",
    ),
    "text for a truth": Slip(
        "  availability: false",
        "  availability: maybe",
        "availability: maybe",
        "letter.availability",
        "“maybe”",
        "write true or false",
    ),
    "a word that is none of the choices": Slip(
        "  layout: narrative ",
        "  layout: narative ",
        "layout: narative",
        "letter.layout",
        "“narative”",
        "did you mean `narrative`?",
    ),
    "a key twice": Slip(
        "  layout: narrative ",
        "  layout: narrative\n  layout: by-recommendation ",
        "layout: by-recommendation",
        "letter.layout",
        "stands here twice, first on line 17",
        "keep one of the two",
    ),
    "a tab": Slip(
        "  layout: narrative ",
        "\tlayout: narrative ",
        "\tlayout",
        "",
        "there is a tab",
        "write spaces instead",
    ),
    "a colon in a text": Slip(
        "    en: HMICFRS Inspection of Sussex Police –",
        "    en: HMICFRS: Sussex Police –",
        "en: HMICFRS: Sussex",
        "",
        "a colon with a space after it stands inside a text",
        "in quotation marks",
    ),
    "a date in words": Slip(
        "  date: 2019-05-14",
        "  date: 14 May 2019",
        "date: 14 May 2019",
        "letter.date",
        "“14 May 2019”",
        "2019-05-14",
    ),
    "a day that there is not": Slip(
        "  date: 2019-05-14", "  date: 2019-02-30", "date: 2019-02-30", "letter.date", "“2019-02-30”", ""
    ),
    "an id that is none": Slip(
        "  - id: training\n",
        "  - id: Training 1\n",
        "- id: Training 1",
        "evidence[2].id",
        "“Training 1”",
        "small letters a to z",
    ),
    "an id twice": Slip(
        "  - id: training\n",
        "  - id: governance  # again\n",
        "# again",
        "evidence[2].id",
        "`governance` stands twice",
        "rename one of them",
    ),
    "evidence that answers an unknown recommendation": Slip(
        "  - id: training\n    answers: [record-breaches, wider-pattern]",
        "  - id: training\n    answers: [record-breeches, wider-pattern]",
        "answers: [record-breeches",
        "evidence[2].answers[0]",
        "`record-breeches` is no recommendation",
        "did you mean `record-breaches`?",
    ),
    "an unknown recipient": Slip(
        "copies: [inspector, chief-officer]",
        "copies: [inspector, panel]",
        "copies: [inspector, panel]",
        "letter.copies[1]",
        "`panel` is no ",
        "office-holder, chief-officer, home-secretary, inspector",
    ),
    "an alias": Slip(
        "\nclosing:\n",
        "\nclosing: *opening\nmore:\n",
        "closing: *opening",
        "closing",
        "a value cannot begin with “*”",
        "in quotation marks",
    ),
    "an anchor": Slip(
        "\nclosing:\n",
        "\nclosing: &end\n",
        "closing: &end",
        "closing",
        "a value cannot begin with “&”",
        "in quotation marks",
    ),
    "a picture in a text": Slip(
        "        Rwyf hefyd wedi cael sicrwydd",
        "        ![llun](a.png) Rwyf hefyd wedi cael sicrwydd",
        "![llun]",
        "evidence[2].text.cy",
        "picture",
        "![…](…)",
    ),
    "raw HTML in a text": Slip(
        "        Rwyf hefyd wedi cael sicrwydd",
        "        <b>Rwyf</b> hefyd wedi cael sicrwydd",
        "<b>Rwyf",
        "evidence[2].text.cy",
        "HTML",
        "**bold**",
    ),
    "a line break of Word's": Slip(
        "        Rwyf hefyd wedi cael sicrwydd",
        "        Rwyf hefyd\v wedi cael sicrwydd",
        "hefyd\v",
        "",
        "a manual line break pasted from Word (U+000B)",
        "write a new line",
    ),
}


def line_of(file: Path, text: str) -> int:
    """Return the line on which a text stands, which stands on one."""
    lines = file.read_text(encoding="utf-8").split("\n")
    (number,) = [number for number, line in enumerate(lines, start=1) if text in line]
    return number


def drafts(bench: Bench) -> list[Path]:
    return list(bench.root.rglob("drafts"))


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_in_the_response_is_named_with_its_line_and_what_to_do(
    terminal: Terminal, bench: Bench, slip: Slip
) -> None:
    bench.change(bench.response, slip.old, slip.new)

    ran = terminal.draft(at=bench.root)

    place = f"{RESPONSE}:{line_of(bench.response, slip.line)}: {slip.path}"
    found = [(what, then) for what, then in ran.problems if what.startswith(place)]
    assert ran.code == 3
    assert len(found) == 1
    assert slip.says in found[0][0]
    assert slip.then in found[0][1]
    assert drafts(bench) == []


def test_all_slips_are_named_at_once_in_the_order_of_the_lines(terminal: Terminal, bench: Bench) -> None:
    for name in ("raw HTML in a text", "an unknown recipient", "an unknown key", "a date in words"):
        bench.change(bench.response, SLIPS[name].old, SLIPS[name].new)

    ran = terminal.draft(at=bench.root)

    lines = [int(re.sub(r".*?yaml:(\d+):.*", r"\1", where)) for where, _ in ran.problems]
    assert len(lines) >= 3
    assert lines == sorted(lines)


def test_no_and_1_10_are_text(terminal: Terminal, bench: Bench) -> None:
    bench.change(bench.response, '    label: "1"\n', "    label: 1.10\n")
    bench.change(bench.response, '    label: "2"\n', "    label: no\n")

    ran = terminal.draft(at=bench.root)

    letter = (bench.response.parent / "drafts" / "2019-stalking-and-harassment.en.txt").read_text(
        encoding="utf-8"
    )
    assert ran.code == 0
    assert "\nRecommendation 1.10:\n" in letter
    assert "\nRecommendation no:\n" in letter


def test_nobody_valid_on_the_letters_date_is_named_with_the_office(terminal: Terminal, bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2016-05-14")

    ran = terminal.draft(at=bench.root)

    ((where, then),) = ran.problems
    line = line_of(bench.office, "  - id: jeff-cuthbert")
    assert ran.code == 3
    assert where == f"office.yaml:{line}: people: nobody is home-secretary on 2016-05-14"
    assert "2016-05-14" in then


def test_periods_that_overlap_are_named_with_both_places(terminal: Terminal, bench: Bench) -> None:
    text = bench.office.read_text(encoding="utf-8")
    bench.office.write_text(text.replace("    to: 2019-12-31\n", "    to: 2020-06-30\n", 1), encoding="utf-8")

    ran = terminal.draft(at=bench.root)

    ((where, then),) = ran.problems
    later, earlier = (
        line_of(bench.office, f"- id: {id}") for id in ("yr-heddlu-a-throsedd", "heddlu-a-throseddu")
    )
    assert ran.code == 3
    assert where.startswith(f"office.yaml:{later}: names[1]: ")
    assert f"office.yaml:{earlier}: names[0]" in where
    assert "give the earlier one a" in then


FILES: dict[str, tuple[bytes, str, str]] = {
    "100,000 brackets": (
        b"a: " + b"[" * 100_000,
        ":1: a[0][0]",
        "lists and mappings stand more than 40 deep in one another",
    ),
    "20 MB": (
        b"a: " + b"x" * 20_000_000,
        "",
        "the file has 20,000,003 bytes, and more than 2,000,000 are not read",
    ),
    "Latin-1": (
        "a: tŷ\nb: tâl\n".encode("iso-8859-14"),
        ":1",
        "the file is not saved as UTF-8: byte FE at column 5",
    ),
    "UTF-16": ("a: b\n".encode("utf-16"), "", "the file is saved as UTF-16 (“Unicode”), not as UTF-8"),
    "nothing": (b"", ":1", "there is nothing in the file"),
    "a list": (b"- a\n", ":1", "the file must be a mapping: lines of “name: value”"),
}


@pytest.mark.parametrize(("data", "line", "says"), FILES.values(), ids=FILES)
@pytest.mark.parametrize("name", ["office.yaml", RESPONSE])
def test_a_file_that_is_no_text_or_too_much_is_refused(
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
def test_what_windows_adds_to_a_file_changes_no_letter(
    terminal: Terminal, bench: Bench, tmp_path: Path, save: Callable[[bytes], bytes]
) -> None:
    terminal.draft("--out", tmp_path / "before", at=bench.root)
    for file in (bench.office, bench.response):
        file.write_bytes(save(file.read_bytes()))

    ran = terminal.draft("--out", tmp_path / "after", at=bench.root)

    assert ran.code == 0
    for before in (tmp_path / "before").glob("*.txt"):
        assert (tmp_path / "after" / before.name).read_bytes() == before.read_bytes()


TEMPLATES = {
    "a wrong part": (
        "::: closing\n{{ letter.closng }}\n:::\n",
        2,
        "a letter has no `closng`",
        "did you mean `closing`?",
    ),
    "a wrong name": (
        "::: closing\n\n{{ leter.closing }}\n:::\n",
        3,
        "`leter` is not known",
        "did you mean `letter`?",
    ),
    "a wrong function": (
        "::: closing\n{{ lised(letter.recommendations) }}\n:::\n",
        2,
        "`lised` is not known",
        "did you mean `listed`?",
    ),
    "a loop that hides a function": (
        "::: closing\n{% for count in letter.commitments %}\n{{ count }}\n{% endfor %}\n:::\n",
        2,
        "`count` hides the function count()",
        "give it another name",
    ),
}


@pytest.mark.parametrize(("text", "line", "says", "then"), TEMPLATES.values(), ids=TEMPLATES)
def test_a_slip_in_the_offices_own_template_is_named_with_its_line(
    terminal: Terminal, bench: Bench, text: str, line: int, says: str, then: str
) -> None:
    bench.write("templates/en/parts/closing.md.j2", text)

    ran = terminal.draft(at=bench.root)

    found = [problem for problem in ran.problems if problem[0].startswith("templates/en/parts/closing.md.j2")]
    assert ran.code == 3
    assert found[0][0] == f"templates/en/parts/closing.md.j2:{line}: {says}"
    assert found[0][1].startswith(then)


HOSTILE = "{{ 7*7 }} {% raw %} ::: notice & <x> \"'"


@pytest.mark.parametrize("format", ["txt", "html", "docx"])
def test_hostile_words_in_names_and_subject_stand_in_the_letter_as_they_are(
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


def test_hostile_lines_in_evidence_are_no_template_and_no_section(terminal: Terminal, bench: Bench) -> None:
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


def stationery(bench: Bench, name: str) -> None:
    text = bench.office.read_text(encoding="utf-8")
    bench.office.write_text(f"{text}\nstationery:\n  letterhead: {name}\n", encoding="utf-8")


LETTERHEADS = {
    "outside": ("../secret.docx", "“../secret.docx” is not the name of a file in the workspace"),
    "elsewhere": ("/etc/passwd", "“/etc/passwd” names a place outside the workspace"),
    "on a drive": ("C:\\letterhead.docx", "“C:\\letterhead.docx” names a place outside the workspace"),
    "nowhere": ("stationery/none.docx", "“stationery/none.docx” cannot be read (No such file or directory)"),
}


@pytest.mark.parametrize(("name", "says"), LETTERHEADS.values(), ids=LETTERHEADS)
def test_a_letterhead_outside_the_workspace_is_refused(
    terminal: Terminal, bench: Bench, name: str, says: str
) -> None:
    (bench.root.parent / "secret.docx").write_bytes(b"PK")
    stationery(bench, name)

    ran = terminal.draft(at=bench.root)

    ((where, then),) = ran.problems
    line = line_of(bench.office, "letterhead:")
    assert ran.code == 3
    assert where == f"office.yaml:{line}: stationery.letterhead: {says}"
    assert "the workspace" in then


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"PK\x03\x04 not a zip"], ids=["empty", "a PDF", "damaged"]
)
def test_a_letterhead_that_is_no_docx_is_refused(terminal: Terminal, bench: Bench, data: bytes) -> None:
    (bench.root / "stationery").mkdir(exist_ok=True)
    (bench.root / "stationery" / "letterhead.docx").write_bytes(data)
    stationery(bench, "stationery/letterhead.docx")

    ran = terminal.draft(at=bench.root)

    ((where, then),) = ran.problems
    assert ran.code == 3
    assert "stationery/letterhead.docx" in where
    assert "it is no Word document" in where
    assert then == "save it in Word as “Word Document (*.docx)”"


def test_a_letterhead_without_our_styles_makes_a_letter(terminal: Terminal, bench: Bench) -> None:
    from docx import Document

    (bench.root / "stationery").mkdir(exist_ok=True)
    Document().save(str(bench.root / "stationery" / "letterhead.docx"))
    stationery(bench, "stationery/letterhead.docx")

    ran = terminal.run("draft", "--format", "docx", at=bench.root)

    assert (ran.code, ran.err) == (0, "")


def test_a_letter_outside_any_workspace_says_how_to_make_one(terminal: Terminal, bench: Bench) -> None:
    bench.office.unlink()

    alone = terminal.draft(at=bench.root)
    given = terminal.draft(bench.response, at=bench.root)

    for ran in (alone, given):
        assert ran.code == 3
        assert "there is no office.yaml here or in any folder above" in ran.problems[0][0]
        assert "respondent init" in ran.problems[0][1]


def test_a_folder_for_drafts_that_is_a_file_is_refused_before_anything_is_made(
    terminal: Terminal, bench: Bench, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")

    ran = terminal.draft("--out", tmp_path / "out", at=bench.root)
    below = terminal.draft("--out", tmp_path / "out" / "drafts", at=bench.root)

    assert ran.code == 2
    assert ran.problems == [(f"--out: {tmp_path / 'out'} is a file", "give the name of a folder")]
    assert below.code == 3
    assert below.problems[0][1] == "choose another folder with --out"
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_written_in_is_named(
    terminal: Terminal, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def refused(path: Path, *arguments: str, **named: str) -> object:
        if path.parent.name == "drafts" and "x" in "".join(arguments):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **named)  # type: ignore[call-overload]  # passed on as they came

    monkeypatch.setattr(Path, "open", refused)

    ran = terminal.draft(at=bench.root)

    folder = bench.response.parent.resolve() / "drafts"
    assert ran.code == 3
    assert ran.problems == [
        (f"{folder}: the folder cannot be written in", "choose another folder with --out")
    ]


def test_a_draft_that_word_has_open_is_kept_and_the_new_one_stands_beside_it(
    terminal: Terminal, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.draft("--language", "en", at=bench.root)
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2019-05-15")
    drafts = bench.response.parent / "drafts"
    held = drafts / "2019-stalking-and-harassment.en.txt"
    before, real = held.read_bytes(), os.replace

    def replace(source: str, target: str) -> None:
        if Path(target).name == held.name:
            raise PermissionError(13, "Permission denied", target)
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)

    ran = terminal.draft("--language", "en", at=bench.root)

    beside = drafts / "2019-stalking-and-harassment.en (2).txt"
    assert ran.code == 0
    assert f"kept      {held.relative_to(bench.root)}: another program has it open" in ran.out
    assert f"made      {beside.relative_to(bench.root)} beside it" in ran.out
    assert held.read_bytes() == before
    assert "15th May 2019" in beside.read_text(encoding="utf-8")
    assert sorted(file.name for file in drafts.iterdir()) == sorted([".record.json", held.name, beside.name])

from __future__ import annotations

import getpass
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from offices import ROOT, Bench
from packages import SHIPPED, unpacked
from releases import LATE_CHECK, NOON, WANTED, finding, numbers, outcome, released

from respondent.checks.case import load_case
from respondent.checks.engine import look
from respondent.checks.finding import Severity
from respondent.errors import DataError, FileInUse, InputError, OutputError, Problem
from respondent.files import folder as folders
from respondent.files import lines
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.release import manifest
from respondent.release.make import release
from respondent.release.proof import prove
from respondent.writers.formats import FORMATS

SLUG = "2019-stalking-and-harassment"
SUFFIXES = sorted(row.suffix for row in FORMATS.values())


def read(folder: Path) -> manifest.Manifest:
    return manifest.read((folder / manifest.FILE).read_bytes())


def everything(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in folders.files_below(folder).items()}


def test_release_holds_letters_trees_inputs_and_manifest(bench: Bench) -> None:
    folder = released(bench)

    assert folder == bench.response.parent / "released" / "1"
    files = list(folders.files_below(folder))
    assert [name for name in files if not name.startswith("templates/")] == [
        "inputs/office.yaml",
        f"inputs/responses/{SLUG}/response.yaml",
        "inputs/terms.csv",
        *(f"letters/{SLUG}.{language}.{suffix}" for language in ("cy", "en") for suffix in SUFFIXES),
        "manifest.json",
        "manifest.json.sha256",
        *(f"trees/{SLUG}.{language}.json" for language in ("cy", "en")),
    ]
    shipped = {path.relative_to(ROOT / "templates").as_posix() for path in (ROOT / "templates").rglob("*")}
    sealed = {name.removeprefix("templates/") for name in files if name.startswith("templates/")}
    assert sealed <= shipped
    assert {
        "bodies.yaml",
        "letter.css",
        "stationery.docx",
        "cy/labels.yaml",
        "en/parts/closing.md.j2",
    } <= sealed


def test_released_letters_have_no_draft_mark_or_gap(bench: Bench) -> None:
    folder = released(bench)

    for path in (folder / "letters").iterdir():
        parts = unpacked(path.read_bytes()) if path.suffix == ".docx" else {"": path.read_bytes()}
        for data in parts.values():
            assert "DRAFFT" not in data.decode("utf-8", "replace")
    for path in (folder / "trees").iterdir():
        tree = json.loads(path.read_bytes())
        assert "mark" not in tree
        assert '"gap"' not in path.read_text(encoding="utf-8")


def test_manifest_describes_files_program_author_and_time(bench: Bench) -> None:
    folder = released(bench)
    found = read(folder)

    assert (found.release, found.response, found.by, found.at) == (1, SLUG, "Nia Rhys", NOON)
    assert (found.date.isoformat(), found.arrangement, found.reports) == (
        "2019-05-14",
        "two-files",
        ["sussex"],
    )
    assert (found.recipients, found.copies) == (["home-secretary"], ["inspector", "chief-officer"])
    there = everything(folder)
    assert found.files == {
        name: manifest.digest(data) for name, data in there.items() if not name.startswith("manifest.json")
    }
    assert there[manifest.SEAL] == manifest.seal(there[manifest.FILE])


def test_ledger_records_the_digest_of_the_manifest(bench: Bench) -> None:
    folder = released(bench)

    (row,) = ledger.read(bench.response.parent).rows
    assert (row.kind, row.by, row.at) == ("released", "Nia Rhys", NOON)
    assert row.more == {
        "release": "1",
        "manifest": manifest.digest((folder / manifest.FILE).read_bytes()),
    }


def test_sealed_ledger_is_the_one_before_the_release(bench: Bench) -> None:
    row = LedgerRow(kind="final", by="Nia", at=NOON, note="cyn")
    ledger.append(bench.response.parent, [row])
    ledger.append(bench.root, [LedgerRow(kind="confirmed", by="Nia", at=NOON)])

    folder = released(bench)

    sealed = folder / "inputs"
    assert ledger.read(sealed / "responses" / SLUG).rows == (row,)
    assert [one.kind for one in ledger.read(sealed).rows] == ["confirmed"]


def test_second_release_leaves_the_first_unchanged(bench: Bench) -> None:
    first = released(bench)
    before = everything(first)
    bench.change(bench.response, "the best service possible", "the best support possible")

    second = released(bench)

    assert (second.name, read(second).release) == ("2", 2)
    assert everything(first) == before
    assert not prove(first).faults
    assert not prove(second).faults


def test_number_of_a_lost_release_is_not_used_again(bench: Bench) -> None:
    folders.discard(released(bench))

    assert released(bench).name == "2"


def test_equal_releases_have_equal_bytes(bench: Bench, tmp_path: Path) -> None:
    other = Bench.of_example("gwent", tmp_path / "elsewhere")

    assert everything(released(bench)) == everything(released(other))


def test_release_names_neither_machine_nor_user(bench: Bench) -> None:
    folder = released(bench, [finding("there is something", severity=Severity.WARNING)])

    told = [str(bench.root), str(ROOT), str(Path.home()), getpass.getuser() + "@"]
    for name, data in everything(folder).items():
        for part in unpacked(data).values() if name.endswith(".docx") else [data]:
            text = part.decode("utf-8", "replace")
            assert not [one for one in told if one in text], name
    times = re.findall(r"\d{4}-\d\d-\d\dT[0-9:+]+", (folder / manifest.FILE).read_text(encoding="utf-8"))
    assert times == ["2026-11-24T12:00:00+00:00"]


class TestRefused:
    def test_errors_are_listed_and_nothing_is_written(self, bench: Bench) -> None:
        result = outcome(bench, [finding("one is wrong"), finding("two is wrong", id="S998", name="right")])

        assert result.folder is None
        line = bench.response.read_text(encoding="utf-8").splitlines().index("  date: 2019-05-14") + 1
        where = f"responses/{SLUG}/response.yaml:{line}: letter.date"
        assert [(one.where, one.what, one.next) for one in result.refused] == [
            (where, "two is wrong (S998 right)", "mend it"),
            (where, "one is wrong (S999 in-order)", "mend it"),
        ]
        assert sorted(one.name for one in bench.response.parent.iterdir() if one.name[0] != ".") == [
            "response.yaml"
        ]

    def test_a_letter_without_a_date(self, bench: Bench) -> None:
        bench.change(bench.response, "  date: 2019-05-14\n", "")

        (problem,) = outcome(bench).refused

        assert problem.what.startswith("the letter has no date yet;")
        assert numbers(bench) == []

    def test_missing_text_is_refused_at_any_severity(self, bench: Bench) -> None:
        text = bench.response.read_text(encoding="utf-8")
        start, end = (
            text.index("closing:\n  cy: >-"),
            text.index("  en: >-\n    I can confirm that my office"),
        )
        bench.response.write_text(text[:start] + "closing:\n" + text[end:], encoding="utf-8")

        (problem,) = outcome(bench).refused

        assert problem.where.startswith(f"responses/{SLUG}/response.yaml:")
        assert (problem.where.split(": ")[1], problem.what) == (
            "closing.cy",
            "the text is missing in the Welsh letter (D101 texts-there)",
        )
        assert numbers(bench) == []

    def test_undecided_join_is_refused(self, bench: Bench) -> None:
        closing = (ROOT / "templates/cy/parts/closing.md.j2").read_text(encoding="utf-8")
        undecided = '::: annex\n{{ yn("Coventry") }}\n:::\n'
        bench.write("templates/cy/parts/closing.md.j2", closing + undecided)

        (problem,) = outcome(bench).refused

        assert problem.where == "annex.1 (cy)"
        assert problem.what.startswith("a join is undecided: “yn Coventry”")
        assert numbers(bench) == []

    def test_wrong_input_is_raised_and_nothing_is_written(self, bench: Bench) -> None:
        bench.change(bench.response, "arrangement: two-files", "arrangement: three-files")

        with pytest.raises(InputError):
            released(bench)
        assert not (bench.response.parent / "released").exists()

    def test_warnings_are_recorded_in_the_manifest(self, bench: Bench) -> None:
        folder = released(bench, [finding("there is something", severity=Severity.WARNING)])

        (found,) = read(folder).findings
        assert {key: found[key] for key in ("check", "severity", "what")} == {
            "check": "S999",
            "severity": "warning",
            "what": "there is something",
        }
        assert read(folder).checks == ["S999"]
        assert read(folder).silenced == []


def test_silenced_error_is_recorded_with_reason_and_author(bench: Bench) -> None:
    check = finding("one is wrong")
    (found,) = look(load_case(bench.response, bench.desk(), WANTED.today), [check])
    row = LedgerRow(kind="silenced", by="Siân", at=NOON, note="fe wyddom", more={"finding": found.key})
    ledger.append(bench.response.parent, [row])

    (silenced,) = read(released(bench, [check])).silenced

    assert (silenced["check"], silenced["reason"]) == ("S999", "fe wyddom (Siân, 2026-11-24)")


class TestLate:
    def test_late_letter_without_a_reason_is_refused(self, bench: Bench) -> None:
        (problem,) = outcome(bench, [LATE_CHECK]).refused

        assert problem.next.endswith('--late-because "…"')

    def test_reason_for_lateness_is_recorded_in_manifest_and_ledger(self, bench: Bench) -> None:
        folder = released(bench, [LATE_CHECK], late_because="the translator was ill")

        found = read(folder)
        assert found.late_because == "the translator was ill"
        assert found.silenced[0]["reason"] == "the translator was ill (Nia Rhys, 2026-11-24)"
        (row,) = ledger.read(bench.response.parent).rows
        assert row.more["late_because"] == "the translator was ill"

    def test_reason_excuses_lateness_only(self, bench: Bench) -> None:
        (problem,) = outcome(bench, [LATE_CHECK, finding("one is wrong")], late_because="ill").refused

        assert problem.what.startswith("one is wrong")

    def test_unneeded_reason_is_not_recorded(self, bench: Bench) -> None:
        result = outcome(bench, late_because="ill")

        assert result.notes == ("the letter is not late, so the reason for lateness was not recorded",)
        assert result.folder is not None
        assert read(result.folder).late_because == ""

    def test_check_of_lateness_exists(self) -> None:
        from respondent.checks.known import CHECKS
        from respondent.release.make import LATE

        assert LATE in {one.name for one in CHECKS} or not any(one.family == "S" for one in CHECKS)


class TestInputs:
    def test_templates_behind_a_link_are_sealed(self, bench: Bench, tmp_path: Path) -> None:
        closing = (ROOT / "templates/en/parts/closing.md.j2").read_text(encoding="utf-8")
        parts = tmp_path / "parts"
        parts.mkdir()
        (parts / "closing.md.j2").write_text(
            closing.replace("{{ letter.labels", "Our own. {{ letter.labels", 1), encoding="utf-8"
        )
        (bench.root / "templates/en").mkdir(parents=True)
        (bench.root / "templates/en/parts").symlink_to(parts)

        folder = released(bench)

        assert (folder / "inputs/templates/en/parts/closing.md.j2").is_file()
        assert prove(folder).is_remade

    def test_letterhead_and_pictures_are_sealed_by_name(self, bench: Bench) -> None:
        (bench.root / "stationery").mkdir()
        (bench.root / "stationery/letterhead.docx").write_bytes(SHIPPED)
        (bench.root / "logo.png").write_bytes(png())
        text = (
            "\nstationery:\n  letterhead: stationery/letterhead.docx\n"
            "  logo: {file: stationery/../logo.png, alt: {both: Gwent}}\n"
        )
        bench.office.write_text(bench.office.read_text(encoding="utf-8") + text, encoding="utf-8")

        folder = released(bench)

        assert (folder / "inputs/stationery/letterhead.docx").read_bytes() == SHIPPED
        assert (folder / "inputs/logo.png").read_bytes() == png()
        assert prove(folder).is_remade

    def test_both_letters_in_one_file(self, bench: Bench) -> None:
        bench.change(bench.response, "arrangement: two-files", "arrangement: one-file")

        folder = released(bench)

        assert sorted(one.name for one in (folder / "letters").iterdir()) == [
            f"{SLUG}.cy-en.{suffix}" for suffix in SUFFIXES
        ]
        assert prove(folder).is_remade


def png() -> bytes:
    """Return a picture of one pixel."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


class TestTrouble:
    @pytest.fixture(autouse=True)
    def _impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(folders, "_PAUSES", ())

    def test_file_locked_by_onedrive_leaves_no_partial_release(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def held(source: str, target: str) -> None:
            raise PermissionError(13, "Access is denied", source)

        monkeypatch.setattr(os, "rename", held)

        with pytest.raises(FileInUse):
            released(bench)

        assert not (bench.response.parent / "released").exists()
        assert ledger.read(bench.response.parent).rows == ()
        monkeypatch.undo()
        assert released(bench).name == "1"

    @pytest.mark.parametrize("name", ["inputs/office.yaml", "letters", manifest.FILE])
    def test_full_disk_leaves_no_partial_release(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        real = Path.open

        def full(path: Path, mode: str = "r", *rest: object) -> object:
            if "x" in mode and name in path.as_posix():
                raise OSError(28, "No space left on device")
            return real(path, mode, *rest)  # type: ignore[call-overload]

        monkeypatch.setattr(Path, "open", full)

        with pytest.raises(OutputError):
            released(bench)

        assert not (bench.response.parent / "released").exists()

    def test_next_release_removes_leftovers_of_an_interrupted_one(self, bench: Bench) -> None:
        left = bench.response.parent / "released" / ".making-0123abcd"
        folders.write(left, {"inputs/office.yaml": b"names: []"})

        released(bench)

        assert [one.name for one in left.parent.iterdir()] == ["1"]

    def test_next_release_records_one_whose_row_could_not_be_written(
        self, bench: Bench, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def held(path: Path, rows: object) -> None:
            raise FileInUse(lines_problem())

        monkeypatch.setattr(lines, "append", held)
        result = outcome(bench)
        monkeypatch.undo()

        assert result.folder is not None
        assert [one.what for one in result.problems][-1] == "the release is not recorded here yet"
        assert ledger.read(bench.response.parent).rows == ()
        assert any("the ledger does not record" in note for note in prove(result.folder).notes)

        released(bench)

        first, second = ledger.read(bench.response.parent).rows
        assert (first.more["release"], first.more["completed"]) == ("1", "2026-11-24T12:00:00+00:00")
        assert (second.more["release"], "completed" in second.more) == ("2", False)
        assert prove(result.folder).notes == ()

    def test_incomplete_release_gets_no_row(self, bench: Bench) -> None:
        folder = released(bench)
        (bench.response.parent / ledger.FILE).unlink()
        (folder / "letters" / f"{SLUG}.cy.txt").unlink()

        released(bench)

        assert [row.more["release"] for row in ledger.read(bench.response.parent).rows] == ["2"]

    def test_empty_folder_is_not_a_release(self, bench: Bench) -> None:
        (bench.response.parent / "released" / "1").mkdir(parents=True)

        assert released(bench).name == "2"


def test_simultaneous_releases_get_different_numbers(bench: Bench) -> None:
    code = (
        "import sys; from pathlib import Path; from releases import WANTED; "
        "from respondent.release.make import release; release(Path(sys.argv[1]), WANTED, ())"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}"}
    command = [sys.executable, "-c", code, str(bench.response)]
    running = [subprocess.Popen(command, env=environment) for _ in range(3)]

    assert [one.wait(60) for one in running] == [0, 0, 0]
    assert numbers(bench) == [1, 2, 3]
    rows = ledger.read(bench.response.parent).rows
    assert [row.more["release"] for row in rows] == ["1", "2", "3"]
    for number in (1, 2, 3):
        assert not prove(bench.response.parent / "released" / str(number)).faults
    assert release(bench.response, WANTED, ()).folder == bench.response.parent / "released" / "4"


def lines_problem() -> Problem:
    return Problem("ledger.jsonl", "the file is open in another program (Word?)", "close it there")


def test_release_in_a_copied_folder_is_refused(bench: Bench) -> None:
    released(bench)
    home = bench.response.parent
    copy = Bench(bench.root, home.with_name("2026-new") / "response.yaml")
    shutil.copytree(home, copy.response.parent)
    for is_ledger_there in (True, False):
        if not is_ledger_there:
            (copy.response.parent / ledger.FILE).unlink()
        with pytest.raises(
            InputError, match=f"this is a release of `{SLUG}`, but the folder is called `2026"
        ):
            released(copy)
    assert not (copy.response.parent / ledger.FILE).exists()

    shutil.rmtree(copy.response.parent / "released")

    assert released(copy).name == "1"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["a:b.md.j2", "a\\b.txt", b"\xff.txt"])
def test_file_name_not_allowed_in_a_manifest_is_refused(bench: Bench, name: str | bytes) -> None:
    folder = bench.root / "templates" / "cy"
    folder.mkdir(parents=True)
    (folder / os.fsdecode(name)).write_text("x")

    with pytest.raises(InputError) as raised:
        released(bench)
    (problem,) = raised.value.problems
    assert problem.where.encode().decode().startswith("templates/cy/")
    assert problem.what == "a release cannot contain a file or folder with this name"
    assert numbers(bench) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_folder_name_not_allowed_in_a_manifest_is_refused(bench: Bench) -> None:
    folder = bench.response.parent
    other = Bench(bench.root, folder.rename(folder.with_name("2019: stalking")) / "response.yaml")

    with pytest.raises(InputError, match=r"2019: stalking/response\.yaml: a release cannot contain"):
        released(other)
    assert not (other.response.parent / "released").exists()


def test_release_with_unreadable_manifest_is_not_placed(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest.Manifest, "written", lambda _: b"{}")

    with pytest.raises(ValueError, match="it has no"):
        released(bench)
    assert numbers(bench) == []


@pytest.mark.parametrize(
    ("setting", "what"),
    [("T109: note", "there is no check T109"), ("D101: note", "D101 texts-there stays an error")],
)
def test_settings_without_effect_are_refused(bench: Bench, setting: str, what: str) -> None:
    bench.office.write_text(bench.office.read_text("utf-8") + f"\nchecks: {{{setting}}}\n", "utf-8")

    with pytest.raises(DataError, match=what):
        released(bench)
    assert numbers(bench) == []

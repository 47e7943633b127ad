from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from offices import Bench
from releases import flipped, released, rewrite

from respondent import resources
from respondent.files import folder as folders
from respondent.ledger import ledger
from respondent.release import layout, manifest, program, proof, sealed
from respondent.release.manifest import FILE, SEAL
from respondent.release.proof import ProofFailure, prove

SLUG = "2019-stalking-and-harassment"
LETTER = f"letters/{SLUG}.cy.docx"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release, not to be changed."""
    return released(Bench.of_example("gwent", tmp_path_factory.mktemp("original")))


@pytest.fixture
def release(original: Path, tmp_path: Path) -> Path:
    """Return a release to change at will, in the folder of its response with its ledger."""
    folder = tmp_path / SLUG
    shutil.copytree(original, folder / "released" / "1")
    shutil.copy(original.parents[1] / ledger.FILE, folder)
    return folder / "released" / "1"


def files(proof: proof.Proof) -> list[str]:
    return [fault.file for fault in proof.faults]


def test_a_release_as_it_was_is_proven_and_made_again(release: Path) -> None:
    found = prove(release)

    assert (found.faults, found.notes, found.is_remade) == ((), (), True)
    assert found.files == len(folders.files_below(release)) - 2


def test_todays_files_are_not_asked(release: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "templates", lambda: tmp_path / "gone")

    assert prove(release).is_remade


@pytest.mark.parametrize("place", [0, 0.5, -1], ids=["first", "middle", "last"])
def test_one_byte_changed_anywhere_and_the_file_is_named(original: Path, release: Path, place: float) -> None:
    for name, path in folders.files_below(release).items():
        data = path.read_bytes()
        at = int(place * len(data)) if place > 0 else int(place)
        rewrite(path, flipped(at))

        assert files(prove(release, is_remaking=False))[:1] == [name], name

        rewrite(path, lambda _, data=data: data)  # type: ignore[misc]
    assert prove(release).is_remade


def test_each_file_that_is_missing_is_named(release: Path) -> None:
    for name, path in folders.files_below(release).items():
        data = path.read_bytes()
        path.unlink()

        assert files(prove(release, is_remaking=False)) == [name]

        path.write_bytes(data)


@pytest.mark.parametrize("name", ["letters/new.docx", "inputs/templates/cy/letter.md.j2", "new/x", ".hidden"])
def test_a_file_that_was_added_is_named(release: Path, name: str) -> None:
    (release / name).parent.mkdir(parents=True, exist_ok=True)
    (release / name).write_text("x")

    assert prove(release).faults == (ProofFailure(name, "added: it is no part of the release"),)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few people make links")
def test_a_link_is_no_file_of_a_release(release: Path, tmp_path: Path) -> None:
    (release / LETTER).rename(tmp_path / "letter.docx")
    (release / LETTER).symlink_to(tmp_path / "letter.docx")

    assert files(prove(release)) == [LETTER]


@pytest.mark.parametrize("name", [f"letters/~${SLUG}.cy.docx", ".DS_Store", "letters/Thumbs.db"])
def test_what_other_programs_leave_is_noted(release: Path, name: str) -> None:
    (release / name).write_text("x")

    found = prove(release)

    assert (found.faults, found.is_remade) == ((), True)
    assert found.notes == (f"{name} was left by another program, and is no part of the release",)


class TestManifest:
    def test_one_that_was_written_anew_with_its_seal_is_not_the_ledgers(self, release: Path) -> None:
        def by_another(data: bytes) -> bytes:
            return data.replace(b"Nia Rhys", b"Ned Rhys")

        rewrite(release / FILE, by_another)
        rewrite(release / SEAL, lambda _: manifest.seal((release / FILE).read_bytes()))

        (fault,) = prove(release).faults
        assert fault == ProofFailure(FILE, "changed: the ledger has another digest of it")

    def test_without_a_ledger_the_seal_speaks_for_it_and_that_is_said(self, release: Path) -> None:
        (release.parents[1] / ledger.FILE).unlink()

        found = prove(release)

        assert (found.faults, found.is_remade) == ((), True)
        assert found.notes == (
            "no row of a ledger has the digest of manifest.json: only manifest.json.sha256 speaks for it",
        )

    @pytest.mark.parametrize("name", [FILE, SEAL])
    def test_without_a_ledger_either_of_the_two_may_be_changed(self, release: Path, name: str) -> None:
        (release.parents[1] / ledger.FILE).unlink()
        rewrite(release / name, flipped(5))

        assert files(prove(release))[0] == "manifest.json or manifest.json.sha256"

    def test_a_copy_elsewhere_is_proven_by_itself(self, release: Path, tmp_path: Path) -> None:
        shutil.copytree(release, tmp_path / "for the auditor")

        found = prove(tmp_path / "for the auditor")

        assert (found.faults, found.is_remade) == ((), True)

    def test_a_copy_under_another_number_is_none_of_its_own(self, release: Path) -> None:
        shutil.copytree(release, release.with_name("7"))

        assert [fault.what for fault in prove(release.with_name("7")).faults] == [
            "the folder is called 7, and its manifest is that of release 1"
        ]

    def test_in_the_folder_of_another_response_it_is_none_of_its_own(self, release: Path) -> None:
        other = release.parents[1].with_name("2026-new")
        release.parents[1].rename(other)

        what = f"it is a release of `{SLUG}`, and stands in the folder of `2026-new`"
        assert prove(other / "released/1", is_remaking=False).faults == (ProofFailure("", what),)

    def test_a_ledger_that_cannot_be_read_is_noted(self, release: Path) -> None:
        (release.parents[1] / ledger.FILE).unlink()
        (release.parents[1] / ledger.FILE).mkdir()

        assert any("not a file" in note for note in prove(release).notes)

    @pytest.mark.parametrize("data", [b"", b"{}", b"[" * 100_000])
    def test_one_that_says_nothing_is_named(self, release: Path, data: bytes) -> None:
        rewrite(release / FILE, lambda _: data)

        assert set(files(prove(release))) == {FILE}


class TestRemaking:
    @pytest.fixture
    def altered(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the letters come out otherwise."""
        real = sealed.outputs

        def outputs(*arguments: object) -> dict[str, bytes]:
            made = real(*arguments)  # type: ignore[arg-type]
            return {**made, LETTER: made[LETTER] + b"x"}

        monkeypatch.setattr(sealed, "outputs", outputs)

    @pytest.mark.usefixtures("altered")
    def test_other_bytes_from_the_same_program_are_a_fault(self, release: Path) -> None:
        assert prove(release).faults == (
            ProofFailure(LETTER, "the sealed inputs do not make these bytes again"),
        )

    @pytest.mark.usefixtures("altered")
    def test_other_bytes_from_another_program_are_noted(
        self, release: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        now = {**program.program(), "respondent": "0.2.0", "code": "f" * 64}
        monkeypatch.setattr(proof, "program", lambda: now)

        found = prove(release)

        assert (found.faults, found.is_remade) == ((), False)
        (note,) = found.notes
        assert note.startswith("1 of its letters and trees come out otherwise")
        assert "(respondent 0.1.0, now 0.2.0; other code of respondent)" in note

    def test_inputs_that_another_program_refuses_are_noted(
        self, release: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from respondent.errors import InputError, Problem

        def refusing(*_: object) -> dict[str, bytes]:
            raise InputError(Problem("office.yaml:1", "the key is not known any more", "take it out"))

        monkeypatch.setattr(sealed, "outputs", refusing)
        assert len(prove(release).faults) == 8

        monkeypatch.setattr(proof, "program", lambda: {"respondent": "9"})
        assert prove(release).faults == ()


class TestReleases:
    def test_of_a_workspace_a_response_its_file_and_each_alone(self, bench: Bench) -> None:
        first, second = released(bench), released(bench)
        folder = bench.response.parent

        for path in (bench.root, folder, bench.response, folder / "released", folder.parent):
            assert layout.releases([path]) == ([first, second], []), path
        assert layout.releases([second, folder]) == ([second, first], [])

    def test_what_is_none_is_refused(self, bench: Bench, tmp_path: Path) -> None:
        found, problems = layout.releases([bench.root, tmp_path / "nowhere"])

        assert found == []
        assert [one.what for one in problems] == [
            "this is no release, and there is none in it or below it"
        ] * 2

    def test_one_that_the_ledger_names_and_that_is_gone_is_among_them(self, bench: Bench) -> None:
        folder = released(bench)
        shutil.rmtree(folder.parent)

        assert layout.releases([bench.root]) == ([folder], [])
        assert [fault.what for fault in prove(folder).faults] == [
            "the release is missing, and the ledger names it"
        ]

    def test_one_that_is_being_made_is_not_and_a_copy_is(self, bench: Bench) -> None:
        folder = released(bench)
        shutil.copytree(folder, folder.with_name("1 - Copy"))
        (folder.parent / ".making-0123").mkdir()

        assert layout.releases([bench.root]) == ([folder, folder.with_name("1 - Copy")], [])
        assert prove(folder.with_name("1 - Copy")).faults

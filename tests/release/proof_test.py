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


def test_unchanged_release_is_proven_and_made_again(release: Path) -> None:
    found = prove(release)

    assert (found.faults, found.notes, found.is_remade) == ((), (), True)
    assert found.files == len(folders.files_below(release)) - 2


def test_proof_uses_sealed_inputs_only(
    release: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(resources, "templates", lambda: tmp_path / "gone")

    assert prove(release).is_remade


@pytest.mark.parametrize("place", [0, 0.5, -1], ids=["first", "middle", "last"])
def test_file_with_one_changed_byte_is_named(original: Path, release: Path, place: float) -> None:
    for name, path in folders.files_below(release).items():
        data = path.read_bytes()
        at = int(place * len(data)) if place > 0 else int(place)
        rewrite(path, flipped(at))

        assert files(prove(release, is_remaking=False))[:1] == [name], name

        rewrite(path, lambda _, data=data: data)  # type: ignore[misc]
    assert prove(release).is_remade


def test_missing_file_is_named(release: Path) -> None:
    for name, path in folders.files_below(release).items():
        data = path.read_bytes()
        path.unlink()

        assert files(prove(release, is_remaking=False)) == [name]

        path.write_bytes(data)


@pytest.mark.parametrize("name", ["letters/new.docx", "inputs/templates/cy/letter.md.j2", "new/x", ".hidden"])
def test_added_file_is_named(release: Path, name: str) -> None:
    (release / name).parent.mkdir(parents=True, exist_ok=True)
    (release / name).write_text("x")

    assert prove(release).faults == (ProofFailure(name, "added: it is not part of the release"),)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few people make links")
def test_link_counts_as_changed(release: Path, tmp_path: Path) -> None:
    (release / LETTER).rename(tmp_path / "letter.docx")
    (release / LETTER).symlink_to(tmp_path / "letter.docx")

    assert files(prove(release)) == [LETTER]


@pytest.mark.parametrize("name", [f"letters/~${SLUG}.cy.docx", ".DS_Store", "letters/Thumbs.db"])
def test_files_of_other_programs_are_noted(release: Path, name: str) -> None:
    (release / name).write_text("x")

    found = prove(release)

    assert (found.faults, found.is_remade) == ((), True)
    assert found.notes == (f"{name} was created by another program and is not part of the release",)


class TestManifest:
    def test_rewritten_manifest_with_matching_seal_fails_the_ledger(self, release: Path) -> None:
        def by_another(data: bytes) -> bytes:
            return data.replace(b"Nia Rhys", b"Ned Rhys")

        rewrite(release / FILE, by_another)
        rewrite(release / SEAL, lambda _: manifest.seal((release / FILE).read_bytes()))

        (fault,) = prove(release).faults
        assert fault == ProofFailure(FILE, "changed: the ledger records a different digest")

    def test_without_a_ledger_only_the_seal_is_compared(self, release: Path) -> None:
        (release.parents[1] / ledger.FILE).unlink()

        found = prove(release)

        assert (found.faults, found.is_remade) == ((), True)
        assert found.notes == (
            "the ledger does not record the digest of manifest.json. Only manifest.json.sha256 confirms it",
        )

    @pytest.mark.parametrize("name", [FILE, SEAL])
    def test_without_a_ledger_manifest_or_seal_is_named(self, release: Path, name: str) -> None:
        (release.parents[1] / ledger.FILE).unlink()
        rewrite(release / name, flipped(5))

        assert files(prove(release))[0] == "manifest.json or manifest.json.sha256"

    def test_copy_outside_the_workspace_is_proven(self, release: Path, tmp_path: Path) -> None:
        shutil.copytree(release, tmp_path / "for the auditor")

        found = prove(tmp_path / "for the auditor")

        assert (found.faults, found.is_remade) == ((), True)

    def test_copy_under_another_number_fails(self, release: Path) -> None:
        shutil.copytree(release, release.with_name("7"))

        assert [fault.what for fault in prove(release.with_name("7")).faults] == [
            "the folder is called 7, but its manifest belongs to release 1"
        ]

    def test_release_in_the_folder_of_another_response_fails(self, release: Path) -> None:
        other = release.parents[1].with_name("2026-new")
        release.parents[1].rename(other)

        what = f"this release of `{SLUG}` is in the folder of `2026-new`"
        assert prove(other / "released/1", is_remaking=False).faults == (ProofFailure("", what),)

    def test_unreadable_ledger_is_noted(self, release: Path) -> None:
        (release.parents[1] / ledger.FILE).unlink()
        (release.parents[1] / ledger.FILE).mkdir()

        assert any("not a file" in note for note in prove(release).notes)

    @pytest.mark.parametrize("data", [b"", b"{}", b"[" * 100_000])
    def test_unreadable_manifest_is_named(self, release: Path, data: bytes) -> None:
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
    def test_other_bytes_from_the_same_program_fail(self, release: Path) -> None:
        assert prove(release).faults == (
            ProofFailure(LETTER, "the sealed inputs no longer make these bytes"),
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
        assert note.startswith("1 of its letters and trees cannot be made again")
        assert "(respondent 0.1.0, now 0.2.0; different code of respondent)" in note

    def test_inputs_refused_by_another_program_are_noted(
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
    def test_workspace_response_file_and_release_are_accepted(self, bench: Bench) -> None:
        first, second = released(bench), released(bench)
        folder = bench.response.parent

        for path in (bench.root, folder, bench.response, folder / "released", folder.parent):
            assert layout.releases([path]) == ([first, second], []), path
        assert layout.releases([second, folder]) == ([second, first], [])

    def test_path_without_a_release_is_refused(self, bench: Bench, tmp_path: Path) -> None:
        found, problems = layout.releases([bench.root, tmp_path / "nowhere"])

        assert found == []
        assert [one.what for one in problems] == ["there is no release at or below this path"] * 2

    def test_recorded_release_that_is_missing_is_listed(self, bench: Bench) -> None:
        folder = released(bench)
        shutil.rmtree(folder.parent)

        assert layout.releases([bench.root]) == ([folder], [])
        assert [fault.what for fault in prove(folder).faults] == [
            "the release is missing, but the ledger records it"
        ]

    def test_unfinished_release_is_not_listed_but_a_copy_is(self, bench: Bench) -> None:
        folder = released(bench)
        shutil.copytree(folder, folder.with_name("1 - Copy"))
        (folder.parent / ".making-0123").mkdir()

        assert layout.releases([bench.root]) == ([folder, folder.with_name("1 - Copy")], [])
        assert prove(folder.with_name("1 - Copy")).faults

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from offices import Bench
from releases import LATE_CHECK, finding, flipped, rewrite
from terminal import Terminal, run

from respondent.checks import known
from respondent.checks.finding import Severity
from respondent.release import sealed

SLUG = "2019-stalking-and-harassment"


@pytest.fixture(autouse=True)
def _no_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "CHECKS", ())


@pytest.fixture
def folder(bench: Bench) -> Path:
    return bench.response.parent


def test_a_release_is_made_and_named(terminal: Terminal, bench: Bench, folder: Path) -> None:
    ran = terminal.run("release", "responses", "--by", "J.  Cuthbert ", at=bench.root)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:3] == [
        f"responses/{SLUG}",
        f"  released  responses/{SLUG}/released/1",
        f"            letters/{SLUG}.cy.docx",
    ]
    assert '"by": "J. Cuthbert"' in (folder / "released/1/manifest.json").read_text(encoding="utf-8")


def test_errors_are_listed_with_code_1(
    terminal: Terminal, bench: Bench, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "CHECKS", (finding("one is wrong"),))

    ran = terminal.run("release", folder, "--by", "Nia", at=bench.root)

    assert ran.code == 1
    assert ran.out.splitlines()[1:] == ["  refused   1 thing keeps it from going out:"]
    ((what, then),) = ran.problems
    assert what.endswith(": letter.date: one is wrong (S999 in-order)")
    assert then == "mend it"
    assert not (folder / "released").exists()


def test_late_letter_is_released_with_a_reason(
    terminal: Terminal, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = finding("there is something", severity=Severity.NOTE)
    monkeypatch.setattr(known, "CHECKS", (LATE_CHECK, note))

    ran = terminal.run(
        "release", ".", "--by", "Nia", "--late-because", "the translator was ill", at=bench.root
    )

    assert ran.code == 0
    assert "  let pass  the letter is late (S402 published-in-time)" in ran.out
    assert "            because: the translator was ill (Nia, 20" in ran.out
    assert "  noted     1 note in its manifest" in ran.out


def test_failed_release_does_not_stop_the_others(terminal: Terminal, bench: Bench, folder: Path) -> None:
    broken = folder.with_name("2020-broken")
    shutil.copytree(folder, broken)
    (broken / "response.yaml").write_text("letter: [", encoding="utf-8")

    ran = terminal.run("release", ".", "--by", "Nia", at=bench.root)

    assert ran.code == 4
    assert (folder / "released/1").is_dir()
    assert not (broken / "released").exists()


def test_missing_name_and_missing_response_are_refused(
    terminal: Terminal, bench: Bench, folder: Path
) -> None:
    assert terminal.run("release", folder, at=bench.root).code == 2
    assert terminal.run("release", "--by", "Nia", at=bench.root).code == 2
    assert not (folder / "released").exists()


class TestVerify:
    @pytest.fixture(autouse=True)
    def _released(self, terminal: Terminal, bench: Bench) -> None:
        terminal.run("release", ".", "--by", "Nia", at=bench.root)

    def test_all_of_a_workspace(self, terminal: Terminal, bench: Bench) -> None:
        terminal.run("release", ".", "--by", "Nia", at=bench.root)

        ran = terminal.run("verify", at=bench.root)

        assert (ran.code, ran.err) == (0, "")
        lines = ran.out.splitlines()
        assert lines[::4] == [f"responses/{SLUG}/released/1", f"responses/{SLUG}/released/2"]
        assert lines[3] == "  remade    the sealed inputs make the same letters, byte for byte"

    def test_release_is_proven_in_another_process_without_the_office(
        self, bench: Bench, folder: Path, tmp_path: Path
    ) -> None:
        kept = tmp_path / "kept"
        shutil.copytree(folder / "released/1", kept)
        shutil.rmtree(bench.root)

        ran = run("verify", str(kept), at=tmp_path, more={"PYTHONHASHSEED": "7"})

        assert ran.code == 0
        assert "  remade " in ran.out

    def test_the_digest_that_was_printed_is_proof(
        self, terminal: Terminal, bench: Bench, folder: Path
    ) -> None:
        printed = terminal.run("release", ".", "--by", "Nia", at=bench.root).out
        digest = printed.split("digest    ")[1].split("  (")[0]
        release = folder / "released" / "2"

        assert (
            "proven    the digest is the one"
            in terminal.run("verify", release, "--digest", digest, at=bench.root).out
        )
        wrong = terminal.run("verify", release, "--digest", "0" * 64, at=bench.root)
        assert (wrong.code, "another digest than the one that was kept" in wrong.out) == (1, True)
        for arguments, what in (
            ((release, "--digest", "abc"), "is not a digest"),
            ((".", "--digest", digest), "it is of one release"),
        ):
            refused = terminal.run("verify", *arguments, at=bench.root)
            assert (refused.code, what in refused.err) == (2, True)

    def test_unchanged_and_not_proven_is_code_5(
        self, terminal: Terminal, bench: Bench, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("respondent.release.proof.program", lambda: {"respondent": "9"})
        real = sealed.outputs
        monkeypatch.setattr(sealed, "outputs", lambda *a: {k: v + b"x" for k, v in real(*a).items()})
        printed = terminal.run("verify", folder, at=bench.root)
        assert (printed.code, "unchanged" in printed.out) == (5, True)

        digest = printed.out.split("digest    ")[1].splitlines()[0]
        assert terminal.run("verify", folder, "--digest", digest, at=bench.root).code == 0

    def test_a_changed_file_is_named_with_code_1(
        self, terminal: Terminal, bench: Bench, folder: Path
    ) -> None:
        rewrite(folder / f"released/1/letters/{SLUG}.en.docx", flipped(1_000))

        ran = terminal.run("verify", folder, at=bench.root)

        assert ran.code == 1
        assert f"  wrong     letters/{SLUG}.en.docx: changed" in ran.out

    def test_missing_release_is_reported(self, terminal: Terminal, bench: Bench, folder: Path) -> None:
        shutil.rmtree(folder / "released/1")

        ran = terminal.run("verify", at=bench.root)

        assert ran.code == 1
        assert "  wrong     the release is missing, but the ledger records it" in ran.out

    def test_path_without_release_is_refused(self, terminal: Terminal, bench: Bench, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()

        assert terminal.run("verify", tmp_path / "empty", at=bench.root).code == 3
        assert terminal.run("verify", tmp_path / "empty", bench.root, at=bench.root).code == 4


class TestSealed:
    @pytest.mark.parametrize(
        "command",
        [
            ("draft", "released/1/inputs"),
            ("draft", f"released/1/inputs/responses/{SLUG}/response.yaml"),
            ("check", "released/1/inputs"),
            ("approve", "released/1/inputs", "--by", "Nia"),
            ("confirm", "people.jane-mudd", "--by", "Nia", "--file", "released/1/inputs/office.yaml"),
        ],
    )
    def test_draft_inside_a_release_is_refused(
        self, terminal: Terminal, bench: Bench, folder: Path, command: tuple[str, ...]
    ) -> None:
        terminal.run("release", ".", "--by", "Nia", at=bench.root)
        before = sorted(path for path in folder.rglob("*"))

        ran = terminal.run(*command, at=folder)

        assert ran.code == 3
        assert "this is part of the sealed release 1, which never changes" in ran.problems[0][0]
        assert sorted(path for path in folder.rglob("*")) == before
        assert terminal.run("verify", at=folder).code == 0

    def test_draft_from_within_a_release_is_refused(
        self, terminal: Terminal, bench: Bench, folder: Path
    ) -> None:
        terminal.run("release", ".", "--by", "Nia", at=bench.root)

        for command in (("draft",), ("new", "2026-custody")):
            assert terminal.run(*command, at=folder / "released/1/inputs").code == 3


class TestRecord:
    @pytest.fixture(autouse=True)
    def _released(self, terminal: Terminal, bench: Bench) -> None:
        terminal.run("release", ".", "--by", "Nia", at=bench.root)

    def test_published(self, terminal: Terminal, bench: Bench) -> None:
        address = "https://www.example.cymru/a"

        ran = terminal.run(
            "record", "published", "--on", "2019-05-20", "--at", address, "--by", "Nia", at=bench.root
        )

        assert ran.code == 0
        first, note = ran.out.splitlines()
        assert first == f"recorded  release 1: published 2019-05-20  {address}"
        assert note.startswith("note      it was published on 2019-05-20, before it was released on ")

    def test_published_is_withdrawn(self, terminal: Terminal, bench: Bench) -> None:
        options = ("--at", "https://www.example.cymru/a", "--by", "Nia")
        terminal.run("record", "published", "--on", "2019-05-20", *options, at=bench.root)

        ran = terminal.run("record", "published", "--withdraw", *options, at=bench.root)

        assert (ran.code, ran.out.startswith("recorded  release 1: not published ")) == (0, True)

    def test_sent_in_one_language(self, terminal: Terminal, bench: Bench, folder: Path) -> None:
        options = ("--to", "inspector", "--other", "Y Wasg", "--on", "2026-05-20", "--by", "Nia")

        ran = terminal.run("record", "sent", folder, *options, "--language", "cy", at=bench.root)

        assert ran.code == 0
        assert [line for line in ran.out.splitlines() if line.startswith("recorded")] == [
            "recorded  release 1: sent 2026-05-20  inspector  Welsh",
            "recorded  release 1: sent 2026-05-20  Y Wasg  Welsh",
        ]
        assert "to: inspector" in terminal.run("log", folder, at=bench.root).out

    @pytest.mark.parametrize(
        ("options", "what"),
        [
            (
                ("--on", "2026-05-20", "--to", "inspektor", "--by", "N"),
                "--to: the letter is not addressed to inspektor",
            ),
            (("--on", "2999-05-20", "--to", "inspector", "--by", "N"), "--on: 2999-05-20 is in the future"),
            (("--on", "ddoe", "--to", "inspector", "--by", "N"), "--on: “ddoe” is not a date"),
            (("--on", "2026-05-20", "--to", "inspector"), "--by: no name is given"),
        ],
    )
    def test_wrong_use_of_record(
        self, terminal: Terminal, bench: Bench, options: tuple[str, ...], what: str
    ) -> None:
        ran = terminal.run("record", "sent", *options, at=bench.root)

        assert (ran.code, ran.problems[0][0]) == (2, what)

    def test_one_of_several_responses_must_be_named(
        self, terminal: Terminal, bench: Bench, folder: Path
    ) -> None:
        shutil.copytree(folder, folder.with_name("2021-custody"))

        ran = terminal.run(
            "record", "sent", "--to", "inspector", "--on", "2026-05-20", "--by", "N", at=bench.root
        )

        assert ran.code == 2
        assert ran.problems[0][1] == f"give one of {SLUG}, 2021-custody"

    def test_no_response_here(self, terminal: Terminal, bench: Bench, tmp_path: Path) -> None:
        assert (
            terminal.run(
                "record", "sent", tmp_path / "x", "--on", "2026-05-20", "--by", "N", at=bench.root
            ).code
            == 2
        )

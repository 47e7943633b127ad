from __future__ import annotations

import getpass
from pathlib import Path

import pytest
from memory.units import of
from offices import Bench
from terminal import Terminal

from respondent.ledger import ledger

SLUG = "2019-stalking-and-harassment"


@pytest.fixture
def gap(bench: Bench) -> Bench:
    """Return the example without its Welsh subject, beside a memory that has it."""
    text = bench.response.read_text(encoding="utf-8")
    start = text.index("  subject:")
    end = text.index("\n\n", start)
    bench.response.write_text(f"{text[:start]}  subject: {{en: Custody}}{text[end:]}", encoding="utf-8")
    bench.write("memory/public.tmx", of(("Dalfa", "Custody")))
    return bench


def test_filled_texts_are_listed_with_their_source(terminal: Terminal, gap: Bench) -> None:
    ran = terminal.run("fill", "--by", "Nia Rhys", at=gap.root)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"responses/{SLUG}",
        "  filled    cy  letter.subject  from memory/public.tmx, unit 1",
        "  1 of 1 missing texts has a translation. Check them, then run `respondent approve`",
    ]
    assert "Dalfa" in gap.response.read_text(encoding="utf-8")
    assert ledger.read(gap.response.parent).rows[-1].by == "Nia Rhys"
    assert terminal.run("fill", at=gap.root).out.splitlines()[1:] == ["  nothing is missing"]


def test_a_dry_run_writes_nothing(terminal: Terminal, gap: Bench) -> None:
    before = gap.response.read_bytes()

    ran = terminal.run("fill", "--dry-run", at=gap.root)

    assert ran.out.splitlines()[1].startswith("  to fill   cy  letter.subject")
    assert ran.out.splitlines()[-1] == "  nothing was written: a dry run"
    assert gap.response.read_bytes() == before
    assert not (gap.response.parent / ledger.FILE).exists()


def test_fuzzy_matches_are_counted(terminal: Terminal, gap: Bench) -> None:
    gap.write("memory/public.tmx", of(("Dalfa 2018", "Custody 2018"), ("Dalfa arall", "Custodies")))
    for text, said in (
        ("Custody 2019", "differs only in figures or dates (memory/public.tmx, unit 1): use --adapted"),
        ("Custodies?", "best match 95 %"),
        ("Burglary", "no match"),
    ):
        file = gap.response
        before = file.read_text(encoding="utf-8")
        gap.change(file, "{en: Custody}", f"{{en: {text}}}")
        assert said in terminal.run("fill", at=gap.root).out
        if "2019" in text:
            ran = terminal.run("fill", "--adapted", "--dry-run", at=gap.root)
            assert "from memory/public.tmx, unit 1  (figures adapted)" in ran.out
        file.write_text(before, encoding="utf-8")


def test_unreadable_memory_is_reported_and_the_rest_used(terminal: Terminal, gap: Bench) -> None:
    gap.write("memory/bad.tmx", '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>')

    ran = terminal.run("fill", at=gap.root)

    assert ran.code == 4
    assert ran.problems[0][0].startswith("memory/bad.tmx:1: the file declares an entity, “a”")
    assert "  filled    cy  letter.subject" in ran.out


def test_truncated_memory_is_used_and_reported(terminal: Terminal, gap: Bench) -> None:
    gap.write("memory/public.tmx", of(("Dalfa", "Custody"), ("a", "b"))[:-40])

    ran = terminal.run("fill", at=gap.root)

    assert (ran.code, ran.problems[0][0]) == (0, "memory/public.tmx:2: the file is cut off")
    assert "  filled    cy  letter.subject" in ran.out


def test_skipped_units_are_noted(terminal: Terminal, gap: Bench) -> None:
    gap.write("memory/public.tmx", of(("Dalfa", "Custody"), ("a", "b")).replace("<seg>a<", "<seg>a&#x90;a<"))

    ran = terminal.run("fill", at=gap.root)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("note      memory/public.tmx: 1 of its 2 units contain characters")


def test_wrong_response_does_not_stop_the_others(terminal: Terminal, gap: Bench) -> None:
    gap.write("responses/2020-x/response.yaml", "letter: [")

    ran = terminal.run("fill", at=gap.root)

    assert ran.code == 4
    assert "  filled    cy  letter.subject" in ran.out


def test_default_name_is_the_user(terminal: Terminal, gap: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "nrhys")
    terminal.run("fill", at=gap.root)

    assert ledger.read(gap.response.parent).rows[-1].by == "nrhys"


def test_unknown_user_needs_a_name(terminal: Terminal, gap: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise OSError("no user")

    monkeypatch.setattr(getpass, "getuser", unknown)
    ran = terminal.run("fill", at=gap.root)

    assert (ran.code, ran.problems[0][0]) == (2, "--by: no name is given")


def test_missing_workspace_is_reported(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.run("fill", at=tmp_path).code == 3

from __future__ import annotations

from pathlib import Path

from offices import Bench
from terminal import Terminal
from translation.termbases import Concept, Word, elements


def concept(en: str, *cy: str) -> Concept:
    return Concept({"en": [Word(en)], "cy": [Word(text) for text in cy]})


def base(bench: Bench) -> Path:
    """Write a term base with one new term, one known one, one that is another here, one without Welsh."""
    file = bench.root / "moj.tbx"
    file.write_bytes(
        elements(
            [
                concept("guidance", "canllawiau"),
                concept("vulnerable people", "pobl agored i niwed"),
                concept("control room", "ystafell reolaeth"),
                Concept({"en": [Word("cell")]}),
            ]
        )
    )
    return file


def test_new_terms_are_added_and_conflicts_listed(terminal: Terminal, bench: Bench) -> None:
    before = (bench.root / "terms.csv").read_bytes()
    terms = bench.root / "terms.csv"
    (line,) = [n for n, text in enumerate(before.decode().split("\n"), 1) if text.startswith("control room")]
    base(bench)

    ran = terminal.run("terms", "moj.tbx", at=bench.root)

    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines() == [
        "conflict  control room",
        f"            yours: canolfan reoli  terms.csv:{line}",
        "            new:   ystafell reolaeth  moj.tbx:4",
        "            yours is kept. If both are right, put the other into `variants`, or give each a scope",
        "1 added, 1 unchanged, 1 conflict, 1 skipped (without Welsh or English)",
    ]
    assert terms.read_bytes() == before + b"guidance,canllawiau,,,,,unverified,\n"


def test_a_dry_run_lists_what_would_be_added(terminal: Terminal, bench: Bench) -> None:
    before = (bench.root / "terms.csv").read_bytes()

    ran = terminal.run("terms", base(bench), "--dry-run", at=bench.root)

    assert ran.out.splitlines()[0] == "to add    guidance = canllawiau"
    assert ran.out.splitlines()[-2:] == [
        "1 to add, 1 unchanged, 1 conflict, 1 skipped (without Welsh or English)",
        "nothing was written: a dry run",
    ]
    assert (bench.root / "terms.csv").read_bytes() == before


def test_conflict_in_gender_is_listed_by_the_welsh_word(terminal: Terminal, bench: Bench) -> None:
    bench.write("terms.csv", "en,cy,gender\nrail,canllaw,m\n")
    bench.write("new.csv", "en,cy,gender\nguide,canllaw,f\n")

    ran = terminal.run("terms", "new.csv", at=bench.root)

    assert (ran.code, ran.out.splitlines()[0]) == (1, "conflict  canllaw, gender")
    assert "yours: m  terms.csv:2" in ran.out
    assert "a Welsh word has one record" in ran.out


def test_forbidden_terms_are_marked_and_control_characters_escaped(terminal: Terminal, bench: Bench) -> None:
    bench.write("terms.csv", "en,cy,status\nforce,llu\u202e,\nplan,cynllun,forbidden\n")
    bench.write("new.csv", "en,cy\nforce,heddlu\nplan,cynllun\n")

    ran = terminal.run("terms", "new.csv", at=bench.root)

    assert r"yours: 'llu\u202e'  terms.csv:2" in ran.out
    assert "yours: cynllun (forbidden)  terms.csv:3" in ran.out


def test_no_new_terms_is_success_and_bad_term_is_reported(terminal: Terminal, bench: Bench) -> None:
    file = bench.root / "x.tbx"
    file.write_bytes(elements([concept("vulnerable people", "pobl agored i niwed")]))
    assert terminal.run("terms", file, at=bench.root).code == 0

    file.write_bytes(elements([concept("house", "t?"), concept("plan", "cynllun")]))
    ran = terminal.run("terms", file, at=bench.root)

    assert (ran.code, ran.out) == (1, "1 added, 0 unchanged, 0 conflicts, 0 skipped\n")
    ((where, then),) = ran.problems
    assert "a question mark where a letter was" in where
    assert then


def test_missing_workspace_or_file_is_reported(terminal: Terminal, bench: Bench, tmp_path: Path) -> None:
    assert terminal.run("terms", "x.tbx", at=tmp_path).code == 3
    ran = terminal.run("terms", "x.tbx", at=bench.root)
    assert (ran.code, ran.problems) == (3, [("x.tbx: there is no such file", "check its name")])

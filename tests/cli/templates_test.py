"""`respondent templates`: the list, the copies, and what it refuses."""

from __future__ import annotations

from offices import Bench, words
from terminal import Terminal

from respondent.letter.overrides import overrides
from respondent.resources import templates


def test_without_a_name_all_are_listed_with_a_line_each(terminal: Terminal, bench: Bench) -> None:
    ran = terminal.run("templates", at=bench.root)

    lines = {line.split()[0]: line.split(maxsplit=1)[1:] for line in ran.out.splitlines() if line}
    assert ran.code == 0
    assert lines.keys() >= {"letter", "parts/comments", "notices/correspondence"}
    assert all(lines.values())


def test_both_languages_are_copied_and_known_as_copies(terminal: Terminal, bench: Bench) -> None:
    ran = terminal.run("templates", "comments", at=bench.response.parent)

    copies = overrides(bench.root / "templates", templates())
    assert ran.code == 0
    assert [copy.where for copy in copies] == [
        "templates/cy/parts/comments.md.j2",
        "templates/en/parts/comments.md.j2",
    ]
    assert all(copy.made_from == copy.digest and not copy.lacking for copy in copies)
    assert "respondent draft" in ran.out


def test_copies_change_no_letter(terminal: Terminal, bench: Bench) -> None:
    shipped = bench.documents()
    for name in ("parts/comments", "letter.md.j2"):
        assert terminal.run("templates", name, at=bench.root).code == 0

    assert bench.documents() == shipped


def test_a_copy_may_print_for_whom_and_by_when_a_recommendation_is_and_its_progress(
    terminal: Terminal, bench: Bench
) -> None:
    progress = (
        "    progress: {status: under-way, lead: {cy: Prif Arolygydd, en: Chief Inspector},"
        " due: 2019-12-31, comment: {cy: Ar waith., en: In hand.}, on: 2019-05-01}\n"
    )
    bench.change(bench.response, '    label: "1"\n', f'    label: "1"\n{progress}')
    terminal.run("templates", "quotation", at=bench.root)
    line = (
        "{% if recommendation.progress %}\n::: progress {{ recommendation.id }}\n"
        "{{ recommendation.addressees }} · {{ recommendation.deadline }} · "
        "{% for part in ('status', 'lead', 'due', 'comment', 'on') %}"
        "{{ recommendation.progress[part] }} · {% endfor %}\n\n:::\n{% endif %}\n"
    )
    for language in ("cy", "en"):
        copy = bench.root / "templates" / language / "parts" / "quotation.md.j2"
        copy.write_text(f"{copy.read_text(encoding='utf-8')}{line}", encoding="utf-8")

    welsh, english = (words(document, "progress") for document in bench.documents().values())
    assert english == (
        "chief constables · within six months · ► Under way · Chief Inspector · 31st December 2019 · In hand. · "
        "1st May 2019 ·"
    )
    assert welsh.startswith(
        "prif gwnstabliaid · o fewn chwe mis · ► Ar y gweill · Prif Arolygydd · 31 Rhagfyr 2019"
    )


def test_one_language_may_be_copied(terminal: Terminal, bench: Bench) -> None:
    terminal.run("templates", "closing", "--language", "cy", at=bench.root)

    assert (bench.root / "templates/cy/parts/closing.md.j2").is_file()
    assert not (bench.root / "templates/en").exists()


def test_nothing_is_overwritten(terminal: Terminal, bench: Bench) -> None:
    own = bench.write("templates/en/parts/comments.md.j2", "our own")

    ran = terminal.run("templates", "comments", at=bench.root)

    assert ran.code == 3
    assert "nothing was copied" in ran.err
    assert own.read_text(encoding="utf-8") == "our own"
    assert not (bench.root / "templates/cy").exists()


def test_unknown_name_is_refused_with_the_nearest(terminal: Terminal, bench: Bench) -> None:
    ran = terminal.run("templates", "coments", at=bench.root)

    assert ran.code == 2
    assert "did you mean `comments`?" in ran.err

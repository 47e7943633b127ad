"""Small files that once reached a sealed release with their damage, as an office would write them."""

from __future__ import annotations

import pytest
from offices import Bench
from terminal import Terminal

CLOSING = "closing:\n"
"""Where a text is written in the place of the closing."""

# The closing as it is typed, the command that must speak of it, its exit code, and the words that it must say.
INPUTS = {
    "words behind a number sign are cut": (
        "  cy: Gofynnais am achos #12 a gofyn eto.\n  en: I asked for case 12 and asked again.\n",
        "draft",
        3,
        "#12 a gofyn eto",
    ),
    "a replacement character": (
        '  cy: "Gofynnais am y d\\ufffdr."\n  en: I asked for the water.\n',
        "check",
        1,
        "a character was lost",
    ),
    "a link with a space, bold that is not closed": (
        '  cy: "Gweler [y cynllun](https://a.wales/my file.pdf)."\n  en: "See a **note."\n',
        "draft",
        3,
        "broken off by a space",
    ),
    "an escaped ampersand": (
        "  cy: Gofynnais am waith ymchwil.\n  en: I asked for R&amp;D work.\n",
        "check",
        1,
        "“&amp;” is the code of a character",
    ),
    "a link that is not in quotation marks": (
        "  cy: Gofynnais am adroddiad.\n  en: [I asked](https://x.wales) for a report\n",
        "draft",
        3,
        "opens a list or keys",
    ),
    "our own sentence, pasted back": (
        "  cy: Bwlch - mae’r testun Cymraeg ar goll.\n  en: Thank you.\n",
        "check",
        1,
        "is printed by respondent",
    ),
}


def with_closing(bench: Bench, closing: str) -> None:
    text = bench.response.read_text(encoding="utf-8")
    head, _, _ = text.partition(f"\n{CLOSING}")
    bench.response.write_text(f"{head}\n{CLOSING}{closing}", encoding="utf-8")


@pytest.mark.parametrize("name", INPUTS)
def test_damage_is_named_with_its_line(name: str, bench: Bench, terminal: Terminal) -> None:
    closing, command, code, words = INPUTS[name]
    with_closing(bench, closing)

    ran = terminal.run(command, bench.response.parent, at=bench.root)

    said = ran.out + ran.err
    assert ran.code == code
    assert words in said
    assert "response.yaml:" in said


@pytest.mark.parametrize("name", INPUTS)
def test_damage_never_reaches_a_release(name: str, bench: Bench, terminal: Terminal) -> None:
    with_closing(bench, INPUTS[name][0])

    ran = terminal.run("release", bench.response.parent, "--by", "Ann", "--late-because", "x", at=bench.root)

    assert ran.code != 0
    assert not (bench.response.parent / "released").exists()


def test_bullets_of_word_are_a_list(bench: Bench, terminal: Terminal) -> None:
    with_closing(
        bench,
        '  cy: "Gofynnais am:\\n• adroddiad\\n• cynllun"\n  en: "I asked for:\\n• a report\\n• a plan"\n',
    )

    ran = terminal.run("draft", bench.response.parent, "--format", "txt", at=bench.root)

    assert ran.code == 0
    assert "•" in ran.out  # it says how the bullets are read
    (letter,) = bench.response.parent.glob("drafts/*.en.txt")
    assert "- a report\n- a plan" in letter.read_text(encoding="utf-8")


def test_line_ends_of_unicode_are_sent(bench: Bench, terminal: Terminal) -> None:
    with_closing(bench, '  en: "I asked.\\n\u2028\\nThank you\u2028 all."\n')

    ran = terminal.run("send", bench.response.parent, "--by", "Ann", at=bench.root)

    assert ran.code == 0
    assert list(bench.response.parent.glob("sent/*/*.xlf"))

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger.rows import said
from memory.units import memory as tmx
from memory.units import of as units
from memory.units import unit

from respondent.document.segments import split
from respondent.language import Language, Pair
from respondent.ledger.row import LedgerRow
from respondent.memory import cache, index
from respondent.memory.entry import MemoryEntry
from respondent.memory.match import MemoryMatch
from respondent.memory.memory import Memory
from respondent.memory.sources import entries_of

EN, CY = Language.EN, Language.CY


def ledger(*pairs: tuple[str, str]) -> Memory:
    """Return a memory of approved pairs, Welsh and English."""
    return rows(*(said("reviewed", en, cy, minute=minute) for minute, (cy, en) in enumerate(pairs)))


def rows(*said_: LedgerRow) -> Memory:
    return Memory([index.of(entries_of("2019", said_))])


@pytest.fixture
def public(tmp_path: Path) -> Memory:
    """Return a memory of a TMX file."""
    file = tmp_path / "public.tmx"
    file.write_text(
        tmx(
            unit("Cytunaf.", "I agree."),
            unit("Diolch am eich adroddiad. Cytunaf ag ef.", "Thank you for your report. I agree with it."),
            unit("Mae'r llu yn <hi>gweithredu</hi>.", "The force is <hi>acting</hi>."),
            unit("Rhaid ymateb o fewn 56 diwrnod.", "A reply is due within 56 days."),
            unit("2 * 3 _ [gw.] &lt;b&gt;", "Starred words"),
        ),
        encoding="utf-8",
    )
    return Memory([cache.opened(file, "memory/public.tmx").index])


def translated(memory: Memory, text: str, source: Language = EN, *, is_markdown: bool = True) -> str | None:
    found = memory.translation(text, source, is_markdown=is_markdown)
    return found.target if found and found.is_exact else None


def test_exact_match_ignores_quotation_marks_and_spaces(public: Memory) -> None:
    assert public.exact(" I\u00a0agree. ", EN) == MemoryMatch(
        "I agree.", "Cytunaf.", 100, "memory/public.tmx, unit 1"
    )
    assert public.exact("I Agree.", EN) is None


def test_look_ups_go_in_both_directions(public: Memory) -> None:
    found = public.exact("Cytunaf.", CY)

    assert found
    assert found.target == "I agree."


def test_units_of_several_sentences_are_found_by_sentence(public: Memory) -> None:
    found = public.translation("I agree with it. I agree.", EN)

    assert found
    assert (found.target, found.level, found.score) == ("Cytunaf ag ef. Cytunaf.", "sentence", 100)
    assert found.origin == "memory/public.tmx, unit 2; memory/public.tmx, unit 1"


def test_unknown_sentence_leaves_the_text_untranslated(public: Memory) -> None:
    assert public.translation("I agree. I disagree.", EN) is None
    assert public.translation("I agree.\n\nI disagree.", EN) is None
    assert public.translation("", EN) is None


def test_match_has_the_structure_of_the_text(public: Memory) -> None:
    text = "> I agree.\n\n- Thank you for your report. I agree with it.\n- I agree.\n\n| I agree. |\n|---|\n| I agree. |\n"

    assert translated(public, text) == (
        "> Cytunaf.\n\n- Diolch am eich adroddiad. Cytunaf ag ef.\n- Cytunaf.\n\n| Cytunaf. |\n|---|\n| Cytunaf. |\n"
    )


def test_remembered_words_never_become_markdown(public: Memory) -> None:
    target = translated(public, "Starred words")

    assert target
    assert [one.words for one in split(target, CY)] == ["2 * 3 _ [gw.] <b>"]
    assert translated(public, "Starred words", is_markdown=False) == "2 * 3 _ [gw.] <b>"


@pytest.mark.parametrize("text", ["The force is acting.", "The force is *acting*.", "I **agree**."])
def test_unknown_formatting_is_a_fuzzy_match(public: Memory, text: str) -> None:
    assert public.translation(text, EN) is None
    (part,) = public.parts(text, EN)
    assert part.match
    assert (part.match.score, part.match.is_exact) == (99, False)


def test_formatting_follows_the_approved_words() -> None:
    memory = ledger(
        ("Mae **Heddlu Gwent** yn [dweud](https://a.cymru).", "**Gwent Police** [say](https://a.cymru) so.")
    )

    assert translated(memory, "- **Gwent Police** [say](https://a.cymru) so.") == (
        "- Mae **Heddlu Gwent** yn [dweud](https://a.cymru)."
    )
    assert translated(memory, "- *Gwent Police* [say](https://a.cymru) so.") is None
    assert translated(memory, "- Gwent Police say so.") is None


def test_different_formatting_is_a_fuzzy_match() -> None:
    memory = ledger(("Cytunaf yn llwyr.\n\nIe", "I **fully** agree.\n\nYes"))

    assert translated(memory, "I **fully** agree.") is None
    assert translated(memory, "I fully agree.") is None
    assert memory.fuzzy("I fully agree.", EN)[0].score == 99


def test_formatted_sentence_is_found_in_another_segment() -> None:
    memory = ledger(("Un *dau*. Tri.", "One *two*. Three."))

    assert translated(memory, "Three. One *two*.") == "Tri. Un *dau*."


def test_the_whole_text_of_a_field_comes_first() -> None:
    memory = ledger(("- Dau\n- Un", "- One\n- Two"))
    found = memory.translation("- One  \r\n- Two\n", EN)

    assert found
    assert (found.target, found.level, found.origin) == ("- Dau\n- Un", "field", "2019, closing")
    assert memory.translation("* One", EN, is_markdown=True) is not None


def test_text_that_a_field_cannot_hold_is_not_used() -> None:
    assert translated(ledger(("Un\n\nDau", "One")), "One", is_markdown=False) is None
    assert translated(ledger(("![llun](a.png)", "One")), "One") is None


def test_approved_and_later_translations_are_preferred() -> None:
    memory = rows(
        said("reviewed", "One", "Un a", minute=1),
        said("final", "One", "Un b", minute=2),
        said("translated", "One", "Un c", minute=3),
    )

    assert translated(memory, "One") == "Un b"


def test_a_withdrawn_approval_is_not_used() -> None:
    memory = rows(
        said("reviewed", "One", "Un"), said("withdrawn", "One", "Un"), said("imported", "Two", "Dau")
    )

    assert translated(memory, "One") is None
    assert translated(memory, "Two") is None


def test_an_approval_after_a_withdrawal_is_used() -> None:
    assert (
        translated(rows(*(said(kind, "One", "Un") for kind in ("reviewed", "withdrawn", "final"))), "One")
        == "Un"
    )


def test_ledgers_are_preferred_to_files(public: Memory) -> None:
    both = Memory(
        [index.of(entries_of("2019", [said("translated", "I agree.", "Cytuno.")])), *public._indexes]
    )

    assert translated(both, "I agree.") == "Cytuno."
    assert translated(both, "A reply is due within 56 days.") == "Rhaid ymateb o fewn 56 diwrnod."


def test_different_figures_are_replaced_and_marked(public: Memory) -> None:
    found = public.translation("A reply is due within 28 days. I agree.", EN)

    assert found
    assert (found.target, found.score) == ("Rhaid ymateb o fewn 28 diwrnod. Cytunaf.", 99)
    assert (found.is_adapted, found.is_exact) == (True, False)
    assert public.exact("A reply is due within 28 days.", EN) is None
    (near,) = public.fuzzy("A reply is due within 28 days.", EN)
    assert (near.score, near.is_adapted, near.target) == (99, True, "Rhaid ymateb o fewn 28 diwrnod.")


def test_fuzzy_matches_are_sorted_by_score(public: Memory) -> None:
    found = public.fuzzy("A reply was due within 56 days!", EN, cutoff=50)

    assert found[0].source == "A reply is due within 56 days."
    assert 90 < found[0].score < 99
    assert public.fuzzy("Nothing is like this at all", EN) == []
    assert public.fuzzy("", EN) == []


def test_each_part_has_its_best_match(public: Memory) -> None:
    parts = public.parts("I agree.\n\nI quite agree with it.\n\nSomething else entirely", EN)

    assert [part.match and round(part.match.score) for part in parts] == [100, 84, None]


some = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
sentence = st.lists(some, min_size=1, max_size=4).map(" ".join)


@given(st.lists(st.tuples(sentence, sentence), min_size=1, max_size=6))
def test_any_pair_is_found_again(pairs: list[tuple[str, str]]) -> None:
    memory = Memory([index.of(MemoryEntry(Pair(*pair)) for pair in pairs)])

    for cy, en in pairs:
        found, back = memory.exact(en, EN), memory.exact(cy, CY)
        assert found
        assert back
        assert (found.target, found.source) in pairs
        assert (back.source, back.target) in pairs
        assert (
            memory.fuzzy(en, EN, limit=1)[:1] in ([], [memory.exact(en, EN)])
            or memory.fuzzy(en, EN)[0].score == 100
        )


@given(
    st.lists(st.sampled_from(["I agree.", "A reply is due.", "Thank you."]), min_size=1, max_size=6),
    st.data(),
)
def test_a_text_made_of_known_sentences_is_always_known(chosen: list[str], data: st.DataObject) -> None:
    known = {"I agree.": "Cytunaf.", "A reply is due.": "Rhaid ymateb.", "Thank you.": "Diolch."}
    memory = Memory([index.of(MemoryEntry(Pair(cy, en)) for en, cy in known.items())])
    between = [data.draw(st.sampled_from([" ", "\n", "\n\n", "\n\n- ", "\n\n> "])) for _ in chosen[1:]]
    text = chosen[0] + "".join(gap + one for gap, one in zip(between, chosen[1:], strict=True))

    found = memory.translation(text, EN)

    assert found
    assert found.is_exact
    assert [one.words for one in split(found.target, CY)] == [
        " ".join(known[one] for one in _sentences(segment.words, known)) for segment in split(text, EN)
    ]


def _sentences(words: str, known: dict[str, str]) -> list[str]:
    """Return the known sentences that a text is made of, in order."""
    found = []
    while words:
        (first,) = (one for one in known if words.startswith(one))
        found.append(first)
        words = words[len(first) :].lstrip()
    return found


def test_units_are_plain_pairs(tmp_path: Path) -> None:
    file = tmp_path / "a.tmx"
    file.write_text(units(("R & D", "R & D <1>")), encoding="utf-8")
    memory = Memory([cache.opened(file, "a").index])

    assert memory.exact("R & D <1>", EN)
    memory.close()


def test_words_are_found_in_both_languages_those_in_a_row_first(public: Memory) -> None:
    assert [match.source for match in public.containing("a reply", EN)] == ["A reply is due within 56 days."]
    assert {match.target for match in public.containing("CYTUNAF", CY)} == {
        "I agree.",
        "I agree with it.",
        "Thank you for your report. I agree with it.",
    }


def test_words_are_found_wherever_they_stand() -> None:
    memory = ledger(
        ("Un.", "The report was published."), ("Dau.", "Published: the report."), ("Tri.", "A report.")
    )

    assert [match.target for match in memory.containing("report was", EN)] == ["Un."]
    assert [match.target for match in memory.containing("the report", EN)] == ["Dau.", "Un."]
    assert [match.target for match in memory.containing("published the", EN)] == ["Dau.", "Un."]
    assert not memory.containing("commissioner", EN) and not memory.containing("?!", EN)

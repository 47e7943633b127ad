"""Columns are as wide as what stands in them asks for."""

from __future__ import annotations

from respondent.document.tree import Cell, Row, Run, Table
from respondent.language import Language
from respondent.writers.columns import LINE, WIDE_LINE, shares

EN = Language.EN


def table(*rows: tuple[str, ...]) -> Table:
    header, *others = (
        Row("r", EN, tuple(Cell("c", EN, (Run(words, EN),) if words else ()) for words in row))
        for row in rows
    )
    return Table("t", EN, header, tuple(others))


def test_a_column_of_numbers_is_narrow_beside_one_of_sentences() -> None:
    number, words, part = shares(table(("No.", "Words", "Part"), ("1", "word " * 40, "A")), 5000)

    assert number + words + part == 5000
    assert words > 4000
    assert number < 500


def test_a_long_word_has_room_and_an_empty_column_a_little() -> None:
    widths = shares(table(("a", "b"), ("incomprehensibilities", "")), 100)

    assert sum(widths) == 100
    assert widths[0] > 55
    assert widths[1] > 5


def test_dates_stay_whole_beside_long_texts_and_so_do_short_cells() -> None:
    head = ("No.", "Words", "Due", "Comment")
    number, words, due, comment = shares(
        table(head, ("AFI 12", "word " * 40, "30 September 2023", "–")), LINE
    )

    assert number >= len("AFI 12")
    assert due >= len("30 September 2023")
    assert words > LINE / 2 > comment


def test_a_crowded_line_still_has_most_room_for_the_long_text() -> None:
    head = ("No.", "Words", *("30 September 2023",) * 8)
    widths = shares(table(head, ("1", "word " * 40, *("–",) * 8)), 5000, WIDE_LINE)

    assert widths[1] == max(widths)

from __future__ import annotations

from translation.responses import response

from respondent.language import Language
from respondent.translation.cover_note import count
from respondent.translation.units import Unit, units


def direction() -> list[Unit]:
    facts = response(
        opening={"en": "One two three."},
        closing={
            "en": "Four five.\n\nOne two three.\n\nSix.",
            "cy": "Pedwar pump.\n\nUn dau tri.\n\nChwech.",
        },
    )
    return [unit for unit in units(facts, ()) if unit.field.id in ("opening", "closing")]


def test_words_are_counted_by_the_best_match_and_repetitions_once() -> None:
    opening, four, again, six = direction()
    best = {opening.key: 100.0, four.key: 99.9, again.key: 100.0, six.key: 74.9}

    words = count(direction(), best)

    assert dict(words.bands) == {"new": 1, "95–99": 2, "100": 3, "repeated": 3}
    assert (words.texts, words.words, words.to_check) == (4, 9, 6)
    assert list(words.lines(Language.EN)) == [
        "texts: 4; words: 9",
        "       1  new",
        "       2  matches 95–99 %",
        "       3  matches 100 %",
        "       3  repetitions",
        "       6  of them to check: there is a translation",
    ]


def test_the_edges_of_the_bands() -> None:
    opening, *_ = direction()
    for score, band in [
        (100, "100"),
        (95, "95–99"),
        (94.9, "85–94"),
        (85, "85–94"),
        (75, "75–84"),
        (0, "new"),
    ]:
        assert list(count([opening], {opening.key: score}).bands) == [band]

"""Each word of a closed list is known wherever a letter needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import get_args

import pytest
from offices import Bench, words

from respondent.grammar import english, welsh
from respondent.grammar.protocol import DateStyle, Grammar
from respondent.response.kinds import NoticeKind, RecommendationKind, ReportKind
from respondent.response.labels import shipped_labels


@pytest.fixture
def printed(bench: Bench) -> str:
    """Return both letters of an office that has a notice of each kind."""
    notices = "\n".join(
        f"  - {{id: {kind}, kind: {kind}, text: {{cy: 'Hysbysiad {kind}', en: 'Notice {kind}'}}}}"
        for kind in get_args(NoticeKind)
    )
    office = bench.office.read_text(encoding="utf-8")
    others = [part for part in re.split(r"\n(?=\w)", office) if not part.startswith("notices:")]
    bench.office.write_text("\n".join((*others, "notices:", notices)), encoding="utf-8")
    bench.change(bench.response, "availability: false", "availability: true")
    return "\n".join(map(words, bench.documents().values()))


def unprinted(kinds: Iterable[str], letters: str) -> list[str]:
    """Return the kinds of notice that no letter prints in both languages."""
    return [
        kind for kind in kinds if not {f"Hysbysiad {kind}", f"Notice {kind}"} <= set(letters.splitlines())
    ]


def test_every_kind_of_notice_is_printed(printed: str) -> None:
    assert unprinted(get_args(NoticeKind), printed) == []
    assert unprinted([*get_args(NoticeKind), "new"], printed) == ["new"]


def unlabelled(keys: Iterable[str]) -> list[str]:
    """Return the labels that a language lacks."""
    return [key for key in keys for _, labels in shipped_labels().items() if not labels.get(key)]


def test_every_kind_of_report_and_of_recommendation_has_a_label_in_both_languages() -> None:
    keys = [*(f"kind-{kind}" for kind in get_args(ReportKind)), *get_args(RecommendationKind)]
    assert unlabelled(keys) == []
    assert unlabelled([*keys, "kind-new"]) == ["kind-new", "kind-new"]


@pytest.mark.parametrize("grammar", [welsh, english])
def test_every_date_style_differs(grammar: Grammar[str]) -> None:
    styles = get_args(DateStyle)
    assert len({grammar.date_text(date(2019, 5, 14), style) for style in styles}) == len(styles)
    with pytest.raises(AssertionError):
        grammar.date_text(date(2019, 5, 14), "new")  # type: ignore[arg-type]  # no style that there is

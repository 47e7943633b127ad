"""Each word of a closed list is known wherever a letter needs it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import get_args

import pytest
from offices import ROOT, Bench, words

from respondent.grammar import english, welsh
from respondent.grammar.protocol import DateStyle, Grammar
from respondent.language import Language
from respondent.response.kinds import NOTICE_SECTIONS, NoticeKind, RecommendationKind, ReportKind
from respondent.response.labels import shipped_labels
from respondent.response.office import DateStyles, Notice


@pytest.fixture
def printed(bench: Bench) -> Mapping[str, str]:
    """Return the letters of an office that has a notice of each kind, by file name."""
    notices = "\n".join(
        f"  - {{id: {kind}, kind: {kind}, text: {{cy: 'Hysbysiad {kind}', en: 'Notice {kind}'}}}}"
        for kind in get_args(NoticeKind)
    )
    office = bench.office.read_text(encoding="utf-8")
    others = [part for part in re.split(r"\n(?=\w)", office) if not part.startswith("notices:")]
    bench.office.write_text("\n".join((*others, "notices:", notices)), encoding="utf-8")
    bench.change(bench.response, "availability: false", "availability: true")
    return {name: words(document) for name, document in bench.documents().items()}


def unprinted(kinds: Iterable[str], letter: str) -> list[str]:
    """Return the kinds of notice that a letter does not print in any language."""
    return [kind for kind in kinds if not {f"Hysbysiad {kind}", f"Notice {kind}"} & set(letter.splitlines())]


def test_every_kind_of_notice_is_printed_in_each_letter(printed: Mapping[str, str]) -> None:
    assert len(printed) == len(Language)
    for letter in printed.values():
        assert unprinted(get_args(NoticeKind), letter) == []
        assert unprinted([*get_args(NoticeKind), "new"], letter) == ["new"]


def test_every_kind_of_notice_has_a_section_and_is_explained() -> None:
    assert tuple(NOTICE_SECTIONS) == get_args(NoticeKind)
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for kind in get_args(NoticeKind):
        assert f"{kind}: " in (Notice.model_fields["kind"].description or "")
        assert f"*{kind}*" in glossary


def unlabelled(keys: Iterable[str]) -> list[str]:
    """Return the labels that a language lacks."""
    return [key for key in keys for _, labels in shipped_labels().items() if not labels.get(key)]


def test_every_kind_of_report_and_of_recommendation_has_a_label_in_both_languages() -> None:
    keys = [*(f"kind-{kind}" for kind in get_args(ReportKind)), *get_args(RecommendationKind)]
    assert unlabelled(keys) == []
    assert unlabelled([*keys, "kind-new"]) == ["kind-new", "kind-new"]


def test_the_keys_of_date_styles_show_a_date_in_every_style() -> None:
    for language, grammar in (("cy", welsh), ("en", english)):
        description = DateStyles.model_fields[language].description or ""
        for style in get_args(DateStyle):
            assert grammar.date_text(date(2019, 5, 14), style) in description


@pytest.mark.parametrize("grammar", [welsh, english])
def test_every_date_style_differs(grammar: Grammar[str]) -> None:
    styles = get_args(DateStyle)
    assert len({grammar.date_text(date(2019, 5, 14), style) for style in styles}) == len(styles)
    with pytest.raises(AssertionError):
        grammar.date_text(date(2019, 5, 14), "new")  # type: ignore[arg-type]  # no style that there is

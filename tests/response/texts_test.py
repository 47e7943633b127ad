from __future__ import annotations

import pytest
from response.gwent import RESPONSE, line_of, response, response_problems

from respondent.document.markup import parse
from respondent.document.tree import Block, Heading, List, Paragraph
from respondent.document.walk import nodes, runs
from respondent.language import Language, Pair
from respondent.response.texts import BELOW_THE_TEMPLATE, texts

CLOSING = RESPONSE[RESPONSE.index("closing:") :]


def closing(text: str) -> tuple[str, str]:
    """Return the change that gives the example this closing, whose line is that of `closing:`."""
    return CLOSING, f"closing:{text}"


LINE = line_of(RESPONSE, "closing:")


def test_texts_are_parsed_in_both_languages_with_one_set_of_ids() -> None:
    found = response(closing("\n  cy: |\n    # A\n\n    - b\n  en: |\n    # C\n\n    - d\n")).texts["closing"]
    for language, blocks in found.items():
        assert [type(one) for one in blocks] == [Heading, List]
        assert {run.language for run in runs(blocks)} == {language}
    cy, en = ([node.id for node in nodes(blocks)] for _, blocks in found.items())
    assert cy == en == ["closing.1", "closing.2", "closing.2.1", "closing.2.1.1"]


def test_headings_of_a_text_are_nested_below_those_of_the_template() -> None:
    (heading, *_) = response(closing("\n  both: '# A'\n")).texts["closing"].en
    assert isinstance(heading, Heading)
    assert heading.level == 1 + BELOW_THE_TEMPLATE


def test_a_missing_text_has_no_blocks() -> None:
    found = response(closing("\n  en: a\n")).texts["closing"]
    assert found.cy == ()
    assert isinstance(found.en[0], Paragraph)


def test_a_plain_string_is_parsed_once_in_each_language() -> None:
    found = response(closing(" Diolch\n")).texts["closing"]
    assert [run.language for run in runs((*found.cy, *found.en))] == [Language.CY, Language.EN]


def test_each_text_is_parsed_once_for_each_of_its_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[tuple[str, Language]] = []

    def spy(text: str, language: Language, id: str, *, deepen: int) -> tuple[Block, ...]:
        parsed.append((id, language))
        return parse(text, language, id, deepen=deepen)

    monkeypatch.setattr("respondent.response.texts.parse", spy)
    found = response(
        closing(" Diolch\n"), ("opening:\n", "commitments: [{id: a, text: {en: b}}]\nopening:\n")
    )

    assert len(set(parsed)) == len(parsed)
    assert set(parsed) == {
        (id, language) for id, text in found.texts.items() for language in language_of(text)
    }
    assert found.texts == texts(found.facts)


def language_of(text: Pair[tuple[Block, ...]]) -> list[Language]:
    """Return the languages in which a text has blocks."""
    return [language for language, blocks in text.items() if blocks]


def test_only_markdown_fields_are_parsed() -> None:
    found = response(
        ("subject:\n    cy: Arolygiad HMICFRS o", "subject:\n    cy: <b>Arolygiad HMICFRS</b> o")
    )
    assert found.facts.letter.subject is not None
    assert "letter.subject" not in found.texts
    assert set(found.texts) >= {"opening", "closing", "recommendations.national-leads.why_not"}


@pytest.mark.parametrize(
    ("text", "below", "path"),
    [
        (" a <b>c</b>", 0, "closing"),
        ("\n  cy: a <b>c</b>", 1, "closing.cy"),
        ("\n  both: |\n    a\n\n    ![b](c)", 4, "closing.both"),
        ("\n  en: |-\n    a\n    b\n    c <br> d", 4, "closing.en"),
        ("\n  cy: a\n  en: |2\n\n\n    - a\n    - <b>c</b>", 6, "closing.en"),
        ("\n  en: | # why\n    ---", 2, "closing.en"),
    ],
)
def test_the_line_of_a_fault_is_exact(text: str, below: int, path: str) -> None:
    (problem,) = response_problems(closing(f"{text}\n"))
    assert problem.where == f"response.yaml:{LINE + below}: {path}"
    assert problem.line == LINE + below


def test_faults_of_both_languages_and_quotations_are_listed_at_once() -> None:
    found = response_problems(
        closing("\n  cy: '![a](b)'\n  en: <b>c</b>\n"),
        ("why_not:\n      cy: Mae", "why_not:\n      cy: <i>Mae</i>"),
        ("    text:\n      en: >-\n        Within", "    text:\n      en: >-\n        [Within](www.a.cymru)"),
    )
    assert [one.where.split(": ")[1] for one in found] == [
        "recommendations[0].text.en",
        "recommendations[1].why_not.cy",
        "closing.cy",
        "closing.en",
    ]
    assert found[0].what == "a link leads to “www.a.cymru”, which is not a web, e-mail or telephone address"
    assert found[2].what == "the text contains a picture"
    assert found[2].next == "delete ![…](…); pictures belong in the stationery"


def test_nesting_limit_of_brackets() -> None:
    assert response(closing(f" '{'[' * 10_000}'\n"))
    (problem,) = response_problems(closing(f" '{'[' * 100_001}'\n"))
    assert problem.what == "the text is longer than the limit of 100,000 characters"

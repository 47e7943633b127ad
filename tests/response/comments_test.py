"""Comments behind words, which YAML cuts off: a table of inputs, through both files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from strategies import unhurried

from respondent.files.yaml import read
from respondent.response.comments import comment_problems
from respondent.response.model import Answer, Evidence, LetterFacts, Recommendation, Report, Response
from respondent.response.office import Contacts, Office, Person, Stationery

REPORT = "id: a\ninspectorate: b\npublished: 2025-02-04\ntitle:\n  en: "
RECOMMENDATION = "id: a\nreport: b\naddressees: [c]\ntext:\n  en: x\n"

# model, text, line, words that are cut
CUT = [
    (
        Answer,
        "id: a\nrecommendations: [b]\naction_taken:\n  en: I asked for plan #2 and for x",
        4,
        "#2 and for x",
    ),
    (Answer, "id: a\nrecommendations: [b]\naction_taken: I asked for plan #2", 3, "#2"),
    (
        Answer,
        "id: a\nrecommendations: [b]\naction_taken:\n  cy: Gofynnais\n    am gynllun #2\n  en: x",
        5,
        "#2",
    ),
    (Answer, "id: a\nrecommendations: [b]\naction_taken:\n  en: I asked for\n    #2 and 3", 5, "#2 and 3"),
    (Answer, "id: a\nrecommendations: [b]\naction_taken:\n  en: |\n    I asked\n   #2", 6, "#2"),
    (Answer, "id: a\nrecommendations: [b]\naction_taken:\n  en: | #12\n    I asked", 4, "#12"),
    (Answer, "id: a\nrecommendations: [b]\naction_taken:\n  en: #12 is closed\n  cy: x", 4, "#12 is closed"),
    (Evidence, "id: a\nby: force\ntext: {cy: x, en: Case #2\n  }", 3, "#2"),
    (Report, REPORT + "Custody #2", 5, "#2"),
    (Report, REPORT + "x\nname:\n  en: The report #2", 7, "#2"),
    (Recommendation, RECOMMENDATION + "number: Recommendation #3", 6, "#3"),
    (Recommendation, RECOMMENDATION + "deadline:\n  words: Within six months #soon", 7, "#soon"),
    (Recommendation, "id: a\nreport: b\ntext:\n  en: x\naddressees:\n  - forces #1\n  - x", 6, "#1"),
    (Recommendation, "id: a\nreport: b\ntext:\n  en: Record #stalking.\naddressees: [c]", 4, "#stalking."),
    (LetterFacts, "recipients: [a]\nreference: PCC #12", 2, "#12"),
    (Person, "id: a\nrole: b\nname: Jane Mudd # the PCC", 3, "# the PCC"),
    (Person, "id: a\nrole: b\nname: x\npost_nominals: QPM #x", 4, "#x"),
    (Person, "id: a\nrole: b\nname: x\naddress:\n  - Unit #4\n  - Newport", 5, "#4"),
    (Person, "id: a\nrole: b\nname: x\naddress:\n  cy: [Uned #4\n  ]\n  en: [x]", 5, "#4"),
    (Contacts, "id: a\naddress: [x]\ntelephone: 01633 642200 # office", 3, "# office"),
    (Stationery, "letterhead: logo #2.docx", 1, "#2.docx"),
]


@pytest.mark.parametrize(("model", "text", "line", "words"), CUT)
def test_a_comment_behind_words_is_refused_with_what_is_cut(
    model: type[BaseModel], text: str, line: int, words: str
) -> None:
    (mistake,) = _comment_problems(model, text)
    assert mistake.startswith(f"x:{line}: ")
    assert f"“{words}”" in mistake
    assert "quotation marks" in mistake


@pytest.mark.parametrize(
    ("model", "text"),
    [
        (
            LetterFacts,
            "recipients: [a, b]   # the law asks\ndate: 2025-02-04 # fixed\nlayout: narrative # as told",
        ),
        (
            LetterFacts,
            "recipients:\n  - a # first\n  # second\n  - b\navailability: true # yes\nreference:  # none",
        ),
        (Report, REPORT + '"Custody #2"   # invented\nweb: https://x.wales/a#b # page\nmakes: 4 # of them'),
        (Report, REPORT + "'Custody #2' # x\n    # y\nkind: report"),
        (Report, REPORT + "|  # as published\n    Custody #2\nkind: report"),
        (Report, REPORT + "x\n  # the Welsh is not out yet\n  #cy: …\nkind: report"),
        (Recommendation, "id: a # b\nreport: b # c\naddressees: [c]\ntext:\n  en:   # a gap that is meant\n"),
    ],
)
def test_a_comment_that_cuts_no_words_stays(model: type[BaseModel], text: str) -> None:
    assert model.model_validate(read(text.encode(), "x").value)
    assert not list(_comment_problems(model, text))


def _comment_problems(model: type[BaseModel], text: str) -> list[str]:
    return [str(problem) for problem in comment_problems(read(text.encode(), "x"), model)]


WORDS = [
    "C#",
    "a#b",
    "R&D",
    "https://x.wales/a#b",
    "PC#3",
    "£1.2m–£1.5m",
    "2 * 3",
    "(a)",
    "[sic]",
    "tŷ",
    "Ж",
    "it's",
]


@unhurried
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.booleans())
def test_clean_words_raise_nothing_and_stay(words: list[str], is_quoted: bool) -> None:
    text = " ".join(["I", *words])
    written = f'"#12 {text}"' if is_quoted else text
    source = read(f"answers:\n  - action_taken:\n      en: {written}\n".encode(), "x")
    assert source.at(("answers", 0, "action_taken", "en")) == written.strip('"')
    assert not source.comments
    assert not source.notes


def test_values_of_unknown_keys_are_judged_by_what_they_look_like() -> None:
    assert len(_comment_problems(Office, "naem: Jane Mudd #2")) == 1
    assert not _comment_problems(Response, "datum: 2025-02-04 #2")

"""The sentences with which a letter begins: the law, the report, how much of it concerns us."""

from __future__ import annotations

import pytest
from offices import Bench, words

from respondent.language import Language

REPORT = """reports:
  - id: sussex
    inspectorate: hmicfrs
    title: {en: Stalking}
    published: 2019-04-10
"""

LETTER = "letter:\n  date: 2019-05-14\n  recipients: [home-secretary]\n"

ITEM = (
    "  - {{id: {id}, report: sussex, kind: {kind}, addressees: [all], text: {{en: A}}, applies: {applies}}}\n"
)


def letter(
    bench: Bench, ours: int, others: int, areas: int = 0, makes: int | None = None
) -> dict[Language, str]:
    """Return what the letter says of the scope of its report, in both languages."""
    kinds = [("recommendation", "true")] * ours + [("recommendation", "false")] * others
    kinds += [("area-for-improvement", "true")] * areas
    items = "".join(
        ITEM.format(id=f"a{number}", kind=kind, applies=applies)
        for number, (kind, applies) in enumerate(kinds)
    )
    report = REPORT if makes is None else f"{REPORT}    makes: {makes}\n"
    listed = f"recommendations:\n{items}" if items else ""
    bench.response.write_text(LETTER + report + listed, encoding="utf-8")
    return {language: words(document, "scope") for language, document in bench.documents().items()}


SCOPES = [
    # ours, others, areas, makes, Welsh, English
    (0, 0, 0, None, "Nid yw'n gwneud unrhyw argymhellion.", "It makes no recommendations."),
    (
        0, 0, 1, None,
        "Nid yw'n gwneud unrhyw argymhellion, ond mae'n enwi un maes i'w wella ar gyfer Heddlu Gwent.",
        "It makes no recommendations, but it names one area for improvement for Gwent Police.",
    ),
    (
        0, 0, 3, None,
        "Nid yw'n gwneud unrhyw argymhellion, ond mae'n enwi tri maes i'w gwella ar gyfer Heddlu Gwent.",
        "It makes no recommendations, but it names three areas for improvement for Gwent Police.",
    ),
    (
        1, 0, 2, None,
        "Mae'n gwneud un argymhelliad, ac mae'r llythyr hwn yn ei ateb. Mae hefyd yn enwi dau faes i'w gwella ar gyfer "
        "Heddlu Gwent.",
        "It makes one recommendation, and this letter answers it. It also names two areas for improvement for Gwent "
        "Police.",
    ),
    (
        2, 0, 0, None,
        "Mae'n gwneud dau argymhelliad, ac mae'r llythyr hwn yn ateb y ddau.",
        "It makes two recommendations, and this letter answers both.",
    ),
    (
        3, 0, 0, None,
        "Mae'n gwneud tri argymhelliad, ac mae'r llythyr hwn yn ateb pob un ohonynt.",
        "It makes three recommendations, and this letter answers all of them.",
    ),
    (
        0, 2, 0, None,
        "Mae'n gwneud dau argymhelliad, ac nid yw'r naill na'r llall yn berthnasol i Heddlu Gwent.",
        "It makes two recommendations, neither of which applies to Gwent Police.",
    ),
    (
        0, 3, 0, None,
        "Mae'n gwneud tri argymhelliad, ac nid oes yr un ohonynt yn berthnasol i Heddlu Gwent.",
        "It makes three recommendations, none of which applies to Gwent Police.",
    ),
    (
        1, 0, 0, 4,
        "Mae'n gwneud pedwar argymhelliad. Mae'r llythyr hwn yn ateb un ohonynt.",
        "It makes four recommendations. This letter answers one of them.",
    ),
    (
        2, 1, 0, 4,
        "Mae'n gwneud pedwar argymhelliad. Mae'r llythyr hwn yn ateb dau argymhelliad o'u plith.",
        "It makes four recommendations. This letter answers two recommendations among them.",
    ),
    (
        0, 0, 0, 4,
        "Mae'n gwneud pedwar argymhelliad. Nid yw'r llythyr hwn yn ateb yr un ohonynt.",
        "It makes four recommendations. This letter answers none of them.",
    ),
    (
        2, 0, 0, 2,
        "Mae'n gwneud dau argymhelliad, ac mae'r llythyr hwn yn ateb y ddau.",
        "It makes two recommendations, and this letter answers both.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("ours", "others", "areas", "makes", "welsh", "english"), SCOPES)
def test_the_scope_is_counted(
    bench: Bench, ours: int, others: int, areas: int, makes: int | None, welsh: str, english: str
) -> None:
    said = letter(bench, ours, others, areas, makes)

    assert {language: text.replace("\n", " ") for language, text in said.items()} == {
        Language.CY: welsh,
        Language.EN: english,
    }


def test_full_name_of_inspectorate_appears_once(bench: Bench) -> None:
    second = REPORT.partition("\n")[2].replace("id: sussex", "id: second").replace("Stalking", "Custody")
    bench.response.write_text(LETTER + REPORT + second, encoding="utf-8")

    english = words(bench.documents()[Language.EN], "statutory").splitlines()
    welsh = words(bench.documents()[Language.CY], "statutory").splitlines()

    assert english == [
        "This letter gives my comments, under section 55 of the Police Act 1996, on the report ‘Stalking’, which Her "
        "Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS) published on 10th April 2019.",
        "This letter gives my comments, under section 55 of the Police Act 1996, on the report ‘Custody’, which HMICFRS "
        "published on 10th April 2019.",
    ]
    assert welsh == [
        "Mae'r llythyr hwn yn cynnwys fy sylwadau, o dan adran 55 o Ddeddf yr Heddlu 1996, ar yr adroddiad ‘Stalking’, a "
        "gyhoeddwyd gan Arolygiaeth Cwnstabliaeth a Gwasanaethau Tân ac Achub Ei Mawrhydi (HMICFRS) ar 10 Ebrill 2019.",
        "Mae'r llythyr hwn yn cynnwys fy sylwadau, o dan adran 55 o Ddeddf yr Heddlu 1996, ar yr adroddiad ‘Custody’, a "
        "gyhoeddwyd gan HMICFRS ar 10 Ebrill 2019.",
    ]

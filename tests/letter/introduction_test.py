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


ENGLISH = " Dyfynnir {} yn Saesneg, fel y'{} cyhoeddwyd."
ONE, SEVERAL = ENGLISH.format("yr argymhelliad", "i"), ENGLISH.format("yr argymhellion", "u")
AREA, AREAS = ENGLISH.format("y maes i'w wella", "i"), ENGLISH.format("y meysydd i'w gwella", "u")

SCOPES = [
    # ours, others, areas, makes, Welsh, English
    (0, 0, 0, None, "Nid oes argymhellion yn yr adroddiad.", "There are no recommendations in the report."),
    (
        0, 0, 1, None,
        f"Nid yw'r adroddiad yn gwneud argymhellion, ond mae'n nodi un maes i'w wella ar gyfer Heddlu Gwent.{AREA}",
        "The report makes no recommendations, but it identifies one area for improvement for Gwent Police.",
    ),
    (
        0, 0, 3, None,
        f"Nid yw'r adroddiad yn gwneud argymhellion, ond mae'n nodi tri maes i'w gwella ar gyfer Heddlu Gwent.{AREAS}",
        "The report makes no recommendations, but it identifies three areas for improvement for Gwent Police.",
    ),
    (
        1, 0, 2, None,
        "Mae'r adroddiad yn gwneud un argymhelliad, ac rwyf yn ymateb iddo isod. Mae hefyd yn nodi dau faes i'w gwella ar "
        "gyfer Heddlu Gwent. Dyfynnir geiriau'r adroddiad yn Saesneg, fel y'u cyhoeddwyd.",
        "The report makes one recommendation, and I respond to it below. It also identifies two areas for improvement for "
        "Gwent Police.",
    ),
    (
        2, 0, 0, None,
        f"Mae'r adroddiad yn gwneud dau argymhelliad, ac rwyf yn ymateb i'r ddau isod.{SEVERAL}",
        "The report makes two recommendations, and I respond to both below.",
    ),
    (
        3, 0, 0, None,
        f"Mae'r adroddiad yn gwneud tri argymhelliad, ac rwyf yn ymateb i bob un ohonynt isod.{SEVERAL}",
        "The report makes three recommendations, and I respond to each of them below.",
    ),
    (
        0, 1, 0, None,
        "Mae'r adroddiad yn gwneud un argymhelliad, nad yw'n berthnasol i Heddlu Gwent.",
        "The report makes one recommendation, which does not apply to Gwent Police.",
    ),
    (
        0, 2, 0, None,
        "Mae'r adroddiad yn gwneud dau argymhelliad, ac nid yw'r naill na'r llall yn berthnasol i Heddlu Gwent.",
        "The report makes two recommendations, neither of which applies to Gwent Police.",
    ),
    (
        0, 3, 0, None,
        "Mae'r adroddiad yn gwneud tri argymhelliad, ac nid oes yr un ohonynt yn berthnasol i Heddlu Gwent.",
        "The report makes three recommendations, none of which applies to Gwent Police.",
    ),
    (
        1, 2, 0, None,
        f"Mae un o'r tri argymhelliad yn yr adroddiad yn berthnasol i Heddlu Gwent, ac rwyf yn ymateb iddo isod.{ONE}",
        "One of the report's three recommendations applies to Gwent Police, and I respond to it below.",
    ),
    (
        5, 4, 0, None,
        "Mae pump o'r naw argymhelliad yn yr adroddiad yn berthnasol i Heddlu Gwent, ac rwyf yn ymateb iddynt isod."
        f"{SEVERAL}",
        "Five of the report's nine recommendations apply to Gwent Police, and I respond to them below.",
    ),
    (
        1, 0, 0, 4,
        f"Mae'r adroddiad yn gwneud pedwar argymhelliad. Rwyf yn ymateb i un ohonynt isod.{ONE}",
        "The report makes four recommendations. I respond to one of them below.",
    ),
    (
        2, 1, 0, 4,
        f"Mae'r adroddiad yn gwneud pedwar argymhelliad. Rwyf yn ymateb i ddau ohonynt isod.{SEVERAL}",
        "The report makes four recommendations. I respond to two of them below.",
    ),
    (
        0, 0, 0, 4,
        "Mae'r adroddiad yn gwneud pedwar argymhelliad.",
        "The report makes four recommendations.",
    ),
    (
        2, 0, 0, 2,
        f"Mae'r adroddiad yn gwneud dau argymhelliad, ac rwyf yn ymateb i'r ddau isod.{SEVERAL}",
        "The report makes two recommendations, and I respond to both below.",
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
        "I am writing to you, under section 55 of the Police Act 1996, with my comments on two reports published by Her "
        "Majesty's Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS):",
        "‘Stalking’ (10th April 2019)",
        "‘Custody’ (10th April 2019)",
    ]
    assert welsh == [
        "Ysgrifennaf atoch, o dan adran 55 o Ddeddf yr Heddlu 1996, i gyflwyno fy sylwadau ar ddau adroddiad a gyhoeddwyd "
        "gan Arolygiaeth Cwnstabliaeth a Gwasanaethau Tân ac Achub Ei Mawrhydi (HMICFRS):",
        "‘Stalking’ (10 Ebrill 2019)",
        "‘Custody’ (10 Ebrill 2019)",
    ]

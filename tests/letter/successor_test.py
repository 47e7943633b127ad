"""An invented body of 2028: a board, plural, of feminine name, with its own notices. A new office.yaml is all it needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from offices import Bench, words

from respondent.document.walk import gaps, outline
from respondent.language import Language

OFFICE = """
names:
  - id: executive
    from: 2028-05-08
    body: {cy: Gweithrediaeth Plismona Gwent, en: Gwent Policing Executive, gender: f}
    office: {cy: Swyddfa Gweithrediaeth Plismona Gwent, en: Office of the Gwent Policing Executive, gender: f}
    area: {both: Gwent, gender: f}
force:
  - id: merged-force
    from: 2028-05-08
    name: {cy: Heddlu'r De-ddwyrain, en: South-east Wales Police, gender: m}
contacts:
  - id: office
    address: {cy: [Tŷ Gwent, Casnewydd], en: [Gwent House, Newport]}
    email: {cy: swyddfa@example.org, en: office@example.org}
people:
  - id: chair
    role: office-holder
    name: Ann Jones
    title: {cy: Cadeirydd y Weithrediaeth, en: Chair of the Executive, gender: m}
  - id: chief
    role: chief-officer
    name: Huw Rees
    title: {cy: Pennaeth yr Heddlu, en: Head of Policing, gender: m}
  - id: minister
    role: home-secretary
    name: Jo Lee
    title: {cy: Ysgrifennydd Cartref, en: Home Secretary, gender: m}
    salutation: {cy: Annwyl Ysgrifennydd Cartref, en: Dear Home Secretary}
  - id: inspector
    role: inspector
    name: Sam Price
inspectorates:
  - id: hmicfrs
    names:
      - id: only
        name: {cy: Arolygiaeth Newydd, en: New Inspectorate, gender: f}
        short: {cy: AN, en: NI}
notices:
  - id: own
    kind: correspondence
    text:
      cy: Croeso i chi ysgrifennu atom yn Gymraeg. Byddwn yn ateb yn Gymraeg, heb oedi.
      en: You are welcome to write to us in Welsh. We will reply in Welsh, without delay.
  - id: own-availability
    kind: availability
    text: {cy: Ar gael yn y ddwy iaith., en: Available in both languages.}
statutory_sentences:
  - id: act-of-2028
    from: 2028-05-08
    text:
      cy: Dyma sylwadau'r Weithrediaeth o dan Ddeddf 2028 ar {report} gan {inspectorate}, a gyhoeddwyd ar {published}.
      en: These are the Executive's comments under the Act of 2028 on {report} by {inspectorate}, published on {published}.
sign_off: {cy: Yr eiddoch yn gywir, en: Yours faithfully}
labels:
  recommendation: {cy: Cam, en: Step}
  recommendations: {cy: Camau, en: Steps}
register: we
language_order: english-first
"""


@pytest.fixture
def board(bench: Bench) -> Bench:
    bench.office.write_text(OFFICE, encoding="utf-8")
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2028-06-01")
    bench.change(bench.response, "    published: 2019-04-10", "    published: 2028-05-10")
    bench.change(bench.response, "  introduction: own", "  introduction: standard")
    bench.change(bench.response, "availability: false", "availability: true")
    answers = (
        "\nanswers:\n  - id: both\n    recommendations: [record-breaches, wider-pattern]\n"
        "    action_taken: {cy: Gwnaed., en: Done.}\ncomments:\n  invited: 2028-05-11\n  received: none\n"
    )
    text = bench.response.read_text(encoding="utf-8")
    bench.response.write_text(text + answers, encoding="utf-8")
    return bench


def test_pair_of_another_office_has_no_gaps(board: Bench) -> None:
    documents = board.documents()

    assert [gaps(document) for document in documents.values()] == [[], []]
    welsh, english = (outline(document.parts[0]) for document in documents.values())
    assert sorted(welsh) == sorted(english)
    assert [kind for kind, _ in welsh] == [kind for kind, _ in english]


WANTED = {
    "letterhead": (
        "Office of the Gwent Policing Executive | Swyddfa Gweithrediaeth Plismona Gwent",
        "Office of the Gwent Policing Executive | Swyddfa Gweithrediaeth Plismona Gwent",
    ),
    "statutory": (
        "Dyma sylwadau'r Weithrediaeth o dan Ddeddf 2028 ar Stalking and harassment: An inspection of Sussex Police "
        "commissioned by the police and crime commissioner, and an update on national recommendations in HMICFRS’s "
        "2017 report gan AN, a gyhoeddwyd ar 10 Mai 2028.",
        "These are the Executive's comments under the Act of 2028 on Stalking and harassment: An inspection of Sussex "
        "Police commissioned by the police and crime commissioner, and an update on national recommendations in "
        "HMICFRS’s 2017 report by NI, published on 10 May 2028.",
    ),
    "scope": (
        "Mae dau o'r tri argymhelliad yn yr adroddiad yn berthnasol i Heddlu'r De-ddwyrain, ac rydym yn ymateb iddynt "
        "isod. Dyfynnir yr argymhellion yn Saesneg, fel y'u cyhoeddwyd.",
        "Two of the report's three recommendations apply to South-east Wales Police, and we respond to them below.",
    ),
    "group": ("Cam 1:", "Step 1:"),
    "notice": (
        "You are welcome to write to us in Welsh. We will reply in Welsh, without delay.",
        "You are welcome to write to us in Welsh. We will reply in Welsh, without delay.",
    ),
    "answer-heading": ("Ein hymateb i gamau 1 a 2", "Our response to steps 1 and 2"),
    "answer": ("Camau yr ydym wedi'u cymryd", "Action we have taken"),
    "comments": (
        "Ar 11 Mai 2028 gwahoddasom Bennaeth yr Heddlu i gyflwyno sylwadau ar yr adroddiad. Ni ddaeth sylwadau ar wahân i law.",
        "On 11 May 2028 we invited the Head of Policing to submit comments on the report. No separate comments were received.",
    ),
    "sign-off": ("Yr eiddoch yn gywir", "Yours faithfully"),
    "signature": ("Ann JonesCadeirydd y Weithrediaeth", "Ann JonesChair of the Executive"),
    "availability": ("Available in both languages.", "Available in both languages."),
}


@pytest.mark.parametrize("section", WANTED)
def test_words_of_another_office_are_used(board: Bench, section: str) -> None:
    documents = board.documents()
    first = [words(documents[language], section).splitlines()[0] for language in Language]

    assert tuple(first) == WANTED[section]


def test_shipped_wording_names_no_commissioner(board: Bench, tmp_path: Path) -> None:
    sections = (
        "letterhead",
        "statutory",
        "scope",
        "signature",
        "sign-off",
        "notice",
        "availability",
        "comments",
    )
    for document in board.documents().values():
        said = " ".join(words(document, section) for section in sections if section != "statutory")

        assert "omisiynydd" not in said
        assert "ommissioner" not in said

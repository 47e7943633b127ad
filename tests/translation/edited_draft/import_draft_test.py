from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace

import pytest
from ledger.rows import said
from lxml import etree
from packages import MAIN, W, unpacked, xml
from translation.edited_draft.drafts import (
    BODY,
    CY,
    EN,
    TODAY,
    Edit,
    Element,
    Office,
    added,
    contents,
    deleted,
    desk,
    edited,
    find,
    retype,
    run,
    split,
    typed,
    unmarked,
    without_properties,
    words,
)
from translation.responses import HANDED

from respondent.document.tree import Document, Run
from respondent.errors import InputError
from respondent.language import Language
from respondent.ledger.state import State
from respondent.translation.edited_draft.draft_paragraphs import read
from respondent.translation.edited_draft.import_draft import DraftImport, Letters, import_draft
from respondent.writers.docx import write

OPENING = "I am writing about the report.\n\nIt was published in *May*, see [the page](https://a.cymru).\n"
TRAINING = (
    "# What was done\n\n- Officers were trained.\n- All of them by May:\n  1. sergeants\n  2. constables\n\n"
    "Then there were two more courses.\n\n> Well done, said the trainer.\n\n| year | courses |\n|---|--:|\n| 2025 | 4 |\n"
)
EVIDENCE = [
    {"id": "training", "by": "force", "text": {"en": TRAINING, "cy": "Hyfforddwyd y swyddogion.\n\nPob un."}},
    {"id": "audit", "by": "office", "text": {"en": "The audit found nothing."}},
]
OFFICE = Office.of(
    opening={"en": OPENING, "cy": "Rwy'n ysgrifennu atoch."},
    evidence=EVIDENCE,
    closing={"en": "I will write again in the autumn.", "cy": "Ysgrifennaf eto yn yr hydref."},
    recommendations=[
        {"id": "one", "report": "one", "number": "1", "kind": "recommendation", "addressees": ["Gwent Police"],
         "text": {"en": "Forces should train their officers well."}}
    ],
)  # fmt: skip


def home(*edits: Edit, language: str = "en", office: Office = OFFICE) -> DraftImport:
    return office.home(edited(office.draft(CY if language == "cy" else EN), *edits))


def told(found: DraftImport) -> dict[str, str]:
    return {one.field.id: one.new for one in found.result.changes}


def test_unedited_draft_writes_nothing() -> None:
    for language in (CY, EN):
        found = OFFICE.home(OFFICE.draft(language))

        assert (found.result.changes, found.result.refusals, found.result.rows) == ([], [], [])
        assert "opening" in found.result.unchanged


def test_only_the_edited_text_changes() -> None:
    found = home(typed("writing about", "I am writing of the report."))

    assert told(found) == {"opening": OPENING.replace("about", "of")}
    assert found.result.refusals == []


def test_no_break_spaces_of_a_draft_come_home_as_spaces() -> None:
    office = Office.of(opening={"en": "I wrote on 6 May 2025 about recommendation 7.\n\nI met Dr Jones."})
    draft = edited(office.draft(EN))
    assert "6\xa0May\xa02025" in "".join(xml(draft, "word/document.xml").itertext())

    assert office.home(draft).result.changes == []
    longer = told(home(typed("I met", "I met Dr\xa0Jones and Mr Rees."), office=office))
    assert longer == {
        "opening": "I wrote on 6 May 2025 about recommendation 7.\n\nI met Dr Jones and Mr Rees."
    }


def test_formatting_becomes_markdown() -> None:
    def edit(root: Element) -> None:
        paragraph = find(root, "two more courses")
        retype(paragraph, "Then there were ")
        contents(paragraph)[-1].addnext(run("two", "<w:b/>"))
        contents(paragraph)[-1].addnext(run(" more courses."))

    assert told(home(edit)) == {"evidence.training.text": TRAINING.replace("two", "**two**")}


def test_removed_link_is_removed() -> None:
    def edit(root: Element) -> None:
        link = find(root, "the page").find(f"{W}hyperlink")
        link.addnext(run("the page"))
        link.getparent().remove(link)

    assert told(home(edit)) == {"opening": OPENING.replace("[the page](https://a.cymru)", "the page")}


STRUCTURE = [
    # the edit, what stood there, what stands there then
    (added("sergeants", "inspectors"), "  2. constables", "  2. inspectors\n  3. constables"),
    (added("constables", "and all others"), "  2. constables", "  2. constables\n  3. and all others"),
    (deleted("sergeants"), "  1. sergeants\n  2. constables", "  1. constables"),
    (deleted("Officers were trained."), "- Officers were trained.\n", ""),
    (added("Then there were", "They were held in Cwmbrân."), "courses.\n\n", "courses.\n\nThey were held in Cwmbrân.\n\n"),
    (deleted("Then there were"), "Then there were two more courses.\n\n", ""),
    (added("Well done", "And so said I."), "trainer.\n", "trainer.\n>\n> And so said I.\n"),
    (split("two more"), "there were two", "there were\n\ntwo"),
    (typed("Well done", "Good, said the trainer."), "Well done, said", "Good, said"),
    (typed("sergeants", "sergeants first"), "sergeants", "sergeants first"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "old", "new"), STRUCTURE)
def test_added_split_and_deleted_paragraphs_restructure_the_text(edit: Edit, old: str, new: str) -> None:
    assert told(home(edit)) == {"evidence.training.text": TRAINING.replace(old, new)}


TRACKED = [
    (added("sergeants", "inspectors", tracked=True), "  2. constables", "  2. inspectors\n  3. constables"),
    (deleted("sergeants", tracked=True), "  1. sergeants\n  2. constables", "  1. constables"),
    (deleted("Then there were", tracked=True), "Then there were two more courses.\n\n", ""),
    (typed("Well done", "Good, said the trainer.", tracked=True), "Well done, said", "Good, said"),
]


@pytest.mark.parametrize(("edit", "old", "new"), TRACKED)
def test_tracked_changes_are_accepted_and_listed(edit: Edit, old: str, new: str) -> None:
    found = home(edit)

    assert told(found) == {"evidence.training.text": TRAINING.replace(old, new)}
    assert {(place, change.by) for place, change in found.tracked} == {("evidence.training.text", "Nia")}
    assert found.tracked


@pytest.mark.parametrize("edit", [one[0] for one in (*STRUCTURE, *TRACKED)])
def test_imported_draft_writes_nothing_and_can_be_edited_again(edit: Edit) -> None:
    data = edited(OFFICE.draft(), edit)
    after = OFFICE.after(OFFICE.home(data))

    again = after.home(data)

    assert (again.result.changes, again.result.refusals, again.result.rows) == ([], [], [])
    more = after.home(edited(data, typed("writing about", "I write."), added("said the trainer", "At last.")))
    assert told(more).keys() == {"opening", "evidence.training.text"}
    assert more.result.refusals == []
    assert "trainer.\n>\n> At last." in told(more)["evidence.training.text"]


def test_an_edit_of_words_that_two_texts_share_is_of_both() -> None:
    account = {"en": "The audit found nothing.", "cy": "Ni chanfu'r archwiliad ddim."}
    evidence = [{"id": id, "by": "force", "answers": [id], "text": dict(account)} for id in ("one", "two")]
    recommendations = [
        {"id": id, "report": "one", "number": id, "addressees": ["Gwent Police"], "text": {"en": f"Do {id}."}}
        for id in ("one", "two")
    ]
    office = Office.of(evidence=evidence, recommendations=recommendations)

    found = home(typed("audit found", "The audit found a slip."), office=office)

    assert told(found) == dict.fromkeys(("evidence.one.text", "evidence.two.text"), "The audit found a slip.")
    assert [row.field for row in found.result.rows] == ["evidence.one.text", "evidence.two.text"]


def test_an_edit_of_a_reason_that_two_recommendations_share_is_of_both() -> None:
    reason = {"en": "Its cells are elsewhere.", "cy": "Mae ei gelloedd mewn man arall."}
    recommendations = [
        {"id": id, "report": "one", "number": id, "addressees": ["Gwent Police"], "text": {"en": f"Do {id}."}}
        | {"applies": False, "why_not": dict(reason)}
        for id in ("one", "two")
    ]

    found = home(typed("cells are", "It has no cells."), office=Office.of(recommendations=recommendations))

    assert told(found) == dict.fromkeys(
        ("recommendations.one.why_not", "recommendations.two.why_not"), "It has no cells."
    )


def test_an_edited_translation_is_reviewed_and_an_edited_original_is_not() -> None:
    welsh = home(typed("Rwy'n ysgrifennu", "Ysgrifennaf atoch."), language="cy")
    english = home(typed("writing about", "I write."))

    (row,) = welsh.result.rows
    assert (row.kind, row.field, row.target, row.origin) == (
        "reviewed",
        "opening",
        "Ysgrifennaf atoch.",
        "draft",
    )
    assert row.source == OPENING.strip()
    (row,) = english.result.rows
    assert (row.kind, row.target) == ("imported", "")


FIGURES = Office.of(
    closing={
        "en": "I will write again by 1 May to say more.",
        "cy": "Ysgrifennaf eto erbyn 1 Mai i ddweud mwy.",
    }
)


@pytest.mark.parametrize(
    ("new", "what"),
    [
        (
            "Ysgrifennaf eto erbyn 2 Mai.",
            "the figures 1 of the source are missing; the figures 2 are not in the source",
        ),
        (
            "Ysgrifennaf erbyn 1 Mai. I will write again by 1 May to say more.",
            "the figures 1 are not in the source",
        ),
        (
            "Ysgrifennaf atoch eto yn fuan iawn. I will write again by 1 May to say more.",
            "it contains an untranslated sentence: “I will write again by 1 May to say more.”",
        ),
    ],
)
def test_edited_translation_that_disagrees_with_its_source_is_imported_only_if_accepted(
    new: str, what: str
) -> None:
    data = edited(FIGURES.draft(CY), typed("Ysgrifennaf eto", new))

    found = FIGURES.home(data)

    assert told(found) == {}
    (refusal,) = found.result.refusals
    assert (refusal.key, refusal.what, refusal.new) == ("closing", what, new)
    assert told(FIGURES.home(data, accepted=["closing"])) == {"closing": new}


def test_gap_filled_with_other_figures_is_imported_only_if_accepted() -> None:
    office = Office.of(closing={"en": "I will write again by 1 May to say more."})
    data = edited(office.draft(CY), added("closing", "Ysgrifennaf eto erbyn 2 Mai."))

    assert told(office.home(data)) == {}
    assert told(office.home(data, accepted=["closing"])) == {"closing": "Ysgrifennaf eto erbyn 2 Mai."}


def test_edited_original_may_have_other_figures_than_its_translation() -> None:
    data = edited(FIGURES.draft(EN), typed("write again", "I will write by 2 May."))

    assert told(FIGURES.home(data)) == {"closing": "I will write by 2 May."}


def test_figure_edited_in_both_letters_of_a_draft_is_imported() -> None:
    data = edited(
        FIGURES.draft(both=True),
        typed("write again", "I will write by 2 May."),
        typed("Ysgrifennaf eto", "Ysgrifennaf erbyn 2 Mai."),
    )

    found = FIGURES.home(data)

    assert [change.new for change in found.result.changes] == [
        "I will write by 2 May.",
        "Ysgrifennaf erbyn 2 Mai.",
    ]
    assert found.result.refusals == []


def test_edited_stale_translation_is_not_reviewed() -> None:
    old = said("reviewed", "I am writing.", "Rwy'n ysgrifennu atoch.", field="opening")
    data = edited(OFFICE.draft(CY), typed("Rwy'n ysgrifennu", "Ysgrifennaf atoch."))
    (change,) = OFFICE.home(data, rows=[old]).result.changes

    assert change.state is State.UNAPPROVED


def test_comments_become_notes_of_their_text() -> None:
    import io

    import docx

    for edits in ((), (typed("writing about", "I write."),)):
        document = docx.Document(io.BytesIO(edited(OFFICE.draft(), *edits)))
        paragraph = next(one for one in document.paragraphs if "It was published" in one.text)
        document.add_comment(paragraph.runs, "In May?", author="Nia")
        out = io.BytesIO()
        document.save(out)
        found = OFFICE.home(out.getvalue())

        *changes, remark = found.result.rows
        assert [row.kind for row in changes] == (["imported"] if edits else [])
        assert (remark.kind, remark.field, remark.note) == ("noted", "opening", "Nia: In May?")
        again = OFFICE.home(out.getvalue(), rows=found.result.rows)
        assert [row.kind for row in again.result.rows] == [row.kind for row in changes]


FIXED = [
    # the edit, the block, what to do
    (typed("Dear Home Secretary", "Dear Minister"), "salutation.1", "recipient's salutation in office.yaml"),
    (typed("Yours sincerely", "Yours faithfully"), "sign-off.1", "sign-off in office.yaml"),
    (deleted("Yours sincerely"), "sign-off.1", "sign-off in office.yaml"),
]


@pytest.mark.parametrize(("edit", "block", "then"), FIXED)
def test_edits_of_wording_and_values_are_listed_with_their_place(edit: Edit, block: str, then: str) -> None:
    found = home(edit)

    (refused,) = found.result.refusals
    assert refused.key == block
    assert then in refused.advice
    assert refused.old
    assert found.result.changes == []


def test_edited_quotation_is_refused_with_both_versions() -> None:
    (refused,) = home(typed("Forces should", "Forces must train.")).result.refusals

    assert refused.key == "recommendations.one.text"
    assert (refused.old, refused.new) == ("Forces should train their officers well.", "Forces must train.")
    assert "quotation" in refused.what


def test_unassigned_paragraph_is_listed_with_its_words_and_place() -> None:
    (refused,) = home(added("Dear Home Secretary", "By hand.")).result.refusals

    assert refused.new == "By hand."
    assert "after “Dear Home Secretary" in refused.advice


def test_filled_gap_becomes_the_missing_text() -> None:
    def edit(root: Element) -> None:
        retype(find(root, "evidence.audit.text"), "Ni ddaeth dim i'r golwg.")
        body = find(root, "The audit found nothing.")
        body.getparent().remove(body)

    found = home(edit, language="cy")

    assert told(found) == {"evidence.audit.text": "Ni ddaeth dim i'r golwg."}
    assert [row.kind for row in found.result.rows] == ["reviewed"]


def test_gap_is_filled_over_the_other_language() -> None:
    over = home(typed("The audit found nothing.", "Ni ddaeth dim i'r golwg."), language="cy")

    assert told(over) == {"evidence.audit.text": "Ni ddaeth dim i'r golwg."}


LABEL = "evidence.audit.text"
BESIDE: list[Edit] = [
    added(LABEL, "Gweler e-bost Nia."),
    added(LABEL, "Ni ddaeth dim i'r golwg."),
    lambda root: find(root, LABEL).insert(2, run("Nia: ")),
    lambda root: find(root, LABEL).append(run(" (Gofynnwch i Nia)")),
]


@pytest.mark.parametrize("edit", BESIDE)
def test_words_beside_the_sentence_of_a_gap_are_reported_and_taken_only_if_accepted(edit: Edit) -> None:
    beside = home(edit, language="cy")

    assert told(beside) == {} and not beside.result.rows
    (refused,) = beside.result.refusals
    assert refused.key == LABEL and "beside the sentence of a gap" in refused.what
    accepted = OFFICE.home(edited(OFFICE.draft(CY), edit), accepted=[LABEL])
    assert told(accepted) == {LABEL: refused.new}


TYPED_BY_PROGRAMS = [
    # Word curls apostrophes, lengthens dashes, and puts in no-break spaces
    ("'", "’"),
    (" – ", " - "),
    (" – ", "\u00a0– "),
    (" – ", "  –  "),
]


@pytest.mark.parametrize(("old", "new"), TYPED_BY_PROGRAMS)
def test_the_sentence_of_a_gap_is_recognised_however_it_is_typed(old: str, new: str) -> None:
    def edit(root: Element) -> None:
        label = find(root, LABEL)
        assert old in words(label)
        retype(label, words(label).replace(old, new))

    returned = home(edit, language="cy")

    assert (told(returned), returned.result.refusals, returned.result.rows) == ({}, [], [])


def test_what_is_left_of_the_sentence_of_a_gap_is_no_text() -> None:
    whole = words(find(etree.fromstring(unpacked(OFFICE.draft(CY))[BODY]), LABEL))
    for number in range(1, len(whole.split())):
        assert told(home(typed(LABEL, " ".join(whole.split()[number:])), language="cy")) == {}


def test_other_language_below_a_gap_is_not_the_missing_text() -> None:
    found = home(typed("The audit found nothing.", "The audit found nothing new."), language="cy")

    assert told(found) == {}
    (refused,) = found.result.refusals
    assert refused.new == "The audit found nothing new."
    assert "below a gap" in refused.what


def changed(**more: object) -> Office:
    return Office.of(
        **{
            "opening": {"en": OPENING, "cy": "Rwy'n ysgrifennu atoch."},
            "evidence": EVIDENCE,
            "closing": {"en": "I will write again in the autumn.", "cy": "Ysgrifennaf eto yn yr hydref."},
            **more,
        }
    )


DRAFTED = changed()


def test_facts_changed_in_the_response_are_not_edits_of_the_draft() -> None:
    now = changed(closing={"en": "I will write again in winter.", "cy": "Ysgrifennaf eto yn y gaeaf."})

    found = now.home(DRAFTED.draft())

    assert (found.result.changes, found.result.refusals) == ([], [])


def test_conflict_is_refused_with_both_versions() -> None:
    now = changed(closing={"en": "I will write again in winter.", "cy": "Ysgrifennaf eto yn y gaeaf."})
    data = edited(DRAFTED.draft(), typed("again in the autumn", "I shall write again in the autumn."))

    found = now.home(data)

    assert told(found) == {}
    (refused,) = found.result.refusals
    assert (refused.old, refused.new) == (
        "I will write again in winter.",
        "I shall write again in the autumn.",
    )
    assert told(now.home(data, accepted=["closing"])) == {"closing": "I shall write again in the autumn."}


def test_edited_paragraph_is_imported_beside_one_changed_in_the_response() -> None:
    now = changed(opening={"en": OPENING.replace("May", "June"), "cy": "Rwy'n ysgrifennu atoch."})
    data = edited(DRAFTED.draft(), typed("writing about", "I write."))

    assert told(now.home(data)) == {
        "opening": OPENING.replace("May", "June").replace("I am writing about the report.", "I write.")
    }


def test_paragraph_moved_in_the_response_is_found() -> None:
    now = changed(opening={"en": "First of all.\n\n" + OPENING, "cy": "Rwy'n ysgrifennu atoch."})
    data = edited(DRAFTED.draft(), typed("writing about", "I write."))

    assert told(now.home(data)) == {
        "opening": "First of all.\n\n" + OPENING.replace("I am writing about the report.", "I write.")
    }


def test_restructured_text_is_refused_if_the_response_has_changed() -> None:
    now = changed(opening={"en": "First of all.\n\n" + OPENING, "cy": "Rwy'n ysgrifennu atoch."})
    data = edited(DRAFTED.draft(), added("writing about", "It is long."))

    found = now.home(data)

    assert told(found) == {}
    assert "changed in the response since" in found.result.refusals[0].what
    assert "It is long." in found.result.refusals[0].new


def test_paragraphs_without_bookmarks_are_found_by_their_words() -> None:
    data = edited(OFFICE.draft(), unmarked, typed("writing about", "I am writing of the report."))

    found = OFFICE.home(data)

    assert told(found) == {"opening": OPENING.replace("about", "of")}
    assert found.result.refusals == []


def test_rewritten_paragraph_is_found_by_its_place() -> None:
    def edit(root: Element) -> None:
        paragraph = find(root, "writing about")
        unmarked(paragraph)
        retype(paragraph, "Thank you very much indeed!")

    assert told(home(edit)) == {
        "opening": OPENING.replace("I am writing about the report.", "Thank you very much indeed!")
    }


def test_facts_changed_in_the_response_are_recognised_without_bookmarks() -> None:
    now = changed(closing={"en": "I will write again in winter.", "cy": "Ysgrifennaf eto yn y gaeaf."})
    old = edited(DRAFTED.draft(), unmarked)
    both = edited(
        DRAFTED.draft(), unmarked, typed("again in the autumn", "I shall write again in the autumn.")
    )

    assert now.home(old).result.changes == []
    assert [one.key for one in now.home(both).result.refusals] == ["closing"]


def test_draft_without_bookmarks_and_properties_is_imported_only_if_accepted() -> None:
    data = without_properties(
        edited(OFFICE.draft(), unmarked, typed("writing about", "I write about the report."))
    )

    found = OFFICE.home(data)

    assert told(found) == {}
    assert [one.key for one in found.result.refusals] == ["opening"]
    assert told(OFFICE.home(data, accepted=["opening"])) == {
        "opening": OPENING.replace("I am writing", "I write")
    }


def test_a_draft_of_another_response_is_refused_by_name() -> None:
    other = Office(DRAFTED.body, "2025-fire")

    with pytest.raises(InputError, match="a draft of another response: “2025-fire”"):
        OFFICE.home(other.draft())


def bodies(*drafts: bytes) -> Edit:
    """Return an edit that puts the paragraphs of other drafts before the end of one."""

    def edit(root: Element) -> None:
        end = root.find(f"{W}body").find(f"{W}sectPr")
        for data in drafts:
            for one in xml(data, "word/document.xml").find(f"{W}body"):
                if one.tag != f"{W}sectPr":
                    end.addprevious(one)

    return edit


def test_two_drafts_in_one_file_are_refused() -> None:
    other = Office(DRAFTED.body, "2025-fire").draft()

    with pytest.raises(InputError, match="it contains two drafts"):
        OFFICE.home(edited(OFFICE.draft(), bodies(other)))


def test_one_draft_twice_in_a_file_is_refused() -> None:
    def unmarked_copy(root: Element) -> None:
        body = root.find(f"{W}body")
        for one in list(body):
            if one.tag == f"{W}p":
                copy = etree.fromstring(etree.tostring(one))
                unmarked(copy)
                body.find(f"{W}sectPr").addprevious(copy)

    with pytest.raises(InputError, match="it contains the letter twice"):
        home(unmarked_copy)


def test_any_other_document_is_refused() -> None:
    def edit(root: Element) -> None:
        for one in root.iter(f"{W}p"):
            unmarked(one)
            retype(one, "Minutes of a meeting")

    with pytest.raises(InputError, match="neither its properties nor its words"):
        OFFICE.home(without_properties(edited(OFFICE.draft(), edit)))


def test_both_letters_in_one_file_are_imported() -> None:
    data = edited(
        OFFICE.draft(both=True),
        typed("writing about", "I write."),
        typed("Ysgrifennaf eto", "Ysgrifennaf eto maes o law."),
    )
    found = OFFICE.home(data)

    assert {(one.field.id, one.language) for one in found.result.changes} == {
        ("opening", EN),
        ("closing", CY),
    }
    assert found.result.refusals == []


def test_both_drafts_of_a_response_in_one_file_are_taken() -> None:
    data = edited(
        OFFICE.draft(EN), bodies(edited(OFFICE.draft(CY), typed("Ysgrifennaf eto", "Ysgrifennaf.")))
    )

    assert told(OFFICE.home(data)) == {"closing": "Ysgrifennaf."}


def test_words_of_the_other_language_stay_marked() -> None:
    office = Office.of(
        closing={"en": "The [Heddlu](lang:cy) is here today.", "cy": "Mae'r heddlu yma heddiw."}
    )

    def edit(root: Element) -> None:
        paragraph = find(root, "is here today")
        for one in paragraph.iter(f"{W}lang"):
            one.set(f"{W}val", "en-US")
        last = contents(paragraph)[-1]
        last.addnext(run(" Indeed.", '<w:lang w:val="cy-GB"/>'))

    data = edited(office.draft(), edit)

    assert told(office.home(data)) == {"closing": "The [Heddlu](lang:cy) is here today. Indeed."}


def test_row_added_to_a_table_is_imported() -> None:
    def edit(root: Element) -> None:
        row = next(one for one in root.iter(f"{W}tr") if "2025" in "".join(one.itertext()))
        copy = etree.fromstring(etree.tostring(row))
        unmarked(copy)
        for paragraph, text in zip(copy.iter(f"{W}p"), ("2026", "7"), strict=True):
            retype(paragraph, text)
        row.addnext(copy)

    assert told(home(edit)) == {"evidence.training.text": TRAINING + "| 2026 | 7 |\n"}


def test_paragraph_made_a_bullet_becomes_an_item() -> None:
    def edit(root: Element) -> None:
        properties = find(root, "Then there were").find(f"{W}pPr")
        number = f'<w:numPr xmlns:w="{MAIN}"><w:ilvl w:val="0"/><w:numId w:val="9001"/></w:numPr>'
        properties.append(etree.fromstring(number))

    assert told(home(edit)) == {"evidence.training.text": TRAINING.replace("Then", "- Then")}


def test_a_paragraph_that_was_moved_into_another_text_is_refused() -> None:
    def edit(root: Element) -> None:
        find(root, "Then there were").getparent()
        moved = find(root, "It was published")
        find(root, "Then there were").addnext(moved)

    found = home(edit)

    assert told(found) == {}
    assert [one.key for one in found.result.refusals] == ["opening"]


def test_deleted_text_is_listed_and_kept() -> None:
    found = home(deleted("again in the autumn"))

    assert told(found) == {}
    (refused,) = found.result.refusals
    assert (refused.key, refused.new) == ("closing", "")


def test_joined_paragraphs_are_joined() -> None:
    def edit(root: Element) -> None:
        first, second = find(root, "writing about"), find(root, "It was published")
        first.append(run(" "))
        for one in list(second):
            if one.tag != f"{W}pPr":
                first.append(one)
        second.getparent().remove(second)

    assert told(home(edit)) == {"opening": OPENING.replace("\n\n", " ", 1)}


def printed_twice() -> tuple[bytes, Letters]:
    """Return a draft whose template prints the closing once more at the end."""
    letters = OFFICE.letters
    (again,) = (one for one in letters.parts.en.blocks if getattr(one, "name", "") == "closing")
    part = replace(letters.parts.en, blocks=(*letters.parts.en.blocks, again))
    document = Document("x", (part,), "Gwent", TODAY, origin=letters.response)
    return write(document, desk().style_files["docx"]), replace(
        letters, parts=replace(letters.parts, en=part)
    )


TWICE = [
    # what the first and the second are, what is taken
    (None, None, None),
    ("I will write in spring.", None, "I will write in spring."),
    (None, "I will write in spring.", "I will write in spring."),
    ("I will write in spring.", "I will write in spring.", "I will write in spring."),
    ("I will write in spring.", "I will write in winter.", None),
]


@pytest.mark.parametrize(("first", "second", "taken"), TWICE)
def test_text_printed_twice_is_imported_if_both_agree(
    first: str | None, second: str | None, taken: str | None
) -> None:
    data, letters = printed_twice()

    def edit(root: Element) -> None:
        both = [one for one in root.iter(f"{W}p") if "again in the autumn" in words(one)]
        for one, text in zip(both, (first, second), strict=True):
            if text:
                retype(one, text)

    found = import_draft(read(edited(data, edit), "x"), OFFICE.response, (), letters, HANDED)

    assert told(found) == ({"closing": taken} if taken else {})
    assert len(found.result.refusals) == (2 if first and second and not taken else 0)


def test_subject_is_imported_as_one_line() -> None:
    office = Office.of(
        letter={"recipients": ["home-secretary"], "subject": {"en": "Custody", "cy": "Y ddalfa"}}
    )

    assert told(office.home(edited(office.draft(), typed("Custody", "Custody and care")))) == {
        "letter.subject": "Custody and care"
    }


def test_headers_and_footers_are_compared() -> None:
    draft = read(OFFICE.draft(), "x")
    less, more = draft.margins[1:], (*draft.margins, "More")
    for margins, count in (((less, draft.margins), 0), ((more,), 1), ((less,), 1), ((), 0)):
        letters = replace(OFFICE.letters, margins=margins)
        assert len(import_draft(draft, OFFICE.response, (), letters, HANDED).result.refusals) == count


def test_a_text_printed_as_a_quotation_comes_home_without_its_signs() -> None:
    from respondent.translation.edited_draft.markdown import Line
    from respondent.translation.edited_draft.rebuild import RebuiltLine, rebuilt
    from respondent.translation.edited_draft.shapes import Shape

    quoted = Line((Run("Solid new doors.", EN),), Shape(inset=1))

    assert rebuilt("New doors.\n", EN, [RebuiltLine(quoted, 0)]).strip() == "Solid new doors."
    assert rebuilt("> New doors.\n", EN, [RebuiltLine(quoted, 0)]).strip() == "> Solid new doors."


def test_an_edit_of_a_table_that_is_made_from_the_facts_is_told_where_it_belongs() -> None:
    recommendation = {
        "id": "one",
        "report": "one",
        "number": "1",
        "addressees": ["Gwent Police"],
        "text": {"en": "Train."},
        "progress": {"status": "done", "lead": {"cy": "Uwch-arolygydd", "en": "Superintendent"}},
    }
    annex = {"id": "progress", "columns": ["number", "lead"], "heading": {"cy": "cynnydd", "en": "progress"}}
    office = Office.of(
        letter={"recipients": ["home-secretary"], "annexes": [annex]}, recommendations=[recommendation]
    )

    (refusal,) = home(typed("Superintendent", "Inspector"), office=office).result.refusals

    assert refusal.advice.startswith("change the recommendations, their deadlines or progress")


def test_a_paragraph_joined_with_the_words_of_a_template_takes_nothing_of_them() -> None:
    def edit(root: Element) -> None:
        lead, text = find(root, "Rwy'n ysgrifennu"), find(root, "Annwyl")
        for child in list(lead):
            if child.tag != f"{W}pPr":
                text.append(child)
        lead.getparent().remove(lead)

    joined = home(edit, language="cy")

    assert told(joined) == {}
    assert "joined with words" in next(r.what for r in joined.result.refusals if r.key == "opening")


MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


LEFT_OUT = [
    # what is put behind the closing, what becomes of the text, what is reported
    ('<w:r><w:rPr><w:strike/></w:rPr><w:t> Not this.</w:t></w:r>', "", "words struck through: “Not this.”"),
    ('<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>', "",
     "text box: “Boxed”"),
    ('<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r>', "", "hidden words: “Hidden”"),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "", "symbol of the font Wingdings (F0FC)"),
    ('<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t> Soon.</w:t></w:r>', " Soon.", "highlighted: “Soon.”"),
]  # fmt: skip


@pytest.mark.parametrize(("added_xml", "more", "reported"), LEFT_OUT)
def test_what_a_draft_holds_and_no_text_can_is_reported_and_recorded(
    added_xml: str, more: str, reported: str
) -> None:
    piece = f'<x xmlns:w="{MAIN}" xmlns:m="{MATH}">{added_xml}</x>'
    returned = home(lambda root: find(root, "I will write again").append(etree.fromstring(piece)[0]))

    assert told(returned) == ({"closing": f"I will write again in the autumn.{more}"} if more else {})
    assert returned.result.left_out == [("closing", reported)]
    row = returned.result.rows[-1]
    assert (row.kind, row.field, row.note) == ("left-out", "closing", reported)
    again = OFFICE.home(
        edited(
            OFFICE.draft(), lambda root: find(root, "I will write again").append(etree.fromstring(piece)[0])
        ),
        rows=returned.result.rows,
    )
    assert not any(row.kind == "left-out" for row in again.result.rows)


def test_words_struck_through_are_deleted_from_their_text() -> None:
    def edit(root: Element) -> None:
        paragraph = find(root, "I will write again")
        retype(paragraph, "I will write ")
        paragraph.append(run("again ", "<w:strike/>"))
        paragraph.append(run("in the autumn."))

    returned = home(edit)

    assert told(returned) == {"closing": "I will write in the autumn."}
    assert returned.result.left_out == [("closing", "words struck through: “again”")]


def test_the_style_of_a_quotation_may_be_lost() -> None:
    def edit(root: Element) -> None:
        properties = find(root, "Well done, said the trainer.").find(f"{W}pPr")
        for name in ("pStyle", "ind"):
            for child in properties.findall(f"{W}{name}"):
                properties.remove(child)

    assert told(home(edit)) == {}
    assert told(home(edit, typed("I will write again", "I shall write again."))) == {
        "closing": "I shall write again."
    }


def auto_formatted(root: Element) -> None:
    """Change a draft as AutoFormat of Word does: quotes, dashes, ordinals, no-break spaces."""
    for text in root.iter(f"{W}t"):
        words_ = (text.text or "").replace("'", "’").replace(" – ", " — ").replace('"', "”")
        text.text = re.sub(r"(\d) ", "\\1\u00a0", words_)
    for piece in list(root.iter(f"{W}r")):
        words_ = words(piece)
        if match := re.search(r"(?<=\d)(?:st|nd|rd|th|eg|fed|ain|ydd|af)\b", words_):
            looks = piece.find(f"{W}rPr")
            parts = [words_[: match.start()], match[0], words_[match.end() :]]
            for part in reversed(parts):
                new = run(part)
                if looks is not None:
                    new.replace(new.find(f"{W}rPr"), deepcopy(looks))
                if part == match[0]:
                    new.find(f"{W}rPr").append(
                        etree.fromstring(f'<w:vertAlign xmlns:w="{MAIN}" w:val="superscript"/>')
                    )
                piece.addnext(new)
            piece.getparent().remove(piece)


AUTO = Office.of(
    opening={"en": 'It is "done" - by 28th May - it\'s 1/2 of 3 – or 4.', "cy": "Mae'r 'gwaith' wedi'i wneud – 1af Mai."},
    closing={"en": "I'll write on 1st June 2026.", "cy": "Ysgrifennaf ar 1af Mehefin 2026 – neu'n gynt."},
)  # fmt: skip


@pytest.mark.parametrize(("language", "closing"), [(CY, "Ysgrifennaf ar"), (EN, "write on")])
def test_a_draft_that_word_has_formatted_by_itself_is_as_it_was(language: Language, closing: str) -> None:
    returned = AUTO.home(edited(AUTO.draft(language), auto_formatted))

    assert (told(returned), returned.result.refusals, returned.result.rows) == ({}, [], [])
    assert len(returned.result.unchanged) >= 2
    edit = AUTO.home(
        edited(AUTO.draft(language), auto_formatted, lambda root: find(root, closing).append(run(" X.")))
    )
    text = AUTO.facts.closing
    assert text is not None and told(edit) == {"closing": f"{text.cy if language is CY else text.en} X."}

"""For any response and any edits of its draft in Word: exactly those texts change, to what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from packages import W
from translation.edited_draft.drafts import (
    CY,
    EN,
    Element,
    Office,
    contents,
    edited,
    fresh,
    marked,
    remove,
    retype,
    unmarked,
)
from translation.round_trip_test import EDITS, bodies

from respondent.document.markup import parse
from respondent.document.tree import Cell, Gap, Heading, Paragraph
from respondent.document.walk import inlines, nodes
from respondent.document.walk import text as words_of
from respondent.language import Language
from respondent.letter.sharing import same_words
from respondent.response.fields import Field, fields

unhurried = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # each takes long; a failing one is told as it is
)

TYPED = tuple(" ".join(text.split()) for text in EDITS)


@dataclass
class Printed:
    """A paragraph of a text, as the letter prints it."""

    field: Field
    element: Element
    words: str
    is_cell: bool


def printed(office: Office, language: Language, root: Element) -> Iterator[Printed]:
    """Yield the paragraphs of a letter that are those of a text in its language."""
    blocks = [
        node
        for node in nodes(office.letters.parts.in_(language).blocks)
        if isinstance(node, Paragraph | Heading | Cell | Gap)
    ]
    elements = list(marked(root))
    assert len(blocks) == len(elements)
    for field in fields(office.facts):
        wanted = told(field.in_(language) or "", language, field.id) if field.is_markdown else []
        ids = [id for id, _, _ in wanted]
        for at in range(len(blocks) if ids else 0):
            here = blocks[at : at + len(ids)]
            if [(one.id, words_of(inlines(one))) for one in here] == [(id, text) for id, text, _ in wanted]:
                for step, (_, text, is_cell) in enumerate(wanted):
                    yield Printed(field, elements[at + step], text, is_cell)
                break


def told(text: str, language: Language, id: str) -> list[tuple[str, str, bool]]:
    """Return the id, the words and whether it is a cell, of each paragraph of a text."""
    return [
        (node.id, words_of(inlines(node)), isinstance(node, Cell))
        for node in nodes(parse(text, language, id))
        if isinstance(node, Paragraph | Heading | Cell)
    ]


def changed(data: st.DataObject, paragraph: Printed, *, may_go: bool) -> list[str]:
    """Change one paragraph in a way that is drawn, and return the paragraphs that it then is."""
    kinds = ["type", "type tracked", "bold"]
    if not paragraph.is_cell:
        kinds += ["add", "add tracked", *(["delete", "delete tracked"] if may_go else [])]
    kind = data.draw(st.sampled_from(kinds), label=paragraph.words[:20])
    text, tracked = data.draw(st.sampled_from(TYPED)), kind.endswith("tracked")
    if kind.startswith("type"):
        retype(paragraph.element, text, tracked=tracked)
        return [text]
    if kind.startswith("add"):
        fresh(paragraph.element, text, tracked=tracked)
        return [paragraph.words, text]
    if kind.startswith("delete"):
        remove(paragraph.element, tracked=tracked)
        return []
    for one in contents(paragraph.element):
        embolden(one)
    return [paragraph.words]


def embolden(element: Element) -> None:
    """Make the words of a run or a link bold."""
    for one in element.iter(f"{W}r"):
        properties = one.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            one.insert(0, properties)
        if properties.find(f"{W}b") is None:
            properties.append(etree.Element(f"{W}b"))


@unhurried
@given(bodies(), st.sampled_from((CY, EN)), st.booleans())
def test_unedited_draft_writes_nothing(body: bytes, language: Language, is_unmarked: bool) -> None:
    office = Office(body)
    data = office.draft(language)

    found = office.home(edited(data, unmarked) if is_unmarked else data)

    assert (found.result.changes, found.result.rows, found.result.refusals, found.tracked) == ([], [], [], ())


@unhurried
@given(bodies(), st.sampled_from((CY, EN)), st.data())
def test_only_edited_texts_change(body: bytes, language: Language, data: st.DataObject) -> None:
    office = Office(body)
    wanted: dict[str, list[str]] = {}
    touched: set[str] = set()

    def edit(root: Element) -> None:
        # A new paragraph in the place of a deleted one counts as that one, rewritten.
        is_added = False
        for one in list(printed(office, language, root)):
            became = [one.words]
            if data.draw(st.integers(0, 3)) == 0:
                became = changed(data, one, may_go=not is_added)
                touched.add(one.field.id)
            is_added = len(became) > 1
            wanted.setdefault(one.field.id, []).extend(became)

    found = office.home(edited(office.draft(language), edit))

    refused = {one.key for one in found.result.refusals}
    assert refused <= touched
    taken = {one.field.id: one.new for one in found.result.changes}
    twins = {other for id in touched for other in same_words(office.facts).get(id, ())}
    assert taken.keys() <= touched | twins
    for id in touched - refused:
        field = next(one for one in fields(office.facts) if one.id == id)
        text = taken.get(id, field.in_(language) or "")
        now = [" ".join(words.split()) for _, words, _ in told(text, language, id)]
        assert [one for one in now if one] == [one for one in map(_plain, wanted[id]) if one]
    after = office.after(found)
    for old, new in zip(fields(office.facts), fields(after.facts), strict=True):
        for one in Language:
            if (old.id, one) not in {(change.field.id, change.language) for change in found.result.changes}:
                assert old.in_(one) == new.in_(one)
    again = after.home(after.draft(language))
    assert (again.result.changes, again.result.refusals) == ([], [])


def _plain(text: str) -> str:
    return " ".join(text.split())

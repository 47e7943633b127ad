"""Plants one fault in one letter of a good pair, by seed: what a slip, a typist or a paste leaves.

A fault is planted in the tree, as a change of `response.yaml` in one language would leave it: blocks of a
text are numbered anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, TypeAlias, TypeVar, cast

from respondent.checks.case import Case
from respondent.document.tree import (
    Block,
    Break,
    Cell,
    Document,
    Heading,
    Inline,
    Inlines,
    List,
    Paragraph,
    Part,
    Quotation,
    Row,
    Run,
    Section,
    Table,
)
from respondent.document.walk import Node, children, inlines, nodes
from respondent.language import Language, Pair

NodeT = TypeVar("NodeT", bound=Node)
Change: TypeAlias = Callable[[Node], Node | None]
"""What becomes of a node; nothing: it goes."""

Planter: TypeAlias = Callable[[Random, Case, Language], Document | None]
"""Returns the letter with one fault; none where it has no place for it."""


@dataclass(frozen=True)
class Kind:
    """One kind of fault."""

    name: str
    plant: Planter
    needs: str = "P"
    """The family of checks that it is for."""


def planted(kind: Kind, seed: int, cases: Sequence[Case], tries: int = 60) -> tuple[Case, Case] | None:
    """Return a good case and the same with one fault of a kind; none where no case has a place for it."""
    random = Random(f"{kind.name} {seed}")
    for _ in range(tries):
        good, language = random.choice(cases), random.choice(list(Language))
        document = kind.plant(random, good, language)
        if document is not None and document != good.documents.in_(language):
            documents = Pair.of(lambda one: document if one == language else good.documents.in_(one))  # noqa: B023
            return good, replace(good, documents=documents)
    return None


# --- the tree ---------------------------------------------------------------------------------------------------


def changed(document: Document, change: Change) -> Document:
    """Return a document with each node of its body changed, from the top down."""
    (part,) = document.parts
    blocks = tuple(_changed(block, change) for block in part.blocks)
    return _with_blocks(document, tuple(block for block in blocks if block is not None))


def _with_blocks(document: Document, blocks: tuple[Block, ...]) -> Document:
    return replace(document, parts=(replace(document.parts[0], blocks=blocks),))


def _changed(node: NodeT, change: Change) -> NodeT | None:
    new = change(node)
    if new is not node:
        return new  # type: ignore[return-value]  # a change keeps the kind of node
    return _with_children(node, lambda one: _changed(one, change))


def _with_children(node: NodeT, function: Callable[[Node], Node | None]) -> NodeT:
    if not children(node):
        return node
    names: Mapping[type, str] = {Table: "rows", List: "items", Row: "cells"}
    name = names.get(type(node), "blocks")
    new: dict[str, Any] = {name: tuple(one for one in map(function, getattr(node, name)) if one is not None)}
    if isinstance(node, Table):
        new["header"] = function(node.header)
    return cast(NodeT, replace(cast(Any, node), **new))


def _numbered(node: NodeT, old: str, new: str) -> NodeT:
    """Return a node, and what is below it, with the beginning of its id changed."""
    moved = replace(node, id=new + node.id.removeprefix(old))
    return _with_children(moved, lambda one: _numbered(one, old, new))


def part_of(case: Case, language: Language) -> Part:
    return case.documents.in_(language).parts[0]


def texts(case: Case, language: Language) -> dict[str, list[Block]]:
    """Return the blocks of each text of the response that stands in the letter in its own language, by its field."""
    found: dict[str, list[Block]] = {}
    ids = sorted((field.id for field in case.origins.fields), key=len, reverse=True)
    for section in part_of(case, language).blocks:
        for block in children(section):
            field = next((id for id in ids if block.id.startswith(f"{id}.")), "")
            if field and block.language == language and not isinstance(block, Quotation):
                found.setdefault(field, []).append(block)  # type: ignore[arg-type]  # children of a section
    return found


def with_texts(
    document: Document, new: Mapping[str, Sequence[Block]], old: Mapping[str, list[Block]]
) -> Document:
    """Return a document in which texts have other blocks, numbered anew; a section that is left empty goes."""
    (part,) = document.parts
    gone = {id(block) for field in new for block in old[field]}
    first = {id(old[field][0]): field for field in new}
    sections = []
    for section in part.blocks:
        assert isinstance(section, Section)
        blocks: list[Block] = []
        for block in section.blocks:
            if id(block) in first:
                field = first[id(block)]
                blocks += [_renumbered(one, field, number) for number, one in enumerate(new[field], 1)]
            elif id(block) not in gone:
                blocks.append(block)
        if blocks:
            sections.append(replace(section, blocks=tuple(blocks)))
    return _with_blocks(document, tuple(sections))


def _renumbered(block: Block, field: str, number: int) -> Block:
    return _numbered(block, block.id, f"{field}.{number}")


# --- words ------------------------------------------------------------------------------------------------------


def leaves(case: Case, language: Language, *, everywhere: bool = False) -> list[Node]:
    """Return the blocks with words that no letter lacks, of its own language: those of the response or all."""
    whole = {twin.id for twin in case.pair.blocks if not twin.has_gap}
    return [
        node
        for node in nodes(part_of(case, language).blocks)
        if inlines(node) and node.language == language and node.id in whole
        if everywhere or case.origins.field_of(node.id) is not None
    ]


def with_words(document: Document, id: str, words: Inlines) -> Document:
    def change(node: Node) -> Node:
        if node.id == id and isinstance(node, (Paragraph, Heading, Cell)):
            return replace(node, inlines=words)
        return node

    return changed(document, change)


def replacing(
    pattern: Pair[str],
    new: Callable[[Random, re.Match[str], Language], str],
    *,
    everywhere: bool = False,
    flags: int = 0,
) -> Planter:
    """Return a planter that replaces what a pattern finds in the words of a text."""
    compiled = pattern.map(lambda one: re.compile(one, flags))

    def plant(random: Random, case: Case, language: Language) -> Document | None:
        places = [
            (node, index, found)
            for node in leaves(case, language, everywhere=everywhere)
            for index, run in enumerate(inlines(node))
            if isinstance(run, Run) and run.language == language
            for found in compiled.in_(language).finditer(run.text)
        ]
        if not places:
            return None
        node, index, found = random.choice(places)
        run = inlines(node)[index]
        assert isinstance(run, Run)
        text = run.text[: found.start()] + new(random, found, language) + run.text[found.end() :]
        words = (*inlines(node)[:index], replace(run, text=text), *inlines(node)[index + 1 :])
        return with_words(case.documents.in_(language), node.id, words)

    return plant


def alike(pattern: str) -> Pair[str]:
    return Pair(pattern, pattern)


def by_table(tables: Pair[Mapping[str, str]], unless: str = r"(?![\w-])") -> Planter:
    """Return a planter that replaces a word by the one beside it in a table."""
    pattern = tables.map(
        lambda table: (
            rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))}){unless}"
        )
    )
    return replacing(pattern, lambda random, found, language: tables.in_(language)[found[0]])


def other_number(random: Random, found: re.Match[str], language: Language) -> str:
    """Return a figure with one digit changed."""
    text = found[0]
    index = random.choice([index for index, sign in enumerate(text) if sign.isdigit()])
    digits = [digit for digit in "123456789" if digit != text[index]]
    return text[:index] + random.choice(digits) + text[index + 1 :]


_MONTHS = Pair(
    [
        "Ionawr",
        "Chwefror",
        "Mawrth",
        "Ebrill",
        "Mai",
        "Mehefin",
        "Gorffennaf",
        "Awst",
        "Medi",
        "Hydref",
        "Tachwedd",
        "Rhagfyr",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
)
_MONTH = _MONTHS.map("|".join)
_MUTATED = {"Fehefin": "Fawrth", "Fai": "Fedi", "Orffennaf": "Ragfyr", "Fawrth": "Fai", "Dachwedd": "Ragfyr"}


def other_month(random: Random, found: re.Match[str], language: Language) -> str:
    if found[0] in _MUTATED:
        return _MUTATED[found[0]]
    return random.choice([month for month in _MONTHS.in_(language) if month != found[0]])


def other_day(random: Random, found: re.Match[str], language: Language) -> str:
    day = random.choice([number for number in range(1, 29) if number != int(found[1])])
    return f"{day}{'th' if found[2] and language.value == 'en' else found[2] or ''}"


NUMBER_WORDS: Pair[Mapping[str, str]] = Pair(
    {
        "dau": "tri", "ddau": "dri", "dwy": "tair", "ddwy": "dair", "tri": "pedwar", "tair": "pedair",
        "dair": "bedair", "pedwar": "pum", "bedair": "bum", "pedair": "pum", "bum": "chwe", "pum": "chwe",
        "chwe": "saith", "saith": "wyth", "wyth": "naw", "naw": "deg", "deg": "naw", "deuddeg": "pymtheg",
        "deunaw": "ugain", "ugain": "deugain", "deugain": "ugain", "ddwywaith": "deirgwaith", "deng": "ugain",
    },
    {
        "two": "three", "three": "four", "four": "five", "five": "six", "six": "seven", "seven": "eight",
        "eight": "nine", "nine": "ten", "ten": "nine", "twelve": "fifteen", "Twelve": "Fifteen",
        "eighteen": "twenty", "twenty": "forty", "forty": "twenty", "thirteen": "fourteen", "twice": "three times",
    },
)  # fmt: skip
ORDINALS: Pair[Mapping[str, str]] = Pair(
    {
        "ail": "trydydd", "drydedd": "bedwaredd", "trydydd": "pedwerydd", "trydedd": "pedwaredd", "21ain": "22ain",
        "bedwaredd": "drydedd", "pedwerydd": "pumed", "pumed": "chweched",
    },
    {
        "second": "third", "third": "fourth", "21st": "22nd", "fourth": "fifth", "fifth": "sixth",
    },
)  # fmt: skip
WEEKDAYS: Pair[Mapping[str, str]] = Pair(
    {"Llun": "Mawrth", "Mercher": "Iau", "Wener": "Sadwrn", "Gwener": "Iau", "Iau": "Llun", "Sadwrn": "Sul"},
    {
        "Monday": "Tuesday",
        "Wednesday": "Thursday",
        "Friday": "Saturday",
        "Thursday": "Monday",
        "Saturday": "Sunday",
    },
)
PLACES: Pair[Mapping[str, str]] = Pair(
    {
        "Casnewydd": "Caerdydd", "Caerffili": "Abertawe", "Torfaen": "Powys", "Thorfaen": "Phowys", "Went": "Bowys",
        "Sir Fynwy": "Sir Benfro", "Coed-duon": "Fenni", "Cymru": "Lloegr", "Fenni": "Barri", "Sussex": "Surrey",
        "Ystrad Mynach": "Ystradgynlais", "Gwent": "Powys", "Ngwent": "Nyfed", "Nghymru": "Lloegr",
    },
    {
        "Newport": "Cardiff", "Caerphilly": "Swansea", "Torfaen": "Powys", "Monmouthshire": "Pembrokeshire",
        "Blackwood": "Abergavenny", "Wales": "England", "Abergavenny": "Barry", "Sussex": "Surrey", "Gwent": "Powys",
    },
)  # fmt: skip
PEOPLE = (
    "Prosser", "Budden", "Brain", "Griffiths", "Holland", "Williams", "Vaughan", "Hopkins", "Pritchard", "Llewellyn",
    "Beynon", "Rees", "Whitcombe", "Okafor", "Marlowe", "Jenkins", "Mathias",
)  # fmt: skip


def other_person(random: Random, found: re.Match[str], language: Language) -> str:
    return random.choice([name for name in PEOPLE if name != found[0]])


SPEAKERS: Pair[Mapping[str, str]] = Pair(
    {
        "y Prif Gwnstabl": "Heddlu Gwent", "Mae'r Prif Gwnstabl": "Mae Heddlu Gwent", "mae'r Prif Gwnstabl": "mae Heddlu Gwent",
        "i'r Prif Gwnstabl": "i Heddlu Gwent", "Mae Heddlu Gwent": "Mae'r Prif Gwnstabl",
        "mae Heddlu Gwent": "mae'r Prif Gwnstabl", "Mae'r heddlu": "Mae'r Prif Gwnstabl",
        "Canfu'r arolygwyr": "Canfu'r Prif Gwnstabl", "fy swyddfa": "Heddlu Gwent", "Rwyf wedi": "Mae'r Prif Gwnstabl wedi",
        "Byddaf yn": "Bydd y Prif Gwnstabl yn", "Bydd fy swyddfa": "Bydd Llywodraeth Cymru",
    },
    {
        "the Chief Constable": "Gwent Police", "The Chief Constable": "Gwent Police", "Gwent Police": "The Chief Constable",
        "The force": "The Chief Constable", "the inspectors": "the Chief Constable", "The inspectors": "The Chief Constable",
        "my office": "Gwent Police", "I have": "The Chief Constable has", "I shall": "The Chief Constable will",
        "My office": "The Welsh Government",
    },
)  # fmt: skip
DENIALS: Pair[Mapping[str, str]] = Pair(
    {
        "Nid yw": "Mae", "Nid yw'r": "Mae'r", "Ni allai": "Gallai", "Ni chyrhaeddwyd": "Cyrhaeddwyd", "Ni chofnodwyd": "Cofnodwyd",
        "Ni wrthododd": "Gwrthododd", "nad oeddent": "eu bod", "heb ganiatâd": "gyda chaniatâd", "Nid oes yn rhaid": "Mae'n rhaid",
        "Nid wyf": "Rwyf", "Mae'r": "Nid yw'r", "Mae": "Nid yw", "Bydd": "Ni fydd", "Byddaf": "Ni fyddaf", "Roedd": "Nid oedd",
        "Rwyf wedi": "Nid wyf wedi", "Gallaf": "Ni allaf", "mae'r": "nid yw'r", "nid oes": "mae", "wedi cael": "heb gael",
    },
    {
        "has not yet": "has now", "is not": "is", "was not": "was", "were not": "were", "does not": "does", "did not": "did",
        "are not": "are", "will be": "will not be", "has been": "has not been", "have been": "have not been", "is now": "is not now",
        "can confirm": "cannot confirm", "will continue": "will not continue", "shall": "shall not", "I have": "I have not",
        "without": "with", "is being": "is not being", "were recorded": "were not recorded", "was held": "was not held",
    },
)  # fmt: skip
INITIALS: Pair[Mapping[str, str]] = Pair(
    {
        "HMICFRS": "HMIC",
        "NSPCC": "RSPCC",
        "BAWSO": "BAWSA",
        "SARA": "SARAH",
        "A465": "A467",
        "CPS": "CPA",
        "101": "111",
    },
    {
        "HMICFRS": "HMIC",
        "NSPCC": "RSPCC",
        "BAWSO": "BAWSA",
        "SARA": "SARAH",
        "A465": "A467",
        "CPS": "CPA",
        "101": "111",
    },
)
TERMS: Mapping[str, str] = {
    "argymhelliad": "awgrym", "argymhellion": "awgrymiadau", "dioddefwyr": "goddefwyr", "ddioddefwyr": "oddefwyr",
    "stelcian": "dilyn", "arolygiad": "adolygiad", "Prif Gwnstabl": "Pennaeth Heddlu", "aflonyddu": "poeni",
}  # fmt: skip
"""Agreed Welsh terms, and words that are none: what a translator who has no list may write."""

STRANGERS = Pair(
    (
        "This work will be completed by the end of the financial year.",
        "Officers are now more confident when they speak to victims.",
        "A further update was given to the board at its last meeting.",
        "The supervisor checks every record before it is closed.",
        "Several partners have asked for additional guidance on this matter.",
        "We expect the new arrangements to make a real difference.",
        "training was delivered to all frontline staff",
        "each case is reviewed by a senior detective",
    ),
    (
        "Caiff y gwaith hwn ei gwblhau erbyn diwedd y flwyddyn ariannol.",
        "Mae swyddogion bellach yn fwy hyderus wrth siarad â dioddefwyr.",
        "Rhoddwyd diweddariad arall i'r bwrdd yn ei gyfarfod diwethaf.",
        "Mae'r goruchwyliwr yn gwirio pob cofnod cyn ei gau.",
        "Mae sawl partner wedi gofyn am ragor o ganllawiau ar y mater hwn.",
        "Disgwyliwn i'r trefniadau newydd wneud gwahaniaeth gwirioneddol.",
        "cyflwynwyd hyfforddiant i'r holl staff rheng flaen",
        "adolygir pob achos gan uwch dditectif",
    ),
)
"""Sentences of the language that does not belong: English for the Welsh letter, Welsh for the English one."""


def term_replaced(random: Random, case: Case, language: Language) -> Document | None:
    """Write another word for an agreed term of the Welsh, wherever a paragraph has it."""
    places = [
        (node, term)
        for node in leaves(case, language)
        for term in TERMS
        if any(term in run.text for run in inlines(node) if isinstance(run, Run) and run.language == language)
    ]
    if not places:
        return None
    node, term = random.choice(places)
    words = (
        replace(run, text=run.text.replace(term, TERMS[term]))
        if isinstance(run, Run) and run.language == language
        else run
        for run in inlines(node)
    )
    return with_words(case.documents.in_(language), node.id, tuple(words))


def stranger(random: Random, case: Case, language: Language) -> Document | None:
    """Put a sentence of the other language into a text, or leave a whole text in it."""
    node = random.choice([one for one in leaves(case, language) if isinstance(one, Paragraph)])
    other = [one for one in leaves(case, language.other) if one.id == node.id]
    document = case.documents.in_(language)
    if other and random.random() < 0.4:
        words = tuple(replace(one, language=language) for one in inlines(other[0]))
        return with_words(document, node.id, words) if len(str(words)) > 60 else None
    run = Run(f" {random.choice(STRANGERS.in_(language))}", language)
    return with_words(document, node.id, (*inlines(node), run))


def only(kind: Planter, expected: Language) -> Planter:
    """Return a planter for one of the letters alone."""
    return lambda random, case, language: kind(random, case, language) if language == expected else None


# --- paragraphs, lists, tables ----------------------------------------------------------------------------------


def _prose(blocks: Sequence[Block]) -> list[int]:
    return [
        index
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph) and len("".join(_texts(block.inlines))) > 60
    ]


def _texts(found: Inlines) -> Iterator[str]:
    return (one.text for one in found if isinstance(one, Run))


def dropped(random: Random, case: Case, language: Language) -> Document | None:
    """Leave a paragraph out."""
    old = texts(case, language)
    field = random.choice(list(old))
    if not (places := _prose(old[field])):
        return None
    at = random.choice(places)
    return with_texts(case.documents.in_(language), {field: [*old[field][:at], *old[field][at + 1 :]]}, old)


def doubled(random: Random, case: Case, language: Language) -> Document | None:
    """Put a paragraph in twice."""
    old = texts(case, language)
    field = random.choice(list(old))
    if not (places := _prose(old[field])):
        return None
    at = random.choice(places)
    return with_texts(case.documents.in_(language), {field: [*old[field][: at + 1], *old[field][at:]]}, old)


def moved(random: Random, case: Case, language: Language) -> Document | None:
    """Put a paragraph behind another text."""
    old = texts(case, language)
    field, other = random.sample(list(old), 2)
    if not (places := _prose(old[field])):
        return None
    at = random.choice(places)
    new = {field: [*old[field][:at], *old[field][at + 1 :]], other: [*old[other], old[field][at]]}
    return with_texts(case.documents.in_(language), new, old)


def swapped(random: Random, case: Case, language: Language) -> Document | None:
    """Swap a paragraph with the next one, of the same text or of the next."""
    old = texts(case, language)
    places = [(field, at) for field, blocks in old.items() for at in _prose(blocks)]
    if len(places) < 2:
        return None
    index = random.randrange(len(places) - 1)
    (one, first), (two, second) = places[index], places[index + 1]
    new = {field: list(old[field]) for field in {one, two}}
    new[one][first], new[two][second] = old[two][second], old[one][first]
    return with_texts(case.documents.in_(language), new, old)


def recommendations_swapped(random: Random, case: Case, language: Language) -> Document | None:
    """Swap the words of two recommendations, under their headings."""
    quoted = [node for node in nodes(part_of(case, language).blocks) if isinstance(node, Quotation)]
    quoted = [node for node in quoted if node.id.endswith(".text.quotation")]
    if len(quoted) < 2:
        return None
    one, two = random.sample(quoted, 2)
    blocks = {one.id: two.blocks, two.id: one.blocks}

    def change(node: Node) -> Node:
        if isinstance(node, Quotation) and node.id in blocks:
            new = (
                _numbered(block, block.id, f"{node.id.removesuffix('.quotation')}.{n}")
                for n, block in enumerate(blocks[node.id], 1)
            )
            return replace(node, blocks=tuple(new))
        return node

    return changed(case.documents.in_(language), change)


def _some(kind: type[NodeT], case: Case, language: Language) -> list[NodeT]:
    return [
        node
        for node in nodes(part_of(case, language).blocks)
        if isinstance(node, kind) and case.origins.field_of(node.id) is not None
    ]


def item_dropped(random: Random, case: Case, language: Language) -> Document | None:
    """Leave out an item of a list; those behind it move up."""
    if not (found := _some(List, case, language)):
        return None
    one = random.choice(found)
    gone = random.choice(one.items)
    left = [item for item in one.items if item is not gone]
    items = tuple(_numbered(item, item.id, f"{one.id}.{number}") for number, item in enumerate(left, 1))
    fewer = replace(one, items=items)
    return changed(case.documents.in_(language), lambda node: fewer if node is one else node)


def row_dropped(random: Random, case: Case, language: Language) -> Document | None:
    """Leave out a row of a table; those behind it move up."""
    if not (found := _some(Table, case, language)):
        return None
    one = random.choice(found)
    gone = random.choice(one.rows)
    left = [row for row in one.rows if row is not gone]
    rows = tuple(_numbered(row, row.id, f"{one.id}.{number}") for number, row in enumerate(left, 2))
    fewer = replace(one, rows=rows)
    return changed(case.documents.in_(language), lambda node: fewer if node is one else node)


def item_doubled(random: Random, case: Case, language: Language) -> Document | None:
    """Put an item of a list in once more, at its end."""
    if not (found := _some(List, case, language)):
        return None
    one = random.choice(found)
    again = random.choice(one.items)
    more = replace(one, items=(*one.items, _numbered(again, again.id, f"{one.id}.{len(one.items) + 1}")))
    return changed(case.documents.in_(language), lambda node: more if node is one else node)


def list_run_on(random: Random, case: Case, language: Language) -> Document | None:
    """Make one paragraph of a list, with commas."""
    if not (found := _some(List, case, language)):
        return None
    one = random.choice(found)
    words = [
        inline
        for item in one.items
        for block in item.blocks
        for inline in (*inlines(block), Run(", ", language))
    ]
    flat = Paragraph(one.id, language, tuple(words[:-1]))
    return changed(case.documents.in_(language), lambda node: flat if node is one else node)


def cell_changed(random: Random, case: Case, language: Language) -> Document | None:
    """Empty a cell, or change a figure in it."""
    cells = [
        cell
        for cell in _some(Cell, case, language)
        if any(sign.isdigit() for sign in "".join(_texts(cell.inlines)))
    ]
    if not cells:
        return None
    cell = random.choice(cells)
    text = "".join(_texts(cell.inlines))
    found = re.search(r"\d[\d,.]*", text)
    assert found
    new = "" if random.random() < 0.3 else text.replace(found[0], other_number(random, found, language), 1)
    return with_words(case.documents.in_(language), cell.id, (Run(new, language),) if new else ())


def cells_swapped(random: Random, case: Case, language: Language) -> Document | None:
    """Swap two cells of a row."""
    rows = [row for row in _some(Row, case, language) if len(row.cells) > 2]
    if not rows:
        return None
    one, two = random.sample(random.choice(rows).cells[1:], 2)
    if one.inlines == two.inlines:
        return None
    return with_words(with_words(case.documents.in_(language), one.id, two.inlines), two.id, one.inlines)


def emphasis_changed(random: Random, case: Case, language: Language) -> Document | None:
    """Take emphasis off words that have it, or put it on words that have none."""
    places = [
        (node, index, run)
        for node in leaves(case, language)
        for index, run in enumerate(inlines(node))
        if isinstance(run, Run) and run.language == language
    ]
    marked = [place for place in places if place[2].strong or place[2].emphasis]
    if marked and random.random() < 0.6:
        node, index, run = random.choice(marked)
        new: Sequence[Inline] = [replace(run, strong=False, emphasis=False)]
    else:
        node, index, run = random.choice([place for place in places if place not in marked])
        if " " not in run.text:
            return None
        first, _, rest = run.text.partition(" ")
        new = [replace(run, text=first, strong=True), replace(run, text=f" {rest}")]
    words = (*inlines(node)[:index], *new, *inlines(node)[index + 1 :])
    return with_words(case.documents.in_(language), node.id, words)


def link_changed(random: Random, case: Case, language: Language) -> Document | None:
    """Send a link elsewhere, its words unchanged."""
    places = [
        (node, index, run)
        for node in leaves(case, language)
        for index, run in enumerate(inlines(node))
        if isinstance(run, Run) and run.href.startswith("http")
    ]
    if not places:
        return None
    node, index, run = random.choice(places)
    new = replace(
        run,
        href=run.href.replace("gwent", random.choice(["gwnet", "gwent2", "powys"]))
        + random.choice(["", "-old"]),
    )
    return with_words(
        case.documents.in_(language), node.id, (*inlines(node)[:index], new, *inlines(node)[index + 1 :])
    )


def copy_dropped(random: Random, case: Case, language: Language) -> Document | None:
    """Leave out one of those to whom copies go, or all of them."""
    found = [node for node in leaves(case, language, everywhere=True) if node.id.startswith("copies.")]
    if not found:
        return None
    words = inlines(found[0])
    ends = [index for index, one in enumerate(words) if isinstance(one, Break)]
    if ends and random.random() < 0.7:
        return with_words(case.documents.in_(language), found[0].id, words[: ends[-1]])
    return changed(case.documents.in_(language), lambda node: None if node.id == "copies" else node)


def quotation_altered(random: Random, case: Case, language: Language) -> Document | None:
    """Change one word of a quoted recommendation."""
    quoted = [
        node
        for quotation in nodes(part_of(case, language).blocks)
        if isinstance(quotation, Quotation)
        for node in nodes(quotation.blocks)
        if inlines(node) and node.language != Language.CY
    ]
    return _word_changed(random, case, language, quoted)


def notice_edited(random: Random, case: Case, language: Language) -> Document | None:
    """Change one word of the notice."""
    return _word_changed(random, case, language, leaves_of(case, language, "notice"))


def leaves_of(case: Case, language: Language, name: str) -> list[Node]:
    """Return the blocks with words of the sections of a name."""
    sections = [
        one for one in part_of(case, language).blocks if isinstance(one, Section) and one.name == name
    ]
    return [node for node in nodes(sections) if inlines(node)]


def _word_changed(random: Random, case: Case, language: Language, places: Sequence[Node]) -> Document | None:
    if not places:
        return None
    node = random.choice(places)
    index = random.choice([index for index, one in enumerate(inlines(node)) if isinstance(one, Run)])
    run = inlines(node)[index]
    assert isinstance(run, Run)
    words = run.text.split(" ")
    at = random.randrange(len(words))
    words[at : at + 1] = random.choice([[], [words[at], "also"], ["certain"]])
    text = " ".join(words) or "also"
    new = (*inlines(node)[:index], replace(run, text=text), *inlines(node)[index + 1 :])
    return with_words(case.documents.in_(language), node.id, new)


# --- the table --------------------------------------------------------------------------------------------------

_FIGURE = r"(?<![\d£.,/–-])(?<!\w)\d{2,3}(?:,\d{3})*(?:\.\d+)?(?![\d%,./:–-]|\s?(?:am|pm|yb|yh|yp|y cant|per cent)|\w)"
_DATED = Pair(
    rf"(?<!\d)(?<![–-])(\d{{1,2}})(eg|ain|af|il|ydd|ed|fed)?(?= (?:o )?(?:{_MONTH.cy})\b)",
    rf"(?<!\d)(?<![–-])(\d{{1,2}})(st|nd|rd|th)?(?= (?:of )?(?:{_MONTH.en})\b)",
)

KINDS: Sequence[Kind] = (
    Kind("digit", replacing(alike(_FIGURE), other_number)),
    Kind("day of a date", replacing(_DATED, other_day)),
    Kind("month", replacing(Pair(rf"\b(?:{_MONTH.cy}|{'|'.join(_MUTATED)})\b(?<!dydd Mawrth)", rf"(?<!^)\b(?:{_MONTH.en})\b"), other_month)),
    Kind("year", replacing(alike(r"(?<=[a-z] )20[12]\d(?!\d)"), lambda random, found, language: str(int(found[0]) + random.choice([-1, 1, 2])))),
    Kind("day of the week", by_table(WEEKDAYS)),
    Kind("money", replacing(alike(r"(?<=£)\d[\d,.]*\d"), other_number)),
    Kind("percentage", replacing(alike(r"\d+(?:\.\d+)?(?=%| y cant| per cent)"), other_number)),
    Kind("time", replacing(alike(r"\b\d{1,2}(?:\.\d\d)?(?=[ap]m\b|y[bhp]\b)"), lambda random, found, language: str(int(found[0].split(".")[0]) % 12 + 1))),
    Kind("number word", by_table(NUMBER_WORDS)),
    Kind("ordinal", by_table(ORDINALS)),
    Kind("number of a recommendation", replacing(Pair(r"(?<=Argymhelliad )\d+", r"(?<=Recommendation )\d+"), other_number, everywhere=True)),
    Kind("person", replacing(alike(rf"\b(?:{'|'.join(PEOPLE)})\b"), other_person, everywhere=True)),
    Kind("place", by_table(PLACES)),
    Kind("initials", by_table(INITIALS)),
    Kind("speaker", by_table(SPEAKERS, r"(?! and Crime| a Throsedd|[\w-])")),
    Kind("denial", by_table(DENIALS)),
    Kind("web address", replacing(alike(r"(?:www\.|https://)[\w./-]+"), lambda random, found, language: found[0].replace("police", random.choice(["polic", "plice", "police2"]), 1))),
    Kind("e-mail address", replacing(alike(r"[\w.]+(?=@)"), lambda random, found, language: found[0][:2] + random.choice("xzq") + found[0][3:])),
    Kind("target of a link", link_changed),
    Kind("paragraph dropped", dropped),
    Kind("paragraph doubled", doubled),
    Kind("paragraph moved", moved),
    Kind("paragraph swapped with its neighbour", swapped),
    Kind("recommendation swapped", recommendations_swapped),
    Kind("English in the Welsh", only(stranger, Language.CY)),
    Kind("Welsh in the English", only(stranger, Language.EN)),
    Kind("item of a list dropped", item_dropped),
    Kind("item of a list doubled", item_doubled),
    Kind("list run on", list_run_on),
    Kind("row of a table dropped", row_dropped),
    Kind("cell of a table", cell_changed),
    Kind("cells swapped", cells_swapped),
    Kind("emphasis", emphasis_changed),
    Kind("copy dropped", copy_dropped),
    Kind("quotation altered", quotation_altered),
    Kind("notice edited", notice_edited),
    Kind("term replaced", only(term_replaced, Language.CY), needs="T"),
)  # fmt: skip
"""The kinds that a check has to see."""

UNSEEN: Mapping[str, tuple[Planter, str]] = {
    "adjective turned round": (
        by_table(
            Pair(
                {"da": "gwael", "newydd": "hen", "llawn": "rhannol", "uchel": "isel", "brys": "cyffredin"},
                {"good": "bad", "new": "old", "full": "partial", "high": "low", "careful": "careless"},
            )
        ),
        "both words are good words of the language: only who understands both sentences sees it",
    ),
    "tense changed": (
        by_table(
            Pair(
                {
                    "wedi gofyn": "yn gofyn",
                    "Bydd": "Mae",
                    "wedi adolygu": "yn adolygu",
                    "wedi gwario": "yn gwario",
                },
                {
                    "has spent": "will spend",
                    "will complete": "have completed",
                    "were made": "are made",
                    "will pay": "paid",
                },
            )
        ),
        "the tenses of the two languages do not answer each other word by word",
    ),
    "more and less": (
        by_table(
            Pair(
                {
                    "llai": "mwy",
                    "mwy": "llai",
                    "Gostyngodd": "Cynyddodd",
                    "gostwng": "cynyddu",
                    "fwyaf": "leiaf",
                },
                {
                    "fewer": "more",
                    "more": "less",
                    "fell": "rose",
                    "reduce": "increase",
                    "largest": "smallest",
                },
            )
        ),
        "rise and fall are said by hundreds of words and turns of phrase; a list of them would cry wolf",
    ),
}
"""Kinds that no check is for, with the reason."""

"""Term bases of both generations, and the rows that they become."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import HOSTILE
from translation.termbases import FORMS, Concept, Word, old

from respondent.errors import InputError
from respondent.grammar.welsh.mutation import nfc
from respondent.response.terms import COLUMNS
from respondent.translation.tbx.reading import MAX_BYTES, is_xml, read
from respondent.translation.tbx.rows import MAX_CELL, MAX_WORDS, Rows, rows

Form = Callable[[Iterable[Concept]], bytes]
forms = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)

DEPRECATED = {"administrativeStatus": "deprecatedTerm-admn-sts"}


def taken(data: bytes | str) -> Rows:
    data = data if isinstance(data, bytes) else data.encode()
    return rows(read(data, "x.tbx"), "x.tbx")


def row(concept: Concept, form: Form = old) -> dict[str, str]:
    """Return what the only row of a concept says."""
    (term,) = taken(form([concept])).terms
    assert tuple(term.cells) == tuple(COLUMNS)
    return {column: cell for column, cell in term.cells.items() if cell}


def pair(*welsh: Word, en: Word | str = "force", said: dict[str, str] | None = None) -> Concept:
    english = en if isinstance(en, Word) else Word(en)
    return Concept({"en": [english], "cy": welsh}, said or {})


@forms
def test_a_concept_becomes_a_row_in_every_form(form: Form) -> None:
    welsh = (
        Word("heddwas", DEPRECATED),
        Word("swyddog yr heddlu", {"note": "in speech"}),
        Word(
            "swyddog heddlu",
            {
                "partOfSpeech": "noun",
                "grammaticalGender": "masculine",
                "administrativeStatus": "preferredTerm-admn-sts",
                "source": "BydTermCymru",
            },
        ),
        Word("swyddogion heddlu", {"grammaticalNumber": "plural"}),
    )

    assert row(
        pair(*welsh, en="officer", said={"definition": "One & all", "subjectField": "police"}), form
    ) == {
        "en": "officer",
        "cy": "swyddog heddlu",
        "part_of_speech": "noun",
        "gender": "m",
        "plural": "swyddogion heddlu",
        "variants": "swyddog yr heddlu|!heddwas",
        "status": "unverified",
        "source": "BydTermCymru",
        "note": "One & all; subject field: police; swyddog yr heddlu: in speech",
    }


@pytest.mark.parametrize("code", ["cy", "CY", "cy-GB", "cy_gb", "CYM", "wel", "Welsh"])
@pytest.mark.parametrize("other", ["en", "EN-gb", "eng", "en-US", "English"])
def test_languages_are_known_by_any_of_their_codes(code: str, other: str) -> None:
    concept = Concept({"de": [Word("Polizei")], code: [Word("llu")], other: [Word("force")]})

    assert (row(concept)["en"], row(concept)["cy"]) == ("force", "llu")


def test_british_english_comes_before_other_kinds() -> None:
    concept = Concept({"en-US": [Word("defense")], "en-GB": [Word("defence")], "cy": [Word("amddiffyn")]})

    assert [term.cells["en"] for term in taken(old([concept])).terms] == ["defence", "defense"]


@pytest.mark.parametrize(
    ("said", "cells"),
    [
        ({"grammaticalGender": "m"}, {"gender": "m"}),
        ({"grammaticalGender": "Feminine"}, {"gender": "f"}),
        ({"grammaticalGender": "benywaidd"}, {"gender": "f"}),
        ({"grammaticalGender": "other"}, {"note": "grammatical gender: other"}),
        ({"partOfSpeech": "Proper Noun"}, {"part_of_speech": "name"}),
        ({"partOfSpeech": "verb"}, {"part_of_speech": "verb-noun"}),
        ({"partOfSpeech": "adverb"}, {"note": "part of speech: adverb"}),
        ({"grammaticalNumber": "plural"}, {"number": "plural"}),
        ({"grammaticalNumber": "dual"}, {"note": "grammatical number: dual"}),
        ({"termType": "acronym"}, {"part_of_speech": "abbreviation"}),
        ({"termType": "fullForm"}, {}),
        ({"administrativeStatus": "admittedTerm-admn-sts"}, {}),
    ],
)
def test_what_is_said_of_a_term_has_its_column_or_stands_in_the_note(
    said: dict[str, str], cells: dict[str, str]
) -> None:
    assert row(pair(Word("llu", said))) == {"en": "force", "cy": "llu", "status": "unverified"} | cells


def test_welsh_that_is_never_to_be_used_is_a_forbidden_row() -> None:
    for status in ("deprecatedTerm-admn-sts", "deprecated", "supersededTerm", "forbidden", "Not recommended"):
        found = row(pair(*(Word(text, {"administrativeStatus": status}) for text in ("llu", "gallu"))))

        assert found == {"en": "force", "cy": "llu", "variants": "gallu", "status": "forbidden"}


def test_each_english_term_in_use_has_a_row_and_one_that_is_not_a_note() -> None:
    concept = Concept(
        {"en": [Word("officer"), Word("bobby", DEPRECATED), Word("constable")], "cy": [Word("x")]}
    )
    terms = taken(old([concept])).terms

    assert [(term.cells["en"], term.cells["note"]) for term in terms] == [
        ("officer", "not to be used in English: bobby"),
        ("constable", "not to be used in English: bobby"),
    ]


def test_a_short_form_goes_with_a_short_form_and_a_plural_with_a_plural() -> None:
    short, plural = {"termType": "abbreviation"}, {"grammaticalNumber": "plural"}
    concept = Concept(
        {
            "en": [Word("commissioner"), Word("PCC", short), Word("commissioners", plural)],
            "cy": [Word("CHTh", short), Word("comisiynwyr", plural), Word("comisiynydd")],
        }
    )

    assert [
        tuple(term.cells[name] for name in ("en", "cy", "part_of_speech", "number", "plural", "variants"))
        for term in taken(old([concept])).terms
    ] == [
        ("commissioner", "comisiynydd", "", "", "comisiynwyr", ""),
        ("PCC", "CHTh", "abbreviation", "", "", ""),
        ("commissioners", "comisiynwyr", "", "plural", "", "comisiynydd"),
    ]


def test_a_short_form_without_a_fellow_goes_with_the_full_one() -> None:
    found = row(pair(Word("comisiynydd"), en=Word("PCC", {"termType": "initialism"})))

    assert (found["cy"], found["part_of_speech"]) == ("comisiynydd", "abbreviation")


def test_a_short_form_that_has_no_fellow_in_english_is_a_variant() -> None:
    short = {"termType": "abbreviation", "administrativeStatus": "preferredTerm-admn-sts"}
    found = row(pair(Word("CHTh", short), Word("comisiynydd"), en="commissioner"))

    assert (found["cy"], found["variants"]) == ("comisiynydd", "CHTh")


def test_what_parts_variants_and_what_forbids_one_is_no_variant() -> None:
    found = row(pair(Word("llu"), Word("a|b"), Word("!c"), Word("d|e", DEPRECATED), Word("f")))

    assert (found["variants"], found["note"]) == ("f", "also: a|b; also: !c; also: !d|e")


def test_concepts_without_both_languages_are_counted() -> None:
    found = taken(
        old(
            [
                pair(Word("llu")),
                Concept({"en": [Word("x")]}),
                Concept({"cy": [Word("x")]}),
                pair(Word("x"), en=Word("y", DEPRECATED)),
                pair(Word(" ")),
            ]
        )
    )

    assert (len(found.terms), found.skipped, found.problems) == (1, 4, ())


def test_what_translate_toolkit_writes_says_no_category() -> None:
    data = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry>
    <langSet xml:lang="en"><tig><term>force</term></tig></langSet>
    <langSet xml:lang="cy"><tig><term>llu</term></tig></langSet>
    <termNote>noun</termNote><descrip>a body of police</descrip><note>see guide</note>
</termEntry></body></text></martif>"""
    (term,) = taken(data).terms

    assert (term.where, term.cells["part_of_speech"], term.cells["note"]) == (
        "x.tbx:3",
        "noun",
        "a body of police; see guide",
    )


def test_groups_marks_codes_and_comments_in_a_term_base() -> None:
    data = """<martif><text><body><termEntry>
    <descripGrp><descrip type="definition">A <hi>body</hi></descrip><admin type="source">Act</admin></descripGrp>
    <transacGrp><transac type="origination">x</transac><note>mine</note></transacGrp>
    <langSet xml:lang="en"><tig><term>police <hi>force</hi><ph>7</ph><!-- c --></term></tig></langSet>
    <langSet xml:lang="cy"><ntig><termGrp><term>llu&#x20;
      heddlu</term><termNoteGrp><termNote type="partOfSpeech">noun</termNote></termNoteGrp></termGrp>
      <adminGrp><admin type="source">Guide</admin></adminGrp></ntig></langSet>
    </termEntry></body></text></martif>"""
    (term,) = taken(data).terms

    assert {column: cell for column, cell in term.cells.items() if cell} == {
        "en": "police force",
        "cy": "llu heddlu",
        "part_of_speech": "noun",
        "status": "unverified",
        "source": "Guide",
        "note": "A body (Act)",
    }


@pytest.mark.parametrize(
    ("data", "what", "advice"),
    [
        ("<tmx/>", "this is a translation memory (TMX)", "the folder memory"),
        ("<xliff/>", "this is XLIFF", "`respondent take`"),
        ("<html/>", "it begins with <html>", "export the terms again"),
        ("<martif>", "cannot be read as TBX", "export the terms again"),
        ("<martif/>", "its languages: none", "both languages, as cy and en"),
        ('<!DOCTYPE m [<!ENTITY a "b">]><martif/>', "declares a document type", "export"),
        ('<!DOCTYPE m SYSTEM "x" [<!ATTLIST m a CDATA "b">]><martif/>', "declares a document type", "export"),
        ('<!DOCTYPE m SYSTEM "x.dtd"><martif>t&wcirc;</martif>', "uses the entity “&wcirc;”", "export"),
        ("<martif>&wcirc;</martif>", "cannot be read as TBX", "export"),
        (b'<?xml version="1.0" encoding="UTF-8"?><martif>t\xff</martif>', "not in the encoding", "UTF-8"),
        (b"<martif>" + b" " * MAX_BYTES, "larger than the 20 MB limit", "the right file"),
        (b"<martif>" + b"<a>" * 5_000, "cannot be read as TBX", "export"),
    ],
)
def test_what_is_no_term_base_or_a_hostile_one_is_refused(data: bytes | str, what: str, advice: str) -> None:
    with pytest.raises(InputError) as raised:
        taken(data)

    (problem,) = raised.value.problems
    assert problem.where.startswith("x.tbx")
    assert what in problem.what
    assert advice in problem.next


def test_the_languages_of_a_file_without_both_are_named() -> None:
    with pytest.raises(InputError, match="its languages: en, xx"):
        taken(old([Concept({"en": [Word("force")], "xx": [Word("llu")]})]))


def test_a_document_type_elsewhere_is_not_fetched(tmp_path: object) -> None:
    data = f'<!DOCTYPE martif SYSTEM "file://{tmp_path}/x.dtd"><martif><text><body>'
    body = old([pair(Word("llu"))]).decode().partition("<body>")[2]

    assert len(taken(data + body).terms) == 1


@pytest.mark.parametrize(
    ("concept", "what"),
    [
        (pair(Word("t?")), "“t?” has a question mark where a letter was"),
        (pair(Word("t\x92")), "`cy` of “force” contains an unprintable character (U+0092)"),
        (pair(Word("x" * (MAX_CELL + 1))), "`cy` of “force” has 2,001 characters"),
        (pair(*(Word(f"x{n}") for n in range(MAX_WORDS + 1))), "more than 100 terms in one language"),
    ],
)
def test_terms_that_no_table_can_hold_are_named_and_the_others_taken(concept: Concept, what: str) -> None:
    found = taken(old([pair(Word("da"), en="good"), concept]))

    assert [term.cells["en"] for term in found.terms] == ["good"]
    ((where, said),) = [(problem.where, problem.what) for problem in found.problems]
    assert where.startswith("x.tbx:")
    assert what in said


def test_a_long_note_is_cut_and_shows_it() -> None:
    note = row(pair(Word("llu"), said={"note": "x " * MAX_CELL}))["note"]

    assert len(note) <= MAX_CELL
    assert note.endswith("…")


def test_xml_is_told_from_tables_by_what_it_holds() -> None:
    assert all(is_xml(form([])) for form in FORMS)
    assert is_xml(b"\xef\xbb\xbf \n<tbx/>")
    assert not is_xml(b"en,cy\n<a>,b\n")


letters = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp")), min_size=1, max_size=30)
texts = st.one_of(
    letters, st.sampled_from(HOSTILE), st.sampled_from(("tŷ", "=1+1", "-ion", "'=", "@a", "'r", "a,b;c"))
)
wordings = texts.map(lambda text: " ".join(text.split())).filter(lambda text: text and "?" not in text)
variants = wordings.filter(lambda text: "|" not in text and not text.startswith("!"))


@given(
    en=wordings,
    cy=st.lists(variants, min_size=1, max_size=4, unique=True),
    never=st.lists(variants, max_size=2, unique=True),
    gender=st.sampled_from((("masculine", "m"), ("f", "f"), ("neuter", ""))),
    form=st.sampled_from(FORMS),
)
def test_whatever_terms_go_in_come_out(
    en: str, cy: list[str], never: list[str], gender: tuple[str, str], form: Form
) -> None:
    never = [text for text in never if nfc(text) not in map(nfc, cy)]
    words = [Word(text, {"grammaticalGender": gender[0]}) for text in cy]
    found = row(pair(*words, *(Word(text, DEPRECATED) for text in never), en=en), form)

    listed = found.get("variants", "").split("|")
    unique = list(dict.fromkeys(map(nfc, cy)))
    assert (found["en"], found["cy"], found.get("gender", "")) == (nfc(en), unique[0], gender[1])
    assert [one for one in listed if one] == unique[1:] + list(dict.fromkeys(f"!{nfc(one)}" for one in never))

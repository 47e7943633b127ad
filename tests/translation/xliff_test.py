from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from ledger.rows import said
from lxml import etree
from translation.responses import CY, EN, response

from respondent.document.tree import Run
from respondent.errors import InputError
from respondent.language import Pair
from respondent.ledger.state import State
from respondent.translation.sheet import TranslationSheet
from respondent.translation.units import ReturnedUnit, Unit, units
from respondent.translation.xliff.reading import is_xliff, read
from respondent.translation.xliff.writing import NAMESPACE, write

N = {"x": NAMESPACE}
LINK = "[a **link**](https://a.b/c?d=1&e=2)"


DAY = date(2026, 11, 24)


def made(sheet: TranslationSheet | None = None, /, **texts: object) -> tuple[list[Unit], bytes]:
    found = [unit for unit in units(response(**texts), ()) if unit.language is EN]
    return found, write(found, sheet or TranslationSheet("test", DAY))


def parsed(data: bytes) -> Any:  # noqa: ANN401 - the stubs give XPath every type there is
    return etree.fromstring(data)


def file(body: str, *, namespace: str = NAMESPACE, head: str = "", more: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<xliff xmlns="{namespace}" version="1.2"{more}>'
        f'<file original="r" source-language="en" target-language="cy" datatype="plaintext"><body>{body}</body></file></xliff>'
    ).encode()


def unit(target: str, source: str = "One") -> str:
    return f'<trans-unit id="k" xml:space="preserve"><source>{source}</source>{target}</trans-unit>'


def one(data: bytes) -> ReturnedUnit:
    (found,) = read(data, "back.xlf").returned
    return found


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as raised:
        read(data, "back.xlf")
    return str(raised.value)


def test_a_unit_has_a_stable_id_its_place_its_state_and_its_codes() -> None:
    ones, data = made(closing={"en": f"See {LINK}.\\\nNow *and* then.", "cy": "Gweler."})
    (element,) = parsed(data).xpath("//x:trans-unit[@resname='closing']", namespaces=N)

    assert element.get("id") == ones[-1].key
    assert element.xpath("string(x:note)", namespaces=N) == "closing"
    assert element.find("x:target", N).get("state") == "needs-review-translation"
    codes = [
        (code.tag.split("}")[1], code.get("id"), code.get("ctype"))
        for code in element.iter()
        if code.get("ctype")
    ]
    assert codes == [("g", "1", "link"), ("g", "2", "bold"), ("x", "3", "lb"), ("g", "4", "italic")]


def test_targets_are_empty_or_filled_with_the_source_for_omegat() -> None:
    for is_filled, wanted in ((False, ""), (True, "One two")):
        _, data = made(TranslationSheet("test", DAY, is_filled=is_filled), closing={"en": "One **two**"})
        (target,) = parsed(data).xpath("//x:trans-unit[@resname='closing']/x:target", namespaces=N)

        assert "".join(target.itertext()) == wanted
        assert target.get("state") == "needs-translation"


def test_context_is_marked_and_the_codes_of_the_languages_are_a_setting() -> None:
    _, data = made(TranslationSheet("test", DAY, Pair("cy", "en")), closing={"en": "One"})
    root = parsed(data)

    assert root.xpath("//x:trans-unit[@translate='no']/@resname", namespaces=N) == ["reports.one.title"]
    assert root.find("x:file", N).get("target-language") == "cy"


def test_the_same_units_give_the_same_bytes() -> None:
    texts = {"closing": {"en": LINK}, "opening": {"en": "One\n\n- two"}}

    assert made(**texts)[1] == made(**texts)[1]


def test_a_stale_text_says_what_changed() -> None:
    facts = response(closing={"en": "By 30 May", "cy": "Erbyn 31 Mai"})
    ones = units(facts, [said("reviewed", "By 31 May", "Erbyn 31 Mai")])

    assert ones[-1].state is State.STALE
    assert b"By [-31-]{+30+} May" in write(ones, TranslationSheet("test", DAY))


def test_what_is_written_reads_back_as_it_was() -> None:
    text = f"One {LINK} and [gair](lang:cy), **bold *and* more**\\\nnext"
    ones, data = made(closing={"en": text, "cy": text})
    found = read(data, "x")

    assert found.original == "test"
    assert [came.key for came in found.returned] == [unit.key for unit in ones]
    assert found.returned[-1].target == ones[-1].target
    assert found.returned[-1].source == ones[-1].words
    assert found.returned[-1].fault == ""


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("<target>Un <g id='1'>dau</g></target>", (Run("Un ", CY), Run("dau", CY, strong=True))),
        (
            "<target><mrk mtype='seg' mid='1'>Un. </mrk><mrk mtype='seg' mid='2'>Dau.</mrk></target>",
            (Run("Un. Dau.", CY),),
        ),
        (
            "<target>\n  Un\n  dau\n</target>",
            (Run("Un dau", CY),),
        ),
        ("<target/>", ()),
        ("", None),
    ],
)
def test_targets_as_programs_write_them(target: str, wanted: object) -> None:
    assert one(file(unit(target, "One <g id='1' ctype='bold'>two</g>"))).target == wanted


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("<target>Un <b>dau</b></target>", "it contains an element that is not an inline code: <b>"),
        (
            "<target>Un <g id='7'>dau</g></target>",
            "it contains a code that the source does not have: <g id=“7”>",
        ),
        (
            "<target>Un <ph id='1'>{x}</ph></target>",
            "it contains a code that the source does not have: <ph id=“1”>",
        ),
        ("<target xml:lang='fr'>Un</target>", "the translation is in another language: xml:lang=“fr”"),
        (
            "<target><mrk mtype='seg' mid='1'>Un</mrk><mrk mtype='seg' mid='2'/></target>",
            "only 1 of its 2 sentences",
        ),
    ],
)
def test_targets_that_are_not_taken(target: str, fault: str) -> None:
    assert fault in one(file(unit(target))).fault


def test_capitals_are_not_taken_for_garbled_letters() -> None:
    assert one(file(unit("<target>MAE’R HEDDLU Â’R CYHOEDD, ŴYL, Ŷd, 5 °C</target>"))).fault == ""


def test_what_other_programs_add_is_passed_over() -> None:
    more = ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:m="MQXliff"'
    body = (
        '<sdl:doc-info>x</sdl:doc-info><group id="g"><sdl:node-def/>'
        '<trans-unit id="k" m:status="x"><source>One</source><seg-source><mrk mtype="seg" mid="1">One</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="1">Un</mrk></target><alt-trans><target>Dim</target></alt-trans>'
        '<note from="Nia">A remark</note><sdl:seg-defs><sdl:seg id="1" conf="Translated"/></sdl:seg-defs>'
        "<m:minorversions><m:x/></m:minorversions></trans-unit></group>"
    )
    found = one(file(body, more=more))

    assert (found.target, found.comment, found.fault) == ((Run("Un", CY),), "A remark", "")


@pytest.mark.parametrize("namespace", ["urn:oasis:names:tc:xliff:document:1.1", ""])
def test_older_files_are_read_kindly(namespace: str) -> None:
    assert one(file(unit("<target>Un</target>"), namespace=namespace)).target == (Run("Un", CY),)


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (file(unit("<target>&b;</target>"), head=LAUGHS), "declares a document type"),
        (file(unit("<target>&a;</target>"), head=OUTSIDE), "declares a document type"),
        (file("", head='<!DOCTYPE x SYSTEM "http://a.b/c.dtd">'), "declares a document type"),
        (file("", namespace="urn:oasis:names:tc:xliff:document:2.0"), "another format"),
        (file("", namespace="urn:nothing"), "its namespace is “urn:nothing”"),
        (b"<html><body/></html>", "begins with <html>"),
        (file(unit("<target>Un</targ>")), "cannot be read as XLIFF"),
        (file(unit("<target>x</target>"))[:-9], "cannot be read as XLIFF"),
        (b"", "cannot be read as XLIFF"),
        (b"<xliff " * 300_000, "cannot be read as XLIFF"),
        (file("<group/>" * 600_000), "more than 600,000 elements"),
    ],
)
def test_hostile_and_broken_files_end_in_a_message(data: bytes, what: str) -> None:
    text = refusal(data)

    assert what in text
    assert "\n  " in text


def test_letters_of_windows_that_claim_to_be_utf_8() -> None:
    data = file(unit("<target>caf\u00e9 \u00f4l</target>")).decode().encode("cp1252")

    assert "not in the encoding that it names" in refusal(data)


def test_a_file_that_names_its_encoding_is_read() -> None:
    data = file(unit("<target>\u00f4l</target>")).replace(b"UTF-8", b"windows-1252").decode().encode("cp1252")

    assert one(data).target == (Run("ôl", CY),)


def test_xliff_is_told_by_what_it_holds() -> None:
    assert is_xliff(file(""))
    assert is_xliff("\ufeff".encode() + file(""))
    assert is_xliff(file("").decode().encode("utf-16"))
    assert not is_xliff(b"PK\3\4 xliff")


KEY = "closing~0123456789ab"
SDL = ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"'
MEMOQ = ' xmlns:mq="MQXliff"'
PHRASE = ' xmlns:m="http://www.memsource.com/mxlf/2.0"'
CONTEXT = '<context-group><context context-type="x-mmq-context">{}</context></context-group>'
SENTENCES = "".join(
    f'<trans-unit id="t:{n}" m:para-id="1"><source>{en}</source><target>{cy}</target>{CONTEXT.format(KEY)}</trans-unit>'
    for n, (en, cy) in enumerate([("One.", "Un."), ("Two.", "Dau.")])
)


@pytest.mark.parametrize(
    ("more", "body"),
    [
        (SDL, f'<trans-unit id="{KEY}"><source>One. Two.</source><target>Un. Dau.</target></trans-unit>'),
        (
            MEMOQ,
            f'<trans-unit id="7" mq:unitId="x"><source>One. Two.</source><target>Un. Dau.</target>{CONTEXT.format(KEY)}</trans-unit>',
        ),
        (
            SDL,
            f'<group><sdl:cxts/>{CONTEXT.format(KEY)}<trans-unit id="a-b"><source>One. Two.</source>'
            "<target>Un. Dau.</target></trans-unit></group>",
        ),
        (PHRASE, SENTENCES),
    ],
)
def test_the_files_of_programs_are_read_by_the_key_where_it_survives(more: str, body: str) -> None:
    unit_read = one(file(body, more=more))

    assert (unit_read.key, unit_read.source, unit_read.target) == (KEY, "One. Two.", (Run("Un. Dau.", CY),))


def test_a_program_says_where_it_exports_the_file_that_was_sent() -> None:
    for more, name in ((SDL, "Trados Studio"), (MEMOQ, "memoQ"), (PHRASE, "Phrase TMS")):
        assert f"in {name} use " in read(file(unit("<target>x</target>"), more=more), "x").keyless
    assert not read(file(unit("<target>x</target>")), "x").keyless


@pytest.mark.parametrize(
    ("source", "target"), [("de-DE", "fr-FR"), ("en-GB", "fr"), ("cy", "cy-GB"), ("en", "en-US"), ("fr", "")]
)
def test_a_header_of_other_languages_is_refused(source: str, target: str) -> None:
    languages = b'source-language="en" target-language="cy"'
    own = f'source-language="{source}" target-language="{target}"'.encode()
    data = file(unit("<target>Un</target>")).replace(languages, own)

    assert f"from “{source}” into “{target}”" in refusal(data)


def test_notes_that_belong_to_no_unit_are_read() -> None:
    data = file(f"<group id='g'><note>Dim ond drafft.</note>{unit('<target>Un</target>')}</group>")

    assert read(data, "x").remarks == ("Dim ond drafft.",)

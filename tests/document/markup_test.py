from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import HOSTILE, unhurried

from respondent.document.blocks import MAX_COLUMNS
from respondent.document.markup import CLOSE, MAX_LENGTH, OPEN, Insert, MarkupError, MarkupFault, parse
from respondent.document.tree import (
    Block,
    Break,
    Cell,
    Heading,
    Inlines,
    Item,
    List,
    Paragraph,
    Quotation,
    Row,
    Run,
    Table,
    Words,
)
from respondent.document.walk import nodes, runs, text
from respondent.language import Language

CY, EN = Language.CY, Language.EN


def blocks(source: str, **inserts: Insert) -> tuple[Block, ...]:
    return parse(source, EN, "t", inserts=inserts)


def faults(source: str, **inserts: Insert) -> list[MarkupFault]:
    with pytest.raises(MarkupError) as raised:
        blocks(source, **inserts)
    assert all(fault.what and fault.advice for fault in raised.value.faults)
    return raised.value.faults


def words(found: Iterable[Block]) -> str:
    return "".join(run.text for run in runs(found))


def run(text: str) -> Run:
    return Run(text, EN)


def paragraph(id: str, *inlines: Run | Break) -> Paragraph:
    return Paragraph(id, EN, inlines)


def key(name: str) -> str:
    return f"{OPEN}{name}{CLOSE}"


# --- the subset --------------------------------------------------------------------------------------------


def test_empty_lines_separate_paragraphs_and_line_ends_are_spaces() -> None:
    assert blocks("One\ntwo.\n\n\nThree.") == (
        paragraph("t.1", run("One two.")),
        paragraph("t.2", run("Three.")),
    )


@pytest.mark.parametrize("source", ["", "\n \n", "\u00a0"])
def test_a_blank_text_has_no_blocks(source: str) -> None:
    assert blocks(source) == ()


def test_bold_italic_and_both() -> None:
    assert blocks("a **b *c*** d") == (
        paragraph(
            "t.1",
            run("a "),
            Run("b ", EN, strong=True),
            Run("c", EN, strong=True, emphasis=True),
            run(" d"),
        ),
    )


def test_bold_within_bold_stays_bold_to_its_end() -> None:
    assert blocks("**a **b** c** d") == (paragraph("t.1", Run("a b c", EN, strong=True), run(" d")),)


@pytest.mark.parametrize(
    "href",
    ["https://www.gwent.pcc.police.uk/a?b=1&c=2", "http://a.cymru", "mailto:a@b.cymru", "tel:+441633642200"],
)
def test_a_link_has_its_words_and_its_address(href: str) -> None:
    assert blocks(f"See [*the* report]({href}).") == (
        paragraph(
            "t.1",
            run("See "),
            Run("the", EN, emphasis=True, href=href),
            Run(" report", EN, href=href),
            run("."),
        ),
    )


def test_an_address_in_angle_brackets_is_a_link() -> None:
    assert blocks("<https://a.cymru> <swyddfa@a.cymru>") == (
        paragraph(
            "t.1",
            Run("https://a.cymru", EN, href="https://a.cymru"),
            run(" "),
            Run("swyddfa@a.cymru", EN, href="mailto:swyddfa@a.cymru"),
        ),
    )


def test_the_scheme_of_a_link_may_be_in_capitals() -> None:
    (link,) = runs(blocks("[a](HTTPS://A.cymru)"))
    assert link.href == "HTTPS://A.cymru"


def test_words_of_the_other_language_have_its_language() -> None:
    (found,) = parse("yn '[Stalking **and** harassment](lang:en)' ar Heddlu Sussex", CY, "t")
    assert [(run.text, run.language, run.strong) for run in runs([found])] == [
        ("yn '", CY, False),
        ("Stalking ", EN, False),
        ("and", EN, True),
        (" harassment", EN, False),
        ("' ar Heddlu Sussex", CY, False),
    ]


@pytest.mark.parametrize("end", ["  ", "\\"])
def test_two_spaces_or_a_backslash_at_the_end_of_a_line_break_it(end: str) -> None:
    assert blocks(f"Home Office{end}\nLondon") == (
        paragraph("t.1", run("Home Office"), Break(EN), run("London")),
    )


def test_headings_go_down_six_levels_and_no_deeper() -> None:
    source = "# a\n\n### b #\n\n#### c"
    assert [(one.level, words([one])) for one in blocks(source) if isinstance(one, Heading)] == [
        (1, "a"),
        (3, "b"),
        (4, "c"),
    ]
    levels = [one.level for one in parse(source, EN, "t", deepen=3) if isinstance(one, Heading)]
    assert levels == [4, 6, 6]


def test_bullets_hold_blocks() -> None:
    assert blocks("- a\n\n  b\n- c\n  - d") == (
        List(
            "t.1",
            EN,
            (
                Item("t.1.1", EN, (paragraph("t.1.1.1", run("a")), paragraph("t.1.1.2", run("b")))),
                Item(
                    "t.1.2",
                    EN,
                    (
                        paragraph("t.1.2.1", run("c")),
                        List("t.1.2.2", EN, (Item("t.1.2.2.1", EN, (paragraph("t.1.2.2.1.1", run("d")),)),)),
                    ),
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("source", "start"),
    [
        ("1. a\n2. b\n3. c", 1),
        ("7) a\n8) b", 7),
        ("1. a\n1. b\n1. c", 1),
        ("0. a\n1. b", 0),
        ("2018. a\n2019. b", 2018),
    ],
)
def test_numbered_lists_begin_with_their_number(source: str, start: int) -> None:
    (found,) = blocks(source)
    assert isinstance(found, List)
    assert found.start == start


def test_a_table_has_a_header_row_alignments_and_cells() -> None:
    def cell(id: str, *inlines: Run) -> Cell:
        return Cell(id, EN, inlines, {"1": "left", "2": "right", "3": "center"}[id[-1]])  # type: ignore[arg-type]  # alignments

    assert blocks("| a \\| b | **c** | d |\n|:--|--:|:-:|\n| 1 | | x |\n| 2 |") == (
        Table(
            "t.1",
            EN,
            Row(
                "t.1.1",
                EN,
                (
                    cell("t.1.1.1", run("a | b")),
                    cell("t.1.1.2", Run("c", EN, strong=True)),
                    cell("t.1.1.3", run("d")),
                ),
            ),
            (
                Row(
                    "t.1.2",
                    EN,
                    (cell("t.1.2.1", run("1")), cell("t.1.2.2"), cell("t.1.2.3", run("x"))),
                ),
                Row("t.1.3", EN, (cell("t.1.3.1", run("2")), cell("t.1.3.2"), cell("t.1.3.3"))),
            ),
        ),
    )


def test_a_quotation_holds_blocks() -> None:
    assert blocks("> a\n>\n> | b | c |\n> |---|---|\n> | 1 | 2 |")[0] == Quotation(
        "t.1",
        EN,
        (
            paragraph("t.1.1", run("a")),
            Table(
                "t.1.2",
                EN,
                Row("t.1.2.1", EN, (Cell("t.1.2.1.1", EN, (run("b"),)), Cell("t.1.2.1.2", EN, (run("c"),)))),
                (
                    Row(
                        "t.1.2.2",
                        EN,
                        (Cell("t.1.2.2.1", EN, (run("1"),)), Cell("t.1.2.2.2", EN, (run("2"),))),
                    ),
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[1]: see annex", "[1]: see annex"),
        ("a\n\n    b", "ab"),
        ("Title\n==", "Title =="),
        ("a\n-", "a -"),
        ("&amp; &copy; &#10; AT&T", "&amp; &copy; &#10; AT&T"),
        ("a < b > c <3", "a < b > c <3"),
        ("5 * 3 * 2, snake_case_word, ~ x", "5 * 3 * 2, snake_case_word, ~ x"),
        ("\\*a\\* \\# \\<b>", "*a* # <b>"),
        ("#hashtag", "#hashtag"),
        ("{{ 7*7 }} {% raw %} {# x #}", "{{ 7*7 }} {% raw %} {# x #}"),
        ("www.gwent.police.uk", "www.gwent.police.uk"),
        ("a\u2028b\u2029c", "a b c"),
        (f"{OPEN}1{CLOSE} {OPEN}x", f"{OPEN}1{CLOSE} {OPEN}x"),
    ],
)
def test_unsupported_rules_leave_plain_words(source: str, expected: str) -> None:
    found = blocks(source)
    assert words(found) == expected
    assert all(type(one) is Paragraph for one in nodes(found))
    assert all(one == Run(one.text, EN) for one in runs(found))


# --- faults ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "line", "what", "then"),
    [
        ("a\n\nb ![c](d.png)", 2, "a picture", "stationery"),
        ("a\nb\nc <b>d</b>", 2, "raw HTML", "**bold**"),
        ("a  \nb\\\n<br>", 2, "raw HTML", "\\<"),
        ("a\n\n<div>\nb\n</div>", 2, "raw HTML", "\\<"),
        ("<!-- a -->", 0, "raw HTML", "\\<"),
        ("a\n\n---\n\nb", 2, "only dashes or asterisks", "\\---"),
        ("Title\n---", 1, "only dashes or asterisks", "delete it"),
        ("* * *", 0, "only dashes or asterisks", "delete it"),
        ("a\n[b](www.a.cymru)", 1, "“www.a.cymru”", "https:"),
        ("[b](javascript:alert)", 0, "“javascript:alert”", "https:"),
        ("[b](file:///H:/a.docx)", 0, "“file:///H:/a.docx”", "https:"),
        ("[b](lang:fr)", 0, "“lang:fr” is not a language", "lang:cy or lang:en"),
        ("<ftp://a.cymru>", 0, "“ftp://a.cymru”", "https:"),
        (f"[b]({'x' * 200})", 0, f"“{'x' * 60}…”", "https:"),
        ("[w](https://)", 0, "not a complete address", "https:"),
        ("[w](http:/a.wales)", 0, "not a complete address", "https:"),
        ("a\n[w](https://a..wales)", 1, "not a complete address", "https:"),
        ("[w](mailto:a)", 0, "not a complete address", "mailto:"),
        ("[w](tel:)", 0, "not a complete address", "tel:"),
        ("[w](https://a.wales/\u200bx)", 0, "an invisible character", "type it again"),
        ("[w](https://a.wales/%E2%80%8Bx)", 0, "an invisible character", "type it again"),
        ("[](https://a.cymru)", 0, "a link has no text", "square brackets"),
        ('[a](https://a.cymru "b")', 0, "a link has a title", "quotation marks"),
        ("a\n\n- b\n-", 3, "no text after it", "write the text"),
        ("a\n\n#", 2, "no text after it", "delete the marker"),
        ("a\n\n>", 2, "no text after it", "put \\ before it"),
        ("1. a\n2. b\n4. c", 2, "has 4 where 3 should be", "write 4\\."),
        ("1. a\n1. b\n2. c", 2, "has 2 where 1 should be", "consecutively"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | 2 | 3 |", 3, "has 3 cells, but its first row has 2", "\\|"),
        ("> a | b\n> --|--\n> 1 | 2 | 3", 2, "has 3 cells", "give all rows the same number"),
        ("a | b\r--|--\r1 | 2 | 3", 2, "has 3 cells", "give all rows the same number"),
        ("a\n\n" + ">" * 40 + "b", 2, "too deeply", "fewer levels"),
    ],
)
def test_a_fault_has_line_problem_and_advice(source: str, line: int, what: str, then: str) -> None:
    (fault,) = faults(source)
    assert fault.line == line
    assert what in fault.what
    assert then in fault.advice


def test_all_faults_of_a_text_are_reported() -> None:
    found = faults("![a](b)\n\n- <b>c</b>\n\n  | [d](e) |\n  |--|\n  | ![f](g) |\n\n---")
    assert [(fault.line, fault.what.split()[-1]) for fault in found] == [
        (0, "picture"),
        (2, "Markdown"),
        (4, "address"),
        (6, "picture"),
        (8, "asterisks"),
    ]
    assert (
        str(MarkupError(found[:2]))
        == "the text contains a picture; the text contains “<b>”, which is raw HTML in Markdown"
    )


@pytest.mark.parametrize("source", ["> " * 5000 + "a", "- - " * 3000 + "a", "1. " * 5000 + "a"])
def test_deep_nesting_is_refused_and_not_dropped(source: str) -> None:
    (fault,) = faults(source)
    assert "too deeply" in fault.what


def test_a_text_over_the_limit_is_refused() -> None:
    (fault,) = faults("a" * (MAX_LENGTH + 1))
    assert fault == MarkupFault(
        0, "the text is longer than the limit of 100,000 characters", "shorten it, or split it"
    )
    assert words(blocks("a" * MAX_LENGTH)) == "a" * MAX_LENGTH


def table(columns: int) -> str:
    return f"{'|'.join('a' * columns)}\n{'|'.join('-' * columns)}\n"


def test_a_table_is_no_wider_than_word_can_show() -> None:
    assert len(list(runs(blocks(table(MAX_COLUMNS))))) == MAX_COLUMNS
    (fault,) = faults(table(3000))
    assert fault.what == "a row of the table has 3000 cells, but Word shows at most 63"


@pytest.mark.parametrize(
    "source", ["[" * 20_000, "a_ " * 20_000, "[[" * 9_000 + "*", "=" * 9_000 + "x", "a|" * 9_000]
)
def test_many_signs_stay_words(source: str) -> None:
    assert words(blocks(source)) == source.strip()


@pytest.mark.parametrize(
    "source", ["`" * 600, "_a " * 20_000, "[a](" * 10_000, "**a " * 9_000, "a | b\n" * 3_000]
)
def test_much_nested_markup_is_refused_quickly(source: str) -> None:
    assert faults(source)


@pytest.mark.parametrize(
    ("source", "line", "what"),
    [
        ("`a` ``b``", 0, "back-tick"),
        ("```\na\n```", 0, "back-tick"),
        ("~~~ a", 0, "struck out"),
        ("one\n\ntwo ~~x~~", 2, "struck out"),
        ("[x] [y][z]", 0, "without an address"),
        ("a | b\nc | d", 0, "table"),
        ("| a | b |\n|---|\n| 1 | 2 |", 0, "table"),
        ("see[^1]\n\n[^1]: note", 0, "footnote"),
        ("- one\n- [ ] two", 1, "tick"),
        ("[a](https://a.wales/my file)", 0, "broken off"),
        ("- **one\n- two", 0, "bold"),
        ("one\n\n▪two\n▪three", 2, "items of a list"),
        ("- a\n- ☐ b", 1, "tick"),
        ("see [the\n\nplan](https://a.wales)", 2, "wrong place"),
    ],
)
def test_leftover_markup_is_refused_with_its_line(source: str, line: int, what: str) -> None:
    fault = faults(source)[0]

    assert (fault.line, what in fault.what) == (line, True)
    assert fault.advice


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("2*3*4", 0),
        ("so\n5*4 and 6*7", 1),
        ("Officers*and*staff", 0),
        ("(*) one and (*) two", 0),
        ("(**) one and (**) two", 0),
        ('The "*" and "*" signs', 0),
        ("The “*” and “*” signs", 0),
        ("https://a.wales/*x*/y", 0),
    ],
)
def test_an_asterisk_that_would_vanish_is_refused(source: str, line: int) -> None:
    (fault,) = faults(source)

    assert (fault.line, fault.what.split()[1]) == (line, "asterisk")
    assert "\\*" in fault.advice


@pytest.mark.parametrize(
    "source",
    [
        "The *force*s plan",
        "**Bold** text",
        "un**der**",
        '*"Quoted words"* and *’r heddlu*',
        "**a***b*",
        "(*a*)",
        "*\\) a*",
    ],
)
def test_emphasis_of_words_is_allowed(source: str) -> None:
    assert words(blocks(source)) == source.replace("*", "").replace("\\", "")


@pytest.mark.parametrize(
    "href",
    ["https://a.b", "https://intranet/x", "https://a.b:80/?c=d", "mailto:a@b.cymru?subject=x", "tel:101"],
)
def test_a_usable_address_is_allowed(href: str) -> None:
    assert words(blocks(f"[w]({href})")) == "w"


@pytest.mark.parametrize("source", ["\\*\\*a", "\\`a\\`", "\\~\\~a", "\\[^1]", "\\[x\\][y]", "- \\[ ] a"])
def test_a_sign_after_a_backslash_is_literal(source: str) -> None:
    assert words(blocks(source)) == source.replace("\\", "").removeprefix("- ")


@pytest.mark.parametrize(
    ("source", "start", "numbering"),
    [
        ("1. a\n2. b", 1, ""),
        ("1) a\n2) b", 1, "1)"),
        ("(b) a\n(c) b", 2, "(a)"),
        ("a) a\nb) b", 1, "a)"),
        ("a. a\nb. b", 1, "a."),
        ("ii. a\niii. b", 2, "i."),
        ("(iv) a\n(v) b", 4, "(i)"),
        ("- a\n- b", None, ""),
        ("• a\n• b", None, ""),
    ],
)
def test_a_list_keeps_its_numbering(source: str, start: int | None, numbering: str) -> None:
    (found,) = blocks(source)

    assert isinstance(found, List)
    assert (found.start, found.numbering, len(found.items)) == (start, numbering, 2)


# --- inserts -----------------------------------------------------------------------------------------------


def test_a_value_combines_its_formatting_with_that_of_its_place() -> None:
    value = Words((Run("Gwent", CY), Break(CY), Run("Police", EN, emphasis=True)))
    assert blocks(f"a **{key('1')}** [b {key('1')}](tel:1)", **{"1": value}) == (
        paragraph(
            "t.1",
            run("a "),
            Run("Gwent", CY, strong=True),
            Break(CY),
            Run("Police", EN, strong=True, emphasis=True),
            run(" "),
            Run("b ", EN, href="tel:1"),
            Run("Gwent", CY, href="tel:1"),
            Break(CY),
            Run("Police", EN, emphasis=True, href="tel:1"),
        ),
    )


def test_an_empty_value_leaves_no_block() -> None:
    empty = key("none")
    source = f"{empty}\n\n# {empty}\n\n> {empty}\n\n- {empty}\n- {key('gone')}\n\n3. {empty}\n\na {empty}"
    assert blocks(source, none=Words(()), gone=()) == (paragraph("t.6", run("a")),)


def test_a_list_keeps_the_items_that_have_words() -> None:
    (found,) = blocks(f"1. {key('none')}\n2. b", none=Words(()))
    assert found == List("t.1", EN, (Item("t.1.2", EN, (paragraph("t.1.2.1", run("b")),)),), 1)


def test_inserted_blocks_do_not_change_and_count_as_one() -> None:
    two = (Paragraph("evidence.a.text.1", CY, (Run("x", CY),)), Paragraph("evidence.a.text.2", CY, ()))
    for inserted in (two, two[:1], ()):
        found = blocks(f"a\n\n{key('1')}\n\n> {key('1')}\n\nb", **{"1": inserted})
        assert found[0] == paragraph("t.1", run("a"))
        assert found[-1] == paragraph("t.4", run("b"))
        assert found[1:-1] == ((*inserted, Quotation("t.3", EN, inserted)) if inserted else ())


@pytest.mark.parametrize("source", ["a {} b", "**{}**", "# {}", "{}{}", "|{}|\n|--|"])
def test_blocks_within_a_sentence_are_refused(source: str) -> None:
    (fault,) = faults(source.format(*[key("1")] * 2), **{"1": (paragraph("x", run("y")),)})
    assert "several paragraphs" in fault.what


@pytest.mark.parametrize("address", ["mailto:{}", "https://{}.cymru", "https://a.cymru/?b={}"])
def test_a_value_cannot_be_part_of_the_address_of_a_link(address: str) -> None:
    (fault,) = faults(f"[a]({address.format(key('1'))})", **{"1": Words((run("a@b.cymru"),))})
    assert fault.what == "a value is merged into the address of a link"


def test_a_key_without_value_does_not_change() -> None:
    assert words(blocks(f"{key('2')}\n\na {key('2')} b", **{"1": Words(())})) == f"{key('2')}a {key('2')} b"


values = st.sampled_from(
    (
        *HOSTILE,
        OPEN,
        CLOSE,
        key("0"),
        f"{CLOSE}{OPEN}0",
        "a\n\n# b\n- c",
        "a | b\n--|--",
        "![a](b)",
        "---",
        "> a",
    )
) | st.text(min_size=1, max_size=30)

PLACES = (
    "a {} b",
    "a **{}** b",
    "a [{}](https://a.cymru) b",
    "# a {} b",
    "- a {} b",
    "> 1. a {} b",
    "a {} b | c\n--|--",
)


@unhurried
@given(values, st.sampled_from(PLACES))
def test_a_value_never_becomes_structure(value: str, place: str) -> None:
    found = blocks(place.format(key("0")), **{"0": Words((run(value),))})
    shape = blocks(place.format("x"))
    assert [(type(one), one.id) for one in nodes(found)] == [(type(one), one.id) for one in nodes(shape)]
    assert words(found) == words(shape).replace("a x b", f"a {value} b")


@unhurried
@given(st.lists(values, min_size=2, max_size=4))
def test_values_side_by_side_keep_their_words_and_their_order(drawn: list[str]) -> None:
    source = "".join(key(str(index)) for index in range(len(drawn)))
    inserts: dict[str, Insert] = {str(index): Words((run(value),)) for index, value in enumerate(drawn)}
    assert words(blocks(f"a {source} b", **inserts)) == f"a {''.join(drawn)} b"


# --- any text ----------------------------------------------------------------------------------------------

SIGNS = (
    *"abŵy\n\n *_-+#>|[]()<!`~=&\\:.",
    "\n\n",
    "**",
    "  \n",
    "---",
    "](",
    "lang:en",
    "https://",
    "1. ",
    "- ",
    "| ",
)

sources = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join) | st.text(max_size=60)

_LETTER = re.compile(r"[^\W\d_]")


@unhurried
@given(sources)
def test_no_text_loses_a_letter_unless_refused(source: str) -> None:
    """Addresses of links are no words, and may be the only letters that are not in the tree."""
    try:
        found = blocks(source)
    except MarkupError as error:
        assert error.faults
        assert all(0 <= fault.line <= source.count("\n") + source.count("\r") for fault in error.faults)
        return
    hrefs = r"\]\((lang:en|<?https://\S*)\s*\)"
    assert _LETTER.findall(words(found)) == _LETTER.findall(re.sub(hrefs, "]", source))


@unhurried
@given(
    st.lists(st.sampled_from([*"abŵ .,;'’“–\n", "\n\n", "a < b", "AT&T", "7 * 7", "50%"]), max_size=60).map(
        "".join
    )
)
def test_plain_writing_is_never_refused_and_keeps_every_sign(source: str) -> None:
    assert words(blocks(source)).replace(" ", "") == re.sub(r"\s", "", source)


@unhurried
@given(sources, st.sampled_from(Language))
def test_ids_are_unique_stable_and_below_that_of_the_text(source: str, language: Language) -> None:
    try:
        found = parse(source, language, "evidence.a.text")
    except MarkupError:
        return
    ids = [node.id for node in nodes(found)]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith("evidence.a.text.") for id in ids)
    assert parse(source, language.other, "evidence.a.text") != () or not ids
    assert [node.id for node in nodes(parse(source, language.other, "evidence.a.text"))] == ids


@unhurried
@given(sources)
def test_every_run_has_words_and_every_block_has_something_in_it(source: str) -> None:
    try:
        found = list(nodes(blocks(source)))
    except MarkupError:
        return
    assert all(run.text and "\n" not in run.text for run in runs(found))
    for node in found:
        match node:
            case Paragraph() | Heading():
                assert node.inlines
            case Quotation() | Item():
                assert node.blocks
            case List():
                assert node.items
            case Table():
                assert {len(row.cells) for row in node.rows} <= {len(node.header.cells)}


def test_cached_tokens_give_the_same_tree() -> None:
    source = f"a {key('1')}\n\n- **b**"
    first: Inlines = (run("x"),)
    assert words(blocks(source, **{"1": Words(first)})) == "a xb"
    assert words(blocks(source, **{"1": Words((run("y"),))})) == "a yb"
    assert text(first) == "x"

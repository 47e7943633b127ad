from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from respondent.document import prose
from respondent.document.blocks import BlockBuilder, Cursor
from respondent.document.content import TextBuilder
from respondent.document.markup import parse, tokens
from respondent.document.segments import split
from respondent.document.tree import Paragraph, Run
from respondent.language import Language

CY = Language.CY
SIGNS = "abŵ 19.,;:'’\"()%£/?–—-_*[]<>!`#|&~\\+=\n\t\u00a0"


@given(st.text(st.sampled_from(SIGNS), max_size=12) | st.text(st.characters(codec="utf-8"), max_size=8))
def test_plain_paragraphs_equal_those_of_the_parser(text: str) -> None:
    words = prose.words(text)

    if words:
        content = TextBuilder(CY)
        parsed = tuple(BlockBuilder(content, text, 0).blocks(Cursor(tokens(text)), "x"))
        assert parse(text, CY, "x") == parsed == (Paragraph("x.1", CY, (Run(words, CY),)),)
        assert content.faults == []
        (segment,) = split(text, CY)
        assert text[segment.start : segment.end] == words == segment.words
        assert segment.kind == "paragraph"


def test_a_usual_paragraph_is_plain() -> None:
    assert prose.words("Mae'r adroddiad (t. 5) yn dweud: 31 Mai – “yn barod”.")

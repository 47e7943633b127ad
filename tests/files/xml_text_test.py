"""Text in XML: the same bytes as the standard library writes."""

from __future__ import annotations

from xml.sax import saxutils

from hypothesis import example, given
from hypothesis import strategies as st

from respondent.files.xml_text import escape, quoteattr

TEXTS = st.text() | st.text(alphabet="&<>\"'\r\n\ta;ŵ")


@given(TEXTS)
@example("&amp; <w:t>")
def test_escape_equals_that_of_the_standard_library(text: str) -> None:
    assert escape(text) == saxutils.escape(text)


@given(TEXTS)
@example("both \" and '")
def test_quoteattr_equals_that_of_the_standard_library(text: str) -> None:
    assert quoteattr(text) == saxutils.quoteattr(text)

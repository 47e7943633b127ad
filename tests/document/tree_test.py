from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest
from hypothesis import given
from strategies import documents, unhurried

from respondent.document.tree import Break, Document, Part, Run, Words
from respondent.document.walk import nodes
from respondent.language import Language


def test_a_document_has_the_language_of_its_first_part() -> None:
    parts = (Part(Language.EN, ()), Part(Language.CY, ()))
    assert Document("t", parts, author="a", dated=date(2019, 5, 14)).language is Language.EN


def test_words_read_as_one_line() -> None:
    assert str(Words((Run("a", Language.CY), Break(Language.CY), Run("b", Language.EN)))) == "a b"
    assert str(Words(())) == ""


@unhurried
@given(documents())
def test_no_node_can_be_changed(document: Document) -> None:
    for node in [document, *document.parts, *nodes(document.parts[0].blocks)]:
        with pytest.raises(FrozenInstanceError):
            setattr(node, fields(node)[0].name, "x")
        assert not hasattr(node, "__dict__")


def test_a_document_without_pictures_has_an_empty_map_that_stays_empty() -> None:
    document = Document("t", (Part(Language.CY, ()),), author="a", dated=date(2019, 5, 14))
    with pytest.raises(TypeError):
        document.pictures["logo"] = None  # type: ignore[index]  # that is the point

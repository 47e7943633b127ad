from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given
from offices import Bench
from strategies import documents, unhurried

from respondent.document import plain
from respondent.document.tree import Block, Document, Inline
from respondent.language import Language


@given(documents())
@unhurried
def test_any_document_survives_a_round_trip_through_json(document: Document) -> None:
    assert plain.from_json(plain.to_json(document)) == document


def test_every_kind_of_node_has_a_name() -> None:
    kinds = {*get_args(Block), *get_args(Inline), Document}

    assert kinds <= set(plain.NODES.values())


def test_the_json_of_a_letter(bench: Bench) -> None:
    letter = bench.documents()[Language.EN]
    found = json.loads(plain.to_json(letter))

    assert found["node"] == "document"
    assert found["dated"] == "2019-05-14"
    (part,) = found["parts"]
    subject = next(block for block in part["blocks"] if block["id"] == "subject")
    assert subject == {
        "node": "section",
        "id": "subject",
        "language": "en",
        "name": "subject",
        "blocks": [
            {
                "node": "heading",
                "id": "subject.1",
                "language": "en",
                "level": 1,
                "inlines": [
                    {
                        "node": "run",
                        "text": "HMICFRS Inspection of Sussex Police – Stalking and harassment",
                        "language": "en",
                    }
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"node": "run", "text": "x", "language": "en"}', "this is not a document"),
        (b'{"node": "letter"}', "there is no node “letter”"),
        (b'{"node": "run", "text": "x", "language": "de"}', "'de' is not a valid Language"),
        (b'{"node": "run", "language": "en"}', "a run has other keys"),
        (b'{"node": "image", "data": "!", "kind": "png"}', "`data` is not what it should be"),
        (b'{"node": "document", "pictures": []}', "`pictures` is not what it should be"),
        (b"[]", "this is not a document"),
        (b"{", "Expecting"),
    ],
)
def test_json_that_is_not_a_document_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        plain.from_json(data)

from __future__ import annotations

import pytest

from respondent.files.source import ValuePath
from respondent.response.paths import texts_at, values_at

VALUE = {
    "letter": {"copies": ["a", "b"], "date": None},
    "evidence": [{"text": "c"}, {"text": ["d"]}, "e", None],
}


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("letter.copies.*", {("letter", "copies", 0): "a", ("letter", "copies", 1): "b"}),
        ("evidence.*.text", {("evidence", 0, "text"): "c", ("evidence", 1, "text"): ["d"]}),
        ("letter.date", {("letter", "date"): None}),
        ("letter.date.*", {}),
        ("letter.copies.*.id", {}),
        ("reports.*.id", {}),
        ("evidence.*.text.*", {("evidence", 1, "text", 0): "d"}),
    ],
)
def test_a_star_stands_for_any_key_or_index(pattern: str, wanted: dict[ValuePath, object]) -> None:
    assert dict(values_at(VALUE, pattern)) == wanted


def test_texts_at_yields_text_only() -> None:
    assert dict(texts_at(VALUE, "evidence.*.text")) == {("evidence", 0, "text"): "c"}

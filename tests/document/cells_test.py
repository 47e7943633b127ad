from __future__ import annotations

import pytest

from respondent.document.cells import spans


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a |  |", ["a", ""]),
        ("| a | b \\| c |", ["a", "b \\| c"]),
        ("| a | b \\\\| c |", ["a", "b \\\\| c"]),
        ("- | a | b |", ["a", "b"]),
        ("> 1. | a | b", ["a", "b"]),
        ("| - | 1. |", ["-", "1."]),
        ("| a | b |\r\n", ["a", "b"]),
    ],
)
def test_unescaped_bars_separate_cells(line: str, cells: list[str]) -> None:
    assert [line[start:end] for start, end in spans(line)] == cells

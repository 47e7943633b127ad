"""Every way to go wrong, tried with both of PyYAML's parsers."""

from __future__ import annotations

import pytest
import yaml as pyyaml

from respondent.errors import DataError
from respondent.files import yaml

LOADERS = [
    pytest.param(pyyaml.SafeLoader, id="python"),
    pytest.param(pyyaml.CSafeLoader, id="libyaml"),
]

# text, line, what is said of it, what is said to do
FAULTS = [
    ("a: 1\nb:\n\tc: 2\n", 3, "a tab at the beginning", "spaces"),
    ("a:\n  b: 1\n\tc: 2\n", 3, "a tab at the beginning", "spaces"),
    ("a:\n- b\n\t- c\n", 3, "a tab at the beginning", "spaces"),
    ("a: |\n\tx\n", 2, "a tab at the beginning", "spaces"),
    ("a:\n  -\tb: 1\n\tc: 2", 2, "a tab", "spaces"),
    ("text: Rhaid: dau\n", 1, "a colon with a space after it stands inside a text (column 12)", '"…"'),
    ("a: 1\n  b: 2\n", 2, "does not begin below the entries beside it", "spaces"),
    ("a:\nb: 1\n c: 2\n", 3, "does not begin below the entries beside it", "spaces"),
    ("a:\n    b: 1\n  c: 2\n", 3, "does not begin below the entries beside it", "spaces"),
    ('a: 1\nb: "abc\nc: d\n', 2, "never closed", "close it"),
    ("a: 1\nb: 'abc\nc: d\n", 2, "never closed", "close it"),
    ('a: "b\n', 1, "never closed (column 4)", "close it"),
    ('a:\n  cy: "un\n  en: one\nb:\n  cy: "dau"\n', 2, "never closed", "close it"),
    ("a:\n  - id: x\n    t: 'un\n  - id: y\n    t: it''s\nb: Mae'r\n", 3, "never closed", "close it"),
    ('a: "un\nb: x\nc: |\n  He said "yes"\n', 1, "never closed", "close it"),
    ('a: |\n  "un\nb: "dau\nc: "tri"\n', 3, "never closed", "close it"),
    ('a: "b\nc: he said "\nd: e\n', 1, "never closed", "close it"),
    ("a: [I asked](https://x.wales) for it\n", 1, "begins with “[”", '"…"'),
    ("a: [I asked](https://x.wales)\n", 1, "begins with “[”", "below a |"),
    ("a: {I asked} for it\n", 1, "begins with “{”", '"…"'),
    ("a: *emphasis* first\n", 1, "a text cannot begin with “*”", '"…"'),
    ("a: **bold** first\n", 1, "a text cannot begin with “*”", '"…"'),
    ("a: 'quoted' start\n", 1, "begins with a quotation mark", '"…"'),
    ("a: “Custody: one”\n", 1, "quotation marks such as “", '"…"'),
    ("a: ? what\n", 1, "a text cannot begin with “?”", '"…"'),
    ("a: I asked\n  # two\n  for a report.\nb: x\n", 2, "cuts the text in two", '"…"'),
    ("a: I asked #2\n  for a report.\nb: x\n", 1, "cuts the text in two", '"…"'),
    ("a: [one, two #3]\nb: x\n", 1, "“#3]” is read as a comment", "quotation marks"),
    ("a: 'Mae'r heddlu'\n", 1, "words after the closing quotation mark (column 9)", "apostrophe twice"),
    ('a: "b" c\n', 1, "words after the closing one", "'…'"),
    ("a: 1\nfoo\nb: 2\n", 2, "no colon with a space after it", "name: value"),
    ("a: 1\nb:2\n", 2, "no colon with a space after it", "name: value"),
    ("a: [1, 2\nb: 3\n", 1, "“[” that opens here is not closed", "close it"),
    ("a: {cy: x, en: y\nb: 3\n", 1, "“{” that opens here is not closed", "close it"),
    ("a: {cy: x en: y}\n", 1, "a comma is missing", "commas"),
    ("a: - b\n", 1, "a list cannot begin on this line", "new line"),
    ("a:\n  - b\n  c: d\n", 3, "an entry of a list begins with a dash", "“- ”"),
    ("a:\n  * one\n  * two\n", 2, "a text cannot begin with “*”", "for a list write “- ”"),
    ("a: & x\n", 1, "a text cannot begin with “&”", '"…"'),
    ("a: @heddlu\n", 1, "a text cannot begin with “@”", '"…"'),
    ("a: `x`\n", 1, "a text cannot begin with “`”", '"…"'),
    ("a: %x\n", 1, "a text cannot begin with “%”", '"…"'),
    ("a: ]\n", 1, "a text cannot begin with “]”", '"…"'),
    ("a: !z!x y\n", 1, "a text cannot begin with “!”", '"…"'),
    ("a: !<x y\n", 1, "a text cannot begin with “!”", '"…"'),
    ('a: "C:\\Users"\n', 1, "a backslash inside", "two backslashes"),
    ('a: "\\q"\n', 1, "a backslash inside", "two backslashes"),
    ("a: |x\n  b\n", 1, "words after “|”", "next line"),
    ("%YAML 2.0\n---\na: b\n", 1, "a line cannot begin with “%”", '"…"'),
    ("a: 1\n...\nb: 1\n", 3, "does not belong to anything above it", "at the very left"),
]


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize(("text", "line", "what", "next_"), FAULTS)
def test_a_syntax_error_has_a_plain_message(
    text: str, line: int, what: str, next_: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "_LOADER", loader)
    with pytest.raises(DataError) as raised:
        yaml.read(text.encode(), "response.yaml")
    (problem,) = raised.value.problems
    assert problem.where == f"response.yaml:{line}"
    assert what in problem.what
    assert next_ in problem.next
    assert "YAML" not in problem.what

"""Only what was meant changes: told from how the test wrote the file, not from where the reader saw it."""

from __future__ import annotations

import codecs
import copy
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from offices import ROOT
from strategies import unhurried

from respondent.errors import DataError, FileChanged, OutputError
from respondent.files import atomic, yaml
from respondent.files.lock import LOCK
from respondent.files.rewrite import rewritten, write
from respondent.files.text import CONTROL, cleaned
from respondent.files.yaml import KEY, ValuePath, read

LONG = (
    "Rhaid i’r Prif Gwnstabl sicrhau bod swyddogion yn adnabod hyn ac yn ei gofnodi’n briodol. " * 3
).strip()
LONG_AT_FOUR = (
    "    Rhaid i’r Prif Gwnstabl sicrhau bod swyddogion yn adnabod hyn ac yn ei gofnodi’n briodol. Rhaid i’r Prif Gwnstabl\n"
    "    sicrhau bod swyddogion yn adnabod hyn ac yn ei gofnodi’n briodol. Rhaid i’r Prif Gwnstabl sicrhau bod swyddogion yn\n"
    "    adnabod hyn ac yn ei gofnodi’n briodol.\n"
)
CY: ValuePath = ("t", "cy")
EN: ValuePath = ("t", "en")

# What the file was, the edit, and what the file is then.
TABLE: dict[str, tuple[str, Mapping[ValuePath, str], str]] = {
    "plain": ("t:\n  cy: hen   # c\n", {CY: "newydd"}, "t:\n  cy: newydd   # c\n"),
    "plain of two lines": ("t:\n  cy: hen\n    iawn # c\n\nb: x\n", {CY: "un"}, "t:\n  cy: un # c\n\nb: x\n"),
    "on the line below": ("t:\n  cy:\n    hen\n  # c\n", {CY: "un"}, "t:\n  cy:\n    un\n  # c\n"),
    "single": ("t:\n  cy: 'hen'\n", {CY: "Mae'r"}, "t:\n  cy: 'Mae''r'\n"),
    "double of three lines": ('t:\n  cy: "hen\n\n    iawn"\n', {CY: "a"}, 't:\n  cy: "a"\n'),
    "plain cannot hold it": ("t:\n  cy: hen\n", {CY: "Rhaid: dau"}, 't:\n  cy: "Rhaid: dau"\n'),
    "blank lines and comments below a bar": (
        "t:\n  cy: |  # c\n      un\n\n      dau\n\n\n   # d\n# e\n  en: x\n",
        {CY: "tri\n\npedwar"},
        "t:\n  cy: |-  # c\n      tri\n\n      pedwar\n\n\n   # d\n# e\n  en: x\n",
    ),
    "a bar becomes plain for nothing": ("t:\n  cy: |\n    un\n", {CY: ""}, 't:\n  cy: ""\n'),
    "a bar with nothing below": ("t:\n  cy: |\n  en: |\n", {CY: "un"}, "t:\n  cy: |-\n    un\n  en: |\n"),
    "kept blank lines": (
        "t:\n  cy: |+\n    un\n\n\nb: x\n",
        {CY: "dau"},
        "t:\n  cy: |-\n    dau\n\n\nb: x\n",
    ),
    "an indentation that is written": ("t:\n- |2-\n    un\n   dau\n", {("t", 0): "x"}, "t:\n- |-\n    x\n"),
    "a folded text that gets paragraphs": (
        "t:\n  cy: >-\n    hen\n    iawn\n",
        {CY: "un\n\ndau"},
        "t:\n  cy: |-\n    un\n\n    dau\n",
    ),
    "the end of the file cut off": ("t:\n  cy: |\n    un", {CY: "un\ndau"}, "t:\n  cy: |-\n    un\n    dau"),
    "a long text and a comment": (
        "t:\n  cy: hen # c\n  en: x\n",
        {CY: LONG},
        f"t:\n  cy: >- # c\n{LONG_AT_FOUR}  en: x\n",
    ),
    "empty": ("t:\n  cy:\n  en: x\n", {CY: "un"}, "t:\n  cy: un\n  en: x\n"),
    "empty with a comment": (
        "t:\n  cy:   # to do\n  en: x\n",
        {CY: LONG},
        f"t:\n  cy: >-   # to do\n{LONG_AT_FOUR}  en: x\n",
    ),
    "empty at the end": ("t:\n  cy:", {CY: "a\nb"}, "t:\n  cy: |-\n    a\n    b"),
    "nothing as a sign": ("t:\n  cy: ~ # c\n", {CY: "un"}, "t:\n  cy: un # c\n"),
    "an empty item": ("t:\n- # c\n- x\n", {("t", 0): "un"}, 't:\n- "un" # c\n- x\n'),
    "missing": ("t:\n  # c\n  en: x # d\n", {CY: "un"}, "t:\n  # c\n  cy: un\n  en: x # d\n"),
    "missing in an item": ("t:\n  - en: 'x'\n", {("t", 0, "cy"): "un"}, "t:\n  - cy: 'un'\n    en: 'x'\n"),
    "missing, as the other language is indented": (
        "t:\n   en: |\n         x\n",
        {CY: "un\ndau\n"},
        "t:\n   cy: |\n         un\n         dau\n   en: |\n         x\n",
    ),
    "English missing": ("t:\n  cy: x # c\n\nb: y\n", {EN: "one"}, "t:\n  cy: x # c\n  en: one\n\nb: y\n"),
    "English missing at the end": (
        "t:\n  cy: |-\n    x",
        {EN: "one"},
        "t:\n  cy: |-\n    x\n  en: |-\n    one",
    ),
    "English missing where the file would end a line": (
        "t:\n  cy: |\n    x",
        {EN: "one"},
        "t:\n  en: |-\n    one\n  cy: |\n    x",
    ),
    "English missing where blank lines are kept": (
        "t:\n  cy: |+\n    x\n\n\nb: y\n",
        {EN: "one"},
        "t:\n  en: |-\n    one\n  cy: |+\n    x\n\n\nb: y\n",
    ),
    "both missing": (
        "t:\n  welsh: none\n",
        {EN: "one", CY: "un"},
        "t:\n  cy: un\n  en: one\n  welsh: none\n",
    ),
    "flow": ("t: {cy: hen, en: x}\n", {CY: "a, b"}, 't: {cy: "a, b", en: x}\n'),
    "long in flow": ("t: [hen]\n", {("t", 0): LONG}, f't: ["{LONG}"]\n'),
    "lines in flow": ("t: {cy: hen}\n", {CY: "a\nb"}, 't: {cy: "a\\nb"}\n'),
    "empty in flow": ("t: {cy: , en: x}\n", {CY: "un"}, "t: {cy: un, en: x}\n"),
    "empty in flow over lines": (
        "t: {cy: # c\n  , en:   }\n",
        {CY: "un", EN: "one"},
        "t: {cy: # c\n  un, en: one  }\n",
    ),
    "a name alone in flow": ("t: {cy, en: x}\n", {CY: "un"}, "t: {cy: un, en: x}\n"),
    "missing in flow": ("t: {en: x}\n", {CY: "un"}, "t: {cy: un, en: x}\n"),
    "English missing in flow": ("t: { cy: x }\n", {EN: "one"}, "t: { cy: x, en: one }\n"),
    "missing in JSON": ('t: {"en":"x"}\n', {CY: "un"}, 't: {"cy": "un", "en":"x"}\n'),
    "both missing in empty brackets": ("t: {}\n", {EN: "one", CY: "un"}, "t: {cy: un, en: one}\n"),
    "one text for both": ("t: hen\n", {("t",): "un"}, "t: un\n"),
    "Windows": (
        "t:\r\n  cy: x\r\n\r\n# c\r\n",
        {CY: "a\nb", EN: "c"},
        "t:\r\n  cy: |-\r\n    a\r\n    b\r\n  en: |-\r\n    c\r\n\r\n# c\r\n",
    ),
    "an old Mac": ("t:\r  cy: x\r", {CY: "a\nb"}, "t:\r  cy: |-\r    a\r    b\r"),
    "spaces at the ends of lines": (
        "t:  \n  cy: x  \n  \nb: y \n",
        {CY: "z"},
        "t:  \n  cy: z  \n  \nb: y \n",
    ),
    "a line of spaces below a bar": ("t:\n  cy: |\n    x\n      \n", {CY: "z"}, "t:\n  cy: z\n      \n"),
    "what is there already": ("t:\n  cy:  'x'\n", {CY: "x"}, "t:\n  cy:  'x'\n"),
}


PURE = {
    "empty in flow": "t: {cy: un , en: x}\n",
    "empty in flow over lines": 't: {cy: "un" # c\n  , en: "one"   }\n',
}
"""What differs with PyYAML's parser in Python, which says that nothing stands right behind the colon."""


@pytest.fixture(params=[pyyaml.SafeLoader, pyyaml.CSafeLoader], ids=["python", "libyaml"])
def loader(request: pytest.FixtureRequest) -> Iterator[None]:
    with mock.patch.object(yaml, "_LOADER", request.param):
        yield


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("case", TABLE)
def test_edits_are_written_in_the_style_of_the_file(case: str, mark: bytes) -> None:
    before, edits, after = TABLE[case]
    if case in PURE and yaml._LOADER is pyyaml.SafeLoader:
        after = PURE[case]
    new = rewritten(mark + before.encode(), "r", edits)
    assert new.decode() == mark.decode() + after


TRAPS = [
    *(
        "Rhaid: dau",
        "Rhaid:",
        " #",
        "a #b",
        "#",
        "# pennawd",
        "  bwlch",
        "bwlch  ",
        "   ",
        "\t",
        "a\tb",
        "\ta",
    ),
    *(
        "a\u2028b",
        "\u2028",
        "a\u2029b",
        "a\r\nb",
        "a\rb",
        "\r",
        "---",
        "...",
        "--- a",
        "%",
        "%YAML 1.1",
        "- a",
    ),
    *(
        "-",
        "? a",
        "@a",
        "`a`",
        "&a",
        "*a",
        "!a",
        "null",
        "~",
        "no",
        "Yes",
        "<<",
        "=",
        "1.10",
        "0o7",
        "{a",
        "[a]",
    ),
    *("}", "],", ",", "a, b", "'", "''", '"', '\\"', "\\", "\\n", "|", "|-", "> a", "a\n\n\n", "\n", "\n\na"),
    *(
        "a\n \nb",
        "a\n   b\n c",
        "  a\nb",
        "a\nb\n",
        "a  \nb",
        "a\n---\nb",
        "a\n...\n",
        "a\n# b\n",
        "\u00a0a\u00a0",
    ),
    *(
        "a\u200bb",
        "\u200d",
        "\ufeff",
        "a\ufeff\nb",
        "👮🏽‍♀️",
        "x" * 5000,
        "x" * 5000 + " y",
        "",
        LONG,
        LONG + "\n",
    ),
    *(
        LONG + "\n\n" + LONG,
        LONG.replace(" ", "  "),
        LONG.replace(" ", "\u00a0"),
        LONG + "\u2028x",
        "- a\n- b",
    ),
    *(
        "::: notice",
        "{{ a }}",
        "| a | b |\n|---|---|\n",
        "cy: x\nen: y",
        "cy: x",
        "\ue000",
        "e\u0301",
        "\u202eb",
    ),
]
PLACES = {
    "block": ("t:\n  cy: hen # c\n  en: |+\n    x\n\n\n  # d\nb: [y]\n", CY),
    "folded": ("t:\n  cy: >\n   hen\n\n   iawn\n\n # c\n\n  en: y\n", CY),
    "bar": ("t:\n  - cy: |  # c\n\n     hen\n       iawn\n\n    en: y\n", ("t", 0, "cy")),
    "quoted": ('t:\n  cy: "hen\n\n    \\n\\\n   x" # c\n  en: y\n', CY),
    "single": ("t:\n  cy: 'hen\n\n\n    x'\n  en: y\n", CY),
    "empty": ("t:\n  cy:   # c\n  en: >-\n     y\n", CY),
    "missing": ("t:\n  en: 'y' # c\n", CY),
    "English missing": ("t:\n  cy: >-\n      y\n\n# c\nb: x", EN),
    "flow": ("t: {cy: hen, en: 'y'} # c\n", CY),
    "flow missing": ("t: [{en: y}, z]\n", ("t", 0, "cy")),
    "item": ("t:\n-  hen\n- y\n", ("t", 0)),
    "top": ("t: hen\nb: y", ("t",)),
}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("place", PLACES)
def test_every_trap_reads_back_wherever_it_is_put(place: str, end: str) -> None:
    written, path = PLACES[place]
    before = written.replace("\n", end).encode()
    for text in TRAPS:
        after = rewritten(before, "r", {path: text})
        source = read(after, "r")
        assert source.value == edited(read(before, "r").value, {path: text})
        assert rewritten(after, "r", {path: text}) == after
        assert not (source.is_folded(path) and "\n" in text.strip())


def edited(value: Any, edits: Mapping[ValuePath, str]) -> object:  # noqa: ANN401
    value = copy.deepcopy(value)
    for path, text in edits.items():
        holder = value
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = cleaned(text)[0]
    return value


# Any file. Its parts are written down as they are put together: what must stay, and the room of each text.


@dataclass
class Written:
    """A file as the parts it was put together from: those of a text with its path, others with none."""

    end: str
    parts: list[tuple[ValuePath | None, str]] = field(default_factory=list)
    comments: int = 0

    def keep(self, text: str) -> None:
        self.parts.append((None, text.replace("\n", self.end)))

    def room(self, path: ValuePath, text: str = "") -> None:
        self.parts.append((path, text.replace("\n", self.end)))

    def comment(self, draw: DrawFn, indent: int) -> None:
        for _ in range(draw(st.integers(0, 2))):
            self.comments += 1
            line = draw(st.sampled_from(["", "  ", f"# comment {self.comments}: x", f"#- {self.comments}"]))
            self.keep((" " * indent if line.startswith("#") else "") + line + "\n")

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.parts)

    @property
    def paths(self) -> list[ValuePath]:
        return sorted({path for path, _ in self.parts if path}, key=str)

    def pattern(self, edited: Mapping[ValuePath, str]) -> str:
        """Return what the file must look like when only the texts at some paths have changed."""
        return "".join("(?s:.*?)" if path in edited else re.escape(text) for path, text in self.parts)


WORDS = ("Rhaid", "dau", "ŵy", "it's", "a:b", "c#d", "—", "50%", "😀", "y", "x-y", "“na”", "O'r", "\\")
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(lambda some: "Mae " + " ".join(some))
INDICATORS = ("", "-", "+")


def block_scalar(draw: DrawFn, file: Written, path: ValuePath, column: int) -> None:
    """Write ``|`` or ``>`` with all that may follow; `column` is where the name of the entry begins."""
    depth = draw(st.integers(1, 4))
    explicit = str(depth) if draw(st.booleans()) else ""
    file.room(path, draw(st.sampled_from("|>")) + explicit + draw(st.sampled_from(INDICATORS)))
    file.keep(draw(st.sampled_from(["", "  ", "  # at the bar", " #"])))
    lines = draw(st.lists(words | st.just(""), max_size=4))
    margins = [
        draw(st.sampled_from(["", "", "  "])) if index and explicit else "" for index, _ in enumerate(lines)
    ]
    while lines and not lines[-1]:
        lines.pop()
    body = "".join(
        "\n" + (" " * (column + depth) + margin + line if line else "")
        for line, margin in zip(lines, margins, strict=False)
    )
    file.room(path, body)
    file.keep("\n" + "\n" * draw(st.integers(0, 2)))


def flow_scalar(draw: DrawFn, file: Written, path: ValuePath, column: int) -> None:
    """Write a plain or quoted text on one line or more, with a comment behind it."""
    style = draw(st.sampled_from(["plain", "single", "double", "none", "null"]))
    lines = draw(st.lists(words, min_size=1, max_size=3))
    inner = ("\n" + " " * (column + 1) + draw(st.sampled_from(["", "  "]))).join(lines)
    below = draw(st.sampled_from([" ", " ", "   ", "\n" + " " * (column + 3)])) if style != "none" else ""
    file.keep(below)
    quoted = {
        "plain": inner,
        "single": "'" + inner.replace("'", "''") + "'",
        "double": '"' + inner.replace("\\", "\\\\") + '\\u00e9\\n"',
        "none": "",
        "null": "~",
    }
    file.room(path, quoted[style])
    file.keep(draw(st.sampled_from(["", "  ", "  # behind", " # b: c"])))
    file.room(path)  # the lines of a long text, below the comment
    file.room((*path[:-1], "en"))  # where English is put that is missing
    file.keep("\n")


def block_pair(draw: DrawFn, file: Written, path: ValuePath, column: int) -> None:
    languages = draw(st.sampled_from([["cy", "en"], ["en"], ["cy"], ["cy", "en"], ["en", "cy"]]))
    for index, language in enumerate(languages):
        if index:
            file.comment(draw, column)
            file.keep(" " * column)
        for missing in {"cy", "en"} - set(languages):
            file.room((*path, missing))
        file.keep(f"{language}:")
        if draw(st.booleans()):
            file.keep(" ")
            block_scalar(draw, file, (*path, language), column)
            # After a bar English goes before the line end, which the test has written already.
            last = file.parts.pop()
            file.room((*path, "en"))
            file.parts.append(last)
        else:
            flow_scalar(draw, file, (*path, language), column)


def flow_pair(draw: DrawFn, file: Written, path: ValuePath) -> None:
    languages = draw(st.sampled_from([["cy", "en"], ["en"], ["cy"], []]))
    file.keep("{")
    if not languages:
        file.room((*path, "cy"))
        file.room((*path, "en"))
    file.keep(draw(st.sampled_from(["", " ", "\n          "])))
    for index, language in enumerate(languages):
        if index:
            file.keep(draw(st.sampled_from([", ", ",", " ,\n              "])))
        for missing in {"cy", "en"} - set(languages):
            file.room((*path, missing))
        file.keep(language + ": ")
        text = draw(words)
        file.room(
            (*path, language), draw(st.sampled_from([text, f"'{text.replace(chr(39), chr(39) * 2)}'", ""]))
        )
        file.room((*path, "en"))
    file.keep(draw(st.sampled_from(["}\n", " } # closed\n"])))


@st.composite
def files(draw: DrawFn) -> Written:
    file = Written(draw(st.sampled_from(["\n", "\r\n"])))
    file.comment(draw, 0)
    for key in draw(st.lists(st.sampled_from(["opening", "closing", "comments"]), unique=True, max_size=2)):
        file.keep(f"{key}:")
        column = draw(st.sampled_from([1, 2, 4]))
        if draw(st.booleans()):
            file.keep("\n" + " " * column)
            block_pair(draw, file, (key,), column)
        else:
            file.keep(" ")
            flow_pair(draw, file, (key,))
        file.comment(draw, 0)
    file.keep("evidence:\n")
    dash = draw(st.sampled_from([0, 2, 3]))
    for number in range(draw(st.integers(1, 3))):
        file.comment(draw, dash)
        file.keep(" " * dash + draw(st.sampled_from(["- ", "-   "])))
        column = len(file.text) - file.text.rfind("\n") - 1
        if draw(st.booleans()):
            file.keep("text:\n" + " " * (column + 2))
            block_pair(draw, file, ("evidence", number, "text"), column + 2)
        else:
            block_pair(draw, file, ("evidence", number), column)
    if draw(st.booleans()):
        file.keep("kind: report")  # without a line end
    return file


texts: st.SearchStrategy[str] = (
    st.sampled_from(TRAPS)
    | st.lists(st.sampled_from([*WORDS, "\n", "\n\n", " ", "# ", "- "]), max_size=60).map(" ".join)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\r: #-'\"\\")).filter(
        lambda text: not CONTROL.search(text)
    )
)


@settings(unhurried, max_examples=150)
@given(files(), st.data(), st.sampled_from([b"", codecs.BOM_UTF8]))
def test_only_the_edited_texts_change(file: Written, data: st.DataObject, mark: bytes) -> None:
    paths = data.draw(st.lists(st.sampled_from(file.paths), unique=True, max_size=4))
    edits = {path: data.draw(texts) for path in paths}
    before = mark + file.text.encode()
    old = read(before, "r").value

    after = rewritten(before, "r", edits)

    assert read(after, "r").value == edited(old, edits)
    assert after.startswith(mark)
    text = after.removeprefix(mark).decode()
    assert re.fullmatch(file.pattern(edits), text), text
    if file.end == "\r\n":
        assert text.count("\n") == text.count("\r") == text.count("\r\n")
    # Another reader, which takes every scalar for text, agrees.
    other = pyyaml.load(after.removeprefix(mark).decode(), pyyaml.BaseLoader)
    base = pyyaml.load(file.text, pyyaml.BaseLoader)
    assert other == edited(base, edits)


GWENT = (ROOT / "examples/gwent/responses/2019-stalking-and-harassment/response.yaml").read_bytes()
GWENT_SOURCE = read(GWENT, "response.yaml")


def gwent_paths() -> list[ValuePath]:
    """Return every text of the example, and each Welsh or English that is missing beside one."""
    paths = [path for path in GWENT_SOURCE.marks if path and path[-1] in ("cy", "en")]
    both = [(*path[:-1], language) for path in paths for language in ("cy", "en")]
    return list(dict.fromkeys(both))


@unhurried
@given(st.dictionaries(st.sampled_from(gwent_paths()), texts, max_size=6))
def test_the_example_takes_any_texts(edits: dict[ValuePath, str]) -> None:
    after = rewritten(GWENT, "response.yaml", edits)
    assert read(after, "response.yaml").value == edited(GWENT_SOURCE.value, edits)
    # All before the first name that was touched stays, and all from the first name behind the last.
    starts = {path[:-1]: mark.start for path, mark in GWENT_SOURCE.marks.items() if path and path[-1] == KEY}
    keys = sorted(starts.values())
    touched = [starts[key] for path in edits for key in starts if key[:-1] == path[:-1]]
    text = GWENT.decode()
    first, last = (min(touched), max(touched)) if touched else (len(text), -1)
    behind = next((start for start in keys if start > last), len(text))
    assert after.decode().startswith(text[:first])
    assert after.decode().endswith(text[behind:])


@unhurried
@given(st.sampled_from(gwent_paths()), st.lists(st.sampled_from(WORDS), min_size=80, max_size=300))
def test_a_long_paragraph_keeps_the_width_of_the_file(path: ValuePath, some: list[str]) -> None:
    after = rewritten(GWENT, "response.yaml", {path: "Mae " + " ".join(some)}).decode()
    assert all(len(line) <= 120 for line in after.splitlines() if line not in GWENT.decode())
    assert read(after.encode(), "r").is_folded(path)


# What is refused.


@pytest.mark.parametrize(
    ("text", "path", "new", "expected"),
    [
        (
            "t: hen\n",
            CY,
            "x",
            "r.yaml:1: t: this is a single text, without “cy” below it\n  write cy: and en: on",
        ),
        ("t:\n", CY, "x", "r.yaml:1: t: this is empty, without “cy” below it\n  write cy: and en: on"),
        (
            "t: x\n",
            ("s", "cy"),
            "x",
            "r.yaml:1: s: there is no entry with this name or number\n  check the file",
        ),
        (
            "t: [x]\n",
            ("t", 1),
            "x",
            "r.yaml:1: t[1]: there is no entry with this name or number\n  check the file",
        ),
        (
            "t: [x]\n",
            ("t", -1),
            "x",
            "r.yaml:1: t[-1]: there is no entry with this name or number\n  check the file",
        ),
        (
            "t: [x]\n",
            ("t", "cy"),
            "x",
            "r.yaml:1: t.cy: there is no entry with this name or number\n  check the file",
        ),
        (
            "t: {cy: x}\n",
            ("t", 0),
            "x",
            "r.yaml:1: t[0]: there is no entry with this name or number\n  check the file",
        ),
        ("\nt: [x]\n", ("t",), "x", "r.yaml:2: t: this is a list or a mapping, not a text\n  check the file"),
        ("t: [x]\n", (), "x", "r.yaml:1: this is a list or a mapping, not a text\n  check the file"),
        (
            "a: b\nt: {cy: x}\n",
            CY,
            "un\vdau",
            "r.yaml:2: t.cy: the new text contains a manual line break pasted from Word (U+000B)\n  write a new line",
        ),
        (
            "t: {cy: x}\n",
            CY,
            "\x85",
            "the new text contains an unprintable character (U+0085)\n  delete",
        ),
        (
            "t: {cy: x}\n",
            CY,
            "\ud800",
            "the new text contains an unprintable character (U+D800)\n  delete",
        ),
        ("t:\n  ? en\n  : x\n", CY, "un", "r.yaml:2: t.cy: the text cannot be written here without"),
        (
            "t: {a: x}\n",
            ("t", ": "),
            "un",
            "cannot be written here without changing something else in the file",
        ),
        ("t: [\n", CY, "un", "r.yaml:2: a text cannot"),
    ],
)
def test_impossible_edits_are_refused_with_advice(
    text: str, path: ValuePath, new: str, expected: str
) -> None:
    with pytest.raises(DataError) as raised:
        rewritten(text.encode(), "r.yaml", {path: new})
    assert expected in str(raised.value)
    assert all(problem.next for problem in raised.value.problems)


def test_all_problems_of_the_edits_are_reported() -> None:
    with pytest.raises(DataError) as raised:
        rewritten(b"a: x\nb: y\n", "r", {("a",): "\v", ("b",): "well", ("c", "cy"): "\0"})
    assert [problem.where for problem in raised.value.problems] == ["r:1: a", "r:1: c.cy", "r:1: c"]


# On disk.


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "response.yaml"
    path.write_bytes(b"\xef\xbb\xbft:\r\n  en: x # c\r\n")
    return path


def test_a_file_is_rewritten_with_its_byte_order_mark_and_line_ends(file: Path) -> None:
    after = write(file, file.read_bytes(), {CY: "un"})
    assert after == file.read_bytes() == b"\xef\xbb\xbft:\r\n  cy: un\r\n  en: x # c\r\n"
    assert sorted(path.name for path in file.parent.iterdir()) == [LOCK, "response.yaml"]


@pytest.mark.parametrize("now", [b"t:\n  en: y\n", None])
def test_a_file_changed_meanwhile_is_not_written(file: Path, now: bytes | None) -> None:
    before = file.read_bytes()
    file.unlink() if now is None else file.write_bytes(now)
    with pytest.raises(FileChanged) as raised:
        write(file, before, {CY: "un"}, name="2019/response.yaml")
    (problem,) = raised.value.problems
    assert problem.where == "2019/response.yaml"
    assert "somebody else has changed" in problem.what
    assert "run the command again" in problem.next
    assert (file.read_bytes() if file.exists() else None) == now


def test_nothing_to_change_writes_nothing(file: Path) -> None:
    with mock.patch.object(atomic, "replace_durably", side_effect=AssertionError):
        assert write(file, file.read_bytes(), {EN: "x"}) == file.read_bytes()


def test_a_symbolic_link_is_kept(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "response.yaml"
    link.parent.mkdir()
    try:
        link.symlink_to(file)
    except OSError:
        pytest.skip("no links here")
    write(link, file.read_bytes(), {EN: "one"})
    assert link.is_symlink()
    assert b"en: one #" in file.read_bytes()


def test_a_drive_that_loses_data_is_reported(file: Path) -> None:
    with (
        mock.patch.object(atomic, "replace_durably"),
        pytest.raises(OutputError, match="does not contain what was written"),
    ):
        write(file, file.read_bytes(), {CY: "un"})


@pytest.mark.parametrize("step", ["os.open", "pathlib.Path.open"])
def test_a_folder_that_cannot_be_written_in_loses_nothing(file: Path, step: str) -> None:
    before = file.read_bytes()

    def refuse(path: object, *arguments: object, **options: object) -> object:
        # The lock and the temporary file are made; the file itself is only read.
        if ".respondent" in str(path):
            raise PermissionError(13, os.strerror(13))
        return real(path, *arguments, **options)

    real: Any = os.open if step == "os.open" else Path.open
    with mock.patch(step, refuse), pytest.raises(OutputError) as raised:
        write(file, before, {CY: "un"})
    (problem,) = raised.value.problems
    assert (problem.where, problem.what) == (str(file.parent), "the folder cannot be written to")
    assert problem.next == "check that you have permission to write there, then try again"
    assert file.read_bytes() == before


def test_an_unreadable_file_is_reported(file: Path) -> None:
    before = file.read_bytes()
    with (
        mock.patch.object(Path, "read_bytes", side_effect=PermissionError(13, "Permission denied")),
        pytest.raises(OutputError, match="cannot be read"),
    ):
        write(file, before, {CY: "un"})

"""Reading the files of a release again before it is sealed: each opens, and has every word of its letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from respondent.document import plain
from respondent.document.tree import Document
from respondent.document.walk import words
from respondent.errors import InputError, Problem
from respondent.files.text import CONTROL
from respondent.language import Language
from respondent.release.layout import LETTERS, TREES

_WORD = re.compile(r"\w+")

_MOST_NAMED = 5
"""How many missing words a message names: enough to find the place."""

ADVICE = "do not send it. Run the command again; if it fails again, report the message as an internal error"


def problems(outputs: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield what is wrong with the letters of a release, by the trees that they were written from.

    Args:
        outputs: The letters and trees by their paths in the release.
    """
    for name, data in outputs.items():
        path = PurePosixPath(name)
        if path.parts[0] != LETTERS or path.suffix not in READERS:
            continue
        tree = plain.from_json(outputs[f"{TREES}/{path.stem}.json"])
        try:
            text = READERS[path.suffix](data, name)
        except (InputError, UnicodeError, ValueError) as error:
            yield Problem(name, f"the letter cannot be read again: {error}", ADVICE)
            continue
        yield from _differences(name, text, tree)


def _differences(name: str, text: str, tree: Document) -> Iterator[Problem]:
    if match := CONTROL.search(text):
        yield Problem(name, f"the letter contains a control character (U+{ord(match[0]):04X})", ADVICE)
    printed = _words([text])
    missing = _words(words(part.blocks) for part in tree.parts) - printed
    # A header is on every page, and read once. The foot only says the notice again.
    letterheads = _words(words(part.letterhead) for part in tree.parts)
    missing |= Counter(letterheads.keys() - printed.keys())
    if missing:
        some = ", ".join(f"“{word}”" for word in list(missing)[:_MOST_NAMED])
        yield Problem(name, f"the letter lacks {missing.total()} of its words: {some}", ADVICE)


def _words(texts: Iterable[str]) -> Counter[str]:
    """Return the words of texts with their numbers. Their order differs: tables, headers and footers."""
    return Counter(word for text in texts for word in _WORD.findall(text))


def _word_document(data: bytes, name: str) -> str:
    from respondent.readers import word
    from respondent.readers.paragraphs import ReadingOptions, paragraphs

    document = word.read(data, name, ReadingOptions(Language.CY))
    lines = [paragraph.words for paragraph in paragraphs(document.blocks)]
    return "\n".join((*lines, *document.margins))


def _web_page(data: bytes, name: str) -> str:
    from lxml import etree, html

    try:
        page = html.fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError as error:
        raise ValueError(str(error)) from error
    for line_break in page.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    # An `alt` is printed in the place of a picture. Each block has a line of its own in the file.
    return "\n".join(
        ("".join(map(str, page.itertext())), *(picture.get("alt", "") for picture in page.iter("img")))
    )


def _plain_text(data: bytes, name: str) -> str:
    return data.decode("utf-8")


READERS: Mapping[str, Callable[[bytes, str], str]] = {
    ".docx": _word_document,
    ".html": _web_page,
    ".txt": _plain_text,
}
"""How each format is read again, by its suffix; a test holds that every format of a release has one."""

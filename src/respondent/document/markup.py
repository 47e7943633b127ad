"""Convert Markdown texts of people and templates into blocks of the tree. Only this module calls the parser.

The subset: paragraphs, headings, bullets, numbered lists, tables, quotations, bold, italic, links, and words
of the other language, ``[Stalking and harassment](lang:en)``. Other features of Markdown (pictures, raw HTML,
rules) are faults, and so is anything that would lose words. Nothing is silently kept or dropped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from respondent.document import faults, list_markers, prose
from respondent.document.blocks import BlockBuilder, Cursor
from respondent.document.content import LINK_SCHEMES, TextBuilder, line_of
from respondent.document.faults import MarkupError, MarkupFault
from respondent.document.list_markers import Numbering
from respondent.document.merge import CLOSE, OPEN, Insert, merge
from respondent.document.tree import Block, Paragraph, Run
from respondent.language import Language

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["CLOSE", "LINK_SCHEMES", "MAX_LENGTH", "OPEN", "Insert", "MarkupError", "MarkupFault", "parse"]

MAX_LENGTH = 100_000
"""The longest text in characters, about forty pages. A long answer has 5,000."""

# Rules of CommonMark that people trigger by accident. Without them four spaces, a line of = under a line,
# back-ticks, "[1]: see annex" and "&nbsp;" stay plain words.
_RULES_OFF = ("code", "fence", "lheading", "reference", "backticks", "entity")

# This rule joins characters after a backslash to the words around them. It is off, so that a literal sign can
# be distinguished from leftover markup.
_JOINING = "text_join"

# The parser drops anything nested deeper than its limit, so texts are refused before they reach it.
_DEEPEST = 30


def parse(
    source: str,
    language: Language,
    id: str,
    *,
    inserts: Mapping[str, Insert] | None = None,
    deepen: int = 0,
) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text, with ids below `id`: ``evidence.training.text.1``.

    Args:
        source: The Markdown text.
        language: The language of its words.
        id: The prefix of the ids of the blocks.
        inserts: The value of each key between `OPEN` and `CLOSE`.
        deepen: The number of levels by which headings are moved down, to level 6 at most.

    Raises:
        MarkupError: for anything outside the subset, with all faults.
    """
    if not inserts:
        return _parsed(source, language, id, deepen)
    values = tuple((key, inserts[key]) for key in _keys(source) if key in inserts)
    if any(isinstance(value, tuple) for _, value in values):
        return merge(_parsed(source, language, id, deepen), dict(values))
    return _merged(source, language, id, deepen, values)


@lru_cache(maxsize=1024)
def _keys(source: str) -> tuple[str, ...]:
    """Return the keys of a text in order, with repetitions."""
    return tuple(re.findall(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}", source))


# The names, the notice and the standard texts of an office repeat in every letter.
@lru_cache(maxsize=1024)
def _merged(
    source: str, language: Language, id: str, deepen: int, values: tuple[tuple[str, Insert], ...]
) -> tuple[Block, ...]:
    return merge(_parsed(source, language, id, deepen), dict(values))


@lru_cache(maxsize=1024)
def _parsed(source: str, language: Language, id: str, deepen: int) -> tuple[Block, ...]:
    # The parts of a template repeat in every letter, with keys for values, so each is parsed once.
    if words := prose.words(source):
        return (Paragraph(f"{id}.1", language, (Run(words, language),)),)
    content = TextBuilder(language)
    for line, advice in list_markers.run_together(source):
        content.refuse(line, advice)
    blocks = tuple(BlockBuilder(content, source, deepen).blocks(Cursor(tokens(source)), id))
    if content.faults:
        raise MarkupError(content.faults)
    return blocks


# The check for faults, the blocks and the segments of a text all use its tokens.
@lru_cache(maxsize=256)
def tokens(source: str) -> tuple[Token, ...]:
    """Return the tokens of the parser, each with its lines; raise `MarkupError`."""
    if len(source) > MAX_LENGTH:
        what = f"the text is longer than the limit of {MAX_LENGTH:,} characters"
        raise MarkupError([MarkupFault(0, what, "shorten it, or split it")])
    marked = list_markers.markdown(source)
    tokens = _parser().parse(marked.text)
    _number(tokens, marked.numberings)
    deep = next((token for token in tokens if token.level >= _DEEPEST and token.map), None)
    if deep is not None:
        raise MarkupError([MarkupFault(line_of(deep), *faults.DEEP)])
    return tuple(tokens)


def _number(tokens: Sequence[Token], numberings: Mapping[int, Numbering]) -> None:
    """Give each numbered list its original numbering, unless that is ``1.``."""
    for opening, item in pairwise(tokens):
        if opening.type == "ordered_list_open":
            own = numberings.get(line_of(item))
            opening.meta["numbering"] = own.name if own else "1)" if opening.markup == ")" else ""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802 - the parser's name
            # The parser would print a link with a bad address as “[…](…)”. We report it as a fault instead.
            return True

        def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's name
            return url if OPEN in url else super().normalizeLink(url)

    settings = {"html": True, "maxNesting": _DEEPEST + 10}
    return Parser("commonmark", settings).enable("table").disable([*_RULES_OFF, _JOINING])

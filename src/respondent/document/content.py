"""Build the content of a paragraph, heading or cell: words, emphasis, links and line breaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from respondent.document import faults
from respondent.document.faults import Advice, MarkupFault
from respondent.document.inlines import joined, worded
from respondent.document.leftovers import ESCAPED, leftovers
from respondent.document.merge import OPEN
from respondent.document.tree import Break, Inline, Inlines, Run
from respondent.language import Language

if TYPE_CHECKING:
    from markdown_it.token import Token

LINK_SCHEMES = ("https:", "http:", "mailto:", "tel:")

_LANGUAGES = {f"lang:{language}": language for language in Language}
"""Words of the other language: ``[Stalking and harassment](lang:en)``."""

_LINE_ENDS = str.maketrans("\u2028\u2029", "  ")
"""Line ends of Unicode that Markdown does not recognise. A run must not contain any line end."""

_EMPHASIS: Mapping[str, Callable[[Run], Run]] = {
    "strong_open": lambda run: replace(run, strong=True),
    "em_open": lambda run: replace(run, emphasis=True),
}

_LABELS = r"[^\s./?#:@,]+(?:\.[^\s./?#:@,]+)*"
"""A host: labels between single dots (RFC 3986, 3.2.2). Internal hosts have no dot."""

_USABLE = re.compile(
    rf"https?://(?:[^/?#@]*@)?{_LABELS}\.?(?::\d+)?(?:[/?#].*)?"
    rf"|mailto:[^@?,]+@{_LABELS}(?:,[^@?,]+@{_LABELS})*(?:\?.*)?"
    r"|tel:\D*\d.*",
    re.IGNORECASE,
)

_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u2060\ufeff]|%E2%80%8[B-F]|%E2%81%A0|%EF%BB%BF|%C2%AD", re.IGNORECASE
)
"""Characters without width, which come along when an address is copied, as they are or percent-encoded."""

_CLOSING = re.compile(r"[)\]},;:”»]|[\"'’](?!\w)")
"""Signs that close what stands before them. Quotation marks before a word open it: *"Quoted words"*."""


@dataclass(slots=True)
class TextBuilder:
    """Builds the words of one text, paragraph by paragraph, and collects its faults."""

    language: Language
    faults: list[MarkupFault] = field(default_factory=list)

    def refuse(self, line: int, advice: Advice) -> None:
        """Record a fault on a line of the text, from 0, unless it repeats the one before."""
        fault = MarkupFault(line, *advice)
        if self.faults[-1:] != [fault]:
            self.faults.append(fault)

    def inlines(self, content: Token) -> Inlines:
        """Return the words of an inline token of the parser, with their formatting and language."""
        open_runs = [Run("", self.language)]
        pieces: list[Inline] = []
        line, before = line_of(content), ""
        plain: list[str] = []
        self._refuse_swallowed(content)
        for token in content.children or ():
            if token.type.endswith("_open"):
                open_runs.append(self._look(token, open_runs[-1], line))
            elif token.type.endswith("_close"):
                open_runs.pop()
                if before == "link_open":
                    self.refuse(line, faults.LINK_EMPTY)
            else:
                pieces.extend(self._piece(token, open_runs[-1], line))
                line += token.type.endswith("break") + token.content.count("\n")
            plain.append(_PLAIN.get(token.type, token.content))
            before = token.type
        for offset, advice in leftovers("".join(plain)):
            self.refuse(line_of(content) + offset, advice)
        return joined(pieces)

    def _refuse_swallowed(self, content: Token) -> None:
        """Refuse asterisks that were meant as such, in ``2*3*4`` or ``(*) … (*)``, and would vanish."""
        line, behind = line_of(content), ""
        tokens = [token for token in content.children or () if token.type != "text" or token.content]
        for index, (token, following) in enumerate(pairwise(tokens)):
            if token.markup.startswith("*") and token.type in _EMPHASIS:
                is_inside = token.type == "em_open" and _is_inside(behind, tokens[index + 1 :], token.level)
                if is_inside or (following.type == "text" and _CLOSING.match(following.content)):
                    self.refuse(line, faults.ASTERISK)
            behind = token.content
            line += token.type.endswith("break") + token.content.count("\n")

    def _piece(self, token: Token, run: Run, line: int) -> Iterator[Inline]:
        if token.content.startswith("</") and self.faults:
            return  # the end of a tag whose beginning is refused
        if token.type in faults.BY_TOKEN:
            self.refuse(line, faults.refusal(token.type, token.content))
        elif token.type == "hardbreak":
            yield Break(self.language)
        elif token.type == "softbreak":
            yield worded(run, " ")
        elif token.content:
            yield worded(run, token.content.translate(_LINE_ENDS))

    def _look(self, token: Token, run: Run, line: int) -> Run:
        """Return an empty run with the formatting that an opening token adds to that of `run`."""
        if token.type in _EMPHASIS:
            return _EMPHASIS[token.type](run)
        href = str(token.attrs["href"])
        if token.attrs.get("title"):
            self.refuse(line, faults.LINK_TITLE)
        if href in _LANGUAGES:
            return replace(run, language=_LANGUAGES[href])
        if OPEN in href:
            self.refuse(line, faults.LINK_MERGED)
        elif not _USABLE.fullmatch(href) or _INVISIBLE.search(href):
            self.refuse(line, _wrong_address(href))
        return replace(run, href=href)


_PLAIN: Mapping[str, str] = {"text_special": ESCAPED, "softbreak": "\n", "hardbreak": "\n"}
"""The text of tokens in the search for leftover markup, where it is not their own content."""


def _is_inside(behind: str, following: Sequence[Token], level: int) -> bool:
    """Return whether emphasis lies inside a word or an address on both sides: ``2*3*4``, not ``un*der*``."""
    ends = (
        number for number, token in enumerate(following) if token.type == "em_close" and token.level == level
    )
    after = following[next(ends, -1) + 1 :]
    is_before = behind[-1:].isalnum() or behind.endswith("/")
    return is_before and bool(after) and (after[0].content[:1].isalnum() or after[0].content.startswith("/"))


def line_of(token: Token) -> int:
    """Return the line of the text, from 0, on which a token begins."""
    return token.map[0] if token.map else 0


def _wrong_address(href: str) -> Advice:
    shown = href if len(href) <= 60 else f"{href[:60]}…"
    if href.startswith("lang:"):
        return f"“{shown}” is not a language of the letter", "write lang:cy or lang:en"
    if _INVISIBLE.search(href):
        what = f"a link leads to “{shown}”, which holds an invisible character"
        return what, "delete the address and type it again"
    if href.lower().startswith(LINK_SCHEMES):
        what = f"a link leads to “{shown}”, which is not a complete address"
        return what, "write it out: https://www.example.wales, mailto:name@example.wales or tel:+44…"
    what = f"a link leads to “{shown}”, which is not a web, e-mail or telephone address"
    return what, "begin the address with https:, mailto: or tel:"

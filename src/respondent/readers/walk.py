"""The walk through WordprocessingML: from its elements to the paragraphs and tables of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from respondent.document.inlines import merged
from respondent.document.tree import Break, Inline, Run
from respondent.files.package import CUSTOM, DOCUMENT, R, W, links, parse
from respondent.language import Language
from respondent.readers import omissions
from respondent.readers.formatting import (
    DocumentFormatting,
    Element,
    Style,
    either,
    formatting_of,
    indent,
    language,
    outline,
    switch,
    value,
)
from respondent.readers.omissions import ALTERNATE, MATH, Omission, linear_words
from respondent.readers.paragraphs import (
    Comment,
    ReadingOptions,
    TrackedChange,
    WordBlock,
    WordCell,
    WordParagraph,
    WordRow,
    WordTable,
    paragraphs,
)

# Tracked insertions and deletions of words, moved words included (ISO/IEC 29500-1, 17.13.5).
_INSERTED, _DELETED = frozenset((f"{W}ins", f"{W}moveTo")), frozenset((f"{W}del", f"{W}moveFrom"))
_THROUGH = frozenset(
    f"{W}{name}"
    for name in ("sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
)
"""Elements around words or blocks that add nothing that a letter keeps."""

_CHARACTERS: Mapping[str, str] = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
"""Elements of a run that stand for one character (17.3.3)."""

_KINDS: Mapping[str, str] = {
    f"{W}ins": "inserted",
    f"{W}del": "deleted",
    f"{W}moveTo": "moved here",
    f"{W}moveFrom": "moved away",
    f"{W}rPrChange": "formatted",
}
_NOTES: Mapping[str, str] = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
# The field code of a link: HYPERLINK, then the address in quotation marks, then switches (17.16.5.25).
_ADDRESS = re.compile(r'\bHYPERLINK\s+"([^"]*)"')


def body(parts: Mapping[str, bytes], reading: ReadingOptions) -> tuple[WordBlock, ...]:
    """Return the blocks of a document from its parts; raise `BadPackage` where they are damaged."""
    root = parse(parts[DOCUMENT]).find(f"{W}body")
    return () if root is None else tuple(_Walk.of(parts, DOCUMENT, reading).blocks(root))


def margins(parts: Mapping[str, bytes], reading: ReadingOptions) -> tuple[str, ...]:
    """Return the lines of headers and footers, each once."""
    lines: dict[str, None] = {}
    for link in links(parts, DOCUMENT):
        if link.kind in ("header", "footer") and not link.is_outside:
            walk = _Walk.of(parts, link.target, reading)
            for paragraph in paragraphs(tuple(walk.blocks(parse(parts[link.target])))):
                # A letterhead may have its words in text boxes.
                for words in (paragraph.words, *(omission.words for omission in paragraph.omissions)):
                    lines[" ".join(words.split())] = None
    return tuple(filter(None, lines))


def properties(parts: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    """Return the custom properties of the file, by name (ISO/IEC 29500-1, 22.3)."""
    if CUSTOM not in parts:
        return ()
    return tuple(
        (element.get("name", ""), "".join(element.itertext()).strip())
        for element in parse(parts[CUSTOM])
        if len(element)
    )


@dataclass(slots=True)
class _Line:
    """A paragraph that is being read."""

    inlines: list[Inline] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    tracked: list[TrackedChange] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)
    style: Style = field(default_factory=Style)


@dataclass(slots=True)
class _OpenField:
    """A field whose end has not been read: its code comes first, then its result (17.16.18)."""

    text: str = ""
    is_code: bool = True
    href: str = ""


@dataclass(slots=True)
class _Walk:
    """The walk through one part."""

    formatting: DocumentFormatting
    reading: ReadingOptions
    addresses: Mapping[str, str]
    comments: Mapping[str, Comment]
    notes: Mapping[tuple[str, str], Element]
    fields: list[_OpenField] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    """Bookmarks that begin between paragraphs. They belong to the next paragraph."""

    unfinished: _Line | None = None
    """A paragraph whose mark does not exist in this reading, so the next paragraph continues it."""

    @classmethod
    def of(cls, parts: Mapping[str, bytes], part: str, reading: ReadingOptions) -> _Walk:
        """Return a walk through a part of a package."""
        addresses = {link.id: link.target for link in links(parts, part) if link.is_outside}
        return cls(formatting_of(parts), reading, addresses, dict(_comments(parts)), dict(_notes(parts)))

    def blocks(self, element: Element) -> Iterator[WordBlock]:
        """Yield the paragraphs and tables at and below an element, in the order of reading."""
        yield from self._blocks(element)
        yield from self._finish()

    def _finish(self) -> Iterator[WordBlock]:
        """Yield the unfinished paragraph, which no paragraph continues."""
        if self.unfinished is not None:
            line, self.unfinished = self.unfinished, None
            yield from self._finished(line, None)

    def _blocks(self, element: Element) -> Iterator[WordBlock]:
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._finish()
                rows = tuple(self._rows(child))
                yield from (WordTable(rows),) if rows else ()
            elif child.tag == f"{W}bookmarkStart":
                self.bookmarks.append(child.get(f"{W}name", ""))
            elif child.tag in _THROUGH or self._is_read(child.tag):
                yield from self._blocks(child)
            elif left_out := tuple(omissions.of_element(child)):
                yield WordParagraph((), omissions=left_out)

    def _is_read(self, tag: str) -> bool:
        """Return whether an element contains words that exist in this reading."""
        return tag in (_DELETED if self.reading.is_original else _INSERTED)

    def _rows(self, table: Element) -> Iterator[WordRow]:
        for child in table:
            if child.tag in _THROUGH:
                yield from self._rows(child)
            if child.tag != f"{W}tr":
                continue
            properties = child.find(f"{W}trPr")
            unread = "ins" if self.reading.is_original else "del"
            is_deleted = properties is not None and properties.find(f"{W}{unread}") is not None
            yield WordRow(tuple(self._cells(child)), is_deleted)

    def _cells(self, row: Element) -> Iterator[WordCell]:
        for child in row:
            if child.tag in _THROUGH:
                yield from self._cells(child)
            if child.tag == f"{W}tc":
                properties = child.find(f"{W}tcPr")
                span = value(None if properties is None else properties.find(f"{W}gridSpan"))
                merged = None if properties is None else properties.find(f"{W}vMerge")
                is_continued = merged is not None and value(merged) != "restart"
                yield WordCell(tuple(self.blocks(child)), int(span) if span.isdecimal() else 1, is_continued)

    def _paragraph(self, element: Element) -> Iterator[WordBlock]:
        line, self.unfinished = self.unfinished or _Line(), None
        line.bookmarks += self.bookmarks
        self.bookmarks.clear()
        properties = element.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        line.style = self.formatting.style(value(style))
        line.tracked += _tracked(element)
        self._inlines(element, line, "")
        if not self._has_end(properties):
            # Of a paragraph that was deleted completely nothing is left for its bookmarks to mark.
            line.bookmarks = line.bookmarks if line.inlines else []
            self.unfinished = line
            return
        yield from self._finished(line, properties)

    def _has_end(self, properties: Element | None) -> bool:
        """Return whether the paragraph mark exists in this reading."""
        runs = None if properties is None else properties.find(f"{W}rPr")
        unread = _INSERTED if self.reading.is_original else _DELETED
        # The run properties of a paragraph hold a tracked insertion or deletion of its mark (17.13.5.15).
        return runs is None or not any(child.tag in unread for child in runs)

    def _finished(self, line: _Line, properties: Element | None) -> Iterator[WordBlock]:
        own = indent(properties)
        yield WordParagraph(
            inlines=merged(line.inlines),
            style=line.style.name,
            level=outline(properties) or line.style.level or 0,
            mark=self.formatting.mark(properties, line.style),
            indent=line.style.indent if own is None else own,
            bookmarks=tuple(dict.fromkeys(line.bookmarks)),
            comments=tuple(self.comments[id] for id in dict.fromkeys(line.comments) if id in self.comments),
            tracked=tuple(line.tracked),
            omissions=tuple(_joined(line.omissions)),
        )

    def _inlines(self, element: Iterable[Element], line: _Line, href: str) -> None:
        """Add the content of a paragraph, or of an element inside it, to the line."""
        for child in _shown(element):
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, line, href)
            elif tag == f"{W}bookmarkStart":
                line.bookmarks.append(child.get(f"{W}name", ""))
            elif tag == f"{W}commentRangeStart":
                line.comments.append(child.get(f"{W}id", ""))
            elif self._is_read(tag) or tag in _THROUGH:
                self._inlines(() if _is_placeholder(child) else child, line, self._link(child) or href)
            elif tag in (f"{MATH}oMath", f"{MATH}oMathPara") and (words := linear_words(child)):
                line.inlines.append(Run(words, self._language(None, Style(), line.style), href=href))
            else:
                line.omissions += omissions.of_element(child)

    def _link(self, element: Element) -> str:
        """Return the address that an element links its words to; empty for none."""
        own = _address(element.get(f"{W}instr", ""))
        return own or self.addresses.get(element.get(f"{R}id", ""), "")

    def _run(self, run: Element, line: _Line, href: str) -> None:
        properties = self._properties(run)
        style = self.formatting.style(value(None if properties is None else properties.find(f"{W}rStyle")))
        words = "".join(piece.text or "" for piece in run.iter(f"{W}t"))
        if reason := omissions.unread_words(properties, (style, line.style)):
            line.omissions += [Omission(reason, words)] if words.strip() and not self._is_in_code() else []
            return
        line.omissions += omissions.of_formatting(properties, words)
        template = self._template(properties, style, line.style)
        for child in _shown(run):
            innermost = self.fields[-1] if self.fields else None
            if child.tag == f"{W}fldChar":
                self._code(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText" and innermost:
                innermost.text += child.text or ""
            elif not self._is_in_code():
                address = next((field.href for field in reversed(self.fields) if field.href), href)
                self._piece(child, line, replace(template, href=address))

    def _piece(self, child: Element, line: _Line, template: Run) -> None:
        """Add one element of a run to the line."""
        tag = child.tag
        text = f"{W}delText" if self.reading.is_original else f"{W}t"
        if tag in (f"{W}t", text):
            line.inlines += [replace(template, text=child.text)] if child.text else []
        elif tag in _CHARACTERS:
            line.inlines.append(replace(template, text=_CHARACTERS[tag]))
        elif tag == f"{W}sym":
            self._symbol(child, line, template)
        elif tag == f"{W}cr" or (tag == f"{W}br" and child.get(f"{W}type", "") in ("", "textWrapping")):
            line.inlines.append(Break(template.language))
        else:
            self._object(child, line, template)

    def _object(self, child: Element, line: _Line, template: Run) -> None:
        """Add an element of a run that is not among its words: a comment, a note, a picture."""
        tag = child.tag
        if tag == f"{W}commentReference":
            line.comments.append(child.get(f"{W}id", ""))
        elif tag == f"{W}ruby":
            line.omissions.append(omissions.of_ruby(child))
            for base in child.iterfind(f"{W}rubyBase"):
                self._inlines(base, line, template.href)
        elif tag in _NOTES:
            note = self.notes.get((_NOTES[tag], child.get(f"{W}id", "")))
            line.omissions.append(Omission(_NOTES[tag], omissions.words_in(note)))
        else:
            line.omissions += omissions.of_element(child)

    def _symbol(self, element: Element, line: _Line, template: Run) -> None:
        """Add a character of a symbol font; one of the private use area may be a typed bullet.

        Word stores characters of Symbol and Wingdings shifted to U+F000 (17.3.3.30). At the beginning of a
        paragraph they are bullets; anywhere else only the font says what they show.
        """
        try:
            character = chr(int(element.get(f"{W}char", ""), 16))
        except (ValueError, OverflowError):
            character = "\ue000"
        if not "\ue000" <= character <= "\uf8ff":
            line.inlines.append(replace(template, text=character))
        elif not any(isinstance(inline, Run) and inline.text.strip() for inline in line.inlines):
            line.inlines.append(replace(template, text="\u2022"))
        else:
            line.omissions.append(omissions.of_symbol(element))

    def _is_in_code(self) -> bool:
        """Return whether the code of a field is being read, which is no part of the words."""
        return any(field.is_code for field in self.fields)

    def _code(self, kind: str) -> None:
        """Begin a field, end its code, or end it (17.16.18)."""
        if kind == "begin":
            self.fields.append(_OpenField())
        elif kind == "separate" and self.fields:
            self.fields[-1].is_code = False
            self.fields[-1].href = _address(self.fields[-1].text)
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _properties(self, run: Element) -> Element | None:
        """Return the properties of a run in this reading."""
        properties = run.find(f"{W}rPr")
        before = None if properties is None else properties.find(f"{W}rPrChange/{W}rPr")
        return before if self.reading.is_original and before is not None else properties

    def _template(self, properties: Element | None, style: Style, paragraph: Style) -> Run:
        """Return a run without words that has the formatting of a run."""
        own = Style() if style.name in self.reading.plain else style
        strong = either(switch(properties, "b"), own.strong)
        emphasis = either(switch(properties, "i"), own.emphasis)
        return Run("", self._language(properties, style, paragraph), strong=strong, emphasis=emphasis)

    def _language(self, properties: Element | None, style: Style, paragraph: Style) -> Language:
        if self.reading.is_language_styled:
            return style.language or self.reading.language
        own = language(properties) or style.language or paragraph.language or self.formatting.language
        return own or self.reading.language


def _address(code: str) -> str:
    """Return the address in the code of a field; empty where the field is not a link."""
    match = _ADDRESS.search(code)
    return match[1] if match else ""


def _shown(element: Iterable[Element]) -> Iterator[Element]:
    """Yield the children of an element that Word shows.

    Of alternatives that is the first; the others repeat it for older programs (ISO/IEC 29500-3, 7.6).
    """
    for child in element:
        if child.tag == f"{ALTERNATE}AlternateContent":
            yield from child[0] if len(child) else ()
        else:
            yield child


def _is_placeholder(element: Element) -> bool:
    """Return whether a content control shows its placeholder, such as “Click here to enter text”."""
    return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _joined(all: Sequence[Omission]) -> Iterator[Omission]:
    """Yield the omissions, joining neighbours of one kind: Word parts words into runs at will."""
    for what, group in groupby(all, key=lambda omission: omission.what):
        yield Omission(what, " ".join("".join(omission.words for omission in group).split()))


def _tracked(paragraph: Element) -> Iterator[TrackedChange]:
    """Yield the tracked changes of a paragraph."""
    for change in paragraph.iter(*_KINDS):
        # A change of formatting stands in the properties of its run (17.13.5.31).
        words = change.getparent().getparent() if change.tag == f"{W}rPrChange" else change
        text = "".join(piece.text or "" for piece in words.iter(f"{W}t", f"{W}delText"))
        yield TrackedChange(
            _KINDS[change.tag], text, change.get(f"{W}author", ""), change.get(f"{W}date", "")
        )


def _comments(parts: Mapping[str, bytes]) -> Iterator[tuple[str, Comment]]:
    for element in _of_kind(parts, "comments"):
        lines = ("".join(piece.text or "" for piece in p.iter(f"{W}t")) for p in element.iter(f"{W}p"))
        text = " ".join(filter(None, (" ".join(line.split()) for line in lines)))
        comment = Comment(element.get(f"{W}author", ""), element.get(f"{W}date", ""), text)
        yield element.get(f"{W}id", ""), comment


def _notes(parts: Mapping[str, bytes]) -> Iterator[tuple[tuple[str, str], Element]]:
    for kind in _NOTES.values():
        for note in _of_kind(parts, f"{kind}s"):
            yield (kind, note.get(f"{W}id", "")), note


def _of_kind(parts: Mapping[str, bytes], kind: str) -> Iterator[Element]:
    """Yield the elements of the part of a kind, if the document has one."""
    for link in links(parts, DOCUMENT):
        if link.kind == kind and not link.is_outside:
            yield from parse(parts[link.target])

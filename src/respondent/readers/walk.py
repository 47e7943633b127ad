"""The one walk of WordprocessingML: from its elements to the paragraphs and tables of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from respondent.document.inlines import merged
from respondent.document.tree import Break, Inline, Run
from respondent.files.package import CUSTOM, DOCUMENT, R, W, links, parse
from respondent.language import Language
from respondent.readers.looks import Element, Looks, Style, indent, language, looks, outline, switch, value
from respondent.readers.paragraphs import (
    Comment,
    ReadingOptions,
    TrackedChange,
    WordBlock,
    WordCell,
    WordParagraph,
    WordRow,
    WordTable,
)

_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_NEW, _OLD = frozenset((f"{W}ins", f"{W}moveTo")), frozenset((f"{W}del", f"{W}moveFrom"))
_THROUGH = frozenset(
    f"{W}{name}"
    for name in ("sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
)
"""What stands around words or blocks and says nothing that a letter keeps."""

_SIGNS: Mapping[str, str] = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
"""Elements that stand for a sign."""

_KINDS: Mapping[str, str] = {
    f"{W}ins": "inserted",
    f"{W}del": "deleted",
    f"{W}moveTo": "moved here",
    f"{W}moveFrom": "moved away",
    f"{W}rPrChange": "formatted",
}
_NOTES: Mapping[str, str] = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_ADDRESS = re.compile(r'\bHYPERLINK\s+"([^"]*)"')


def body(found: Mapping[str, bytes], reading: ReadingOptions) -> tuple[WordBlock, ...]:
    """Return the blocks of a document of these parts; raise `BadPackage` where they are damaged."""
    root = parse(found[DOCUMENT]).find(f"{W}body")
    return () if root is None else tuple(_Walk.of(found, DOCUMENT, reading).blocks(root))


def margins(found: Mapping[str, bytes], reading: ReadingOptions) -> tuple[str, ...]:
    """Return the lines of headers and footers, each once."""
    lines: dict[str, None] = {}
    for link in links(found, DOCUMENT):
        if link.kind in ("header", "footer") and not link.is_outside:
            walk = _Walk.of(found, link.target, reading)
            for block in walk.blocks(parse(found[link.target])):
                if isinstance(block, WordParagraph) and block.words.strip():
                    lines[" ".join(block.words.split())] = None
    return tuple(lines)


def properties(found: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    """Return the properties of the file that no program but the one that wrote them knows, by name."""
    if CUSTOM not in found:
        return ()
    return tuple(
        (one.get("name", ""), "".join(one.itertext()).strip()) for one in parse(found[CUSTOM]) if len(one)
    )


@dataclass(slots=True)
class _Line:
    """A paragraph that is being read."""

    inlines: list[Inline] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    tracked: list[TrackedChange] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Text boxes and notes that belong to it, read below it."""

    style: Style = field(default_factory=Style)


@dataclass(slots=True)
class _Code:
    """A field of Word's that is open: its code first, then what it shows."""

    text: str = ""
    is_code: bool = True
    href: str = ""


@dataclass(slots=True)
class _Walk:
    """The walk through one part."""

    looks: Looks
    reading: ReadingOptions
    addresses: Mapping[str, str]
    comments: Mapping[str, Comment]
    notes: Mapping[tuple[str, str], Element]
    codes: list[_Code] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    """Bookmarks that begin between paragraphs: they belong to the next one."""

    open: _Line | None = None
    """A paragraph whose end is not there in this reading: the next one goes on with it."""

    @classmethod
    def of(cls, found: Mapping[str, bytes], part: str, reading: ReadingOptions) -> _Walk:
        """Return a walk through a part of a package."""
        addresses = {link.id: link.target for link in links(found, part) if link.is_outside}
        remarks = {one[0]: one[1] for one in _comments(found)}
        return cls(looks(found), reading, addresses, remarks, dict(_notes(found)))

    def blocks(self, element: Element) -> Iterator[WordBlock]:
        """Yield the paragraphs and tables at and below an element, in the order of reading."""
        yield from self._blocks(element)
        yield from self._ended()

    def _ended(self) -> Iterator[WordBlock]:
        """Yield the paragraph that no other goes on with."""
        if self.open is not None:
            line, self.open = self.open, None
            yield from self._told(line, None)

    def _blocks(self, element: Element) -> Iterator[WordBlock]:
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._ended()
                rows = tuple(self._rows(child))
                yield from (WordTable(rows),) if rows else ()
            elif child.tag == f"{W}bookmarkStart":
                self.waiting.append(child.get(f"{W}name", ""))
            elif child.tag in _THROUGH or self._is_read(child.tag):
                yield from self._blocks(child)

    def _is_read(self, tag: str) -> bool:
        """Return whether an element marks words that are there in this reading."""
        return tag in (_OLD if self.reading.is_original else _NEW)

    def _rows(self, table: Element) -> Iterator[WordRow]:
        for child in table:
            if child.tag in _THROUGH:
                yield from self._rows(child)
            if child.tag != f"{W}tr":
                continue
            properties = child.find(f"{W}trPr")
            gone = "ins" if self.reading.is_original else "del"
            if properties is None or properties.find(f"{W}{gone}") is None:
                yield WordRow(tuple(self._cells(child)))

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
        line, self.open = self.open or _Line(), None
        line.bookmarks += self.waiting
        self.waiting.clear()
        properties = element.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        line.style = self.looks.style(value(style))
        line.tracked += _tracked(element)
        self._inlines(element, line, "")
        if not self._has_end(properties):
            # A paragraph that is deleted whole leaves nothing behind that its bookmarks could mean.
            line.bookmarks = line.bookmarks if line.inlines else []
            self.open = line
            return
        yield from self._told(line, properties)

    def _has_end(self, properties: Element | None) -> bool:
        """Return whether the end of a paragraph is there in this reading."""
        runs = None if properties is None else properties.find(f"{W}rPr")
        gone = _NEW if self.reading.is_original else _OLD
        return runs is None or not any(one.tag in gone for one in runs)

    def _told(self, line: _Line, properties: Element | None) -> Iterator[WordBlock]:
        own = indent(properties)
        yield WordParagraph(
            inlines=merged(line.inlines),
            style=line.style.name,
            level=outline(properties) or line.style.level or 0,
            mark=self.looks.mark(properties, line.style),
            indent=line.style.indent if own is None else own,
            bookmarks=tuple(dict.fromkeys(line.bookmarks)),
            comments=tuple(self.comments[id] for id in dict.fromkeys(line.comments) if id in self.comments),
            tracked=tuple(line.tracked),
        )
        for box in line.boxes:
            yield from self.blocks(box)

    def _inlines(self, element: Element, line: _Line, href: str) -> None:
        """Add what stands in a paragraph, or in something inside it, to the line."""
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, line, href)
            elif tag == f"{W}bookmarkStart":
                line.bookmarks.append(child.get(f"{W}name", ""))
            elif tag == f"{W}commentRangeStart":
                line.comments.append(child.get(f"{W}id", ""))
            elif tag == f"{_ALTERNATE}AlternateContent":
                self._inlines(child[0] if len(child) else child, line, href)
            elif self._is_read(tag) or (tag in _THROUGH and not _is_placeholder(child)):
                self._inlines(child, line, self._link(child) or href)

    def _link(self, element: Element) -> str:
        """Return where an element makes its words lead to; empty where it does not."""
        own = _address(element.get(f"{W}instr", ""))
        return own or self.addresses.get(element.get(f"{R}id", ""), "")

    def _run(self, run: Element, line: _Line, href: str) -> None:
        look = self._look(run, line.style)
        if look is None:
            return
        for child in run:
            code = self.codes[-1] if self.codes else None
            if child.tag == f"{W}fldChar":
                self._code(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText" and code:
                code.text += child.text or ""
            elif not any(one.is_code for one in self.codes):
                shown = next((one.href for one in reversed(self.codes) if one.href), href)
                self._piece(child, line, replace(look, href=shown))

    def _piece(self, child: Element, line: _Line, look: Run) -> None:
        """Add one element of a run to the line."""
        tag = child.tag
        text = f"{W}delText" if self.reading.is_original else f"{W}t"
        if tag in (f"{W}t", text):
            line.inlines += [replace(look, text=child.text)] if child.text else []
        elif tag in _SIGNS:
            line.inlines.append(replace(look, text=_SIGNS[tag]))
        elif tag == f"{W}sym":
            line.inlines.append(replace(look, text=_symbol(child)))
        elif tag == f"{W}cr" or (tag == f"{W}br" and child.get(f"{W}type", "") in ("", "textWrapping")):
            line.inlines.append(Break(look.language))
        elif tag == f"{W}commentReference":
            line.comments.append(child.get(f"{W}id", ""))
        elif tag in _NOTES:
            note = self.notes.get((_NOTES[tag], child.get(f"{W}id", "")))
            line.boxes += [note] if note is not None else []
        else:
            line.boxes += _boxes(child)

    def _code(self, kind: str) -> None:
        """Open a field, end its code, or close it."""
        if kind == "begin":
            self.codes.append(_Code())
        elif kind == "separate" and self.codes:
            self.codes[-1].is_code = False
            self.codes[-1].href = _address(self.codes[-1].text)
        elif kind == "end" and self.codes:
            self.codes.pop()

    def _look(self, run: Element, paragraph: Style) -> Run | None:
        """Return the look of a run as one without words; none where it is hidden."""
        properties = run.find(f"{W}rPr")
        before = None if properties is None else properties.find(f"{W}rPrChange/{W}rPr")
        if self.reading.is_original and before is not None:
            properties = before
        style = self.looks.style(value(None if properties is None else properties.find(f"{W}rStyle")))
        if _either(switch(properties, "vanish"), style.is_hidden, paragraph.is_hidden):
            return None
        own = Style() if style.name in self.reading.plain else style
        strong = _either(switch(properties, "b"), own.strong)
        emphasis = _either(switch(properties, "i"), own.emphasis)
        return Run("", self._language(properties, style, paragraph), strong=strong, emphasis=emphasis)

    def _language(self, properties: Element | None, style: Style, paragraph: Style) -> Language:
        if self.reading.is_language_styled:
            return style.language or self.reading.language
        own = language(properties) or style.language or paragraph.language or self.looks.language
        return own or self.reading.language


def _either(*said: bool | None) -> bool:
    """Return the first of several answers that is one."""
    return next((one for one in said if one is not None), False)


def _address(code: str) -> str:
    """Return where the code of a field leads to; empty where it is no link."""
    found = _ADDRESS.search(code)
    return found[1] if found else ""


def _symbol(element: Element) -> str:
    """Return the sign of a symbol font; what only that font knows is a bullet of Word's, say."""
    try:
        sign = chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return "\u2022" if "\ue000" <= sign <= "\uf8ff" else sign


def _is_placeholder(element: Element) -> bool:
    """Return whether a content control shows only what it asks for: click here to enter text."""
    return element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def _boxes(element: Element) -> list[Element]:
    """Return the text boxes in a drawing; what is there once more for older programs is passed over."""
    found = [
        one
        for one in element.iter(f"{W}txbxContent")
        if not any(above.tag == f"{_ALTERNATE}Fallback" for above in one.iterancestors())
    ]
    return found or list(element.iter(f"{W}txbxContent"))[:1]


def _tracked(paragraph: Element) -> Iterator[TrackedChange]:
    """Yield the changes that are marked in a paragraph."""
    for one in paragraph.iter(*_KINDS):
        words = one.getparent().getparent() if one.tag == f"{W}rPrChange" else one
        text = "".join(piece.text or "" for piece in words.iter(f"{W}t", f"{W}delText"))
        yield TrackedChange(_KINDS[one.tag], text, one.get(f"{W}author", ""), one.get(f"{W}date", ""))


def _comments(found: Mapping[str, bytes]) -> Iterator[tuple[str, Comment]]:
    for one in _of_kind(found, "comments"):
        lines = ("".join(piece.text or "" for piece in p.iter(f"{W}t")) for p in one.iter(f"{W}p"))
        text = " ".join(filter(None, (" ".join(line.split()) for line in lines)))
        comment = Comment(one.get(f"{W}author", ""), one.get(f"{W}date", ""), text)
        yield one.get(f"{W}id", ""), comment


def _notes(found: Mapping[str, bytes]) -> Iterator[tuple[tuple[str, str], Element]]:
    for kind in _NOTES.values():
        for one in _of_kind(found, f"{kind}s"):
            yield (kind, one.get(f"{W}id", "")), one


def _of_kind(found: Mapping[str, bytes], kind: str) -> Iterator[Element]:
    """Yield what stands in the part of a kind, if the document has one."""
    for link in links(found, DOCUMENT):
        if link.kind == kind and not link.is_outside:
            yield from parse(found[link.target])

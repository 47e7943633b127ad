"""What came back in an XLIFF file: 1.2, 1.1, or what Trados and memoQ make of 1.2.

The file is hostile until it has been read: no document type, no entities, no network, bounded in size.
Elements of other namespaces are passed over; marks around sentences are taken off. States are not trusted,
but for this: where a target is the same as its source, ``translated`` says that it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from respondent.document.inlines import joined, worded
from respondent.document.tree import Break, Inline, Inlines, Run
from respondent.document.walk import text as words_of
from respondent.errors import InputError, Problem
from respondent.files.untrusted_xml import XmlKind, children, local, namespace
from respondent.files.untrusted_xml import root as root_of
from respondent.language import Language
from respondent.translation.inline_codes import KINDS, LINE_BREAK, InlineCode, styled
from respondent.translation.units import ReturnedUnit, ReturnedUnits
from respondent.translation.xliff.programs import joined as joined_sentences
from respondent.translation.xliff.programs import key, program_of
from respondent.translation.xliff.states import BACK
from respondent.translation.xliff.writing import OURS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EMPTY_LINE = re.compile(r"\n[ \t]*\r?\n")

MAX_BYTES = 20_000_000
"""The largest file that is read. That of a long response has about 200,000 bytes."""

_READ = ("urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:1.1", "")
_LATER = "urn:oasis:names:tc:xliff:document:2"
_EXPORT = "export it from the translator's program as XLIFF 1.2, or ask for the file in that form"
_KIND = XmlKind("XLIFF", _EXPORT, MAX_BYTES)

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
"""A line end in a source or target, with the spaces by which some programs indent what follows."""


def is_xliff(data: bytes) -> bool:
    """Return whether a file is XLIFF, even a damaged one. UTF-16 and byte order marks are allowed for."""
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") and b"<xliff" in head


def read(data: bytes, name: str) -> ReturnedUnits:
    """Return the units of an XLIFF file.

    Raises:
        InputError: if it cannot be read, or declares a document type.
    """
    root = root_of(data, name, _KIND)
    space = namespace(root)
    if local(root) != "xliff" or space not in _READ:
        raise InputError(Problem(name, *_unreadable(root, space)))
    program = program_of(root)
    units: list[ReturnedUnit] = []
    remarks: list[str] = []
    original = ""
    for file in children(root, "file"):
        original = original or file.get("original", "")
        languages = _languages(file, name)
        units += (_returned(unit, languages) for unit in _units(file))
        remarks += _outside(file)
    if program:
        units = list(joined_sentences(units))
    return ReturnedUnits(original, tuple(units), tuple(remarks), program.advice if program else "")


def _outside(file: Element) -> Iterator[str]:
    """Yield the notes of other people that belong to no unit: in the header, or of a group."""
    for note in file.iter("{*}note"):
        parent = note.getparent()
        is_ours = note.get("from") == OURS or (parent is not None and local(parent) == "trans-unit")
        if not is_ours and (text := " ".join("".join(map(str, note.itertext())).split())):
            yield text


def _unreadable(root: Element, space: str) -> tuple[str, str]:
    if local(root) != "xliff":
        return f"the file is not XLIFF: it begins with <{local(root)[:40]}>", _EXPORT
    if space.startswith(_LATER):
        return f"this is XLIFF {root.get('version', '2.0')[:20]}, which is another format", _EXPORT
    return f"its namespace is “{space[:80]}”, which is not that of XLIFF 1.2", _EXPORT


def _units(element: Element) -> Iterator[Element]:
    """Yield the units of a file in order, from groups within groups as well."""
    for child in element:
        if local(child) == "trans-unit":
            yield child
        elif local(child) in ("body", "group") and namespace(child) == namespace(element):
            yield from _units(child)


def _languages(file: Element, name: str) -> tuple[Language, Language]:
    """Return the languages of source and target; English and Welsh if the file does not say.

    Raises:
        InputError: if the file says that it is of other languages, or twice of the same.
    """
    tags = [file.get(f"{end}-language", "") for end in ("source", "target")]
    known = {"cy": Language.CY, "en": Language.EN, "": None}
    source, target = (known.get(tag[:2].lower(), tag) for tag in tags)
    of = source if isinstance(source, Language) else target.other if isinstance(target, Language) else None
    of = of or Language.EN
    if source not in (None, of) or target not in (None, of.other):
        what = f"its header says that it is from “{tags[0][:20]}” into “{tags[1][:20]}”"
        raise InputError(Problem(name, what, "set its languages to English and Welsh in the program"))
    return of, of.other


def _returned(unit: Element, languages: tuple[Language, Language]) -> ReturnedUnit:
    source = next(children(unit, "source"), None)
    target = next(children(unit, "target"), None)
    codes: dict[str, InlineCode] = {}
    before = _Words(languages[0], codes, is_wrapped=True)
    words = before.of(source) if source is not None else ()
    # Where the source has no line break, a line end in the target is no break either: a program wrapped it.
    has_lines = any(isinstance(inline, Break) for inline in words)
    after = _Words(languages[1], codes, is_wrapped=not has_lines)
    content = after.of(target) if target is not None else None
    notes = (note.text or "" for note in children(unit, "note") if note.get("from") != OURS)
    state = BACK.get(target.get("state", "")) if target is not None else None
    return ReturnedUnit(
        key=key(unit),
        target=content,
        language=languages[1],
        source=words_of(words),
        state=state.word if state else "",
        comment="; ".join(filter(None, (note.strip() for note in notes))),
        fault=after.fault or _labelled(target, languages[1]) or _partly(target),
        where=f"line {unit.sourceline}" if unit.sourceline else "",
    )


def _labelled(target: Element | None, language: Language) -> str:
    """Return a fault if the file says that a translation is in another language than asked for."""
    label = target.get(_LANG, "") if target is not None else ""
    if not label or label[:2].lower() == language:
        return ""
    return f"the file says that the translation is in another language: xml:lang=“{label[:20]}”"


def _partly(target: Element | None) -> str:
    """Return a fault if some sentences of a unit are translated and others are not.

    Programs that segment units themselves mark each sentence (XLIFF 1.2, `mrk` of the type `seg`).
    """
    if target is None:
        return ""
    marks = [mark for mark in target.iter() if local(mark) == "mrk" and mark.get("mtype") == "seg"]
    filled = [mark for mark in marks if any(text.strip() for text in mark.itertext())]
    if marks and 0 < len(filled) < len(marks):
        return f"only {len(filled)} of its {len(marks)} sentences are translated"
    return ""


@dataclass(slots=True)
class _Words:
    """Reads the words of a source or a target, with their formatting."""

    language: Language
    codes: dict[str, InlineCode]
    """The codes by their numbers in the source: some programs drop the kind of a code in targets."""

    is_wrapped: bool
    """Whether line ends are spaces. Breaks have codes; only lines of a whole text are typed as lines."""

    fault: str = ""
    content: list[Inline] = field(default_factory=list)

    def of(self, element: Element) -> Inlines:
        """Return the words in an element."""
        self._walk(element, Run("", self.language))
        return joined(self.content)

    def _walk(self, element: Element, formatting: Run) -> None:
        self._text(element.text, formatting)
        for child in element:
            self._child(child, formatting)
            self._text(child.tail, formatting)

    def _child(self, child: Element, formatting: Run) -> None:
        name = local(child)
        if name == "mrk" and namespace(child) in _READ:
            self._walk(child, formatting)
        elif name in ("g", "x", "bx", "ex", "ph", "bpt", "ept", "it", "sub"):
            self._code(child, name, formatting)
        elif name:  # comments and instructions have none
            self.fault = self.fault or f"it contains an element that is not an inline code: <{name[:40]}>"
            self._walk(child, formatting)

    def _code(self, child: Element, name: str, formatting: Run) -> None:
        """Read a code: around words, a line break, or one that the source does not have."""
        number = child.get("id", "")
        code = _inline_code(child) or self.codes.get(number)
        if code and code.kind in KINDS and name == "g":
            self.codes.setdefault(number, code)
            self._walk(child, styled(formatting, code))
        elif code == LINE_BREAK and name in ("x", "ph"):
            self.codes.setdefault(number, code)
            self.content.append(Break(self.language))
        else:
            self.fault = (
                self.fault or f"it contains a code that the source does not have: <{name} id=“{number[:20]}”>"
            )
            self._walk(child, formatting)

    def _text(self, text: str | None, formatting: Run) -> None:
        text = text or ""
        # Of an empty line no program makes a space: somebody began a paragraph there.
        if self.is_wrapped and not _EMPTY_LINE.search(text.strip()):
            text = _LINE_END.sub(" ", text)
        for index, line in enumerate(_LINE_END.split(text)):
            if index:
                self.content.append(Break(self.language))
            if line:
                self.content.append(worded(formatting, line))


def _inline_code(child: Element) -> InlineCode | None:
    kind = child.get("ctype", "")
    if kind == "lb":
        return LINE_BREAK
    if kind == "link":
        address = child.get("equiv-text")
        return InlineCode(kind, address) if address else None
    return InlineCode(kind) if kind in KINDS else None

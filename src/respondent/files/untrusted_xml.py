"""XML from other people, as elements: read without entities or network, up to a size limit.

Every file may be hostile. A file that declares a document type is refused. Where a format has always named
one, the name alone is ignored, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from respondent.errors import InputError, Problem
from respondent.files.text import over_limit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_TAGS = 600_000
"""How many tags a file may have. The XLIFF of a long response has 20,000; a large term base 500,000."""

_DECLARED = "the file declares a document type, with which it could read other files"


@dataclass(frozen=True, slots=True)
class XmlKind:
    """A format of XML files, as messages name it."""

    name: str
    """Its name: ``XLIFF``."""

    again: str
    """What to do when a file cannot be read."""

    max_bytes: int
    """The size limit of a file."""

    may_name_type: bool = False
    """Whether a file may name an external document type, without declarations of its own."""


def root(data: bytes, name: str, kind: XmlKind) -> Element:
    """Return the outermost element of a file.

    Raises:
        InputError: if it is too large or not XML, declares a document type, or uses an undefined entity.
    """
    from lxml import etree

    if len(data) > kind.max_bytes:
        what = f"the file is {over_limit(kind.max_bytes)}"
        raise InputError(Problem(name, what, "check that it is the right file"))
    # Before the tree is made: an element takes some hundred times the memory of its four bytes.
    if data.count(b"<") > MAX_TAGS:
        what = f"the file has more than {MAX_TAGS:,} elements"
        raise InputError(Problem(name, what, "check that it is the right file"))
    _refuse_hostile(data, name, kind)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(_broken(name, error, kind)) from error


class _Refused(Exception):  # noqa: N818 - carries a reason out of expat's callbacks
    """The file contains something for which it is refused."""


def _refuse_hostile(data: bytes, name: str, kind: XmlKind) -> None:
    """Refuse a file with declarations or undefined entities. Unlike lxml, expat reports both as it reads."""

    def declared(_name: str, _system: str | None, _public: str | None, has_own: int) -> None:
        if has_own or not kind.may_name_type:
            raise _Refused(_DECLARED)

    def unknown(entity: str, *_: object) -> None:
        raise _Refused(
            f"the file uses the entity “&{entity[:40]};” without defining it, so text would be lost"
        )

    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = declared
    parser.SkippedEntityHandler = unknown
    try:
        parser.Parse(data, True)
    except _Refused as reason:
        raise InputError(Problem(name, str(reason), kind.again)) from None
    except (ExpatError, ValueError, LookupError):
        return  # lxml gives the better message for malformed XML


def _broken(name: str, error: Exception, kind: XmlKind) -> Problem:
    line = getattr(error, "lineno", 0) or 0
    where = f"{name}:{line}" if line else name
    reason = str(error).split(", line ")[0]
    if "encoding" in reason.lower() or "utf-8" in reason.lower():
        what = f"the file is not in the encoding that it names ({reason})"
        return Problem(where, what, "save it as UTF-8 in the translator's program, not in an editor", line)
    return Problem(where, f"the file cannot be read as {kind.name} ({reason})", kind.again, line)


def namespace(element: Element) -> str:
    """Return the namespace of an element; empty for comments, or without one."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def local(element: Element) -> str:
    """Return the name of an element without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the child elements of a name, in the namespace of their parent."""
    prefix = element.tag[: element.tag.rindex("}") + 1] if element.tag.startswith("{") else ""
    yield from (child for child in element if child.tag == f"{prefix}{name}")

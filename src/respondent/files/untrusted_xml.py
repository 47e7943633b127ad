"""XML that others made, as elements: read without entities, without network, bounded in size.

A file is hostile until it has been read. One that declares a document type is refused; where a form has
always named one, the bare name of it is passed over, and nothing is fetched.
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

_DECLARED = "the file declares a document type, with which it could read other files"


@dataclass(frozen=True, slots=True)
class XmlKind:
    """A form of XML file, as messages speak of it."""

    name: str
    """What people call it: ``XLIFF``."""

    again: str
    """What to do where a file cannot be read."""

    max_bytes: int
    """The largest file that is read."""

    may_name_type: bool = False
    """Whether a file may name a document type that lies elsewhere, and declare nothing of its own."""


def root(data: bytes, name: str, kind: XmlKind) -> Element:
    """Return the outermost element of a file.

    Raises:
        InputError: if it is too large or no XML, declares a document type, or uses an entity that it lacks.
    """
    from lxml import etree

    if len(data) > kind.max_bytes:
        what = f"the file is {over_limit(kind.max_bytes)}"
        raise InputError(Problem(name, what, "check that it is the right file"))
    _refuse_hostile(data, name, kind)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(_broken(name, error, kind)) from error


class _Refused(Exception):  # noqa: N818 - not an error but what was found
    """Something stands in the file for which it is not read."""


def _refuse_hostile(data: bytes, name: str, kind: XmlKind) -> None:
    """Refuse a file that declares anything, before anything in it is put in the place of an entity."""

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
    except _Refused as found:
        raise InputError(Problem(name, str(found), kind.again)) from None
    except (ExpatError, ValueError, LookupError):
        return  # the other parser says what is wrong


def _broken(name: str, error: Exception, kind: XmlKind) -> Problem:
    line = getattr(error, "lineno", 0) or 0
    where = f"{name}:{line}" if line else name
    reason = str(error).split(", line ")[0]
    if "encoding" in reason.lower() or "utf-8" in reason.lower():
        what = f"the file is not in the encoding that it names ({reason})"
        return Problem(where, what, "save it as UTF-8 in the translator's program, not in an editor", line)
    return Problem(where, f"the file cannot be read as {kind.name} ({reason})", kind.again, line)


def namespace(element: Element) -> str:
    """Return the namespace of an element; empty for none, and for comments."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def local(element: Element) -> str:
    """Return the name of an element without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name directly below, in the namespace of the element above them."""
    prefix = element.tag[: element.tag.rindex("}") + 1] if element.tag.startswith("{") else ""
    yield from (child for child in element if child.tag == f"{prefix}{name}")

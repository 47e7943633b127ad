"""The formats of a letter: adding one is a file beside this one and a row here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final, TypeAlias, cast

from respondent.document.tree import Document

Write: TypeAlias = Callable[[Document, bytes], bytes]


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """A way to write a document as a file."""

    suffix: str
    """The ending of its files, without the point."""

    module: str
    """The module beside this one whose `write` makes them."""

    looks: str
    """The shipped file that gives them their looks; empty where there is none."""

    def write(self, document: Document, looks: bytes) -> bytes:
        """Return the document as a file of this format; its library is loaded only now."""
        return cast(Write, import_module(f"respondent.writers.{self.module}").write)(document, looks)


FORMATS: Final[Mapping[str, OutputFormat]] = {
    "docx": OutputFormat("docx", "docx", "stationery.docx"),
    "html": OutputFormat("html", "html", "letter.css"),
    "txt": OutputFormat("txt", "text", ""),
}

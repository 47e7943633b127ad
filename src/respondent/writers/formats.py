"""The output formats of a letter.

To add a format, write a module in this package with a function `write`, and add a row to `FORMATS`. Options,
help, messages, drafts, releases and sealed style files all follow this table. `READERS` of
`release/proofreading.py` says how a released file is read again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, TypeAlias, cast

if TYPE_CHECKING:
    from respondent.document.tree import Document

Write: TypeAlias = "Callable[[Document, bytes], bytes]"


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """One way to write a document as a file."""

    description: str
    """What the help calls the format: ``web page``."""

    suffix: str
    """The suffix of its files, without the full stop."""

    module: str
    """The module of this package whose `write` makes the file."""

    style_file: str = ""
    """The shipped stationery or style sheet; empty where the format needs none."""

    def write(self, document: Document, style_file: bytes) -> bytes:
        """Return the document in this format; its libraries are loaded only here."""
        write = cast(Write, import_module(f"respondent.writers.{self.module}").write)
        return write(document, style_file)


FORMATS: Final[dict[str, OutputFormat]] = {
    "docx": OutputFormat("Word", "docx", "docx", "stationery.docx"),
    "html": OutputFormat("web page", "html", "html", "letter.css"),
    "txt": OutputFormat("plain text", "txt", "text"),
}
"""The formats by the names that `--format` takes. All are made unless the user selects some."""

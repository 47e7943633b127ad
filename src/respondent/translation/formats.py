"""The formats in which translators receive and return texts. To add one, add a row to `FORMATS`.

The options and help of `respondent send` and `respondent take`, the cover note, the refusals and the `origin`
of ledger rows come from this table. The libraries of a format are loaded when one of its files is read or
written, so that the table itself is cheap to import.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from respondent.errors import InputError, Problem
from respondent.language import Pair
from respondent.translation import foreign_files

if TYPE_CHECKING:
    from respondent.translation.edited_draft.draft_paragraphs import EditedDraft
    from respondent.translation.sheet import TranslationSheet
    from respondent.translation.units import ReturnedUnits, Unit

    Content: TypeAlias = ReturnedUnits | EditedDraft


class FormatCode(NamedTuple):
    """The functions of a format."""

    is_meant: Callable[[bytes], bool]
    """Whether a file is of this format, even a damaged one. The name of the file does not count."""

    read: Callable[[bytes, str], Content] | None = None
    """Returns the content of a file and raises `InputError`. None: `respondent take` refuses the format."""

    write: Callable[[Sequence[Unit], TranslationSheet], bytes] | None = None
    """Returns the file of one direction. None: `respondent send` writes no texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationFormat:
    """A format. Its key in `FORMATS` is its name on the command line and the `origin` in the ledger."""

    title: str
    """What help and messages call it."""

    code: Callable[[], FormatCode]
    """Imports its functions."""

    file_name: str = ""
    """The name of a file of one direction, made of ``{slug}`` and ``{direction}``."""

    cover_note: Sequence[Pair[str]] = ()
    """What the cover note says about it, in both languages. Empty: `respondent send` does not offer it."""

    refusal: tuple[str, str] = ("", "")
    """Why `respondent take` refuses it, and what to do instead."""


def _xliff() -> FormatCode:
    from respondent.translation.xliff import reading, writing

    return FormatCode(reading.is_xliff, reading.read, writing.write)


def _table() -> FormatCode:
    from respondent.translation.table import reading, writing

    return FormatCode(reading.is_table, reading.read, writing.write)


def _draft() -> FormatCode:
    from respondent.readers.word import is_word
    from respondent.translation.edited_draft import draft_paragraphs

    return FormatCode(is_word, draft_paragraphs.read)


_HEAD = 4096
"""How many bytes may come before the root element of a TMX file: its declaration and comments."""


def _memory() -> FormatCode:
    # Zero bytes go, so that UTF-16, which translation programs write, is recognised too.
    return FormatCode(lambda data: b"<tmx" in data[:_HEAD].replace(b"\x00", b""))


FORMATS: Final[dict[str, TranslationFormat]] = {
    "xliff": TranslationFormat(
        title="an XLIFF file",
        code=_xliff,
        file_name="{slug}.{direction}.xlf",
        cover_note=(
            Pair(
                "Ffeiliau XLIFF 1.2 yw'r ffeiliau .xlf. Er gwybodaeth yn unig y mae'r unedau sydd wedi'u"
                " marcio fel rhai na ddylid eu cyfieithu.",
                "The .xlf files are XLIFF 1.2. Units marked as not to be translated are there as context.",
            ),
            Pair(
                "Anfonwch y ffeiliau .xlf yn ôl gyda'i gilydd neu fesul rhan. Cadwch y dynodwyr,"
                " y ffynonellau a'r codau.",
                "Return the .xlf files together or in parts. Keep the ids, the sources and the codes.",
            ),
        ),
    ),
    "table": TranslationFormat(
        title="a table in Word",
        code=_table,
        file_name="{slug}.table.{direction}.docx",
        cover_note=(
            Pair(
                "Ysgrifennwch yng ngholofn y cyfieithiad yn unig. Anfonwch y ddogfen yn ôl yn gyfan neu fesul"
                " rhan.",
                "Write only in the translation column. Return the document as a whole or in parts.",
            ),
        ),
    ),
    "draft": TranslationFormat(title="an edited draft in Word", code=_draft),
    "tmx": TranslationFormat(
        title="only the memory, terms and letter",
        code=_memory,
        cover_note=(
            Pair(
                "Er gwybodaeth: y cof cyfieithu ar gyfer y testunau hyn, y termau a'r llythyr.",
                "For reference: the translation memory for these texts, the terms and the letter.",
            ),
        ),
        refusal=(
            "this is a translation memory (TMX), which does not say which text each unit belongs to",
            "put it into the folder memory of the workspace, and run `respondent fill`",
        ),
    ),
}
"""In the order in which a file is tried: a Word document that is not one of our tables may be a draft."""


def sent_formats() -> dict[str, TranslationFormat]:
    """Return the formats that `respondent send` offers."""
    return {name: format_ for name, format_ in FORMATS.items() if format_.cover_note}


def sent_titles() -> str:
    """Return the formats that `respondent send` offers, in words for its help."""
    return "; ".join(f"{name}: {format_.title}" for name, format_ in sent_formats().items())


def returned_titles() -> str:
    """Return the formats that `respondent take` imports, in words for help and messages."""
    *first, last = (format_.title for format_ in FORMATS.values() if not format_.refusal[0])
    return f"{', '.join(first)} or {last}"


def is_taken(data: bytes, name: str) -> bool:
    """Return whether a file is of a format that `respondent take` imports."""
    if foreign_files.reason(data, name):
        return False
    return any(code.read and code.is_meant(data) for code in (format_.code() for format_ in FORMATS.values()))


def read(data: bytes, name: str) -> tuple[str, Content]:
    """Return the name of the format of a returned file, and its content.

    Raises:
        InputError: if the file cannot be read, or has a format that cannot be imported.
    """
    if reason := foreign_files.reason(data, name):
        raise InputError(Problem(name, *reason))
    for origin, format_ in FORMATS.items():
        code = format_.code()
        if code.is_meant(data):
            if code.read is None:
                raise InputError(Problem(name, *format_.refusal))
            return origin, code.read(data, name)
    what = "this file was not made by `respondent send` or `respondent draft`"
    raise InputError(Problem(name, what, f"give the command {returned_titles()}"))

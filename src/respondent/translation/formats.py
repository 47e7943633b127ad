"""The forms in which texts come back, told apart by what a file holds and not by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from respondent.errors import InputError, Problem
from respondent.ledger.row import Origin
from respondent.readers.word import is_word
from respondent.translation.edited_draft import draft_paragraphs as draft
from respondent.translation.edited_draft.draft_paragraphs import EditedDraft
from respondent.translation.table import reading as table
from respondent.translation.units import ReturnedUnits
from respondent.translation.xliff import reading as xliff

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class ReturnFormat:
    """A form in which texts come back."""

    origin: Origin
    """What the ledger calls it."""

    is_meant: Callable[[bytes], bool]
    """Whether a file is of this form, whatever is wrong with it."""

    read: Callable[[bytes, str], ReturnedUnits | EditedDraft]
    """What the file holds; raises `InputError`."""


FORMATS = (
    ReturnFormat("xliff", xliff.is_xliff, xliff.read),
    ReturnFormat("table", table.is_table, table.read),
    ReturnFormat("draft", is_word, draft.read),
)
"""In the order in which they are asked: a Word document that is no table of ours may be a draft."""

_REFUSED: tuple[tuple[Callable[[bytes], bool], str, str], ...] = (
    (
        lambda data: b"<tmx" in data[:_HEAD].replace(b"\x00", b""),
        "this is a translation memory (TMX), which does not say which texts its units are",
        "put it into the folder memory of the workspace, and run `respondent fill`",
    ),
)
_ELSE = (
    "this is nothing that `respondent send` or `respondent draft` has made",
    "take an XLIFF file, a table in Word, or an edited draft in Word",
)


def read(data: bytes, name: str) -> tuple[Origin, ReturnedUnits | EditedDraft]:
    """Return the form of a file that came back, and what it holds.

    Raises:
        InputError: if it cannot be read, or is of no form that can be taken.
    """
    for one in FORMATS:
        if one.is_meant(data):
            return one.origin, one.read(data, name)
    for is_it, what, then in _REFUSED:
        if is_it(data):
            raise InputError(Problem(name, what, then))
    raise InputError(Problem(name, *_ELSE))

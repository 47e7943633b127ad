"""Files that people hand in by mistake, named for what they are, with what to hand in instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

Recognise = Callable[[bytes, str], bool]
"""Whether a file is of a kind, by its first bytes and its name in small letters."""

_ZIP = b"PK\3\4"
_HEAD = 4096
_MAIL = re.compile(
    rb"(?im)^(?:received|return-path|message-id|mime-version|delivered-to|from|date|subject): "
)


def _starts(*signs: bytes) -> Recognise:
    return lambda data, name: data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(signs)


def _ends(*suffixes: str) -> Recognise:
    return lambda data, name: name.endswith(suffixes)


def _holds(content: bytes) -> Recognise:
    """Return whether a zip file has a member or a media type in its first bytes."""
    return lambda data, name: data.startswith(_ZIP) and content in data[:_HEAD]


_AS_WORD = "open it in Word, save it as “Word Document (*.docx)”, and hand that in"

_KINDS: tuple[tuple[Recognise, str, str], ...] = (
    (
        lambda data, name: name.startswith(("~$", ".~lock.")),
        "this is a file that Word keeps while a document is open, not the document",
        "close the document in Word, and hand in the file without ~$ before its name",
    ),
    (_starts(b"{\\rtf"), "this is a file in Rich Text Format (RTF)", _AS_WORD),
    (
        _starts(b"%PDF"),
        "this is a PDF, from which no text can be taken back",
        "ask for the Word document or the XLIFF file that it was made from",
    ),
    (
        lambda data, name: name.endswith((".eml", ".msg")) or len(_MAIL.findall(data[:_HEAD])) > 2,
        "this is an email, not the file that came with it",
        "save its attachment, and hand that in",
    ),
    (_holds(b"opendocument.text"), "this is an OpenDocument text (.odt)", _AS_WORD),
    (_ends(".pages"), "this is a document of Pages", "export it from Pages as Word, and hand that in"),
    (
        lambda data, name: _holds(b"xl/")(data, name) or name.endswith((".xlsx", ".xls", ".ods")),
        "this is a workbook, which has none of the texts that were sent",
        "hand in the Word table or the XLIFF file that was sent",
    ),
    (
        lambda data, name: _holds(b"manifest.xml")(data, name) and name.endswith((".sdlppx", ".sdlrpx")),
        "this is a package of Trados Studio",
        "in Trados Studio use Batch Tasks, Generate Target Translations, and hand in the .xlf file",
    ),
    (
        lambda data, name: name.endswith((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic")),
        "this is a picture, from which no text can be taken",
        "ask for the Word document or the XLIFF file",
    ),
)


def reason(data: bytes, path: str) -> tuple[str, str] | None:
    """Return what a file is and what to hand in instead; none for one of an unknown kind."""
    name = PurePath(path.replace("\\", "/")).name.lower()
    return next(((what, advice) for is_kind, what, advice in _KINDS if is_kind(data, name)), None)

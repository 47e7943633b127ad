"""Open a letterhead as its parts, with messages that name it."""

from __future__ import annotations

from typing import Any

from respondent.errors import Problem, StationeryError
from respondent.files import package
from respondent.files.package import AS_DOCX, BadPackage, W


def refused(what: str, advice: str = AS_DOCX) -> StationeryError:
    """Return the error for an unusable letterhead. Callers that know its file name put it in."""
    return StationeryError(Problem("letterhead", what, advice))


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a DOCX by name.

    Raises:
        StationeryError: if it is not a Word document, contains macros, or is in an unsupported form.
    """
    try:
        members = package.parts(data)
    except BadPackage as error:
        raise refused(error.what, error.advice) from error
    parse(members[package.DOCUMENT])
    return members


def parse(content: bytes) -> Any:  # noqa: ANN401 - an lxml element, which the stubs make awkward to walk
    """Return the root element of a part, without its comments.

    Raises:
        StationeryError: if it is damaged, declares a document type, or has unusual namespace prefixes.
    """
    try:
        root = package.parse(content)
    except BadPackage as error:
        raise refused(error.what, error.advice) from error
    if root.tag.startswith(W) and root.prefix != "w":
        raise refused("it was not saved by a supported word processor", "open it in Word and save it again")
    return root

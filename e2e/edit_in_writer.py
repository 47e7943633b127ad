"""Edits a Word document in LibreOffice Writer, as a person would. Debian's own Python runs it, which has UNO.

    /usr/bin/python3 edit_in_writer.py IN.docx OUT.docx EDITS.json

EDITS.json: {"tracked": true, "edits": [["replace", "old words", "new words"], ["after", "words", "a new paragraph"],
["delete", "words"], ["bold", "words"]]}. `delete` deletes the paragraph that contains the words.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, TypeAlias

Uno: TypeAlias = Any
"""Something of LibreOffice."""

_WAIT = 60
_FILTER = "MS Word 2007 XML"


def main(source: str, target: str, wishes: str) -> None:
    """Edit the document."""
    edits = json.loads(Path(wishes).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"respondent{Path(profile).name}"
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore"]
        office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
        try:
            desktop = connected(pipe)
            document = desktop.loadComponentFromURL(
                Path(source).resolve().as_uri(), "_blank", 0, (option("Hidden", True),)
            )
            document.RecordChanges = bool(edits["tracked"])
            for kind, *words in edits["edits"]:
                EDITS[kind](document, *words)
            document.storeToURL(Path(target).resolve().as_uri(), (option("FilterName", _FILTER),))
            document.close(True)
            desktop.terminate()
        finally:
            office.wait(_WAIT)


def connected(pipe: str) -> Uno:
    """Return the desktop of a LibreOffice that is starting."""
    import uno
    from com.sun.star.connection import NoConnectException

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(_WAIT * 4):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise SystemExit("LibreOffice does not answer")


def option(name: str, value: object) -> Uno:
    """Return an option of a command."""
    import uno  # first, so that what LibreOffice has can be imported
    from com.sun.star.beans import PropertyValue

    assert uno
    return PropertyValue(Name=name, Value=value)


def found(document: Uno, words: str) -> Uno:
    """Return the place of words in the document."""
    search = document.createSearchDescriptor()
    search.SearchString = words
    search.SearchCaseSensitive = True
    place = document.findFirst(search)
    if place is None:
        raise SystemExit(f"not in the document: {words}")
    return place


def paragraph(document: Uno, words: str) -> Uno:
    """Return a cursor over the paragraph that contains words."""
    place = found(document, words)
    cursor = place.Text.createTextCursorByRange(place)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    return cursor


def replace(document: Uno, old: str, new: str) -> None:
    """Type words over others."""
    found(document, old).String = new


def after(document: Uno, words: str, new: str) -> None:
    """Press Enter at the end of a paragraph, and type a new one."""
    from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

    cursor = paragraph(document, words)
    cursor.collapseToEnd()
    cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    cursor.Text.insertString(cursor, new, False)


def delete(document: Uno, words: str) -> None:
    """Delete a paragraph with its end."""
    cursor = paragraph(document, words)
    cursor.collapseToStart()
    cursor.gotoEndOfParagraph(True)
    cursor.goRight(1, True)
    cursor.String = ""


def fill(document: Uno, key: str, new: str) -> None:
    """Type words into the third cell of the table row whose first cell holds a key."""
    table = found(document, key).TextTable
    for row in range(table.Rows.Count):
        if key in table.getCellByPosition(0, row).String:
            cell = table.getCellByPosition(2, row)
            cursor = cell.createTextCursor()
            cursor.gotoStart(False)
            cursor.gotoEnd(True)
            cursor.String = new


def bold(document: Uno, words: str) -> None:
    """Make words bold."""
    from com.sun.star.awt.FontWeight import BOLD

    found(document, words).CharWeight = BOLD


EDITS = {"replace": replace, "after": after, "delete": delete, "fill": fill, "bold": bold}


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Copies that a synchronising program makes of a file that was changed in two places: nobody reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from respondent.errors import Problem

# Behind the name: OneDrive writes -PC12, Windows (1), Dropbox and Google Drive a remark in brackets, and
# Syncthing .sync-conflict- and the time.
_MARK = re.compile(r"-[^.]+|\s?\([^)]+\)|\.sync-conflict-[^.]+")


def problems(folder: Path, names: Iterable[str], where: str = "") -> Iterator[Problem]:
    """Yield a problem for each copy of some files in a folder.

    Args:
        folder: The folder.
        names: The names of the files.
        where: What messages call the place; empty for the name of each file.
    """
    try:
        there = sorted(file.name for file in folder.iterdir())
    except OSError:
        return
    for name in names:
        stem, _, suffix = name.partition(".")
        for copy in there:
            middle = copy[len(stem) : -len(suffix) - 1]
            is_named = copy.startswith(stem) and copy.endswith(f".{suffix}") and name in there
            if is_named and copy != name and _MARK.fullmatch(middle):
                what = f"there is a copy of {name}, {copy}, which is not read"
                advice = f"take over into {name} what is missing there, then delete the copy"
                yield Problem(where or name, what, advice)

"""Good pairs: letters whose Welsh and English say the same, the examples and those of `pairs`.

Those numbered 01 to 10 were written before there was any check of the pair.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from offices import EXAMPLES

from respondent.checks.case import Case, load_case
from respondent.files.workspace import Workspace
from respondent.production.office import load_office

FOLDER = Path(__file__).parent / "pairs"
TODAY = date(2019, 5, 14)


@cache
def good_pairs() -> dict[str, Case]:
    """Return the good pairs by the names of their responses."""
    return {**dict(_written()), **dict(_examples())}


def _written() -> Iterator[tuple[str, Case]]:
    """Yield those of `pairs`, in a copy of the workspace of Gwent."""
    root = Path(tempfile.mkdtemp()).resolve()
    shutil.copy(EXAMPLES / "gwent" / "office.yaml", root)
    desk = load_office(Workspace(root))
    for file in sorted(FOLDER.glob("*.yaml")):
        folder = root / "responses" / file.stem
        folder.mkdir(parents=True)
        shutil.copy(file, folder / "response.yaml")
        yield file.stem, load_case(folder / "response.yaml", desk, TODAY)


def _examples() -> Iterator[tuple[str, Case]]:
    for office in sorted(EXAMPLES.glob("*/office.yaml")):
        desk = load_office(Workspace(office.parent.resolve()))
        for file in sorted(office.parent.glob("responses/*/response.yaml")):
            yield f"{office.parent.name} {file.parent.name}", load_case(file, desk, TODAY)

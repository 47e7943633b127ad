"""Where the shipped templates lie: inside an installed package, or at the top of a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def templates() -> Path:
    """Return the folder of the shipped templates, with `cy`, `en` and the looks.

    A wheel carries them inside the package; an editable install reads them where they are edited.
    """
    package = Path(__file__).parent
    shipped = package / "templates"
    return shipped if shipped.is_dir() else package.parents[1] / "templates"


def looks(name: str) -> bytes:
    """Return a shipped file that gives letters their looks: ``stationery.docx``, ``letter.css``."""
    return (templates() / name).read_bytes()

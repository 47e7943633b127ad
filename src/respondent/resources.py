"""The templates and style files that come with the program."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def templates() -> Path:
    """Return the folder with the templates of each language and the style files.

    An installed package contains the folder. An editable install uses the one at the top of the checkout, so
    that a change to a template takes effect at once.
    """
    package = Path(__file__).parent
    shipped = package / "templates"
    return shipped if shipped.is_dir() else package.parents[1] / "templates"


def style_file(name: str) -> bytes:
    """Return the shipped file `name` that all languages share: ``letter.css``, ``bodies.yaml``."""
    return (templates() / name).read_bytes()

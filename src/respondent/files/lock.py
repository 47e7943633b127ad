"""One writer at a time (to be replaced by the real one)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def exclusive(folder: Path, *, wait: float = 10.0) -> Iterator[None]:
    """Hold the folder."""
    yield

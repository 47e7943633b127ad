"""The log of an internal error: one file with all that a maintainer needs to find the cause."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from tempfile import gettempdir, mkstemp
from traceback import format_exception

from respondent import __version__


def write_log(error: Exception) -> Path | None:
    """Write the log of an error and return its path; none if no folder can be written."""
    time = datetime.now(UTC)
    # A file name or a command line may hold bytes that are no text: they must not stop the log.
    text = "\n".join(_lines(error, time)).encode("utf-8", errors="backslashreplace")
    for folder in _folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # Only the user may read the file, since the message of an error can quote a letter.
            descriptor, name = mkstemp(
                prefix=f"respondent-{time:%Y-%m-%d-%H%M%S}-", suffix=".log", dir=folder
            )
            with os.fdopen(descriptor, "wb") as file:
                file.write(text)
        except OSError:
            continue
        return Path(name)
    return None


def _folders() -> Iterator[Path]:
    """Yield the user's own folder for logs, then the one for temporary files."""
    variable, below = (
        ("LOCALAPPDATA", "AppData/Local") if os.name == "nt" else ("XDG_STATE_HOME", ".local/state")
    )
    configured = Path(os.environ.get(variable, ""))
    with suppress(RuntimeError):  # the user has no home
        # A relative path is ignored (XDG Base Directory Specification 0.8): it would be in the workspace.
        state = configured if configured.is_absolute() else Path.home() / below
        yield state / "respondent" / "logs"
    yield Path(gettempdir())


def _lines(error: Exception, time: datetime) -> Iterator[str]:
    yield f"time          {time:%Y-%m-%d %H:%M:%S} UTC"
    yield f"command line  {sys.argv}"
    yield f"respondent    {__version__}"
    yield f"Python        {sys.version}"
    yield f"platform      {platform.platform()}"
    yield from (f"dependency    {name} {version}" for name, version in _dependencies())
    yield ""
    yield "".join(format_exception(error))


def _dependencies() -> Iterator[tuple[str, str]]:
    """Yield what the installed program needs, each with its version; nothing if it is not installed."""
    try:
        requirements = metadata.requires("respondent") or []
    except metadata.PackageNotFoundError:
        return
    for requirement in requirements:
        # The name comes first (PEP 508); only what some extra needs has `extra` in its marker.
        name = re.match(r"[\w.-]+", requirement)
        if name and "extra ==" not in requirement:
            try:
                yield name[0], metadata.version(name[0])
            except metadata.PackageNotFoundError:
                yield name[0], "not installed"

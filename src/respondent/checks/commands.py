"""Command lines that findings give, as a person can paste them."""

from __future__ import annotations

import re
from pathlib import Path

from respondent.checks.case import Case
from respondent.checks.finding import File
from respondent.ledger.standing import Standing
from respondent.ledger.state import State

_BARE = re.compile(r"[\w./\\:~+,-]+")
"""A path that needs no quotation marks in cmd, PowerShell or a POSIX shell."""


def approve(case: Case, standing: Standing, state: State) -> str:
    """Return the command that approves texts as far as `state`; `naming` says which."""
    folder = _quoted(case.file.parent)
    return f"respondent approve {folder} --language {standing.language} --state {state.word} --by NAME"


def naming(standing: Standing) -> str:
    """Return the option by which `approve` knows a text."""
    return f"--field {standing.field.id}"


def confirm(case: Case, file: File) -> str:
    """Return the command that confirms values of a file; their names follow it."""
    path = case.office_file if file == "office" else case.file
    return f"respondent confirm --file {_quoted(path)} --by NAME"


def _quoted(path: Path) -> str:
    text = str(path)
    return text if _BARE.fullmatch(text) else f'"{text}"'

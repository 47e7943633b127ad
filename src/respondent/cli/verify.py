"""`respondent verify`: proves that releases are unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from respondent.cli.many import Paths

if TYPE_CHECKING:
    from respondent.release.proof import Proof


def verify(paths: Paths = None) -> None:
    """Prove that releases are unchanged, byte for byte.

    Every file is compared with the manifest of the release, and the manifest with the ledger. Then the
    letters are made again from the sealed inputs. The current files of office and response are not used.

    Example:  respondent verify responses/2026-custody/released/1
    """
    from respondent.cli.errors import print_problems
    from respondent.errors import ExitCode
    from respondent.files import workspace
    from respondent.release.layout import releases
    from respondent.release.proof import prove

    folders, problems = releases(paths or [workspace.find(Path.cwd()).root])
    print_problems(problems)
    proofs = []
    for folder in folders:
        proofs.append(prove(folder))
        for line in _lines(proofs[-1]):
            print(line)
    if any(proof.faults for proof in proofs):
        raise typer.Exit(ExitCode.FINDINGS)
    if problems:
        raise typer.Exit(ExitCode.SOME_FAILED if proofs else ExitCode.INPUT)


def _lines(proof: Proof) -> Iterator[str]:
    from respondent.cli.report import path_text

    yield path_text(proof.folder)
    for fault in proof.faults:
        yield f"  wrong     {f'{fault.file}: ' if fault.file else ''}{fault.what}"
    if not proof.faults:
        yield f"  unchanged {proof.files} files"
    if proof.is_remade:
        yield "  remade    the sealed inputs make the same letters, byte for byte"
    yield from (f"  note      {note}" for note in proof.notes)

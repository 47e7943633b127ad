"""`respondent verify`: proves that releases are unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.many import Paths

if TYPE_CHECKING:
    from respondent.release.proof import Proof


def verify(
    paths: Paths = None,
    digest: Annotated[
        str,
        typer.Option("--digest", metavar="HEX", help="The digest that was kept when it was released."),
    ] = "",
) -> None:
    """Prove that releases are unchanged, byte for byte.

    Every file is compared with the manifest of the release, and the manifest with the ledger. Then the
    letters are made again from the sealed inputs. The current files of office and response are not used.
    Who can write into the folder can change all of this together. The digest that you keep elsewhere, in
    minutes or an email, shows that too.

    Example:  respondent verify responses/2026-custody/released/1

    Example:  respondent verify responses/2026-custody/released/1 --digest "1a2b3c4d 5e6f7a8b"
    """
    from respondent.cli.errors import print_problems
    from respondent.errors import ExitCode
    from respondent.files import workspace
    from respondent.release.layout import releases
    from respondent.release.proof import prove

    folders, problems = releases(paths or [workspace.find(Path.cwd()).root])
    print_problems(problems)
    _refuse_wrong(digest, len(folders))
    proofs = []
    for folder in folders:
        proofs.append(prove(folder, kept=digest))
        for line in _lines(proofs[-1]):
            print(line)
    if any(proof.faults for proof in proofs):
        raise typer.Exit(ExitCode.FINDINGS)
    if problems:
        raise typer.Exit(ExitCode.SOME_FAILED if proofs else ExitCode.INPUT)
    if not all(proof.is_proven for proof in proofs):
        raise typer.Exit(ExitCode.UNPROVEN)


def _refuse_wrong(digest: str, count: int) -> None:
    """Refuse a digest that is none, too short to say anything, or given for several releases."""
    from respondent.errors import Problem, UsageError

    figures = "".join(digest.split()).lower()
    if digest and not re.fullmatch(r"[0-9a-f]{16,64}", figures):
        advice = "give at least 16 of its figures, 0 to 9 and a to f, as they were printed"
        raise UsageError(Problem("--digest", f"“{digest}” is not a digest", advice))
    if digest and count > 1:
        raise UsageError(Problem("--digest", "it is of one release", "name that release"))


def _lines(proof: Proof) -> Iterator[str]:
    from respondent.cli.report import path_text
    from respondent.release.proof import short

    yield path_text(proof.folder)
    for fault in proof.faults:
        yield f"  wrong     {f'{fault.file}: ' if fault.file else ''}{fault.what}"
    if not proof.faults:
        yield f"  unchanged {proof.files} files"
    if proof.digest:
        yield f"  digest    {short(proof.digest)}"
    if proof.is_anchored:
        yield "  proven    the digest is the one that was kept"
    if proof.is_remade:
        yield "  remade    the sealed inputs make the same letters, byte for byte"
    yield from (f"  note      {note}" for note in proof.notes)

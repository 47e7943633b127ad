"""Proves a release from its manifest: every byte is unchanged, and the sealed inputs make the same letters.

The manifest is proven by the row of the ledger that has its digest. Without such a row only the digest next
to it remains, which detects accidental damage, but not deliberate tampering.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from respondent.errors import RespondentError
from respondent.files.folder import files_below
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.release import layout, manifest, sealed
from respondent.release.manifest import FILE, SEAL, Manifest, digest
from respondent.release.program import differences, program

LEFT_BEHIND = (".DS_Store", "Thumbs.db", "desktop.ini")
"""Files that file managers create in folders they show. Word's lock files begin with ``~$``."""


@dataclass(frozen=True, slots=True)
class ProofFailure:
    """A file that has changed."""

    file: str
    """Its path in the release; empty for the release as a whole."""

    what: str


@dataclass(frozen=True, slots=True)
class Proof:
    """The result of proving a release."""

    folder: Path
    faults: tuple[ProofFailure, ...] = ()
    """The changes; none if every byte is unchanged."""

    notes: tuple[str, ...] = ()
    """What could not be proven, and other remarks."""

    files: int = 0
    """How many files were compared."""

    is_remade: bool = False
    """Whether the sealed inputs made the same letters and trees again."""


def prove(folder: Path, *, is_remaking: bool = True) -> Proof:
    """Compare a release with its manifest, and make its letters again from its sealed inputs.

    Args:
        folder: The release, absolute.
        is_remaking: Whether its letters are made again.
    """
    if not folder.is_dir():
        return Proof(folder, (ProofFailure("", "the release is missing, and the ledger names it"),))
    described = _bytes(folder / FILE, manifest.MAX_BYTES)
    if described is None:
        return Proof(folder, (ProofFailure(FILE, "missing: without it nothing is proven"),))
    faults, notes = _of_manifest(folder, described)
    try:
        one = manifest.read(described)
    except ValueError as error:
        return Proof(folder, (*faults, ProofFailure(FILE, f"cannot be read: {error}")), notes)
    there = files_below(folder)
    left = [name for name in there if _is_left_behind(name) and name not in one.files]
    compared = list(_compared(one.files, {name: path for name, path in there.items() if name not in left}))
    faults += (*_misplaced(folder, one), *compared)
    notes += tuple(f"{name} was left by another program, and is no part of the release" for name in left)
    if faults or not is_remaking:
        return Proof(folder, faults, notes, len(one.files))
    other, more = _remade(folder, one)
    return Proof(folder, other, (*notes, *more), len(one.files), is_remade=not (other or more))


def _of_manifest(folder: Path, described: bytes) -> tuple[tuple[ProofFailure, ...], tuple[str, ...]]:
    """Return what is wrong with the manifest and its seal, and how far they could be proven."""
    is_sealed = _bytes(folder / SEAL, 1_000) == manifest.seal(described)
    rows, notes = _rows(folder)
    number = int(folder.name) if folder.name.isascii() and folder.name.isdigit() else 0
    row = layout.row_of(rows, number)
    if row is None:
        notes = (*notes, f"no row of a ledger has the digest of {FILE}: only {SEAL} speaks for it")
        return (
            () if is_sealed else (ProofFailure(f"{FILE} or {SEAL}", "changed: the two do not agree"),)
        ), notes
    if row.more.get("manifest") != digest(described):
        return (ProofFailure(FILE, "changed: the ledger has another digest of it"),), notes
    return (() if is_sealed else (ProofFailure(SEAL, "changed or missing"),)), notes


def _rows(folder: Path) -> tuple[tuple[LedgerRow, ...], tuple[str, ...]]:
    """Return the rows of the ledger of the response that a release is of, where it still stands there."""
    if folder.parent.name != layout.RELEASED:
        return (), ()
    try:
        return ledger.read(folder.parent.parent).rows, ()
    except RespondentError as error:
        return (), tuple(str(problem) for problem in error.problems)


def _compared(expected: Mapping[str, str], there: Mapping[str, Path]) -> Iterator[ProofFailure]:
    for name, wanted in expected.items():
        path = there.get(name)
        if path is None:
            yield ProofFailure(name, "missing")
        elif (what := _difference(path, wanted)) is not None:
            yield ProofFailure(name, what)
    for name in there:
        if name not in expected and name not in (FILE, SEAL):
            yield ProofFailure(name, "added: it is no part of the release")


def _difference(path: Path, wanted: str) -> str | None:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return "changed: it is a link or no file"
        return None if digest(path.read_bytes()) == wanted else "changed"
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def _misplaced(folder: Path, one: Manifest) -> Iterator[ProofFailure]:
    """Yield why a release does not belong where it stands among the releases of a response."""
    if folder.parent.name != layout.RELEASED:
        return
    if folder.name != str(one.release):
        yield ProofFailure(
            "", f"the folder is called {folder.name}, and its manifest is that of release {one.release}"
        )
    response = folder.parent.parent
    if not layout.is_called(response, one.response):
        yield ProofFailure(
            "", f"it is a release of `{one.response}`, and stands in the folder of `{response.name}`"
        )


def _remade(folder: Path, one: Manifest) -> tuple[tuple[ProofFailure, ...], tuple[str, ...]]:
    """Make the letters again; return what differs: faults, or a note where another program made them."""
    try:
        made = sealed.outputs(folder, one.response, sealed.desk(folder), one.date)
        other = [name for name in _outputs(one) if name not in made or digest(made[name]) != one.files[name]]
        what = "the sealed inputs do not make these bytes again"
    except RespondentError as error:
        other, what = list(_outputs(one)), f"the sealed inputs do not make it again: {error.problems[0]}"
    if not other:
        return (), ()
    if changes := differences(one.program, program()):
        return (), (_by_another(len(other), changes),)
    return tuple(ProofFailure(name, what) for name in other), ()


def _by_another(count: int, changes: list[str]) -> str:
    return (
        f"{count} of its letters and trees come out otherwise from the program of today, which is not the one"
        f" that made them ({'; '.join(changes)}); their bytes are as they were, by their digests"
    )


def _outputs(one: Manifest) -> Iterator[str]:
    for name in one.files:
        if name.partition("/")[0] in (layout.LETTERS, layout.TREES):
            yield name


def _is_left_behind(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last in LEFT_BEHIND or last.startswith("~$")


def _bytes(path: Path, limit: int) -> bytes | None:
    """Return the bytes of a file, up to a limit and one more; none where there is no file to read."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError:
        return None

"""Proves a release from its manifest: every byte is unchanged, and the sealed inputs make the same letters.

The manifest is proven by the row of the ledger that has its digest. Without such a row only the digest next
to it remains, which detects accidental damage, but not deliberate tampering.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
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

    digest: str = ""
    """The digest of the manifest; empty if there is none."""

    is_anchored: bool = False
    """Whether the digest is the one that somebody has kept outside the folder."""

    @property
    def is_proven(self) -> bool:
        """Whether every byte is unchanged, and more than the folder itself says so."""
        return not self.faults and (self.is_remade or self.is_anchored)


def short(digest: str) -> str:
    """Return a digest as people write it into minutes and emails: its first half, in groups.

    >>> short("0123456789abcdef" * 4)
    '01234567 89abcdef 01234567 89abcdef'
    """
    return " ".join(digest[start : start + 8] for start in range(0, 32, 8))


def is_of(kept: str, digest: str) -> bool:
    """Return whether a digest that somebody has kept, whole or its beginning, is this one."""
    return digest.startswith("".join(kept.split()).lower())


def prove(folder: Path, *, is_remaking: bool = True, kept: str = "") -> Proof:
    """Compare a release with its manifest, and make its letters again from its sealed inputs.

    Args:
        folder: The release, absolute.
        is_remaking: Whether its letters are made again.
        kept: The digest of its manifest that was kept outside the folder, or its beginning; empty for none.
    """
    proof = _proof(folder, is_remaking=is_remaking)
    data = _bytes(folder / FILE, manifest.MAX_BYTES)
    proof = replace(proof, digest=digest(data) if data is not None else "")
    if not kept or not proof.digest:
        return proof
    if is_of(kept, proof.digest):
        return replace(proof, is_anchored=True)
    fault = ProofFailure(FILE, f"it has another digest than the one that was kept: {short(proof.digest)}")
    return replace(proof, faults=(*proof.faults, fault))


def _proof(folder: Path, *, is_remaking: bool) -> Proof:
    if not folder.is_dir():
        return Proof(folder, (ProofFailure("", "the release is missing, but the ledger records it"),))
    data = _bytes(folder / FILE, manifest.MAX_BYTES)
    if data is None:
        return Proof(folder, (ProofFailure(FILE, "missing, so nothing can be verified"),))
    faults, notes = _manifest_failures(folder, data)
    try:
        content = manifest.read(data)
    except ValueError as error:
        return Proof(folder, (*faults, ProofFailure(FILE, f"cannot be read: {error}")), notes)
    files = files_below(folder)
    leftovers = [name for name in files if _is_left_behind(name) and name not in content.files]
    compared = list(
        _changes(content.files, {name: path for name, path in files.items() if name not in leftovers})
    )
    faults += (*_misplacement(folder, content), *compared)
    notes += tuple(
        f"{name} was created by another program and is not part of the release" for name in leftovers
    )
    if faults or not is_remaking:
        return Proof(folder, faults, notes, len(content.files))
    differing, remarks = _remake(folder, content)
    return Proof(
        folder, differing, (*notes, *remarks), len(content.files), is_remade=not (differing or remarks)
    )


def _manifest_failures(folder: Path, data: bytes) -> tuple[tuple[ProofFailure, ...], tuple[str, ...]]:
    """Return what is wrong with the manifest and its seal, and notes on what could not be proven."""
    is_sealed = _bytes(folder / SEAL, 1_000) == manifest.seal(data)
    rows, notes = _rows(folder)
    number = int(folder.name) if folder.name.isascii() and folder.name.isdigit() else 0
    digests = sorted({row.more.get("manifest", "") for row in layout.rows_of(rows, number)})
    if len(digests) > 1:
        named = " and ".join(map(short, digests))
        fault = f"two rows record release {number}, with different digests: {named}"
        return (ProofFailure(ledger.FILE, fault),), notes
    if not digests:
        notes = (*notes, f"the ledger does not record the digest of {FILE}. Only {SEAL} confirms it")
        return (
            () if is_sealed else (ProofFailure(f"{FILE} or {SEAL}", "changed: they do not match"),)
        ), notes
    if digests != [digest(data)]:
        return (ProofFailure(FILE, "changed: the ledger records a different digest"),), notes
    return (() if is_sealed else (ProofFailure(SEAL, "changed or missing"),)), notes


def _rows(folder: Path) -> tuple[tuple[LedgerRow, ...], tuple[str, ...]]:
    """Return the rows of the response's ledger, if the release is still in the response's folder."""
    if folder.parent.name != layout.RELEASED:
        return (), ()
    try:
        return ledger.read(folder.parent.parent).rows, ()
    except RespondentError as error:
        return (), tuple(str(problem) for problem in error.problems)


def _changes(expected: Mapping[str, str], files: Mapping[str, Path]) -> Iterator[ProofFailure]:
    for name, expected_digest in expected.items():
        path = files.get(name)
        if path is None:
            yield ProofFailure(name, "missing")
        elif (fault := _difference(path, expected_digest)) is not None:
            yield ProofFailure(name, fault)
    for name in files:
        if name not in expected and name not in (FILE, SEAL):
            yield ProofFailure(name, "added: it is not part of the release")


def _difference(path: Path, expected: str) -> str | None:
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return "changed: it is not a regular file"
        return None if digest(path.read_bytes()) == expected else "changed"
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def _misplacement(folder: Path, content: Manifest) -> Iterator[ProofFailure]:
    """Yield a failure if a release has been renamed or moved to another response."""
    if folder.parent.name != layout.RELEASED:
        return
    if folder.name != str(content.release):
        yield ProofFailure(
            "", f"the folder is called {folder.name}, but its manifest belongs to release {content.release}"
        )
    response = folder.parent.parent
    if not layout.is_called(response, content.response):
        yield ProofFailure("", f"this release of `{content.response}` is in the folder of `{response.name}`")


def _remake(folder: Path, content: Manifest) -> tuple[tuple[ProofFailure, ...], tuple[str, ...]]:
    """Make the letters again. Return differences as failures, or as a note if another program made them."""
    try:
        outputs = sealed.outputs(folder, content.response, sealed.load_sealed_office(folder), content.date)
        differing = [
            name
            for name in _outputs(content)
            if name not in outputs or digest(outputs[name]) != content.files[name]
        ]
        fault = "the sealed inputs no longer make these bytes"
    except RespondentError as error:
        differing, fault = (
            list(_outputs(content)),
            f"the sealed inputs no longer make it: {error.problems[0]}",
        )
    if not differing:
        return (), ()
    if changes := differences(content.program, program()):
        return (), (_by_another(len(differing), changes),)
    return tuple(ProofFailure(name, fault) for name in differing), ()


def _by_another(count: int, changes: list[str]) -> str:
    return (
        f"{count} of its letters and trees cannot be made again, because the program has changed since"
        f" ({'; '.join(changes)}). Their digests show that the files are unchanged"
    )


def _outputs(content: Manifest) -> Iterator[str]:
    for name in content.files:
        if name.partition("/")[0] in (layout.LETTERS, layout.TREES):
            yield name


def _is_left_behind(name: str) -> bool:
    file = name.rpartition("/")[2]
    return file in LEFT_BEHIND or file.startswith("~$")


def _bytes(path: Path, limit: int) -> bytes | None:
    """Return the bytes of a file up to one more than `limit`, or nothing if it cannot be read."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError:
        return None

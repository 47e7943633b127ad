"""The real programs that test the letters, and their results."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


@dataclass(frozen=True, slots=True)
class Program:
    """A program that these tests need."""

    command: str
    name: str
    package: str
    """The Debian package that has it."""


PROGRAMS = (
    Program("soffice", "LibreOffice", "libreoffice-writer"),
    Program("chromium", "Chromium", "chromium"),
    Program("pdftotext", "pdftotext", "poppler-utils"),
    Program("omegat", "OmegaT", "omegat"),
)

PYTHON = "/usr/bin/python3"
"""Debian's own Python, which can speak to LibreOffice."""

FONT = "Liberation Sans"
"""It has the widths of Arial, so that pages break here as in Word."""


def missing() -> Iterator[str]:
    """Yield a message for each missing program."""
    for program in PROGRAMS:
        if shutil.which(program.command) is None:
            yield f"{program.name} is missing: install the Debian package {program.package}."
    if subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        yield "LibreOffice cannot be scripted: install the Debian package python3-uno."
    fonts = (
        subprocess.run(["fc-list", FONT], capture_output=True, check=False)
        if shutil.which("fc-list")
        else None
    )
    if fonts is None or not fonts.stdout:
        yield f"The font {FONT} is missing: install the Debian packages fontconfig and fonts-liberation."


def converted(files: Iterable[Path], to: str, folder: Path) -> dict[Path, Path]:
    """Return what LibreOffice makes of files, by file.

    Args:
        files: The files, whose names differ.
        to: The format with its filter, if it needs one: ``pdf``, ``txt:Text (encoded):UTF8``.
        folder: Where it goes.
    """
    targets = {file: folder / f"{file.stem}.{to.partition(':')[0]}" for file in files}
    with TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", to]
        command += ["--outdir", str(folder), *map(str, targets)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    lost = [file.name for file, made in targets.items() if not made.exists()]
    assert not lost, f"LibreOffice could not open {', '.join(lost)}:\n{done.stdout}{done.stderr}"
    return targets


def edited(file: Path, target: Path, *edits: tuple[str, ...], tracked: bool = False) -> Path:
    """Return what a document becomes when it is edited in LibreOffice Writer.

    Args:
        file: The document.
        target: Where it goes, in Word's format.
        edits: What is done, as `edit_in_writer.py` has it: ``("replace", "old words", "new words")``.
        tracked: Whether changes are recorded.
    """
    wishes = target.with_suffix(".json")
    wishes.write_text(json.dumps({"tracked": tracked, "edits": edits}), encoding="utf-8")
    script = Path(__file__).with_name("edit_in_writer.py")
    command = [PYTHON, str(script), str(file), str(target), str(wishes)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, f"LibreOffice could not edit {file.name}:\n{done.stdout}{done.stderr}"
    return target


def texts(files: Iterable[Path], folder: Path) -> dict[Path, list[str]]:
    """Return the lines of the bodies of Word files, as LibreOffice reads them, without empty ones.

    No-break spaces, which keep dates on one line, are spaces.
    """
    made = converted(files, "txt:Text (encoded):UTF8", folder)
    return {
        file: [" ".join(line.split()) for line in text.read_text("utf-8-sig").splitlines() if line.strip()]
        for file, text in made.items()
    }


def pages(files: Iterable[Path], folder: Path) -> dict[Path, list[list[str]]]:
    """Return the lines of each page of Word files, as LibreOffice lays them out, without empty ones."""
    return {file: _pages(pdf) for file, pdf in converted(files, "pdf", folder).items()}


def _pages(pdf: Path) -> list[list[str]]:
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    # The last page ends with a page break too.
    return [
        [re.sub(r"\s+", " ", line).strip() for line in page.splitlines() if line.strip()]
        for page in text.split("\f")[:-1]
    ]


def findings(file: Path) -> list[str]:
    """Return what openxml-audit finds wrong with a Word file."""
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator(max_errors=0).validate(file)
    return [f"{error.part_uri}: {error.path}: {error.description}" for error in result.errors]

"""Shipped templates are found where the package is installed: from a wheel, and from a checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from offices import EXAMPLES, ROOT, SEED

from respondent import resources
from respondent.checks.check import MANUAL


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the sources alone."""
    copy = tmp_path_factory.mktemp("sources")
    for name in ("src", "templates", "pyproject.toml", "README.md", "LICENSE"):
        source = ROOT / name
        shutil.copytree(source, copy / name) if source.is_dir() else shutil.copy(source, copy / name)
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(copy / "dist"),
        str(copy),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = (copy / "dist").glob("*.whl")
    return built


def test_the_wheel_carries_templates_manuals_licence_and_type_marker(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())

    shipped = {
        f"respondent/templates/{file.relative_to(ROOT / 'templates').as_posix()}" for file in _templates()
    }
    assert shipped <= names
    assert {f"respondent/checks/manual/{page.name}" for page in MANUAL.iterdir()} <= names
    assert "respondent/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_a_wheel_install_makes_the_letters_with_its_own_templates(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run([sys.executable, *install], check=True, capture_output=True)
    here = subprocess.run(
        [sys.executable, "-c", "from respondent import resources; print(resources.templates())"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=_environment(target),
    )
    seed, out = EXAMPLES / "gwent" / "responses" / SEED, tmp_path / "out"
    subprocess.run(
        [sys.executable, "-m", "respondent", "draft", str(seed), "--out", str(out)],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env=_environment(target),
    )

    assert Path(here.stdout.strip()) == target / "respondent" / "templates"
    assert len([file for file in out.iterdir() if file.suffix != ".json"]) == 6


def test_a_checkout_reads_the_templates_where_they_are_edited() -> None:
    assert resources.templates() == ROOT / "templates"


def test_the_same_letters_come_out_twice_in_two_processes(tmp_path: Path) -> None:
    for name, seed in (("one", "1"), ("two", "2")):
        subprocess.run(
            [sys.executable, "-m", "respondent", "draft", str(EXAMPLES), "--out", str(tmp_path / name)],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )

    first, second = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("one", "two")
    )
    assert len(first) > 6
    assert first == second


def _templates() -> list[Path]:
    return [file for file in (ROOT / "templates").rglob("*") if file.is_file()]


def _environment(target: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(target)}

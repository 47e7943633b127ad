"""Sampled mutation test: change one expression of a module, run the tests of its package, list what no test noticed.

The sample is drawn by a seed, so that a run can be repeated. Everything happens in a copy of the tree.

    python scripts/soak_mutation.py [--seed N] [--minutes N] [--count N] [--package NAME]
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
COPIED = (
    "src",
    "tests",
    "templates",
    "examples",
    "docs",
    "scripts",
    "pyproject.toml",
    "README.md",
    "Makefile",
)

# A mutant that loops for ever is noticed, too: it is killed by the clock. The slowest package takes a minute.
TIMEOUT = 240  # twice at most after the last minute: a part of soak ends within 20 minutes

# Packages that have their tests, or most of them, with the packages that use them.
TESTED_BY = {"linguistics": ("tests/checks",), "batch": ("tests/cli",), "production": ("tests/release",)}

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


class Mutant(NamedTuple):
    """One changed expression of a file."""

    file: Path
    line: int
    before: str
    after: str
    start: int
    end: int
    """Where the expression stands in the file, in bytes."""

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}: {self.before}  →  {self.after}"

    def source(self) -> bytes:
        """Return the file with the change."""
        data = self.file.read_bytes()
        # In brackets, so that what stands around it binds as before.
        return data[: self.start] + f"({self.after})".encode() + data[self.end :]


def changed(node: ast.expr) -> ast.expr | None:
    """Return an expression that means something else; nothing where no rule changes it."""
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=comparators) if type(operator) in COMPARISONS:
            return ast.Compare(left, [COMPARISONS[type(operator)]()], comparators)
        case ast.BoolOp(op=operator, values=values):
            return ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in OPERATORS:
            return ast.BinOp(left, OPERATORS[type(operator)](), right)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return ast.IfExp(test, orelse, body)
        case ast.Constant(value=bool() | int() as value):
            return ast.Constant(not value if isinstance(value, bool) else value + 1)
    return None  # strings among them: half of all expressions, and most are words of tables and messages


def is_skipped(node: ast.AST, parent: ast.AST) -> bool:
    """Return whether a node never runs, or cannot be changed in its place: types, parts of f-strings, patterns."""
    if isinstance(node, ast.If):
        return "TYPE_CHECKING" in ast.unparse(node.test)
    is_type = node in (getattr(parent, "annotation", None), getattr(parent, "returns", None))
    return is_type or isinstance(node, ast.JoinedStr | ast.MatchValue)


def expressions(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield the expressions that run."""
    for child in ast.iter_child_nodes(tree):
        if is_skipped(child, tree):
            continue
        if isinstance(child, ast.expr):
            yield child
        yield from expressions(child)


def mutants(package: str) -> list[Mutant]:
    """Return every mutant of a package, or of all; the command line is left out, whose help is half of it."""
    result = []
    for file in sorted((ROOT / "src/respondent" / package).rglob("*.py")):
        source = file.read_bytes()
        starts = [0]
        for line in source.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        for node in expressions(ast.parse(source)):
            after = changed(node)
            if after is None or file.parent.name == "cli":
                continue
            start = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
            result.append(Mutant(file, node.lineno, ast.unparse(node), ast.unparse(after), start, end))
    return result


def tests_of(file: Path) -> tuple[str, ...]:
    """Return the tests that must notice a change: those of the package, its doctests, and those of whole letters."""
    package = file.relative_to(ROOT / "src/respondent").parts[0].removesuffix(".py")
    paths = (
        f"tests/{package}",
        f"tests/{package}_test.py",
        *TESTED_BY.get(package, ()),
        f"src/respondent/{package}",
    )
    return tuple(path for path in (*paths, "tests/golden") if (ROOT / path).exists())


@cache
def passes(tests: tuple[str, ...], copy: Path) -> bool:
    """Return whether tests pass before anything is changed; if not, no change could be noticed by them."""
    return run(tests, copy)


def run(tests: tuple[str, ...], copy: Path) -> bool:
    """Return whether tests pass in the copy."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "auto", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=TIMEOUT, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def survives(mutant: Mutant, copy: Path) -> bool:
    """Return whether the tests pass with the change."""
    file = copy / mutant.file.relative_to(ROOT)
    original = file.read_bytes()
    file.write_bytes(mutant.source())
    try:
        return run(tests_of(mutant.file), copy)
    finally:
        file.write_bytes(original)


def main() -> None:
    """Draw the sample, try each mutant and list the survivors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--seed", type=int, default=int(time.strftime("%Y%m%d")), help="today's date if left out"
    )
    parser.add_argument("--minutes", type=float, default=12, help="no mutant is begun after so many minutes")
    parser.add_argument("--count", type=int, default=1000, help="how many mutants at most")
    parser.add_argument("--package", default="", help="a package of src/respondent; all if left out")
    options = parser.parse_args()

    everything = mutants(options.package)
    sample = random.Random(options.seed).sample(everything, min(options.count, len(everything)))
    print(f"{len(everything):,} mutants; seed {options.seed}", flush=True)
    begin, tried, survivors = time.monotonic(), 0, []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, copy / name)
        for mutant in sample:
            if time.monotonic() - begin > options.minutes * 60:
                break
            tests = tests_of(mutant.file)
            if not passes(tests, copy):
                raise SystemExit(f"these tests fail before anything is changed: {' '.join(tests)}")
            tried += 1
            if survives(mutant, copy):
                survivors.append(mutant)
                print(f"survived  {mutant}", flush=True)
    minutes = (time.monotonic() - begin) / 60
    print(
        f"{tried} tried in {minutes:.1f} minutes, {tried - len(survivors)} noticed, {len(survivors)} survived"
    )


if __name__ == "__main__":
    main()

"""Measures `respondent status`: 1,000 responses of 40 texts, each with its ledger.

python benchmarks/status.py
"""

from __future__ import annotations

import resource
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from material import long_workspace

from respondent.language import Language
from respondent.ledger.approve import Approval, approve
from respondent.ledger.state import State

RESPONSES, FIELDS = 1_000, 40


def main() -> None:
    """Print the time of the command as a whole process, and its highest memory use."""
    with TemporaryDirectory() as folder:
        files = long_workspace(Path(folder), RESPONSES, FIELDS)
        approval = Approval(
            by="Nia", at=datetime(2026, 11, 24, tzinfo=UTC), state=State.REVIEWED, languages=list(Language)
        )
        for file in files:
            approve(file, approval)
        command = [sys.executable, "-m", "respondent", "status", folder]
        times = []
        for _ in range(3):
            start = perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            times.append(perf_counter() - start)
    listed = sum(line.startswith("response-") for line in done.stdout.split("\n\n")[-1].splitlines())
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"status of {listed:,} responses of {FIELDS} texts: {sorted(times)[1]:.1f} s ({peak:.0f} MB)")


if __name__ == "__main__":
    main()

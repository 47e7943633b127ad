"""Kill a release 217 times, at its file operations and at any moment: it is there whole or not at all.

python scripts/soak_kills.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = "gwent"
RESPONSE = "responses/2019-stalking-and-harassment/response.yaml"


def main() -> int:
    """Print what happened; the program that kills itself fails on the first release that is not whole."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with tempfile.TemporaryDirectory() as folder:
        workspace = shutil.copytree(ROOT / "examples" / EXAMPLE, Path(folder) / EXAMPLE)
        killing = [
            sys.executable,
            str(ROOT / "tests/release/killing.py"),
            str(workspace / RESPONSE),
            "115",
            "90",
        ]
        return subprocess.run(killing, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

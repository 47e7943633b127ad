"""Plants 40 faults of each kind in good pairs of letters, and counts those that the checks see."""

from __future__ import annotations

import os
import subprocess
import sys

FAULTS = "40"

command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "tests/checks/planted_test.py"]
sys.exit(subprocess.run(command, env={**os.environ, "PLANTED": FAULTS}, check=False).returncode)

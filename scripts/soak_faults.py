"""Disturbs each command that writes two files at each of its operations: stopped, refused, the disk full."""

from __future__ import annotations

import os
import subprocess
import sys

command = [sys.executable, "-m", "pytest", "-q", "tests/faults"]
sys.exit(subprocess.run(command, env={**os.environ, "FAULTS_EVERY": "1"}, check=False).returncode)

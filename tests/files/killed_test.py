"""Writers that are killed at any moment, and two at once: files and lines are whole each time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from respondent.files import lines
from respondent.files.yaml import read

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no fork and no SIGKILL")

KILLER = """
import os, random, signal, sys, time
from itertools import count
from pathlib import Path
from respondent.files import lines, rewrite
from respondent.files.lock import exclusive

path, times, kind = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
chance = random.Random(7)

def appending():
    for number in count():
        with exclusive(path.parent):
            lines.append(path, ['{"n": %d, "text": "%s"}' % (number, "x" * chance.randrange(2_000))] * 2)

def rewriting():
    for number in count(1):
        rewrite.write(path, path.read_bytes(), {("t", "cy"): ("gair %d " % number) * chance.randrange(1, 3_000) + "diwedd"})

for _ in range(times):
    before = path.stat()
    child = os.fork()
    if not child:
        try:
            {"appending": appending, "rewriting": rewriting}[kind]()
        finally:
            os._exit(1)
    while True:  # once it has begun to write
        now = path.stat()
        if (now.st_mtime_ns, now.st_size, now.st_ino) != (before.st_mtime_ns, before.st_size, before.st_ino):
            break
        if os.waitpid(child, os.WNOHANG)[0]:
            sys.exit("the writer ended by itself")
        time.sleep(0.0005)
    time.sleep(chance.random() * 0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    sys.stdout.buffer.write(b"%d\\n" % path.stat().st_size + (path.read_bytes() if kind == "rewriting" else b""))
sys.stdout.flush()
"""

APPENDER = """
import sys
from itertools import pairwise
from pathlib import Path
from respondent.files import lines
from respondent.files.lock import exclusive
for number in range(int(sys.argv[3])):
    with exclusive(Path(sys.argv[1]).parent, wait=60):
        lines.append(Path(sys.argv[1]), [f"{sys.argv[2]} {number} a", f"{sys.argv[2]} {number} b"])
"""


def run(script: str, *arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE)


def test_lines_are_whole_when_their_writer_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b"")
    with run(KILLER, path, 100, "appending") as killer:
        assert killer.stdout
        sizes = [int(line) for line in killer.stdout]
    assert killer.returncode == 0
    data = path.read_bytes()
    assert len(sizes) == 100
    for start, end in pairwise([0, *sizes]):
        # What one writer added: a line end first, if the one before was cut off in its last line.
        *whole, cut = data[start:end].removeprefix(b"\n").split(b"\n")
        assert all(json.loads(line).keys() == {"n", "text"} for line in whole)
        assert cut == b"" or cut.startswith(b'{"n": ')
    assert len(lines.read(path)) > 200


def test_a_file_is_whole_when_its_writer_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "response.yaml"
    before, after = "# c\nt:\n  cy: ", " # d\n  en: x\n\n# e\n"
    path.write_text(f"{before}hen{after}", encoding="utf-8")
    with run(KILLER, path, 100, "rewriting") as killer:
        assert killer.stdout
        found = killer.stdout
        for _ in range(100):
            data = found.read(int(found.readline() or 0))
            value = read(data, "r").value
            assert isinstance(value, dict)
            assert value["t"]["cy"].endswith("diwedd")
            assert value == {"t": {"cy": value["t"]["cy"], "en": "x"}}
            assert data.startswith(before.encode())
            assert data.endswith(b"\n  en: x\n\n# e\n")
    assert killer.returncode == 0


def test_two_writers_neither_lose_nor_mix_lines(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    with run(APPENDER, path, "cy", 200) as welsh, run(APPENDER, path, "en", 200) as english:
        pass
    assert (welsh.returncode, english.returncode) == (0, 0)
    found = [line.decode().split() for _, line in lines.read(path)]
    for name in ("cy", "en"):
        mine = [(number, part) for who, number, part in found if who == name]
        assert mine == [(str(number), part) for number in range(200) for part in "ab"]
    assert all(first[:2] == second[:2] for first, second in zip(found[::2], found[1::2], strict=True))

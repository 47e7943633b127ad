"""Releases a response again and again, and kills itself at it: a program of its own, run by `killed_test.py`.

    python killing.py RESPONSE STEPS TIMES

First it is killed at file operations, up to STEPS of them spread over a release; then TIMES at any moment.
After each the releases are looked at: either there is none, or a whole one. Prints what happened as JSON.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from respondent.files.folder import discard
from respondent.ledger import ledger
from respondent.release.layout import leftovers, releases_of, row_of
from respondent.release.make import ReleaseOptions, release
from respondent.release.proof import prove

WANTED = ReleaseOptions(by="Nia Rhys", at=datetime(2026, 11, 24, 12, 0, tzinfo=UTC), today=date(2026, 11, 24))

LAST = 12
"""How many operations from the one on that gives a release its name: among them that which writes its row."""

LONGEST = 0.15
"""After how many seconds the last is killed of those that are killed at any moment."""

EVENTS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate"}


def main(file: Path, steps: int, times: int) -> dict[str, object]:
    """Return how often a release was cut short, and how many were whole after."""
    folder = file.parent
    tally = {"kills": 0, "cut": 0, "whole": 0, "without a row": 0, "leftovers": 0}
    operations = counted(file)
    for step in (operations * one // steps for one in range(steps)):
        look(folder, tally, killed(file, partial(at_step, step)))
    for step in range(LAST):
        look(folder, tally, killed(file, partial(at_step, step, since="os.rename")))
    draw = random.Random(2026)
    for _ in range(times):
        look(folder, tally, killed(file, lambda: None, delay=draw.uniform(0, LONGEST)))
    done = release(file, WANTED, ())
    assert done.folder is not None
    assert not list(leftovers(folder)), "folders of releases that were cut short are left"
    rows = ledger.read(folder).rows
    assert all(row_of(rows, number) for number in releases_of(folder)), "a release has no row"
    numbers = [row.more["release"] for row in rows]
    assert len(numbers) == len(set(numbers)), "a number was given twice"
    assert prove(done.folder).is_remade
    return {**tally, "operations": operations}


def counted(file: Path) -> int:
    """Return how many file operations a release takes."""
    read, write = os.pipe()
    if os.fork() == 0:
        seen = [0]
        sys.addaudithook(lambda event, _: seen.__setitem__(0, seen[0] + (event in EVENTS)))
        release(file, WANTED, ())
        os.write(write, str(seen[0]).encode())
        os._exit(0)
    os.wait()
    return int(os.read(read, 20))


def killed(file: Path, prepare: Callable[[], None], delay: float | None = None) -> bool:
    """Release in a child that kills itself, or is killed after some seconds; return whether it was."""
    child = os.fork()
    if child == 0:
        prepare()
        while True:
            release(file, WANTED, ())
            if delay is None:
                os._exit(0)
    if delay is not None:
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def at_step(step: int, since: str = "") -> None:
    """Let this process be killed at a file operation, counted from the first one of a kind on."""
    state = {"left": step, "counts": not since}

    def hook(event: str, _: object) -> None:
        state["counts"] = state["counts"] or event == since
        if event in EVENTS and state["counts"]:
            if state["left"] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            state["left"] -= 1

    sys.addaudithook(hook)


def look(folder: Path, tally: dict[str, int], was_killed: bool) -> None:
    """Hold that all releases are whole; take those with a row away, so that the next look is quick."""
    rows = ledger.read(folder)
    assert not rows.problems, rows.problems
    left = list(leftovers(folder))
    found = releases_of(folder)
    visible = {one.name for one in (folder / "released").glob("[!.]*")}
    assert visible == {str(number) for number in found}
    for number, one in found.items():
        proof = prove(one, is_remaking=False)
        assert not proof.faults, proof.faults
        if row_of(rows.rows, number):
            tally["whole"] += 1
            discard(one)
        else:
            tally["without a row"] += 1
    tally["kills"] += was_killed
    tally["cut"] += was_killed and bool(left)
    tally["leftovers"] += len(left)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))

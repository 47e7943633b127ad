"""Measures translators' files: 1,000 responses of 40 texts sent as XLIFF, translated and imported, and the memory used.

python benchmarks/exchange.py
"""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from respondent import take
from respondent.changes.submission import Submission
from respondent.files import workspace
from respondent.memory.sources import load_memory
from respondent.production.office import load_office
from respondent.translation import send

RESPONSES, TEXTS, MISSING = 1_000, 40, 20
MOST_SECONDS, MOST_MEMORY = 60, 300
"""What is aimed at: seconds for all of them there and back, megabytes."""

ROOT = Path(__file__).parents[1]
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ORDER = send.SendOptions(by="Ann", at=NOON, today=NOON.date(), to="Cyfieithu Cymru")
HANDED = Submission("Nia", NOON, "xliff", "take-1")

_HEAD = """\
letter:
  date: 2026-11-20
  recipients: [home-secretary]
reports:
  - id: custody
    inspectorate: hmicfrs
    title:
      en: Custody
    force: {cy: Heddlu Gwent, en: Gwent Police}
    kind: report
    published: 2026-10-01
recommendations:
  - id: one
    report: custody
    number: "1"
    addressees: [chief constables]
    text:
      en: Forces should record it.
evidence:
"""
_ENGLISH = "In month {n} of response {of} we looked at {n} {b}cases{b} and found that officers record them as they should."
_WELSH = "Ym mis {n} o ymateb {of} edrychwyd ar {n} {b}achos{b} a gwelwyd bod swyddogion yn eu cofnodi fel y dylent."


def main() -> None:
    """Measure and print in a separate process, so that making the files is not counted."""
    with TemporaryDirectory() as folder:
        make(Path(folder))
        subprocess.run([sys.executable, __file__, folder], check=True)


def make(root: Path) -> None:
    """Make a workspace of responses, half of whose texts have no Welsh."""
    shutil.copy(ROOT / "examples/gwent/office.yaml", root)
    for number in range(RESPONSES):
        folder = root / "responses" / f"response-{number:04}"
        folder.mkdir(parents=True)
        texts = "".join(text(number, index) for index in range(TEXTS))
        (folder / "response.yaml").write_text(_HEAD + texts, encoding="utf-8")


def text(number: int, index: int) -> str:
    """Return a text as `response.yaml` has it; every fourth has words in bold."""
    about = {"n": index, "of": number, "b": "" if index % 4 else "**"}
    welsh = f"      cy: >-\n        {_WELSH.format(**about)}\n" if index >= MISSING else ""
    english = f"      en: >-\n        {_ENGLISH.format(**about)}\n"
    return f"  - id: text-{index}\n    answers: [one]\n    by: force\n    text:\n{welsh}{english}"


def measure(root: Path) -> None:
    """Print the time and memory for sending all responses and importing them again."""
    place = workspace.find(root)
    files, _ = workspace.responses([root])
    begin = perf_counter()
    sender = send.Sender(load_office(place), load_memory(place).memory)
    folders = [send.send(file, sender, ORDER, root / "sent")[1] for file in files]
    sent = perf_counter() - begin
    for folder in folders:
        assert folder
        translate(next(folder.glob("*.xlf")))
    begin = perf_counter()
    count, responses = 0, take.Responses(files)
    for folder in folders:
        assert folder
        arrival = take.read_returned(next(folder.glob("*.xlf")))
        taking = take.take(responses.of(arrival), arrival.returns, HANDED)
        count += len(taking.changes)
    taken = perf_counter() - begin
    assert count == RESPONSES * MISSING, count
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{RESPONSES:,} responses of {TEXTS} texts, {MISSING} of them without Welsh, {date.today()}")
    print(f"  sent in {sent:.1f} s, taken in {taken:.1f} s: {sent + taken:.1f} s of {MOST_SECONDS}")
    print(f"  {memory:.0f} MB of {MOST_MEMORY}")


def translate(file: Path) -> None:
    """Put Welsh into the empty targets of a file, as a translator would."""
    text = file.read_text(encoding="utf-8")
    file.write_text(_EMPTY.sub(_translated, text), encoding="utf-8")


_EMPTY = re.compile(
    r"(In month (\d+) of response (\d+) we looked at \d+ (<g [^>]*>)?.*?<target [^>]*)/>", re.DOTALL
)


def _translated(match: re.Match[str]) -> str:
    head, month, response, code = match.groups()
    case = f"{code}achos</g>" if code else "achos"
    return f"{head}>Ym mis {month} o ymateb {response} edrychwyd ar {month} {case}.</target>"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(Path(sys.argv[1]))
    else:
        main()

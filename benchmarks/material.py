"""Letters whose names, numbers and words all differ, made of the example."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from respondent import produce
from respondent.files import workspace
from respondent.produce import Desk
from respondent.response.reading import ResponseFile

EXAMPLE = Path(__file__).parents[1] / "examples" / "gwent"
RESPONSE = EXAMPLE / "responses" / "2019-stalking-and-harassment" / "response.yaml"

FORCES = (
    "Avon and Somerset",
    "Cleveland",
    "Cumbria",
    "Dorset",
    "Essex",
    "Kent",
    "Lancashire",
    "Norfolk",
    "Sussex",
)


def desk(folder: Path) -> Desk:
    """Return the desk of a copy of the example in a folder."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    return produce.desk(workspace.find(folder))


def responses(at: Desk, count: int) -> Iterator[ResponseFile]:
    """Yield responses, read from files as those of an office are, no two with the same words."""
    text = RESPONSE.read_text("utf-8")
    words = sorted({word for word in text.split() if word.isalpha() and word.islower()})
    file = at.workspace.root / "responses" / "bench" / "response.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        file.write_text(_varied(text, words, number), "utf-8")
        yield produce.read(file, at)


def _varied(text: str, words: list[str], number: int) -> str:
    random = Random(number)  # the letters are the same in every run
    text = text.replace("Sussex", f"{random.choice(FORCES)} {number}")
    text = re.sub(r"\b(20|100|800)(?=[ -])", lambda _: str(random.randrange(2, 2_000)), text)
    start = text.index("\nevidence:")
    sentence = r"(?m)^      (?:cy|en): >-\n"
    added = re.sub(
        sentence,
        lambda match: f"{match[0]}        {number}: {' '.join(random.sample(words, 12))}.\n",
        text[start:],
    )
    return text[:start] + added

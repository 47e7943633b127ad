"""Letters made from the example, with different names, numbers and words."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from respondent.files import workspace
from respondent.production.letters import load_response
from respondent.production.office import OfficeContext, load_office
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


def desk(folder: Path) -> OfficeContext:
    """Return the desk of a copy of the example in a folder."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    return load_office(workspace.find(folder))


def responses(office: OfficeContext, count: int) -> Iterator[ResponseFile]:
    """Yield responses, read from files as those of an office are, no two with the same words."""
    text = RESPONSE.read_text("utf-8")
    words = sorted({word for word in text.split() if word.isalpha() and word.islower()})
    file = office.workspace.root / "responses" / "bench" / "response.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        file.write_text(_varied(text, words, number), "utf-8")
        yield load_response(file, office)


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


def long_workspace(folder: Path, count: int, fields: int) -> list[Path]:
    """Write a workspace with a number of responses and texts in each, and return their files."""
    shutil.copy(EXAMPLE / "office.yaml", folder)
    texts = re.findall(r"[a-zâêîôûŵŷ']+", RESPONSE.read_text("utf-8"))
    files = []
    for number in range(count):
        file = folder / "responses" / f"response-{number:04}" / "response.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(_long(Random(number), texts, fields), "utf-8")
        files.append(file)
    return files


_HEAD = """\
letter:
  date: 2019-05-14
  recipients: [home-secretary]
reports:
  - id: sussex
    inspectorate: hmicfrs
    title: {en: Stalking and harassment}
    published: 2019-04-10
"""


def _long(random: Random, words: list[str], fields: int) -> str:
    """Return a response with half recommendations, which are quoted, and half evidence in both languages."""
    half = (fields - 1) // 2
    lines = [_HEAD, "recommendations:"]
    for number in range(fields - 1 - half):
        lines += [
            f"  - id: r{number}",
            "    report: sussex",
            "    addressees: [chief constables]",
            "    text:",
        ]
        lines += [f"      en: >-\n        {' '.join(random.choices(words, k=30))}"]
    lines += ["evidence:"]
    for number in range(half):
        lines += [f"  - id: e{number}", f"    answers: [r{number}]", "    by: force", "    text:"]
        for language in ("cy", "en"):
            lines += [f"      {language}: >-\n        {' '.join(random.choices(words, k=60))}"]
    return "\n".join(lines) + "\n"

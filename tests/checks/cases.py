"""The prose cases of checks: each YAML block below *Cases* on the manual page of a check is a case.

The heading above a block is the case's title. A block has these keys, all but `finds` optional:

- `example`: the response to start from: `compliant` (if left out), or `as-sent`, the letter of 2019 as it was sent.
  What `compliant` changes stands in `compliant.yaml`.
- `response`: a whole response in the place of the example's.
- `change`, `office`: values of the response or the office, by path: `letter.date: 2019-06-05`. Items of lists go by
  their id, and one that is not there yet is added: `answers.records.action_taken.en: I have …`. A `~` takes a value
  away.
- `typed`: texts of the response by path, with characters that nobody sees by their codes: `adrodd{U+00AD}iad`.
- `tree`: edits of the letters after they were rendered: a list of verbs, see `trees.changed`.
- `ledger`: rows, each with at least a kind; a plain text stands for a damaged line.
- `office_ledger`: rows of the ledger beside `office.yaml`.
- `terms`: rows of the office's `terms.csv`, by column.
- `templates`: templates of the office: `cy/parts/closing.md.j2`, with their text.
- `today`: the day on which the check looks; if left out, 2019-05-14, the date of the letter.
- `finds`: what the check must find, and nothing else: a list of `place: words`, in the order in which findings are
  shown; `[]` if it is quiet. The place is the path in the response (`office:` or `ledger:` before a path of those),
  then the block with the letter, as far as the finding names them: `letter.date`, `notice (cy)`,
  `office:notices.own`, `recommendations.first, notice (en)`. The words are a part of what the finding says.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from checks import trees
from offices import EXAMPLES

from respondent.checks.case import Case
from respondent.checks.check import Check
from respondent.checks.engine import look
from respondent.checks.finding import Finding
from respondent.errors import Problem
from respondent.files.source import Source, ValuePath
from respondent.files.text import cleaned
from respondent.files.workspace import Workspace
from respondent.files.yaml import read as read_yaml
from respondent.language import Pair
from respondent.ledger.ledger import Ledger
from respondent.ledger.row import row_of
from respondent.letter.compose import names_of
from respondent.production.letters import assemble
from respondent.production.office import OfficeContext, load_office
from respondent.response.labels import shipped_labels
from respondent.response.reading import read_office, read_response

FOLDER = Path(__file__).parent
GWENT = EXAMPLES / "gwent"
AS_SENT = GWENT / "responses" / "2019-stalking-and-harassment" / "response.yaml"

COMPLIANT = FOLDER / "compliant.yaml"
"""What it lacks before the law, as changes of it."""

KEYS = {
    "example",
    "response",
    "change",
    "typed",
    "office",
    "tree",
    "ledger",
    "office_ledger",
    "terms",
    "templates",
    "today",
    "finds",
}

_CODE = re.compile(r"\{U\+([0-9A-F]{4})\}")
_BLOCK = re.compile(r"^#+ +(?P<title>.+?)$|^```yaml\n(?P<block>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Prose:
    """One case of a check."""

    check: Check
    title: str
    says: Mapping[str, Any]

    @property
    def finds(self) -> list[str]:
        """What the check must find."""
        return list(self.says["finds"])

    def findings(self) -> list[Finding]:
        """Return what the check does find."""
        return look(case(self.says), [self.check])


def cases(check: Check) -> list[Prose]:
    """Return the cases on the page of a check."""
    prose, title = [], ""
    for match in _BLOCK.finditer(check.cases):
        title = match["title"] or title
        if match["block"] is not None:
            says = _values(match["block"], f"{check.id}.md")
            assert "finds" in says, f"{check.id}.md, {title}: no `finds`"
            assert set(says) <= KEYS, f"{check.id}.md, {title}: unknown keys {set(says) - KEYS}"
            prose.append(Prose(check, title, says))
    return prose


def case(says: Mapping[str, Any]) -> Case:
    """Return the case that a block describes."""
    desk = _desk(json.dumps(says.get("office") or {}), json.dumps(says.get("templates") or {}))
    today = date.fromisoformat(says.get("today") or "2019-05-14")
    read = read_response(_source("response.yaml", _response(says)), desk.office)
    assembly = assemble(read, "case", desk, today)
    documents = {document.language: document for _, document in assembly.two_files()}
    return Case(
        response=read,
        office=desk.office,
        ledger=_ledger(says.get("ledger") or ()),
        office_ledger=_ledger(says.get("office_ledger") or ()),
        letters=assembly.letters,
        documents=trees.changed(Pair.of(lambda language: documents[language]), says.get("tree") or ()),
        today=today,
        terms=[_Term(one) for one in says.get("terms") or ()],
        overrides=desk.overrides,
    )


def _response(says: Mapping[str, Any]) -> Mapping[str, Any]:
    values = says.get("response") or _example(AS_SENT)
    if "response" not in says and says.get("example", "compliant") == "compliant":
        values = changed(values, _example(COMPLIANT))
    typed = {
        path: _CODE.sub(lambda code: chr(int(code[1], 16)), text)
        for path, text in says.get("typed", {}).items()
    }
    return changed(values, {**(says.get("change") or {}), **typed})


def shown(finding: Finding, letter_case: Case) -> str:
    """Return a finding as cases write it."""
    fact = finding.fact
    source = letter_case.office.source if fact.file == "office" else letter_case.response.source
    path = _path(source.value, fact.path)
    where = f"{fact.file}:{path}".removesuffix(":") if fact.file != "response" else path
    return f"{', '.join(filter(None, (where, fact.letter)))}: {fact.what}"


def changed(values: Mapping[str, Any], changes: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return values with those of some paths set, or taken away for none."""
    found = deepcopy(dict(values))
    for path, new in changes.items():
        _set(found, path.split("."), new)
    return found


def _set(values: dict[str, Any] | list[Any], path: Sequence[str], new: object) -> None:
    step, *rest = path
    if isinstance(values, list):
        _set_item(values, step, rest, new)
    elif rest:
        below = values.get(step)
        if below is None:
            below = values[step] = [] if step in _LISTS else {}
        _set(below, rest, new)
    elif new is None:
        values.pop(step, None)
    else:
        values[step] = deepcopy(new)


def _set_item(values: list[Any], id: str, rest: Sequence[str], new: object) -> None:
    found = next((one for one in values if one["id"] == id), None)
    if rest:
        if found is None:
            values.append(found := {"id": id})
        _set(found, rest, new)
        return
    assert isinstance(new, dict) or (new is None and found), f"no item {id}"
    at = values.index(found) if found else len(values)
    values[at : at + 1] = [] if new is None else [{"id": id, **deepcopy(new)}]


_LISTS = {
    *("reports", "recommendations", "evidence", "answers", "commitments"),
    *("notices", "statutory_sentences", "periods", "people"),
}


@cache
def _desk(changes: str, templates: str) -> OfficeContext:
    """Return the desk of the example with the office changed; the changes are JSON, which a cache can keep."""
    values = changed(_example(GWENT / "office.yaml"), json.loads(changes))
    office = read_office(_source("office.yaml", values), shipped_labels().en)
    return replace(_plain_desk(templates), office=office, names=names_of(office, shipped_labels()))


@cache
def _plain_desk(templates: str) -> OfficeContext:
    folder = Path(tempfile.mkdtemp()).resolve()
    for name, text in json.loads(templates).items():
        file = folder / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "office.yaml").write_bytes((GWENT / "office.yaml").read_bytes())
    return load_office(Workspace(folder))


@cache
def _example(file: Path) -> Mapping[str, Any]:
    return _values(file.read_text(encoding="utf-8"), file.name)


def _values(text: str, name: str) -> Mapping[str, Any]:
    value = read_yaml(text.encode(), name).value
    assert isinstance(value, dict)
    return value


def _source(name: str, value: Mapping[str, Any]) -> Source:
    # JSON is YAML: what the reader notes of these values is what it would note of the file.
    text = json.dumps(value, ensure_ascii=False)
    notes = read_yaml(text.encode(), name).notes if cleaned(text)[1] else ()
    return Source(name, value, {}, notes=notes)


class _Term(NamedTuple):
    """A row of a table of terms."""

    cells: Mapping[str, str]


def _ledger(says: Sequence[Mapping[str, str] | str]) -> Ledger:
    rows = [row_of(_row(one)) for one in says if not isinstance(one, str)]
    problems = [
        Problem(f"ledger.jsonl:{line}", "the line is damaged", "say it again", line)
        for line, one in enumerate(says, start=1)
        if isinstance(one, str)
    ]
    return Ledger(tuple(rows), tuple(problems))


def _row(says: Mapping[str, str]) -> Mapping[str, object]:
    return {"v": 1, "by": "A. Reader", "at": "2019-05-13T09:00:00+00:00", **says}


def _path(values: object, path: ValuePath) -> str:
    """Return a path with the ids of items in the place of their numbers."""
    steps: list[str] = []
    for step in path:
        inner: Any = None
        if isinstance(values, list) and isinstance(step, int) and step < len(values):
            inner = values[step]
        elif isinstance(values, dict):
            inner = values.get(step)
        steps.append(
            str(inner["id"] if isinstance(step, int) and isinstance(inner, dict) and "id" in inner else step)
        )
        values = inner
    return ".".join(steps)

"""Handing a response over to a translator: one folder with what is to be translated, and what helps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from respondent.files import atomic, workspace
from respondent.language import NAMES, Language, Pair
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.memory import tmx_writer
from respondent.memory.memory import Memory
from respondent.memory.tmx_writer import RememberedPair
from respondent.production.letters import OutputFile, draft_letters, load_response
from respondent.production.office import OfficeContext
from respondent.response.deadline import first_to_end
from respondent.response.holidays import working_day_by
from respondent.response.model import Response
from respondent.response.office import Contacts, holding_on
from respondent.response.reading import ResponseFile
from respondent.response.terms import load
from respondent.translation import glossary as terms
from respondent.translation import omegat
from respondent.translation.sent import KEYS, SENT
from respondent.translation.table import writing as table
from respondent.translation.units import Unit, units
from respondent.translation.xliff import writing as xliff
from respondent.translation.xliff.writing import XliffSheet

DAYS_AFTER = 10
"""How many days are left for reading, sign-off and publication when the translation is due."""

CUTOFF = 70.0
"""How like a remembered text must be to go along, of 100."""

_MOST = 5
"""How many remembered texts go along for one unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOptions:
    """What is to be sent, to whom, and how."""

    by: str
    at: datetime
    today: date
    to: str = ""
    form: str = "xliff"
    """``xliff``, ``table``, or ``tmx`` for the memory and the reference alone."""

    is_filled: bool = False
    """Whether it is for OmegaT: a project, in which targets without a translation hold the source."""

    is_all: bool = False
    tags: Pair[str] = xliff.TAGS
    due: date | None = None


@dataclass(frozen=True, slots=True)
class WordCount:
    """Texts to translate and their words, by how much of them the memory has."""

    texts: int
    new: int
    fuzzy: int
    exact: int

    @property
    def words(self) -> int:
        """All words."""
        return self.new + self.fuzzy + self.exact


@dataclass(frozen=True, slots=True)
class Handover:
    """What is handed over."""

    files: tuple[OutputFile, ...]
    """None where there is nothing to translate."""

    counts: Mapping[Language, WordCount]
    """By the language of the source."""

    due: date | None
    row: LedgerRow | None
    """What the ledger is to hold once the files stand."""


class Sender:
    """What all handovers of one office share."""

    def __init__(self, desk: OfficeContext, memory: Memory) -> None:
        """Take the office's desk and the memory of its workspace."""
        self.desk = desk
        self.memory = memory

    @cached_property
    def glossary(self) -> terms.Glossary:
        """The terms of the office and those that are shipped."""
        return terms.glossary(load(self.desk.workspace))

    def hand_over(self, file: Path, order: SendOptions) -> Handover:
        """Return what is handed over of a response; nothing has been written.

        Raises:
            InputError: if the response, its ledger or a template cannot be read.
        """
        response = load_response(file, self.desk)
        rows = ledger.read(file.parent).rows
        found = units(response.facts, rows, is_all=order.is_all)
        directions = {language: [one for one in found if one.language == language] for language in Language}
        wanted = {
            language: ones for language, ones in directions.items() if any(not one.is_locked for one in ones)
        }
        return _Packing(self, file, response, order, wanted).handover()


@dataclass(frozen=True, slots=True)
class _Packing:
    """One handover in the making."""

    sender: Sender
    file: Path
    response: ResponseFile
    order: SendOptions
    wanted: Mapping[Language, Sequence[Unit]]
    occurring: dict[str, list[terms.GlossaryEntry]] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return workspace.slug(self.file)

    @property
    def open(self) -> list[Unit]:
        return [one for ones in self.wanted.values() for one in ones if not one.is_locked]

    def handover(self) -> Handover:
        if not self.open:
            return Handover((), MappingProxyType({}), None, None)
        found = {one.key: list(self._remembered(one)) for one in self.open}
        counts = {language: _count(ones, found) for language, ones in self.wanted.items()}
        due = self.order.due or _due(self.response.facts, self.sender.desk)
        note = OutputFile("cover-note.txt", _note(self, counts, due).encode())
        files = (
            note,
            *self._texts(),
            *self._memory(found),
            *self._terms(),
            *self._project(),
            *self._official(),
            *self._letter(),
        )
        return Handover(files, MappingProxyType(counts), due, self._row(counts))

    def _texts(self) -> Iterator[OutputFile]:
        write = _FORMS.get(self.order.form)
        for language, ones in self.wanted.items() if write else ():
            assert write
            name, data = write(self, language, ones)
            yield OutputFile(self._in(language, omegat.SOURCE) + name, data)

    def _memory(self, found: Mapping[str, Sequence[tuple[float, RememberedPair]]]) -> Iterator[OutputFile]:
        for language, ones in self.wanted.items():
            pairs = [pair for one in ones for _, pair in found.get(one.key, ())]
            if pairs:
                name = f"{self.slug}.{language}-{language.other}.tmx"
                data = tmx_writer.write(pairs, language, self.order.tags)
                yield OutputFile(self._in(language, omegat.MEMORY) + name, data)

    def _project(self) -> Iterator[OutputFile]:
        for language, ones in self.wanted.items() if self.order.is_filled else ():
            entries = self._entries([one for one in ones if not one.is_locked])
            yield OutputFile(self._in(language, "omegat.project"), omegat.project(language, self.order.tags))
            yield OutputFile(
                self._in(language, f"{omegat.GLOSSARY}terms.txt"), omegat.glossary(entries, language)
            )
            yield from (OutputFile(self._in(language, folder), b"") for folder in omegat.FOLDERS)

    def _in(self, language: Language, place: str) -> str:
        """Return a place in an OmegaT project, of which each direction needs its own; else no folder."""
        if not self.order.is_filled:
            return ""
        return place if len(self.wanted) == 1 else f"{language}-{language.other}/{place}"

    def _remembered(self, unit: Unit) -> Iterator[tuple[float, RememberedPair]]:
        for match in self.sender.memory.fuzzy(unit.words, unit.language, _MOST, CUTOFF):
            yield match.score, RememberedPair(match.source, match.target, match.origin)

    def _terms(self) -> Iterator[OutputFile]:
        if entries := self._entries(self.open):
            yield OutputFile("terms.csv", terms.table(entries))

    def _entries(self, ones: Sequence[Unit]) -> list[terms.GlossaryEntry]:
        """Return the terms that occur in units, each once."""
        found = (entry for one in ones for entry in self.terms_in(one))
        return list({id(entry): entry for entry in found}.values())

    def terms_in(self, unit: Unit) -> Sequence[terms.GlossaryEntry]:
        """Return the terms that occur in a unit, looked for once."""
        if unit.key not in self.occurring:
            self.occurring[unit.key] = self.sender.glossary.occurring(unit.words, unit.language)
        return self.occurring[unit.key]

    def _official(self) -> Iterator[OutputFile]:
        quoted = [
            recommendation.text
            for recommendation in self.response.facts.recommendations
            if recommendation.text.welsh == "official" and recommendation.text.cy
        ]
        if quoted:
            texts = [f"{(one.en or '').strip()}\n\n{(one.cy or '').strip()}\n" for one in quoted]
            head = "Official Welsh of what the letter quotes: to be kept as it is.\n\n"
            yield OutputFile("official-welsh.txt", (head + "\n---\n\n".join(texts)).encode())

    def _letter(self) -> Iterator[OutputFile]:
        wanted = (["docx"], list(self.wanted))
        yield from draft_letters(self.response, self.slug, self.sender.desk, self.order.today, wanted).files

    def _row(self, counts: Mapping[Language, WordCount]) -> LedgerRow:
        more = {
            "to": self.order.to,
            "as": self.order.form,
            "texts": str(len(self.open)),
            "words": str(sum(count.words for count in counts.values())),
            KEYS: " ".join(f"{one.key}={one.target_digest}" for one in self.open),
        }
        return LedgerRow(
            kind=SENT,
            by=self.order.by,
            at=self.order.at,
            more=MappingProxyType({key: value for key, value in more.items() if value}),
        )


_Form = Callable[[_Packing, Language, Sequence[Unit]], tuple[str, bytes]]


def _xliff(packing: _Packing, language: Language, ones: Sequence[Unit]) -> tuple[str, bytes]:
    def told(unit: Unit) -> str:
        return terms.told(packing.terms_in(unit), unit.language)

    sheet = XliffSheet(packing.slug, packing.order.tags, told, packing.order.is_filled)
    return f"{packing.slug}.{language}-{language.other}.xlf", xliff.write(ones, sheet)


def _table(packing: _Packing, language: Language, ones: Sequence[Unit]) -> tuple[str, bytes]:
    name = f"{packing.slug}.table.{language}-{language.other}.docx"
    return name, table.write(ones, table.TableSheet(packing.slug, packing.order.today))


_FORMS: Mapping[str, _Form] = {"xliff": _xliff, "table": _table}
"""How each form writes the units of one direction."""

FORMS = (*_FORMS, "tmx")


def _count(ones: Sequence[Unit], found: Mapping[str, Sequence[tuple[float, RememberedPair]]]) -> WordCount:
    words = {"new": 0, "fuzzy": 0, "exact": 0}
    open_ = [one for one in ones if not one.is_locked]
    for one in open_:
        best = max((score for score, _ in found[one.key]), default=0.0)
        words["exact" if best >= 100 else "fuzzy" if best else "new"] += len(one.words.split())
    return WordCount(len(open_), **words)


def _due(facts: Response, desk: OfficeContext) -> date | None:
    """Return a working day that leaves time before the last day; none where no period is known."""
    first = first_to_end(facts, desk.office.facts)
    return working_day_by(first[1] - timedelta(days=DAYS_AFTER)) if first else None


_NAMES = {"xliff": "XLIFF", "table": "a table in Word", "tmx": "memory and reference only"}


def _note(packing: _Packing, counts: Mapping[Language, WordCount], due: date | None) -> str:
    """Return the cover note, in English."""
    order, desk = packing.order, packing.sender.desk
    lines = [f"{packing.slug}: texts to translate", ""]
    lines += [f"For {order.to}", ""] if order.to else []
    for language, count in counts.items():
        into = f"From {NAMES.in_(language)} into {NAMES.in_(language.other)}"
        words = f"{count.new:,} new, {count.fuzzy:,} like remembered ones, {count.exact:,} remembered"
        lines.append(f"{into}: {count.texts} texts, {count.words:,} words ({words}).")
    lines += [f"Due: {due.day} {due:%B %Y}.", ""] if due else [""]
    lines += [*_ADVICE[order.form], ""]
    contacts = holding_on(packing.response.facts.letter.date or order.today, desk.office.facts.contacts)
    lines += [f"Questions: {order.by}", *_contact(contacts)]
    return "\n".join(lines) + "\n"


_ADVICE: Mapping[str, Sequence[str]] = {
    "xliff": (
        "The .xlf files are XLIFF 1.2. What is marked as not to be translated goes along as context.",
        "Send the .xlf files back, all at once or in parts; keep the ids, the sources and the codes.",
    ),
    "table": (
        "Write into the column of the translation alone, and send the document back, whole or in parts.",
    ),
    "tmx": ("What the memory has for these texts, the terms and the letter: for reference.",),
}


def _contact(contacts: Contacts | None) -> Iterator[str]:
    for one in (contacts.telephone, contacts.email) if contacts else ():
        if one:
            yield one.pair.en


def send(file: Path, sender: Sender, order: SendOptions, out: Path | None) -> tuple[Handover, Path | None]:
    """Write a handover into a folder of its own, and into the ledger; return the folder, if there is one.

    Args:
        file: The `response.yaml`.
        sender: What the office's handovers share.
        order: What is to be sent.
        out: The folder for the folders; none for `sent` beside the response.

    Raises:
        InputError: if the response, its ledger or a template cannot be read.
        OutputError: if the folder cannot be written in.
    """
    made = sender.hand_over(file, order)
    if not made.files or made.row is None:
        return made, None
    folder = _folder(out / workspace.slug(file) if out else file.parent / "sent" / f"{order.today}")
    for one in made.files:
        if one.name.endswith("/"):
            (folder / one.name).mkdir(parents=True, exist_ok=True)
        else:
            atomic.replace(folder / one.name, one.data)
    ledger.append(file.parent, [made.row])
    return made, folder


def _folder(wanted: Path) -> Path:
    """Return a folder of that name that is not there yet: what was sent before stays."""
    found, number = wanted, 1
    while found.exists():
        number += 1
        found = wanted.with_name(f"{wanted.name} ({number})")
    return found

"""Sending a response to a translator: one folder with the texts to translate and what helps with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from respondent.changes.guards import objection
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
from respondent.response.office import holding_on
from respondent.response.reading import ResponseFile
from respondent.response.terms import load
from respondent.translation import glossary as terms
from respondent.translation import omegat
from respondent.translation.formats import FORMATS
from respondent.translation.sent import KEYS, SENT
from respondent.translation.sheet import TAGS, TranslationSheet
from respondent.translation.units import Unit, units

DAYS_AFTER = 10
"""How many days remain for reading, sign-off and publication when the translation is due."""

CUTOFF = 70.0
"""The least similarity of a remembered text, of 100. Translation programs commonly show matches from 70 %."""

_MOST_MATCHES = 5
"""How many remembered texts are sent for one unit. Programs show about as many, and the file stays small."""

Matches = Mapping[str, Sequence[tuple[float, RememberedPair]]]
"""By the key of a unit what the memory has for it, each with its similarity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOptions:
    """What is sent, to whom, and how."""

    by: str
    at: datetime
    today: date
    to: str = ""
    form: str = "xliff"
    """One of `formats.sent_formats`."""

    is_filled: bool = False
    """Whether it is for OmegaT: a project, in which targets without a translation hold the source."""

    is_all: bool = False
    tags: Pair[str] = TAGS
    due: date | None = None


@dataclass(frozen=True, slots=True)
class WordCount:
    """How many texts are to be translated, and their words by how similar the memory's best match is."""

    texts: int
    new: int
    fuzzy: int
    exact: int

    @property
    def words(self) -> int:
        """All words."""
        return self.new + self.fuzzy + self.exact

    def __str__(self) -> str:
        """Return the counts as the cover note and the command print them."""
        matches = f"{self.fuzzy:,} in fuzzy matches, {self.exact:,} in exact matches"
        return f"{self.texts} texts, {self.words:,} words ({self.new:,} new, {matches})"


@dataclass(frozen=True, slots=True)
class Handover:
    """What is sent."""

    files: tuple[OutputFile, ...]
    """Empty if there is nothing to translate."""

    counts: Mapping[Language, WordCount]
    """By the language of the source."""

    due: date | None
    row: LedgerRow | None
    """The row for the ledger, once the files are written."""


class Sender:
    """What all handovers of one office share."""

    def __init__(self, office: OfficeContext, memory: Memory) -> None:
        """Take the office and the memory of its workspace."""
        self.office = office
        self.memory = memory

    @cached_property
    def glossary(self) -> terms.Glossary:
        """The terms of the office and the shipped ones."""
        return terms.glossary(load(self.office.workspace))

    def hand_over(self, file: Path, options: SendOptions) -> Handover:
        """Return what is to be sent of a response, without writing anything.

        Raises:
            InputError: if the response, its ledger or a template cannot be read.
        """
        response = load_response(file, self.office)
        rows = ledger.read(file.parent).rows
        all_units = units(response.facts, rows, is_all=options.is_all)
        directions = {
            language: [unit for unit in all_units if unit.language == language] for language in Language
        }
        open_directions = {
            language: direction
            for language, direction in directions.items()
            if not all(unit.is_locked for unit in direction)
        }
        return _Packing(self, file, response, options, open_directions).handover()


@dataclass(frozen=True, slots=True)
class _Packing:
    """One handover while it is put together."""

    sender: Sender
    file: Path
    response: ResponseFile
    options: SendOptions
    directions: Mapping[Language, Sequence[Unit]]
    """The units by the language of their source, locked ones among them."""

    terms_by_key: dict[str, list[terms.GlossaryEntry]] = field(default_factory=dict)

    @property
    def slug(self) -> str:
        return workspace.slug(self.file)

    @property
    def open_units(self) -> list[Unit]:
        return [unit for direction in self.directions.values() for unit in direction if not unit.is_locked]

    def handover(self) -> Handover:
        if not self.open_units:
            return Handover((), MappingProxyType({}), None, None)
        matches = {unit.key: list(self._matches(unit)) for unit in self.open_units}
        counts = {language: _count(direction, matches) for language, direction in self.directions.items()}
        due = self.options.due or _due(self.response.facts, self.sender.office, self.options.today)
        files = (
            OutputFile("cover-note.txt", _cover_note(self, counts, due).encode()),
            *self._texts(),
            *self._memory(matches),
            *self._terms(),
            *self._omegat_project(),
            *self._official_welsh(),
            *self._letters(),
        )
        return Handover(files, MappingProxyType(counts), due, self._row(counts))

    def _texts(self) -> Iterator[OutputFile]:
        format_ = FORMATS[self.options.form]
        write = format_.code().write
        if write is None:
            return
        sheet = TranslationSheet(
            self.slug, self.options.today, self.options.tags, self._terms_note, self.options.is_filled
        )
        for language, direction in self.directions.items():
            name = format_.file_name.format(slug=self.slug, direction=f"{language}-{language.other}")
            yield OutputFile(self._path(language, omegat.SOURCE) + name, write(direction, sheet))

    def _memory(self, matches: Matches) -> Iterator[OutputFile]:
        for language, direction in self.directions.items():
            pairs = [pair for unit in direction for _, pair in matches.get(unit.key, ())]
            if pairs:
                name = f"{self.slug}.{language}-{language.other}.tmx"
                data = tmx_writer.write(pairs, language, self.options.tags)
                yield OutputFile(self._path(language, omegat.MEMORY) + name, data)

    def _omegat_project(self) -> Iterator[OutputFile]:
        for language, direction in self.directions.items() if self.options.is_filled else ():
            entries = self._entries([unit for unit in direction if not unit.is_locked])
            project = omegat.project(language, self.options.tags)
            glossary = omegat.glossary(entries, language)
            yield OutputFile(self._path(language, "omegat.project"), project)
            yield OutputFile(self._path(language, f"{omegat.GLOSSARY}terms.txt"), glossary)
            yield from (OutputFile(self._path(language, folder), b"") for folder in omegat.FOLDERS)

    def _path(self, language: Language, path: str) -> str:
        """Return a path in the OmegaT project of a direction; nothing where no project is made."""
        if not self.options.is_filled:
            return ""
        # A project has one pair of languages, so that two directions need two projects.
        return path if len(self.directions) == 1 else f"{language}-{language.other}/{path}"

    def _matches(self, unit: Unit) -> Iterator[tuple[float, RememberedPair]]:
        for match in self.sender.memory.fuzzy(unit.words, unit.language, _MOST_MATCHES, CUTOFF):
            if objection(match.target, unit.language.other) is None:  # a damaged match helps no translator
                yield match.score, RememberedPair(match.source, match.target, match.origin)

    def _terms(self) -> Iterator[OutputFile]:
        if entries := self._entries(self.open_units):
            yield OutputFile("terms.csv", terms.table(entries))

    def _entries(self, some_units: Sequence[Unit]) -> list[terms.GlossaryEntry]:
        """Return the terms that occur in units, each once."""
        entries = (entry for unit in some_units for entry in self._terms_in(unit))
        return list({id(entry): entry for entry in entries}.values())

    def _terms_note(self, unit: Unit) -> str:
        return terms.terms_note(self._terms_in(unit), unit.language)

    def _terms_in(self, unit: Unit) -> Sequence[terms.GlossaryEntry]:
        if unit.key not in self.terms_by_key:
            self.terms_by_key[unit.key] = self.sender.glossary.occurring(unit.words, unit.language)
        return self.terms_by_key[unit.key]

    def _official_welsh(self) -> Iterator[OutputFile]:
        quoted = [
            recommendation.text
            for recommendation in self.response.facts.recommendations
            if recommendation.text.welsh == "official" and recommendation.text.cy
        ]
        if quoted:
            pairs = [f"{(text.en or '').strip()}\n\n{(text.cy or '').strip()}\n" for text in quoted]
            head = "Official Welsh of what the letter quotes: to be kept as it is.\n\n"
            yield OutputFile("official-welsh.txt", (head + "\n---\n\n".join(pairs)).encode())

    def _letters(self) -> Iterator[OutputFile]:
        docx = (["docx"], list(self.directions))
        options, office = self.options, self.sender.office
        yield from draft_letters(self.response, self.slug, office, options.today, docx).files

    def _row(self, counts: Mapping[Language, WordCount]) -> LedgerRow:
        more = {
            "to": self.options.to,
            "as": self.options.form,
            "texts": str(len(self.open_units)),
            "words": str(sum(count.words for count in counts.values())),
            KEYS: " ".join(f"{unit.key}={unit.target_digest}" for unit in self.open_units),
        }
        return LedgerRow(
            kind=SENT,
            by=self.options.by,
            at=self.options.at,
            more=MappingProxyType({key: value for key, value in more.items() if value}),
        )


def _count(direction: Sequence[Unit], matches: Matches) -> WordCount:
    words = {"new": 0, "fuzzy": 0, "exact": 0}
    open_units = [unit for unit in direction if not unit.is_locked]
    for unit in open_units:
        best = max((score for score, _ in matches[unit.key]), default=0.0)
        words["exact" if best >= 100 else "fuzzy" if best else "new"] += len(unit.words.split())
    return WordCount(len(open_units), **words)


def _due(facts: Response, office: OfficeContext, today: date) -> date | None:
    """Return a working day that leaves time before the deadline; None if it is not ahead, or not known."""
    first = first_to_end(facts, office.office.facts)
    due = working_day_by(first[1] - timedelta(days=DAYS_AFTER)) if first else None
    return due if due and due >= today else None


def _cover_note(packing: _Packing, counts: Mapping[Language, WordCount], due: date | None) -> str:
    """Return the cover note, in English."""
    options = packing.options
    lines = [f"{packing.slug}: texts to translate", ""]
    lines += [f"For {options.to}", ""] if options.to else []
    for language, count in counts.items():
        lines.append(f"From {NAMES.in_(language)} into {NAMES.in_(language.other)}: {count}.")
    lines += [f"Due: {due.day} {due:%B %Y}.", ""] if due else [""]
    lines += [*FORMATS[options.form].cover_note, "", f"Questions: {options.by}"]
    contacts = holding_on(
        packing.response.facts.letter.date or options.today, packing.sender.office.office.facts.contacts
    )
    if contacts:
        lines += [contact.pair.en for contact in (contacts.telephone, contacts.email) if contact]
    return "\n".join(lines) + "\n"


def send(file: Path, sender: Sender, options: SendOptions, out: Path | None) -> tuple[Handover, Path | None]:
    """Write a handover into a new folder, and its row into the ledger; return the folder, if there is one.

    Args:
        file: The `response.yaml`.
        sender: What the office's handovers share.
        options: What is to be sent.
        out: The folder for the new folder. None: `sent` beside the response.

    Raises:
        InputError: if the response, its ledger or a template cannot be read.
        OutputError: if the folder cannot be written.
    """
    handover = sender.hand_over(file, options)
    if not handover.files or handover.row is None:
        return handover, None
    folder = _new_folder(out / workspace.slug(file) if out else file.parent / "sent" / f"{options.today}")
    for output in handover.files:
        if output.name.endswith("/"):
            (folder / output.name).mkdir(parents=True, exist_ok=True)
        else:
            atomic.replace(folder / output.name, output.data)
    ledger.append(file.parent, [handover.row])
    return handover, folder


def _new_folder(path: Path) -> Path:
    """Return a path that does not exist yet, with a number if needed: earlier handovers are kept."""
    folder, number = path, 1
    while folder.exists():
        number += 1
        folder = path.with_name(f"{path.name} ({number})")
    return folder

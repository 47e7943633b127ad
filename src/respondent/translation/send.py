"""Sending a response to a translator: one folder with the texts to translate and what helps with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path, PurePath
from types import MappingProxyType

from respondent.changes.guards import objection
from respondent.changes.submission import TAKE
from respondent.files import atomic, workspace
from respondent.language import Language, Pair
from respondent.ledger import ledger
from respondent.ledger.remarks import Remark, remarks
from respondent.ledger.row import LedgerRow
from respondent.ledger.state import FOR_APPROVAL, State
from respondent.memory import tmx_writer
from respondent.memory.memory import Memory
from respondent.memory.tmx_writer import RememberedPair
from respondent.production.letters import OutputFile, draft_letters, load_response
from respondent.production.office import OfficeContext
from respondent.response.bodies import shipped_bodies
from respondent.response.deadline import first_to_end
from respondent.response.holidays import is_working_day, working_day_by
from respondent.response.office import Names, Office, holding_on
from respondent.response.reading import ResponseFile
from respondent.response.terms import load
from respondent.translation import glossary as terms
from respondent.translation import omegat
from respondent.translation.cover_note import CoverNote, WordCount, count
from respondent.translation.formats import FORMATS
from respondent.translation.schedule import Schedule, schedule
from respondent.translation.sent import KEYS, SENT, sent_and_open
from respondent.translation.sheet import TAGS, TranslationSheet
from respondent.translation.units import Unit, units

CUTOFF = 70.0
"""The least similarity of a remembered text, of 100. Translation programs commonly show matches from 70 %."""

_APPROVALS = frozenset(state.word for state in FOR_APPROVAL)

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
    is_review: bool = False
    """Whether only what is translated and not approved is sent, for a reader to check."""

    contact: str = ""
    """Who sends, by name, for the translator's questions; empty for nobody who gave one."""

    tags: Pair[str] = TAGS
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """What is sent."""

    files: tuple[OutputFile, ...]
    """Empty if there is nothing to translate."""

    counts: Mapping[Language, WordCount]
    """By the language of the source."""

    due: date | None
    warnings: tuple[str, ...]
    """What the sender should think about again."""

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
        all_units = units(response.facts, rows, is_all=options.is_all or options.is_review)
        if options.is_review:
            approved = {row.field: row.target for row in rows if row.kind in _APPROVALS and row.target}
            all_units = tuple(_in_review(unit, approved.get(unit.field.id, "")) for unit in all_units)
        directions = {
            language: [unit for unit in all_units if unit.language == language] for language in Language
        }
        open_directions = {
            language: direction
            for language, direction in directions.items()
            if not all(unit.is_locked for unit in direction)
        }
        return _Packing(self, file, response, rows, options, open_directions).handover()


@dataclass(frozen=True, slots=True)
class _Packing:
    """One handover while it is put together."""

    sender: Sender
    file: Path
    response: ResponseFile
    rows: Sequence[LedgerRow]
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
            return Handover((), MappingProxyType({}), None, (), None)
        matches = {unit.key: list(self._matches(unit)) for unit in self.open_units}
        best = {key: max((score for score, _ in found), default=0.0) for key, found in matches.items()}
        counts = {language: count(direction, best) for language, direction in self.directions.items()}
        planned = self._planned(counts)
        due = self.options.due or (planned.due if planned and planned.due >= self.options.today else None)
        texts = tuple(self._texts())
        note = self._cover_note(counts, due, [PurePath(file.name).name for file in texts])
        files = (
            OutputFile("cover-note.txt", note.text().encode()),
            *texts,
            *self._memory(matches),
            *self._terms(),
            *self._omegat_project(),
            *self._official_welsh(),
            *self._letters(),
        )
        warnings = tuple(self._warnings(planned))
        return Handover(files, MappingProxyType(counts), due, warnings, self._row(counts))

    @property
    def _facts(self) -> Office:
        return self.sender.office.office.facts

    @property
    def _last_day(self) -> date | None:
        first = first_to_end(self.response.facts, self._facts)
        return first[1] if first else None

    def _planned(self, counts: Mapping[Language, WordCount]) -> Schedule | None:
        """Return the days that the office's settings give; none if no last day is known."""
        words = sum(words.words for words in counts.values())
        return schedule(self._last_day, words, self._facts.translation) if self._last_day else None

    def _warnings(self, planned: Schedule | None) -> Iterator[str]:
        """Yield what the sender should think about again: texts still out, a day that does not work."""
        today, due = self.options.today, self.options.due
        out = sent_and_open(self.rows, {unit.key for unit in self.open_units})
        for row, keys in out:
            to = row.more.get("to") or "a translator"
            yield f"{len(keys)} of these texts are with {to} since {row.at:%Y-%m-%d}, and are not back"
        proposal = f"; {planned.due} would do" if planned and planned.due >= today else ""
        if due and due < today:
            yield f"the day by which they are wanted, {due}, has passed{proposal}"
        elif due and not is_working_day(due):
            yield f"the day by which they are wanted, {due}, is no working day; {working_day_by(due)} is one"
        if planned and planned.send_by < today <= planned.due and not due:
            yield f"they should have been sent by {planned.send_by} to be back by {planned.due}"

    def _cover_note(
        self, counts: Mapping[Language, WordCount], due: date | None, files: Sequence[str]
    ) -> CoverNote:
        facts, options, office = self.response.facts, self.options, self._facts
        day = facts.letter.date or options.today
        title = facts.letter.subject or facts.reports[0].title
        names = holding_on(day, office.names) or office.names[-1]
        return CoverNote(
            reference=self.slug,
            title=Pair(title.cy or title.en or "", title.en or title.cy or ""),
            client=names.office.pair,
            to=options.to,
            counts=counts,
            units=self.open_units,
            due=due,
            last_day=self._last_day if self._last_day and self._last_day >= options.today else None,
            initials=_initials(office, day),
            answered=self._remarks,
            about=FORMATS[options.form].cover_note,
            files=files,
            contact=self._contact(day, names),
            is_review=options.is_review,
        )

    def _answers(self, unit: Unit) -> Sequence[Remark]:
        return [remark for remark in self._remarks if remark.row.field == unit.field.id]

    @property
    def _remarks(self) -> list[Remark]:
        """The remarks that were made by the office or answered since the last hand-over."""
        # By the order of the rows: several may be of one second, and their times have no more.
        last = max((place for place, row in enumerate(self.rows) if row.kind == SENT), default=-1)
        later = {id(row) for row in self.rows[last + 1 :]}
        return [
            remark
            for remark in remarks(self.rows)
            if id(remark.answer or remark.row) in later and (remark.answer or TAKE not in remark.row.more)
        ]

    def _contact(self, day: date, names: Names) -> Pair[str]:
        """Return whom to ask and how. A user name of Windows is nobody's name, and stands in no note."""
        own, contacts = self._facts.translation.contact, holding_on(day, self._facts.contacts)
        name = own.pair if own else Pair(self.options.contact, self.options.contact)
        name = name if name.en else names.office.pair
        reached = [text.pair for text in (contacts.telephone, contacts.email) if text] if contacts else []
        return Pair.of(lambda language: ", ".join(pair.in_(language) for pair in (name, *reached)))

    def _texts(self) -> Iterator[OutputFile]:
        format_ = FORMATS[self.options.form]
        write = format_.code().write
        if write is None:
            return
        sheet = TranslationSheet(
            self.slug,
            self.options.today,
            self.options.tags,
            self._terms_note,
            self._answers,
            self.options.is_filled,
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
            memory = omegat.project_memory(direction, language, self.options.tags)
            yield OutputFile(self._path(language, f"{omegat.GLOSSARY}terms.txt"), glossary)
            yield OutputFile(self._path(language, omegat.PROJECT_MEMORY), memory)
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


def _initials(office: Office, day: date) -> dict[str, Pair[str]]:
    """Return initials that may stand in a text, with what they stand for."""
    initials = {
        also: body.name.pair
        for body in (*shipped_bodies(), *office.bodies)
        for also in body.also
        if also.isupper() and " " not in also
    }
    named = [holding_on(day, inspectorate.names) for inspectorate in office.inspectorates]
    initials |= {name.short.pair.en: name.name.pair for name in named if name}
    if (names := holding_on(day, office.names)) and names.short:
        initials |= dict.fromkeys(names.short.pair.values(), names.body.pair)
    return initials


def _in_review(unit: Unit, approved: str) -> Unit:
    """Return a unit as a reader gets it: only what is translated and not approved is open.

    Args:
        unit: The unit.
        approved: The translation of its field that was approved last; empty for none.
    """
    is_open = bool(unit.target) and unit.state < State.REVIEWED and not unit.is_locked
    now = (unit.field.in_(unit.language.other) or "").strip()
    return replace(unit, is_locked=not is_open, old_target=approved if is_open and approved != now else "")


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

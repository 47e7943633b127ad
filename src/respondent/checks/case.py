"""A case: everything that a check may look at, for one response on one day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from respondent.checks.letter_pair import LetterPair
from respondent.checks.origins import Origins
from respondent.checks.vocabulary import ConceptRow, Rendering, Vocabulary, renderings, vocabulary
from respondent.document.tree import Document
from respondent.files import workspace
from respondent.language import Pair
from respondent.ledger import ledger
from respondent.ledger.ledger import Ledger
from respondent.ledger.standing import Standing, standings
from respondent.letter.letter import Letter
from respondent.letter.overrides import Override
from respondent.letter.plan import Plan, plan
from respondent.production.letters import assemble, load_response
from respondent.production.office import OfficeContext
from respondent.response.bodies import Bodies, bodies_on, shipped_bodies
from respondent.response.model import Response
from respondent.response.office import Office, holding_on
from respondent.response.reading import OfficeFile, ResponseFile

_NO_LEDGER = Ledger()


@dataclass(frozen=True, eq=False)
class Case:
    """One response with its office, its ledger and both letters; nothing in it changes."""

    response: ResponseFile
    office: OfficeFile
    ledger: Ledger
    letters: Pair[Letter]
    """What the templates were given."""

    documents: Pair[Document]
    """Both letters as trees, each a document of its own, whatever the arrangement of the files."""

    today: date
    terms: Sequence[ConceptRow] = ()
    """The office's agreed terms: the rows of its `terms.csv`."""

    overrides: Sequence[Override] = ()
    """The office's own templates, with the shipped ones that they stand over."""

    office_ledger: Ledger = _NO_LEDGER
    """The ledger beside `office.yaml`: who confirmed which of its values."""

    file: Path = Path("response.yaml")
    """The response, as commands call it."""

    office_file: Path = Path("office.yaml")
    """The office, as commands call it."""

    @property
    def facts(self) -> Response:
        """The response as its file says it."""
        return self.response.facts

    @property
    def rules(self) -> Office:
        """The office as its file says it."""
        return self.office.facts

    @property
    def day(self) -> date:
        """The letter's date; today, where it has none yet."""
        return self.facts.letter.date or self.today

    @property
    def is_statement(self) -> bool:
        """Whether the pair is for a web page: without address, signature and list of copies."""
        return self.facts.letter.form == "statement"

    @cached_property
    def pair(self) -> LetterPair:
        """Both letters, and their parts that checks ask for."""
        names = [name for report in self.facts.reports for name in (report.title, report.name) if name]
        titles = [text for name in names for text in (name.cy, name.en) if text]
        return LetterPair(self.documents, titles, self._quoting_cells)

    @property
    def _quoting_cells(self) -> re.Pattern[str]:
        """The ids of the cells of annexes that have the words of the report."""
        columns = (
            rf"{re.escape(annex.id)}\.\d+\.\d+\.{annex.columns.index('words') + 1}"
            for annex in self.letters.en.annexes
            if "words" in annex.columns
        )
        return re.compile(rf"annex(?:-wide)?\.(?:{'|'.join(columns) or '(?!)'})")

    @cached_property
    def bilingual_names(self) -> Sequence[Pair[str]]:
        """What `office.yaml` calls people, the body and the force where its Welsh and its English differ."""
        people = [person.name for person in self.rules.people if person.name]
        bodies = [name for names in self.rules.names for name in (names.body, names.office, names.area)]
        named = [name.pair for name in (*people, *bodies, *(force.name for force in self.rules.force))]
        return [name for name in named if name.cy and name.en and name.cy != name.en]

    @cached_property
    def plan(self) -> Plan:
        """What stands where in both letters."""
        return plan(self.facts, self.rules.annex_above)

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies that recommendations may be addressed to."""
        return bodies_on(self.day, self.rules, shipped_bodies())

    @cached_property
    def origins(self) -> Origins:
        """Where in the response the blocks of the letters come from."""
        return Origins(self.facts)

    @cached_property
    def standings(self) -> Mapping[str, Pair[Standing]]:
        """How far each text has come, by the id of its field."""
        return standings(self.origins.fields, self.ledger.rows)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms that hold for the letters: the office's before the shipped ones."""
        names = holding_on(self.day, self.rules.names)
        force = holding_on(self.day, self.rules.force)
        scope_names = [*((names.area,) if names else ()), *((force.name,) if force else ())]
        scopes = {text for name in scope_names for _, text in name.pair.items()}
        return vocabulary(self.terms, scopes | {report.kind for report in self.facts.reports})

    @cached_property
    def renderings(self) -> tuple[Rendering, ...]:
        """The passages of the English letter beside those of the Welsh one, with the terms that they use."""
        return tuple(renderings(self.pair.own_passages, self.vocabulary))


def load_case(file: Path, office: OfficeContext, today: date, *, original: Path | None = None) -> Case:
    """Return all that checks look at, of one response on a day.

    Args:
        file: The `response.yaml`.
        office: The loaded office.
        today: The day.
        original: The file that people know, where `file` is a sealed copy of it.

    Raises:
        InputError: with everything that is wrong with the response, its ledger or a template.
    """
    response = load_response(file, office)
    assembly = assemble(response, workspace.slug(file), office, today)
    by_language = {document.language: document for _, document in assembly.two_files()}
    return Case(
        response=response,
        office=office.office,
        ledger=ledger.read(file.parent),
        office_ledger=ledger.read(office.workspace.root),
        letters=assembly.letters,
        documents=Pair.of(lambda language: by_language[language]),
        today=today,
        terms=office.terms,
        overrides=office.overrides,
        file=original or file,
        office_file=_office_file(original or file),
    )


def _office_file(file: Path) -> Path:
    """Return the `office.yaml` above a response, as whoever wrote the path of that would write it."""
    root = workspace.find(file.parent).root
    return next((above for above in file.parents if above.resolve() == root), root) / workspace.OFFICE

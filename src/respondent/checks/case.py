"""A case: all that a check may look at, of one response on one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from respondent.checks.block_pair import BlockPair, block_pairs
from respondent.checks.origins import FIELDS, ITEMS, SECTIONS
from respondent.checks.passages import Passage, passages
from respondent.checks.vocabulary import ConceptRow, Rendering, Vocabulary, renderings, vocabulary
from respondent.document.tree import Block, Document, Quotation, Section
from respondent.document.walk import Node, children, gaps, inlines, nodes, text, words
from respondent.files import workspace
from respondent.files.source import ValuePath
from respondent.language import Language, Pair
from respondent.ledger import ledger
from respondent.ledger.ledger import Ledger
from respondent.ledger.standing import Standing, standings
from respondent.letter.letter import Letter
from respondent.letter.overrides import Override
from respondent.production.letters import assemble, load_response
from respondent.production.office import OfficeContext
from respondent.response.fields import Field, fields
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

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every text of the response, in the order of the letter."""
        return tuple(fields(self.facts))

    @cached_property
    def standings(self) -> Mapping[str, Pair[Standing]]:
        """How far each text has come, by the id of its field."""
        return standings(self.fields, self.ledger.rows)

    @cached_property
    def passages(self) -> Pair[tuple[Passage, ...]]:
        """What each letter says in words of its own, quotations left out."""
        titles = [
            text
            for report in self.facts.reports
            for title in (report.title, report.name)
            if title
            for text in (title.cy, title.en)
            if text
        ]
        return self.documents.map(lambda document: passages(document.parts[0], titles))

    @cached_property
    def own(self) -> Pair[tuple[Passage, ...]]:
        """The passages of each letter that are in its own language."""
        return Pair.of(
            lambda language: tuple(one for one in self.passages.in_(language) if one.language == language)
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms that hold for the letters: the office's before the shipped ones."""
        names = holding_on(self.day, self.rules.names)
        force = holding_on(self.day, self.rules.force)
        held = [*((names.area,) if names else ()), *((force.name,) if force else ())]
        scopes = {text for name in held for _, text in name.pair.items()}
        return vocabulary(self.terms, scopes | {report.kind for report in self.facts.reports})

    @cached_property
    def renderings(self) -> tuple[Rendering, ...]:
        """The passages of the English letter beside those of the Welsh one, with the terms that they use."""
        return tuple(renderings(self.own, self.vocabulary))

    @cached_property
    def twins(self) -> tuple[BlockPair, ...]:
        """The blocks with words that both letters have, side by side."""
        return block_pairs(self.documents)

    def path(self, block: str, language: Language | None = None) -> ValuePath:
        """Return where the words of a block stand in `response.yaml`; empty where they come from elsewhere.

        Args:
            block: Its id: ``evidence.occurrences.text.2`` is of the field ``evidence.occurrences.text``.
            language: The letter that it is about; none for both.
        """
        if field := self.field_of(block):
            return field.place(language) if language and not field.is_same else field.path
        section, _, item = block.partition(".")
        if section in ITEMS and item:
            return self._item(ITEMS[section], item.partition(".")[0])
        return SECTIONS.get(section, ())

    def field_of(self, block: str) -> Field | None:
        """Return the text of the response that a block is of; none for the words of a template."""
        block = FIELDS.get(block, block)
        while block and block not in self._fields_by_id:
            block = block.rpartition(".")[0]
        return self._fields_by_id.get(block)

    def field(self, id: str) -> Field | None:
        """Return the text of the response with this id."""
        return self._fields_by_id.get(id)

    def _item(self, list_: str, id: str) -> ValuePath:
        ids = [item.id for item in getattr(self.facts, list_)]
        return (list_, ids.index(id)) if id in ids else ()

    @cached_property
    def _fields_by_id(self) -> Mapping[str, Field]:
        return {field.id: field for field in self.fields}

    @cached_property
    def gaps(self) -> Pair[list[str]]:
        """The ids of the fields that each letter lacks."""
        return self.documents.map(gaps)

    @cached_property
    def unquoted(self) -> Pair[str]:
        """The words of each letter without what it quotes, in one line."""
        return Pair.of(lambda language: " ".join(" ".join(_unquoted(self.blocks(language))).split()))

    def blocks(self, language: Language) -> tuple[Block, ...]:
        """Return the blocks of a letter's body."""
        return self.documents.in_(language).parts[0].blocks

    def words_of(self, block: str, language: Language) -> str:
        """Return the words of a block of a letter; empty where the letter has none of that id."""
        return words(self._nodes_by_id.in_(language).get(block, ()))

    @cached_property
    def _nodes_by_id(self) -> Pair[Mapping[str, list[Node]]]:
        return self._all_nodes.map(_by_id)

    def sections(self, language: Language, name: str) -> tuple[Section, ...]:
        """Return the sections of a letter's body that have a name: ``notice``, ``recommendation``."""
        return tuple(one for one in self._sections.in_(language) if one.name == name)

    def section(self, language: Language, id: str) -> Section | None:
        """Return the section of a letter's body with an id: ``recommendation.records``; none for none."""
        return next((one for one in self._sections.in_(language) if one.id == id), None)

    @cached_property
    def _sections(self) -> Pair[tuple[Section, ...]]:
        every = Pair.of(lambda language: nodes(self.blocks(language)))
        return every.map(lambda found: tuple(node for node in found if isinstance(node, Section)))

    def all_nodes(self, language: Language) -> tuple[Node, ...]:
        """Return every node of a letter, in reading order: letterhead, body, foot."""
        return self._all_nodes.in_(language)

    @cached_property
    def _all_nodes(self) -> Pair[tuple[Node, ...]]:
        parts = self.documents.map(lambda document: document.parts[0])
        return parts.map(lambda part: tuple(nodes((*part.letterhead, *part.blocks, *part.foot))))


def _unquoted(blocks: Iterable[Node]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, Quotation):
            yield text(inlines(block))
            yield from _unquoted(children(block))


def _by_id(every: Iterable[Node]) -> Mapping[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for node in every:
        found[node.id].append(node)
    return found


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

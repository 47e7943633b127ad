"""A case: all that a check may look at, of one response on one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from respondent.document.tree import Block, Document, Section
from respondent.document.walk import Node, nodes
from respondent.language import Language, Pair
from respondent.ledger.ledger import Ledger
from respondent.ledger.state import Standing, standings
from respondent.letter.letter import Letter
from respondent.response.fields import Field, fields
from respondent.response.model import Response
from respondent.response.office import Office
from respondent.response.reading import OfficeFile, ResponseFile


@dataclass(frozen=True)
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

    def blocks(self, language: Language) -> tuple[Block, ...]:
        """Return the blocks of a letter's body."""
        return self.documents.in_(language).parts[0].blocks

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

    def all_nodes(self, language: Language) -> Iterator[Node]:
        """Yield every node of a letter, in reading order: letterhead, body, foot."""
        part = self.documents.in_(language).parts[0]
        yield from nodes((*part.letterhead, *part.blocks, *part.foot))

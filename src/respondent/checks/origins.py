"""Where the words of a letter come from: from the id of a block to its place in `response.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from respondent.files.source import ValuePath
from respondent.language import Language
from respondent.response.fields import Field, fields
from respondent.response.model import Response

FIELDS: Mapping[str, str] = {"subject.1": "letter.subject"}
"""The blocks that are a template's and hold nothing but one text of the response."""

ITEMS: Mapping[str, str] = {
    "evidence": "evidence",
    "answer": "answers",
    "answer-heading": "answers",
    "recommendation": "recommendations",
    "group": "recommendations",
    "subgroup": "recommendations",
    "theme": "recommendations",
    "not-ours": "recommendations",
    "together": "answers",
    "elsewhere": "answers",
    "also": "evidence",
    "scope": "reports",
    "grades": "reports",
    "report": "reports",
    "voice": "reports",
    "annex-note": "reports",
    "others": "reports",
}
"""The sections that are named for an item, and the list of the response that has it."""

SECTIONS: Mapping[str, ValuePath] = {
    "subject": ("letter", "subject"),
    "date": ("letter", "date"),
    "reference": ("letter", "reference"),
    "addressee": ("letter", "recipients"),
    "salutation": ("letter", "recipients"),
    "copies": ("letter", "copies"),
    "statutory": ("reports",),
    "introduction": ("opening",),
    "comments": ("comments",),
    "commitments": ("commitments",),
    "closing": ("closing",),
}
"""Other sections, and what of the response they come from."""


class Origins:
    """The places in one response that the blocks of its letters come from."""

    def __init__(self, facts: Response) -> None:
        self._facts = facts

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every text of the response, in the order of the letter."""
        return tuple(fields(self._facts))

    def field(self, id: str) -> Field | None:
        """Return the text of the response with this id."""
        return self._fields_by_id.get(id)

    def field_of(self, block: str) -> Field | None:
        """Return the text of the response that a block is of; none for the words of a template."""
        block = FIELDS.get(block, block)
        while block and block not in self._fields_by_id:
            block = block.rpartition(".")[0]
        return self.field(block)

    @cached_property
    def accounts_of_force(self) -> frozenset[str]:
        """The ids of the texts whose account is the force's or its chief officer's."""
        evidence = (f"evidence.{item.id}.text" for item in self._facts.evidence if item.by != "office")
        return frozenset((*evidence, "comments.text"))

    def path(self, block: str, language: Language | None = None) -> ValuePath:
        """Return where the words of a block are in `response.yaml`; empty where they come from elsewhere.

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

    def _item(self, list_: str, id: str) -> ValuePath:
        ids = [item.id for item in getattr(self._facts, list_)]
        return (list_, ids.index(id)) if id in ids else ()

    @cached_property
    def _fields_by_id(self) -> Mapping[str, Field]:
        return {field.id: field for field in self.fields}

"""Puts the sections of both letters into documents: two files, or both languages in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from respondent.document.tree import Block, Document, Image, Inline, Part, Run, Section
from respondent.language import Language, Pair
from respondent.letter.letter import Letter

HEAD, FOOT = "letterhead", "foot"
"""The sections in the margins of the first page."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """What the documents of one response have in common."""

    slug: str
    """The name of the response, with which its files begin."""

    letters: Pair[Letter]
    sections: Pair[tuple[Section, ...]]
    dated: date
    is_draft: bool
    pictures: Mapping[str, Image]

    def two_files(self) -> Iterator[tuple[str, Document]]:
        """Yield the name and the document of each letter, in the office's order."""
        for language in self._order:
            part = self._part(language, "page")
            counterpart = f"{self.slug}.{language.other}"
            yield f"{self.slug}.{language}", self._document((part,), counterpart)

    def one_file(self) -> Iterator[tuple[str, Document]]:
        """Yield the name and the document of both letters, one after the other."""
        earlier, later = self._order
        parts = tuple(self._part(language, "page-alone") for language in self._order)
        yield f"{self.slug}.{earlier}-{later}", self._document(parts, "")

    @property
    def _order(self) -> tuple[Language, Language]:
        return self.letters.cy.order

    def _part(self, language: Language, label: str) -> Part:
        sections = self.sections.in_(language)
        return Part(
            language=language,
            blocks=tuple(section for section in sections if section.name not in (HEAD, FOOT)),
            letterhead=_named(sections, HEAD),
            foot=_named(sections, FOOT),
            page_label=self.letters.in_(language).labels[label],
        )

    def _document(self, parts: tuple[Part, ...], counterpart: str) -> Document:
        letter = self.letters.in_(parts[0].language)
        return Document(
            title=str(letter.subject),
            parts=parts,
            author=str(letter.office.name),
            dated=self.dated,
            mark=self._mark() if self.is_draft else (),
            twin=counterpart,
            origin=self.slug if self.is_draft else "",
            pictures=self.pictures,
        )

    def _mark(self) -> tuple[Inline, ...]:
        earlier, later = self._order
        words = [self.letters.in_(language).labels["draft"] for language in (earlier, later)]
        return (Run(words[0], earlier), Run(" / ", earlier), Run(words[1], later))


def _named(sections: tuple[Section, ...], name: str) -> tuple[Block, ...]:
    return tuple(section for section in sections if section.name == name)

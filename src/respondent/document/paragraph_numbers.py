"""Number the sections of a statement and their paragraphs: 1., 1.1, 1.2, so that others can refer to them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from respondent.document.tree import Block, Gap, Heading, Paragraph, Section

_OUTER = 2
"""The level of the headings of numbered sections: below the title."""

_UNNUMBERED = frozenset(
    ("availability", "subject", "byline", "recommendation", "notice", "annex", "annex-wide")
)
"""The sections without numbers: what is no part of the argument, and the labels over quotations."""


def numbered(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections of a letter with numbers at outer headings and at paragraphs.

    Quotations, lists and tables belong to the paragraph above them. Paragraphs before the first heading are
    those of section 1. A gap counts as the text that awaits translation, so that both letters agree.
    """
    counter = _Counter()
    return tuple(
        section
        if section.name in _UNNUMBERED
        else replace(section, blocks=tuple(map(counter.block, section.blocks)))
        for section in sections
    )


@dataclass(slots=True)
class _Counter:
    section: int = 0
    paragraph: int = 0

    def block(self, block: Block) -> Block:
        """Return a block with its number, or with those of the paragraphs in it."""
        match block:
            case Heading(level=level) if level == _OUTER:
                self.section, self.paragraph = self.section + 1, 0
                return replace(block, number=f"{self.section}.")
            case Paragraph():
                self.section, self.paragraph = max(1, self.section), self.paragraph + 1
                return replace(block, number=f"{self.section}.{self.paragraph}")
            case Section() | Gap():
                return replace(block, blocks=tuple(map(self.block, block.blocks)))
            case _:
                return block

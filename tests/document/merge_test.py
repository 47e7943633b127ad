from __future__ import annotations

from respondent.document.merge import CLOSE, OPEN, merge
from respondent.document.tree import Block, Gap, Paragraph, Picture, Run, Section, Words
from respondent.language import Language

EN = Language.EN
KEY = f"{OPEN}1{CLOSE}"
INSERTS = {"1": Words((Run("Gwent", EN),))}


def test_keys_are_replaced_with_values_and_nothing_else_changes() -> None:
    blocks = (Paragraph("a", EN, (Run(f"in {KEY}", EN),)), Paragraph("b", EN, (Run("c", EN),)))
    first, second = merge(blocks, INSERTS)
    assert first == Paragraph("a", EN, (Run("in Gwent", EN),))
    assert second == blocks[1]


def test_blocks_not_made_from_markdown_do_not_change() -> None:
    inner = (Paragraph("a", EN, (Run(KEY, EN),)),)
    blocks: tuple[Block, ...] = (
        Picture("logo", EN, "logo", "Logo"),
        Section("s", EN, "notice", inner),
        Gap("closing", EN, (Run(KEY, EN),), inner),
    )
    assert merge(blocks, INSERTS) == blocks

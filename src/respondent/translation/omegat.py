"""A project for OmegaT: the texts to translate, the memory and the terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from respondent.document.tree import Inlines
from respondent.language import Language, Pair
from respondent.ledger.state import State
from respondent.memory import tmx_writer
from respondent.memory.tmx_writer import RememberedPair
from respondent.translation.inline_codes import LINE_BREAK, Coded, coded

if TYPE_CHECKING:
    from respondent.translation.glossary import GlossaryEntry
    from respondent.translation.units import Unit

SOURCE, MEMORY, GLOSSARY = "source/", "tm/auto/", "glossary/"
"""The folders for the texts, the memory whose exact matches OmegaT inserts, and the terms."""

FOLDERS = (SOURCE, "target/", "dictionary/", "omegat/", MEMORY, GLOSSARY)
"""All folders that OmegaT expects in a project. It creates none that are missing when it opens one."""

PROJECT_MEMORY = "omegat/project_save.tmx"
"""The file of what is translated in a project so far."""

_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>{source}</source_lang>
        <target_lang>{target}</target_lang>
        <sentence_seg>false</sentence_seg>
        <support_default_translations>true</support_default_translations>
        <remove_tags>false</remove_tags>
    </project>
</omegat>
"""


def project(language: Language, tags: Pair[str]) -> bytes:
    """Return the file `omegat.project` for texts in a language.

    It turns off the segmentation of OmegaT, because units are already segments.
    """
    return _PROJECT.format(source=tags.in_(language), target=tags.in_(language.other)).encode()


def project_memory(units: Iterable[Unit], language: Language, tags: Pair[str]) -> bytes:
    """Return the memory of a project with the translations that the open units have today.

    In the files of the project every target holds the source: OmegaT before 6 takes `<target>` for the text
    to translate. A stale translation is left out, so that nobody takes it for done.
    """
    pairs = (
        _tagged(unit, unit.target)
        for unit in units
        if unit.target and not unit.is_locked and unit.state is not State.STALE
    )
    return tmx_writer.write(pairs, language, tags, tool="OmegaT")


def _tagged(unit: Unit, target: Inlines) -> RememberedPair:
    """Return a translation with OmegaT's tags for codes: ``<g0>`` for the first code of the source."""
    before, numbers = coded(unit.source, unit.language)
    after, _ = coded(target, unit.language.other, numbers)
    return RememberedPair("".join(_pieces(before)), "".join(_pieces(after)), "")


def _pieces(words: Coded) -> Iterator[str]:
    for piece in words.content:
        if isinstance(piece, str):
            yield piece
        elif piece.look == LINE_BREAK:
            yield f"<x{piece.number - 1}/>"
        else:
            yield from (f"<g{piece.number - 1}>", *_pieces(piece), f"</g{piece.number - 1}>")


def glossary(entries: Iterable[GlossaryEntry], language: Language) -> bytes:
    """Return terms as OmegaT reads them: lines in UTF-8 of term, translation and note, with tabs between."""
    lines = []
    for entry in entries:
        cells = (entry.words.in_(language), entry.words.in_(language.other), entry.cells.get("note", ""))
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "".join(f"{line}\n" for line in lines).encode()

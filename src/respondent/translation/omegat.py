"""A project for OmegaT: the texts to translate, the memory and the terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from respondent.language import Language, Pair

if TYPE_CHECKING:
    from respondent.translation.glossary import GlossaryEntry

FOLDERS = ("target/", "dictionary/", "omegat/")
"""The other folders that OmegaT expects in a project."""

SOURCE, MEMORY, GLOSSARY = "source/", "tm/auto/", "glossary/"
"""The folders for the texts, the memory whose exact matches OmegaT inserts, and the terms."""

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


def glossary(entries: Iterable[GlossaryEntry], language: Language) -> bytes:
    """Return terms as OmegaT reads them: lines in UTF-8 of term, translation and note, with tabs between."""
    lines = []
    for entry in entries:
        cells = (entry.words.in_(language), entry.words.in_(language.other), entry.cells.get("note", ""))
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "".join(f"{line}\n" for line in lines).encode()

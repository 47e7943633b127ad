"""The office's own templates and the shipped ones that they replace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from respondent.language import Language
from respondent.letter.sections import FENCE

# The line by which an office notes the shipped template that its own copy started from.
_MADE_FROM = re.compile(r"\{#-?\s*made from\s+([0-9a-f]{8})\s*-?#\}")
# The values of `letter.py` that a template asks for: `letter.copies`, `report.title`.
_PART = re.compile(r"\b((?:letter|report|recommendation|evidence|answer)(?:\.[a-z_]+)+)")
_INCLUDE = re.compile(r"""\{%-?\s*(?:include|extends|import|from)\s+["']([^"']+)["']""")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Override:
    """A template of the office."""

    language: Language
    name: str
    """Its path in the folder of its language: ``parts/closing.md.j2``."""

    text: str
    shipped: str | None
    """The text of the shipped template with the same name, if there is one."""

    @property
    def where(self) -> str:
        """The path of the file in the workspace: ``templates/cy/parts/closing.md.j2``."""
        return f"templates/{self.language}/{self.name}"

    @property
    def made_from(self) -> str:
        """The digest in its line ``{# made from 1a2b3c4d #}``, if it has such a line."""
        match = _MADE_FROM.search(self.text)
        return match[1] if match else ""

    @property
    def digest(self) -> str:
        """The digest of the present shipped template."""
        return digest(self.shipped or "")

    @property
    def lacking(self) -> tuple[str, ...]:
        """The sections, values and files of the shipped template that this one lacks."""
        return tuple(part for part in _contents(self.shipped or "") if part not in set(_contents(self.text)))

    @property
    def includes(self) -> tuple[str, ...]:
        """The templates that it includes."""
        return tuple(_INCLUDE.findall(_COMMENT.sub("", self.text)))


def overrides(folder: Path, shipped: Path) -> tuple[Override, ...]:
    """Return the templates in an office's folder, which have been checked and can be read.

    Args:
        folder: The office's `templates` folder; need not be there.
        shipped: The folder of the shipped templates.
    """
    return tuple(override for language in Language for override in _in_language(language, folder, shipped))


def digest(text: str) -> str:
    """Return the first eight characters of a template's digest; Line endings do not matter."""
    return sha256("\n".join(text.splitlines()).encode()).hexdigest()[:8]


def _in_language(language: Language, folder: Path, shipped: Path) -> Iterator[Override]:
    folder = folder / language
    for file in sorted(folder.rglob("*.j2")):
        name = file.relative_to(folder).as_posix()
        original = shipped / language / name
        text = original.read_text(encoding="utf-8") if original.is_file() else None
        yield Override(language, name, file.read_text(encoding="utf-8"), text)


def _contents(template: str) -> list[str]:
    """Return the contents of a template, each once: its sections, values and included files."""
    bare = _COMMENT.sub("", template)
    fences = (match[1] for match in map(FENCE.match, bare.splitlines()) if match and match[1])
    contents = [*(f"::: {name}" for name in fences), *_PART.findall(bare), *_INCLUDE.findall(bare)]
    return list(dict.fromkeys(contents))

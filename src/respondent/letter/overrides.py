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
    """The text of the shipped template of that name; none where there is none."""

    @property
    def where(self) -> str:
        """The file as the office knows it: ``templates/cy/parts/closing.md.j2``."""
        return f"templates/{self.language}/{self.name}"

    @property
    def made_from(self) -> str:
        """The digest in its line ``{# made from 1a2b3c4d #}``; empty where it has none."""
        found = _MADE_FROM.search(self.text)
        return found[1] if found else ""

    @property
    def digest(self) -> str:
        """The digest of the shipped template as it is today."""
        return digest(self.shipped or "")

    @property
    def lacking(self) -> tuple[str, ...]:
        """The sections, parts of the letter and included files that the shipped one has and this has not."""
        return tuple(one for one in _asked(self.shipped or "") if one not in set(_asked(self.text)))

    @property
    def includes(self) -> tuple[str, ...]:
        """The templates that it includes."""
        return tuple(_INCLUDE.findall(_COMMENT.sub("", self.text)))


def overrides(own: Path, shipped: Path) -> tuple[Override, ...]:
    """Return the templates in an office's folder, which have been checked and can be read.

    Args:
        own: The office's `templates` folder; need not be there.
        shipped: The folder of the shipped templates.
    """
    return tuple(one for language in Language for one in _of(language, own, shipped))


def digest(text: str) -> str:
    """Return the first eight characters of a template's digest; Windows and Unix line ends give the same."""
    return sha256("\n".join(text.splitlines()).encode()).hexdigest()[:8]


def _of(language: Language, own: Path, shipped: Path) -> Iterator[Override]:
    folder = own / language
    for file in sorted(folder.rglob("*.j2")):
        name = file.relative_to(folder).as_posix()
        original = shipped / language / name
        text = original.read_text(encoding="utf-8") if original.is_file() else None
        yield Override(language, name, file.read_text(encoding="utf-8"), text)


def _asked(template: str) -> list[str]:
    """Return what a template has in it, each once: its sections, the values that it asks for, its parts."""
    bare = _COMMENT.sub("", template)
    fences = (match[1] for match in map(FENCE.match, bare.splitlines()) if match and match[1])
    found = [*(f"::: {name}" for name in fences), *_PART.findall(bare), *_INCLUDE.findall(bare)]
    return list(dict.fromkeys(found))

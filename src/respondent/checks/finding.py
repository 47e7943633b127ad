"""What a check reports: a fact, and the finding that the engine makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Literal, TypeAlias

from respondent.files.source import ValuePath
from respondent.language import Language

File: TypeAlias = Literal["response", "office", "ledger"]


class Severity(StrEnum):
    """How much a finding weighs. The office may choose another for a check, in `office.yaml`."""

    ERROR = "error"
    """The letters cannot be released until it is corrected."""

    WARNING = "warning"
    """Somebody should look at it."""

    NOTE = "note"
    """Good to know."""

    OFF = "off"
    """The check is turned off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that a check reports: where, what, and what to do. The engine adds the rest."""

    what: str
    """What is wrong, in one line, without a full stop."""

    advice: str
    """What to do about it, in one line; the same for all facts that are reported together."""

    names: str = ""
    """What `advice`, a command, needs to be about this fact: ``--field closing``; all of them follow it."""

    path: ValuePath = ()
    """Its place in the file: ``("recommendations", 1)``."""

    file: File = "response"
    """The file of `path`."""

    block: str = ""
    """The block of the letter: ``notice.correspondence.1``; empty where it is about no block."""

    language: Language | None = None
    """The letter that it is about; none for both, or for the facts."""

    about: str = ""
    """The words that the fact depends on beside those at its place: words that it names, words elsewhere that
    cause it. A silence lapses when any of them change. If empty, `what` counts."""

    @property
    def full_advice(self) -> str:
        """What to do about this fact alone."""
        return f"{self.advice} {self.names}".rstrip()

    @property
    def letter(self) -> str:
        """Its place in the letters: ``notice (cy)``; empty where it has none."""
        return " ".join(filter(None, (self.block, f"({self.language})" if self.language else "")))


APPROVALS = ("D201", "D204")
"""The checks that wait for nobody but a reader: until then they find every text of a new response."""


def letters(languages: Sequence[Language]) -> tuple[Language | None, ...]:
    """Return the letters to report: one fact without a language if both letters share it."""
    return (None,) if len(languages) > 1 else tuple(languages)


def reason(text: str, by: str, recorded_at: datetime) -> str:
    """Return why a finding was silenced, with by whom and when."""
    return f"{text} ({by}, {recorded_at:%Y-%m-%d})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong with a response."""

    check: str
    """The id of the check: ``S201``."""

    name: str
    """Its name: ``recommendation-answered``."""

    severity: Severity
    where: str
    """The place in the file: ``response.yaml:14: recommendations[2]``; empty where there is none."""

    line: int
    """The line of that place, from 1; 0 where there is none."""

    fact: Fact
    words: str = ""
    """The words at its place: the words of the block in the letters that it is about, else the values."""

    is_duty: bool = False
    """Whether the law itself asks for what is wrong: as an error it cannot be silenced."""

    reason: str = ""
    """Why it was silenced, and by whom; empty where it was not."""

    @property
    def can_be_silenced(self) -> bool:
        """Whether a person may accept it: not if the law requires it to be corrected."""
        return not (self.is_duty and self.severity is Severity.ERROR)

    @property
    def place(self) -> str:
        """Where it is, as people read it: file and line, letter and block."""
        return ", ".join(filter(None, (self.where, self.fact.letter)))

    @property
    def key(self) -> str:
        """What a silencing row names: eight characters computed from check, block, letter and words."""
        fact = self.fact
        parts = (self.check, fact.block, fact.language or "", fact.about or fact.what, self.words)
        return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:8]

"""The words of TBX, as tables: its elements, its categories, and what their values are in `terms.csv`.

Names and values are compared by their letters alone, in small ones: ``partOfSpeech``, *Part of Speech*.
Source: ISO 30042:2008 with TBX-Basic, ISO 30042:2019 with its modules Min, Basic and Linguist; what programs
write beside them, English or Welsh, was added.
"""

from __future__ import annotations

import re
from enum import IntEnum

from respondent.language import Language

CONCEPTS = frozenset(("termEntry", "conceptEntry"))
"""The elements around a concept, old and new."""

SECTIONS = frozenset(("langSet", "langSec"))
"""Those around its terms in one language."""

TERMS = frozenset(("tig", "ntig", "termSec"))
"""Those around one term and what is said of it."""

WORDS = frozenset(("hi", "foreign"))
"""Elements in a text around words; all others hold codes of a program."""

GROUPS = frozenset(("termGrp", "termNoteGrp", "adminGrp"))
"""Elements around what is said, which say nothing themselves."""

CARRIERS = {
    "termNote": "partOfSpeech",
    "descrip": "definition",
    "admin": "source",
    "note": "note",
    "descripNote": "note",
}
"""The elements that name their category in `type`, and the category where they do not."""

LANGUAGES = {
    "cy": Language.CY, "cym": Language.CY, "wel": Language.CY, "welsh": Language.CY, "cymraeg": Language.CY,
    "en": Language.EN, "eng": Language.EN, "english": Language.EN, "saesneg": Language.EN,
}  # fmt: skip
"""Languages by the main part of their code, or by the name that some programs write there."""

SOURCES = ("source", "sourceIdentifier")
REMARKS = (
    "definition", "explanation", "context", "example", "note", "usageNote", "subjectField",
    "geographicalUsage", "register",
)  # fmt: skip
"""The categories that are kept in the note of a term."""

PLURALS = ("plural", "pluralForm", "lluosog")
STATUSES = ("administrativeStatus", "normativeAuthorization", "status", "usageStatus")


class Rank(IntEnum):
    """How much a term is to be used before others of its language."""

    PREFERRED = 0
    UNRANKED = 1
    ADMITTED = 2
    NEVER = 3


_RANKS = {
    Rank.PREFERRED: "preferred standardized legal regulated",
    Rank.ADMITTED: "admitted",
    Rank.NEVER: "deprecated superseded notRecommended obsolete forbidden doNotUse prohibited rejected",
}
_PARTS = {
    "noun": "noun n enw countNoun commonNoun massNoun",
    "name": "properNoun name enwPriod",
    "verb-noun": "verb verbNoun v berf berfenw",
    "adjective": "adjective adj ansoddair",
    "phrase": "phrase nounPhrase verbPhrase phraseologicalUnit setPhrase ymadrodd",
    "abbreviation": "abbreviation acronym initialism talfyriad",
}
_GENDERS = {
    "m": "masculine masc m male gwrywaidd g eg",
    "f": "feminine fem f female benywaidd b eb",
}
_NUMBERS = {
    "singular": "singular sg unigol",
    "plural": "plural pl lluosog",
}
_SHORT = {
    "abbreviation": _PARTS["abbreviation"],
    "short": "shortForm shortcut",
}


def plain(text: str) -> str:
    """Return the letters of a name or a value, small: how they are compared.

    >>> plain("Part of Speech"), plain("deprecatedTerm-admn-sts")
    ('partofspeech', 'deprecated')
    """
    return re.sub(r"[\W_]", "", text.casefold()).removesuffix("admnsts").removesuffix("term")


def _by_value(table: dict[str, str]) -> dict[str, str]:
    return {plain(word): value for value, words in table.items() for word in words.split()}


RANKS = {plain(word): rank for rank, words in _RANKS.items() for word in words.split()}
PARTS = _by_value(_PARTS)
GENDERS = _by_value(_GENDERS)
NUMBERS = _by_value(_NUMBERS)
SHORT = _by_value(_SHORT)
"""Kinds of short form, each of which has its own in the other language."""

"""The words of the table, in both languages: it is read by the same words by which it is written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from respondent.changes.printed import SOURCE_CHANGED, TABLE_HELP, WHOLE_TEXT
from respondent.language import Language, Pair
from respondent.ledger.state import State

TITLE: Final = Pair("Tabl cyfieithu", "Translation table")
RESPONSE: Final = Pair("Ymateb", "Response")
PAGE: Final = Pair("Tudalen", "Page")

COLUMNS: Final[Mapping[str, Pair[str]]] = MappingProxyType(
    {
        "key": Pair("Allwedd", "Key"),
        "source": Pair("Ffynhonnell", "Source"),
        "target": Pair("Cyfieithiad", "Translation"),
        "state": Pair("Statws", "State"),
        "note": Pair("Nodyn", "Note"),
    }
)
"""The columns, in their order."""

LANGUAGES: Final[Mapping[Language, Pair[str]]] = MappingProxyType(
    {Language.CY: Pair("Cymraeg", "Welsh"), Language.EN: Pair("Saesneg", "English")}
)
"""The name of each language, in each language."""

STATES: Final[Mapping[State, Pair[str]]] = MappingProxyType(
    {
        State.MISSING: Pair("ar goll", "missing"),
        State.UNAPPROVED: Pair("heb ei gymeradwyo", "unapproved"),
        State.STALE: Pair("wedi dyddio", "stale"),
        State.TRANSLATED: Pair("wedi'i gyfieithu", "translated"),
        State.REVIEWED: Pair("wedi'i adolygu", "reviewed"),
        State.FINAL: Pair("terfynol", "final"),
    }
)

HELP: Final = TABLE_HELP
WHOLE: Final = WHOLE_TEXT
CHANGED: Final = SOURCE_CHANGED

APPROVED: Final = Pair("Newidiwyd ers ei gymeradwyo", "Changed since it was approved")
TERMS: Final = Pair("Termau", "Terms")
REMARK: Final = Pair("Sylw", "Remark")
ANSWER: Final = Pair("Ateb", "Answer")

EVERY: Final[tuple[Pair[str], ...]] = (
    *(TITLE, RESPONSE, PAGE, HELP, WHOLE, CHANGED, APPROVED, TERMS, REMARK, ANSWER),
    *COLUMNS.values(),
    *LANGUAGES.values(),
    *STATES.values(),
)
"""All of them."""

"""The words of the table, in both languages: it is read by the same words by which it is written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

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
        "state": Pair("Cyflwr", "State"),
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
        State.TRANSLATED: Pair("wedi’i gyfieithu", "translated"),
        State.REVIEWED: Pair("wedi’i adolygu", "reviewed"),
        State.FINAL: Pair("terfynol", "final"),
    }
)

HELP: Final = Pair(
    "Ysgrifennwch yn y golofn Cyfieithiad. Cewch newid y Cyflwr ac ychwanegu Nodyn; gadewch yr Allwedd a’r"
    " Ffynhonnell fel y maent. Er gwybodaeth yn unig y mae’r rhesi llwyd. Anfonwch y ddogfen yn ôl fel ffeil"
    " Word, yn gyfan neu fesul rhan.",
    "Write in the column Translation. You may change the State and add a Note; leave the Key and the Source"
    " as they are. Grey rows are for information only. Send the document back as a Word file, whole or in"
    " parts.",
)
WHOLE: Final = Pair(
    "Y testun cyfan: cadwch yr arwyddion ar ddechrau llinellau (#, -, 1., >, |) a’r llinellau gwag.",
    "The whole text: keep the signs at the beginnings of lines (#, -, 1., >, |) and the empty lines.",
)
"""What is said of a text that travels as a whole, in Markdown."""

CHANGED: Final = Pair("Newidiwyd y ffynhonnell", "The source has changed")

EVERY: Final[tuple[Pair[str], ...]] = (
    *(TITLE, RESPONSE, PAGE, HELP, WHOLE, CHANGED),
    *COLUMNS.values(),
    *LANGUAGES.values(),
    *STATES.values(),
)
"""All of them."""

"""What the program itself prints where a text is missing or a letter is a draft: nobody's own words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from respondent.language import Pair
from respondent.response.labels import shipped_labels

LABELS = ("gap", "gap-other", "draft")
"""The labels of a letter that mark what is missing and what is no final letter."""

TABLE_HELP: Final = Pair(
    "Ysgrifennwch yn y golofn Cyfieithiad. Cewch newid y Statws ac ychwanegu Nodyn; gadewch yr Allwedd a'r"
    " Ffynhonnell fel y maent. Er gwybodaeth yn unig y mae'r rhesi llwyd. Anfonwch y ddogfen yn ôl fel ffeil"
    " Word, yn gyfan neu fesul rhan.",
    "Write in the column Translation. You may change the State and add a Note; leave the Key and the Source"
    " as they are. Grey rows are for information only. Send the document back as a Word file, whole or in"
    " parts.",
)
"""What stands above a translators' table in Word."""

WHOLE_TEXT: Final = Pair(
    "Y testun cyfan: cadwch y nodau ar ddechrau llinellau (#, -, 1., >, |) a'r llinellau gwag.",
    "The whole text: keep the signs at the beginnings of lines (#, -, 1., >, |) and the empty lines.",
)
"""What stands beside a text of that table that travels as a whole, in Markdown."""

SOURCE_CHANGED: Final = Pair("Newidiwyd y ffynhonnell", "The source has changed")


def printed(labels: Mapping[str, Pair[str]] | None = None) -> tuple[str, ...]:
    """Return every sentence and mark that no text of a response may hold.

    Args:
        labels: The labels that the office has changed, by key; its own gap sentence is no text either.
    """
    own = [text for key in LABELS for text in (labels or {}).get(key, Pair("", "")).values() if text]
    return (*_shipped(), *own)


@cache
def _shipped() -> tuple[str, ...]:
    texts = [words[key] for words in shipped_labels().values() for key in LABELS]
    hints = (TABLE_HELP, WHOLE_TEXT, SOURCE_CHANGED)
    return (*texts, *(text for pair in hints for text in pair.values()))

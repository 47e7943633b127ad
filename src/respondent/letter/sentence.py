"""The office's statutory sentence, with the report, its date and the inspectorate filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from respondent.document.tree import Inline, Run, Words
from respondent.language import Language
from respondent.letter.letter import Value

SLOT = re.compile(r"\{([a-z]+)\}")


def filled(sentence: str, slots: Mapping[str, Value], language: Language) -> Words:
    """Return the sentence with its slots filled, each value in its own language.

    Reading has refused slots that are not known.
    """
    inlines: list[Inline] = []
    for index, piece in enumerate(SLOT.split(sentence)):
        value = slots[piece] if index % 2 else piece
        if isinstance(value, Words):
            inlines.extend(value.inlines)
        elif str(value):
            inlines.append(Run(str(value), language))
    return Words(tuple(inlines))

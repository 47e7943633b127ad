"""Join Welsh words by tables of rules, each with its published source."""

from __future__ import annotations

from respondent.grammar.welsh.mutation import Mutation, mutate
from respondent.grammar.welsh.noun import Joinable, Noun, Phrase
from respondent.grammar.welsh.phrases import after, article, describe, join
from respondent.grammar.welsh.triggers import TRIGGERS, Rule, Trigger

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    from respondent.grammar.welsh.amounts import money, per_cent
    from respondent.grammar.welsh.dates import between, date_text, from_to, mis, month, weekday
    from respondent.grammar.welsh.numerals import count
    from respondent.grammar.welsh.ordinals import ordinal
    from respondent.grammar.welsh.radical import Radical, radicals
    from respondent.grammar.welsh.references import (
        by_position,
        capitalized,
        counted,
        number_list,
        numbered,
        numeral,
        the_other,
    )
else:
    # Loaded on first use, because a program that only joins words does not need them.
    _LATER = {
        **dict.fromkeys(("money", "per_cent"), "amounts"),
        **dict.fromkeys(("between", "date_text", "from_to", "mis", "month", "weekday"), "dates"),
        **dict.fromkeys(("count",), "numerals"),
        **dict.fromkeys(("ordinal",), "ordinals"),
        **dict.fromkeys(("Radical", "radicals"), "radical"),
        **dict.fromkeys(
            ("by_position", "capitalized", "counted", "number_list", "numbered", "numeral", "the_other"),
            "references",
        ),
    }

    def __getattr__(name: str) -> object:
        """Return one of the names of `_LATER` from its module."""
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        globals()[name] = value = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
        return value


__all__ = [
    "TRIGGERS",
    "Joinable",
    "Mutation",
    "Noun",
    "Phrase",
    "Radical",
    "Rule",
    "Trigger",
    "after",
    "article",
    "between",
    "by_position",
    "capitalized",
    "count",
    "counted",
    "date_text",
    "describe",
    "from_to",
    "join",
    "mis",
    "money",
    "month",
    "mutate",
    "number_list",
    "numbered",
    "numeral",
    "ordinal",
    "per_cent",
    "radicals",
    "the_other",
    "weekday",
]

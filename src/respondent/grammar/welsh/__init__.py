"""Welsh that joins: nouns in, phrases out, by tables with their sources."""

from __future__ import annotations

from respondent.grammar.welsh.amounts import money, per_cent
from respondent.grammar.welsh.dates import between, date_text, from_to, mis, month, weekday
from respondent.grammar.welsh.mutation import Mutation, Radical, mutate, radicals
from respondent.grammar.welsh.noun import Joinable, Noun, Phrase
from respondent.grammar.welsh.numerals import count
from respondent.grammar.welsh.ordinals import ordinal
from respondent.grammar.welsh.phrases import after, article, describe, join
from respondent.grammar.welsh.triggers import TRIGGERS, Rule, Trigger

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
    "count",
    "date_text",
    "describe",
    "from_to",
    "join",
    "mis",
    "money",
    "month",
    "mutate",
    "ordinal",
    "per_cent",
    "radicals",
    "weekday",
]

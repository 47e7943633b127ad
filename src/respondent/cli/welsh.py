"""`respondent welsh`: shows how Welsh words join, for people who write templates and texts."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.grammar.welsh import Noun, Phrase
    from respondent.grammar.welsh.terms import Terms

QUESTIONS: Mapping[str, str] = {
    "after": "WORD NOUN",
    "article": "NOUN",
    "count": "NUMBER NOUN",
    "ordinal": "NUMBER NOUN",
    "join": "NOUN NOUN …",
}
"""Each question, with the words that it takes."""


def welsh(
    question: Annotated[
        str, typer.Argument(help="after, article, count, ordinal or join. Put why before it for the rule.")
    ],
    words: Annotated[list[str], typer.Argument(help="The words to join. A noun may have several words.")],
    in_words: Annotated[
        bool, typer.Option("--words", help="Write numbers in words where Welsh has them.")
    ] = False,
    gender: Annotated[
        str, typer.Option("--gender", help="The gender of the noun, m or f, if the lexicon does not have it.")
    ] = "",
    plural: Annotated[
        str, typer.Option("--plural", help="The plural of the noun, if the lexicon does not have it.")
    ] = "",
) -> None:
    """Show how Welsh words join: mutation, article, numbers, lists.

    The output says if a join cannot be decided. Put why before the question to print the rule and its source
    too. In a workspace, the names in office.yaml and the terms in terms.csv come before the built-in terms
    and the lexicon.

    Example:  respondent welsh after yn Caerdydd

    Example:  respondent welsh count 3 comisiynydd --words

    Example:  respondent welsh why after i Gwent
    """
    is_why = question == "why"
    if is_why:
        question, *words = words
    vocabulary = _Vocabulary(_record(gender, plural), _terms())
    phrase = _answer(question, words, in_words, vocabulary)
    print(phrase)
    if is_why:
        print(f"  rule      {_rule(phrase)}")
        print(f"  source    {phrase.source or 'none: nothing changes'}")
    if phrase.doubt:
        print(f"  unsure    {phrase.doubt}")


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """What is known of a word: what the person says, then the workspace, then the grammar."""

    record: Mapping[str, str]
    terms: Terms

    def noun(self, words: Sequence[str]) -> Noun:
        """Return the noun that some words are."""
        from respondent.grammar.welsh import lexicon

        noun = lexicon.noun(" ".join(words), self.terms)
        if not self.record:
            return noun
        return noun.replace(mutates=noun.mutates or "yes", **self.record)


def _terms() -> Terms:
    """Return the terms of the workspace around the current folder; outside a workspace, none.

    Grammar can be asked about before `office.yaml` is complete. Its names are then left out.
    """
    from respondent.files import workspace
    from respondent.grammar.welsh.terms import NONE

    place = workspace.around(Path.cwd())
    if place is None:
        return NONE
    from respondent.errors import DataError
    from respondent.production.office import office_file
    from respondent.response.terms import load, nouns, office_terms

    try:
        office = office_file(place).facts
    except DataError:
        print(f"{place.office_file.name} has mistakes, so its names are not used", file=sys.stderr)
        print("  run  respondent draft  to list them", file=sys.stderr)
        return nouns(load(place))
    return office_terms(place, office)


def _answer(question: str, words: Sequence[str], in_words: bool, vocabulary: _Vocabulary) -> Phrase:
    from respondent.grammar import welsh as grammar

    match question, list(words):
        case "after", [word, _, *_]:
            return grammar.after(word, vocabulary.noun(words[1:]))
        case "article", [_, *_]:
            return grammar.article(vocabulary.noun(words))
        case "count", [number, _, *_]:
            return grammar.count(_number(number), vocabulary.noun(words[1:]), words=in_words)
        case "ordinal", [number, _, *_]:
            return grammar.ordinal(_number(number), vocabulary.noun(words[1:]), words=in_words)
        case "join", [_, *_]:
            return grammar.join(vocabulary.noun([word]) for word in words)
    raise _wrong(question)


def _wrong(question: str) -> Exception:
    from respondent.errors import Problem, UsageError

    if question in QUESTIONS:
        fault = f"{question} takes {QUESTIONS[question]}"
        return UsageError(
            Problem("welsh", fault, f"write:  respondent welsh {question} {QUESTIONS[question]}")
        )
    return UsageError(
        Problem("welsh", f"there is no question {question}", f"write one of {', '.join(QUESTIONS)}")
    )


def _record(gender: str, plural: str) -> dict[str, str]:
    from respondent.errors import Problem, UsageError

    if gender not in ("", "m", "f"):
        raise UsageError(Problem("--gender", f"“{gender}” is not a gender", "write m or f"))
    return {key: value for key, value in (("gender", gender), ("plural", plural)) if value}


def _number(text: str) -> int:
    from respondent.errors import Problem, UsageError

    if not text.isdecimal() or len(text) > 9:
        raise UsageError(Problem("welsh", f"“{text}” is not a number", "write it in figures:  3"))
    return int(text)


def _rule(phrase: Phrase) -> str:
    from respondent.grammar.welsh import TRIGGERS

    row = TRIGGERS.get(phrase.rule)
    return f"{row.rule.name} ({phrase.rule})" if row else phrase.rule or "none"

"""`respondent welsh`: asks the grammar how words join, for people who write templates and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.grammar.welsh import Noun, Phrase

QUESTIONS: Mapping[str, str] = {
    "after": "WORD NOUN",
    "article": "NOUN",
    "count": "NUMBER NOUN",
    "ordinal": "NUMBER NOUN",
    "join": "NOUN NOUN …",
}
"""What can be asked, with what it takes."""


def welsh(
    question: Annotated[
        str, typer.Argument(help="after, article, count, ordinal or join; why goes before it.")
    ],
    words: Annotated[list[str], typer.Argument(help="What it is about; a noun may have several words.")],
    in_words: Annotated[
        bool, typer.Option("--words", help="Numbers in words, where there are words.")
    ] = False,
    gender: Annotated[str, typer.Option("--gender", help="m or f, where the lexicon does not know.")] = "",
    plural: Annotated[str, typer.Option("--plural", help="The plural, where it is not known.")] = "",
) -> None:
    """Say how Welsh words join: mutation, article, numbers, lists.

    A join that cannot be decided says so. With why in front, the rule and its source are printed too.

    Example:  respondent welsh after yn Caerdydd

    Example:  respondent welsh count 3 comisiynydd --words

    Example:  respondent welsh why after i Gwent
    """
    is_why = question == "why"
    if is_why:
        question, *words = words
    record = _record(gender, plural)
    phrase = _answer(question, words, in_words, record)
    print(phrase)
    if is_why:
        print(f"  rule      {_rule(phrase)}")
        print(f"  source    {phrase.source or 'none is needed: nothing changes'}")
    if phrase.doubt:
        print(f"  unsure    {phrase.doubt}")


def _answer(question: str, words: Sequence[str], in_words: bool, record: Mapping[str, str]) -> Phrase:
    from respondent.grammar import welsh as grammar

    match question, list(words):
        case "after", [word, _, *_]:
            return grammar.after(word, _noun(words[1:], record))
        case "article", [_, *_]:
            return grammar.article(_noun(words, record))
        case "count", [number, _, *_]:
            return grammar.count(_number(number), _noun(words[1:], record), words=in_words)
        case "ordinal", [number, _, *_]:
            return grammar.ordinal(_number(number), _noun(words[1:], record), words=in_words)
        case "join", [_, *_]:
            return grammar.join(words)
    raise _wrong(question)


def _wrong(question: str) -> Exception:
    from respondent.errors import Problem, UsageError

    if question in QUESTIONS:
        what = f"{question} takes {QUESTIONS[question]}"
        return UsageError(
            Problem("welsh", what, f"write:  respondent welsh {question} {QUESTIONS[question]}")
        )
    return UsageError(Problem("welsh", f"there is no question {question}", f"ask {', '.join(QUESTIONS)}"))


def _noun(words: Sequence[str], record: Mapping[str, str]) -> Noun | str:
    """Return the noun that some words are: a plain text to look up, unless something is told of it."""
    from respondent.grammar.welsh import lexicon

    text = " ".join(words)
    if not record:
        return text
    found = lexicon.noun(text)
    return found.replace(mutates=found.mutates or "yes", **record)


def _record(gender: str, plural: str) -> dict[str, str]:
    from respondent.errors import Problem, UsageError

    if gender not in ("", "m", "f"):
        raise UsageError(Problem("--gender", f"“{gender}” is no gender", "write m or f"))
    return {key: value for key, value in (("gender", gender), ("plural", plural)) if value}


def _number(text: str) -> int:
    from respondent.errors import Problem, UsageError

    if not text.isdecimal() or len(text) > 9:
        raise UsageError(Problem("welsh", f"“{text}” is no number", "write it in figures:  3"))
    return int(text)


def _rule(phrase: Phrase) -> str:
    from respondent.grammar.welsh import TRIGGERS

    row = TRIGGERS.get(phrase.rule)
    return f"{row.rule.name} ({phrase.rule})" if row else phrase.rule or "none"

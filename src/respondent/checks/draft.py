"""Family D, the draft: nothing is missing, left over, undecided or unconfirmed in what the letters say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from respondent.checks.abbreviations import initials
from respondent.checks.case import Case
from respondent.checks.check import Check, check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.document.tree import Quotation, Run
from respondent.document.walk import Node, inlines, nodes, text
from respondent.language import NAMES, Language
from respondent.letter.naming import PEOPLE

DATE = "letter.date"
"""The gap of a letter that has no date yet."""

UNDECIDED = "undecided: "
"""How the gap of a join begins that the grammar could not decide."""


@check("D101", Severity.ERROR, is_duty=True)
def texts_there(case: Case) -> Iterator[Fact]:
    """No text is missing in either letter."""
    for language, gaps in case.pair.gaps.items():
        for gap in gaps:
            if gap.startswith(PEOPLE):
                yield _unknown(gap, language)
            elif gap != DATE and not gap.startswith(UNDECIDED):
                field = case.origins.field(gap)
                other = field.in_(language.other) if field else None
                yield Fact(
                    what=f"the text is missing in the {NAMES.in_(language)} letter",
                    advice="have it translated" if other else "write it",
                    path=field.place(language) if field else (),
                    block=gap,
                    language=language,
                )


@check("D102", Severity.ERROR)
def letter_dated(case: Case) -> Iterator[Fact]:
    """The letter has a date."""
    if case.facts.letter.date is None:
        advice = f"add  date: {case.today}  under `letter`, or the day on which you will send it"
        yield Fact(
            what="the letter has no date yet; drafts have the day they are made",
            advice=advice,
            path=("letter",),
        )


def _unknown(gap: str, language: Language) -> Fact:
    who = gap.removeprefix(PEOPLE)
    return Fact(
        what=f"`people` does not have {who}, and the {NAMES.in_(language)} letter has a gap",
        advice="add a person with this role whose `from:` and `to:` include the day, or complete the record",
        path=("people",),
        file="office",
        block=gap,
        language=language,
    )


@check("D103", Severity.ERROR)
def joins_decided(case: Case) -> Iterator[Fact]:
    """Every Welsh word that a template joins is joined by a rule."""
    for language, gaps in case.pair.gaps.items():
        for gap in gaps:
            if gap.startswith(UNDECIDED):
                yield Fact(
                    what=f"a join is {gap}",
                    advice="answer this in office.yaml or terms.csv, or write the sentence yourself",
                    language=language,
                    block=_block_of(case, language, gap),
                )


@check("D104", Severity.ERROR)
def placeholders_gone(case: Case) -> Iterator[Fact]:
    """Nothing is left that was to be filled in later."""
    for language in Language:
        for node in case.pair.nodes.in_(language):
            words = text(tuple(run for run in inlines(node) if not (isinstance(run, Run) and run.gap)))
            for match in PLACEHOLDER.finditer(words) if _may_have_one(words) else ():
                is_foot = node.id.startswith("foot.")  # the notice once more
                if not is_foot and _is_left(match, case, language, node):
                    what = f"“{match[0]}” is left to be filled in"
                    yield fact(case, (node.id, language), what, "fill it in, or remove it", match[0])


@check("D501", Severity.WARNING)
def ledger_sound(case: Case) -> Iterator[Fact]:
    """The ledgers are whole, and of each file there is one."""
    for problem in (*case.ledger.problems, *case.office_ledger.problems):
        path = (problem.line,) if problem.line else ()
        yield Fact(
            what=problem.what,
            advice=problem.next,
            path=path,
            file="ledger",
            about=f"{problem.line} {problem.what}",
        )


# *Part XX*, *Schedule XX* and their Welsh are Roman numerals; anywhere else XX is to be replaced. A bracket
# counts if it begins with an instruction or the name of what goes in it; other brackets quote an omission.
PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBC|TBA|FIXME)\b"
    r"|(?<!\bPart )(?<!\bSchedule )(?<!\bChapter )(?<!\bRhan )(?<!\bAtodlen )(?<!\bPennod )\bXX+\b"
    r"|\?{3,}|_{3,}|\.{5,}|…{2,}|\{\{|\}\}|\{%|%\}|<<|>>"
    r"|\[(?i:insert|add|enter|name|date|number|title|figure|to be|tbc)\b[^\]]*\]"
    r"|\[(?i:mewnosod|mewnosoder|ychwanegu|ychwaneger|enw|dyddiad|rhif|teitl|i'w)\b[^\]]*\]"
    r"|\b(?i:lorem ipsum|dummy text)\b",
)
"""Marks that people leave where something is to be filled in."""

_HINTS = ("[", "{", "}", "%", "<<", ">>", "???", "___", "……", ".....", "TO", "TB", "XX", "FIX")
_SMALL_HINTS = ("lorem ipsum", "dummy text")
"""Quick tests: most texts have none of these, and the slower pattern is not tried on them."""


def _may_have_one(words: str) -> bool:
    if any(hint in words for hint in _HINTS):
        return True
    small = words.lower()
    return any(hint in small for hint in _SMALL_HINTS)


# Quoted brackets are an editor's insertion (“[the force] must …”); an apostrophe within a word opens nothing.
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]|(?<!\w)[‘'][^’']*[’'](?!\w)")


def _is_left(match: re.Match[str], case: Case, language: Language, node: Node) -> bool:
    """Return whether what looks like a placeholder is one: no quoted brackets, no initials of a body."""
    if match[0].startswith("["):
        spans = (quoted.span() for quoted in _QUOTED.finditer(match.string))
        quotations = [block for block in case.pair.nodes.in_(language) if isinstance(block, Quotation)]
        is_quoted = any(inner is node for inner in nodes(quotations))
        return not (is_quoted or any(start < match.start() < end for start, end in spans))
    if not match[0].isalpha():
        return True
    named = re.compile(rf"((?:[\w’'&-]+ )+)\({match[0]}\)")
    names = (
        name[1] for passage in case.pair.own_passages.in_(language) for name in named.finditer(passage.text)
    )
    return not any(initials(name).endswith(match[0]) for name in names)


def _block_of(case: Case, language: Language, gap: str) -> str:
    """Return the block in which a gap stands."""
    blocks = (
        node.id
        for node in case.pair.nodes.in_(language)
        for run in inlines(node)
        if isinstance(run, Run) and run.gap == gap
    )
    return next(blocks, "")


LACKING: tuple[Check, ...] = (texts_there, letter_dated, joins_decided)
"""What no letter goes out without, however an office weighs its checks."""

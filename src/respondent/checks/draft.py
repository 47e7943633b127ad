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

_SENSE = "plain sense: nothing unfinished goes out"
_EQUAL = "Welsh Language Standards: the Welsh letter is no less than the English one"

DATE = "letter.date"
"""The gap of a letter that has no date yet."""

UNDECIDED = "undecided: "
"""How the gap of a join begins that the grammar could not decide."""


@check("D101", "texts-there", Severity.ERROR, _EQUAL, is_duty=True)
def texts_there(case: Case) -> Iterator[Fact]:
    """No text is missing in either letter.

    What: No letter has a gap: a text of the response that stands in one language only, or in none.

    Why: A letter with a hole in it cannot be sent, and the Welsh one has everything that the English one has.

    Example: An account of evidence with `en` and no `cy`.

    Mend: Write the text, or have it translated; `respondent draft` lists all that is missing.
    """
    for language, found in case.gaps.items():
        for gap in found:
            if gap != DATE and not gap.startswith(UNDECIDED):
                field = case.field(gap)
                other = field.in_(language.other) if field else None
                yield Fact(
                    what=f"the text is missing in the {NAMES.in_(language)} letter",
                    next="have it translated" if other else "write it",
                    path=field.place(language) if field else (),
                    block=gap,
                    language=language,
                )


@check("D102", "letter-dated", Severity.ERROR, _SENSE)
def dated(case: Case) -> Iterator[Fact]:
    """The letter has a date.

    What: The response gives the letter's date. Until it does, a draft has the day on which it is made.

    Why: The date decides who is named and whether the letter is in time; the law counts to the day.

    Example: A `response.yaml` without `date` under `letter`.

    Mend: Write `date: 2019-05-14` under `letter`.
    """
    if case.facts.letter.date is None:
        then = f"write  date: {case.today}  under `letter`, or the day on which it is to go out"
        yield Fact(
            what="the letter has no date yet; drafts have the day they are made", next=then, path=("letter",)
        )


@check("D103", "joins-decided", Severity.ERROR, "docs/welsh.md: what cannot be decided is never guessed")
def joins_decided(case: Case) -> Iterator[Fact]:
    """Every Welsh word that a template joins is joined by a rule.

    What: No join in a letter is undecided. Where nobody knows a word's gender, or whether it mutates, the
    draft has the word as it is and marks it.

    Why: Half of such guesses would be wrong, and a reader of Welsh sees it at once.

    Example: *yn Coventry*, since nobody has said whether the name mutates.

    Mend: Say what is asked, in the record of `office.yaml` or in a row of `terms.csv`; or write the sentence
    yourself.
    """
    for language, found in case.gaps.items():
        for gap in found:
            if gap.startswith(UNDECIDED):
                yield Fact(
                    what=f"a join is {gap}",
                    next="say in office.yaml or terms.csv what is asked, or write the sentence yourself",
                    language=language,
                    block=_block_of(case, language, gap),
                )


@check("D104", "placeholders-gone", Severity.ERROR, _SENSE)
def no_placeholders(case: Case) -> Iterator[Fact]:
    """Nothing is left that was to be filled in later.

    What: Neither letter has *TODO, TBC, XX, ???*, `[insert …]`, `{{`, a row of underscores or *lorem ipsum*
    in it, headings, addresses and quotations included. Brackets in a quotation are those of whoever is
    quoted; *Part XX* is a number, and *TBA* behind the name that it stands for is a name.

    Why: Such a mark is put there so that it is seen, and then is not.

    Example: “by XX December”, “[insert name]”.

    Mend: Fill it in, or take it out.
    """
    for language in Language:
        for node in case.all_nodes(language):
            words = text(tuple(run for run in inlines(node) if not (isinstance(run, Run) and run.gap)))
            for found in PLACEHOLDER.finditer(words) if _may_have_one(words) else ():
                is_foot = node.id.startswith("foot.")  # the notice once more
                if not is_foot and _is_left(found, case, language, node):
                    what = f"“{found[0]}” is left to be filled in"
                    yield fact(case, (node.id, language), what, "fill it in, or take it out", found[0])


@check("D501", "ledger-sound", Severity.WARNING, "what somebody said of a text is not to be lost")
def ledger_sound(case: Case) -> Iterator[Fact]:
    """The ledger of the response is whole, and there is one of it.

    What: No line of `ledger.jsonl` is damaged, and no copy of the file lies beside it.

    Why: What a damaged line said counts for nothing: an approval may be lost. A copy, as made by programs
    that keep folders alike on several machines, may have rows that the ledger has not.

    Example: `ledger-PC12.jsonl` beside `ledger.jsonl`.

    Mend: The finding says what to do for each.
    """
    for problem in case.ledger.problems:
        path = (problem.line,) if problem.line else ()
        yield Fact(
            what=problem.what,
            next=problem.next,
            path=path,
            file="ledger",
            about=f"{problem.line} {problem.what}",
        )


PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBC|TBA|FIXME)\b"
    r"|(?<!\bPart )(?<!\bSchedule )(?<!\bChapter )(?<!\bRhan )(?<!\bAtodlen )(?<!\bPennod )\bXX+\b"
    r"|\?{3,}|_{3,}|\.{5,}|…{2,}|\{\{|\}\}|\{%|%\}|<<|>>"
    r"|\[(?i:insert|add|enter|name|date|number|title|figure|to be|tbc)\b[^\]]*\]"
    r"|\[(?i:mewnosod|mewnosoder|ychwanegu|ychwaneger|enw|dyddiad|rhif|teitl|i'w)\b[^\]]*\]"
    r"|\b(?i:lorem ipsum|dummy text)\b",
)
"""What people write where something is to be filled in."""

_HINTS = ("[", "{", "}", "%", "<<", ">>", "???", "___", "……", ".....", "TO", "TB", "XX", "FIX")
_SMALL_HINTS = ("lorem ipsum", "dummy text")
"""What a placeholder has in it; most texts have none of these, and are read no further."""


def _may_have_one(words: str) -> bool:
    if any(hint in words for hint in _HINTS):
        return True
    small = words.lower()
    return any(hint in small for hint in _SMALL_HINTS)


_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]|(?<!\w)[‘'][^’']*[’'](?!\w)")


def _is_left(found: re.Match[str], case: Case, language: Language, node: Node) -> bool:
    """Return whether what looks like a placeholder is one: no quoted brackets, no initials of a body."""
    if found[0].startswith("["):
        spans = (quoted.span() for quoted in _QUOTED.finditer(found.string))
        quotations = [one for one in case.all_nodes(language) if isinstance(one, Quotation)]
        is_quoted = any(inner is node for inner in nodes(quotations))
        return not (is_quoted or any(start < found.start() < end for start, end in spans))
    if not found[0].isalpha():
        return True
    named = re.compile(rf"((?:[\w’'&-]+ )+)\({found[0]}\)")
    names = (one[1] for passage in case.own.in_(language) for one in named.finditer(passage.text))
    return not any(initials(name).endswith(found[0]) for name in names)


def _block_of(case: Case, language: Language, gap: str) -> str:
    """Return the block in which a gap stands."""
    found = (
        node.id
        for node in case.all_nodes(language)
        for run in inlines(node)
        if isinstance(run, Run) and run.gap == gap
    )
    return next(found, "")


LACKING: tuple[Check, ...] = (texts_there, dated, joins_decided)
"""What no letter goes out without, however an office weighs its checks."""

CHECKS: tuple[Check, ...] = (*LACKING, no_placeholders)

LEDGER_CHECKS: tuple[Check, ...] = (ledger_sound,)

"""Family S: what section 55 asks of the facts: an answer to each recommendation, comments, copies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.finding import Fact, Severity, letters
from respondent.document.tree import Heading, Section
from respondent.document.walk import inlines, nodes, words
from respondent.files.source import ValuePath
from respondent.language import Language, Pair
from respondent.response.bodies import FORCE, OFFICE
from respondent.response.kinds import CONCERNS
from respondent.response.model import Answer, Comments, Recommendation
from respondent.response.office import Person
from respondent.response.text import Text

ANSWER_TEXTS = ("action_taken", "action_proposed", "reason_for_none")

COPIED = 0.8
"""An answer is a copy if this share of its runs of words is in the evidence too.

Four fifths lets a sentence that quotes the force pass and still catches a copy with a changed beginning.
"""

_RUN = 5
"""Words in a row that are compared: shorter runs (*the chief constable of Gwent*) recur in honest answers."""

# No comments is lawful under s 55(5), and any ordinary denial says so. Both languages deny with small words.
_NONE = Pair(r"\b(?:ni|nid|na|nad|dim|heb)\b", r"\b(?:no|not|none|nothing|without)\b")
"""Says in either language that no comments came."""


@check("S101", Severity.ERROR, is_duty=True)
def recommendation_answered(case: Case) -> Iterator[Fact]:
    """Each recommendation that applies has the body's own action, or its reason for none."""
    for index, recommendation in _ours(case):
        if not any(_has_answer(answer) for answer in _answers_to(case, recommendation)):
            yield Fact(
                what=f"{recommendation.reference} has neither an action of the body's own nor a reason for"
                " none",
                advice=f"in `answers`, say what you have done or will do about `{recommendation.id}`, or why"
                " you do nothing",
                path=("recommendations", index),
            )
    for index, answer in enumerate(case.facts.answers):
        block = f"answer.{case.plan.printed['answer', answer.id]}"
        for language in _silent(case, block) if _has_answer(answer) else ():
            yield Fact(
                what=f"the answer `{answer.id}` is not printed",
                advice="print it again, or correct the office's template parts/answer.md.j2",
                path=("answers", index),
                block=block,
                language=language,
            )
    for index, report in enumerate(case.plan.reports):
        if report.scope.unlisted > 0 and not _has_text(case.facts.reports[index].others):
            yield Fact(
                what=f"{report.scope.unlisted} of the {report.scope.made} recommendations of `{report.id}`"
                " are neither listed nor covered",
                advice="list them, or say in `others` of the report that they are not ours, or in another"
                " letter",
                path=("reports", index, "makes"),
            )


@check("S102", Severity.WARNING)
def answer_is_the_bodys_own(case: Case) -> Iterator[Fact]:
    """The body's answer says what the body does, and does not repeat what the force says."""
    texts = [getattr(answer, name) for answer in case.facts.answers for name in ANSWER_TEXTS]
    sources = _Sources(_words_of_the_force(case), filter(None, texts))
    for index, answer in enumerate(case.facts.answers):
        for name in ANSWER_TEXTS:
            copied = sources.of(getattr(answer, name))
            if copied:
                yield Fact(
                    what=f"the answer `{answer.id}` repeats {copied}",
                    advice="describe what the body itself does; the force's account belongs in the evidence",
                    path=("answers", index, name),
                )


@check("S103", Severity.WARNING)
def recommendation_evidenced(case: Case) -> Iterator[Fact]:
    """Each recommendation that applies has evidence, or the response says that there is none."""
    shown = {
        id
        for recommendation in case.facts.evidence
        if _has_text(recommendation.text)
        for id in recommendation.answers
    }
    for index, recommendation in _ours(case):
        refused = any(_has_text(answer.reason_for_none) for answer in _answers_to(case, recommendation))
        if recommendation.id not in shown and not refused:
            yield Fact(
                what=f"no evidence is given for {recommendation.reference}, nor is it said that there is"
                " none",
                advice=f"add `{recommendation.id}` to the `answers` of the evidence that shows it; if there"
                " is none yet, add an entry that says so",
                path=("recommendations", index),
                about=f"{recommendation.id}: {_answered_with(_answers_to(case, recommendation))}",
            )


@check("S104", Severity.ERROR)
def not_applicable_explained(case: Case) -> Iterator[Fact]:
    """A recommendation that does not apply has the reason why, and both letters give it."""
    for index, recommendation in enumerate(case.facts.recommendations):
        if recommendation.applies or recommendation.kind == "area-for-improvement":
            continue
        if recommendation.why_not is None and not _is_addressed_to_us(case, recommendation):
            continue  # the letter says for whom it is
        if not _has_text(recommendation.why_not):
            yield Fact(
                what=f"{recommendation.reference} does not apply, and nothing says why",
                advice="give the reason in `why_not`, or remove  applies: false",
                path=("recommendations", index),
            )
            continue
        block = case.plan.reason_sections.get(recommendation.id, f"not-ours.{recommendation.id}")
        for language in _silent(case, block):
            yield Fact(
                what=f"why {recommendation.reference} does not apply is not printed",
                advice="set  introduction: standard, or silence this finding if the opening gives the reason",
                path=("recommendations", index, "why_not"),
                block=block,
                language=language,
                about=f"{recommendation.text.en}: {_opening(case)}",
            )


@check("S105", Severity.WARNING)
def concern_has_recommendations(case: Case) -> Iterator[Fact]:
    """A cause of concern comes with the recommendations that belong to it."""
    named = {recommendation.cause_of_concern for recommendation in case.facts.recommendations}
    for index, recommendation in enumerate(case.facts.recommendations):
        if recommendation.kind in CONCERNS and recommendation.id not in named:
            yield Fact(
                what=f"{recommendation.reference} has no recommendation that belongs to it",
                advice=f"add  cause_of_concern: {recommendation.id}  to its recommendations; copy any that"
                " are missing from the report",
                path=("recommendations", index),
            )


@check("S201", Severity.ERROR, is_duty=True)
def chief_officer_invited(case: Case) -> Iterator[Fact]:
    """The chief officer was invited to comment, on a day that is recorded."""
    if case.facts.comments is None or case.facts.comments.invited is None:
        yield Fact(
            what="nothing says that the chief officer was invited to comment",
            advice="invite the chief officer, then record the day:  comments: {invited: …, due: …}",
            path=("comments", "invited"),
        )


@check("S202", Severity.ERROR, is_duty=True)
def comments_included(case: Case) -> Iterator[Fact]:
    """The chief officer's comments are in both letters, or both say that there were none."""
    comments = case.facts.comments
    if comments is None:
        return  # nobody was invited: S201 says so
    if not _has_text(comments.text) and comments.received != "none":
        what, advice = _awaited(comments, case.today)
        yield Fact(what=what, advice=advice, path=("comments", "text"))
        return
    if comments.received == "none" and comments.due and case.today < comments.due:
        yield Fact(
            what=f"the chief officer has time until {comments.due}, and already it is said that none came",
            advice="wait until then; if the chief officer has declined to comment, quote that reply",
            path=("comments", "received"),
        )
    what = "the chief officer's comments are not printed"
    for language in letters([letter for letter in Language if not _prints(case, comments, letter)]):
        yield Fact(
            what=what if _has_text(comments.text) else "it is not said that no comments came",
            advice="print it again, or correct the office's template parts/comments.md.j2",
            path=("comments",),
            block="comments",
            language=language,
        )


@check("S203", Severity.WARNING)
def comment_days_in_order(case: Case) -> Iterator[Fact]:
    """The days of the report, the invitation, the comments and the letter follow one another."""
    comments = case.facts.comments
    if comments is None:
        return
    published = min(report.published for report in case.facts.reports)
    received = comments.received if comments.received != "none" else None
    pairs = (
        ("invited", comments.invited, "the report was published", published),
        ("due", comments.due, "the invitation was sent", comments.invited),
        ("received", received, "the invitation was sent", comments.invited),
    )
    for key, day, before, earlier in pairs:
        if day and earlier and day < earlier:
            what = f"the day {_COMMENT_DAYS[key]}, {day}, comes before {before}, {earlier}"
            yield Fact(what=what, advice="correct one of the two days", path=("comments", key))
    if received and case.facts.letter.date and case.facts.letter.date < received:
        what = f"the letter is dated {case.facts.letter.date}, before the comments came, {received}"
        yield Fact(what=what, advice="correct one of the two days", path=("letter", "date"))


@check("S204", Severity.NOTE)
def quoted_in_first_person(case: Case) -> Iterator[Fact]:
    """Words printed as the chief officer's own do not speak of the chief officer."""
    quoted: list[tuple[ValuePath, Text | None]] = [
        (("evidence", index, "text"), item.text)
        for index, item in enumerate(case.facts.evidence)
        if item.quoted and item.by == "chief-officer"
    ]
    comments = case.facts.comments
    if comments and comments.quoted:
        quoted.append((("comments", "text"), comments.text))
    for path, text in quoted:
        for language in Language:
            match = _SPEAKS_OF_CHIEF.in_(language).search((text.in_(language) if text else None) or "")
            if match:
                yield Fact(
                    what=f"the text is printed as a quotation, and says “{match[0]}”",
                    advice="copy what the chief officer wrote, or remove  quoted: true",
                    path=(*path, str(language)) if text and not text.is_same else path,
                )


# In the first person nobody says *the Chief Constable*, save of another force's, or in *as the Chief
# Constable, I …*. The name and post below a text have no article.
_SPEAKS_OF_CHIEF = Pair(
    re.compile(r"(?i)(?<!fel )(?:\by |\w*['’]r )[PB]rif Gwnstabl\b(?! Heddlu)"),
    re.compile(r"(?i)(?<!as )\bthe chief constable\b(?! of)"),
)

_COMMENT_DAYS = {
    "invited": "of the invitation",
    "due": "by which comments were to come",
    "received": "on which the comments came",
}


@check("S301", Severity.ERROR, is_duty=True)
def copies_decided(case: Case) -> Iterator[Fact]:
    """The office has named who always gets a copy: the inspectors and the Secretary of State."""
    if (count := len(set(case.rules.copies_required))) < 2:
        named = "nobody who" if not count else f"only `{case.rules.copies_required[0]}` as one who"
        yield Fact(
            what=f"`copies_required` names {named} always gets a copy; the law names two",
            advice="list the roles of the inspectors and of the Secretary of State",
            path=("copies_required",),
            file="office",
        )


@check("S302", Severity.ERROR, is_duty=True)
def copies_sent(case: Case) -> Iterator[Fact]:
    """Both letters go to everybody who must have a copy, by address or by the list of copies."""
    if case.is_statement:
        return  # it names nobody: that its copies went out is recorded when they are sent
    for language in Language:
        listed = words((*case.pair.sections(language, "addressee"), *case.pair.sections(language, "copies")))
        for role, person in _required(case):
            name = (person.name or person.title) if person else None
            if name is not None and name.pair.in_(language) not in listed:
                yield Fact(
                    what=f"`{role}` gets no copy: {name.pair.in_(language)} is not named in the letter",
                    advice="print the name again, or correct the office's template parts/closing.md.j2",
                    path=("letter", "copies"),
                    block="copies",
                    language=language,
                )


@check("S303", Severity.WARNING)
def recipients_addressed(case: Case) -> Iterator[Fact]:
    """Where a letter goes to several recipients, each has an address."""
    people, roles = case.rules.people, case.facts.letter.recipients
    for index, person in enumerate(people):
        if len(roles) > 1 and person.role in roles and person.holds_on(case.day) and person.address is None:
            yield Fact(
                what=f"`{person.id}` is one of several recipients, and the letter has no address of theirs",
                advice="add a line  address: {cy: […], en: […]}, or list the role under `copies` instead",
                path=("people", index),
                file="office",
            )


def _ours(case: Case) -> Iterator[tuple[int, Recommendation]]:
    """Yield the recommendations that apply to us, with their places; concerns and areas are none."""
    for index, recommendation in enumerate(case.facts.recommendations):
        if recommendation.applies and recommendation.kind == "recommendation":
            yield index, recommendation


def _answers_to(case: Case, recommendation: Recommendation) -> list[Answer]:
    return [answer for answer in case.facts.answers if recommendation.id in answer.recommendations]


def _answered_with(answers: Iterable[Answer]) -> str:
    """Return what some answers say: a silence for want of evidence is given for these words."""
    texts = (getattr(answer, name) for answer in answers for name in ANSWER_TEXTS)
    return "\n".join(f"{text.cy}\n{text.en}" for text in texts if text)


def _opening(case: Case) -> str:
    """Return what the office's own introduction says in both languages."""
    opening = case.facts.opening
    return f"{opening.cy}\n{opening.en}" if opening else ""


def _has_answer(answer: Answer) -> bool:
    return any(_has_text(getattr(answer, name)) for name in ANSWER_TEXTS)


def _has_text(text: Text | None) -> bool:
    """Return whether a text is there in either language; without the other it is a gap of the draft."""
    return text is not None and any(text.in_(language) for language in Language)


def _is_addressed_to_us(case: Case, recommendation: Recommendation) -> bool:
    """Return whether the report asks us, our force or all chief constables: then a reason is due."""
    us = [
        case.bodies.names.get(body)
        for body in (OFFICE, FORCE, "chief-constables", "police-and-crime-commissioners")
    ]
    return any(case.bodies.named(addressee) in (None, *us) for addressee in recommendation.addressees)


def _silent(case: Case, id: str) -> tuple[Language | None, ...]:
    """Return the letters in which a part is missing, or has nothing in it."""
    return letters([letter for letter in Language if not _says_something(case.pair.section(letter, id))])


def _says_something(section: Section | None) -> bool:
    """Return whether a section is there and has more in it than its headings."""
    return section is not None and any(
        inlines(node) and not isinstance(node, Heading) for node in nodes(section.blocks)
    )


def _words_of_the_force(case: Case) -> Iterator[tuple[str, Text]]:
    for evidence in case.facts.evidence:
        if evidence.by != "office":
            yield f"the evidence `{evidence.id}`", evidence.text
    if case.facts.comments and case.facts.comments.text:
        yield "the chief officer's comments", case.facts.comments.text


class _Sources:
    """Texts that an answer may copy, indexed by every run of five words that an answer has too."""

    def __init__(self, texts: Iterable[tuple[str, Text]], answers: Iterable[Text]) -> None:
        self._names: dict[tuple[str, ...], set[str]] = {
            run: set()
            for text in answers
            for language in Language
            for run in _runs(_tokens(text.in_(language)))
        }
        for name, text in texts:
            for language in Language:
                for run in self._names.keys() & set(_runs(_tokens(text.in_(language)))):
                    self._names[run].add(name)

    def of(self, text: Text | None) -> str:
        """Return what a text is copied from; empty if it is original."""
        for language in Language if text else ():
            own = _runs(_tokens(text.in_(language))) if text else []
            counts = Counter(name for run in own for name in sorted(self._names.get(run, ())))
            for name, count in counts.most_common(1):
                if count >= COPIED * len(own):
                    return name
        return ""


def _tokens(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").casefold())


def _runs(words_: list[str]) -> list[tuple[str, ...]]:
    """Return all stretches of five words; fewer words are one stretch."""
    if 0 < len(words_) < _RUN:
        return [tuple(words_)]
    return list(zip(*(words_[start:] for start in range(_RUN)), strict=False))


def _awaited(comments: Comments, today: date) -> tuple[str, str]:
    """Return what to say where there is no text of comments, and what to do."""
    if comments.received:
        what = f"the chief officer's comments came on {comments.received}, but their text is not here"
        return what, "copy them into `comments.text`"
    if comments.due and today <= comments.due:
        what = f"the chief officer's comments are awaited until {comments.due}"
        return what, "when they come, copy them into `comments.text`; if none come, write  received: none"
    what = "nothing says whether the chief officer sent comments"
    return what, "give the day they came and their text, or write  received: none"


def _prints(case: Case, comments: Comments, language: Language) -> bool:
    """Return whether a letter prints the comments that came, or says that none did."""
    sections = case.pair.sections(language, "comments")
    if _has_text(comments.text):
        return any(node.id.startswith("comments.text") for node in nodes(sections))
    return re.search(_NONE.in_(language), words(sections), re.IGNORECASE) is not None


def _required(case: Case) -> Iterator[tuple[str, Person | None]]:
    people = case.rules.people
    for role in case.rules.copies_required:
        yield (
            role,
            next((person for person in people if person.role == role and person.holds_on(case.day)), None),
        )

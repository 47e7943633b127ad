"""The wording of a status: last day, comments, findings, release and publication."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import assert_never

from respondent.grammar.english import EnglishNoun, date_text, join, numbered, weekday
from respondent.language import NAMES
from respondent.response.kinds import ProgressStatus, RecommendationKind
from respondent.response.labels import PLURALS
from respondent.status.clock import Clock, CommentStatus, Event, Milestone, Urgency, in_order
from respondent.status.progress import AtTranslator
from respondent.status.recommendations import RecommendationStatus
from respondent.status.status import Status

MILESTONES: Mapping[Milestone, str] = MappingProxyType(
    {
        Milestone.PUBLICATION: "report published",
        Milestone.INVITATION: "chief officer invited",
        Milestone.COMMENTS_DUE: "comments due",
        Milestone.COMMENTS_RECEIVED: "comments received",
        Milestone.SEND_BY: "send to translator by",
        Milestone.TRANSLATION_SENT: "sent to translator",
        Milestone.TRANSLATION_BY: "translation back by",
        Milestone.TRANSLATION_RETURNED: "translation handed in",
        Milestone.SIGN_OFF_BY: "sign off by",
        Milestone.SIGN_OFF: "signed off",
        Milestone.LETTER: "date of the letter",
        Milestone.RELEASED: "released",
        Milestone.SENT: "letter sent",
        Milestone.PUBLISH_BY: "publish by",
        Milestone.PUBLISHED: "response published",
        Milestone.LAST_DAY: "last day to publish",
        Milestone.REPORT_DUE: "due by the report",
        Milestone.FORCE_DUE: "due by the force",
    }
)
"""The name of each milestone, short enough for a label of the timeline."""

LANGUAGES: Mapping[str, str] = MappingProxyType({str(code): name for code, name in NAMES.items()})

NOT_COUNTED = "not counted"

_LONGEST_REMARK = 100
"""How many characters of a remark are shown: a question fits, and no line runs over a page."""


def facts(status: Status) -> dict[str, list[str]]:
    """Return the facts of a response as lines below short heads; a head may have no lines."""
    clock = status.clock
    lines_by_head: dict[str, Iterable[str]] = {
        "report": reports(clock),
        "last day": (last_day(clock), no_relief(clock)),
        "plan": [
            _step(step, clock.today) for step in status.planned if step.milestone is not Milestone.PUBLISH_BY
        ],
        "comments": (comments(clock),),
        "translator": (translation(sending) for sending in status.progress.out),
        "remarks": remarks(status),
        "progress": progress(status),
        "findings": (findings(status),),
        "released": (released(clock),),
        "published": published(clock),
    }
    return {head: list(filter(None, lines)) for head, lines in lines_by_head.items()}


def remarks(status: Status) -> Iterator[str]:
    """Yield how many remarks are open, and the first words of each."""
    count = len(status.remarks)
    if count:
        yield f"{count} {'is' if count == 1 else 'are'} open; answer with  respondent note"
    for remark in status.remarks:
        note = remark.row.note
        short = note if len(note) <= _LONGEST_REMARK else f"{note[: _LONGEST_REMARK - 1]}…"
        yield f"{remark.row.field}: “{short}” ({remark.row.by})"


def _step(step: Event, today: date) -> str:
    passed = ", which has passed" if step.day < today else ""
    return f"{MILESTONES[step.milestone]} {weekday(step.day)}{passed}"


def days(count: int) -> str:
    """Return a number of days.

    >>> days(1), days(2729)
    ('1 day', '2,729 days')
    """
    return f"{count:,} {'day' if count == 1 else 'days'}"


def urgency(clock: Clock) -> str:
    """Return the urgency in a few words: ``due soon, 12 days``."""
    left = clock.days_left or 0
    match clock.urgency:
        case Urgency.LATE:
            return f"late, {days(-left)}"
        case Urgency.SOON:
            return f"due soon, {days(left) if left else 'today'}"
        case Urgency.OPEN:
            return f"{days(left)} left"
        case Urgency.UNKNOWN:
            return str(clock.urgency)
        case Urgency.PUBLISHED | Urgency.PUBLISHED_LATE:
            return f"{clock.urgency} {clock.published}"
        case _:
            assert_never(clock.urgency)


def last_day(clock: Clock) -> str:
    """Return the last day, and how many days are left."""
    if clock.last_day is None:
        return "not known: the office has no period for the day of the report"
    return f"{weekday(clock.last_day)}{_time_left(clock)}"


def _time_left(clock: Clock) -> str:
    remaining = clock.days_left
    if remaining is None:
        return ""
    if remaining < 0:
        return f": late by {days(-remaining)}"
    soon = ", due soon" if clock.urgency is Urgency.SOON else ""
    if not remaining:
        return f"{soon}: today is the last day"
    working = clock.working_days_left or 0
    share = f"{working} of them working days" if working > 1 else f"{working or 'none'} of them a working day"
    return f"{soon}: {days(remaining)} left, {share}"


def no_relief(clock: Clock) -> str:
    """Return the working day to plan for if the last day is ahead and no working day; else nothing.

    The 56 days count every day (Police Act 1996, s 55(5A)), so that a weekend gives no more time.
    """
    if not clock.falls_on or clock.published or (clock.days_left or 0) < 0:
        return ""
    assert clock.last_day and clock.plan_by  # since it falls on something
    name = f"a {_name(clock.last_day)}" if clock.falls_on == "weekend" else clock.falls_on
    return f"that is {name}, which gives no more time: plan for {weekday(clock.plan_by)}"


def _name(day: date) -> str:
    return weekday(day).partition(" ")[0]


def reports(clock: Clock) -> Iterator[str]:
    """Yield each report with the day on which it was published; of several, also its last day."""
    for report in clock.reports:
        is_one_of_several = len(clock.reports) > 1 and report.last_day
        last = f"; last day {date_text(report.last_day)}" if is_one_of_several and report.last_day else ""
        yield f"{report.title}, published {date_text(report.published)}{last}"


def comments(clock: Clock) -> str:
    """Return the status of the chief officer's comments, with the days."""
    parts = [
        f"{word} {date_text(day)}"
        for word, milestone in _COMMENTS.items()
        if (day := clock.day(milestone)) is not None
    ]
    text = "; ".join(filter(None, (_HEARD.get(clock.comment_status, ""), ", ".join(parts))))
    return text or str(clock.comment_status)


_COMMENTS = {
    "invited": Milestone.INVITATION,
    "due": Milestone.COMMENTS_DUE,
    "received": Milestone.COMMENTS_RECEIVED,
}

_HEARD = {
    CommentStatus.NONE: "none came",
    CommentStatus.AWAITED: "awaited",
    CommentStatus.OVERDUE: "overdue",
    CommentStatus.NOT_INVITED: "nothing says that the chief officer was invited",
}
"""What the days alone do not show. ``received`` needs no word: its day is there."""


PROGRESS: Mapping[ProgressStatus, tuple[str, str]] = MappingProxyType(
    {
        "not-started": ("○", "not started"),
        "under-way": ("►", "under way"),
        "done": ("●", "done"),
        "not-ours": ("–", "for another body"),
        "waits-for-another": ("…", "waiting for another body"),
    }
)
"""The mark of each status, as in an annex of the letter, and its words, with a number before them."""

_MOST_DAYS = 4
"""The most days on lines of their own. A letter may answer 43 recommendations."""


def progress(status: Status) -> Iterator[str]:
    """Yield how far the force has come with the recommendations, what is overdue, and what is due next."""
    items = status.recommendations
    counts = Counter(item.status for item in items if item.status)
    if counts:
        latest = max((item.on for item in items if item.on), default=None)
        tally = ", ".join(
            f"{mark} {counts[key]} {word}" for key, (mark, word) in PROGRESS.items() if counts[key]
        )
        yield f"{tally}{f', as the force said on {date_text(latest)}' if latest else ''}"
    today = status.clock.today
    days = list(_due_days(items))
    overdue = [line for day, line in days if day < today and counts]
    yield from (f"! overdue: {line}" for line in overdue[:_MOST_DAYS])
    if len(overdue) > _MOST_DAYS:
        yield f"! overdue: more from {len(overdue) - _MOST_DAYS} other days"
    ahead = [(day, line) for day, line in days if day >= today]
    yield from (f"next: {line}" for day, line in ahead if day == ahead[0][0])


def account(item: RecommendationStatus) -> str:
    """Return what the force says of a recommendation, and when: ``► under way, on 1 June 2019``."""
    if item.status is None:
        return ""
    mark, word = PROGRESS[item.status]
    return f"{mark} {word}{f', on {date_text(item.on)}' if item.on else ''}"


def _due_days(items: Sequence[RecommendationStatus]) -> Iterator[tuple[date, str]]:
    """Yield each day on which recommendations are due, with a line that names them."""
    by_id = {item.id: item for item in items}
    events = in_order(event for item in items for event in item.due())
    for (day, milestone), group in groupby(events, key=lambda event: (event.day, event.milestone)):
        names = named([by_id[event.about] for event in group])
        yield day, f"{names}, {MILESTONES[milestone]} {date_text(day)}"


def named(items: Sequence[RecommendationStatus]) -> str:
    """Return what messages call recommendations of one report or of several: recommendations 1 to 4."""
    groups: dict[tuple[str, RecommendationKind], list[str]] = {}
    for item in sorted(items, key=lambda item: item.place):
        groups.setdefault((item.report, item.kind), []).append(item.number)
    several = len({report for report, _ in groups}) > 1
    return str(
        join(
            f"{numbered(_noun(kind), numbers)}{f' of {report}' if several else ''}"
            for (report, kind), numbers in groups.items()
        )
    )


def _noun(kind: RecommendationKind) -> EnglishNoun:
    return EnglishNoun(en=kind.replace("-", " "), plural=PLURALS[kind].replace("-", " "))


def findings(status: Status) -> str:
    """Return how many findings there are."""
    if status.findings is None:
        return NOT_COUNTED
    from respondent.checks.report import summary

    return summary(status.findings)


def gravest(status: Status) -> str:
    """Return how many findings have the highest severity: a table has no room for more."""
    if status.findings is None:
        return NOT_COUNTED
    from respondent.checks.report import SEVERITIES, counted

    counts = counted(status.findings)
    by_severity = ((counts[severity], severity.value) for severity in SEVERITIES)
    plurals = (f"{count} {name}{'' if count == 1 else 's'}" for count, name in by_severity if count)
    return next(plurals, "none")


def translation(out: AtTranslator) -> str:
    """Return what is with a translator, and since when."""
    who = f"with {out.to}" if out.to else "sent"
    texts = "1 text" if out.texts == 1 else f"{out.texts} texts"
    return f"{texts} ({out.words:,} words) {who} since {date_text(out.since.date())}"


def released(clock: Clock) -> str:
    """Return the number and the day of the last release."""
    last = clock.last(Milestone.RELEASED)
    return f"{last.about or 'yes'}, on {date_text(last.day)}" if last else "no"


def published(clock: Clock) -> Iterator[str]:
    """Yield each publication of the response. The one that completes the pair says whether it is in time."""
    if clock.published is None:
        is_begun = any(event.milestone is Milestone.PUBLISHED for event in clock.events)
        yield "no: only one of the two letters is published" if is_begun else "no"
    for event in clock.events:
        if event.milestone is Milestone.PUBLISHED:
            yield f"{date_text(event.day)}{_timely(clock, event.day)}{_place(event)}"


def _timely(clock: Clock, day: date) -> str:
    if clock.last_day is None or day != clock.published:
        return ""
    return f", late by {days((day - clock.last_day).days)}" if clock.is_late else ", in time"


def _place(event: Event) -> str:
    letter = f" ({LANGUAGES[event.language]} alone)" if event.language in LANGUAGES else ""
    return f"{f', at {event.about}' if event.about else ''}{letter}"


def event(event: Event) -> str:
    """Return the name of an event, and which of several it is: ``letter sent (home-secretary)``."""
    name = MILESTONES[event.milestone]
    return f"{name} ({event.about})" if event.about else name

"""What is said of a response in words: its last day, its comments, its publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from respondent.grammar.english import date_text, weekday
from respondent.language import NAMES
from respondent.status.clock import Clock, CommentStatus, Event, Milestone, Urgency
from respondent.status.progress import AtTranslator
from respondent.status.status import Status

MOMENTS: Mapping[Milestone, str] = MappingProxyType(
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
    }
)
"""What each day is, short enough for a picture."""

LANGUAGES: Mapping[str, str] = MappingProxyType({str(code): name for code, name in NAMES.items()})

NOT_COUNTED = "not counted"


def facts(status: Status) -> dict[str, list[str]]:
    """Return all that is told of the clock of a response: lines below short heads, some without any."""
    clock = status.clock
    told: dict[str, Iterable[str]] = {
        "report": reports(clock),
        "last day": (last_day(clock), no_relief(clock)),
        "plan": [_step(one, clock.today) for one in status.planned if one.moment is not Milestone.PUBLISH_BY],
        "comments": (comments(clock),),
        "translator": (translation(one) for one in status.overview.out),
        "findings": (findings(status),),
        "released": (released(clock),),
        "published": published(clock),
    }
    return {head: list(filter(None, lines)) for head, lines in told.items()}


def _step(one: Event, today: date) -> str:
    passed = ", which has passed" if one.day < today else ""
    return f"{MOMENTS[one.moment]} {weekday(one.day)}{passed}"


def days(count: int) -> str:
    """Return a number of days.

    >>> days(1), days(2729)
    ('1 day', '2,729 days')
    """
    return f"{count:,} {'day' if count == 1 else 'days'}"


def urgency(clock: Clock) -> str:
    """Return how it stands to its last day, in a few words: ``due soon, 12 days``."""
    left = clock.days_left
    if left is None:
        return " ".join(filter(None, (str(clock.urgency), str(clock.published or ""))))
    if clock.urgency is Urgency.LATE:
        return f"late, {days(-left)}"
    if clock.urgency is Urgency.SOON:
        return f"due soon, {days(left) if left else 'today'}"
    return f"{days(left)} left"


def last_day(clock: Clock) -> str:
    """Return the last day, and how many are left, in a line."""
    if clock.last_day is None:
        return "not known: the office has no period for the day of the report"
    return f"{weekday(clock.last_day)}{_left(clock)}"


def _left(clock: Clock) -> str:
    left = clock.days_left
    if left is None:
        return ""
    if left < 0:
        return f": late by {days(-left)}"
    soon = ", due soon" if clock.urgency is Urgency.SOON else ""
    if not left:
        return f"{soon}: today is the last day"
    working = clock.working_days_left or 0
    told = f"{working} of them working days" if working > 1 else f"{working or 'none'} of them a working day"
    return f"{soon}: {days(left)} left, {told}"


def no_relief(clock: Clock) -> str:
    """Return what is to be planned where the last day is a weekend or a holiday and ahead; else nothing."""
    if not clock.falls_on or clock.published or (clock.days_left or 0) < 0:
        return ""
    assert clock.last_day and clock.plan_by  # since it falls on something
    name = f"a {_name(clock.last_day)}" if clock.falls_on == "weekend" else clock.falls_on
    return f"that is {name}, which gives no more time: plan for {weekday(clock.plan_by)}"


def _name(day: date) -> str:
    return weekday(day).partition(" ")[0]


def reports(clock: Clock) -> Iterator[str]:
    """Yield each report with the day on which it was published; of several, also its last day."""
    for one in clock.reports:
        last = f"; last day {date_text(one.last_day)}" if len(clock.reports) > 1 and one.last_day else ""
        yield f"{one.title}, published {date_text(one.published)}{last}"


def comments(clock: Clock) -> str:
    """Return how far it has come with the chief officer's comments, with the days."""
    parts = [
        f"{word} {date_text(day)}"
        for word, moment in _COMMENTS.items()
        if (day := clock.day(moment)) is not None
    ]
    told = "; ".join(filter(None, (_HEARD.get(clock.heard, ""), ", ".join(parts))))
    return told or str(clock.heard)


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
"""What the days alone do not say."""


def findings(status: Status) -> str:
    """Return how many findings there are."""
    if status.findings is None:
        return NOT_COUNTED
    from respondent.checks.report import summary

    return summary(status.findings)


def gravest(status: Status) -> str:
    """Return how many findings there are of the gravest kind: what a table has room for."""
    if status.findings is None:
        return NOT_COUNTED
    from respondent.checks.report import SEVERITIES, counted

    found = counted(status.findings)
    told = ((found[severity], severity.value) for severity in SEVERITIES)
    return next((f"{count} {name}{'' if count == 1 else 's'}" for count, name in told if count), "none")


def translation(out: AtTranslator) -> str:
    """Return what is out with a translator, since when."""
    who = f"with {out.to}" if out.to else "sent"
    texts = "1 text" if out.texts == 1 else f"{out.texts} texts"
    return f"{texts} ({out.words:,} words) {who} since {date_text(out.since.date())}"


def released(clock: Clock) -> str:
    """Return which release is the last, and since when it is there."""
    last = clock.last(Milestone.RELEASED)
    return f"{last.about or 'yes'}, on {date_text(last.day)}" if last else "no"


def published(clock: Clock) -> Iterator[str]:
    """Yield each publication of the response, and how the one that completes it stands to the last day."""
    if clock.published is None:
        is_begun = any(one.moment is Milestone.PUBLISHED for one in clock.events)
        yield "no: one letter alone is no pair" if is_begun else "no"
    for one in clock.events:
        if one.moment is Milestone.PUBLISHED:
            yield f"{date_text(one.day)}{_timely(clock, one.day)}{_at(one)}"


def _timely(clock: Clock, day: date) -> str:
    if clock.last_day is None or day != clock.published:
        return ""
    return f", late by {days((day - clock.last_day).days)}" if clock.is_late else ", in time"


def _at(one: Event) -> str:
    letter = f" ({LANGUAGES[one.language]} alone)" if one.language in LANGUAGES else ""
    return f"{f', at {one.about}' if one.about else ''}{letter}"


def event(one: Event) -> str:
    """Return what a day is, and which of several: ``letter sent (home-secretary)``."""
    return f"{MOMENTS[one.moment]} ({one.about})" if one.about else MOMENTS[one.moment]

"""`response.yaml`: the reports answered, their recommendations, the evidence, the answers, the letter."""

from __future__ import annotations

from datetime import date as Day  # a field of that name hides `date`
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from respondent.response.record import Id, Line, Record
from respondent.response.text import Published, Text

ReportKind = Literal["report", "letter", "thematic", "peel", "joint", "revisit", "other"]

RecommendationKind = Literal[
    "recommendation", "cause-of-concern", "accelerated-cause-of-concern", "area-for-improvement"
]


class Report(Record):
    """A report of an inspectorate that the letter answers."""

    id: Id
    inspectorate: Id = Field(description="The id of an inspectorate in office.yaml")
    title: Published = Field(description="The title as published; Welsh only if it has an official one")
    name: Published | None = Field(default=None, description="A shorter title, by which a sentence names it")
    welsh_version: bool = Field(default=False, description="Whether an official Welsh version is published")
    force: Text | None = Field(default=None, description="The force inspected; none for a national report")
    kind: ReportKind = "report"
    published: Day = Field(description="The day it was first published: day 1 of the 56")
    web: str | None = Field(default=None, description="Its web address")


class Deadline(Record):
    """When a recommendation is to be met: in the report's words and, where it can be derived, as a date."""

    words: Line
    day: Day | None = Field(default=None, description="Leave it out where the words name no day")


class Recommendation(Record):
    """Something that the report asks for, or is concerned about."""

    id: Id
    report: Id
    number: Line | None = Field(default=None, description="Exactly as in the report, as text")
    label: Line | None = Field(default=None, description="The office's own number, where it renumbers")
    kind: RecommendationKind = "recommendation"
    cause_of_concern: Id | None = Field(default=None, description="The cause of concern it belongs to")
    addressees: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        description="Whom it is addressed to"
    )
    deadline: Deadline | None = None
    text: Published
    applies: bool = Field(default=True, description="Whether it applies to us")
    why_not: Text | None = Field(default=None, description="Why it does not apply to us")


class Evidence(Record):
    """Something that shows how recommendations are met. Without `answers` it is good practice."""

    id: Id
    answers: tuple[Id, ...] = Field(default=(), description="The recommendations that it answers")
    by: Literal["chief-officer", "force", "office"] = Field(description="Who says it")
    text: Text


class Answer(Record):
    """The body's own answer to one or more recommendations (Police Act 1996, s 55(5B))."""

    id: Id
    recommendations: Annotated[tuple[Id, ...], Field(min_length=1)]
    action_taken: Text | None = None
    action_proposed: Text | None = None
    reason_for_none: Text | None = Field(default=None, description="Why no action is taken or proposed")


class Commitment(Record):
    """Something that the body undertakes."""

    id: Id
    text: Text


class Comments(Record):
    """The chief officer's comments, who is invited to send them (Police Act 1996, s 55(4)), and the reply."""

    invited: Day | None = Field(default=None, description="The day the invitation was sent")
    due: Day | None = Field(default=None, description="The day named in the invitation")
    received: Day | Literal["none"] | None = Field(default=None, description="A day, or none")
    text: Text | None = None
    reply: Text | None = None


class Letter(Record):
    """How the letter is laid out, dated and addressed."""

    date: Day | None = Field(default=None, description="None yet: a draft takes the day it is made")
    recipients: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Roles of people in office.yaml"
    )
    copies: tuple[Id, ...] = Field(default=(), description="Roles of people in office.yaml")
    reference: Line | None = None
    subject: Text | None = Field(default=None, description="None: the report's title")
    introduction: Literal["standard", "own"] = Field(
        default="standard", description="own: the text of `opening` alone, without the statutory sentence"
    )
    layout: Literal["narrative", "by-recommendation"] = "narrative"
    arrangement: Literal["two-files", "one-file"] = "two-files"
    availability: bool = Field(
        default=True, description="Whether each letter says that it is available in the other language"
    )
    notice: Literal["top", "after-evidence", "end"] = Field(
        default="end", description="Where the notice stands in the body; it is in the first page's footer too"
    )
    notice_after: Id | None = Field(default=None, description="The evidence that the notice comes after")


class Response(Record):
    """A response: facts and words, both languages side by side; never state."""

    reports: Annotated[tuple[Report, ...], Field(min_length=1)]
    recommendations: tuple[Recommendation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[Answer, ...] = ()
    opening: Text | None = None
    commitments: tuple[Commitment, ...] = ()
    closing: Text | None = None
    comments: Comments | None = None
    letter: Letter

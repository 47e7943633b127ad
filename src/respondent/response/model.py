"""`response.yaml`: the reports answered, their recommendations, the evidence, the answers, the letter."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, field_validator, model_validator

from respondent.response.kinds import (
    AnnexColumn,
    Arrangement,
    Grade,
    ProgressStatus,
    RecommendationKind,
    ReportKind,
)
from respondent.response.record import WEB, Day, DayOrNone, Id, Line, Record
from respondent.response.refusals import refusal
from respondent.response.text import Name, Published, Text


class Report(Record):
    """A report of an inspectorate that the letter answers."""

    id: Id
    inspectorate: Id | None = Field(default=None, description="The id of an inspectorate in office.yaml")
    inspectorates: tuple[Id, ...] = Field(
        default=(), description="The ids of all inspectorates, if several published it together"
    )
    title: Published = Field(description="The title as published; Welsh only if it has an official one")
    name: Published | None = Field(default=None, description="A shorter title, by which a sentence names it")
    welsh_version: bool = Field(default=False, description="Whether an official Welsh version is published")
    force: Text | None = Field(
        default=None, description="The force inspected; leave it out for a national report"
    )
    kind: ReportKind = Field(default="report", description="What the letter calls it: a report, a letter")
    published: Day = Field(description="The day it was first published: day 1 of the 56")
    makes: Annotated[int, Field(ge=0)] | None = Field(
        default=None, description="How many recommendations it makes, if you do not list them all here"
    )
    others: Text | None = Field(
        default=None,
        description="What you say of recommendations that you do not list: not ours, or in another letter",
    )
    grades: tuple[GradedArea, ...] = Field(default=(), description="The grades that a PEEL report gives")
    web: Annotated[str, StringConstraints(pattern=WEB)] | None = Field(
        default=None, description="Its web address, with https:"
    )

    @field_validator("title")
    @classmethod
    def _titled(cls, title: Published) -> Published:
        if title.en is None:
            raise refusal("the title is empty", "write it in English, exactly as published", at="en")
        return title

    @model_validator(mode="after")
    def _by_somebody(self) -> Self:
        if bool(self.inspectorate) == bool(self.inspectorates):
            fault = "the report has both `inspectorate` and `inspectorates`, or neither"
            raise refusal(fault, "write  inspectorate: …  for one, or  inspectorates: [… , …]  for several")
        return self

    @property
    def publishers(self) -> tuple[str, ...]:
        """The ids of the inspectorates that published it, in its own order."""
        return self.inspectorates or tuple(filter(None, (self.inspectorate,)))


class GradedArea(Record):
    """An area of policing that a PEEL report grades."""

    id: Id
    area: Text = Field(description="The area of policing, as the report calls it")
    grade: Grade = Field(description="The grade; not-graded where the report gives none")


class Deadline(Record):
    """When a recommendation is to be met: in the report's words and, where it can be derived, as a date."""

    words: Line = Field(description="In the report's words: Within six months")
    day: Day | None = Field(
        default=None, description="The same as a date; leave it out if the words name no day"
    )


class Progress(Record):
    """How far the force has come with a recommendation, as it says on a day."""

    status: ProgressStatus = Field(description="Where the force stands")
    lead: Text | None = Field(default=None, description="Who in the force is responsible")
    due: Day | None = Field(default=None, description="The day by which the force will have done it")
    comment: Text | None = Field(default=None, description="What the force says of it, on one line")
    on: Day | None = Field(default=None, description="The day on which the force said so")


class Recommendation(Record):
    """Something that the report asks for, or is concerned about."""

    id: Id
    report: Id = Field(description="The id of the report that it is from")
    number: Line | None = Field(default=None, description="Exactly as in the report, as text")
    label: Line | None = Field(default=None, description="The office's own number, if it numbers them itself")
    kind: RecommendationKind = Field(default="recommendation", description="What the inspectorate calls it")
    cause_of_concern: Id | None = Field(default=None, description="The cause of concern it belongs to")
    addressees: Annotated[tuple[Name, ...], Field(min_length=1)] = Field(
        description="Whom it is addressed to: ids or English names of bodies, or names in both languages"
    )
    deadline: Deadline | None = Field(default=None, description="By when it must be met")
    progress: Progress | None = Field(default=None, description="How far the force has come with it")
    text: Published = Field(description="The words exactly as published")
    applies: bool = Field(default=True, description="Whether it applies to us")
    why_not: Text | None = Field(default=None, description="Why it does not apply to us")

    @property
    def mark(self) -> str:
        """What tells it from others of its kind in messages: its number, else its id."""
        return self.label or self.number or f"`{self.id}`"

    @property
    def reference(self) -> str:
        """What messages call it: *recommendation 2*, else by its id."""
        return f"{self.kind.replace('-', ' ')} {self.mark}"

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if self.applies and self.why_not:
            fault = "the recommendation applies to us but has a reason why it does not"
            raise refusal(fault, "add  applies: false, or remove `why_not`", at="why_not")
        return self


class Evidence(Record):
    """Something that shows how recommendations are met. Without `answers` it is good practice."""

    id: Id
    answers: tuple[Id, ...] = Field(default=(), description="The recommendations that it answers")
    by: Literal["chief-officer", "force", "office"] = Field(
        description="Who says it: chief-officer, force or office"
    )
    quoted: bool = Field(
        default=False,
        description="Whether `text` is in the speaker's own words, to be printed as a quotation",
    )
    text: Text = Field(description="The account, in Markdown")


class Answer(Record):
    """The body's own answer to one or more recommendations (Police Act 1996, s 55(5B))."""

    id: Id
    recommendations: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="The ids of the recommendations that it answers"
    )
    action_taken: Text | None = Field(default=None, description="What the body has done, in Markdown")
    action_proposed: Text | None = Field(default=None, description="What the body will do, in Markdown")
    reason_for_none: Text | None = Field(default=None, description="Why no action is taken or proposed")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.action_taken or self.action_proposed or self.reason_for_none):
            fault = "the answer gives neither an action nor a reason for none"
            raise refusal(fault, "add `action_taken`, `action_proposed` or `reason_for_none`")
        return self


class Commitment(Record):
    """Something that the body undertakes."""

    id: Id
    text: Text = Field(description="What is undertaken, in Markdown")


class Comments(Record):
    """The chief officer's comments, who is invited to send them (Police Act 1996, s 55(4)), and the reply."""

    invited: Day | None = Field(default=None, description="The day the invitation was sent")
    due: Day | None = Field(default=None, description="The day named in the invitation")
    received: DayOrNone | None = Field(
        default=None, description="The day the comments arrived, or none if there were none"
    )
    text: Text | None = Field(default=None, description="The comments, in Markdown")
    quoted: bool = Field(
        default=False, description="Whether `text` is word for word, to be printed as a quotation"
    )
    reply: Text | None = Field(default=None, description="The body's reply to the comments, in Markdown")

    @model_validator(mode="after")
    def _none_means_none(self) -> Self:
        if self.received == "none" and (self.text or self.reply):
            fault = "`received` is none, but there are comments or a reply"
            raise refusal(
                fault, "write the date of the comments, or remove `text` and `reply`", at="received"
            )
        return self


class Theme(Record):
    """Recommendations that the letter puts under a heading of the office's own."""

    id: Id
    heading: Text = Field(description="The heading, in both languages")
    recommendations: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="The ids of the recommendations below it"
    )


class Annex(Record):
    """A table made from the facts, or a text of the force's, behind the letter."""

    id: Id
    kind: Literal["table", "text"] = Field(default="table", description="table: from the facts; text: `text`")
    columns: tuple[AnnexColumn, ...] = Field(default=(), description="The columns of a table, in order")
    heading: Text | None = Field(default=None, description="What it is about; left out, what the table lists")
    text: Text | None = Field(default=None, description="The text, in Markdown; above the table, if any")

    @model_validator(mode="after")
    def _has_content(self) -> Self:
        if self.kind == "table" and not self.columns:
            raise refusal("the table has no columns", "add  columns: [number, words, status]", at="columns")
        if self.kind == "text" and not self.text:
            raise refusal("the annex has no text", "add `text`, or set  kind: table", at="text")
        return self


class LetterFacts(Record):
    """How the letter is laid out, dated and addressed."""

    model_config = ConfigDict(title="Letter")

    date: Day | None = Field(
        default=None,
        description="The letter's date; a draft without one shows the day it is made as provisional",
    )
    recipients: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Who receives the letter: roles of people in office.yaml"
    )
    copies: tuple[Id, ...] = Field(
        default=(), description="Who receives a copy: roles of people in office.yaml"
    )
    reference: Line | None = Field(default=None, description="Your own reference number for the letter")
    subject: Text | None = Field(
        default=None, description="The subject line; left out, it is the report's title"
    )
    form: Literal["letter", "statement"] = Field(
        default="letter",
        description="letter; statement: for a web page, with no address, salutation or signature",
    )
    introduction: Literal["standard", "own"] = Field(
        default="standard",
        description="standard: the statutory sentence, then `opening`; own: `opening` alone",
    )
    layout: Literal["narrative", "by-recommendation"] = Field(
        default="narrative",
        description="narrative: all recommendations, then the evidence; by-recommendation: one after another",
    )
    grouping: Literal["shared", "none"] = Field(
        default="shared",
        description="shared: what has one answer or one account stands together; none: the report's order",
    )
    groups: tuple[Theme, ...] = Field(
        default=(), description="Headings of your own, with the recommendations below each"
    )
    annexes: tuple[Annex, ...] = Field(
        default=(), description="Tables made from the facts, or texts of the force's, behind the letter"
    )
    arrangement: Arrangement = Field(
        default="two-files", description="two-files: a file for each language; one-file: one after the other"
    )
    availability: bool = Field(
        default=True, description="Whether each letter says that it is available in the other language"
    )
    notice: Literal["top", "after-evidence", "end"] = Field(
        default="end", description="Where the notice stands in the body"
    )
    notice_after: Id | None = Field(default=None, description="The evidence that the notice comes after")

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if self.notice == "after-evidence" and not self.notice_after:
            fault = "the notice follows an item of evidence, but `notice_after` does not name the item"
            raise refusal(fault, "add a line  notice_after: …  with the id of the evidence", at="notice")
        if self.notice_after and "notice" not in self.model_fields_set:
            fault = "the notice is at the end of the letter, so `notice_after` has no effect"
            raise refusal(
                fault, "add a line  notice: after-evidence, or remove `notice_after`", at="notice_after"
            )
        return self


class Response(Record):
    """A response: facts and words, both languages side by side; never state."""

    source: Literal["cy", "en"] = Field(
        default="en", description="The language in which its texts are written first: cy or en"
    )
    reports: Annotated[tuple[Report, ...], Field(min_length=1)] = Field(
        description="The reports that the letter answers"
    )
    recommendations: tuple[Recommendation, ...] = Field(
        default=(), description="The recommendations, causes of concern and areas for improvement"
    )
    evidence: tuple[Evidence, ...] = Field(
        default=(), description="Accounts that show how recommendations are met, or good practice"
    )
    answers: tuple[Answer, ...] = Field(default=(), description="The body's own answers (s 55(5B))")
    opening: Text | None = Field(default=None, description="Your own words for the beginning, in Markdown")
    commitments: tuple[Commitment, ...] = Field(default=(), description="What the body undertakes to do next")
    closing: Text | None = Field(default=None, description="Your own words for the end, in Markdown")
    comments: Comments | None = Field(default=None, description="The chief officer's comments and your reply")
    letter: LetterFacts = Field(description="How the letter is laid out, dated and addressed")

    @model_validator(mode="after")
    def _no_more_than_it_makes(self) -> Self:
        for report in self.reports:
            ours = [item for item in self.recommendations if item.report == report.id]
            listed = sum(1 for item in ours if item.kind == "recommendation")
            if report.makes is not None and report.makes < listed:
                fault = f"`{report.id}` makes {report.makes} recommendations, but {listed} are listed"
                raise refusal(fault, "correct `makes`, or remove it to count those listed", at="reports")
        return self

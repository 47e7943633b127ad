"""`office.yaml`: the office, its people, names and wording, each with the days on which it holds.

Which day chooses: the inspectorate's name goes by the report's date; the period and the statutory sentence by
the day of publication; everything else by the letter's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, Self, TypeVar

from pydantic import ConfigDict, Field, StringConstraints, field_validator, model_validator

from respondent.grammar.protocol import DateStyle
from respondent.response.kinds import NoticeKind
from respondent.response.record import CHECK, Dated, Id, Line, Record
from respondent.response.refusals import refusal
from respondent.response.text import FullText, Lines, Name

DatedT = TypeVar("DatedT", bound=Dated)

ANNEX_ABOVE = 10
"""The most quotations that a letter holds itself, unless the office sets another number.

Ten fill two pages. With more, the body's own words would no longer stand on the first page.
"""

CheckId = Annotated[str, StringConstraints(pattern=CHECK)]


HeadingKey = Literal[
    "force-response",
    "chief-officer-response",
    "chief-officer-words",
    "office-findings",
    "action-taken",
    "action-proposed",
    "action-both",
    "no-action",
    "no-further-action",
    "narrative",
    "good-practice",
    "others",
    "comments",
    "reply",
    "commitments",
    "closing",
]
"""The headings of a letter that an office can word itself or leave out."""


class Names(Dated):
    """What the local policing body is called."""

    id: Id
    body: Name = Field(description="The body or its holder: Police and Crime Commissioner for Gwent")
    office: Name = Field(description="The office: what heads the letterhead")
    short: FullText | None = Field(default=None, description="Its initials")
    area: Name = Field(description="The police area: Gwent")


class Force(Dated):
    """The police force of the area."""

    id: Id
    name: Name = Field(description="What it is called: Gwent Police")


class Contacts(Dated):
    """Where the office is found, per language."""

    id: Id
    address: Lines = Field(description="The lines of the address")
    telephone: FullText | None = Field(default=None, description="The telephone number")
    email: FullText | None = Field(default=None, description="The email address")
    web: FullText | None = Field(default=None, description="The website")


class Person(Dated):
    """Somebody who holds a post for a time: the office-holder, the chief officer, a recipient."""

    id: Id
    role: Id = Field(description="office-holder, chief-officer, or a role of your own: home-secretary")
    name: FullText | None = Field(
        default=None, description="The name, with its style: The Rt Hon Sajid Javid MP; none: the post alone"
    )
    post_nominals: Line | None = Field(default=None, description="Letters after the name: QPM")
    title: Name | None = Field(default=None, description="The post: Home Secretary")
    salutation: FullText | None = Field(
        default=None, description="How the letter greets the person: Dear Home Secretary"
    )
    address: Lines | None = Field(default=None, description="The lines of the address below the title")
    prefers: Literal["cy", "en", "both", "unknown"] = Field(
        default="unknown", description="The language the person asked to be written to in"
    )

    @model_validator(mode="after")
    def _called(self) -> Self:
        if not self.name and (not self.title or self.role == "office-holder"):
            fault = "a letter is signed by a name" if self.title else "neither a name nor a post is given"
            raise refusal(fault, "add a line  name: …", at="name")
        return self


class Body(Record):
    """A body to which reports address recommendations."""

    id: Id
    name: Name = Field(description="What it is called, in English as a sentence has it: the Home Office")
    also: tuple[Line, ...] = Field(default=(), description="Other English names of it: NPCC")


class InspectorateName(Dated):
    """What an inspectorate is called, by the date of its report."""

    id: Id
    name: Name = Field(description="The full name")
    short: FullText = Field(description="Its initials: HMICFRS")


class Inspectorate(Record):
    """An inspectorate with its names over time."""

    id: Id
    names: Annotated[tuple[InspectorateName, ...], Field(min_length=1)] = Field(
        description="Its names over time"
    )


SLOTS = ("report", "published", "inspectorate")
"""What a statutory sentence may have filled in, between braces."""


class Sentence(Dated):
    """The office's statutory sentence; `{report}`, `{published}` and `{inspectorate}` are filled in."""

    id: Id
    text: FullText = Field(description="The sentence, with {report}, {published}, {inspectorate}")

    @field_validator("text")
    @classmethod
    def _slots(cls, text: FullText) -> FullText:
        words = text.pair.cy + text.pair.en
        unknown = set(re.findall(r"\{([^{}]*)\}", words)) - set(SLOTS)
        known = ", ".join(f"{{{name}}}" for name in SLOTS)
        if unknown:
            names = " and ".join(f"{{{name}}}" for name in sorted(unknown))
            raise refusal(f"{names} cannot be filled in", f"write {known}, or remove the braces")
        if "{" in (rest := re.sub(r"\{[^{}]*\}", "", words)) or "}" in rest:
            raise refusal("a brace has no counterpart", f"write {known}, or remove the brace")
        return text


class Notice(Dated):
    """A notice as the office has approved it, word for word."""

    id: Id
    kind: NoticeKind = Field(
        description="correspondence: Welsh is welcome; availability: the letter exists in Welsh"
    )
    text: FullText = Field(description="The notice word for word")


class Period(Dated):
    """The time within which a response is published: 56 days, the day of publication counted (s 55(5A))."""

    id: Id
    days: Annotated[int, Field(ge=1, le=366)] = Field(default=56, description="The length in days")
    counted: Literal["inclusive", "exclusive"] = Field(
        default="inclusive",
        description="inclusive: the day of publication is day 1; exclusive: the next day is",
    )


class DateStyles(Record):
    """How dates are written: plain 14 May 2019, ordinal 14th May 2019."""

    cy: DateStyle = Field(default="plain", description="In Welsh: 14 Mai 2019 or 14eg Mai 2019")
    en: DateStyle = Field(default="plain", description="In English: 14 May 2019 or 14th May 2019")


class PictureFile(Record):
    """A picture file of the workspace."""

    model_config = ConfigDict(title="Picture")

    file: Line = Field(description="The PNG or JPEG file, as seen from office.yaml")
    alt: FullText = Field(description="A description for people who cannot see the picture")
    width: Annotated[float, Field(gt=0, le=170)] = Field(
        default=40, description="Width on paper in millimetres"
    )


class Stationery(Record):
    """How the letter looks. What you leave out is taken from the shipped stationery."""

    letterhead: Line | None = Field(default=None, description="A DOCX whose header and footer are kept")
    logo: PictureFile | None = Field(default=None, description="The logo at the head of the first page")
    signature: PictureFile | None = Field(default=None, description="A picture of the signature")


class TranslationSettings(Record):
    """How the office works with its translators."""

    model_config = ConfigDict(title="Translation")

    days_before: Annotated[int, Field(ge=0, le=50)] = Field(
        default=10, description="How many days before the last day a translation is wanted back"
    )
    words_per_day: Annotated[int, Field(ge=50)] = Field(
        default=500, description="How many words are translated in a working day"
    )
    contact: FullText | None = Field(
        default=None, description="Whom translators ask, by name; left out, who sends, or the office"
    )


class Office(Record):
    """The office of a local policing body."""

    names: Annotated[tuple[Names, ...], Field(min_length=1)] = Field(
        description="What the body and its office are called, over time"
    )
    force: Annotated[tuple[Force, ...], Field(min_length=1)] = Field(
        description="The police force, over time"
    )
    contacts: Annotated[tuple[Contacts, ...], Field(min_length=1)] = Field(
        description="Where the office is found, over time"
    )
    people: Annotated[tuple[Person, ...], Field(min_length=1)] = Field(
        description="The office-holder, the chief officer, the recipients"
    )
    inspectorates: Annotated[tuple[Inspectorate, ...], Field(min_length=1)] = Field(
        description="Who publishes the reports"
    )
    bodies: tuple[Body, ...] = Field(
        default=(),
        description="Bodies to which reports address recommendations, beside those that the program knows",
    )
    periods: tuple[Period, ...] = Field(
        default=(Period(id="police-act-1996"),),
        description="Within how many days a response is published; left out, the 56 days of the Act",
    )
    statutory_sentences: tuple[Sentence, ...] = Field(
        default=(), description="Your own statutory sentence; left out, the one in the template"
    )
    notices: tuple[Notice, ...] = Field(
        default=(), description="Your own notices about Welsh; left out, those in the template"
    )
    sign_off: FullText = Field(
        default=FullText(cy="Yn gywir", en="Yours sincerely"), description="The words above the signature"
    )
    labels: dict[str, FullText] = Field(default={}, description="Your own words for labels in the letter")
    headings: dict[HeadingKey, FullText] = Field(
        default={}, description="Your own words for headings in the letter, or off for none"
    )
    notice_in_footer: bool = Field(
        default=False,
        description="Whether the notice, which is in the letter, stands at the foot of page 1 too",
    )
    annex_above: Annotated[int, Field(ge=0)] = Field(
        default=ANNEX_ABOVE,
        description="How many recommendations a letter quotes itself; with more, an annex quotes them",
    )
    paragraph_numbers: bool = Field(
        default=False, description="Whether the paragraphs of a statement are numbered: 1.1, 1.2"
    )
    translation: TranslationSettings = Field(
        default=TranslationSettings(), description="How you work with translators"
    )
    dates: DateStyles = Field(default=DateStyles(), description="How dates are written")
    percent: Literal["words", "sign"] | None = Field(
        default=None, description="How sentences write percentages: words (y cant, per cent) or sign (%)"
    )
    register_: Literal["I", "we"] = Field(
        default="I", alias="register", description="Whether the letter says I or we"
    )
    language_order: Literal["welsh-first", "english-first"] = Field(
        default="welsh-first", description="Which language comes first where both stand together"
    )
    copies_required: tuple[Id, ...] = Field(default=(), description="Roles that always get a copy (s 55(6))")
    stationery: Stationery = Field(
        default=Stationery(), description="Letterhead, logo and signature; left out, the shipped ones"
    )
    checks: dict[CheckId, Literal["error", "warning", "note", "off"]] = Field(
        default={}, description="The severity of a check in this office, or off"
    )


def holding_on(day: date, records: Iterable[DatedT]) -> DatedT | None:
    """Return the record that holds on `day`; none where there is none. Reading has refused overlaps."""
    return next((record for record in records if record.holds_on(day)), None)

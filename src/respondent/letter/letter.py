"""What a template may ask for: one letter in one language, everything chosen, nothing left to look up.

A plain value is a `str` in the letter's language, a noun, or `Words`: something in the other language, or a
gap. A text of several paragraphs is a tuple of blocks, which a template gives a line of its own. Empty means:
leave it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from respondent.document.tree import Block, Words
from respondent.grammar.english import EnglishPhrase
from respondent.grammar.welsh import Noun, Phrase
from respondent.language import Language
from respondent.letter.plan import Scope

Value: TypeAlias = str | Words | Noun | Phrase | EnglishPhrase
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody whom the letter, or a copy of it, goes to."""

    lines: Words
    """Name, post and address, one below the other."""

    salutation: Value
    """Dear Home Secretary; empty if the person only gets a copy. A gap if it is missing."""

    name: Value
    """The name, with its style; a gap if nobody is known to hold the post."""

    post: Value
    """The title of the post; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach the office, as the letterhead shows it: in both languages."""

    label: Words
    """What it is: Tel, Email."""

    value: Words
    """The number or address itself."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page, in both languages."""

    office: Words
    """The name of the office."""

    address: Words
    """The lines of the address."""

    contacts: tuple[Contact, ...]
    """Telephone, email and website, where the office has them."""

    body: Words
    """What the office-holder is: Police and Crime Commissioner for Gwent."""

    holder: Value
    """The office-holder with post-nominals; a gap if nobody is known."""

    logo: Blocks
    """The logo, or nothing."""


@dataclass(frozen=True, slots=True)
class OfficeView:
    """The office that writes."""

    body: Value
    """The local policing body: Police and Crime Commissioner for Gwent."""

    name: Value
    """The office itself."""

    area: Value
    """The police area: Gwent."""

    force: Value
    """The police force: Gwent Police."""

    email: str
    """The email address; empty if the office gives none."""

    holder: Value
    """Who signs, with post-nominals; a gap if nobody is known."""

    holder_title: Value
    """The text below the signature."""

    chief_officer: Value
    """The title of the chief officer: Chief Constable; the words of the Act if nobody holds the post."""

    chief_officer_post: str
    """The same title by itself, in Welsh without its article."""

    chief_officer_name: str
    """The name of the chief officer; empty if it is not known."""

    sign_off: str
    """The words above the signature: Yours sincerely."""

    signature: Blocks
    """The picture of the signature, or nothing."""


@dataclass(frozen=True, slots=True)
class InspectorateView:
    """An inspectorate that published a report."""

    name: Value
    """Its full name on the day of the report."""

    short: str
    """Its initials: HMICFRS."""

    is_first: bool
    """Whether the letter writes it out: it names it for the first time, by more than its initials."""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Something that shows how recommendations are met."""

    id: str
    """Its id in `response.yaml`."""

    by: str
    """``chief-officer``, ``force`` or ``office``."""

    text: Blocks
    """The account; a quotation if it is in the speaker's own words."""

    is_quoted: bool
    """Whether the account is in the speaker's own words."""

    is_signed: bool
    """Whether the account itself ends with the speaker's name."""

    is_notice_next: bool
    """Whether the notice is printed below it."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The body's own answer."""

    id: str
    """Its id in `response.yaml`."""

    recommendations: Value
    """What it answers, as a sentence calls it: recommendations 1 and 3."""

    action_taken: Blocks
    """What the body has done; may be empty."""

    action_proposed: Blocks
    """What the body will do; may be empty."""

    reason_for_none: Blocks
    """Why it takes no action; may be empty."""


@dataclass(frozen=True, slots=True)
class ProgressView:
    """How far the force has come with a recommendation."""

    status: str
    """Where the force stands, with a mark: ► Under way."""

    lead: Value
    """Who in the force is responsible; may be empty."""

    due: str
    """The day by which the force will have done it; may be empty."""

    comment: Value
    """What the force says of it; may be empty."""

    on: str
    """The day on which the force said so; may be empty."""


@dataclass(frozen=True, slots=True)
class RecommendationView:
    """A recommendation, a cause of concern or an area for improvement."""

    id: str
    """Its id in `response.yaml`."""

    name: Value
    """What the letter calls it in a sentence: recommendation 2, the first area for improvement."""

    number: str
    """The number that the letter prints; empty if there is none."""

    source_number: str
    """The report's number where the letter prints another; else empty."""

    quotation: Blocks
    """Its words as published."""

    origin: str
    """Whose Welsh the quotation is: ``official``, ``office`` or ``none``."""

    why_not: Blocks
    """Why it does not apply to us; empty if it does."""

    addressees: Value
    """For whom it is: chief constables."""

    deadline: Value
    """By when the report wants it to be met: within six months. Empty if it does not say."""

    progress: ProgressView | None
    """How far the force has come with it; none if the response does not say."""


@dataclass(frozen=True, slots=True)
class StepView:
    """One thing that a letter prints in a group of recommendations."""

    kind: str
    """``heading``, ``quotation``, ``evidence``, ``answer``, ``not-ours``, ``together``, ``elsewhere`` or
    ``also``."""

    id: str
    """The id of what is printed."""

    level: int
    """The level of its heading: lower within a group than beside groups."""

    about: Value
    """The recommendations that it names: recommendations 1 and 2. Empty if its place shows them."""

    under: Value
    """For ``elsewhere``: the recommendation below which the answer stands."""

    count: int
    """How many recommendations it names."""

    label: str
    """``full`` if a label over the quotation says its kind and number; else empty."""

    is_continued: bool
    """Whether it needs no heading, because the step before has the same one."""

    recommendation: RecommendationView | None
    """For a heading of one recommendation, a quotation, and a reason why one is not ours."""

    evidence: EvidenceView | None
    """For ``evidence``."""

    answer: AnswerView | None
    """For ``answer``."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Recommendations that stand together."""

    id: str
    """The id of the first."""

    name: Value
    """What its heading names: recommendations 2, 3 and 7. Empty if it has no heading."""

    recommendation: RecommendationView | None
    """The one recommendation that its heading names, if it names one."""

    theme: Value
    """The heading of the office's own that begins above it; else empty."""

    part: str
    """Its letter, where the quotations are in the annex: A."""

    steps: tuple[StepView, ...]
    """What is printed in it, in order."""


@dataclass(frozen=True, slots=True)
class OthersView:
    """Recommendations that are not for us, for one reason."""

    id: str
    """The id of the first."""

    name: Value
    """What a sentence calls them: recommendations 1, 5 and 6."""

    numbers: Value
    """Their numbers alone, where all have one: 1, 5 and 6; else their name."""

    count: int
    """How many they are."""

    bodies: Value
    """For whom they are: the College of Policing. Empty if the office gives a reason of its own."""

    why_not: Blocks
    """The office's own reason; empty where `bodies` says all."""


@dataclass(frozen=True, slots=True)
class GradeView:
    """A grade of a PEEL report."""

    area: Value
    """The area of policing."""

    grade: str
    """The grade in words."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report that the letter answers, and what stands below its heading."""

    id: str
    """Its id in `response.yaml`."""

    title: Value
    """The title as published."""

    name: Value
    """Its name within a sentence; the title if the response gives no name."""

    heading: Value
    """A short name: that of the response, else the title up to its first colon or question mark."""

    is_subject: bool
    """Whether the subject line of the letter is its title, so that it is the report above."""

    is_national: bool
    """Whether it inspects no one force, or names the force in its title."""

    kind: Value
    """The word for what it is: report, letter."""

    noun: Value
    """What a later sentence calls it: report, letter, publication."""

    inspectorates: tuple[InspectorateView, ...]
    """Who published it."""

    force: Value
    """The force inspected; empty for a national report."""

    published: Value
    """The day of publication, as text; a gap where it cannot be right."""

    scope: Scope
    """How many recommendations it makes, and of what kinds."""

    grades: tuple[GradeView, ...]
    """The grades that it gives; empty for most reports."""

    addressee: Value
    """For whom all its recommendations are, where they are for one kind of body; else empty."""

    is_for_us_too: bool
    """Whether all its recommendations are for the force and for us."""

    others: Blocks
    """What the office says of recommendations that are not listed; a gap where it says nothing."""

    groups: tuple[GroupView, ...]
    """Its recommendations that are ours, and those that are quoted with a reason."""

    not_ours: tuple[OthersView, ...]
    """Those that are only named."""

    not_ours_count: int
    """How many are only named."""

    shared: tuple[StepView, ...]
    """What several groups of the office's own share."""

    is_quoted_first: bool
    """Whether the letter quotes it first."""

    parts: tuple[str, ...]
    """The letters of its parts with recommendations; empty if one that is ours is in no part."""

    area_parts: tuple[str, ...]
    """The letters of its parts with areas for improvement; empty if one of them is in no part."""

    part: str
    """The letter of the part about the others; else empty."""

    is_one_voice: bool
    """Whether the parts are all accounts of the force, so that one heading serves them."""


@dataclass(frozen=True, slots=True)
class AnnexView:
    """A table behind the letter, made from the facts."""

    id: str
    """``quotations`` for the one that a long letter has by itself."""

    title: str
    """Annex, with a letter if there are several: Annex A; with a colon."""

    heading: Value
    """The heading of the office's own; empty for that of the template."""

    is_wide: bool
    """Whether it has so many columns that its pages lie on their side."""

    columns: tuple[str, ...]
    """What each column holds: ``number``, ``report``, ``words``, ``part``."""

    rows: tuple[tuple[Value, ...], ...]
    """A row for each recommendation, with a value for each column."""

    text: Blocks
    """A text of the response, in place of a table or above it."""

    kinds: tuple[str, ...]
    """The kinds of what it lists: ``recommendation``, ``area-for-improvement``."""


@dataclass(frozen=True, slots=True)
class CommentsView:
    """The chief officer's comments and the reply to them; dates are empty where not known."""

    invited: str
    """The day of the invitation."""

    due: str
    """The day that the invitation named."""

    received: str
    """The day the comments arrived."""

    is_none: bool
    """Whether the chief officer sent none."""

    text: Blocks
    """The comments; a quotation if they are word for word."""

    is_quoted: bool
    """Whether they are word for word."""

    is_signed: bool
    """Whether they end with the speaker's name."""

    is_long: bool
    """Whether they are so long that the reply needs a heading."""

    reply: Blocks
    """The body's reply."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter in one language."""

    language: Language
    """The language of this letter."""

    date: Value
    """The letter's date; marked as a gap if it is only the day on which the draft is made."""

    reference: str
    """The office's reference number; may be empty."""

    subject: Value
    """The subject line; the report's title if the response gives none."""

    has_subject: bool
    """Whether the response gives a subject line."""

    salutation: Value
    """How the letter greets its first recipient."""

    recipients: tuple[Recipient, ...]
    """Who receives the letter."""

    copies: tuple[Recipient, ...]
    """Who receives a copy."""

    form: str
    """``letter``, or ``statement`` for a web page: no address, salutation or signature."""

    layout: str
    """``narrative`` or ``by-recommendation``."""

    introduction: str
    """``standard``, or ``own`` for the opening alone."""

    notice: str
    """The place of the notice: ``top``, ``after-evidence`` or ``end``."""

    has_foot: bool
    """Whether the notice stands at the foot of the first page too."""

    has_twin: bool
    """Whether the other language has a separate file, to which this one refers."""

    is_plural: bool
    """Whether we write, rather than I."""

    order: tuple[Language, Language]
    """The languages in the office's order, for what stands in both."""

    letterhead: Letterhead
    """The head of the first page."""

    office: OfficeView
    """The office that writes."""

    labels: Mapping[str, str]
    """The small labels of the letter, by key."""

    headings: Mapping[str, str]
    """The headings that the office words itself, by key; empty for one that it leaves out."""

    reports: tuple[ReportView, ...]
    """The reports that the letter answers."""

    commented: str
    """What the chief officer comments on: ``report``, ``reports``, ``letter``, ``publications``."""

    statutory_sentence: Value
    """The office's own, filled in; empty if the wording of the template is used."""

    quotations: str
    """Whose Welsh all quotations are: ``official``, ``office`` or ``none``; ``mixed`` if they differ."""

    quoted_kinds: tuple[str, ...]
    """The kinds of what the letter quotes."""

    quoted_count: int
    """How many recommendations the letter quotes."""

    report_counts: Mapping[str, int]
    """How many reports, letters and publications it answers, by ``report``, ``letter``, ``other``."""

    inspectorates: tuple[InspectorateView, ...]
    """Who published all of the reports, where it is the same for all; else empty."""

    opening: Blocks
    """The response's own words for the beginning; may be empty."""

    is_nothing_ours: bool
    """Whether nothing in the reports applies to us."""

    is_scope_first: bool
    """Whether the opening stands below the sentence on the one report: there is no recommendation for us."""

    has_chief_officer_account: bool
    """Whether an account of the chief officer stands in the letter, beside any comments."""

    has_annex: bool
    """Whether the quotations are in an annex."""

    first: tuple[StepView, ...]
    """Answers to all that is ours, before the groups; only with quotations in an annex."""

    shared: tuple[StepView, ...]
    """What several reports share."""

    accounts: tuple[EvidenceView, ...]
    """The evidence in the order of the response, for a narrative letter."""

    answers: tuple[StepView, ...]
    """The answers in the order of the response, for a narrative letter."""

    good_practice: tuple[EvidenceView, ...]
    """The evidence that answers no recommendation."""

    annexes: tuple[AnnexView, ...]
    """The tables behind the letter."""

    comments: CommentsView | None
    """The chief officer's comments and the reply; none if there are no facts about them."""

    commitments: tuple[Blocks, ...]
    """What the body undertakes to do next."""

    closing: Blocks
    """The response's own words for the end; may be empty."""

    notices: Mapping[str, Blocks]
    """The office's own notices, by kind, in both languages; empty if the wording of the template is used."""


VIEWS = frozenset(
    (
        Recipient,
        Contact,
        Letterhead,
        OfficeView,
        InspectorateView,
        EvidenceView,
        AnswerView,
        ProgressView,
        RecommendationView,
        StepView,
        GroupView,
        OthersView,
        GradeView,
        ReportView,
        CommentsView,
        AnnexView,
        Scope,
        Letter,
    )
)
"""All of the above: frozen, and with nothing in them but values to be read."""

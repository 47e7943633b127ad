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
from respondent.grammar.welsh import Noun
from respondent.language import Language

Value: TypeAlias = str | Words | Noun
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

    sign_off: str
    """The words above the signature: Yours sincerely."""

    signature: Blocks
    """The picture of the signature, or nothing."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report that the letter answers."""

    id: str
    """Its id in `response.yaml`."""

    title: Value
    """The title as published."""

    name: Value
    """Its name within a sentence; the title if the response gives no name."""

    kind: str
    """The word for what it is: report, letter."""

    inspectorate: Value
    """The full name of the inspectorate on the day of the report."""

    short_inspectorate: str
    """Its initials: HMICFRS."""

    is_first: bool
    """Whether it is the letter's first report of its inspectorate, whose name is then written out."""

    force: Value
    """The force inspected; empty for a national report."""

    published: str
    """The day of publication, as text."""

    statutory_sentence: Value
    """The office's own, filled in; empty if the wording of the template is used."""

    recommendations: int
    """How many recommendations it makes, to whomever."""

    is_partial: bool
    """Whether it makes more recommendations than the response lists."""

    ours: int
    """How many of them apply to us."""

    areas: int
    """How many areas for improvement it names that apply to us."""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Something that shows how recommendations are met."""

    id: str
    """Its id in `response.yaml`."""

    by: str
    """``chief-officer``, ``force`` or ``office``."""

    text: Blocks
    """The account."""

    is_notice_next: bool
    """Whether the notice is printed below it."""

    first_for: str
    """The recommendation below which `by-recommendation` prints it; empty for good practice."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The body's own answer."""

    id: str
    """Its id in `response.yaml`."""

    recommendations: tuple[str, ...]
    """What it answers, as the letter calls it: Recommendation 2."""

    action_taken: Blocks
    """What the body has done; may be empty."""

    action_proposed: Blocks
    """What the body will do; may be empty."""

    reason_for_none: Blocks
    """Why it takes no action; may be empty."""


@dataclass(frozen=True, slots=True)
class RecommendationView:
    """A recommendation, a cause of concern or an area for improvement."""

    id: str
    """Its id in `response.yaml`."""

    kind: str
    """The label of its kind: Recommendation."""

    number: str
    """The number that the letter prints: the office's own, else the report's; empty for none."""

    source_number: str
    """The report's number where the letter prints another; else empty."""

    cause: str
    """The id of the cause of concern that it belongs to; empty for none."""

    is_concern: bool
    """Whether it is a cause of concern."""

    quotation: Blocks
    """Its words as published."""

    origin: str
    """Whose Welsh the quotation is: ``official``, ``office`` or ``none``."""

    why_not: Blocks
    """Why it does not apply to us; empty if it does."""

    evidence: tuple[EvidenceView, ...]
    """What is printed below it."""

    elsewhere: tuple[str, ...]
    """The numbers of the recommendations whose evidence answers this one too."""

    answers: tuple[AnswerView, ...]
    """The answers printed below it."""

    answered_under: str
    """The recommendation below which its answer is printed; empty if it has its own or none."""


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
    """The comments word for word."""

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

    salutation: Value
    """How the letter greets its first recipient."""

    recipients: tuple[Recipient, ...]
    """Who receives the letter."""

    copies: tuple[Recipient, ...]
    """Who receives a copy."""

    layout: str
    """``narrative`` or ``by-recommendation``."""

    introduction: str
    """``standard``, or ``own`` for the opening alone."""

    notice: str
    """The place of the notice: ``top``, ``after-evidence`` or ``end``."""

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

    reports: tuple[ReportView, ...]
    """The reports that the letter answers."""

    opening: Blocks
    """The response's own words for the beginning; may be empty."""

    recommendations: tuple[RecommendationView, ...]
    """Those that apply to us, causes of concern among them, in the order of the response."""

    others: tuple[RecommendationView, ...]
    """Those that do not apply to us and say why."""

    evidence: tuple[EvidenceView, ...]
    """All of it, in the order of the response."""

    good_practice: tuple[EvidenceView, ...]
    """That which answers no recommendation."""

    answers: tuple[AnswerView, ...]
    """The body's own answers, in the order of the response."""

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
        ReportView,
        EvidenceView,
        AnswerView,
        RecommendationView,
        CommentsView,
        Letter,
    )
)
"""All of the above: frozen, and with nothing in them but values to be read."""

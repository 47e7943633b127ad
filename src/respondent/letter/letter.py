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

    salutation: str
    """Dear Home Secretary; empty where a copy alone goes to the person."""

    name: str
    post: Value
    """The title of the post; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach the office, as the letterhead shows it: in both languages."""

    label: Words
    value: Words


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page, in both languages."""

    office: Words
    address: Words
    contacts: tuple[Contact, ...]
    body: Words
    """What the office-holder is: Police and Crime Commissioner for Gwent."""

    holder: str
    """The office-holder with post-nominals."""

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
    force: Value
    email: str
    holder: str
    """Who signs, with post-nominals."""

    holder_title: Value
    """What stands below the signature."""

    chief_officer: Value
    """The title of the chief officer: Chief Constable; the words of the law where nobody holds it."""

    sign_off: str
    signature: Blocks
    """The picture of the signature, or nothing."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report that the letter answers."""

    id: str
    title: Value
    name: Value
    """How a sentence names it; the title where the response gives no name."""

    kind: str
    """The word for what it is: report, letter."""

    inspectorate: Value
    short_inspectorate: str
    is_first: bool
    """Whether it is the letter's first report of its inspectorate, whose name is then written out."""

    force: Value
    """The force inspected; empty for a national report."""

    published: str
    statutory_sentence: Value
    """The office's own, filled in; empty where the template's wording serves."""

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
    by: str
    """``chief-officer``, ``force`` or ``office``."""

    text: Blocks
    is_notice_next: bool
    """Whether the notice stands below it."""

    first_for: str
    """The recommendation below which `by-recommendation` prints it; empty for good practice."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The body's own answer."""

    id: str
    recommendations: tuple[str, ...]
    """What it answers, as the letter calls it: Recommendation 2."""

    action_taken: Blocks
    action_proposed: Blocks
    reason_for_none: Blocks


@dataclass(frozen=True, slots=True)
class RecommendationView:
    """A recommendation, a cause of concern or an area for improvement."""

    id: str
    kind: str
    """The label of its kind: Recommendation."""

    number: str
    """The number that the letter prints: the office's own, else the report's; empty for none."""

    source_number: str
    """The report's number where the letter prints another; else empty."""

    cause: str
    """The id of the cause of concern that it belongs to; empty for none."""

    is_concern: bool
    quotation: Blocks
    origin: str
    """Whose Welsh the quotation is: ``official``, ``office`` or ``none``."""

    why_not: Blocks
    evidence: tuple[EvidenceView, ...]
    """What is printed below it."""

    elsewhere: tuple[str, ...]
    """The numbers of the recommendations whose evidence answers this one too."""

    answers: tuple[AnswerView, ...]
    answered_under: str
    """The recommendation below which its answer is printed; empty where it has its own or none."""


@dataclass(frozen=True, slots=True)
class CommentsView:
    """The chief officer's comments and the reply to them; dates are empty where not known."""

    invited: str
    due: str
    received: str
    is_none: bool
    """Whether the chief officer sent none."""

    text: Blocks
    reply: Blocks


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter in one language."""

    language: Language
    date: Value
    """The letter's date; marked as a gap where it is only the day on which the draft is made."""

    reference: str
    subject: Value
    salutation: str
    recipients: tuple[Recipient, ...]
    copies: tuple[Recipient, ...]
    layout: str
    introduction: str
    notice: str
    """Where the notice stands: ``top``, ``after-evidence`` or ``end``."""

    has_twin: bool
    """Whether the other language is a file of its own, so that this one says where to find it."""

    is_plural: bool
    """Whether we write, rather than I."""

    order: tuple[Language, Language]
    """The languages in the office's order, for what stands in both."""

    letterhead: Letterhead
    office: OfficeView
    labels: Mapping[str, str]
    reports: tuple[ReportView, ...]
    opening: Blocks
    recommendations: tuple[RecommendationView, ...]
    """Those that apply to us, causes of concern among them, in the order of the response."""

    others: tuple[RecommendationView, ...]
    """Those that do not apply to us and say why."""

    evidence: tuple[EvidenceView, ...]
    """All of it, in the order of the response."""

    good_practice: tuple[EvidenceView, ...]
    """That which answers no recommendation."""

    answers: tuple[AnswerView, ...]
    comments: CommentsView | None
    commitments: tuple[Blocks, ...]
    closing: Blocks
    notices: Mapping[str, Blocks]
    """The office's own notices, by kind, in both languages; empty where the template's wording serves."""


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

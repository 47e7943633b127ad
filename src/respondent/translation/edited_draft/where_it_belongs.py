"""Where to change words that do not come from a text of the response: a template, the office, a value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from respondent import resources
from respondent.language import Language
from respondent.response.kinds import NOTICE_SECTIONS
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, PrintedText

_ANNEX = (
    "change the recommendations, their deadlines or progress, or the heading of the annex in response.yaml"
)

_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "addressee": "change the recipient in office.yaml, or letter.recipients in response.yaml",
        "date": "change letter.date in response.yaml",
        "reference": "change letter.reference in response.yaml",
        "salutation": "change the recipient's salutation in office.yaml",
        "subject": "change letter.subject in response.yaml, or the title of the report",
        "sign-off": "change the sign-off in office.yaml",
        "signature": "change the holder of the office in office.yaml",
        "copies": "change letter.copies in response.yaml, or the recipients in office.yaml",
        **{
            section: f"change the notice on {kind} in office.yaml"
            for kind, section in NOTICE_SECTIONS.items()
        },
        "recommendation": "change the number or the kind of the recommendation in response.yaml",
        "byline": "change the holder of the office in office.yaml, or letter.date in response.yaml",
        "theme": "change the heading in letter.groups of response.yaml",
        "grades": "change the grades of the report in response.yaml",
        "not-ours": "change the addressees of the recommendations in response.yaml",
        "annex": _ANNEX,
        "annex-wide": _ANNEX,
        "statutory": "change the report in response.yaml, or statutory_sentence in office.yaml",
    }
)
"""How to change the values of a section, by its name."""


def of(paragraph: LetterParagraph) -> str:
    """Return how and where to change wording or a value."""
    template = _templates(paragraph.letter).get(paragraph.section, "")
    value = _VALUES.get(paragraph.section, "")
    wording = f"the wording is in templates/{paragraph.letter}/{template}" if template else ""
    return "; ".join(filter(None, (value, wording))) or "change the template that it comes from"


def closed(text: PrintedText) -> tuple[str, str]:
    """Return why an edit of a text cannot be imported from this letter, and what to do."""
    if text.is_same:
        return "one text serves both letters", f"change it in response.yaml: {text.field.id}"
    if text.field.is_quoted:
        return (
            "the words are a quotation, which the office cannot change",
            f"if they differ from the publication, correct {text.field.id} in response.yaml",
        )
    return "the text is in the other language", f"change it in response.yaml: {text.field.id}"


@cache
def _templates(language: Language) -> Mapping[str, str]:
    """Return by section the path of the shipped template that has it, below the folder of the language."""
    folder = resources.templates() / language
    by_section: dict[str, str] = {}
    for file in sorted(folder.rglob("*.j2")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("::: "):
                by_section.setdefault(line.split()[1], file.relative_to(folder).as_posix())
    return MappingProxyType(by_section)

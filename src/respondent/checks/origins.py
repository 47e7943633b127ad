"""Where the words of a letter come from, by the ids of its blocks."""

from __future__ import annotations

from collections.abc import Mapping

from respondent.files.source import ValuePath

FIELDS: Mapping[str, str] = {"subject.1": "letter.subject"}
"""The blocks that are a template's and hold nothing but one text of the response."""

ITEMS: Mapping[str, str] = {
    "evidence": "evidence",
    "answer": "answers",
    "answer-heading": "answers",
    "recommendation": "recommendations",
    "elsewhere": "recommendations",
    "not-ours": "recommendations",
    "statutory": "reports",
    "scope": "reports",
}
"""The sections that are named for an item, and the list of the response that has it."""

SECTIONS: Mapping[str, ValuePath] = {
    "subject": ("letter", "subject"),
    "date": ("letter", "date"),
    "reference": ("letter", "reference"),
    "addressee": ("letter", "recipients"),
    "salutation": ("letter", "recipients"),
    "copies": ("letter", "copies"),
    "introduction": ("opening",),
    "comments": ("comments",),
    "commitments": ("commitments",),
    "closing": ("closing",),
}
"""Other sections, and what of the response they come from."""

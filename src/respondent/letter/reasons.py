"""Reads the sentence that names the body for which a recommendation is."""

from __future__ import annotations

import re

from respondent.language import Pair
from respondent.response.text import Text

# The sentences that the comment at `why_not` in a new response offers. Only they become part of a list: any
# other reason is printed as it was written.
_SENTENCES = Pair(
    re.compile(r"Mae'r (?:argymhelliad|maes) hwn ar gyfer (?P<body>[^.]+)\."),
    re.compile(r"This (?:recommendation|area for improvement) is for (?P<body>[^.]+)\."),
)


def addressee_in(reason: Text) -> Pair[str] | None:
    """Return the body that a reason names, as it is written in both languages; None for any other reason.

    >>> addressee_in(Text(cy="Mae'r argymhelliad hwn ar gyfer y Coleg Plismona.",
    ...                   en="This recommendation is for the College of Policing."))
    Pair(cy='y Coleg Plismona', en='the College of Policing')
    """
    texts = Pair(reason.cy, reason.en)
    matches = texts.map(lambda text: (text or "").strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    found = Pair(_SENTENCES.cy.fullmatch(matches.cy), _SENTENCES.en.fullmatch(matches.en))
    return Pair(found.cy["body"], found.en["body"]) if found.cy and found.en else None

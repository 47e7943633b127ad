"""By when a recommendation is to be met, and how far the force has come with it, in one language."""

from __future__ import annotations

from respondent.document.tree import Run, Words
from respondent.language import Language
from respondent.letter.letter import ProgressView, Value
from respondent.letter.naming import Naming
from respondent.response.model import Recommendation

_DEADLINES = frozenset(
    ("immediately", "within-three-months", "within-six-months", "within-12-months", "none-stated")
)
"""The words for deadlines that inspectorates use again and again, as labels in both languages."""


def deadline(item: Recommendation, naming: Naming) -> Value:
    """Return by when the report wants a recommendation to be met; empty if it does not say."""
    if item.deadline is None:
        return ""
    key = "-".join(item.deadline.words.casefold().split())
    if key in _DEADLINES:
        return naming.localizer.labels[f"deadline-{key}"]
    if item.deadline.day:
        return naming.day(item.deadline.day)
    return Words((Run(item.deadline.words, Language.EN),))


def progress(item: Recommendation, naming: Naming) -> ProgressView | None:
    """Return how far the force has come with a recommendation; None if the response does not say."""
    facts, localizer = item.progress, naming.localizer
    if facts is None:
        return None
    id = f"recommendations.{item.id}.progress"
    return ProgressView(
        status=localizer.labels[f"status-{facts.status}"],
        lead=localizer.value(f"{id}.lead", facts.lead),
        due=naming.day(facts.due),
        comment=localizer.value(f"{id}.comment", facts.comment),
        on=naming.day(facts.on),
    )

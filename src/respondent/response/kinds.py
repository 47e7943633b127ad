"""The closed lists of words in the two files, without pydantic, so that `--help` can list them quickly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

ReportKind = Literal["report", "letter", "thematic", "peel", "joint", "revisit", "other"]
"""Each has a label in `templates`, by which the letter calls the report."""

RecommendationKind = Literal[
    "recommendation", "cause-of-concern", "accelerated-cause-of-concern", "area-for-improvement"
]
"""What an inspectorate can make. Each kind has a label in `templates`."""

CONCERNS: tuple[RecommendationKind, ...] = ("cause-of-concern", "accelerated-cause-of-concern")
"""The kinds that other recommendations may belong to."""

Arrangement = Literal["two-files", "one-file"]
"""Whether each letter has a file of its own, or both letters share one file."""

Grade = Literal["outstanding", "good", "adequate", "requires-improvement", "inadequate", "not-graded"]
"""The grades of a PEEL report. Each has a label in `templates`."""

ProgressStatus = Literal["not-started", "under-way", "done", "not-ours", "waits-for-another"]
"""How far the force has come with a recommendation. Each has a label in `templates`."""

AnnexColumn = Literal[
    "number",
    "report",
    "words",
    "addressees",
    "deadline",
    "due",
    "force-response",
    "our-response",
    "lead",
    "status",
    "comment",
    "part",
]
"""What a column of an annex shows. Each has a label in `templates`."""

NoticeKind = Literal["correspondence", "availability"]
"""What a notice is about."""

NOTICE_SECTIONS: Mapping[NoticeKind, str] = {"correspondence": "notice", "availability": "availability"}
"""The section of both letters that prints each kind."""

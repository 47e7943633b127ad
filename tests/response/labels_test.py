from __future__ import annotations

import pytest
from response.gwent import OWN_LABELS, office, office_problems


def test_an_office_may_have_its_own_labels() -> None:
    yaml = 'labels: {page: {cy: "Tud. {page}/{pages}", en: "p. {page}"}, draft: DRAFFT}'
    labels = office((OWN_LABELS, yaml)).facts.labels
    assert labels["page"].pair.cy == "Tud. {page}/{pages}"
    assert labels["draft"].pair.en == "DRAFFT"


@pytest.mark.parametrize(
    ("labels", "path", "what", "then"),
    [
        (
            "{pgae: x}",
            "labels.pgae",
            "unknown label `pgae`",
            "did you mean `page`? the labels are copies, copy, draft, email, page",
        ),
        ("{page: 'Tud {seite}'}", "labels.page", "{seite} cannot be filled in", "write {page} and {pages}"),
        ("{page: {cy: '{}', en: a}}", "labels.page.cy", "{} cannot be filled in", "write {page} and {pages}"),
        (
            "{draft: '{page}'}",
            "labels.draft",
            "{page} cannot be filled in",
            "remove it: this label has nothing to fill in",
        ),
        (
            "{draft: {cy: a}}",
            "labels.draft.en",
            "`en` is missing, and texts of the office need both languages",
            "add a line  en: …",
        ),
        (
            "{draft: {cy: a, en: b, fr: c}}",
            "labels.draft.fr",
            "unknown key `fr`",
            "the keys here are cy, en, both, unconfirmed",
        ),
        ("x", "labels", "expected keys and values, got text", "write  key: value  lines below it"),
    ],
)
def test_unknown_label_or_slot_is_refused(labels: str, path: str, what: str, then: str) -> None:
    (problem,) = office_problems((OWN_LABELS, f"labels: {labels}"))
    assert problem.where.endswith(f": {path}")
    assert (problem.what, problem.next) == (what, then)

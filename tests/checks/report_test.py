from __future__ import annotations

import json

from respondent.checks.finding import Fact, Finding, Severity
from respondent.checks.known import CHECKS
from respondent.checks.report import KEYS, counted, lines, manual, summary, value
from respondent.language import Language


def finding(
    severity: Severity = Severity.ERROR,
    *,
    what: str = "it is wrong",
    block: str = "closing",
    reason: str = "",
) -> Finding:
    fact = Fact(what=what, advice="mend it", block=block, language=Language.CY)
    where = "responses/a/response.yaml:7: closing.cy"
    return Finding(
        check="T101", name="a-name", severity=severity, where=where, line=7, fact=fact, reason=reason
    )


def test_equal_findings_are_grouped() -> None:
    one, other = finding(), finding(block="opening")

    assert list(lines([one, other])) == [
        "  error   T101 a-name: it is wrong",
        "          mend it",
        f"            response.yaml:7, closing (cy)  [{one.key}]",
        f"            response.yaml:7, opening (cy)  [{other.key}]",
        "  2 errors",
    ]


def test_silenced_findings_come_last_with_their_reason() -> None:
    silenced = finding(reason="known (A, 2026-11-23)")

    assert list(lines([silenced, finding(Severity.NOTE)]))[-3:] == [
        "  silenced T101 a-name: known (A, 2026-11-23)",
        f"             response.yaml:7, closing (cy)  [{silenced.key}]",
        "  1 note; 1 silenced",
    ]


def test_the_severity_can_be_coloured() -> None:
    assert next(lines([finding()], lambda severity: f"<{severity}>")).startswith("  <error>   T101")


def test_an_error_required_by_law_shows_no_key() -> None:
    fact = Fact(what="it is wrong", advice="mend it")
    of_the_law = Finding(
        check="S101", name="a", severity=Severity.ERROR, where="", line=0, fact=fact, is_duty=True
    )

    assert not any("[" in line for line in lines([of_the_law]))


def test_counts_exclude_silenced_findings() -> None:
    found = [finding(), finding(Severity.WARNING), finding(reason="known")]

    assert counted(found) == {Severity.ERROR: 1, Severity.WARNING: 1}
    assert summary(found) == "1 error, 1 warning; 1 silenced"
    assert summary([]) == "no findings"


def test_json_has_the_keys_that_are_documented() -> None:
    found = value(finding(reason="known"))

    assert list(found) == list(KEYS)
    assert json.loads(json.dumps(found))["where"] == "responses/a/response.yaml:7: closing.cy"


def test_a_manual_ends_before_the_cases() -> None:
    check = next(check for check in CHECKS if check.id == "D101")
    text = manual(check)

    assert text.startswith("D101 texts-there: error; the law requires it, and an office cannot lower it\n\n")
    assert f"\nSource: {check.source}" in text
    assert "Cases" not in text


def approval(block: str) -> Finding:
    fact = Fact(what="nobody has approved it", advice="approve", names=f"--field {block}", block=block)
    return Finding(check="D201", name="approved", severity=Severity.ERROR, where="", line=1, fact=fact)


def test_approvals_are_brief_until_nothing_else_is_found() -> None:
    both = [approval("opening"), approval("closing")]

    assert list(lines([finding(), *both]))[3:] == [
        "  error   D201 approved: nobody has approved it",
        "          approve --field opening --field closing",
        "  3 errors",
    ]
    assert list(lines(both))[2].strip() == f"opening  [{both[0].key}]"


def test_findings_about_the_office_are_printed_for_its_first_response() -> None:
    fact = Fact(what="nobody has confirmed it", advice="ask", file="office")
    office = Finding(check="D301", name="confirmed", severity=Severity.WARNING, where="", line=3, fact=fact)

    assert list(lines([finding(), office], above=[finding().key, office.key]))[3:] == [
        "  1 finding about the office: see above",
        "  1 error, 1 warning",
    ]

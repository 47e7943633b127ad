from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from releases import NOON

from respondent.release import manifest
from respondent.release.manifest import Manifest

ONE = Manifest(
    release=2,
    response="2019-stalking-and-harassment",
    by="Siân Ŵyn",
    at=NOON,
    late_because="y cyfieithydd yn sâl",
    date=date(2019, 5, 14),
    arrangement="two-files",
    reports=["sussex"],
    recipients=["home-secretary"],
    copies=["inspector"],
    program={"respondent": "0.1.0", "python": "3.11.2"},
    checks=["S101"],
    findings=[{"check": "T101", "what": "a"}],
    silenced=[{"check": "T102", "what": "b", "reason": "c (Nia, 2026-11-24)"}],
    files={"letters/a.cy.docx": "0" * 64},
)


@pytest.mark.parametrize("one", [ONE, replace(ONE, late_because="", silenced=[])])
def test_manifest_round_trip(one: Manifest) -> None:
    assert manifest.read(one.written()) == one


def test_manifest_has_sorted_keys_and_readable_text() -> None:
    text = ONE.written().decode()

    assert list(json.loads(text)) == sorted(json.loads(text))
    assert '"by": "Siân Ŵyn"' in text
    assert text.endswith("}\n")


def test_seal_has_the_format_of_sha256sum() -> None:
    assert manifest.seal(b"x\n") == (
        b"73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac  manifest.json\n"
    )


def without(key: str) -> Callable[[dict[str, Any]], object]:
    return lambda values: values.pop(key)


def with_(key: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda values: values.update({key: value})


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (without("files"), "it has no 'files'"),
        (with_("version", 2), "it has version 2, but this program reads version 1"),
        (with_("by", 7), "7 is not text"),
        (with_("letter", []), "it is damaged"),
        (with_("files", {"letters/../../x": "0" * 64}), "cannot be the path of a file in a release"),
        (with_("files", {"/etc/passwd": "0" * 64}), "cannot be the path of a file in a release"),
        (with_("files", {"c:x": "0" * 64}), "cannot be the path of a file in a release"),
        (with_("files", {"letters\\x": "0" * 64}), "cannot be the path of a file in a release"),
        (with_("files", {"letters/x": "0"}), "0 is not a SHA-256 digest"),
        (with_("response", ".."), "cannot be the path of a file in a release"),
        (with_("response", "a/b"), "is not the name of a response"),
        (with_("at", "yesterday"), "yesterday"),
    ],
)
def test_wrong_value_is_refused(change: Callable[[dict[str, Any]], object], what: str) -> None:
    values = json.loads(ONE.written())
    change(values)

    with pytest.raises(ValueError, match=what):
        manifest.read(json.dumps(values).encode())


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"1", b"\xff", b"[" * 100_000, b'{"version": 1, "version": 1}', b'{"version": 1}']
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        manifest.read(data)

"""What notices in use say, and what only looks like it."""

from __future__ import annotations

import pytest

from respondent.language import Language
from respondent.linguistics.notice_statements import PROPOSITIONS, says

WELCOME, REPLY, DELAY = PROPOSITIONS

SAID = [
    (Language.CY, "Croesewir gohebiaeth yn Gymraeg. Atebir gohebiaeth Gymraeg yn Gymraeg, ac ni fydd oedi."),
    (Language.CY, "Cewch bob cymorth a chroeso os ysgrifennwch yn Gymraeg; byddwn yn ymateb yn Gymraeg heb oedi."),
    (Language.CY, "Mae croeso i chi ohebu â ni yn Gymraeg. Byddwn yn ymateb yn Gymraeg, a fydd hynny ddim yn arwain at oedi."),
    (Language.CY, "Croesawn lythyrau Cymraeg. Cewch ateb yn yr un iaith. Ni fydd hynny'n cymryd mwy o amser."),
    (Language.EN, "You are welcome to write to us in Welsh. You will receive a reply in Welsh, and it won't take any longer."),
    (Language.EN, "Correspondence in Welsh is welcome and will be answered in Welsh. There will be no delay."),
    (Language.EN, "We welcome letters in Welsh. You will get a Welsh reply, in no longer than one in English takes."),
    (Language.EN, "We welcome letters in Welsh or English. We reply in the language of your choice, without delay."),
    (Language.EN, "Welsh is welcome. We answer letters in English or Welsh; neither is delayed, and we do not ask why."),
]  # fmt: skip

NOT_SAID = [
    (WELCOME, Language.EN, "Welsh is not welcome here."),
    (WELCOME, Language.EN, "We welcome letters. Welsh is one of our languages."),
    (WELCOME, Language.CY, "Nid oes croeso i lythyrau Cymraeg."),
    (WELCOME, Language.CY, "Croesawn lythyrau. Mae'r Gymraeg yn iaith swyddogol."),
    (
        REPLY,
        Language.EN,
        "We welcome correspondence in Welsh and will respond in English only, without delay.",
    ),
    (REPLY, Language.EN, "We will reply in English to letters in Welsh."),
    (REPLY, Language.EN, "We cannot reply in Welsh."),
    (REPLY, Language.EN, "If you write in Welsh, we will reply."),
    (REPLY, Language.CY, "Byddwn yn ateb llythyrau yn Saesneg, hyd yn oed rhai Cymraeg."),
    (REPLY, Language.CY, "Ni fyddwn yn ateb yn Gymraeg."),
    (DELAY, Language.EN, "Writing in Welsh will delay us. It is not so in English."),
    (DELAY, Language.CY, "Bydd hyn yn arwain at oedi. Nid felly yn Saesneg."),
]


@pytest.mark.parametrize(("language", "notice"), SAID)
def test_a_notice_makes_all_three_statements(language: Language, notice: str) -> None:
    assert [one for one in PROPOSITIONS if not says(notice, one, language)] == []


@pytest.mark.parametrize(("proposition", "language", "notice"), NOT_SAID)
def test_a_notice_with_another_statement_is_not_accepted(
    proposition: str, language: Language, notice: str
) -> None:
    assert not says(notice, proposition, language)

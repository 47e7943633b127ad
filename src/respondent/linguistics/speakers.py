"""Who may say or do something in a letter, and how each language calls them."""

from __future__ import annotations

import re
from typing import NamedTuple

from respondent.language import Pair


class NamedSource(NamedTuple):
    """Somebody whom letters name."""

    name: str
    hints: Pair[tuple[str, ...]]
    """Quick tests in small letters: a text with none of these does not name them."""

    patterns: Pair[re.Pattern[str]]


def _speaker(name: str, hints: tuple[str, str], cy: str, en: str) -> NamedSource:
    return NamedSource(
        name, Pair(*hints).map(lambda words: tuple(words.split("|"))), Pair(re.compile(cy), re.compile(en))
    )


CHIEF = _speaker(
    "the chief constable",
    ("rif ", "chief "),
    r"\b(?:[pb]|ph|mh)rif (?:g?|ng)wnstabl|\b(?:[pb]|ph)rif swyddog yr heddlu\b",
    r"\bchief constable|\bchief officer of police\b",
)

FORCE = _speaker(
    "the force",
    ("heddlu|llu", "police|force"),
    r"\bheddlu (?:gwent|de cymru|gogledd cymru|dyfed-powys)|\b(?:yr?|['’]r) (?:heddlu|llu)\b"
    r"(?! a throsedd| \d)",
    r"\b(?:gwent|south wales|north wales|dyfed-powys) police\b(?! and crime)"
    r"|\bthe (?:police )?force\b|\bforce['’]s\b",
)

WRITER = _speaker(
    "the writer",
    ("", ""),
    r"\b(?:rwyf|rwy|wyf|fy|imi|gennyf|ataf|wrthyf|arnaf|amdanaf|[bf]?yddaf|[bf]?yddwn|rydym|ein|inni|gennym|hoffwn"
    r"|r?oeddwn|g?allaf|g?allwn|d?diolch)\b|['’]m\b",
    r"\b(?:i|me|my|we|us|our)\b|\bthank",
)
"""Whoever signs the letter."""

VERBS = re.compile(
    r"\b[^\W\d_]{3,}(?:nn|ch|hn|dd|th|dn|hi|wa|yni|mw?ym)af\b|\b(?!dd?yfais)[^\W\d_]{4,}[^lr]ais\b"
)
"""Welsh verbs that say *I* by their endings: present *cyhoeddaf*, past *gofynnais*.

The letters before the ending keep out nouns and adjectives in *-af* and *-ais* (*uchaf*, *llais*, *dyfais*).
"""

SPEAKERS = (
    CHIEF,
    FORCE,
    _speaker(
        "the commissioner",
        ("misiynydd|chth", "commissioner|pcc"),
        r"\b(?:ch?|gh?|ngh)?omisiynydd(?:ion)? (?:yr )?heddlu a throsedd|\bchth\b",
        r"\bpolice and crime commissioner|\bpcc\b",
    ),
    _speaker(
        "my office",
        ("swyddfa|schth", "office|opcc"),
        r"\b(?:fy|['’]m|ein|['’]n) swyddfa\b|\bschth\b|\bswyddfa['’]r comisiynydd",
        r"\b(?:my|our) office\b|\bopcc\b|\bcommissioner['’]s office\b",
    ),
    _speaker(
        "the inspectorate",
        ("hmicfrs|rolyg", "hmicfrs|inspect"),
        r"\bhmicfrs\b|\bh?arolyg(?:iaeth|wyr)\b",
        r"\bhmicfrs\b|\binspectorate\b|\binspectors\b",
    ),
    _speaker("the council", ("yngor", "council"), r"\b(?:[cg]|ch|ngh)yngor\b", r"\bcouncil\b"),
    _speaker("the health board", ("wrdd iechyd", "health board"), r"\b[bf]wrdd iechyd", r"\bhealth board"),
    _speaker(
        "the prosecution",
        ("erlyn|gwe|cps", "prosecution|cps"),
        r"\bg?wasanaeth erlyn|\bgwe\b|\bcps\b",
        r"\bcrown prosecution|\bcps\b",
    ),
    _speaker("the government", ("lywodraeth", "government"), r"\bl?lywodraeth\b", r"\bgovernment\b"),
)
"""All of them but the writer."""

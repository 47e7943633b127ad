"""Sentences that the program prints itself, recognised in a text after small changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from respondent.linguistics.words import folded, without_addresses

# How like one of our sentences a part of a text must be, of 100, to be taken for it wherever it stands: a
# changed apostrophe, dash or space leaves it above, a word between or another tense below.
_ALIKE = 96.0

# How like it a text must be as a whole, with few other words: a dropped or changed word then counts little.
_ALIKE_AS_A_WHOLE = 75.0
_OTHER_WORDS = 3

# What `response.fields` names a text, alone or with the digest that a translator's file adds to it.
_FIELD_ID = re.compile(
    r"(?<![\w.])(?:reports|recommendations|evidence|answers|comments|commitments|letter)(?:\.[a-z0-9-]+)?"
    r"\.(?:title|name|force|text|why_not|action_taken|action_proposed|reason_for_none|reply|subject)\b"
    r"|\b(?:action_taken|action_proposed|reason_for_none|why_not)\b"
    r"|(?<![\w.])(?:reports|recommendations|evidence|answers|commitments)(?:\[\d+\]|\.[a-z]+-?\d+\b)"
    r"|\b[a-z_.-]+~[0-9a-f]{12}\b"
    r"|(?<=: )(?:opening|closing)(?=\W*$)"
)

# The beginning of a gap's label, left before words that were typed over the rest of it.
_LABEL = re.compile(r"^\W*(?:Bwlch|Gap)\s*[–—-]\s")


# How many of the words of one of our sentences a text must have for the two to be compared letter by letter.
_SHARED = 0.5


def own_sentence(text: str, sentences: Iterable[str]) -> str:
    """Return what of a text is a sentence or mark that the program itself prints; empty for nothing.

    Args:
        text: The text.
        sentences: What the program prints: the sentence of a gap, the mark of a draft. One word is looked for
            as it is, in capitals say; a sentence is looked for loosely.

    >>> own_sentence("Gap - the English text is  missing.", ["Gap – the English text is missing"])
    'Gap – the English text is missing'
    >>> own_sentence("There is a gap: some texts are missing.", ["Gap – the English text is missing"])
    ''
    """
    return _own_sentence(text, tuple(sentences))


# Most texts stand in both letters and go through several guards.
@lru_cache(maxsize=4096)
def _own_sentence(text: str, sentences: tuple[str, ...]) -> str:
    if match := _FIELD_ID.search(without_addresses(text)):
        return match[0]
    bare = _bare(text)
    words = frozenset(bare.split())
    for sentence, own in _compared(sentences):
        if len(own) == 1:
            # The mark of a draft stands alone, or in capitals at the beginning or the end of a text: *a DRAFT
            # Bill* is somebody's words.
            mark = re.escape(sentence)
            is_alone = re.search(rf"(?im)^\W*{mark}[\W\d]*(?:v\d+)?$", text)
            if is_alone or re.search(rf"^\W*{mark}\s*[:–—/-]|\b{mark}\W*$", text):
                return sentence
        elif len(own & words) >= _SHARED * len(own):
            from rapidfuzz.fuzz import partial_ratio, ratio  # only for the few texts that come near

            if partial_ratio(_bare(sentence), bare) >= _ALIKE:
                return sentence
            is_short = len(words) <= len(own) + _OTHER_WORDS
            if is_short and ratio(_bare(sentence), bare) >= _ALIKE_AS_A_WHOLE:
                return sentence
    label = _LABEL.match(text)
    return label[0].strip() if label else ""


@lru_cache(maxsize=16)
def _compared(sentences: tuple[str, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each sentence with its words."""
    return tuple((sentence, frozenset(_bare(sentence).split())) for sentence in sentences)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """Return the words of a text in small letters without accents, signs and spaces that differ by typing."""
    return " ".join(folded(word) for word in re.findall(r"[^\W_]+", text))

"""Hypothesis without its clock: the first call reads the lexicon."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("grammar", deadline=None)
settings.load_profile("grammar")

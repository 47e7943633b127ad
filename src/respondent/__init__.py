"""Welsh and English letters of response to police inspection reports, made as one pair."""

__version__ = "0.1.0"

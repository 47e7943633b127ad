"""Drafts that somebody has edited in Word, and the way of their edits home to the texts of the response."""

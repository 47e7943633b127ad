"""Importing drafts that somebody has edited in Word."""

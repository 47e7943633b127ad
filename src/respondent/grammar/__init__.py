"""The rules for joining words in Welsh and English, independent of letters."""

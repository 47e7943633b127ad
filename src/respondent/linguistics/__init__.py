"""Reading a text: its words, numbers, dates, language."""

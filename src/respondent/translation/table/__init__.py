"""The table in Word for translators and readers who have no other program: one row a text."""

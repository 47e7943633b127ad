"""A table in Word for translators and readers without a translation program: one row for each unit."""

"""Where a response stands on a day, as a whole: its texts, its clock, what was found; and how that is shown.

As text (`lines`), as JSON (`values`), as a page with a picture of each timeline (`page`, `timeline`), as a
calendar (`calendar`). What all of them say in the same words stands in `words`. All of it is pure.
"""

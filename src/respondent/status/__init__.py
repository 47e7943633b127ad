"""The status of a response on a day: its texts, its clock and its findings, and how they are printed.

As text (`lines`), as JSON (`values`), as a page with a picture of each timeline (`page`, `timeline`), as a
calendar (`calendar`). What all of them say in the same words stands in `words`. All of it is pure.
"""

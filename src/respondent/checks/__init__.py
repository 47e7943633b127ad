"""Checks of a response against the law, the language standards and house style.

A check knows the case and not the engine; the engine (`look`) runs any check it is given.
"""

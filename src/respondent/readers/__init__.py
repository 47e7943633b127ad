"""Readers of files that people return, as blocks and words. They know the document tree, but no letter."""

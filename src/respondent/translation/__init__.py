"""Texts out to translators and readers, and back: XLIFF, TMX, the review table, edited drafts."""

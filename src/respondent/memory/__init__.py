"""The translation memory: what was translated before, and how like it a new text is."""

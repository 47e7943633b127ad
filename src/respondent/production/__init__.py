"""One response to its files."""

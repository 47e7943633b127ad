"""The tree of a document, and Markdown in and out of it."""

"""The small tree in the middle of the house, and Markdown, the way into it."""

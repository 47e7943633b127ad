"""The letter: what it says in each language, and the templates that say it."""

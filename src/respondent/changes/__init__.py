"""The one write path of everything that is handed in."""

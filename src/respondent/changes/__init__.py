"""The one way to write what somebody hands in."""

"""Many responses at once."""

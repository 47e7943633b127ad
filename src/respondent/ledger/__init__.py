"""Who said what about which text: rows that are never changed, and what follows from them."""

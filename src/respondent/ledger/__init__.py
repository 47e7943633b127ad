"""The ledger of a response: rows that are never changed, and the states of texts that follow from them."""

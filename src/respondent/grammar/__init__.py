"""How words join, in Welsh and in English; knows nothing of letters."""

"""Term bases of other programs (TBX): their concepts, and the rows of `terms.csv` that they become."""

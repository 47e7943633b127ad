"""Files that people send back, as blocks and words; they know the tree, and no letter."""

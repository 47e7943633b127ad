"""Files: the workspace, YAML with positions, writing and rewriting that lose nothing, locks, bounded zips."""

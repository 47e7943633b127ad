"""Files: the workspace, YAML with positions, writing that loses nothing, bounded zips."""

"""The writers: each makes of a document the bytes of one file, and touches nothing else."""

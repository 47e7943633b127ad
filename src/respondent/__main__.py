"""Runs the command line as ``python -m respondent``."""

from respondent.cli.app import main

main()

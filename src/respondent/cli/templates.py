"""`respondent templates`: lists the shipped templates, or copies one into the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from respondent.cli.many import LANGUAGES


def templates(
    name: Annotated[
        str, typer.Argument(help="The template to copy, such as comments.", show_default="list them")
    ] = "",
    language: Annotated[
        str, typer.Option("--language", metavar="LIST", help="Languages, separated by commas.")
    ] = ",".join(LANGUAGES),
) -> None:
    """List the shipped templates, or copy one into the workspace of the current folder.

    A template has the wording of a part of the letter. The copy replaces the shipped one: change in it
    what you want to say otherwise. Existing files are never overwritten.

    Example:  respondent templates comments
    """
    from respondent import resources
    from respondent.cli.options import chosen
    from respondent.cli.report import print_created, print_table
    from respondent.files import workspace
    from respondent.language import Language
    from respondent.letter.own_templates import about_templates, copy_template

    if not name:
        print_table(list(about_templates(resources.templates()).items()))
        return
    languages = [Language(code) for code in chosen("--language", language, list(LANGUAGES))]
    print_created(copy_template(workspace.find(Path.cwd()), name, languages, resources.templates()))
    print("\nNext, change the wording, then make the drafts again:  respondent draft")
    print("Keep the sections and their order, which are the same in both languages: docs/templates.md.")

"""`respondent schema`: what the two files may hold, for editors that help while one writes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class File(StrEnum):
    """A file with a schema."""

    RESPONSE = "response"
    OFFICE = "office"


def schema(
    file: Annotated[File, typer.Argument(help="The file whose schema is wanted.")],
) -> None:
    """Print the JSON Schema of response.yaml or office.yaml, for an editor.

    Example:  respondent schema response > response.schema.json
    """
    import json

    from respondent.response.model import Response
    from respondent.response.office import Office

    model = {File.RESPONSE: Response, File.OFFICE: Office}[file]
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema(by_alias=True)
    typer.echo(json.dumps(found, indent=2, ensure_ascii=False))

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
    file: Annotated[File, typer.Argument(help="The file: response or office.")],
) -> None:
    """Print what a file may hold, for editors.

    It is a JSON Schema. Keep it beside office.yaml; many editors find it by this first line of response.yaml:

    # yaml-language-server: $schema=../../response.schema.json

    Example:  respondent schema response > response.schema.json
    """
    import json

    from respondent.response.model import Response
    from respondent.response.office import Office
    from respondent.response.record import Record

    models: dict[File, type[Record]] = {File.RESPONSE: Response, File.OFFICE: Office}
    found = models[file].model_json_schema(by_alias=True)
    found["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    print(json.dumps(found, indent=2))  # in ASCII, which no console changes on its way into a file

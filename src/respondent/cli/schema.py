"""`respondent schema`: the JSON Schemas of the two files, by which editors check and complete them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class File(StrEnum):
    """A file with a schema."""

    RESPONSE = "response"
    OFFICE = "office"


def schema(
    file: Annotated[File, typer.Argument(help="Which file: response or office.")],
) -> None:
    """Print the JSON Schema of response.yaml or office.yaml.

    Your editor uses it to complete keys and to mark mistakes. Save it beside office.yaml, and make this the
    first line of response.yaml:

    # yaml-language-server: $schema=../../response.schema.json

    Example:  respondent schema response > response.schema.json
    """
    import json

    from respondent.response.model import Response
    from respondent.response.office import Office
    from respondent.response.record import Record

    models: dict[File, type[Record]] = {File.RESPONSE: Response, File.OFFICE: Office}
    document = models[file].model_json_schema(by_alias=True)
    document["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    # In ASCII: Windows consoles re-encode what is redirected into a file.
    print(json.dumps(document, indent=2))

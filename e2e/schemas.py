"""The official schemas of translators' files, if a developer has them. Their licences forbid shipping them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

FOLDER = Path(os.environ.get("RESPONDENT_SCHEMAS") or Path(__file__).parents[2] / "shared/data/schemas")
XLIFF = FOLDER / "xliff1.2/xliff-core-1.2-strict.xsd"
TMX = FOLDER / "tmx/tmx14.dtd"


def needed(file: Path) -> Path:
    """Return a schema, or skip the test with advice if it is missing."""
    if not file.is_file():
        pytest.skip(f"{file} is missing: put the schemas there, or name their folder in RESPONDENT_SCHEMAS.")
    return file


def xliff() -> etree.XMLSchema:
    """Return the strict schema of XLIFF 1.2 by OASIS."""
    file = needed(XLIFF)
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_LocalOnly(file.parent))
    return etree.XMLSchema(etree.parse(file, parser))


def tmx() -> etree.DTD:
    """Return the document type of TMX 1.4."""
    with needed(TMX).open("rb") as file:
        return etree.DTD(file)


class _LocalOnly(etree.Resolver):
    """Answers for `xml.xsd`, which the schema would fetch from the network, with the copy beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def resolve(self, url: str, public_id: str, context: object) -> object:
        if url.rsplit("/", 1)[-1] == "xml.xsd":
            return self.resolve_filename(str(self.folder / "xml.xsd"), context)
        assert not url.startswith(("http:", "https:", "ftp:")), url
        return None

"""The examples as files that people can read: a change of a letter shows as a change of these.

All in HTML and text. As DOCX, whose XML is long, the letter of 2019 and the pair in one file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree
from offices import EXAMPLES, SEED, TODAY

from respondent.files import workspace, zip
from respondent.language import Language
from respondent.production.letters import draft_pair
from respondent.production.office import load_office
from respondent.writers.formats import FORMATS

RESPONSES, _ = workspace.responses([EXAMPLES])
IN_WORD = (SEED, "2024-policing-airports")


def drafts(response: Path) -> Iterator[tuple[str, bytes]]:
    desk = load_office(workspace.find(response))
    formats = [name for name in FORMATS if name != "docx" or workspace.slug(response) in IN_WORD]
    made = draft_pair(response, desk, TODAY, formats=formats, languages=list(Language))
    yield from ((file.name, file.data) for file in made.files)


def unpacked(package: bytes) -> str:
    """Return the parts of a DOCX that a letter writes, as indented XML; the styles have a file of their own."""
    parts = zip.read(package)
    written = [name for name in sorted(parts) if name.endswith((".xml", ".rels")) and not _is_shipped(name)]
    return "".join(f"<!-- {name} -->\n{_indented(parts[name])}\n" for name in written)


def _is_shipped(name: str) -> bool:
    return name.rpartition("/")[2] in (
        "styles.xml",
        "theme1.xml",
        "fontTable.xml",
        "settings.xml",
        "numbering.xml",
    )


def _indented(part: bytes) -> str:
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    return str(etree.tostring(root, pretty_print=True, encoding="unicode"))


@pytest.mark.parametrize("response", RESPONSES, ids=[workspace.slug(response) for response in RESPONSES])
def test_the_drafts_are_the_golden_files(response: Path, golden: Callable[[str, str], None]) -> None:
    folder = f"{workspace.find(response).root.name}/{workspace.slug(response)}"
    found = dict(drafts(response))

    assert found
    for name, data in found.items():
        is_package = name.endswith(".docx")
        golden(
            f"{folder}/{name}{'.xml' if is_package else ''}", unpacked(data) if is_package else data.decode()
        )


def test_every_golden_file_is_still_made(request: pytest.FixtureRequest) -> None:
    folder = Path(__file__).parent
    made = {
        f"{workspace.find(response).root.name}/{workspace.slug(response)}/{name}"
        for response in RESPONSES
        for name, _ in drafts(response)
    }
    kept = {str(file.relative_to(folder).as_posix()).removesuffix(".xml") for file in folder.glob("*/*/*")}

    assert kept == made, "make accept, and delete the golden files that no draft has"


def test_the_styles_of_the_shipped_stationery_are_those_of_its_script() -> None:
    import runpy

    from respondent import resources

    script = runpy.run_path(str(EXAMPLES.parent / "scripts" / "make_stationery.py"))

    assert zip.read(resources.style_file("stationery.docx"))["word/styles.xml"].decode() == script["styles"]()

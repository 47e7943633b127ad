"""Translators' files, checked by the official schemas, by translate-toolkit and by OmegaT."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import schemas
import yaml
from lxml import etree
from workspaces import EXAMPLE, SLUG

NAME = f"{SLUG}.en-cy.xlf"
NAMESPACES = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
REMEMBERED = "I write to you about **custody** and [a report](https://www.example.cymru/a?b=1&c=2)."


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace with one response, whose closing and first evidence have no Welsh."""

    root: Path

    @property
    def response(self) -> Path:
        return self.root / "responses" / SLUG / "response.yaml"

    @property
    def values(self) -> dict[str, Any]:
        values: dict[str, Any] = yaml.safe_load(self.response.read_text(encoding="utf-8"))
        return values

    def run(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "respondent", *arguments]
        done = subprocess.run(
            command, cwd=self.root, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
        )
        assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
        return done.stdout

    def send(self, *more: str) -> Path:
        """Send the response and return the folder."""
        self.run("send", f"responses/{SLUG}", "--by", "Ann", "--out", "out", *more)
        return self.root / "out" / SLUG


@pytest.fixture
def place(tmp_path: Path) -> Place:
    root = tmp_path / "gwent"
    for part in ("office.yaml", "terms.csv", f"responses/{SLUG}/response.yaml"):
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLE / part, root / part)
    place = Place(root)
    values = place.values
    del values["closing"]["cy"]
    del values["evidence"][0]["text"]["cy"]
    values["opening"] = {"en": f"{REMEMBERED}\n\n| a | b |\n|---|---|\n| *c* | d |\n", "source": "en"}
    values["comments"] = {"text": {"cy": "Diolch.", "source": "cy"}}
    place.response.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return place


def with_memory(place: Place) -> None:
    """Put the Welsh of the closing into the memory of the workspace, and a fuzzy match of the evidence."""
    values = place.values
    pairs = [(values["closing"]["en"].strip(), "Gallaf gadarnhau hyn oll.")]
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{en}</seg></tuv><tuv xml:lang="cy"><seg>{cy}</seg></tuv></tu>'
        for en, cy in pairs
    )
    head = '<header creationtool="x" creationtoolversion="1" segtype="block" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>'
    (place.root / "memory").mkdir()
    text = f'<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4">{head}<body>{units}</body></tmx>'
    (place.root / "memory" / "office.tmx").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("more", [(), ("--all",), ("--for", "omegat"), ("--codes", "cy,en")])
def test_xliff_is_valid_by_the_strict_schema(place: Place, more: tuple[str, ...]) -> None:
    schema = schemas.xliff()
    files = list(place.send(*more).rglob("*.xlf"))

    assert {file.name for file in files} == {NAME, f"{SLUG}.cy-en.xlf"}
    for file in files:
        schema.assertValid(etree.parse(file))


def test_tmx_is_valid_by_its_document_type(place: Place) -> None:
    dtd = schemas.tmx()
    with_memory(place)
    (file,) = place.send().glob("*.tmx")

    assert dtd.validate(etree.parse(file)), dtd.error_log


def test_translate_toolkit_reads_what_we_write_and_we_read_what_it_writes(place: Place) -> None:
    from translate.storage import factory

    with_memory(place)
    folder = place.send()
    file = folder / NAME
    ours = {unit.get("id"): unit for unit in etree.parse(file).iterfind(".//x:trans-unit", NAMESPACES)}
    store = factory.getobject(str(file))

    assert {unit.xmlelement.get("id") for unit in store.units} == set(ours)
    for unit in store.units:
        words = "".join(ours[unit.xmlelement.get("id")].find("x:source", NAMESPACES).itertext())
        assert unit.source == words
        if unit.xmlelement.get("id").startswith("closing~"):
            unit.target = "Gallaf gadarnhau: # “hyn”."
    back = place.root / "back.xlf"
    back.write_bytes(bytes(store))

    assert "1 taken" in place.run("take", str(back), "--by", "Nia")
    assert place.values["closing"]["cy"].strip() == "Gallaf gadarnhau: # “hyn”."
    (tmx,) = folder.glob("*.tmx")
    (pair,) = factory.getobject(str(tmx)).units
    assert (pair.source, pair.target) == (place.values["closing"]["en"].strip(), "Gallaf gadarnhau hyn oll.")


def test_terms_of_translate_toolkit_are_imported(place: Place) -> None:
    from translate.storage.tbx import tbxfile

    before = (place.root / "terms.csv").read_bytes()
    store = tbxfile(sourcelanguage="en-GB", targetlanguage="cy-GB")
    for en, cy in (("tower & keep", "tŵr"), ("control room", "canolfan reoli")):
        unit = store.addsourceunit(en)
        unit.target = cy
        unit.addnote("noun", origin="pos")
        unit.addnote("as the guide has it", origin="definition")
    file = place.root / "glossary.tbx"
    file.write_bytes(bytes(store))

    assert "1 added, 1 unchanged, 0 conflicts, 0 skipped" in place.run("terms", str(file))
    added = (place.root / "terms.csv").read_bytes().removeprefix(before).decode()
    assert added == "tower & keep,tŵr,noun,,,,unverified,as the guide has it\n"


def test_omegat_translates_from_the_memory_and_its_files_are_imported(place: Place) -> None:
    with_memory(place)
    values = place.values
    del values["comments"]
    place.response.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    before = place.values
    project = place.send("--for", "omegat")

    target = omegat(project, NAME)

    assert "1 taken" in place.run("take", str(target), "--by", "OmegaT")
    after = place.values
    assert after["closing"].pop("cy").strip() == "Gallaf gadarnhau hyn oll."
    assert after == before
    place.run("undo", "--by", "Ann")
    assert not place.values["closing"].get("cy")


def omegat(project: Path, name: str) -> Path:
    """Translate a project from its memories alone, and return the translated file."""
    done = subprocess.run(
        ["omegat", "--mode=console-translate", "--disable-project-locking", str(project)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    target = project / "target" / name
    assert target.is_file(), done.stdout + done.stderr
    return target


def test_omegat_has_todays_welsh_but_no_stale_welsh(place: Place) -> None:
    values = place.values
    del values["comments"]
    values["closing"] = {"en": "I am **glad** of it.", "cy": "Rwy'n **falch** ohono."}
    values["evidence"][0]["text"] = {"en": "It was done by 31 May.", "cy": "Gwnaed hyn erbyn 31 Mai."}
    place.response.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    place.run("approve", "--by", "Nia", "--field", "evidence", "--language", "cy")
    values["evidence"][0]["text"]["en"] = "It was done by 30 May."
    place.response.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    before = place.values

    project = place.send("--for", "omegat")
    target = omegat(project, NAME)

    words = ["".join(unit.itertext()) for unit in etree.parse(target).iterfind(".//x:target", NAMESPACES)]
    assert "Rwy'n falch ohono." in words  # unapproved: as it is today, with its bold
    assert "It was done by 30 May." in words and "Gwnaed hyn erbyn 31 Mai." not in words  # stale: the source
    assert "0 taken" in place.run("take", str(target), "--by", "OmegaT")
    assert place.values == before
    assert "\t" in (project / "glossary" / "terms.txt").read_text("utf-8")

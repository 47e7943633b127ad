"""Each setting that keeps a hostile XML file from reading, fetching or filling the memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from respondent.errors import InputError
from respondent.files.package import BadPackage, parse
from respondent.files.untrusted_xml import XmlKind, root

KIND = XmlKind("XLIFF", "export it again", 1_000_000)

READERS: dict[str, Callable[[bytes], Any]] = {
    "a translators' file": lambda data: root(data, "file.xlf", KIND),
    "a part of a Word document": parse,
}

# What libxml2 does of itself changes with its versions (entities inside a file, for one), so each is asked for.
FLAGS = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_pis": True}


def settings(monkeypatch: pytest.MonkeyPatch, read: Callable[[bytes], Any]) -> dict[str, object]:
    """Return the settings of the parser with which `read` reads."""
    asked: dict[str, object] = {}
    parser: Callable[..., etree.XMLParser] = etree.XMLParser

    def recorded(**flags: bool) -> etree.XMLParser:
        asked.update(flags)
        return parser(**flags)

    monkeypatch.setattr(etree, "XMLParser", recorded)
    read(b"<a/>")
    return asked


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("flag", FLAGS)
def test_the_parser_is_asked_for_each_flag(monkeypatch: pytest.MonkeyPatch, reader: str, flag: str) -> None:
    assert settings(monkeypatch, READERS[reader]).get(flag) is FLAGS[flag]


@pytest.mark.parametrize("reader", READERS)
def test_the_limits_of_the_parser_are_kept(monkeypatch: pytest.MonkeyPatch, reader: str) -> None:
    # huge_tree lifts the limits on depth, on the length of a text and on what entities grow to.
    assert not settings(monkeypatch, READERS[reader]).get("huge_tree")


@pytest.mark.parametrize("reader", READERS)
def test_elements_nested_too_deep_are_refused(reader: str) -> None:
    with pytest.raises((InputError, BadPackage)):
        READERS[reader](b"<a>" * 5000 + b"</a>" * 5000)


@pytest.mark.parametrize("reader", READERS)
def test_instructions_to_other_programs_are_left_out(reader: str) -> None:
    assert len(READERS[reader](b"<a><?run rm?></a>")) == 0


def test_comments_in_word_documents_are_left_out() -> None:
    assert len(parse(b"<a><!-- b --></a>")) == 0


@pytest.mark.parametrize("reader", READERS)
def test_a_document_type_is_refused(reader: str) -> None:
    with pytest.raises((InputError, BadPackage), match="declares a document type"):
        READERS[reader](b'<!DOCTYPE a SYSTEM "a.dtd"><a/>')


def test_an_entity_that_the_file_lacks_is_refused_where_a_document_type_may_be_named() -> None:
    kind = XmlKind("TBX", "export it again", 1_000_000, may_name_type=True)
    with pytest.raises(InputError, match="&b;"):
        root(b'<!DOCTYPE a SYSTEM "a.dtd"><a>&b;</a>', "file.tbx", kind)


def test_a_file_larger_than_its_limit_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(etree, "XMLParser", None)
    with pytest.raises(InputError):
        root(b"<a>" + b" " * 1_000_000 + b"</a>", "file.xlf", KIND)

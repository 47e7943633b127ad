"""Add the styles and lists that a letter needs to an office's own letterhead."""

from __future__ import annotations

from typing import Any

from respondent.files.package import (
    DOCUMENT,
    DOCUMENT_RELATIONS,
    NUMBERING,
    RELATIONS,
    STYLES,
    TYPES,
    WORD,
    W,
    links,
    serialised,
)
from respondent.files.zip import compress, write
from respondent.writers.package import parse, parts, refused
from respondent.writers.story import BULLETS


def with_styles(letterhead: bytes, shipped: bytes) -> bytes:
    """Return a letterhead with its missing styles and lists added from the shipped stationery.

    Its own styles of the same name are kept, and determine how letters look.

    Raises:
        StationeryError: if the letterhead is not a usable DOCX file.
    """
    own, ours = parts(letterhead), parts(shipped)
    for kind in ("styles", "settings", "numbering"):
        _adopt(own, ours, kind)
    own[STYLES] = _with_styles(own[STYLES], ours[STYLES])
    own[NUMBERING] = _with_lists(own[NUMBERING], ours[NUMBERING])
    return write(compress(name, content) for name, content in own.items())


def has_body(letterhead: bytes) -> bool:
    """Return whether the body of a letterhead has words or pictures, which letters do not use."""
    body = parse(parts(letterhead)[DOCUMENT])
    pictures = body.iter(f"{W}drawing", f"{W}pict", f"{W}object")
    return bool("".join(body.itertext()).strip()) or any(True for _ in pictures)


def _with_styles(own: bytes, ours: bytes) -> bytes:
    root, shipped = parse(own), parse(ours)
    if root.find(f"{W}docDefaults") is None:
        root.insert(0, shipped.find(f"{W}docDefaults"))
    ids = {style.get(f"{W}styleId") for style in root.iter(f"{W}style")}
    names = {_name(style) for style in root.iter(f"{W}style")}
    defaults = _defaults(root)
    replaced = {id: defaults[kind] for kind, id in _defaults(shipped).items() if kind in defaults}
    for style in shipped.findall(f"{W}style"):
        id, name = style.get(f"{W}styleId"), _name(style)
        if id in ids or id in replaced:
            continue
        if name in names:  # a localised Word gives the same style another id, so both are kept
            style.find(f"{W}name").set(f"{W}val", f"Letter {name}")
        base = style.find(f"{W}basedOn")
        if base is not None:
            base.set(f"{W}val", replaced.get(base.get(f"{W}val"), base.get(f"{W}val")))
        root.append(style)
    return serialised(root)


def _defaults(root: Any) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    """Return the id of the default style of each type: paragraph, character, table, numbering."""
    return {
        style.get(f"{W}type", ""): style.get(f"{W}styleId", "")
        for style in root.iter(f"{W}style")
        if style.get(f"{W}default") in ("1", "true", "on")
    }


def _with_lists(own: bytes, ours: bytes) -> bytes:
    """Return the lists with ours added, or replaced where the letterhead was made from one of our letters."""
    root, shipped = parse(own), parse(ours)
    for element in root.findall("*"):
        number = element.get(f"{W}abstractNumId") or element.get(f"{W}numId") or ""
        # A clean-up mark would have to follow our lists. Only Word for the Mac uses it.
        if element.tag == f"{W}numIdMacAtCleanup" or (number.isdecimal() and int(number) >= BULLETS):
            root.remove(element)
    first_number = next((index for index, element in enumerate(root) if element.tag == f"{W}num"), len(root))
    for index, element in enumerate(shipped.findall(f"{W}abstractNum")):
        root.insert(first_number + index, element)
    root.extend(shipped.findall(f"{W}num"))
    return serialised(root)


def _adopt(own: dict[str, bytes], ours: dict[str, bytes], kind: str) -> None:
    """Add our part of a kind if the letterhead has none."""
    from lxml import etree

    name = f"word/{kind}.xml"
    names = [link.target for link in links(own, DOCUMENT) if link.kind == kind]
    if names == [name]:
        return
    if names:
        raise refused(f"its {kind} have an unusual name", "open it in Word and save it under a new name")
    own.setdefault(name, ours[name])
    rows, types = parse(own[DOCUMENT_RELATIONS]), parse(own[TYPES])
    row = {"Id": f"rIdOwn{kind}", "Type": f"{RELATIONS}/{kind}", "Target": f"{kind}.xml"}
    etree.SubElement(rows, rows.tag.replace("Relationships", "Relationship"), row)
    own[DOCUMENT_RELATIONS] = serialised(rows)
    if not any(content_type.get("PartName") == f"/{name}" for content_type in types):
        override = types.tag.replace("Types", "Override")
        etree.SubElement(types, override, PartName=f"/{name}", ContentType=f"{WORD}.{kind}+xml")
        own[TYPES] = serialised(types)


def _name(style: Any) -> str:  # noqa: ANN401 - an lxml element
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val")).lower()

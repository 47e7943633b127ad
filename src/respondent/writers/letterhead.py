"""An office's own letterhead made fit for letters: the styles and lists that it lacks are added."""

from __future__ import annotations

from respondent.files.zip import compress, write
from respondent.writers.package import (
    DOCUMENT,
    DOCUMENT_RELATIONS,
    NUMBERING,
    RELATIONS,
    STYLES,
    TYPES,
    W,
    parse,
    parts,
    relations,
)

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def with_styles(letterhead: bytes, shipped: bytes) -> bytes:
    """Return a letterhead with what a letter needs and it has not, from the shipped stationery.

    Its own styles of the same name stay: a letter takes its looks from them.

    Raises:
        StationeryError: if the letterhead is no DOCX that we can use.
    """
    own, ours = parts(letterhead), parts(shipped)
    own[STYLES] = _with_styles(own[STYLES], ours[STYLES])
    for kind in ("styles", "settings", "numbering"):
        _adopt(own, ours, kind)
    own[NUMBERING] = _with_lists(own[NUMBERING], ours[NUMBERING])
    return write(compress(name, content) for name, content in own.items())


def has_body(letterhead: bytes) -> bool:
    """Tell whether the body of a letterhead holds words or pictures, which a letter does not take over."""
    body = parse(parts(letterhead)[DOCUMENT])
    return bool("".join(body.itertext()).strip()) or any(True for _ in body.iter(f"{W}drawing", f"{W}pict"))


def _with_styles(own: bytes, ours: bytes) -> bytes:
    root, shipped = parse(own), parse(ours)
    ids = {style.get(f"{W}styleId") for style in root.iter(f"{W}style")}
    names = {_name(style) for style in root.iter(f"{W}style")}
    has_default = {style.get(f"{W}type") for style in root.iter(f"{W}style") if style.get(f"{W}default")}
    for style in shipped.iter(f"{W}style"):
        if style.get(f"{W}styleId") in ids:
            continue
        if style.get(f"{W}default") and style.get(f"{W}type") in has_default:
            del style.attrib[f"{W}default"]
        if _name(style) in names:  # in a localised Word the same style has another id: both stay
            style.find(f"{W}name").set(f"{W}val", f"Letter {_name(style)}")
        root.append(style)
    return _bytes(root)


def _with_lists(own: bytes, ours: bytes) -> bytes:
    root, shipped = parse(own), parse(ours)
    have = {one.get(f"{W}abstractNumId") for one in root.iter(f"{W}abstractNum")}
    first_number = next((index for index, one in enumerate(root) if one.tag == f"{W}num"), len(root))
    for one in shipped.iter(f"{W}abstractNum"):
        if one.get(f"{W}abstractNumId") not in have:
            root.insert(first_number, one)
            first_number += 1
    have = {one.get(f"{W}numId") for one in root.iter(f"{W}num")}
    for one in shipped.findall(f"{W}num"):
        if one.get(f"{W}numId") not in have:
            root.append(one)
    return _bytes(root)


def _adopt(own: dict[str, bytes], ours: dict[str, bytes], kind: str) -> None:
    """Give the letterhead our part of a kind where it has none."""
    from lxml import etree

    if any(found == kind for _, found, _ in relations(own)):
        return
    own.setdefault(f"word/{kind}.xml", ours[f"word/{kind}.xml"])
    links = parse(own[DOCUMENT_RELATIONS])
    etree.SubElement(
        links,
        links.tag.replace("Relationships", "Relationship"),
        {"Id": f"rIdOwn{kind}", "Type": f"{RELATIONS}/{kind}", "Target": f"{kind}.xml"},
    )
    own[DOCUMENT_RELATIONS] = _bytes(links)
    types = parse(own[TYPES])
    if not any(one.get("PartName") == f"/word/{kind}.xml" for one in types):
        name = types.tag.replace("Types", "Override")
        etree.SubElement(types, name, PartName=f"/word/{kind}.xml", ContentType=f"{WORD}.{kind}+xml")
        own[TYPES] = _bytes(types)


def _name(style: object) -> str:
    name = style.find(f"{W}name")  # type: ignore[attr-defined]  # an lxml element
    return "" if name is None else str(name.get(f"{W}val")).lower()


def _bytes(root: object) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))  # type: ignore[call-overload]

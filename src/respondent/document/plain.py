"""Convert documents to JSON for other programs, and back.

Every node is an object whose key ``node`` gives its kind in lower case: ``document``, ``part``, ``section``,
``paragraph``, ``heading``, ``list``, ``item``, ``table``, ``row``, ``cell``, ``quotation``, ``gap``,
``picture``, ``run``, ``break``. The other keys are the fields of its class in `document.tree`, in the same
order, without those that have their default. Languages are codes, dates are ``2019-05-14``, the bytes of
pictures are base64.
"""

from __future__ import annotations

import base64
import binascii
import dataclasses
import json
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from respondent.document import tree
from respondent.language import Language

NODES: Final[Mapping[str, type]] = MappingProxyType(
    {
        kind.__name__.lower(): kind
        for kind in (
            *(tree.Document, tree.Part, tree.Image),
            *(tree.Section, tree.Paragraph, tree.Heading, tree.List, tree.Item, tree.Table, tree.Row),
            *(tree.Cell, tree.Quotation, tree.Gap, tree.Picture, tree.Run, tree.Break),
        )
    }
)
"""The kinds of node, by their names in JSON."""

_KEY = "node"


def to_json(document: tree.Document) -> bytes:
    """Return a document as JSON in UTF-8, one key per line."""
    return (json.dumps(_plain(document), ensure_ascii=False, indent=1) + "\n").encode()


def from_json(data: bytes) -> tree.Document:
    """Return the document that `to_json` converted.

    Raises:
        ValueError: if the data is not a document; the message says why.
    """
    document = _value("", json.loads(data))
    if not isinstance(document, tree.Document):
        raise ValueError("this is not a document")
    return document


def _plain(value: object) -> object:
    """Return a value of the tree as JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        node: dict[str, object] = {_KEY: type(value).__name__.lower()}
        for field in dataclasses.fields(value):
            inner = getattr(value, field.name)
            if not _is_usual(field, inner):
                node[field.name] = _plain(inner)
        return node
    match value:
        case tuple():
            return [_plain(item) for item in value]
        case Mapping():
            return {key: _plain(item) for key, item in value.items()}
        case bytes():
            return base64.b64encode(value).decode()
        case date():
            return value.isoformat()
        case _:
            return value


def _is_usual(field: dataclasses.Field[Any], value: object) -> bool:
    """Return whether a value is the default of its field."""
    if field.default_factory is not dataclasses.MISSING:
        return bool(value == field.default_factory())
    return value == field.default and type(value) is type(field.default)


_READ: Mapping[str, Callable[[Any], object]] = {
    "language": Language,
    "dated": date.fromisoformat,
    "data": lambda text: base64.b64decode(text, validate=True),
    "pictures": lambda pictures: MappingProxyType(
        {key: _value("", picture) for key, picture in pictures.items()}
    ),
}
"""How to read the values that JSON has no type for, by key."""


def _value(key: str, plain: object) -> object:
    """Return the value of the tree for a value of JSON under a key."""
    if key in _READ:
        try:
            return _READ[key](plain)
        except (TypeError, AttributeError, binascii.Error) as error:
            raise ValueError(f"`{key}` is not what it should be") from error
    if isinstance(plain, dict):
        return _node(plain)
    return tuple(_value("", item) for item in plain) if isinstance(plain, list) else plain


def _node(plain: Mapping[str, object]) -> object:
    kind = NODES.get(str(plain.get(_KEY)))
    if kind is None:
        raise ValueError(f"there is no node “{plain.get(_KEY)}”")
    values = {key: _value(key, item) for key, item in plain.items() if key != _KEY}
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueError(f"a {plain[_KEY]} has other keys: {error}") from error

"""Translation memories for tests, as other programs write them."""

from __future__ import annotations

from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
HEADER = '<header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>'


def unit(cy: str | None, en: str | None, *, tags: tuple[str, str] = ("cy", "en"), more: str = "") -> str:
    """Return a unit whose texts are XML already; none for a missing language."""
    texts = [(tag, text) for tag, text in zip(tags, (cy, en), strict=True) if text is not None]
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in texts)
    return f"<tu{more}>{variants}</tu>"


def memory(*units: str, doctype: str = "", head: str = HEAD) -> str:
    """Return a memory of units."""
    return f'{head}{doctype}<tmx version="1.4">{HEADER}<body>{"".join(units)}</body></tmx>'


def of(*pairs: tuple[str, str]) -> str:
    """Return a memory of plain texts, Welsh and English."""
    return memory(*(unit(escape(cy), escape(en)) for cy, en in pairs))

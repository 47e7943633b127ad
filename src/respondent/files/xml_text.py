"""Escape text for XML files.

`xml.sax.saxutils` writes the same bytes, but importing it loads `urllib.request`, `ssl` and `socket`, which
takes longer than writing a letter and has no place in a program that never uses the network.
"""

from __future__ import annotations

_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

# A parser turns line ends and tabs in an attribute into spaces unless they are written as character
# references (XML 1.0, 3.3.3).
_ATTRIBUTE = _CONTENT | str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(text: str) -> str:
    """Return text as the content of an element.

    >>> escape("Cam-drin & <esgeulustod>")
    'Cam-drin &amp; &lt;esgeulustod&gt;'
    """
    return text.translate(_CONTENT)


def quoteattr(text: str) -> str:
    """Return text as the value of an attribute, in quotation marks.

    >>> print(quoteattr("Heddlu Gwent"), quoteattr('"Gofal"'))
    "Heddlu Gwent" '"Gofal"'
    """
    escaped = text.translate(_ATTRIBUTE)
    if '"' not in escaped:
        return f'"{escaped}"'
    if "'" not in escaped:
        return f"'{escaped}'"
    return '"{}"'.format(escaped.replace('"', "&quot;"))

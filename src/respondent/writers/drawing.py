"""Write a picture as DrawingML, inline in its paragraph, with alternative text (ISO/IEC 29500-1, 20.4)."""

from __future__ import annotations

from respondent.document.tree import Image, Picture
from respondent.files.xml_text import escape

EMU = 36_000
"""English metric units in a millimetre."""

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def media(name: str, image: Image) -> str:
    """Return the path of a picture below ``word/``, which cannot clash with the pictures of a letterhead."""
    return f"media/letter-{name}.{image.kind}"


def drawing(picture: Picture, image: Image, embed: str, number: int) -> str:
    """Return the run that shows a picture.

    Args:
        picture: Its name and alternative text.
        image: Its bytes and size.
        embed: The id of the relationship to the bytes.
        number: Its id, unique in the package.
    """
    size = f'cx="{round(image.width * EMU)}" cy="{round(image.height * EMU)}"'
    alt = escape(picture.alt).replace('"', "&quot;")
    name = f'name="{picture.name}" descr="{alt}"'
    return (
        "<w:r><w:drawing>"
        f'<wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" {name}/>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="0" {name}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{embed}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )

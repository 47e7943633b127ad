"""Makes `templates/stationery.docx`, the shipped stationery of the Word letter: named styles only.

Run it after changing a row here:  python scripts/make_stationery.py
To change the appearance, an office changes the styles in Word or sets its own letterhead in `office.yaml`.
"""

from __future__ import annotations

from pathlib import Path

from respondent.files.zip import compress, write

TARGET = Path(__file__).parents[1] / "templates" / "stationery.docx"

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

INK, PALE = "1F3864", "8496B0"
"""The colour of the letterhead and its rules; both readable on white."""

SPACING = '<w:spacing w:after="120" w:line="259" w:lineRule="auto"/>'
"""That of running text; each style says it, since a letterhead has a Normal of its own."""

# id, name, based on, next, paragraph properties, run properties
PARAGRAPHS: tuple[tuple[str, str, str, str, str, str], ...] = (
    ("Normal", "Normal", "", "", SPACING, ""),
    ("BodyText", "Body Text", "Normal", "BodyText", f"<w:widowControl/>{SPACING}", ""),
    (
        "Heading1",
        "heading 1",
        "Normal",
        "BodyText",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="160"/><w:outlineLvl w:val="0"/>',
        '<w:b/><w:sz w:val="28"/>',
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        "BodyText",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>',
        f'<w:b/><w:color w:val="{INK}"/><w:sz w:val="26"/>',
    ),
    (
        "Heading3",
        "heading 3",
        "Normal",
        "BodyText",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="180" w:after="60"/><w:outlineLvl w:val="2"/>',
        "<w:b/>",
    ),
    (
        "Heading4",
        "heading 4",
        "Normal",
        "BodyText",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="3"/>',
        f'<w:b/><w:color w:val="{INK}"/><w:sz w:val="22"/>',
    ),
    ("Heading5", "heading 5", "Heading4", "BodyText", '<w:outlineLvl w:val="4"/>', '<w:b w:val="0"/><w:i/>'),
    (
        "Heading6",
        "heading 6",
        "Heading5",
        "BodyText",
        '<w:outlineLvl w:val="5"/>',
        '<w:color w:val="auto"/>',
    ),
    (
        "Label",
        "Label",
        "BodyText",
        "Quote",
        # It stands over the words of the quotation, so that it can't be taken for a heading.
        '<w:keepNext/><w:spacing w:before="120" w:after="40"/><w:ind w:left="425"/>',
        '<w:sz w:val="22"/>',
    ),
    ("ClosingWords", "Closing Words", "BodyText", "BodyText", '<w:spacing w:before="240"/>', ""),
    ("Annex", "Annex", "BodyText", "Annex", "", '<w:sz w:val="20"/>'),
    (
        "Quote",
        "Quote",
        "Normal",
        "BodyText",
        f'<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{PALE}"/></w:pBdr>'
        f'{SPACING}<w:ind w:left="425" w:right="425"/>',
        '<w:i/><w:sz w:val="22"/>',
    ),
    (
        "ListBullet",
        "List Bullet",
        "Normal",
        "",
        '<w:spacing w:after="60" w:line="259" w:lineRule="auto"/>',
        '<w:sz w:val="22"/>',
    ),
    (
        "ListNumber",
        "List Number",
        "Normal",
        "",
        '<w:spacing w:after="60" w:line="259" w:lineRule="auto"/>',
        '<w:sz w:val="22"/>',
    ),
    (
        "ListContinue",
        "List Continue",
        "Normal",
        "",
        '<w:spacing w:after="60" w:line="259" w:lineRule="auto"/>',
        '<w:sz w:val="22"/>',
    ),
    (
        "Letterhead",
        "Letterhead",
        "Normal",
        "",
        '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
        f'<w:color w:val="{INK}"/><w:sz w:val="17"/>',
    ),
    (
        "LetterheadEnd",
        "Letterhead End",
        "Letterhead",
        "",
        f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="{INK}"/></w:pBdr>'
        '<w:spacing w:after="240" w:line="100" w:lineRule="exact"/>',
        '<w:sz w:val="4"/>',
    ),
    (
        "Continuation",
        "Continuation",
        "Header",
        "",
        f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{PALE}"/></w:pBdr>'
        '<w:spacing w:after="200"/>',
        f'<w:color w:val="{INK}"/>',
    ),
    (
        "Addressee",
        "Addressee",
        "Normal",
        "",
        '<w:keepLines/><w:spacing w:after="160" w:line="240" w:lineRule="auto"/>',
        "",
    ),
    ("Date", "Date", "Normal", "", '<w:spacing w:after="160"/>', ""),
    ("Reference", "Reference", "Normal", "", '<w:spacing w:after="160"/>', ""),
    ("Salutation", "Salutation", "Normal", "Heading1", '<w:keepNext/><w:spacing w:after="80"/>', ""),
    (
        "Notice",
        "Notice",
        "Normal",
        "",
        f'<w:keepLines/><w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{PALE}"/>'
        f'<w:left w:val="single" w:sz="4" w:space="6" w:color="{PALE}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="4" w:color="{PALE}"/>'
        f'<w:right w:val="single" w:sz="4" w:space="6" w:color="{PALE}"/></w:pBdr>'
        f'{SPACING}<w:ind w:left="142" w:right="142"/>',
        '<w:sz w:val="20"/>',
    ),
    ("Closing", "Closing", "Normal", "Signature", '<w:keepNext/><w:spacing w:before="240" w:after="0"/>', ""),
    (
        "Signature",
        "Signature",
        "Normal",
        "",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="720" w:after="200" w:line="240" w:lineRule="auto"/>',
        "",
    ),
    (
        "SignaturePicture",
        "Signature Picture",
        "Signature",
        "Signature",
        '<w:spacing w:before="120" w:after="0"/>',
        "",
    ),
    ("SignatureName", "Signature Name", "Signature", "", '<w:spacing w:before="60"/>', ""),
    (
        "Copies",
        "Copies",
        "Normal",
        "",
        '<w:keepLines/><w:spacing w:after="120" w:line="240" w:lineRule="auto"/>',
        "",
    ),
    (
        "Availability",
        "Availability",
        "Normal",
        "",
        '<w:keepLines/><w:spacing w:before="120" w:after="120"/>',
        '<w:sz w:val="20"/>',
    ),
    (
        "Gap",
        "Gap",
        "Normal",
        "",
        '<w:pBdr><w:left w:val="single" w:sz="36" w:space="6" w:color="C00000"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>{SPACING}<w:ind w:left="142"/>',
        "",
    ),
    (
        "Header",
        "header",
        "Normal",
        "",
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="18"/>',
    ),
    (
        "Footer",
        "footer",
        "Normal",
        "",
        '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="15"/><w:szCs w:val="15"/>',
    ),
    (
        "FooterNotice",
        "Footer Notice",
        "Footer",
        "",
        '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="15"/><w:szCs w:val="15"/>',
    ),
    (
        "FooterStart",
        "Footer Start",
        "Footer",
        "",
        f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="{PALE}"/></w:pBdr>'
        '<w:spacing w:before="120" w:after="60" w:line="100" w:lineRule="exact"/>',
        '<w:sz w:val="4"/>',
    ),
    (
        "PageNumberLine",
        "Page Number Line",
        "Footer",
        "",
        '<w:spacing w:before="60"/><w:jc w:val="right"/>',
        '<w:sz w:val="17"/>',
    ),
    (
        "DraftMark",
        "Draft Mark",
        "Header",
        "",
        '<w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="C00000"/>'
        '<w:bottom w:val="single" w:sz="8" w:space="1" w:color="C00000"/></w:pBdr>'
        '<w:spacing w:after="100"/><w:jc w:val="center"/>',
        '<w:b/><w:color w:val="C00000"/><w:spacing w:val="40"/><w:sz w:val="18"/>',
    ),
    (
        "TableText",
        "Table Text",
        "Normal",
        "",
        '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="22"/>',
    ),
    ("TableHead", "Table Head", "TableText", "", "<w:keepNext/>", "<w:b/>"),
    ("AnnexText", "Annex Text", "TableText", "", "", '<w:sz w:val="20"/>'),
    ("AnnexHead", "Annex Head", "AnnexText", "", "<w:keepNext/>", "<w:b/>"),
)

CHARACTERS: tuple[tuple[str, str, str], ...] = (
    ("Hyperlink", "Hyperlink", '<w:color w:val="0B4C8C"/><w:u w:val="single"/>'),
    ("GapText", "Gap Text", '<w:b/><w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>'),
)

BULLETS, NUMBERS = ("•", "–", "▪"), ("decimal", "lowerLetter", "lowerRoman")


def main() -> None:
    """Write the file."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": relations(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("settings", "settings.xml"),
                "rId3": ("numbering", "numbering.xml"),
                "rId4": ("fontTable", "fontTable.xml"),
                "rId5": ("theme", "theme/theme1.xml"),
            }
        ),
        "word/document.xml": document(),
        "word/fontTable.xml": f'{HEAD}<w:fonts xmlns:w="{MAIN}"><w:font w:name="Arial"><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>',
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/styles.xml": styles(),
        "word/theme/theme1.xml": theme(),
    }
    TARGET.write_bytes(write(compress(name, text.encode()) for name, text in parts.items()))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


def content_types() -> str:
    """Return the part that lists the types of the other parts."""
    kinds = ("document.main", "fontTable", "numbering", "settings", "styles")
    rows = "".join(
        f'<Override PartName="/word/{kind.partition(".")[0]}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for kind in kinds
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}'
        '<Override PartName="/word/theme/theme1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
    )


def relations(rows: dict[str, tuple[str, str]]) -> str:
    """Return a part of relationships: id, type, target."""
    lines = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for id, (kind, target) in rows.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def document() -> str:
    """Return a body of one empty paragraph on A4."""
    return (
        f'{HEAD}<w:document xmlns:w="{MAIN}"><w:body><w:p/><w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1021" w:right="1247" w:bottom="964" w:left="1247" w:header="567" w:footer="454" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr></w:body></w:document>"
    )


def settings() -> str:
    """Return the settings: today's layout rules, not those of Word 2007."""
    return (
        f'{HEAD}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-GB"/></w:settings>'
    )


def numbering() -> str:
    """Return the two kinds of list, each of nine levels."""
    bullets = "".join(_level(level, "bullet", BULLETS[level % 3]) for level in range(9))
    numbers = "".join(_level(level, NUMBERS[level % 3], f"%{level + 1}.") for level in range(9))
    return (
        f'{HEAD}<w:numbering xmlns:w="{MAIN}">'
        f'<w:abstractNum w:abstractNumId="9001"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="9002"><w:multiLevelType w:val="hybridMultilevel"/>{numbers}</w:abstractNum>'
        '<w:num w:numId="9001"><w:abstractNumId w:val="9001"/></w:num></w:numbering>'
    )


def _level(level: int, kind: str, text: str) -> str:
    indent = 425 * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="425"/></w:pPr></w:lvl>'
    )


def styles() -> str:
    """Return the styles: paragraphs, characters, the table."""
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    return (
        f'{HEAD}<w:styles xmlns:w="{MAIN}">{defaults}'
        + "".join(_paragraph_style(row) for row in PARAGRAPHS)
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        + "".join(
            f'<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
            for id, name, look in CHARACTERS
        )
        + _table_style()
        + "</w:styles>"
    )


def _paragraph_style(row: tuple[str, str, str, str, str, str]) -> str:
    id, name, based, following, paragraph, run = row
    default = ' w:default="1"' if id == "Normal" else ""
    links = (f'<w:basedOn w:val="{based}"/>' if based else "") + (
        f'<w:next w:val="{following}"/>' if following else ""
    )
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{id}"><w:name w:val="{name}"/>{links}<w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _table_style() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{PALE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="LetterTable"><w:name w:val="Letter Table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7ECF4"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def theme() -> str:
    """Return a theme of our two colours: Word expects one, though no style refers to it."""
    colours = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": INK,
        "lt2": "E7ECF4",
        "hlink": "0B4C8C",
        "folHlink": "0B4C8C",
    }
    colours |= {f"accent{number}": INK if number % 2 else PALE for number in range(1, 7)}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
    palette = "".join(f'<a:{name}><a:srgbClr val="{colours[name]}"/></a:{name}>' for name in order)
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Letter"><a:themeElements>'
        f'<a:clrScheme name="Letter">{palette}</a:clrScheme>'
        f'<a:fontScheme name="Letter"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Letter"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


if __name__ == "__main__":
    main()

"""The styles of the table, beside those of the letters."""

from __future__ import annotations

from respondent.files.package import HEAD
from respondent.language import Language, Pair
from respondent.translation.table import words
from respondent.writers.stationery import LANGUAGE

STYLED: Pair[str] = Pair("WordsCymraeg", "WordsEnglish")
"""The character style of words in a language that is not that of their column."""

_COURIER = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'

# id, name, space above and below, what else of paragraphs, of runs (in the order of ISO/IEC 29500-1, 17.3)
_PARAGRAPHS: tuple[tuple[str, str, tuple[int, int], str, str], ...] = (
    ("ReviewText", "Review Text", (30, 30), "", '<w:sz w:val="19"/>'),
    ("ReviewWhole", "Review Whole", (30, 30), "", f'{_COURIER}<w:sz w:val="17"/>'),
    (
        "ReviewHead",
        "Review Head",
        (40, 0),
        "<w:keepNext/>",
        '<w:b/><w:color w:val="FFFFFF"/><w:sz w:val="19"/>',
    ),
    (
        "ReviewColumn",
        "Review Column",
        (0, 40),
        "<w:keepNext/>",
        '<w:color w:val="FFFFFF"/><w:sz w:val="16"/>',
    ),
    ("ReviewPlace", "Review Place", (30, 20), "", '<w:sz w:val="16"/>'),
    ("ReviewKey", "Review Key", (0, 30), "", '<w:noProof/><w:color w:val="595959"/><w:sz w:val="13"/>'),
    ("ReviewState", "Review State", (30, 0), "", '<w:sz w:val="16"/>'),
    ("ReviewHelp", "Review Help", (0, 100), "", '<w:sz w:val="19"/>'),
)


def styles(shipped: str, language: Language) -> str:
    """Return the part of styles of a table whose translations are in a language."""
    paragraphs = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:qFormat/><w:pPr>{more}<w:spacing w:before="{above}" w:after="{below}" w:line="252"'
        f' w:lineRule="auto"/></w:pPr><w:rPr>{run}</w:rPr></w:style>'
        for id, name, (above, below), more, run in _PARAGRAPHS
    )
    characters = "".join(map(_language_style, Language))
    head, end, tail = shipped.replace(LANGUAGE, language.tag).rpartition("</w:styles>")
    return f"{HEAD}{head}{paragraphs}{characters}{end}{tail}"


def _language_style(language: Language) -> str:
    name = words.LANGUAGES[language].in_(language)
    return (
        f'<w:style w:type="character" w:styleId="{STYLED.in_(language)}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f'<w:rPr><w:lang w:val="{language.tag}"/></w:rPr></w:style>'
    )

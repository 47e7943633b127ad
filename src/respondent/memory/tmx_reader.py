"""Reads translation memories of other programs (TMX 1.1 to 1.4) as a stream of Welsh and English pairs.

The standard library's Expat reads them, since it keeps no tree in memory, loads nothing from outside, and
reports every declared entity before it is used, so that files with entities can be refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO
from xml.parsers.expat import ExpatError, ParserCreate

from respondent.errors import InputError, Problem
from respondent.files.text import CONTROL
from respondent.language import Language, Pair

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MAX_TEXT = 100_000
"""The longest text of a unit, in characters. A longer one is not a sentence or paragraph and is left out."""

MAX_TOKEN = 4_000_000
"""The longest tag or comment, in bytes. Expat holds it in RAM, so that an endless one would fill it."""

MAX_DEPTH = 64
"""How deep elements may be nested. A memory needs eight; deep nesting is a way of attack."""

_MAX_LANGUAGES = 100
"""How many language codes are counted for the message about a missing language: a hostile file could name
millions."""

_CHUNK = 1 << 16
_REFERENCE = re.compile(rb"&#([xX][0-9A-Fa-f]{1,8}|[0-9]{1,10});")
_LONGEST_REFERENCE = 14
_LANGUAGES = {
    "cy": Language.CY, "cym": Language.CY, "wel": Language.CY, "en": Language.EN, "eng": Language.EN
}  # fmt: skip
_KEPT = frozenset(("hi", "g", "mrk"))
"""Elements that contain words. All others in a segment contain the codes of the original format."""

_SHORT_TAG = re.compile(r"</?[a-z]\d{1,4}/?>")
"""OmegaT's tags, which its memories store as text: ``<f0>``, ``</b12>``, ``<x1/>``."""

_AGAIN = "export the memory again as TMX 1.4 and replace this file"


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """A text and its translation."""

    texts: Pair[str]
    """Plain words; neither is empty."""

    number: int
    """Its number in the file, from 1."""

    is_coded: bool = False
    """Whether codes, such as those for bold, were left out."""

    changed: str = ""
    """When it was last changed, as the file writes it: ``20190514T101500Z``."""


def _allowed(reference: re.Match[bytes]) -> bytes:
    """Return a reference if XML 1.0 allows its character (production 2), else one to a control character."""
    digits = reference[1]
    number = int(digits[1:], 16) if digits[:1] in b"xX" else int(digits)
    is_char = number in (9, 10, 13) or 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD
    return reference[0] if is_char or 0x10000 <= number <= 0x10FFFF else b"&#x90;"


class TmxContent:
    """One pass over a memory. `problems` and `notes` are complete when its units have been read."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        """Read `file`, which messages call `name`."""
        self.problems: list[Problem] = []
        """A missing end or a missing language."""
        self.notes: list[str] = []
        """Units that were left out, with the reason."""
        self._file = file
        self._rest = b""
        self._name = name
        self._content = _Content(name)

    def units(self) -> Iterator[TmxUnit]:
        """Yield the units that have words in both languages, in the order of the file.

        Raises:
            InputError: if the file is not a translation memory, or declares entities.
        """
        parser = self._content.parser
        bytes_read, units = 0, 0
        while not self.problems:
            data = self._chunk()
            bytes_read += len(data)
            self._feed(parser, data)
            units += len(self._content.units)
            yield from self._content.taken()
            if not data:
                break
            if bytes_read - parser.CurrentByteIndex > MAX_TOKEN:
                self._damaged("a tag or a comment is too long")
        self.notes += self._content.notes()
        if not units and not self.problems:
            self.problems.append(self._content.no_pair())

    def _chunk(self) -> bytes:
        """Return the next part of the file, without references to characters that XML cannot hold.

        The parser would stop there, and lose the units behind it. A control character in their place makes
        only their own unit one that cannot be used.
        """
        data = self._rest + self._file.read(_CHUNK)
        # A reference may be cut in two, but not the last one of the file.
        cut = data.rfind(b"&", max(0, len(data) - _LONGEST_REFERENCE)) if len(data) >= _CHUNK else -1
        self._rest = data[cut:] if cut >= 0 else b""
        return _REFERENCE.sub(_allowed, data[:cut] if cut >= 0 else data)

    def _feed(self, parser: XMLParserType, data: bytes) -> None:
        try:
            parser.Parse(data, not data)
        except ExpatError as error:
            what = (
                "the file is cut off" if not data else f"the line cannot be read ({str(error).split(':')[0]})"
            )
            self._damaged(what)
        except (ValueError, LookupError) as error:
            what = f"its encoding cannot be read ({error})"
            raise InputError(Problem(self._name, what, "save it as UTF-8")) from error

    def _damaged(self, what: str) -> None:
        """Note the damage; raise `InputError` if no unit was read before it."""
        line = self._content.parser.CurrentLineNumber
        if not self._content.seen:
            raise InputError(Problem(f"{self._name}:{line}", f"not a TMX file: {what}", _AGAIN, line))
        advice = f"its first {self._content.seen:,} units are used; to use all, {_AGAIN}"
        self.problems.append(Problem(f"{self._name}:{line}", what, advice, line))


class _Content:
    """The handlers of the parser, and the units that they have completed."""

    def __init__(self, name: str) -> None:
        self.units: list[TmxUnit] = []
        self.seen = 0
        self.parser = ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.EntityDeclHandler = self._entity
        self.parser.SkippedEntityHandler = self._unknown
        self._name = name
        self._depth = 0
        self._codes = 0
        self._languages: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()
        self._unit = _Draft("")
        self._language = ""
        self._pieces: list[str] | None = None

    def taken(self) -> list[TmxUnit]:
        """Return the units found since the last time."""
        units, self.units = self.units, []
        return units

    def notes(self) -> Iterator[str]:
        """Yield how many units were left out, for each reason."""
        for reason, count in self._left_out.items():
            yield f"{count:,} of its {self.seen:,} units {reason}, and are left out"

    def no_pair(self) -> Problem:
        """Return the problem of a memory without any pair."""
        languages = ", ".join(name for name, _ in self._languages.most_common(6)) or "none"
        what = f"no unit has words in both Welsh and English; its languages: {languages}"
        return Problem(self._name, what, "export it with both, as cy and en, or remove it from the folder")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        name = tag.rpartition(":")[2]
        if self._depth == 1 and name != "tmx":
            raise self._refused(f"not a TMX file: it begins with <{tag[:40]}>", _AGAIN)
        if self._depth > MAX_DEPTH:
            raise self._refused(f"elements are nested more than {MAX_DEPTH} deep", _AGAIN)
        if self._pieces is not None:
            self._unit.is_coded = True
            self._codes += bool(self._codes or name not in _KEPT)
        elif name == "tu":
            self._unit = _Draft(attributes.get("changedate") or attributes.get("creationdate") or "")
        elif name == "tuv":
            self._language = (attributes.get("xml:lang") or attributes.get("lang") or "")[:20]
        elif name == "seg":
            self._pieces = []

    def _end(self, tag: str) -> None:
        self._depth -= 1
        name = tag.rpartition(":")[2]
        if self._codes:
            self._codes -= 1
        elif name == "seg" and self._pieces is not None:
            if len(self._languages) < _MAX_LANGUAGES or self._language in self._languages:
                self._languages[self._language] += 1
            self._unit.take(self._language, "".join(self._pieces))
            self._pieces = None
        elif name == "tu":
            self._finish()

    def _words(self, text: str) -> None:
        if self._pieces is not None and not self._codes:
            self._unit.length += len(text)
            if self._unit.length <= 2 * MAX_TEXT:  # both texts of a unit together
                self._pieces.append(text)

    def _finish(self) -> None:
        self.seen += 1
        unit = self._unit.unit(self.seen)
        if isinstance(unit, TmxUnit):
            self.units.append(unit)
        elif unit:
            self._left_out[unit] += 1

    def _entity(self, name: str, *_: object) -> None:
        what = f"the file declares an entity, “{name[:40]}”. No memory needs one, and hostile files use them"
        raise self._refused(what, "remove its <!ENTITY …> lines, or export the memory again")

    def _unknown(self, name: str, *_: object) -> None:
        self._unit.is_unknown = True

    def _refused(self, what: str, advice: str) -> InputError:
        line = self.parser.CurrentLineNumber
        return InputError(Problem(f"{self._name}:{line}", what, advice, line))


class _Draft:
    """A unit while it is being read."""

    def __init__(self, changed: str) -> None:
        self.changed = changed[:16]
        self.is_coded = self.is_unknown = False
        self.length = 0
        self.texts: dict[Language, tuple[bool, str]] = {}

    def take(self, tag: str, text: str) -> None:
        """Keep a text in its language. Of several kinds of English, keep British English, else the first."""
        main, _, region = tag.strip().lower().replace("_", "-").partition("-")
        language = _LANGUAGES.get(main)
        if language is None:
            return
        is_british = region == "gb"
        if language not in self.texts or (is_british and not self.texts[language][0]):
            self.texts[language] = (is_british, text)

    def unit(self, number: int) -> TmxUnit | str:
        """Return the unit, or why it is left out. Units in other languages need no reason."""
        if self.is_unknown:
            return "use an entity that the file does not define"
        if self.length > MAX_TEXT:
            return f"are longer than {MAX_TEXT:,} characters"
        plain = {language: self._plain(text) for language, (_, text) in self.texts.items()}
        if not all(plain.get(language) for language in Language):
            return ""
        if any(CONTROL.search(text) for text in plain.values()):
            return "contain characters that a letter cannot hold"
        return TmxUnit(Pair.of(lambda language: plain[language]), number, self.is_coded, self.changed)

    def _plain(self, text: str) -> str:
        """Return the words of a text without OmegaT's tags, with line breaks of the file as spaces."""
        if "<" in text:
            text, tags = _SHORT_TAG.subn("", text)
            self.is_coded = self.is_coded or tags > 0
        return re.sub(r"[ \t\r\n]+", " ", text).strip()

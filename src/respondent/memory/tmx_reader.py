"""Translation memories of other programs (TMX 1.1 to 1.4), read as a stream of Welsh and English pairs.

The standard library's Expat reads them: it keeps nothing of what it has read, loads nothing from outside, and
tells of every declared entity before one is used, so that files which declare any can be refused.
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
"""The longest text of a unit that is taken, in characters; a longer one is passed over."""

MAX_TOKEN = 4_000_000
"""The longest tag or comment, in bytes."""

MAX_DEPTH = 64
"""How deep elements may stand in one another; a memory needs eight."""

_MAX_LANGUAGES = 100
_CHUNK = 1 << 16
_LANGUAGES = {
    "cy": Language.CY, "cym": Language.CY, "wel": Language.CY, "en": Language.EN, "eng": Language.EN
}  # fmt: skip
_KEPT = frozenset(("hi", "g", "mrk"))
"""Elements around words; all others in a segment hold codes, which are no words."""

_SHORT_TAG = re.compile(r"</?[a-z]\d{1,4}/?>")
"""OmegaT's tags, which its memories hold as text: ``<f0>``."""

_AGAIN = "export the memory as TMX 1.4 once more, and put it in the place of this file"


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """A text and its translation."""

    texts: Pair[str]
    """Plain words, neither empty."""

    number: int
    """Which unit of its file it is, from 1."""

    is_coded: bool = False
    """Whether codes stood among the words, for bold say, that have been left out."""

    changed: str = ""
    """When it was last changed, as the file has it: ``20190514T101500Z``."""


class TmxContent:
    """One pass over a memory; what is wrong with it is known when its units have been read."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        """Read `file`, which messages call `name`."""
        self.problems: list[Problem] = []
        """What makes it of less use than it seems: its end is missing, or one of the languages."""
        self.notes: list[str] = []
        """What has been passed over in it."""
        self._file = file
        self._name = name
        self._content = _Content(name)

    def units(self) -> Iterator[TmxUnit]:
        """Yield the units that have words in both languages, in the order of the file.

        Raises:
            InputError: if it is no memory at all, or declares entities.
        """
        parser = self._content.parser
        fed, found = 0, 0
        while not self.problems:
            data = self._file.read(_CHUNK)
            fed += len(data)
            self._feed(parser, data)
            found += len(self._content.units)
            yield from self._content.taken()
            if not data:
                break
            if fed - parser.CurrentByteIndex > MAX_TOKEN:
                self._damaged("a tag or a comment is too long")
        self.notes += self._content.notes()
        if not found and not self.problems:
            self.problems.append(self._content.no_pair())

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
        """Keep what is wrong from here on; raise `InputError` where nothing of the file is a memory."""
        line = self._content.parser.CurrentLineNumber
        if not self._content.seen:
            raise InputError(Problem(f"{self._name}:{line}", f"this is no TMX file: {what}", _AGAIN, line))
        then = f"its first {self._content.seen:,} units are used; {_AGAIN}"
        self.problems.append(Problem(f"{self._name}:{line}", what, then, line))


class _Content:
    """What a parser finds, in the order in which it finds it."""

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
        self._passed_over: Counter[str] = Counter()
        self._unit = _Draft("")
        self._language = ""
        self._pieces: list[str] | None = None

    def taken(self) -> list[TmxUnit]:
        """Return the units found since the last time."""
        units, self.units = self.units, []
        return units

    def notes(self) -> Iterator[str]:
        """Yield how many units have been passed over, for each reason."""
        for reason, count in self._passed_over.items():
            yield f"{count:,} of its {self.seen:,} units {reason}, and are passed over"

    def no_pair(self) -> Problem:
        """Return what is wrong with a memory without any pair."""
        there = ", ".join(name for name, _ in self._languages.most_common(6))
        what = f"no unit has words in both Welsh and English; its languages: {there or 'none'}"
        return Problem(self._name, what, "export it with both, as cy and en, or take it out of the folder")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        name = tag.rpartition(":")[2]
        if self._depth == 1 and name != "tmx":
            raise self._refused(f"this is no TMX file: it begins with <{tag[:40]}>", _AGAIN)
        if self._depth > MAX_DEPTH:
            raise self._refused(f"elements stand more than {MAX_DEPTH} deep in one another", _AGAIN)
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
            if self._unit.length <= 2 * MAX_TEXT:
                self._pieces.append(text)

    def _finish(self) -> None:
        self.seen += 1
        unit = self._unit.unit(self.seen)
        if isinstance(unit, TmxUnit):
            self.units.append(unit)
        elif unit:
            self._passed_over[unit] += 1

    def _entity(self, name: str, *_: object) -> None:
        what = f"the file declares an entity, “{name[:40]}”, which no memory needs and hostile files do"
        raise self._refused(what, "take its <!ENTITY …> lines out, or export the memory once more")

    def _unknown(self, name: str, *_: object) -> None:
        self._unit.is_unknown = True

    def _refused(self, what: str, then: str) -> InputError:
        line = self.parser.CurrentLineNumber
        return InputError(Problem(f"{self._name}:{line}", what, then, line))


class _Draft:
    """A unit while it is being read."""

    def __init__(self, changed: str) -> None:
        self.changed = changed[:16]
        self.is_coded = self.is_unknown = False
        self.length = 0
        self.texts: dict[Language, tuple[bool, str]] = {}

    def take(self, tag: str, text: str) -> None:
        """Take a text by the tag of its language: of several kinds of English the British, else the first."""
        main, _, region = tag.strip().lower().replace("_", "-").partition("-")
        language = _LANGUAGES.get(main)
        if language is None:
            return
        is_british = region == "gb"
        if language not in self.texts or (is_british and not self.texts[language][0]):
            self.texts[language] = (is_british, text)

    def unit(self, number: int) -> TmxUnit | str:
        """Return the unit, or why it is passed over; an empty reason needs no telling."""
        if self.is_unknown:
            return "use an entity that the file does not hold"
        if self.length > MAX_TEXT:
            return f"are longer than {MAX_TEXT:,} characters"
        plain = {language: self._plain(text) for language, (_, text) in self.texts.items()}
        if not all(plain.get(language) for language in Language):
            return ""
        if any(CONTROL.search(text) for text in plain.values()):
            return "hold characters that no letter can carry"
        return TmxUnit(Pair.of(lambda one: plain[one]), number, self.is_coded, self.changed)

    def _plain(self, text: str) -> str:
        """Return the words of a text without OmegaT's tags, line ends of the file as spaces."""
        if "<" in text:
            text, tags = _SHORT_TAG.subn("", text)
            self.is_coded = self.is_coded or tags > 0
        return re.sub(r"[ \t\r\n]+", " ", text).strip()

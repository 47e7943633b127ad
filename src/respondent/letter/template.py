"""Renders composed letters to blocks. Only this module uses Jinja2.

Templates run in a sandbox, and every name must be known. Merged values are not part of the Markdown of a
template: keys stand for them until it has been parsed, so no value can become structure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from respondent.document.headings import nest
from respondent.document.markup import CLOSE, OPEN, Insert
from respondent.document.tree import Block, Run, Section, Words
from respondent.errors import Problem, TemplateError
from respondent.files.text import cleaned
from respondent.grammar import english, welsh
from respondent.grammar.welsh.terms import NONE, Terms
from respondent.language import Language, Pair
from respondent.letter import bounds
from respondent.letter.functions import functions
from respondent.letter.letter import VIEWS, Letter
from respondent.letter.lint import problems, source_of, unknown_name, unknown_part
from respondent.letter.sections import sections

if TYPE_CHECKING:
    from jinja2 import BaseLoader, StrictUndefined
    from jinja2.runtime import Context
    from jinja2.sandbox import SandboxedEnvironment

LETTER = "letter.md.j2"
NOTICE = "notices/correspondence.md.j2"

NAMES = (
    *("letter", "notice", "foot_notice", "report", "group", "step", "recommendation", "evidence", "answer"),
    *("entry", "annex"),
)
"""The names that a template can use besides the functions of its language. Those from `report` on exist only
in parts that are included in a loop over them."""


@dataclass(slots=True)
class _Inserts:
    """The values merged into one letter, by key, in the order in which they were merged."""

    by_key: dict[str, Insert] = field(default_factory=dict)

    def keep(self, insert: Insert) -> str:
        key = str(len(self.by_key))
        self.by_key[key] = insert
        return f"{OPEN}{key}{CLOSE}"


_inserts: ContextVar[_Inserts] = ContextVar("_inserts")


@dataclass(frozen=True, slots=True)
class Wording:
    """The templates of both languages. A file of the office replaces the shipped file of the same name."""

    environments: Pair[SandboxedEnvironment]

    def render(self, letters: Pair[Letter]) -> Pair[tuple[Section, ...]]:
        """Return the sections of both letters.

        Raises:
            TemplateError: with the file, the line and advice.
        """
        return Pair.of(lambda language: self._letter(letters.in_(language), letters))

    def _letter(self, letter: Letter, letters: Pair[Letter]) -> tuple[Section, ...]:
        notice = letter.notices["correspondence"] or self._shipped_notice(letters, letter.order)
        foot = tuple(replace(block, id=f"foot.{block.id}") for block in notice)
        sections_ = self._blocks(LETTER, letter, {"notice": notice, "foot_notice": foot})
        return tuple(block for block in nest(sections_) if isinstance(block, Section))

    def _shipped_notice(self, letters: Pair[Letter], order: Sequence[Language]) -> tuple[Block, ...]:
        """Return the shipped notice in both languages, each from the templates of that language."""
        sections_ = (
            section for language in order for section in self._blocks(NOTICE, letters.in_(language), {})
        )
        return tuple(block for section in sections_ for block in section.blocks)

    def _blocks(self, name: str, letter: Letter, more: Mapping[str, object]) -> tuple[Section, ...]:
        environment = self.environments.in_(letter.language)
        inserts = _Inserts()
        token = _inserts.set(inserts)
        bounds.begin()
        try:
            source = environment.get_template(name).render(letter=letter, **more)
        except Exception as error:  # anything can fail in a template: the message needs its line
            raise _located(error, environment) from error
        finally:
            _inserts.reset(token)
        return sections(
            source, letter.language, inserts.by_key, lambda section: self._file(letter, section, name)
        )

    def _file(self, letter: Letter, section: str, name: str) -> str:
        """Return the file, for messages, that a section comes from: of the office if it has one with it."""
        loader = self.environments.in_(letter.language).loader
        folders = [Path(folder) for folder in getattr(loader, "searchpath", ())]
        return source_of(section, folders) or f"templates/{letter.language}/{name}"


def wording(shipped: Path, office_folder: Path | None, terms: Terms = NONE) -> Wording:
    """Return the wording of both languages.

    Args:
        shipped: The folder of the shipped templates.
        office_folder: The office's `templates` folder, if it has one. Its files are checked here.
        terms: The office's own Welsh terms.

    Raises:
        TemplateError: with all problems of the office's templates.
    """
    folders = Pair.of(lambda language: _folders(language, office_folder, shipped))
    environments = Pair.of(lambda language: _environment(language, folders.in_(language), terms))
    if office_folder is not None:
        faults = [
            problem
            for language, environment in environments.items()
            for problem in problems(environment, office_folder / language, NAMES)
        ]
        if faults:
            raise TemplateError(faults)
    return Wording(environments)


def _folders(language: Language, office_folder: Path | None, shipped: Path) -> tuple[str, ...]:
    return tuple(str(folder / language) for folder in (office_folder, shipped) if folder is not None)


def _environment(language: Language, folders: tuple[str, ...], terms: Terms) -> SandboxedEnvironment:
    finalize = _finalize(language)
    environment = _sandbox()(
        loader=_loader(folders),
        undefined=_unknown(),
        autoescape=True,  # keeps values apart from Markdown, for `finalize`
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    for name in ("center", "indent", "batch", "slice", "wordwrap"):
        environment.filters[name] = _bounded(environment.filters[name])
    del environment.filters["format"]
    environment.globals = {
        "range": bounds.counted,
        **functions(language, terms),
        Pair("pennawd", "heading").in_(language): _heading(finalize),
    }
    return environment


def _bounded(function: Callable[..., object]) -> Callable[..., object]:
    """Return a filter that makes no very long text."""

    @wraps(function)
    def bounded(*arguments: object, **named: object) -> object:
        bounds.refuse_wide((*arguments, *named.values()))
        return function(*arguments, **named)

    return bounded


def _loader(folders: Sequence[str]) -> BaseLoader:
    from jinja2 import Environment, FileSystemLoader

    class Loader(FileSystemLoader):
        """Reads templates without characters that nobody sees, as all other files are read."""

        def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
            source, file, is_current = super().get_source(environment, template)
            return cleaned(source)[0], file, is_current

    return Loader(folders)


def _sandbox() -> type[SandboxedEnvironment]:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """The sandbox, with a faster access to our frozen values, and with bounds of its cost."""

        intercepted_binops = frozenset(("*", "**", "%"))

        def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
            bounds.refuse_long(operator, left, right)
            return super().call_binop(context, operator, left, right)

        def call(self, context: Context, obj: Any, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as the library has it
            bounds.refuse_wide((*arguments, *named.values()))
            return super().call(context, obj, *arguments, **named)

        def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
            # The width of a format is inside its pattern, where nothing bounds it.
            return attr not in ("format", "format_map") and super().is_safe_attribute(obj, attr, value)

        def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
            # One plain mapping for all templates: the library would copy a chain of two at each include.
            return self.globals if d is None else {**self.globals, **d}

        def getattr(self, obj: object, attribute: str) -> object:
            if type(obj) in VIEWS and attribute[:1] != "_":
                try:
                    return getattr(obj, attribute)
                except AttributeError:
                    pass  # the sandbox raises a helpful error
            return super().getattr(obj, attribute)

    return Sandbox


def _finalize(language: Language) -> Callable[[object], object]:
    from jinja2 import Undefined
    from markupsafe import Markup

    def finalize(value: object) -> object:
        if type(value) is str:  # the fast path for nearly all values
            return Markup(_inserts.get().keep(_words(value, language)))
        match value:
            case Markup():
                return value
            case Undefined():
                return str(value)  # raises an error with the undefined name
            case str() | int() | welsh.Noun() | english.EnglishNoun():
                insert: Insert = _words(str(value), language)
            case welsh.Phrase() | english.EnglishPhrase():
                insert = _words(value.text, language, _undecided(value))
            case Words() | tuple():
                insert = value
            case _:
                raise TypeError(_unprintable(value))
        return Markup(_inserts.get().keep(insert))  # the key, never the value

    return finalize


def _heading(finalize: Callable[[object], object]) -> Callable[..., object]:
    """Return the function that prints a heading, as the office words it, or none where it wants none."""
    from jinja2 import pass_context
    from markupsafe import Markup

    @pass_context
    def heading(context: Context, level: int, key: str, *words: object) -> Markup:
        """Return a line of Markdown. Only the first of the words gives way to those of the office."""
        first, *rest = words
        parts = [context["letter"].headings.get(key, first), *rest]
        if not str(parts[0]):
            return Markup("")
        printed = [finalize(part) for part in parts if str(part)]
        return Markup(f"{'#' * level} {' '.join(map(str, printed))}")

    return heading


def _words(text: str, language: Language, gap: str = "") -> Words:
    text = " ".join(text.split())
    return Words((Run(text, language, gap=gap),) if text else ())


def _undecided(phrase: welsh.Phrase | english.EnglishPhrase) -> str:
    """Return the gap for a join that the grammar could not decide, or nothing if it could."""
    return f"undecided: “{phrase.text}”: {phrase.doubt}" if phrase.doubt else ""


def _unknown() -> type[StrictUndefined]:
    from jinja2 import StrictUndefined
    from jinja2.utils import missing

    class Unknown(StrictUndefined):
        """An undefined name. The message suggests a similar one."""

        @property
        def _undefined_message(self) -> str:
            name = str(self._undefined_name)
            if self._undefined_obj is missing:
                return unknown_name(name, NAMES)
            return unknown_part(name, self._undefined_obj)

    return Unknown


def _unprintable(value: object) -> str:
    if value is None:
        return "this value is empty: put {% if … %} around it"
    parts = ", ".join(getattr(type(value), "__slots__", ())) or "one of its parts"
    subject = type(value).__name__.removesuffix("View").lower()
    return f"{subject} cannot be printed as a whole: ask for {parts}"


def _located(error: Exception, environment: SandboxedEnvironment) -> TemplateError:
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateError):
        return error
    if isinstance(error, TemplateSyntaxError):
        place = f"{_short(error.filename)}:{error.lineno}"
        return TemplateError(
            Problem(place, str(error.message), "correct the {{ … }} or {% … %} on this line")
        )
    file, line = _place(error.__traceback__)
    place = f"{_short(file)}:{line}" if file else "templates"
    if isinstance(error, TemplateNotFound):
        return TemplateError(Problem(place, f"there is no template {error.name}", "correct the name"))
    if isinstance(error, RecursionError | MemoryError | SyntaxError):
        return TemplateError(
            Problem(place, "its brackets or parts are nested too deeply", "write it more simply")
        )
    fault, _, advice = (str(error) or type(error).__name__).partition(": ")
    return TemplateError(Problem(place, fault, advice or "correct the template at this line"))


def _place(traceback: TracebackType | None) -> tuple[str, int]:
    """Return the innermost template and line of a traceback. Jinja2 puts template lines into it."""
    file, line = "", 0
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            file, line = name, traceback.tb_lineno
        traceback = traceback.tb_next
    return file, line


def _short(file: str | None) -> str:
    """Return the path of a template from `templates` on."""
    parts = Path(file or "templates").parts
    start = len(parts) - 1 - parts[::-1].index("templates") if "templates" in parts else 0
    return "/".join(parts[start:])

"""Checks templates without running them: unknown names, names that hide a function, open fences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from respondent.errors import Problem
from respondent.files.text import printable
from respondent.letter.sections import FENCE

if TYPE_CHECKING:
    from jinja2 import Environment, nodes


def problems(environment: Environment, folder: Path, names: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the templates of a folder, in the order of files and lines.

    Args:
        environment: The environment that they will run in.
        folder: The folder of one language: ``templates/cy``.
        names: The names that a template finds besides the functions.
    """
    for file in sorted(folder.rglob("*.j2")):
        where = "/".join(("templates", folder.name, *file.relative_to(folder).parts))
        if printable(where) != where:
            yield Problem(printable(where), "the name of the file is not UTF-8", "give it another name")
            continue
        yield from _file_problems(environment, file, where, frozenset(names))


def unknown_name(name: str, names: Iterable[str]) -> str:
    """Return the message for a name that a template does not find."""
    return f"`{name}` is not known: {_meant(name, names) or 'correct the name'}"


def unknown_part(name: str, thing: object) -> str:
    """Return the message for a part that a value does not have."""
    parts = [part for part in dir(thing) if not part.startswith("_")]
    return f"a {type(thing).__name__.lower()} has no `{name}`: {_meant(name, parts)}it has {', '.join(parts)}"


def _meant(name: str, names: Iterable[str]) -> str:
    near = get_close_matches(name, list(names), n=1)
    return f"did you mean `{near[0]}`? " if near else ""


def _file_problems(
    environment: Environment, file: Path, where: str, names: frozenset[str]
) -> Iterator[Problem]:
    from jinja2 import TemplateSyntaxError

    try:
        source = file.read_text(encoding="utf-8")
        tree = environment.parse(source)
    except UnicodeDecodeError:
        yield Problem(where, "the file is not UTF-8", "save it as UTF-8 in your editor")
    except OSError as error:
        yield Problem(
            where,
            f"it cannot be read ({error.strerror})",
            "make it a file that you can open, or remove it",
        )
    except TemplateSyntaxError as error:
        yield Problem(
            f"{where}:{error.lineno}", str(error.message), "correct the {{ … }} or {% … %} on this line"
        )
    else:
        yield from _fence_problems(source, where)
        yield from _name_problems(tree, where, names, frozenset(environment.globals))


def _fence_problems(source: str, where: str) -> Iterator[Problem]:
    begun: list[int] = []
    for number, line in enumerate(source.splitlines(), start=1):
        fence = (
            FENCE.match(line.replace("{{ ", "{{").replace(" }}", "}}")) if line.startswith(":::") else None
        )
        if fence and fence[1]:
            begun.append(number)
        elif fence and begun:
            begun.pop()
        elif fence:
            yield Problem(f"{where}:{number}", "::: ends a section that has no beginning", "remove it")
    for number in begun:
        yield Problem(
            f"{where}:{number}", "this section has no end", "write ::: on a line of its own below it"
        )


def _name_problems(
    tree: nodes.Template, where: str, names: frozenset[str], functions: frozenset[str]
) -> Iterator[Problem]:
    from jinja2 import nodes

    stored = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    macros = {node.name for node in tree.find_all(nodes.Macro)}
    known = names | functions | stored | macros | {"loop", "caller", "varargs", "kwargs"}
    for node in tree.find_all(nodes.Name):
        place = f"{where}:{node.lineno}"
        if node.ctx in ("store", "param") and node.name in functions:
            advice = f"give it another name: {node.name}_1, or a whole word"
            yield Problem(place, f"`{node.name}` hides the function {node.name}()", advice)
        elif node.ctx == "load" and node.name not in known:
            what, _, advice = unknown_name(node.name, known).partition(": ")
            yield Problem(place, what, advice)

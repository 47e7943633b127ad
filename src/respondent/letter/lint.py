"""Checks templates without running them: unknown names, names that hide a function, open fences."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from respondent.errors import Problem
from respondent.files.text import cleaned, forbidden, over_limit, printable
from respondent.letter.bounds import MAX_BYTES
from respondent.letter.sections import FENCE

if TYPE_CHECKING:
    from jinja2 import Environment, nodes


def problems(environment: Environment, folder: Path, names: Iterable[str]) -> Iterator[Problem]:
    """Yield the problems of the templates of a folder, in the order of files and lines.

    Args:
        environment: The environment that they will run in.
        folder: The folder of one language: ``templates/cy``.
        names: The names that a template can use besides the functions.
    """
    home = Path(os.path.realpath(folder.parent))
    for file in sorted(folder.rglob("*.j2")):
        name = "/".join(("templates", folder.name, *file.relative_to(folder).parts))
        if home not in Path(os.path.realpath(file)).parents:
            advice = "copy the file into the folder in the place of the link"
            yield Problem(printable(name), "it is a link out of the folder of the templates", advice)
            continue
        if printable(name) != name:
            yield Problem(printable(name), "the name of the file is not UTF-8", "give it another name")
            continue
        yield from _file_problems(environment, file, name, frozenset(names))


def unknown_name(name: str, names: Iterable[str]) -> str:
    """Return the message for an unknown name in a template."""
    return f"`{name}` is not known: {_suggestion(name, names) or 'correct the name'}"


def unknown_part(name: str, thing: object) -> str:
    """Return the message for a part that a value does not have."""
    parts = [part for part in dir(thing) if not part.startswith("_")]
    kind = type(thing).__name__.lower()
    return f"a {kind} has no `{name}`: {_suggestion(name, parts)}it has {', '.join(parts)}"


def _suggestion(name: str, names: Iterable[str]) -> str:
    near = get_close_matches(name, list(names), n=1)
    return f"did you mean `{near[0]}`? " if near else ""


def source_of(section: str, folders: Sequence[Path]) -> str:
    """Return the file and line that a section, or text outside every section, comes from; empty if unknown.

    Args:
        section: Its name; empty for text outside.
        folders: The folders of templates of one language, the office's before the shipped one.
    """
    for folder in folders:
        for file in sorted(folder.rglob("*.j2")):
            name = file.relative_to(folder)
            line = _line_of(section, file)
            # A part that others include into their sections has none of its own, the shipped one neither.
            is_part = not section and any(_line_of("", other / name) for other in folders if other != folder)
            if line and not is_part:
                return f"templates/{folder.name}/{name.as_posix()}:{line}"
    return ""


def _line_of(section: str, file: Path) -> int:
    """Return the line on which a file begins a section, or has text outside every section; 0 for none."""
    if not file.is_file():
        return 0
    depth = 0
    source = file.read_text(encoding="utf-8", errors="replace")
    bare = _TAG.sub(lambda tag: "\n" * tag[0].count("\n"), source)
    for number, line in enumerate(bare.split("\n"), start=1):
        fence = FENCE.match(_closed_up(line)) if line.startswith(":::") else None
        if fence:
            depth += 1 if fence[1] else -1
        if fence[1] == section if fence else not section and not depth and line.strip():
            return number
    return 0


# What Jinja prints nothing for: comments and statements.
_TAG = re.compile(r"\{#.*?#\}|\{%.*?%\}", re.DOTALL)


def _closed_up(line: str) -> str:
    """Return a fence with the name of a value in it as one word."""
    return line.replace("{{ ", "{{").replace(" }}", "}}")


def _file_problems(
    environment: Environment, file: Path, place: str, names: frozenset[str]
) -> Iterator[Problem]:
    from jinja2 import TemplateSyntaxError

    try:
        if file.stat().st_size > MAX_BYTES:
            yield Problem(place, f"the file is {over_limit(MAX_BYTES)}", "check that it is the right file")
            return
        source, _ = cleaned(file.read_text(encoding="utf-8"))
        tree = environment.parse(source)
    except UnicodeDecodeError:
        yield Problem(place, "the file is not UTF-8", "save it as UTF-8 in your editor")
    except OSError as error:
        yield Problem(
            place,
            f"it cannot be read ({error.strerror})",
            "make it a file that you can open, or remove it",
        )
    except (RecursionError, MemoryError):
        yield Problem(place, "its brackets or parts are nested too deeply", "write it more simply")
    except TemplateSyntaxError as error:
        yield Problem(
            f"{place}:{error.lineno}", str(error.message), "correct the {{ … }} or {% … %} on this line"
        )
    else:
        # Word's line break, pasted into a template, makes a DOCX that no program opens.
        yield from (problem for _, problem in forbidden(source, place))
        yield from _fence_problems(source, place)
        yield from _name_problems(tree, place, names, frozenset(environment.globals))


def _fence_problems(source: str, place: str) -> Iterator[Problem]:
    open_lines: list[int] = []
    for number, line in enumerate(source.splitlines(), start=1):
        fence = FENCE.match(_closed_up(line)) if line.startswith(":::") else None
        if fence and fence[1]:
            open_lines.append(number)
        elif fence and open_lines:
            open_lines.pop()
        elif fence:
            yield Problem(f"{place}:{number}", "::: ends a section that has no beginning", "remove it")
    for number in open_lines:
        yield Problem(
            f"{place}:{number}", "this section has no end", "write ::: on a line of its own below it"
        )


def _name_problems(
    tree: nodes.Template, file: str, names: frozenset[str], functions: frozenset[str]
) -> Iterator[Problem]:
    from jinja2 import nodes

    stored = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    macros = {node.name for node in tree.find_all(nodes.Macro)}
    known_names = names | functions | stored | macros | {"loop", "caller", "varargs", "kwargs"}
    for node in tree.find_all(nodes.Name):
        place = f"{file}:{node.lineno}"
        if node.ctx in ("store", "param") and node.name in functions:
            advice = f"give it another name: {node.name}_1, or a whole word"
            yield Problem(place, f"`{node.name}` hides the function {node.name}()", advice)
        elif node.ctx == "load" and node.name not in known_names:
            fault, _, advice = unknown_name(node.name, known_names).partition(": ")
            yield Problem(place, fault, advice)

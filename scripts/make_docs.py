"""Writes the pages of `docs/` that are made from the code:  make docs.

`response.md` and `office.md` list every key of the two files; `templates.md` says what a template may ask for;
`welsh-review.md` lists the Welsh that waits for a reader.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from respondent.language import Language
from respondent.letter.functions import functions
from respondent.response.model import Response
from respondent.response.office import Office

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write the pages."""
    for name, text in pages().items():
        (ROOT / "docs" / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"docs/{name}")


def pages() -> dict[str, str]:
    """Return the pages by file name."""
    return {
        "response.md": _file_page("response.yaml", Response.model_json_schema(by_alias=True)),
        "office.md": _file_page("office.yaml", Office.model_json_schema(by_alias=True)),
        "templates.md": _templates_page(),
        "welsh-review.md": _review_page(),
    }


def _file_page(name: str, schema: Mapping[str, Any]) -> str:
    records: Mapping[str, Any] = schema["$defs"]
    lines = [
        f"# Every key of {name}",
        "",
        "Made from the code by `make docs`. Unknown keys are refused. Any record may say `unconfirmed: true`.",
        "",
        *_record(name, schema),
    ]
    for title in sorted(records):
        lines += _record(title, _mapping(records[title]))
    return "\n".join(lines).rstrip() + "\n"


def _mapping(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the form with keys of a record that may also be a plain string or list."""
    return next((form for form in record.get("anyOf", ()) if "properties" in form), record)


def _record(title: str, record: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield " ".join(str(record.get("description", "")).split())
    yield ""
    yield "| key | holds | needed | about |"
    yield "|---|---|---|---|"
    needed = record.get("required", ())
    for key, value in record.get("properties", {}).items():
        if key != "unconfirmed":
            about = " ".join(str(value.get("description", "")).split())
            yield f"| `{key}` | {_kind(value)} | {'yes' if key in needed else ''} | {about} |"
    yield ""


def _kind(value: Mapping[str, Any]) -> str:
    """Return what a key holds, in a few words."""
    if "$ref" in value:
        title = value["$ref"].rpartition("/")[2]
        return f"[{title}](#{title.lower()})"
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if "anyOf" in value:
        return " or ".join(dict.fromkeys(_kind(one) for one in value["anyOf"] if one.get("type") != "null"))
    if value.get("type") == "array":
        return f"list of {_kind(value.get('items', {}))}"
    if value.get("type") == "object":
        return f"keys with {_kind(value.get('additionalProperties', {}))}"
    if value.get("format") == "date":
        return "date"
    kind = value.get("type", "text")
    names = {"string": "text", "boolean": "true or false", "integer": "number"}
    return "text" if isinstance(kind, list) else names.get(kind, kind)


def _templates_page() -> str:
    source = (ROOT / "src/respondent/letter/letter.py").read_text(encoding="utf-8")
    module = ast.parse(source)
    lines = [
        "# What a template may ask for",
        "",
        "Made from the code by `make docs`. A template is Markdown with Jinja2: `{{ letter.date }}` prints a value,",
        "`{% if … %}`, `{% for … %}` and `{% include … %}` do the rest. `::: name` begins a section and `:::` ends it;",
        "both languages have the same sections in the same order. Put a file of your own into `templates/cy` or",
        "`templates/en` of the workspace, under the name of the shipped one, and it is used instead.",
        "",
        "## Functions",
        "",
        *(f"- {language.value}: {_function_names(language)}" for language in Language),
        "",
        "The names of Welsh small words join what follows them: `{{ yn(letter.office.area) }}` is *yng Ngwent*. `y` sets",
        "the article, `rhif` counts, `rhestr` lists, `clymu` ties a word to a name with its article, `enw` makes a noun;",
        "`cy` and `en` mark words of that language.",
        "",
    ]
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            lines += _view(node)
    return "\n".join(lines).rstrip() + "\n"


def _function_names(language: Language) -> str:
    return ", ".join(f"`{name}`" for name in sorted(functions(language)))


def _view(node: ast.ClassDef) -> Iterator[str]:
    yield f"## {node.name}"
    yield ""
    yield " ".join((ast.get_docstring(node) or "").split())
    yield ""
    yield "| part | is | about |"
    yield "|---|---|---|"
    for field, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            kind = ast.unparse(field.annotation).replace("|", "or")
            yield f"| `{field.target.id}` | `{kind}` | {_about(following)} |"
    yield ""


def _about(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""


def _review_page() -> str:
    lines = [
        "# Welsh that waits for a Welsh reader",
        "",
        "Made by `make docs` from the templates, the labels and the examples. Nobody fluent has signed any of this yet,",
        "except where a row names the source that it is taken from word for word. A reader changes the file that is named;",
        "this page then follows. `respondent` never says that Welsh is correct, only what it has checked.",
        "",
        "## Taken word for word from a source",
        "",
        "| words | source |",
        "|---|---|",
        *(f"| {words} | {source} |" for words, source in ATTESTED),
        "",
        "## Labels: templates/cy/labels.yaml",
        "",
        "| key | Cymraeg | English |",
        "|---|---|---|",
        *_label_rows(),
        "",
        "## Templates",
        "",
        "What stands between braces is merged or a choice.",
        "",
        *_template_lines(),
        "## Examples",
        "",
        "The Welsh of every text of these files was drafted for the example:",
        "",
        *(
            f"- {file.relative_to(ROOT).as_posix()}"
            for file in sorted((ROOT / "examples").rglob("response.yaml"))
        ),
        "",
    ]
    return "\n".join(lines).rstrip() + "\n"


SEED = "Gwent's letter of 14 May 2019"

ATTESTED = (
    (
        "Rydym yn croesawu gohebiaeth yn y Gymraeg, a phan ddaw i law, byddwn yn ateb yn y Gymraeg – ni fydd hyn yn "
        "gohirio ein hymateb. Os hoffech dderbyn gohebiaeth yn y Gymraeg o hyn ymlaen, …, anfonwch e-bost at: …",
        SEED,
    ),
    ("Ffôn, E-bost, Gwe", SEED),
    ("Comisiynydd Heddlu a Throseddu Gwent; Swyddfa Comisiynydd … Gwent; Pencadlys Heddlu Gwent", SEED),
    ("Mae'r ddogfen hon ar gael yn Gymraeg", "Cardiff Council's availability line"),
    ("Yn gywir", "common form in official letters"),
    ("Copi at", "common form in official letters"),
    ("dates as 14 Mai 2019", "Canolfan Bedwyr, Bangor University, guidance on letters"),
    (
        "y cant, ac before 19.., yng Ngwent and other joins",
        "Yr Arddulliadur, Welsh Government Translation Service",
    ),
)
"""What the shipped Welsh takes word for word, with where it stands."""


def _label_rows() -> Iterator[str]:
    import yaml

    welsh, english = (
        yaml.safe_load((ROOT / "templates" / language / "labels.yaml").read_text(encoding="utf-8"))
        for language in Language
    )
    for key, text in welsh.items():
        yield f"| `{key}` | {text} | {english[key]} |"


def _template_lines() -> Iterator[str]:
    folder = ROOT / "templates" / Language.CY
    for file in sorted(folder.rglob("*.j2")):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if _is_wording(line)]
        yield f"### {file.relative_to(ROOT).as_posix()}"
        yield ""
        yield from (f"    {line}" for line in lines)
        yield from ("",) if lines else ("No words of its own.", "")


def _is_wording(line: str) -> bool:
    """Tell whether a line of a template has words in it, and not merged values and fences alone."""
    import re

    bare = re.sub(r"\{%.*?%\}|\{\{ [\w.\[\]\"-]+ \}\}|\{#.*|.*#\}", "", line)
    return bool(re.search(r"[a-zâêîôûŵŷ]{2}", bare)) and not line.startswith((":::", "   "))


if __name__ == "__main__":
    main()

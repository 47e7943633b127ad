"""Rules for the sources, the templates and the pages."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Collection
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
import yaml
from offices import ROOT

from respondent import resources
from respondent.cli.app import app
from respondent.language import Language, Pair
from respondent.letter.lint import problems
from respondent.letter.sections import FENCE
from respondent.letter.template import NAMES, wording
from respondent.translation.table.words import EVERY

SOURCES = sorted((ROOT / "src").rglob("*.py"))
TEMPLATES = Pair.of(lambda language: sorted((ROOT / "templates" / language).rglob("*.j2")))
BANNED = {"utils", "helpers", "common", "base", "misc", "manager", "core"}


def relative(language: Language) -> list[str]:
    return [str(file.relative_to(ROOT / "templates" / language)) for file in TEMPLATES.in_(language)]


def fences(file: Path) -> list[str]:
    """Return the fences, includes and conditions of a template, in order: what its outline hangs on."""
    text = file.read_text(encoding="utf-8")
    found = re.findall(
        r"^:::.*$|{% include [^%]*%}|{% (?:if|elif) letter\.[^%]*%}|{% for [^%]*%}", text, re.MULTILINE
    )
    return [line.strip() for line in found]


def test_both_languages_have_the_same_templates() -> None:
    assert relative(Language.CY) == relative(Language.EN)
    assert relative(Language.CY)


@pytest.mark.parametrize("name", relative(Language.EN))
def test_both_languages_have_the_same_sections_in_the_same_order(name: str) -> None:
    welsh, english = (fences(ROOT / "templates" / language / name) for language in Language)

    assert [line.replace("notice cy", "notice") for line in welsh] == [
        line.replace("notice en", "notice") for line in english
    ]


def test_shipped_templates_have_no_fault() -> None:
    environments = wording(resources.templates(), None).environments
    for language, environment in environments.items():
        assert list(problems(environment, resources.templates() / language, NAMES)) == []


def test_the_fences_of_templates_are_seen() -> None:
    assert FENCE.match("::: notice")
    assert (
        len([line for line in fences(ROOT / "templates/en/parts/closing.md.j2") if line.startswith(":::")])
        > 8
    )


def test_both_languages_have_the_same_labels_and_none_is_empty() -> None:
    labels = {
        language: yaml.safe_load((ROOT / "templates" / language / "labels.yaml").read_text(encoding="utf-8"))
        for language in Language
    }

    assert list(labels[Language.CY]) == list(labels[Language.EN])
    assert all(text for words in labels.values() for text in words.values())


def test_no_file_is_named_for_no_subject() -> None:
    assert {file.stem for file in SOURCES} & BANNED == set()


def test_the_language_is_asked_for_in_one_place() -> None:
    asked = [
        file.name
        for file in SOURCES
        if re.search(r"== Language\.|== .cy.|is Language\.", file.read_text("utf-8"))
    ]

    assert asked == ["language.py"]


def test_no_modules_import_each_other_in_a_circle() -> None:
    # The contract of import-linter knows packages only; this sees modules, and imports inside functions too.
    modules = {
        ".".join(file.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__"): file
        for file in SOURCES
    }
    imports = {name: imported(file, modules) - {name} for name, file in modules.items()}

    assert sum(map(len, imports.values())) > len(modules)
    TopologicalSorter(imports).prepare()  # raises CycleError, which names the circle


def imported(file: Path, modules: Collection[str]) -> set[str]:
    """Return the modules of ours that a file imports anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            names |= {
                name if (name := f"{module}.{alias.name}") in modules else module for alias in node.names
            }
    return names & set(modules)


def test_the_names_that_vulture_passes_over_are_in_the_sources() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["vulture"]
    text = "\n".join(file.read_text(encoding="utf-8") for file in SOURCES)

    assert [name for name in settings["ignore_names"] if name.strip("*") not in text] == []


def test_core_modules_neither_print_nor_read_the_clock() -> None:
    for file in SOURCES:
        text = file.read_text(encoding="utf-8")
        if "cli" not in file.parts:
            assert not re.search(
                r"^\s*print\(|date\.today\(|datetime\.now\(|sys\.exit\(|import typer", text, re.MULTILINE
            ), file


def test_every_command_is_in_the_readme_and_has_help_with_an_example() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert app.registered_commands
    for command in app.registered_commands:
        assert f"`respondent {command.name}" in readme, command.name
        assert "Example:" in (command.callback.__doc__ or ""), command.name


def test_every_make_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z0-9]+):", makefile, re.MULTILINE))

    assert set(re.findall(r"^([a-z0-9]+):.*##", makefile, re.MULTILINE)) == targets


def test_the_pages_that_are_made_are_as_made() -> None:
    import runpy

    script = runpy.run_path(str(ROOT / "scripts" / "make_docs.py"))
    for name, text in script["pages"]().items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, f"docs/{name}: make docs"


def test_every_welsh_sentence_that_we_wrote_is_listed_for_review() -> None:
    review = " ".join((ROOT / "docs/welsh-review.md").read_text(encoding="utf-8").split())
    labels = yaml.safe_load((ROOT / "templates/cy/labels.yaml").read_text(encoding="utf-8"))
    for text in (*labels.values(), *(pair.cy for pair in EVERY)):
        assert text.replace("|", "\\|") in review
    for file in TEMPLATES.cy:
        assert str(file.relative_to(ROOT)) in review, file


def test_ledger_page_names_every_key_of_a_row() -> None:
    from respondent.ledger.row import OWN_KEYS

    page = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
    assert [key for key in OWN_KEYS if f"`{key}`" not in page] == []


def test_new_kind_of_row_is_documented_on_the_ledger_page(monkeypatch: pytest.MonkeyPatch) -> None:
    import runpy

    from respondent.ledger import row

    monkeypatch.setattr(row, "KINDS", {**row.KINDS, "archived": "the response was archived"})
    script = runpy.run_path(str(ROOT / "scripts" / "make_docs.py"))

    assert "| `archived` | the response was archived |\n" in script["pages"]()["ledger.md"]


def test_the_architecture_page_names_every_package_and_command_and_only_files_that_exist() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = ROOT / "src" / "respondent"
    folders = {file.parent.name for file in package.glob("*/__init__.py")}
    commands = {command.name for command in app.registered_commands} | {
        group.name for group in app.registered_groups
    }
    paths = re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|csv))`", page)

    assert {name for name in folders | commands if f"`{name}`" not in page} == set()
    assert [path for path in paths if not (package / path).exists() and not (ROOT / path).exists()] == []


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs" / "decisions").glob("0*.md")), ids=lambda page: page.stem
)
def test_each_decision_has_a_number_of_its_own_and_is_in_the_index(page: Path) -> None:
    title = page.read_text(encoding="utf-8").splitlines()[0]
    number = page.name[:4]

    assert title.startswith(f"# {number} ")
    assert len(list(page.parent.glob(f"{number}-*.md"))) == 1
    assert page.name in (page.parent / "README.md").read_text(encoding="utf-8")

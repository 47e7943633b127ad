"""The start of the grammar: what is loaded at once, and what when it is first asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from respondent.grammar import welsh

# Each takes some of the 30 ms that the import may take.
SLOW = {
    "typing",
    "dataclasses",
    "inspect",
    "re",
    "datetime",
    "decimal",
    "gzip",
    "csv",
    "pathlib",
    "respondent.errors",
}


def loaded(code: str) -> set[str]:
    """Return the modules that `code` loads, and Python alone does not."""
    script = f"import sys; before = set(sys.modules); {code}; print(*set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_import_loads_no_slow_module() -> None:
    modules = loaded("import respondent.grammar.welsh")

    assert "respondent.grammar.welsh.phrases" in modules
    assert not modules & SLOW


def test_counting_is_loaded_on_demand() -> None:
    numerals = "respondent.grammar.welsh.numerals"

    assert numerals not in loaded("import respondent.grammar.welsh")
    assert numerals in loaded("from respondent.grammar.welsh import count")


def test_babel_is_loaded_on_demand() -> None:
    assert "babel" not in loaded("import respondent.grammar.welsh.dates, respondent.grammar.english")
    assert "babel" not in loaded("from respondent.grammar.welsh import count; count(28, 'diwrnod')")
    assert "babel" in loaded("from respondent.grammar.cldr import months; months('cy')")


@pytest.mark.parametrize("name", welsh.__all__)
def test_every_public_name_exists(name: str) -> None:
    assert getattr(welsh, name)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError, match="cuont"):
        welsh.cuont  # type: ignore[attr-defined]  # noqa: B018

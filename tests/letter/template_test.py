"""Templates: what is wrong with one is said with file, line and what to write; no value becomes structure."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import Bench, words

from respondent.document.tree import Heading, Section
from respondent.document.walk import nodes, runs
from respondent.errors import Problem, TemplateError
from respondent.language import Language, Pair
from respondent.letter.letter import Letter
from respondent.letter.template import Wording

FOOT = "templates/en/parts/foot.md.j2"
CLOSE = "\n::: foot\n{{ foot_notice }}\n:::\n"


def problems(bench: Bench) -> list[Problem]:
    with pytest.raises(TemplateError) as caught:
        bench.assembly()
    return list(caught.value.problems)


CASES = {
    "a wrong name": ("{{ leter.date }}", "`leter` is not known", "did you mean `letter`?"),
    "a name in a branch not taken": (
        "{% if 0 %}{{ lettre }}{% endif %}",
        "`lettre` is not known",
        "did you mean",
    ),
    "a wrong part": ("{{ letter.recipents }}", "a letter has no `recipents`", "did you mean `recipients`?"),
    "a wrong filter": ("{{ letter.date|shout }}", "No filter named 'shout'.", "correct the {{"),
    "a loop variable that hides a function": (
        "{% for count in [1] %}{% endfor %}",
        "`count` hides the function count()",
        "give it another name",
    ),
    "a macro argument that hides a function": (
        "{% macro x(listed) %}{% endmacro %}",
        "`listed` hides the function listed()",
        "give it another name",
    ),
    "an open bracket": ("{{ letter.date", "expected token 'end of print statement'", "correct the {{"),
    "a missing part": (
        '{% include "parts/nothing.md.j2" %}',
        "there is no template parts/nothing.md.j2",
        "correct",
    ),
    "a section without end": ("::: stray", "this section has no end", "write :::"),
    "an end without section": (":::", "::: ends a section that has no beginning", "remove it"),
    "a thing printed whole": ("{{ letter.office }}", "office cannot be printed as a whole", "ask for"),
    "raw HTML": ("::: x\n<b>x</b>\n:::", "the text contains “<b>”, which is raw HTML", "write **bold**"),
    "a way out of the sandbox": ("{{ letter.__class__.__mro__ }}", "a letter has no `__class__`", "it has"),
    "text outside sections": ("Stray words.", "text is outside every section", "put ::: name above it"),
}


@pytest.mark.parametrize("case", CASES)
def test_message_has_file_line_and_advice(bench: Bench, case: str) -> None:
    source, what, then = CASES[case]
    bench.write(FOOT, f"\n\n{source}{CLOSE}")

    found = problems(bench)

    assert found[0].where.startswith(("templates/en/parts/foot.md.j2", "templates/en/letter.md.j2"))
    assert what in found[0].what
    assert then in f"{found[0].what} {found[0].next}"


COSTS = {
    "a long text": "{{ 'x' * 10**9 }}",
    "a long list": "{{ ([0] * 10**9) | length }}",
    "a great power": "{{ 10 ** 10 ** 9 }}",
    "a wide pattern": "{{ '%1000000000d' % 1 }}",
    "a wide filter": "{{ 'x' | center(10**9) }}",
    "a wide method": "{{ 'x'.center(10**9) }}",
    "a format": "{{ '{:1000000000}'.format(1) }}",
    "a long range": "{% for n in range(10**9) %}{% endfor %}",
    "nested loops": "{% for a in range(900) %}{% for b in range(900) %}{% for c in range(900) %}{% endfor %}{% endfor %}{% endfor %}",
    "many brackets": "{{ " + "(" * 180 + "1" + ")" * 180 + " }}",
    "very many brackets": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "a part in itself": '{% include "parts/foot.md.j2" %}',
    "a large file": "{# " + "x" * 200_000 + " #}",
}


@pytest.mark.parametrize("case", COSTS)
def test_what_costs_too_much_is_refused_with_its_file(bench: Bench, case: str) -> None:
    bench.write(FOOT, f"{COSTS[case]}{CLOSE}")

    (problem, *_) = problems(bench)
    assert FOOT in problem.where and problem.what and problem.next


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="a link needs its right on Windows")
def test_a_template_that_is_a_link_out_of_the_folder_is_refused(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden", encoding="utf-8")
    (bench.root / FOOT).parent.mkdir(parents=True, exist_ok=True)
    (bench.root / FOOT).symlink_to(tmp_path / "secret")

    (problem,) = problems(bench)
    assert (problem.where, problem.what) == (FOOT, "it is a link out of the folder of the templates")


@pytest.mark.parametrize("source", ["{{ leter }}", "{% for count in [1] %}{% endfor %}", "{{ letter.x }}"])
def test_line_of_the_mistake(bench: Bench, source: str) -> None:
    bench.write(FOOT, f"{{# one #}}\n{{# two #}}\n{source}{CLOSE}")

    assert problems(bench)[0].where == "templates/en/parts/foot.md.j2:3"


def test_mistakes_of_all_templates_are_listed_at_once(bench: Bench) -> None:
    bench.write(FOOT, f"{{{{ leter }}}}\n{{{{ offise }}}}{CLOSE}")
    bench.write("templates/cy/parts/notice.md.j2", "{{ notis }}\n{% for yn in [1] %}{% endfor %}\n")

    assert [problem.where for problem in problems(bench)] == [
        "templates/cy/parts/notice.md.j2:1",
        "templates/cy/parts/notice.md.j2:2",
        "templates/en/parts/foot.md.j2:1",
        "templates/en/parts/foot.md.j2:2",
    ]


def test_override_replaces_one_file_only(bench: Bench) -> None:
    bench.write("templates/en/parts/foot.md.j2", "::: foot\nOur own foot.\n:::\n")

    documents = bench.documents()

    assert words(documents[Language.EN], "foot") == "Our own foot."
    assert words(documents[Language.CY], "foot").startswith("Rydym yn croesawu")
    assert words(documents[Language.EN], "salutation") == "Dear Home Secretary"


HOSTILE = (
    "{{ 7*7 }}",
    "{% raw %}",
    "::: notice",
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "&<>\"'",
    "**bold**",
    "| a | b |",
    "![x](y)",
    "[x]: y",
    "\ue0000\ue001",
    "`x` ~~~ ***",
    "<b>x</b>",
    "AT&amp;T",
    "2019-",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_merged_value_never_becomes_structure(bench: Bench, text: str) -> None:
    quoted = text.replace("'", "''")
    bench.change(bench.response, "  introduction: own ", f"  reference: '{quoted}'\n  introduction: own ")

    document = bench.documents()[Language.EN]

    assert words(document, "reference") == f"Our reference: {text}"


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Wording, Pair[Letter]]:
    bench = Bench.of_example("gwent", tmp_path_factory.mktemp("composed"))
    return bench.desk().wording, bench.assembly().letters


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_any_value_is_kept_as_text(composed: tuple[Wording, Pair[Letter]], text: str) -> None:
    wording, letters = composed

    for _, sections in wording.render(letters.map(lambda letter: replace(letter, reference=text))).items():
        (section,) = [one for one in sections if one.name == "reference"]
        said = "".join(run.text for run in runs([section]))

        assert said.split(": ", 1)[1] == " ".join(text.split())


def test_text_of_evidence_is_markdown_but_never_a_template_or_a_section(bench: Bench) -> None:
    old = "        I am also reassured that this"
    bench.change(bench.response, old, "        {{ 7*7 }} ::: notice I am also reassured that this")

    assert words(bench.documents()[Language.EN], "evidence").count("{{ 7*7 }} ::: notice I am") == 1


def test_headings_of_texts_are_nested_below_those_of_the_letter(bench: Bench) -> None:
    old = "closing:\n  cy: >-\n    Gallaf gadarnhau"
    bench.change(
        bench.response, old, "closing:\n  cy: |\n    ### Pennawd\n\n    # Un arall\n\n    Gallaf gadarnhau"
    )

    (part,) = bench.documents()[Language.CY].parts
    levels = [node.level for node in nodes(part.blocks) if isinstance(node, Heading)]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_rendering_is_repeatable(bench: Bench) -> None:
    desk = bench.desk()
    letters = bench.assembly().letters

    assert isinstance(desk.wording, Wording)
    first, second = desk.wording.render(letters), desk.wording.render(letters)
    assert first == second
    assert all(isinstance(section, Section) for section in first.cy)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_not_utf_8_is_refused(bench: Bench) -> None:
    folder = bench.root / "templates" / "cy"
    folder.mkdir(parents=True)
    (folder / os.fsdecode(b"clo\xff.md.j2")).write_text("x")

    (problem,) = problems(bench)
    assert problem.what == "the name of the file is not UTF-8"
    assert problem.where.encode().startswith(b"templates/cy/clo")

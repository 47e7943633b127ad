from __future__ import annotations

from offices import Bench

from respondent import resources
from respondent.language import Language
from respondent.letter.overrides import digest, overrides


def test_a_template_of_the_office_knows_the_shipped_one_and_what_it_was_made_from(bench: Bench) -> None:
    shipped = (resources.templates() / "cy/parts/foot.md.j2").read_text(encoding="utf-8")
    bench.write("templates/cy/parts/foot.md.j2", f"{{#- made from {digest(shipped)} -#}}\n{shipped}")
    (one,) = overrides(bench.root / "templates", resources.templates())

    assert (one.language, one.name, one.where) == (
        Language.CY,
        "parts/foot.md.j2",
        "templates/cy/parts/foot.md.j2",
    )
    assert one.made_from == one.digest == digest(shipped)
    assert one.lacking == ()


def test_what_the_shipped_one_also_has_is_listed(bench: Bench) -> None:
    bench.write(
        "templates/en/parts/comments.md.j2",
        "{# ::: comments letter.comments.reply #}\n::: note\n{{ letter.comments.text }}\n:::\n",
    )
    (one,) = overrides(bench.root / "templates", resources.templates())

    assert "::: comments" in one.lacking
    assert "letter.comments.reply" in one.lacking
    assert "letter.comments.text" not in one.lacking
    assert one.made_from == ""


def test_a_template_without_a_shipped_one_says_so_and_what_it_includes(bench: Bench) -> None:
    bench.write("templates/en/own.md.j2", '{% include "parts/foot.md.j2" %}{# {% include "x" %} #}')
    (one,) = overrides(bench.root / "templates", resources.templates())

    assert (one.shipped, one.includes) == (None, ("parts/foot.md.j2",))


def test_line_ends_do_not_change_a_digest_and_no_folder_holds_none(bench: Bench) -> None:
    assert digest("a\nb\n") == digest("a\r\nb")
    assert overrides(bench.root / "templates", resources.templates()) == ()

from __future__ import annotations

from offices import Bench

from respondent import resources
from respondent.language import Language
from respondent.letter.overrides import digest, overrides


def test_override_knows_shipped_template_and_its_digest(bench: Bench) -> None:
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


def test_parts_lacking_in_an_override_are_listed(bench: Bench) -> None:
    bench.write(
        "templates/en/parts/comments.md.j2",
        "{# ::: comments letter.comments.reply #}\n::: note\n{{ letter.comments.text }}\n:::\n",
    )
    (one,) = overrides(bench.root / "templates", resources.templates())

    assert "::: comments" in one.lacking
    assert "letter.comments.reply" in one.lacking
    assert "letter.comments.text" not in one.lacking
    assert one.made_from == ""


def test_override_without_shipped_template(bench: Bench) -> None:
    bench.write("templates/en/own.md.j2", '{% include "parts/foot.md.j2" %}{# {% include "x" %} #}')
    (one,) = overrides(bench.root / "templates", resources.templates())

    assert (one.shipped, one.includes) == (None, ("parts/foot.md.j2",))


def test_digest_ignores_line_endings(bench: Bench) -> None:
    assert digest("a\nb\n") == digest("a\r\nb")
    assert overrides(bench.root / "templates", resources.templates()) == ()

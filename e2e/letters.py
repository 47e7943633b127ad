"""Letters with every kind of content, as changes to the example."""

from __future__ import annotations

from typing import Any

from workspaces import Change, item, picture

RICH = {
    "en": """\
### What was found

Occurrences **rose**, as *every* force saw; see [the report](https://www.example.cymru/?a=1&b=2), known in Welsh
as [Stelcian ac aflonyddu](lang:cy).

1. Reviews:
   - monthly, chaired by the Head of Public Protection
     1. with the DC
     2. without
   - yearly
2. Training

   of a second paragraph

   > Quoted within a list.

Then:

4. a list that begins with four
5. and ends with five

The report asks that forces:

(a) record every occurrence;
(b) review, with
    (i) the victim and
    (ii) a supervisor, what was done;
(c) report.

• a bullet of Word

| Year | Occurrences | Share |
|:-----|------------:|:-----:|
| 2018 | 1,204 | 51 % |
| 2019 | 1,158 | [canran](lang:cy) |

> Officers are aware.
>
> - and say so

&<>"' {{ 7*7 }} ::: notice
""",
    "cy": """\
### Yr hyn a ganfuwyd

**Cododd** nifer y digwyddiadau, fel y gwelodd *pob* heddlu; gweler [yr adroddiad](https://www.example.cymru/?a=1&b=2),
[Stalking and harassment](lang:en).

1. Adolygiadau:
   - misol, dan gadeiryddiaeth y Pennaeth Amddiffyn y Cyhoedd
     1. gyda'r Ditectif Gwnstabl
     2. hebddo
   - blynyddol
2. Hyfforddiant

   ail baragraff

   > Dyfyniad mewn rhestr.

Yna:

4. rhestr sy'n dechrau â phedwar
5. ac yn gorffen â phump

Mae'r adroddiad yn gofyn i heddluoedd:

(a) gofnodi pob digwyddiad;
(b) adolygu, gyda
    (i) y dioddefwr a
    (ii) goruchwyliwr, yr hyn a wnaed;
(c) adrodd.

• bwled Word

| Blwyddyn | Digwyddiadau | Cyfran |
|:---------|-------------:|:------:|
| 2018 | 1,204 | 51 % |
| 2019 | 1,158 | [share](lang:en) |

> Mae swyddogion yn ymwybodol.
>
> - ac yn dweud hynny

&<>"' {{ 7*7 }} ::: notice
""",
}
"""A text of every kind of block and run."""

PICTURES = {"stationery/logo.png": picture(120, 40), "stationery/signature.png": picture(90, 30)}


def with_pictures(office: dict[str, Any]) -> None:
    """Give the office a logo and a signature."""
    alt = {"cy": "Arfbais “Gwent” & tharian", "en": "Arms of “Gwent” & shield"}
    office["stationery"] = {
        "logo": {"file": "stationery/logo.png", "alt": alt, "width": 30},
        "signature": {"file": "stationery/signature.png", "alt": alt, "width": 35},
    }


def rich(response: dict[str, Any]) -> None:
    """Fill a letter laid out by recommendation with every kind of content."""
    item(response["evidence"], "occurrences")["text"] = dict(RICH)
    response["letter"] |= {
        "layout": "by-recommendation",
        "introduction": "standard",
        "reference": "OPCC/19 & 20",
    }
    answered = ["record-breaches", "wider-pattern"]
    both = {"cy": "Gwnaed hyn.\n\n- a mwy", "en": "This was done.\n\n- and more"}
    response["answers"] = [{"id": "both", "recommendations": answered, "action_taken": both}]
    response["comments"] = {"invited": "2019-04-12", "due": "2019-05-01", "received": "none"}
    response["commitments"] = [
        {"id": "next", "text": {"cy": "1. Adolygu\n2. Adrodd", "en": "1. Review\n2. Report"}}
    ]


def gaps(response: dict[str, Any]) -> None:
    """Remove texts in either language, one of them with every kind of block."""
    rich(response)
    del item(response["evidence"], "occurrences")["text"]["cy"]
    del item(response["evidence"], "training")["text"]["en"]
    item(response["evidence"], "governance")["text"] = {}
    del response["closing"]["cy"]
    del response["letter"]["subject"]["en"]
    del response["letter"]["date"]


def one_file(change: Change) -> Change:
    """Return a change that puts both letters into one file too."""

    def changed(response: dict[str, Any]) -> None:
        change(response)
        response["letter"]["arrangement"] = "one-file"

    return changed


def as_sent(_: dict[str, Any]) -> None:
    """Change nothing."""


LETTERS: dict[str, Change] = {
    "as-sent": as_sent,
    "rich": rich,
    "gaps": gaps,
    "as-sent-one-file": one_file(as_sent),
    "rich-one-file": one_file(rich),
    "gaps-one-file": one_file(gaps),
}
"""Letters of every kind, by name."""


def languages(name: str) -> tuple[str, ...]:
    """Return the language part of the names of a letter's files."""
    return ("cy-en",) if name.endswith("one-file") else ("cy", "en")

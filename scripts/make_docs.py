"""Writes the pages of `docs/` that are generated from the code:  make docs.

`response.md` and `office.md` list every key of the two files. `templates.md` says what a template may use.
`welsh.md` gives the rules by which Welsh words join. `welsh-review.md` lists the Welsh that no reader has reviewed.
`checks.md` is the manual of every check. In `ledger.md` the tables of states and of kinds of row are generated.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from respondent.checks.abbreviations import KNOWN
from respondent.checks.check import Check
from respondent.checks.known import CHECKS, FAMILIES
from respondent.checks.report import KEYS
from respondent.checks.vocabulary import EVERYDAY
from respondent.files import table
from respondent.grammar import welsh
from respondent.grammar.welsh.mutation import EXCEPTIONS, FORMS
from respondent.language import Language
from respondent.ledger import row as ledger_row
from respondent.ledger.state import State
from respondent.letter.functions import functions
from respondent.response.bodies import shipped_bodies
from respondent.response.model import Response
from respondent.response.office import Body, Office
from respondent.response.terms import COLUMNS
from respondent.translation import cover_note
from respondent.translation.formats import FORMATS
from respondent.translation.table.words import EVERY

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
        "office.md": _file_page("office.yaml", Office.model_json_schema(by_alias=True)) + _terms_part(),
        "templates.md": _templates_page(),
        "welsh.md": _welsh_page(),
        "welsh-review.md": _review_page(),
        "checks.md": _checks_page(),
        "ledger.md": _ledger_page(),
    }


def _ledger_page() -> str:
    """Return the page about the ledger with its tables of states and kinds of row from the code."""
    page = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
    states = {state.word: state.meaning for state in State}
    for head, rows in (("state", states), ("kind", ledger_row.KINDS)):
        table = "".join(f"| `{name}` | {_cell(meaning)} |\n" for name, meaning in rows.items())
        pattern = rf"(?<=\n\| {head} \| means \|\n\|---\|---\|\n)(?:\|.*\n)*"
        page = re.sub(pattern, table.replace("\\", r"\\"), page)
    return page


def _file_page(name: str, schema: Mapping[str, Any]) -> str:
    records: Mapping[str, Any] = schema["$defs"]
    lines = [
        f"# Every key of {name}",
        "",
        "`make docs` generates this page from the code. Unknown keys are refused. Any record may have the key",
        "`unconfirmed: true`: nobody has confirmed its value yet.",
        "",
        *_record(name, schema, records),
    ]
    for name, record in sorted(records.items(), key=lambda item: _title(*item)):
        lines += _record(_title(name, record), _mapping(record), records)
    return "\n".join(lines).rstrip() + "\n"


def _terms_part() -> str:
    """Return the part of `office.md` about `terms.csv`."""
    lines = [
        "",
        "## terms.csv",
        "",
        "This optional file beside `office.yaml` holds the office's agreed terms. The first line names the columns, in any",
        "order. Only `en` and `cy` are required. Cells are separated by commas, semicolons or tabs. In Excel, save it as",
        "*CSV UTF-8*, which keeps ŵ and ŷ. Plain *CSV* is read too, and refused if it has lost one of them. The limit is",
        f"{table.MAX_BYTES // 1_000_000} MB. Formulas are not calculated. Every mistake is listed with its line.",
        "`respondent terms` imports terms from elsewhere ([translators.md](translators.md#terms-of-others)).",
        "",
        "| column | may hold | about |",
        "|---|---|---|",
        *(
            _row(
                f"`{name}`",
                ", ".join(f"`{value}`" for value in dict.fromkeys(column.values.values())) or "text",
                _escaped(column.about),
            )
            for name, column in COLUMNS.items()
        ),
        "",
        "To find out what is known of a Welsh word in a template, and how its first letter changes, the program looks in:",
        "",
        "1. the record of the name in `office.yaml`",
        "2. the row of the office's `terms.csv`",
        "3. the shipped terms (`src/respondent/grammar/welsh/data/terms.csv`), from which you can copy rows",
        "4. the lexicon of Bangor University, with its corrections",
        "",
        "If one source leaves a value empty, the next one is used. A record of `office.yaml` leaves only gender and plural",
        "open. The program looks for the whole phrase first, then for the longest beginning of it that is a term (*prif",
        "gwnstabl* in *Prif Gwnstabl Heddlu Gwent*), then for its first word. If no source says whether a word mutates or",
        "what gender it has, a draft marks the join as undecided. Then add the word to `terms.csv`.",
        "",
        "An English term has one Welsh term in a scope. Other wordings go into `variants`. A Welsh word has one record in",
        "all scopes. Capitals do not matter, except that a name of one word keeps its capital (*Glas*, not *glas*).",
        "",
    ]
    return "\n".join(lines).rstrip() + "\n"


def _mapping(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the form with keys of a record that may also be a plain string or list."""
    return next((form for form in record.get("anyOf", ()) if "properties" in form), record)


def _title(name: str, record: Mapping[str, Any]) -> str:
    """Return what a record is called: the title that its model gives itself, else the name of the class."""
    return str(_mapping(record).get("title", name))


def _record(title: str, record: Mapping[str, Any], records: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"## {title}", "", " ".join(str(record["description"]).split()), "")
    if "enum" in record:
        yield from (f"One of {_kind(record, records)}.", "")
        return
    yield from _heads("key", "holds", "needed", "about")
    required = record.get("required", ())
    for key, value in record["properties"].items():
        if key != "unconfirmed":
            about = " ".join(str(value.get("description", "")).split())
            yield _row(f"`{key}`", _kind(value, records), "yes" if key in required else "no", about)
    yield ""


def _heads(*cells: str) -> tuple[str, str]:
    """Return the first two lines of a table."""
    return _row(*cells), "|" + "---|" * len(cells)


def _row(*cells: str) -> str:
    """Return a line of a table; a screen reader says a dash and passes over an empty cell."""
    return f"| {' | '.join(cell or '–' for cell in cells)} |"


def _kind(value: Mapping[str, Any], records: Mapping[str, Any]) -> str:
    """Return what a key holds, in a few words."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        title = _title(name, records[name])
        return f"[{title}](#{title.lower()})"
    if "enum" in value:
        return ", ".join(f"`{choice}`" for choice in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if "anyOf" in value:
        kinds = (_kind(form, records) for form in value["anyOf"] if form.get("type") != "null")
        return " or ".join(dict.fromkeys(kinds))
    if value.get("type") == "array":
        return f"list of {_kind(value.get('items', {}), records)}"
    if value.get("type") == "object":
        return f"keys with {_kind(value.get('additionalProperties', {}), records)}"
    if value.get("format") == "date":
        return "date"
    kind = value.get("type", "text")
    names = {"string": "text", "boolean": "true or false", "integer": "number"}
    return "text" if isinstance(kind, list) else names.get(kind, kind)


def _templates_page() -> str:
    source = (ROOT / "src/respondent/letter/letter.py").read_text(encoding="utf-8")
    module = ast.parse(source)
    lines = [
        "# What a template may use",
        "",
        "`make docs` generates this page from the code. A template is Markdown with Jinja2: `{{ letter.date }}` prints a",
        "value, and you can use `{% if … %}`, `{% for … %}` and `{% include … %}`. `::: name` begins a section and `:::`",
        "ends it. Both languages have the same sections in the same order.",
        "",
        "To replace a shipped template, copy it into the workspace with `respondent templates NAME`, and change the copy in",
        "`templates/cy` or `templates/en`. Keep its line `{# made from 1a2b3c4d #}`, which has the digest of the shipped",
        "template: by it, `respondent check` reports when a new version of the program ships another.",
        "",
        "Templates come from outside, as translators' files do, and what they may cost is bounded: 200 kB a file, 10,000",
        "steps of `range` in a letter, 100,000 characters for what one operation makes. A template that is a link out of",
        "the folder is refused.",
        "",
        "## Functions",
        "",
        *(f"- {language.value}: {_function_names(language)}" for language in Language),
        "",
        "A function with the name of a Welsh small word joins that word to its argument: `{{ yn(letter.office.area) }}` is",
        "*yng Ngwent*. `y` adds the article, `rhif` counts, `rhestr` lists, `clymu` joins a word to a name that has an",
        "article, and `enw` makes a noun. In a sentence, `nifer` (`number_of`) counts and `rhifol` (`numeral`) gives the",
        "number alone: *dau argymhelliad*, *pump o'r naw*; words to ten, figures beyond. `pen` (`heading`) makes the first",
        "letter large. `cy` and `en` mark words of that language. A text in quotation marks is looked",
        'up: `{{ y("canllaw") }}` uses `office.yaml`, the office\'s `terms.csv`, the shipped terms and the lexicon, in this',
        "order ([office.md](office.md#termscsv)).",
        "",
    ]
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            lines += _view(node)
    return "\n".join(lines).rstrip() + "\n"


def _function_names(language: Language) -> str:
    return ", ".join(f"`{name}`" for name in sorted(functions(language)))


def _view(node: ast.ClassDef) -> Iterator[str]:
    yield from (
        f"## {node.name.removesuffix('View')}",
        "",
        " ".join((ast.get_docstring(node) or "").split()),
        "",
    )
    yield from _heads("part", "is", "about")
    for field, following in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            kind = ast.unparse(field.annotation).replace("|", "or").replace("View", "")
            yield _row(f"`{field.target.id}`", f"`{kind}`", _about(following))
    yield ""


def _about(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return " ".join(str(node.value.value).split())
    return ""


def _review_page() -> str:
    lines = [
        "# Welsh that needs a Welsh reader",
        "",
        "`make docs` generates this page from the templates, the labels and the examples. No fluent reader has reviewed this",
        "Welsh yet, except where a row names the source that it was copied from. To correct something, change the file that",
        "is named, then run `make docs`. `respondent` never says that Welsh is correct, only what it has checked.",
        "",
        "## Copied from a source",
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
        "## Bodies: templates/bodies.yaml",
        "",
        "| id | Cymraeg | English | confirmed |",
        "|---|---|---|---|",
        *(_body_row(body) for body in shipped_bodies()),
        "",
        "## The translators' table and cover note: table/words.py, cover_note.py and formats.py, src/respondent/translation",
        "",
        "| Cymraeg | English |",
        "|---|---|",
        *(
            f"| {_escaped(pair.cy)} | {_escaped(pair.en)} |"
            for pair in (
                *EVERY,
                *cover_note.EVERY,
                *(p for form in FORMATS.values() for p in form.cover_note),
            )
        ),
        "",
        "## Templates",
        "",
        "Braces mark merged values and conditions.",
        "",
        *_template_lines(),
        "## Grammar rules",
        "",
        "These questions are open. Each answer changes one line of a table.",
        "",
        "| number | question | until a reader decides |",
        "|---|---|---|",
        *(f"| {row['point']} | {row['question']} | {row['until then']} |" for row in _data("points.tsv")),
        "",
        "No published source states these rules. They were counted in Welsh prose or seen in official letters.",
        "",
        "| words | rule | source | point |",
        "|---|---|---|---|",
        *_unconfirmed_rules(),
        "",
        "## Agreed terms",
        "",
        "These terms of `src/respondent/grammar/welsh/data/terms.csv` have not been found in print, or not in full:",
        "",
        "| English | Cymraeg | note |",
        "|---|---|---|",
        *(_row(row["en"], row["cy"], row["note"]) for row in _terms() if row["status"] == "unverified"),
        "",
        "The project decided the gender of these terms, and no reader has confirmed it (W14):",
        *_unconfirmed_genders(),
        "",
        "The notes on these terms leave something open:",
        "",
        *(
            f"- *{row['cy']}* ({row['en']}): {row['note']}"
            for row in _terms()
            if row["status"] == "verified" and "to confirm" in row["note"]
        ),
        "",
        "## Examples",
        "",
        "The Welsh in these files was drafted for the examples. Most names in `office.yaml` come from public pages. A text",
        "that is in two files is listed once. `<br>` marks a new line or paragraph.",
        "",
        *_example_lines(),
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
"""Wording that the shipped Welsh copies, with its source."""


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _label_rows() -> Iterator[str]:
    import yaml

    welsh, english = (
        yaml.safe_load((ROOT / "templates" / language / "labels.yaml").read_text(encoding="utf-8"))
        for language in Language
    )
    for key, text in welsh.items():
        yield f"| `{key}` | {text} | {english[key]} |"


def _body_row(body: Body) -> str:
    name, gender = body.name, body.name.gender
    return f"| `{body.id}` | {name.pair.cy} ({gender}) | {name.pair.en} | {'no' if body.unconfirmed else 'yes'} |"


def _template_lines() -> Iterator[str]:
    folder = ROOT / "templates" / Language.CY
    for file in sorted(folder.rglob("*.j2")):
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if _is_wording(line)]
        yield f"### {file.relative_to(ROOT).as_posix()}"
        yield ""
        yield from (f"    {line}" for line in lines)
        yield from ("",) if lines else ("No words of its own.", "")


def _is_wording(line: str) -> bool:
    """Tell whether a line of a template has words, beside merged values and fences."""
    import re

    bare = re.sub(r"\{%.*?%\}|\{\{ [\w.\[\]\"-]+ \}\}|\{#.*|.*#\}", "", line)
    return bool(re.search(r"[a-zâêîôûŵŷ]{2}", bare)) and not line.startswith((":::", "   "))


def _example_lines() -> Iterator[str]:
    import yaml

    listed: set[tuple[str, str]] = set()
    files = [file for file in (ROOT / "examples").rglob("*.yaml") if file.name in EXAMPLE_FILES]
    for file in sorted(files, key=lambda file: (file.parts[: len(ROOT.parts) + 2], file.parts)):
        texts = _welsh(yaml.safe_load(file.read_text(encoding="utf-8")), ())
        rows = [row for row in texts if row[1:] not in listed]
        listed.update(row[1:] for row in rows)
        yield f"### {file.relative_to(ROOT).as_posix()}"
        yield ""
        yield from ("| field | Cymraeg | English |", "|---|---|---|")
        yield from (_row(f"`{field}`", welsh, english) for field, welsh, english in rows)
        yield ""


EXAMPLE_FILES = ("office.yaml", "response.yaml")

NO_WORDS = ("email", "web", "dates")
"""Keys whose values need no Welsh reader."""


def _welsh(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield field, Welsh and English of each text that has Welsh, at whatever depth."""
    match value:
        case {"cy": cy, **rest} if cy:
            yield ".".join(path), _cell(cy), _cell(rest.get("en") or "")
        case dict():
            for key, inner in value.items():
                if key not in NO_WORDS:
                    yield from _welsh(inner, (*path, key))
        case list():
            for item in value:
                if isinstance(item, dict):
                    yield from _welsh(item, (*path, str(item.get("id"))))


def _cell(text: object) -> str:
    """Return a text as the cell of a table."""
    import re

    lines = ", ".join(text) if isinstance(text, list) else str(text)
    return re.sub(r"\n{2,}|\n(?=- )", "<br>", lines.strip()).replace("\n", " ").replace("|", "\\|")


def _checks_page() -> str:
    lines = [
        "# What is checked",
        "",
        "`make docs` generates this page from the manuals of the checks. `respondent check` runs all of them, or those that",
        "`--select` names by family, id or name. `--explain T101` prints one manual. A finding is an *error* (you cannot release",
        "the letters until it is corrected), a *warning* (somebody should look at it) or a *note*. No check certifies that Welsh",
        "is correct: each says what it looked at.",
        "",
        "An office sets the severity of a check in `office.yaml`; `off` turns it off. Checks that the law requires (†) cannot be",
        "lowered:",
        "",
        "```yaml",
        "checks:",
        "  T201: note",
        "  T303: off",
        "```",
        "",
        "Findings are printed in the order of weight: errors that the law requires you to correct (†), other errors,",
        "warnings, notes. Texts that wait only for approval come last, without their places until nothing else is found.",
        "What is said of the office is printed for the first of its responses.",
        "",
        "To accept a finding, give the key printed after it and a reason: `respondent silence PATH KEY --by NAME --reason TEXT`.",
        "The ledger records the silence. The key depends on the words that the finding is about: when they change, the finding",
        "is reported again. `--again` withdraws a silence. Errors that the law requires you to correct (†) cannot be silenced.",
        *_check_tables(),
        "",
        "## As JSON",
        "",
        "`--format json` prints one object: `version`, `today`, `responses` and `problems` (paths without a response). A",
        "response has its name in `response`, its `file`, its `findings`, and in `problems` the reasons why it could not be",
        "checked. A problem has `where`, `what`, `next` and `line`. Later versions may add keys, but never remove one or change",
        "its meaning. A finding has:",
        "",
        "| key | holds |",
        "|---|---|",
        *(f"| `{key}` | {about} |" for key, about in KEYS.items()),
        "",
        "## Everyday words without an agreed term",
        "",
        "Shipped terms whose English also has everyday senses are checked only if the office's `terms.csv` has a row for them:",
        ", ".join(f"*{word}* ({reason.replace('*', '')})" for word, reason in EVERYDAY.items()) + ".",
        "",
        "## Initials that need no full name",
        "",
        "| initials | why |",
        "|---|---|",
        *(f"| {initials} | {reason} |" for initials, reason in KNOWN.items()),
        "",
        *(line for check in CHECKS for line in _check(check)),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _check_tables() -> Iterator[str]:
    for family, about in FAMILIES.items():
        if rows := [_check_row(check) for check in CHECKS if check.family == family]:
            yield from ("", f"## {family}: {about}", "")
            yield from ("| id | name | severity | source |", "|---|---|---|---|", *rows)


def _check_row(check: Check) -> str:
    mark = " †" if check.is_duty else ""
    link = f"[{check.id}](#{check.id.lower()}-{check.name})"
    return f"| {link} | {check.name} | {check.severity}{mark} | {check.source} |"


def _check(check: Check) -> Iterator[str]:
    yield from (f"## {check.id} {check.name}", "", check.manual_with("**{}.** "), "")


def _data(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the grammar, by the names of its columns."""
    text = (ROOT / "src/respondent/grammar/welsh/data" / name).read_text(encoding="utf-8")
    heads, *rows = (line.split("\t") for line in text.splitlines())
    return [dict(zip(heads, row, strict=True)) for row in rows]


def _terms() -> list[dict[str, str]]:
    """Return the rows of the shipped terms."""
    text = (ROOT / "src/respondent/grammar/welsh/data/terms.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _unconfirmed_genders() -> Iterator[str]:
    """Yield the terms of each gender that a reader has not confirmed."""
    for gender, name in (("m", "masculine"), ("f", "feminine")):
        rows = [row for row in _terms() if row["gender"] == gender and "to confirm" in row["source"]]
        yield ""
        yield f"- {name}: {'; '.join(dict.fromkeys(row['cy'] for row in rows))}"


def _rules() -> dict[welsh.Rule, list[welsh.Trigger]]:
    """Return the rules, each with the small words that follow it, in the order of the table."""
    rules: dict[welsh.Rule, list[welsh.Trigger]] = {}
    for row in welsh.TRIGGERS.values():
        rules.setdefault(row.rule, []).append(row)
    return rules


def _unconfirmed_rules() -> Iterator[str]:
    for rule, rows in _rules().items():
        if not rule.confirmed:
            words = ", ".join(f"*{_shapes(row)}*" for row in rows)
            yield f"| {words} | {rule.name} | {rule.source} | {rule.point} |"


def _welsh_page() -> str:
    lines = [
        "# How Welsh words join",
        "",
        "`make docs` generates this page from the tables of `respondent.grammar.welsh`. To see a join, run",
        "`respondent welsh after yn Caerdydd`. Put `why` in front to see the rule and its source. No Welsh reader has",
        "reviewed these rules yet. The open questions (W1, W2 …) are in [welsh-review.md](welsh-review.md). The program does",
        "not guess a join that it cannot decide: the answer says so, and a draft marks it.",
        "",
        "## Forms",
        "",
        "| radical | soft | nasal | aspirate | h |",
        "|---|---|---|---|---|",
        *_form_rows(),
        "",
        "Nothing else changes. *ch, ph, th, dd, ff, ng* are single letters. The first letter keeps its case: *Gwynedd,",
        "Wynedd*. A word in capitals stays in capitals. Irregular forms: "
        + ", ".join(f"*{word}* {mutation} *{form}*" for (word, mutation), form in EXCEPTIONS.items())
        + ".",
        "",
        "## What is known of a word",
        "",
        "The program looks in the record in `office.yaml` (whose stored forms override the rules), the office's `terms.csv`,",
        "the shipped terms, and the lexicon of Bangor University with its corrections (CC0; see the NOTICE beside it), in",
        "this order ([office.md](office.md#termscsv)). Names of people and of places abroad, acronyms and loan words in *g*",
        "do not mutate.",
        "",
        "## Small words",
        "",
        "The noun is mutated first. Then the small word takes the form that goes before it.",
        "",
        "| words | the next word | unchanged | source |",
        "|---|---|---|---|",
        *(_rule_row(rule, rows) for rule, rows in _rules().items()),
        "",
        "The article: *y* before a consonant, *yr* before a vowel and *h*, *'r* after a vowel. It softens a feminine singular",
        "noun, but not *ll* and *rh*; *dau, dwy* and feminine ordinals always.",
        "",
        "## Numbers",
        "",
        "| asked | answer |",
        "|---|---|",
        *(f"| {question} | {answer} |" for question, answer in _number_examples()),
        "",
        "## Items of a report",
        "",
        "Three or more whole numbers in a row are shortened. A tail such as *i'w wella* stands behind the number and the",
        "ordinal (W20, W21).",
        "",
        "| asked | answer |",
        "|---|---|",
        *(f"| {question} | {answer} |" for question, answer in _item_examples()),
        "",
        "## Dates",
        "",
        f"Plain: *{welsh.date_text(DAY)}*; with an ordinal, where an office wants it: *{welsh.date_text(DAY, 'ordinal')}*.",
        f"A period: *{welsh.between(DAY, LATER)}*, *{welsh.from_to(DAY, LATER)}*. A month: *{welsh.after('yn', welsh.mis(5))}*.",
        "",
    ]
    return "\n".join(lines).rstrip() + "\n"


DAY, LATER = date(2019, 5, 14), date(2019, 6, 4)


def _form_rows() -> Iterator[str]:
    for letter in ("p", "t", "c", "b", "d", "g", "m", "ll", "rh"):
        forms = [FORMS[mutation].get(letter) for mutation in welsh.Mutation]
        cells = ("" if form is None else form or "lost" for form in forms)
        yield _row(letter, *cells)
    yield _row("a e i o u w y", "", "", "", "h + vowel")


def _rule_row(rule: welsh.Rule, rows: list[welsh.Trigger]) -> str:
    words = ", ".join(f"*{_shapes(row)}*" for row in rows)
    keeps = ", ".join(f"*{row.shape} {word}*" for row in rows for word in sorted(row.keeps))
    mark = rule.source if rule.confirmed else f"{rule.source} († {rule.point})"
    return _row(words, rule.name, keeps, mark)


def _shapes(row: welsh.Trigger) -> str:
    """Return a small word in all its forms, with its sense: ``na/nag (than)``."""
    shapes = [row.shape, row.before_vowel, *(shape for _, shape in row.before)]
    _, _, sense = row.key.partition(".")
    spelled = "/".join(dict.fromkeys(filter(None, shapes))) or row.key.partition(".")[0]
    return f"{spelled} ({sense})" if sense else spelled


def _number_examples() -> Iterator[tuple[str, str]]:
    for n, noun, words in (
        (1, "blwyddyn", True), (2, "argymhelliad", True), (3, "comisiynydd", True), (3, "blaenoriaeth", True),
        (5, "blwyddyn", True), (6, "pennod", True), (7, "diwrnod", True), (10, "blwyddyn", True), (2, "mis", False),
        (5, "blwyddyn", False), (12, "mis", False), (28, "diwrnod", False), (43, "heddlu", False),
    ):  # fmt: skip
        yield f"{n} × {noun}{', in words' if words else ''}", str(welsh.count(n, noun, words=words))
    for n, noun in ((1, "rhaglen"), (2, "rhaglen"), (3, "blaenoriaeth"), (3, "argymhelliad")):
        yield f"number {n}, {noun}", str(welsh.article(welsh.ordinal(n, noun, words=True)))


def _item_examples() -> Iterator[tuple[str, str]]:
    recommendation = welsh.Noun(cy="argymhelliad", plural="argymhellion")
    area = welsh.Noun(cy="maes i'w wella", plural="meysydd i'w gwella")
    for numbers in ("2", "7 8", "2 5 6 7 8 11"):
        for noun in (recommendation, area):
            yield f"{noun}, numbers {numbers}", str(welsh.numbered(noun, numbers.split()))
    for positions in ([2], [1, 2], [1, 3], [2, 4], [1, 2, 3, 4]):
        for noun in (recommendation, area):
            places = " and ".join(map(str, positions))
            yield f"{noun}, {places} of 4", str(welsh.by_position(noun, positions, 4))
    for n in (2, 5, 43):
        yield f"{n} × {area}, in a sentence", str(welsh.counted(n, area))
    yield "5 without a noun", str(welsh.numeral(5))


if __name__ == "__main__":
    main()

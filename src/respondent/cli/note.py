"""`respondent note`: lists remarks about texts, answers and closes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.ledger.remarks import Remark
    from respondent.ledger.row import LedgerRow


def note(
    path: Annotated[Path, typer.Argument(help="The folder of the response, or its file.")],
    field: Annotated[str, typer.Argument(help="The text, as the remark names it.")] = "",
    text: Annotated[str, typer.Argument(help="The answer, or a remark for the translator.")] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who answers.")] = "",
    close: Annotated[bool, typer.Option("--close", help="Close the remarks; they need no answer.")] = False,
) -> None:
    """List the remarks about texts, answer them, or close them.

    Comments and notes in files that come back are remarks. They are open until you answer or close them. The
    next `respondent send` takes the answer along. Without open remarks, your text is a remark of your own,
    which the next `respondent send` takes along too. Without FIELD, the command lists all remarks.

    Example:  respondent note responses/2026-custody

    Example:  respondent note responses/2026-custody closing "Yes, the autumn of 2026." --by "A. Jones"
    """
    from datetime import UTC, datetime

    from respondent.cli.many import required_name, single_response
    from respondent.ledger import ledger
    from respondent.ledger.remarks import remarks, reply

    folder = single_response(path).parent
    rows = ledger.read(folder).rows
    if not field:
        print("\n".join(_lines(remarks(rows))) or "no remarks")
        return
    words = " ".join(text.split())
    _refuse(folder, rows, field, words, is_closed=close)
    row = reply(rows, field, words, by=required_name(by), at=datetime.now(UTC))
    ledger.append(folder, [row])
    outcome = "closed" if not words else row.kind
    print(f"{outcome:<10}{field}{f': {words}' if words else ''}")


def _lines(listed: Sequence[Remark]) -> Iterator[str]:
    for remark in listed:
        row, answer = remark.row, remark.answer
        state = "open" if answer is None else "answered" if answer.note else "closed"
        yield f"{state:<10}{row.field}  by {row.by} on {row.at:%Y-%m-%d}"
        yield f"{'':10}{row.note}"
        if answer and answer.note:
            yield f"{'':10}{answer.by}: {answer.note}"


def _refuse(folder: Path, rows: Sequence[LedgerRow], field: str, text: str, *, is_closed: bool) -> None:
    """Refuse a text that the response has not, and an answer that is none."""
    from respondent.errors import Problem, UsageError
    from respondent.files import yaml
    from respondent.files.workspace import RESPONSE
    from respondent.ledger.remarks import FILE, remarks
    from respondent.response.fields import fields
    from respondent.response.problems import nearest
    from respondent.response.reading import read_facts

    if bool(text) == is_closed:
        advice = "write the answer behind the text, or --close if it needs none; not both"
        what = "an answer and --close are given" if text else "no answer is given"
        raise UsageError(Problem(field, what, advice))
    file = folder / RESPONSE
    known = {FILE, *(remark.row.field for remark in remarks(rows))}
    known |= {own.id for own in fields(read_facts(yaml.read(file.read_bytes(), str(file))))}
    if field not in known:
        advice = f"{nearest(field, sorted(known))}see the texts with  respondent status --verbose"
        raise UsageError(Problem(field, "the response has no such text", advice))

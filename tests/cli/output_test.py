from __future__ import annotations

import io
import os
from datetime import UTC, datetime

import pytest
from offices import Bench
from terminal import Terminal, run

from respondent.cli.output import SafeStream, escaped
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


COMMANDS = ["\x1b]0;x\x07", "\x1b[2J", "\x9b2J", "\u202e", "\u2066", "\x08", "\r", "\u2028", "\x7f"]


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_to_a_terminal_are_printed_as_escapes(command: str) -> None:
    for stream in (Tty(), io.StringIO()):
        SafeStream(stream).write(f"Nia{command}!\n")
        assert stream.getvalue() == f"Nia{ascii(command)[1:-1]}!\n"


def test_colours_are_printed_on_a_terminal_alone() -> None:
    terminal, file = Tty(), io.StringIO()
    for stream in (terminal, file):
        SafeStream(stream).write("\x1b[31mlate\x1b[0m ŵ\n")

    assert terminal.getvalue() == "\x1b[31mlate\x1b[0m ŵ\n"
    assert file.getvalue() == "\\x1b[31mlate\\x1b[0m ŵ\n"
    assert escaped("Tŷ Gwyn\t“a”\n") == "Tŷ Gwyn\t“a”\n"


def test_rows_of_a_ledger_command_nothing(terminal: Terminal, bench: Bench) -> None:
    rows = [LedgerRow(kind="noted", by="Nia\n2019-01-01 final", at=at, note="a\x1b[1Ab") for at in (NOON,)]
    ledger.append(bench.response.parent, rows)

    printed = terminal.run("log", str(bench.response.parent), at=bench.root).out

    assert "by Nia\\n2019-01-01 final" in printed and "note: a\\x1b[1Ab" in printed


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
def test_names_of_folders_are_one_line(terminal: Terminal, bench: Bench) -> None:
    folder = bench.response.parent.with_name("a\nb\x1b[2J")
    bench.response.parent.rename(folder)

    ran = terminal.run("draft", str(folder), "--format", "txt", "--today", "2026-11-23", at=bench.root)

    assert "\x1b" not in ran.out + ran.err and "a\\nb\\x1b[2J" in ran.out


def test_a_pipe_gets_utf_8_whatever_the_system_thinks(bench: Bench) -> None:
    ran = run("welsh", "after", "i", "tŷ", at=bench.root, more={"PYTHONIOENCODING": "utf-8", "LC_ALL": "C"})
    assert ran.out == "i dŷ\n"

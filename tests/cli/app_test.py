"""The command line as a whole, in processes of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from offices import ROOT, Bench
from terminal import TODAY, Terminal, run

from respondent import __version__
from respondent.cli.app import app

SLOW = ("pydantic", "jinja2", "yaml", "lxml", "babel", "docx", "markdown_it")

NETWORK = ("urllib.request", "http.client", "ssl")
"""What no command loads. Pydantic loads `socket`, by way of `importlib.metadata` and `email`."""

COMMANDS = ("init", "new", "draft", "schema")

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_version_is_printed(tmp_path: Path) -> None:
    ran = run("--version", at=tmp_path)

    assert (ran.code, ran.out, ran.err) == (0, f"respondent {__version__}\n", "")
    assert PROJECT["version"] == __version__


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("draft", "--help")], ids=" ".join)
def test_help_and_version_import_no_slow_library(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, at=tmp_path, start=("-X", "importtime", "-m", "respondent"))

    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in ran.err.splitlines()}
    assert ran.code == 0
    assert "typer" in imported
    assert imported.isdisjoint(SLOW)


@pytest.mark.parametrize("command", ["--version", "draft", "check", "status", "send"])
def test_no_command_loads_a_network_module(bench: Bench, command: str) -> None:
    arguments = (command,) if command == "--version" else (command, str(bench.response))
    ran = run(*arguments, at=bench.root, start=("-X", "importtime", "-m", "respondent"))

    imported = {line.rpartition("|")[2].strip() for line in ran.err.splitlines()}
    assert "typer" in imported
    assert imported.isdisjoint(NETWORK)
    if command == "--version":
        assert imported.isdisjoint({"socket", "email"})


def test_the_console_script_is_the_module(tmp_path: Path) -> None:
    module, function = PROJECT["scripts"]["respondent"].split(":")
    script = f"import sys; sys.argv[0] = '/bin/respondent'; from {module} import {function}; {function}()"

    for arguments in (("draft", "--help"), ("draft", "nowhere"), ("nothing",)):
        assert run(*arguments, at=tmp_path, start=("-c", script)) == run(*arguments, at=tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(terminal: Terminal, tmp_path: Path, command: str) -> None:
    ran = terminal.run(command, "--help", at=tmp_path)

    assert ran.code == 0
    assert ran.out.startswith(f"Usage: respondent {command} ")
    assert f"Example:  respondent {command} " in ran.out


def test_the_help_lists_every_command_in_a_group_with_its_whole_summary(
    terminal: Terminal, tmp_path: Path
) -> None:
    ran = terminal.run("--help", at=tmp_path)

    names = [command.callback.__name__ for command in app.registered_commands if command.callback]
    assert [line for line in ran.out.splitlines() if line.rstrip(":") in GROUPS] == [
        f"{name}:" for name in GROUPS
    ]
    assert "..." not in ran.out.partition("\n")[2]
    for name in (*names, "record"):
        assert re.search(rf"^  {name} +\w.*(\n {{5,}}.*)*\.$", ran.out, re.MULTILINE), name


GROUPS = ("Set up", "Write and check", "Translate", "Approve", "Release")


def test_wrong_usage_says_how_to_get_help(terminal: Terminal, tmp_path: Path) -> None:
    for arguments in (("nothing",), ("draft", "--nothing"), ("new",), ("schema", "letter")):
        ran = terminal.run(*arguments, at=tmp_path)

        assert ran.code == 2
        assert "Try 'respondent" in ran.err


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_console_that_lacks_a_letter_shows_a_question_mark(bench: Bench, encoding: str) -> None:
    bench.change(bench.response, "layout: narrative", "layout: ŵyl")
    folder = bench.response.parent.with_name("2026-gŵyl")
    bench.response.parent.rename(folder)

    bad = run("draft", at=bench.root, more={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    bench.change(folder / "response.yaml", "layout: ŵyl", "layout: narrative")
    good = run("draft", "--format", "txt", at=bench.root, more={"PYTHONIOENCODING": encoding})

    assert (bad.code, good.code) == (3, 0)
    assert "responses/2026-g?yl" in bad.out
    assert "Traceback" not in bad.err
    assert "g?yl.cy.txt" in good.out
    assert "Cwmbrân" in (folder / "drafts" / "2026-gŵyl.cy.txt").read_text(encoding="utf-8")


def test_problems_are_printed_below_their_response(bench: Bench) -> None:
    bench.change(bench.response, "layout: narrative", "layout: narative")
    good = bench.response.parent.with_name("2021-custody")
    good.mkdir()
    text = bench.response.read_text(encoding="utf-8").replace("narative", "narrative")
    (good / "response.yaml").write_text(text, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "respondent", "draft", "--format", "txt"],
        cwd=bench.root,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=120,
        check=False,
    )

    lines = [line[:28] for line in done.stdout.decode().splitlines()]
    assert done.returncode == 4
    assert lines[:5] == [
        "responses/2019-stalking-and-",
        "  not made, because:",
        "responses/2019-stalking-and-",
        "  did you mean `narrative`? ",
        "responses/2021-custody",
    ]


def test_closed_pipe_is_not_an_error(tmp_path: Path) -> None:
    command = subprocess.Popen(
        [sys.executable, "-m", "respondent", "schema", "response"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.close()

    errors = command.stderr.read()
    command.stderr.close()

    assert command.wait(timeout=120) != 70
    assert b"Traceback" not in errors


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_an_interrupted_command_says_so(bench: Bench) -> None:
    stop = "import os, signal, time; from respondent.batch import loaded_offices\n"
    # The signal may arrive a moment later: the sleep waits for it.
    stop += (
        "loaded_offices.load_office = lambda place: (os.kill(os.getpid(), signal.SIGINT), time.sleep(60))\n"
    )
    stop += "from respondent.cli.app import main; main()"

    ran = run("draft", "--today", TODAY, at=bench.root, start=("-c", stop))

    assert ran.code == 130
    assert ran.err == "interrupted (Ctrl+C): files that were already written are kept\n"


@pytest.mark.parametrize("file", ["response", "office"])
def test_the_schema_is_json_that_any_console_can_print(terminal: Terminal, tmp_path: Path, file: str) -> None:
    ran = terminal.run("schema", file, at=tmp_path)

    schema = json.loads(ran.out)
    assert ran.code == 0
    assert ran.out.isascii()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is False
    assert {"response": "reports", "office": "people"}[file] in schema["required"]


def test_two_processes_make_the_same_bytes(bench: Bench, tmp_path: Path) -> None:
    for name in ("one", "two"):
        arguments = ("draft", "--today", TODAY, "--out", str(tmp_path / name))
        assert (
            run(*arguments, at=bench.root, more={"PYTHONHASHSEED": str(len(name) + ord(name[0]))}).code == 0
        )

    one, two = (sorted((tmp_path / name).iterdir()) for name in ("one", "two"))
    assert len(one) == 7
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]

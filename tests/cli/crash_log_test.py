"""The log of an internal error."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import stat
import sys
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal

from respondent import __version__
from respondent.cli import errors

ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="the folders of POSIX")


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the logs of the tests apart from those of the user."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "state"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp"))


def fail() -> None:
    """Run a command that has a bug."""

    def broken() -> None:
        raise ZeroDivisionError("ŵ\udcff")

    with pytest.raises(SystemExit) as leaving:
        errors.guarded(broken)
    assert leaving.value.code == 70


def printed_log(errors: str) -> Path:
    """Return the log that the one line printed names."""
    (line,) = errors.splitlines()
    found = re.fullmatch(r"internal error: send the log to the maintainers of respondent: (.+\.log)", line)
    assert found
    return Path(found[1])


def test_the_log_has_versions_command_line_and_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["respondent", "draft", "2026-gŵyl\udcff"])
    fail()

    log = printed_log(capsys.readouterr().err)
    text = log.read_text(encoding="utf-8")
    assert log.parent == tmp_path / "state" / "respondent" / "logs"
    assert f"respondent    {__version__}\n" in text
    assert f"Python        {sys.version.split()[0]}" in text
    assert "2026-gŵyl" in text
    assert re.search(r"^dependency    pydantic \d", text, re.MULTILINE)
    assert "ZeroDivisionError: ŵ\\udcff" in text
    assert "crash_log_test.py" in text


@ON_POSIX
def test_only_the_user_may_read_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    fail()

    assert stat.S_IMODE(printed_log(capsys.readouterr().err).stat().st_mode) == 0o600


def test_two_errors_in_one_second_have_two_logs(capsys: pytest.CaptureFixture[str]) -> None:
    fail()
    first = printed_log(capsys.readouterr().err)
    fail()

    assert printed_log(capsys.readouterr().err) != first


def test_the_log_is_in_the_temp_folder_if_its_own_cannot_be_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").write_text("a file, so that no folder can be made in it")
    fail()

    assert printed_log(capsys.readouterr().err).parent == tmp_path / "temp"


def test_the_traceback_is_printed_if_no_log_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("state", "temp/not-a-folder"):
        (tmp_path / name).write_text("")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temp" / "not-a-folder"))
    fail()

    errors = capsys.readouterr().err
    assert errors.startswith("internal error: send these lines to the maintainers of respondent\nTraceback ")
    assert "ZeroDivisionError" in errors


@ON_POSIX
@pytest.mark.parametrize("folder", ["", "relative"])
def test_a_folder_that_is_not_absolute_is_ignored(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", folder)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    fail()

    assert printed_log(capsys.readouterr().err).parent == tmp_path / "home/.local/state/respondent/logs"
    assert not (tmp_path / "relative").exists()


def test_an_interrupted_command_says_so_and_writes_no_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> None:
        raise SystemExit(130)

    with pytest.raises(SystemExit):
        errors.guarded(interrupted)

    assert capsys.readouterr().err == "interrupted (Ctrl+C): files that were already written are kept\n"
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (("draft", "--format", "txt"), "respondent.batch.run.draft_pair"),
        (("check",), "respondent.batch.check.look"),
        (("status", "--no-findings"), "respondent.batch.status.recommendations"),
        (("approve", "--by", "Nia"), "respondent.ledger.approve.standings"),
    ],
)
def test_an_error_of_ours_in_one_response_costs_no_other(
    terminal: Terminal, bench: Bench, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], place: str
) -> None:
    shutil.copytree(bench.response.parent, bench.response.parent.with_name("2020-other"))
    module, _, name = place.rpartition(".")
    real = getattr(importlib.import_module(module), name)
    calls: list[object] = []

    def once(*arguments: object, **named: object) -> object:
        calls.append(arguments)
        if len(calls) == 1:
            raise ZeroDivisionError
        return real(*arguments, **named)

    monkeypatch.setattr(place, once)
    ran = terminal.run(*command, at=bench.root)

    assert (ran.code, len(calls) >= 2) == (70, True)
    assert ran.err.count("internal error (ZeroDivisionError)") == 1
    assert "2020-other" in ran.out

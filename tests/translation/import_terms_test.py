"""Terms of a file in the office's `terms.csv`."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import unhurried
from translation.termbases import FORMS, Concept, Word, old

from respondent.changes.guards import objection
from respondent.errors import DataError, InputError
from respondent.files import lock
from respondent.files.text import cleaned
from respondent.files.workspace import Workspace
from respondent.grammar.welsh.mutation import nfc
from respondent.language import Language
from respondent.response.terms import COLUMNS, load
from respondent.translation.import_terms import TermImport, import_terms

HEAD = ",".join(COLUMNS)


class Place:
    """A workspace with nothing but terms, and a file of others beside it."""

    def __init__(self, folder: Path) -> None:
        self.root = (folder / "gwent").resolve()
        self.root.mkdir()
        self.workspace = Workspace(self.root)
        self.own = self.root / "terms.csv"
        self.other = folder / "other"

    def import_terms(self, data: bytes | str, *, is_trial: bool = False) -> TermImport:
        self.other.write_bytes(data if isinstance(data, bytes) else data.encode())
        return import_terms(self.other, self.workspace, is_trial=is_trial)

    def refused(self, data: bytes | str) -> list[tuple[str, str, str]]:
        before = self.own.read_bytes() if self.own.exists() else None
        with pytest.raises(InputError) as raised:
            self.import_terms(data)
        assert (self.own.read_bytes() if self.own.exists() else None) == before
        name = str(self.other)
        return [(one.where.replace(name, "other"), one.what, one.next) for one in raised.value.problems]

    def pairs(self) -> list[tuple[str, str]]:
        return [(term.cells["en"], term.cells["cy"]) for term in load(self.workspace)]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def base(*pairs: tuple[str, str]) -> bytes:
    return old([Concept({"en": [Word(en)], "cy": [Word(cy)]}) for en, cy in pairs])


def test_a_workspace_without_terms_gets_a_table_that_excel_opens(place: Place) -> None:
    taken = place.import_terms(base(("tower", "tŵr"), ("force", "llu")))

    assert len(taken.merge.added) == 2
    assert place.own.read_bytes() == codecs.BOM_UTF8 + (
        f"{HEAD}\ntower,tŵr,,,,,,,,,,unverified,,\nforce,llu,,,,,,,,,,unverified,,\n".encode()
    )


def test_a_table_is_added_to_in_its_own_form_and_order_of_columns(place: Place) -> None:
    before = "status;CY;en\r\n;llu;force".encode("cp1252")
    place.own.write_bytes(before)

    place.import_terms("en\tcy\na\tb\nforce\tllu\ncastle\tcastêll\n")

    assert place.own.read_bytes() == before + "\r\n;b;a\r\n;castêll;castle\r\n".encode()
    assert place.pairs() == [("force", "llu"), ("a", "b"), ("castle", "castêll")]


def test_an_empty_table_keeps_its_mark_and_gets_its_columns(place: Place) -> None:
    place.own.write_bytes(b"\n")
    place.import_terms("en,cy\nforce,llu\n")

    assert place.own.read_bytes() == f"\n{HEAD}\nforce,llu,,,,,,,,,,,,\n".encode()


def test_what_is_there_is_never_changed_and_nothing_new_writes_nothing(place: Place) -> None:
    place.own.write_bytes(b'en,cy,note\nforce,"llu",\n')
    os.utime(place.own, (1, 1))

    taken = place.import_terms("en,cy,note\nForce,Llu,new\nforce,heddlu,\nstation,\n,gorsaf\n")

    assert (len(taken.merge.unchanged), len(taken.merge.conflicts), taken.skipped) == (1, 1, 2)
    assert place.own.stat().st_mtime == 1
    (conflict,) = taken.merge.conflicts
    assert (conflict.present.where, conflict.new.where) == ("terms.csv:2", f"{place.other}:3")


def test_a_trial_says_the_same_and_writes_nothing(place: Place) -> None:
    taken = place.import_terms(base(("force", "llu")), is_trial=True)

    assert len(taken.merge.added) == 1
    assert not list(place.root.iterdir())


def test_the_table_with_what_is_sent_out_comes_back_unchanged(place: Place) -> None:
    from respondent.translation.glossary import GlossaryEntry
    from respondent.translation.glossary import table as written

    place.own.write_text(f"{HEAD}\n-ion,-iad,,,,,,,,,,,,\nforce,llu,noun,m,,,,,,,,,,\n", encoding="utf-8")
    out = written(GlossaryEntry(term.cells) for term in load(place.workspace))

    assert len(place.import_terms(out).merge.unchanged) == 2


def test_columns_that_the_table_lacks_are_named_before_anything_is_lost(place: Place) -> None:
    place.own.write_bytes(b"en,cy\nforce,llu\n")

    assert place.refused(f"{HEAD}\na,b,noun,,,,,,,,gwent,,,\n") == [
        (
            "terms.csv:1",
            "the new terms need columns that are missing: `part_of_speech`, `scope`",
            "add their names at the end of the first line, and import the file again",
        )
    ]
    place.own.write_bytes(b"en,cy,part_of_speech,scope\nforce,llu\n")
    assert len(place.import_terms(place.other.read_bytes()).merge.added) == 1


def test_everything_that_is_wrong_with_either_file_is_said_at_once(place: Place) -> None:
    place.own.write_bytes(b"en,cy,gender\nforce,llu,x\nforce,heddlu,\n")

    found = place.refused("en,cy,gender,note,note\nforce,llu,y,,\nplan,=1,,,\n")

    assert [(where, what.partition("”")[0]) for where, what, _ in found] == [
        ("other:1", "two columns are called `note`"),
        ("other:2: gender", "“y"),
        ("other:3: cy", "“=1"),
        ("terms.csv:2: gender", "“x"),
        ("terms.csv:3: cy", "“force"),
    ]


def test_a_column_of_somebody_else_is_named_and_the_rest_is_taken(place: Place) -> None:
    result = place.import_terms(b"en,definition,cy,colour\nforce,a body of police,heddlu,red\n")

    (term,) = result.merge.added
    assert (term.cells["en"], term.cells["cy"]) == ("force", "heddlu")
    assert [problem.what.split("`")[1] for problem in result.problems] == ["definition", "colour"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04...", "this is a workbook (.xlsx), not a text file"),
        (b"<tmx/>", "this is a translation memory (TMX)"),
        (b"Welsh,English\na,b\n", "there is no column `en`"),
        ("en,cy\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_holds_no_terms_is_refused(place: Place, data: bytes, what: str) -> None:
    assert what in place.refused(data)[0][1]


def test_a_file_that_is_not_there_is_said(place: Place) -> None:
    with pytest.raises(DataError, match="there is no such file"):
        import_terms(place.other, place.workspace)


def test_an_empty_file_has_no_terms(place: Place) -> None:
    taken = place.import_terms(b"")

    assert (taken.merge.added, taken.skipped, place.own.exists()) == ((), 0, False)


def test_a_letter_that_plain_csv_cannot_hold_stops_it(place: Place) -> None:
    place.own.write_bytes("en,cy,status\ntower,t\xe2l,\n".encode("cp1252"))

    ((_, what, then),) = place.refused(base(("water", "dŵr")))

    assert "cannot contain ŵ" in what
    assert "CSV UTF-8" in then


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link_and_one_out_of_the_workspace_is_refused(place: Place) -> None:
    (place.root / "shared.csv").write_text("en,cy\n", encoding="utf-8")
    place.own.symlink_to("shared.csv")
    place.import_terms("en,cy\nforce,llu\n")

    assert place.own.is_symlink()
    assert (place.root / "shared.csv").read_text(encoding="utf-8") == "en,cy\nforce,llu\n"
    place.own.unlink()
    elsewhere = place.root.parent / "elsewhere.csv"
    elsewhere.write_bytes(b"en,cy\n")
    place.own.symlink_to(elsewhere)
    assert "not the name of a file in the workspace" in place.refused("en,cy\n")[0][1]


def test_two_writers_wait_for_each_other(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Path] = []
    exclusive = lock.exclusive

    def noted(folder: Path) -> object:
        held.append(folder)
        return exclusive(folder)

    monkeypatch.setattr("respondent.translation.import_terms.exclusive", noted)
    place.import_terms(base(("force", "llu")))

    assert held == [place.root]


words = (
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=12)
    .map(lambda text: " ".join(cleaned(text)[0].split()))
    .filter(lambda text: text and "?" not in text and not text.startswith("#"))
    .filter(lambda text: not any(objection(text, language) for language in Language))
)
pairs = st.lists(st.tuples(words, words), min_size=1, max_size=5)


@unhurried
@given(
    pairs,
    st.sampled_from(FORMS),
    st.sampled_from((HEAD, "status;note;cy;en", "cy\ten\tstatus")),
    st.sampled_from(("\n", "\r\n", "")),
    st.sampled_from((b"", codecs.BOM_UTF8)),
)
def test_every_term_of_a_term_base_is_there_afterwards_or_is_told(
    them: Sequence[tuple[str, str]], form: object, head: str, end: str, mark: bytes
) -> None:
    assert callable(form)
    with TemporaryDirectory() as folder:
        place = Place(Path(folder))
        before = mark + f"{head}{end}".encode()
        place.own.write_bytes(before)

        taken = place.import_terms(form([Concept({"en": [Word(en)], "cy": [Word(cy)]}) for en, cy in them]))

        assert place.own.read_bytes().startswith(before)
        there = place.pairs()
        told = [(one.new.cells["en"], one.new.cells["cy"]) for one in taken.merge.conflicts]
        same = [(one.cells["en"], one.cells["cy"]) for one in taken.merge.unchanged]
        known = {*there, *told, *same}
        assert {(nfc(en), nfc(cy)) for en, cy in them} <= known
        assert len(there) + len(told) + len(same) == len(them)
        again = place.import_terms(place.other.read_bytes())
        assert (again.merge.added, len(again.merge.conflicts)) == ((), len(told))

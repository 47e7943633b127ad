"""What `verify` says of a release that somebody who can write into the folder has changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from offices import Bench
from releases import released, rewrite

from respondent.ledger import ledger
from respondent.release import layout, manifest, recovery, sealed
from respondent.release.proof import prove, short

SLUG = "2019-stalking-and-harassment"
Attack = Callable[[Path], None]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return released(Bench.of_example("gwent", tmp_path_factory.mktemp("original")))


@pytest.fixture
def release(original: Path, tmp_path: Path) -> Path:
    """Return a release to attack, in the folder of its response with its ledger."""
    folder = tmp_path / SLUG
    shutil.copytree(original, folder / "released" / "1")
    shutil.copy(original.parents[1] / ledger.FILE, folder)
    return folder / "released" / "1"


def change_a_letter(release: Path) -> None:
    rewrite(release / f"letters/{SLUG}.en.txt", lambda data: data.replace(b"not", b"now", 1))


def reseal(release: Path) -> None:
    """Give the manifest and its seal the digests of the files as they are."""
    content = json.loads((release / manifest.FILE).read_bytes())
    content["files"] = {name: manifest.digest((release / name).read_bytes()) for name in content["files"]}
    data = (json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
    rewrite(release / manifest.FILE, lambda _: data)
    rewrite(release / manifest.SEAL, lambda _: manifest.seal(data))


def change_and_reseal(release: Path) -> None:
    change_a_letter(release)
    reseal(release)


def forge(release: Path) -> None:
    """Change a sealed input, make the letters from it, and seal all of it again."""
    response = release / f"inputs/responses/{SLUG}/response.yaml"
    assert b"best service possible" in response.read_bytes()
    rewrite(response, lambda data: data.replace(b"best service possible", b"least service possible"))
    content = manifest.read((release / manifest.FILE).read_bytes())
    made = sealed.outputs(release, content.response, sealed.load_sealed_office(release), content.date)
    for name, data in made.items():
        rewrite(release / name, lambda _, data=data: data)  # type: ignore[misc]
    reseal(release)


def forge_with_the_ledger(release: Path) -> None:
    forge(release)
    folder = release.parents[1]
    rows = [row for row in ledger.read(folder).rows if row.kind != layout.KIND]
    (folder / ledger.FILE).unlink()
    ledger.append(folder, [*rows, recovery.row((release / manifest.FILE).read_bytes())])


def forge_and_add_a_row(release: Path) -> None:
    forge(release)
    ledger.append(release.parents[1], [recovery.row((release / manifest.FILE).read_bytes())])


ATTACKS = [
    # the attack, and whether it is seen: without the ledger, with it
    (change_a_letter, True, True),
    (change_and_reseal, True, True),
    (forge, False, True),
    (forge_and_add_a_row, False, True),
    (forge_with_the_ledger, False, False),
]


@pytest.mark.parametrize(("attack", "is_seen_alone", "is_seen_by_the_ledger"), ATTACKS)
def test_no_attack_passes_the_digest_that_was_kept(
    release: Path, attack: Attack, is_seen_alone: bool, is_seen_by_the_ledger: bool
) -> None:
    kept = short(prove(release, is_remaking=False).digest)
    whole = manifest.digest((release / manifest.FILE).read_bytes())
    assert prove(release, is_remaking=False, kept=kept).is_proven

    attack(release)

    assert bool(prove(release).faults) == is_seen_by_the_ledger
    for digest in (kept, whole):
        assert prove(release, is_remaking=False, kept=digest).faults
    (release.parents[1] / ledger.FILE).unlink()
    assert bool(prove(release).faults) == is_seen_alone
    assert prove(release, is_remaking=False, kept=kept).faults


def test_two_rows_that_disagree_are_both_named(release: Path) -> None:
    forge_and_add_a_row(release)

    fault, *_ = prove(release, is_remaking=False).faults
    digests = {
        row.more["manifest"] for row in ledger.read(release.parents[1]).rows if row.kind == layout.KIND
    }
    assert fault.file == ledger.FILE and all(short(digest) in fault.what for digest in digests)

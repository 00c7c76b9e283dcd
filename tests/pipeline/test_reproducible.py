"""The same inputs give the same bytes: elsewhere, in another locale and time zone, in parallel."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.command import files_below, run
from regions import PERIOD, BuiltRegion

OTHER = {
    "TZ": "Pacific/Auckland",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONHASHSEED": "4711",
    "PYTHONUTF8": "0",
    "COLUMNS": "40",
    "SOURCE_DATE_EPOCH": "0",
}


@pytest.fixture(scope="module")
def built_again(
    built_mini: BuiltRegion, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """The small region built anew, in a process, folder, locale and time zone of its own."""
    root = tmp_path_factory.mktemp("Annan plats, med mellanslag och åäö") / "region"
    shutil.copytree(built_mini.root, root)
    ran = run("build", "--period", PERIOD, "--jobs", "1", cwd=root, env=OTHER)
    assert (0, "") == (ran.code, ran.err)
    return files_below(root / "output" / PERIOD)


def test_the_same_files_are_written(built_mini: BuiltRegion, built_again: dict[str, bytes]) -> None:
    """No more and no less."""
    assert list(files_below(built_mini.folder)) == list(built_again)


@pytest.mark.parametrize(
    "name",
    [
        *(f"aterrapportering.{ending}" for ending in ("html", "docx", "pdf")),
        *("verksamhetsrapport.html", "resultat.json", "resultat.csv", "manifest.json"),
    ],
)
def test_every_file_has_the_same_bytes(
    name: str, built_mini: BuiltRegion, built_again: dict[str, bytes]
) -> None:
    """Two workers here, one there; nothing of clock, place, order or chance is in a file."""
    assert built_mini.read(name) == built_again[name]


def test_a_build_after_another_changes_nothing(mini_region: Path) -> None:
    """A second build in the same folder reads nothing of the first."""
    chosen = ("--format", "html", "--report", "verksamhetsrapport")
    asked = ("build", "--period", PERIOD, "--no-cache", *chosen, "-C", mini_region)
    first = run(*asked)
    before = files_below(mini_region / "output" / PERIOD)
    assert (first, before) == (run(*asked), files_below(mini_region / "output" / PERIOD))

"""Data packages: what a final build freezes, made again years later to the same bytes."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.completed import complete
from pipeline.conftest import Rapport
from rapport.render.data_package import PACKAGE
from rapport.render.zipped import zip_bytes
from regions import PERIOD

FINAL = ("build", "--period", PERIOD, "--final", "--report", "aterrapportering", "--format", "html")
Change = Callable[[dict[str, bytes]], None]


def parts_of(package: Path) -> dict[str, bytes]:
    """The files of a package by name."""
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def package(mini_region: Path, rapport: Rapport) -> Path:
    """The package of a final build of one report as HTML."""
    ran = rapport(*FINAL, "-C", complete(mini_region))
    assert 0 == ran.code, ran.err
    return mini_region / "output" / PERIOD / PACKAGE


def test_final_reports_are_made_again_from_their_package_alone(
    package: Path, mini_region: Path, rapport: Rapport, tmp_path: Path
) -> None:
    """With the region gone, every file that the manifest lists comes out byte for byte."""
    kept = tmp_path / "arkiv.zip"
    kept.write_bytes(package.read_bytes())
    made = {
        path.name: path.read_bytes() for path in package.parent.iterdir() if path.name != PACKAGE
    }
    mini_region.rename(tmp_path / "borta")
    again = tmp_path / "kontroll"
    ran = rapport("build", "--from-package", kept, "--output", again)
    assert 0 == ran.code, ran.err
    assert "Tre filer, alla byte för byte som när paketet frystes." in ran.out
    rebuilt = {path.name: path.read_bytes() for path in (again / PERIOD).iterdir()}
    assert {**made, PACKAGE: kept.read_bytes()} == rebuilt


def test_a_draft_freezes_nothing(mini_region: Path, rapport: Rapport) -> None:
    """Only a final build leaves a package."""
    rapport(*FINAL[:3], *FINAL[4:], "-C", mini_region)
    assert not (mini_region / "output" / PERIOD / PACKAGE).exists()


def test_a_package_holds_what_an_auditor_asks_for(package: Path) -> None:
    """Plans, data, texts, templates, manifest, order, program, libraries and how to use it."""
    parts = parts_of(package)
    manifest = json.loads(parts["manifest.json"])
    frozen = {f"arbetsyta/{name}" for name in manifest["indata"]}
    assert frozen == {name for name in parts if name.startswith("arbetsyta/")}
    assert {"arbetsyta/rapport.toml", "arbetsyta/templates/base/page.html"} <= parts.keys()
    assert {"program/rapport/__main__.py", "bestallning.json", "LAS-MIG.txt"} <= parts.keys()
    libraries = parts["program/bibliotek.txt"].decode().split()
    assert "weasyprint==70.0" in libraries
    assert f"--from-package {PACKAGE}" in parts["LAS-MIG.txt"].decode()


def _another_figure(parts: dict[str, bytes]) -> None:
    name = "arbetsyta/data/matvarden/matt.csv"
    parts[name] = parts[name].replace(b"34700000", b"34700001")


def _a_file_gone(parts: dict[str, bytes]) -> None:
    del parts["arbetsyta/rapport.toml"]


def _another_hash(parts: dict[str, bytes]) -> None:
    parts["manifest.json"] = parts["manifest.json"].replace(b'"slutlig": "ja"', b'"slutlig": "nej"')


def _no_order(parts: dict[str, bytes]) -> None:
    del parts["bestallning.json"]


def _a_name_that_leads_out(parts: dict[str, bytes]) -> None:
    parts["../utanfor.txt"] = b"x"


CHANGES: list[tuple[Change, str]] = [
    (_another_figure, "data/matvarden/matt.csv i paketet har ändrats"),
    (_a_file_gone, "rapport.toml saknas i paketet"),
    (_another_hash, "Paketets manifest saknas eller har ändrats."),
    (_no_order, "Paketets beställning (bestallning.json) saknas"),
    (_a_name_that_leads_out, 'Filnamnet "../utanfor.txt" i paketet leder ut ur det.'),
]


@pytest.mark.parametrize("change, message", CHANGES, ids=[m for _, m in CHANGES])
def test_a_package_that_is_not_whole_is_refused(
    change: Change, message: str, package: Path, rapport: Rapport, tmp_path: Path
) -> None:
    """Exit code 1, what is wrong, and nothing written."""
    parts = parts_of(package)
    change(parts)
    changed = tmp_path / "andrat.zip"
    changed.write_bytes(zip_bytes(parts))
    ran = rapport("build", "--from-package", changed, "--output", tmp_path / "ut")
    assert (1, True) == (ran.code, message in ran.err), ran.err
    assert not (tmp_path / "ut").exists()


def test_a_file_that_is_no_package_is_refused(rapport: Rapport, tmp_path: Path) -> None:
    """A renamed document is not taken for a package."""
    other = tmp_path / "rapport.zip"
    other.write_bytes(b"%PDF-1.7")
    ran = rapport("build", "--from-package", other)
    assert (1, True) == (ran.code, "går inte att läsa som ett datapaket" in ran.err)


def test_the_package_decides_what_is_built(package: Path, rapport: Rapport) -> None:
    """Another period or report beside --from-package is wrong usage."""
    ran = rapport("build", "--from-package", package, "--period", PERIOD)
    assert (2, True) == (ran.code, "Ta bort de andra valen" in ran.err)

"""``manifest.json``: every input and output with its hash, so that a build can be checked."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path

import pytest

from pipeline.command import files_below, run
from regions import MINI, PERIOD, REPO, BuiltRegion


def manifest(region: BuiltRegion) -> dict[str, dict[str, str]]:
    """The manifest as data."""
    read: dict[str, dict[str, str]] = json.loads(region.read("manifest.json"))
    return read


def test_every_written_file_has_its_hash(built_mini: BuiltRegion) -> None:
    """All files but the manifest itself, with the SHA-256 of their bytes."""
    written = files_below(built_mini.folder)
    del written["manifest.json"]
    expected = {name: hashlib.sha256(content).hexdigest() for name, content in written.items()}
    assert expected == manifest(built_mini)["utdata"]


def test_files_of_an_earlier_build_are_listed_apart(mini_region: Path) -> None:
    """What this build did not make anew stays in the folder, and is told apart from its own."""
    for wanted in ("html", "docx"):
        given = ("--report", "aterrapportering", "--format", wanted)
        assert 0 == run("build", "--period", PERIOD, *given, "-C", mini_region).code
    folder = mini_region / "output" / PERIOD
    told = json.loads((folder / "manifest.json").read_bytes())
    kept = hashlib.sha256((folder / "aterrapportering.html").read_bytes()).hexdigest()
    assert {"aterrapportering.html": kept} == told["utdata_fran_tidigare_bygge"]
    assert "aterrapportering.html" not in told["utdata"]


def test_every_file_that_was_read_has_its_hash(built_mini: BuiltRegion) -> None:
    """The region's files and the templates of documents, by their path in the workspace."""
    templates = files_below(REPO / "templates")
    files = {
        **files_below(MINI),
        **{f"templates/{n}": d for n, d in templates.items() if not n.startswith("review/")},
    }
    expected = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    assert expected == manifest(built_mini)["indata"]


def test_the_parameters_are_told(built_mini: BuiltRegion) -> None:
    """What was asked for."""
    assert {"period": PERIOD, "slutlig": "nej"} == manifest(built_mini)["parametrar"]


def test_the_versions_that_shape_a_document_are_told(built_mini: BuiltRegion) -> None:
    """Another version of one of these may give other bytes."""
    libraries = {"weasyprint", "matplotlib", "python-docx", "docxtpl", "pandas"}
    assert libraries <= set(manifest(built_mini)["bibliotek"])


@pytest.mark.parametrize("word", [str(Path.home()), tempfile.gettempdir(), str(REPO)])
def test_nothing_tells_where_it_was_built(word: str, built_mini: BuiltRegion) -> None:
    """No path of the machine, in the manifest or the results."""
    for name in ("manifest.json", "resultat.json", "resultat.csv", "aterrapportering.html"):
        assert word not in built_mini.read(name).decode()

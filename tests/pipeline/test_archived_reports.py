"""What a build puts inside its PDFs, and at which level they are kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.pipeline.building import build
from rapport.pipeline.orders import Order
from rapport.render.pdf_reading.tag_tree import read_pdf
from regions import PERIOD, BuiltRegion


def test_every_pdf_carries_the_figures_that_were_written_beside_it(
    built_mini: BuiltRegion,
) -> None:
    """The attached figures are the file of figures of the same build."""
    figures = built_mini.read("resultat.csv")
    for file in sorted(built_mini.folder.glob("*.pdf")):
        assert figures == read_pdf(file.read_bytes()).files["resultat.csv"]


def test_every_pdf_carries_its_origin(built_mini: BuiltRegion) -> None:
    """The attached origin is the manifest of the build, with only the report's own inputs."""
    manifest = json.loads(built_mini.read("manifest.json"))
    inputs = manifest["indata"]
    other = "reports/verksamhetsrapport.yaml"
    expected = {name: inputs[name] for name in inputs if name != other}
    origin = json.loads(read_pdf(built_mini.read("aterrapportering.pdf")).files["harkomst.json"])
    told = origin.pop("indata")
    assert expected == told
    assert origin == {
        name: manifest[name]
        for name in manifest
        if name not in {"utdata", "kontrollsumma", "indata"}
    }


@pytest.mark.parametrize("level", ["1a", "2a"])
def test_a_region_chooses_the_level_in_its_settings(mini_region: Path, level: str) -> None:
    """With "arkiv" 1a or 2a the PDF says that level and carries no other files."""
    settings = mini_region / "rapport.toml"
    text = settings.read_text(encoding="utf-8").replace('arkiv = "3a"', f'arkiv = "{level}"')
    settings.write_text(text, encoding="utf-8")
    report = ("verksamhetsrapport",)
    order = Order(mini_region, Occasion.parse(PERIOD), report, formats=("pdf",))
    built = build(order, lambda _step, _done, _total: None)
    content = next(built.folder.glob("*.pdf")).read_bytes()
    assert f'part="{level[0]}"'.encode() in content
    assert {} == read_pdf(content).files

"""Changes on the review page: the files as they are against the build on disk."""

from __future__ import annotations

from pathlib import Path

from pipeline.conftest import Rapport
from rapport.domain.period import Occasion
from rapport.pipeline.review_desk import ReviewDesk
from regions import PERIOD

ANALYSIS = f"data/texter/{PERIOD}/analys.kostnad.md"
MEASUREMENTS = "data/matvarden/matt.csv"


def changes_page(root: Path) -> str:
    """The page of changes, with ordinary spaces."""
    desk = ReviewDesk(root, Occasion.parse(PERIOD), lambda: None)
    try:
        return str(desk.changes().content).replace("\u00a0", " ")
    finally:
        desk.stop()


def test_without_a_build_there_is_nothing_to_compare(mini_region: Path) -> None:
    """The page says how to get something."""
    assert "Bygg den med rapport build." in changes_page(mini_region)


def test_the_page_tells_what_a_build_would_change(mini_region: Path, rapport: Rapport) -> None:
    """Figures with their cause, then words; a report that was not built is not called new."""
    order = ("--period", PERIOD, "--report", "aterrapportering", "--format", "html")
    assert 0 == rapport("build", *order, "-C", mini_region).code
    same = changes_page(mini_region)
    assert "är siffror, bedömningar och texter desamma." in same
    for name, old, new in (
        (MEASUREMENTS, ";34700000;", ";34100000;"),
        (ANALYSIS, "Kostnaden är", "Kostnaden blev"),
    ):
        path = mini_region / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    page = changes_page(mini_region)
    for said in (
        "har en siffra eller bedömning och en text ändrats.",
        "341 kr per invånare; ej uppfyllt",
        "mätdata",
        "blev 341</strong>",
        "Inte byggda och därför inte jämförda: Verksamhetsrapport för vårdnämnden.",
    ):
        assert said in page
    assert "Nya rapporter" not in page

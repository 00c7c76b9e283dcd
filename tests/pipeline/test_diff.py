"""``rapport diff`` as people use it: after a change, between two occasions, and in the draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.conftest import Rapport
from rapport.render.page_reading import read_paper
from rapport.report.changes.snapshot import paper_of
from regions import PERIOD, BuiltRegion

BUILD = ("build", "--period", PERIOD, "--report", "aterrapportering", "--format", "html")
TEXT = f"data/texter/{PERIOD}/analys.kostnad.md"


def replaced(root: Path, name: str, old: str, new: str) -> None:
    """Change a file of the region."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_built_page_holds_the_texts_of_its_document(sample_region: BuiltRegion) -> None:
    """What is read back from HTML is what was composed, for reports of every kind.

    Otherwise a draft would seem changed because one was read and the other composed.
    """
    for document in sample_region.documents:
        found = read_paper(document.id, sample_region.read(f"{document.id}.html"))
        assert paper_of(document) == found


def test_after_a_change_the_new_draft_is_compared_with_the_one_it_replaced(
    mini_region: Path, rapport: Rapport
) -> None:
    """A figure with its cause, the words that are new, and which files changed."""
    rapport(*BUILD, "-C", mini_region)
    replaced(mini_region, "data/matvarden/matt.csv", ";34700000;", ";34100000;")
    rapport(*BUILD, "-C", mini_region)
    ran = rapport("diff", PERIOD, "-C", mini_region)
    assert 0 == ran.code, ran.err
    for expected in ("347 kr per invånare", "341 kr per invånare", "mätdata", "[341]", "matt.csv"):
        assert expected in ran.out.replace("\u00a0", " ")
    data = json.loads(rapport("diff", PERIOD, "--json", "-C", mini_region).out)
    (cost,) = [each for each in data["siffror"] if each["organisation"] == "fjallet"]
    assert (["mätdata"], "347", "341") == (
        cost["varfor"],
        cost["fore"]["utfall"],
        cost["efter"]["utfall"],
    )
    assert ["data/matvarden/matt.csv"] == data["andrade_underlag"]


def test_a_build_that_changes_nothing_leaves_the_comparison_as_it_was(
    mini_region: Path, rapport: Rapport
) -> None:
    """Building the same draft again does not make it its own predecessor."""
    rapport(*BUILD, "-C", mini_region)
    replaced(mini_region, TEXT, "Kostnaden", "Den här kostnaden")
    rapport(*BUILD, "-C", mini_region)
    rapport(*BUILD, "-C", mini_region)
    assert "kostnaden" in rapport("diff", PERIOD, "-C", mini_region).out


def test_two_occasions_are_compared_as_a_new_period(mini_region: Path, rapport: Rapport) -> None:
    """The later occasion's figures differ because the period does."""
    for period in ("T1-2024", PERIOD):
        command = ("build", "--period", period, "--report", "aterrapportering")
        ran = rapport(*command, "--format", "html", "-C", mini_region)
        assert 0 == ran.code, ran.err
    data = json.loads(rapport("diff", "T1-2024", PERIOD, "--json", "-C", mini_region).out)
    causes = {cause for each in data["siffror"] for cause in each["varfor"]}
    assert "ny period" in causes
    assert ("T1-2024", PERIOD) == (data["fore"][:7], data["efter"][:7])


def test_the_log_is_written_as_a_page_and_in_the_draft(mini_region: Path, rapport: Rapport) -> None:
    """andringslogg.html beside the periods, and a last section of the draft that asks for it."""
    rapport(*BUILD, "-C", mini_region)
    replaced(mini_region, TEXT, "Kostnaden", "Den här kostnaden")
    ran = rapport(*BUILD, "--changes-since", PERIOD, "-C", mini_region)
    assert 0 == ran.code, ran.err
    page = (mini_region / "output" / PERIOD / "aterrapportering.html").read_text(encoding="utf-8")
    assert ["Ändringslogg", "analys.kostnad"] == [
        words for words in ("Ändringslogg", "analys.kostnad") if f">{words}</h" in page
    ]
    rapport("diff", PERIOD, "--html", "-C", mini_region)
    log = mini_region / "output" / "andringslogg" / "andringslogg.html"
    assert "Den här kostnaden" in log.read_text(encoding="utf-8")


def _nothing_built(_root: Path) -> tuple[str, ...]:
    return ("diff", PERIOD)


def _another_folder(root: Path) -> tuple[str, ...]:
    return ("diff", str(root / "data"), PERIOD)


@pytest.mark.parametrize("command", [_nothing_built, _another_folder])
def test_what_is_no_build_cannot_be_compared(
    command: Callable[[Path], tuple[str, ...]], mini_region: Path, rapport: Rapport
) -> None:
    """The message says what can be."""
    ran = rapport(*command(mini_region), "-C", mini_region)
    assert (1, True) == (ran.code, "Det finns inget bygge i" in ran.err)


def test_a_final_report_has_no_log(mini_region: Path, rapport: Rapport) -> None:
    """--final and --changes-since are wrong usage together."""
    ran = rapport(*BUILD, "--final", "--changes-since", PERIOD, "-C", mini_region)
    assert (2, True) == (ran.code, "En slutlig rapport har ingen ändringslogg" in ran.err)

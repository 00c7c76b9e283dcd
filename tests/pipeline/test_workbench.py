"""The workbench ("arbetsbord"): only what a changed file touches is done again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.pipeline.workbench import Workbench
from rapport.report.compose import compose
from rapport.report.walking import charts_of
from regions import PERIOD, REPO, prepared

TEXT = f"data/texter/{PERIOD}/analys.kostnad.md"
FOLLOW_UP = f"data/uppfoljning/{PERIOD}/vardplanen.yaml"
REPORT = "aterrapportering"


@pytest.fixture
def bench(mini_region: Path) -> Workbench:
    """A workbench that has looked once."""
    made = Workbench(mini_region, Occasion.parse(PERIOD))
    made.look()
    return made


def change(bench: Workbench, name: str, old: str, new: str) -> None:
    """Change a file of the region."""
    path = bench.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def as_built(bench: Workbench) -> dict[str, object]:
    """The documents as a build would compose them from the files now."""
    return {each.facts.definition.id: compose(each.facts) for each in prepared(bench.root)}


def test_it_says_what_a_build_would(bench: Workbench) -> None:
    """The same documents, before and after every kind of change."""
    assert as_built(bench) == bench.look().documents
    for name, old, new in (
        (TEXT, "Kostnaden är", "Kostnaden blev"),
        (TEXT, "status: utkast", "status: godkänd"),
        (TEXT, "{{ utfall(", "{{ mål("),
        (FOLLOW_UP, "exempeldata: ja", "exempeldata: ja  # sett"),
        ("data/matvarden/matt.yaml", "2024-09-05", "2024-09-06"),
        ("rapport.toml", '"år_bakåt" = 2', '"år_bakåt" = 3'),
        (f"reports/{REPORT}.yaml", "fjall-2", "fjall-20"),
    ):
        change(bench, name, old, new)
        assert (name, as_built(bench)) == (name, bench.look().documents)
    (bench.root / TEXT).unlink()
    assert as_built(bench) == bench.look().documents


def test_nothing_is_done_when_nothing_has_changed(bench: Workbench) -> None:
    """The very same state; a file written again with the same content is no change."""
    before = bench.look()
    path = bench.root / TEXT
    path.write_bytes(path.read_bytes())
    assert before is bench.look()


def test_a_changed_text_judges_and_draws_nothing_anew(bench: Workbench) -> None:
    """The figures and the drawn charts are the very same."""
    before = bench.look()
    drawn = bench.svgs(charts_of(before.documents[REPORT].blocks))
    change(bench, TEXT, "Kostnaden är", "Kostnaden blev")
    after = bench.look()
    again = bench.svgs(charts_of(after.documents[REPORT].blocks))
    assert before.documents != after.documents
    assert before.evaluation is after.evaluation
    assert [id(svg) for svg in drawn.values()] == [id(svg) for svg in again.values()]


def test_an_error_keeps_what_was_and_tells_where(bench: Workbench) -> None:
    """The reports are as before the error, and the hashes are those of what is shown."""
    before = bench.look()
    change(bench, TEXT, "status: utkast", "status: färdig")
    after = bench.look()
    assert (before.documents, before.hashes) == (after.documents, after.hashes)
    assert [TEXT] == [fault.location.path for fault in after.faults]
    change(bench, TEXT, "status: färdig", "status: utkast")
    assert () == bench.look().faults


def test_a_mistake_in_the_words_of_a_text_stops_nothing(bench: Workbench) -> None:
    """It is a problem of the report, told at its place."""
    change(bench, TEXT, "{{ utfall(", "{{ hittepå(")
    state = bench.look()
    assert () == state.faults
    codes = {p.code for p in state.prepared[REPORT].problems if p.location.path == TEXT}
    assert "okänd-uppgift" in codes


def test_a_region_that_never_was_right_shows_its_errors(mini_region: Path) -> None:
    """And its reports as soon as it is right."""
    settings = mini_region / "rapport.toml"
    whole = settings.read_text(encoding="utf-8")
    settings.write_text("[region\n", encoding="utf-8")
    bench = Workbench(mini_region, Occasion.parse(PERIOD))
    assert ({}, True) == (bench.look().documents, bool(bench.look().faults))
    settings.write_text(whole, encoding="utf-8")
    assert REPORT in bench.look().documents


def test_a_region_with_its_own_templates_need_not_have_the_review_pages(mini_region: Path) -> None:
    """Its documents have its own look, and the review page has the one that came with rapport."""
    own = mini_region / "templates"
    ignored = shutil.ignore_patterns("review")
    shutil.copytree(REPO / "templates", own, ignore=ignored)
    bench = Workbench(mini_region, Occasion.parse(PERIOD))
    assert own == bench.templates
    names = {address.split("-")[0] for address in bench.pages.assets}
    assert {"/granskning", "/review", "/editor", "/report"} == names

"""What a section must be told, checked before anything is composed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from rapport.domain.problem import Location
from rapport.report.definition import ReportDefinition, SectionRequest
from rapport.report.section_options import known_options, option_problems
from rapport.report.sections import SECTIONS
from regions import MINI, REPO, prepared

PLAN = "lakemedel-2024"
PLACE = Location("reports/rapport.yaml", 12, 5)


def told(kind: str, **options: str) -> list[tuple[str, str]]:
    """The problems of a report with one section: code and message."""
    report = ReportDefinition(
        *("rapport", "Rapport", "hsn"),
        *((), frozenset(), ("pdf",)),
        head=prepared(MINI)[0].facts.head,
        sections=(SectionRequest(kind, options, PLACE),),
    )
    found = list(option_problems([report]))
    assert {PLACE} >= {problem.location for problem in found}
    return [(problem.code, problem.message) for problem in found]


@pytest.mark.parametrize(
    "kind, key", [("strategiska-mal", "plan"), ("handlingsplan", "plan"), ("text", "nyckel")]
)
def test_a_section_that_lacks_what_it_needs_is_told(kind: str, key: str) -> None:
    """The message says which key to add."""
    message = f'Avsnittet "{kind}" saknar "{key}". Lägg till "{key}: …" i avsnittet.'
    assert ("saknad-nyckel", message) in told(kind, rubrik="Rubrik")


@pytest.mark.parametrize(
    "kind, key",
    [
        ("handlingsplan", "matt"),
        ("riktade-uppdrag", "texter"),
        ("sammanfattning", "text"),
        ("overenskommelser", "ny_sida"),
    ],
)
def test_a_choice_is_yes_or_no(kind: str, key: str) -> None:
    """Anything else is a slip that would otherwise pass unseen."""
    message = f'"{key}" i avsnittet "{kind}" är "jo". Skriv ja eller nej.'
    plan = {"plan": PLAN} if kind == "handlingsplan" else {}
    assert [("inte-ja-eller-nej", message)] == told(kind, **plan, **{key: "jo"})
    assert [] == told(kind, **plan, **{key: "ja"}) + told(kind, **plan, **{key: "nej"})


def test_a_choice_that_a_section_does_not_have_is_told_with_the_nearest() -> None:
    """It would have no effect, and nobody would know."""
    message = (
        'Avsnittet "riktade-uppdrag" har inget val "text", så det har ingen verkan. Menade du '
        '"texter"? Det kan ha plan, texter, ny_sida. Rätta eller ta bort det.'
    )
    assert [("okänt-avsnittsval", message)] == told("riktade-uppdrag", text="nej")
    assert ["okänt-avsnittsval"] == [code for code, _ in told("forstasida", bild="ja")]


def test_every_choice_in_the_page_of_sections_is_known() -> None:
    """What docs/avsnitt.md says that a section can be told, it can be told."""
    page = (REPO / "docs" / "avsnitt.md").read_text(encoding="utf-8")
    rows = [row.split("|") for row in page.splitlines() if row.startswith("| `")]
    named = {row[1].strip(" `"): set(re.findall(r"`([a-z_]+)(?::[^`]*)?`", row[3])) for row in rows}
    unknown = {kind: keys - {kind, *known_options(kind)} for kind, keys in named.items()}
    assert {kind: set[str]() for kind in SECTIONS} == unknown
    assert {kind: set(known_options(kind)) - named[kind] for kind in SECTIONS} == unknown


def test_the_reports_of_the_regions_are_right() -> None:
    """Both regions' reports have what their sections need."""
    definitions = [each.facts.definition for root in (MINI, REPO) for each in prepared(root)]
    assert [] == list(option_problems(definitions))
    bare = replace(definitions[0], sections=(SectionRequest("text"),))
    assert 2 == len(list(option_problems([bare])))

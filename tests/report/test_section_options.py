"""What a section must be told, checked before anything is composed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.problem import Location
from rapport.report.definition import ReportDefinition, SectionRequest
from rapport.report.section_options import option_problems
from regions import MINI, REPO, prepared

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


@pytest.mark.parametrize("key", ["matt", "texter", "text", "ny_sida"])
def test_a_choice_is_yes_or_no(key: str) -> None:
    """Anything else is a slip that would otherwise pass unseen."""
    message = f'"{key}" i avsnittet "sammanfattning" är "jo". Skriv ja eller nej.'
    assert [("inte-ja-eller-nej", message)] == told("sammanfattning", **{key: "jo"})
    assert [] == told("sammanfattning", **{key: "ja"}) + told("sammanfattning", **{key: "nej"})


def test_the_reports_of_the_regions_are_right() -> None:
    """Both regions' reports have what their sections need."""
    definitions = [each.facts.definition for root in (MINI, REPO) for each in prepared(root)]
    assert [] == list(option_problems(definitions))
    bare = replace(definitions[0], sections=(SectionRequest("text"),))
    assert 2 == len(list(option_problems([bare])))

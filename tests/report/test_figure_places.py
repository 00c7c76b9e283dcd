"""Where a bound number lives, for those who want to correct it."""

from __future__ import annotations

import pytest

from rapport.report.bound_numbers import BoundNumbers
from rapport.report.figure_places import figure_place
from regions import MINI, prepared

DATA = "data/matvarden/matt.csv"


@pytest.fixture(scope="module")
def bound() -> BoundNumbers:
    """The bound numbers of the small region."""
    facts = prepared(MINI, reports=("aterrapportering",))[0].facts
    tree, unit = facts.region.organisations, facts.organisation.id
    return BoundNumbers(facts.evaluation, facts.plans, tree, unit, facts.occasion)


@pytest.mark.parametrize(
    "expression, expected",
    [
        ('{{ utfall("aterinskrivning", kön="K") }}', f"i mätdata ({DATA})"),
        ("{{utfall('aterinskrivning')}}", f"i mätdata ({DATA})"),
        ('{{ mål("antibiotika") }}', "i planen (data/planer/vardplan-2023-2025.yaml, rad "),
        ('{{ bedömning("antibiotika") }}', "data/uppfoljning/T2-2024 under beslutade_bedömningar"),
        ('{{ prognos("antibiotika") }}', "som egen prognos i data/uppfoljning/T2-2024"),
        ('{{ utfall("genomgang") }}', "inga rader finns än"),
        ('{{ utfall("finns-inte") }}', "i planen eller mätdata"),
        ('{{ utfall("aterinskrivning", sort="K") }}', "i planen eller mätdata"),
        ("{{ 1 + 1 }}", "där uttrycket hämtar den"),
    ],
)
def test_a_figure_is_corrected_where_it_comes_from(
    bound: BoundNumbers, expression: str, expected: str
) -> None:
    """The file is named: data for outcomes, the plan for targets, follow-up for decisions."""
    assert expected in figure_place(expression, bound)

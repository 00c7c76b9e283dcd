"""Targets: which ones a series has, and what kinds can be put between two years."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import SHARE, stated
from rapport.domain.breakdown import MEN, TOTAL, WOMEN, Breakdown, Sex
from rapport.domain.outcome import EffectiveTarget
from rapport.domain.target import (
    Aim,
    AtLeast,
    AtMost,
    Below,
    Directional,
    Target,
    TargetPath,
    Within,
)
from rapport.fulfilment.target_path import (
    for_part_of_year,
    stated_targets,
    surrounding,
    target_for_year,
)

D = Decimal


@pytest.mark.parametrize(
    "first, last, between",
    [
        (AtLeast(D(40)), AtLeast(D(50)), AtLeast(D(45))),
        (AtMost(D(270)), AtMost(D(245)), AtMost(D("257.5"))),
        (Below(D(250)), Below(D(240)), Below(D(245))),
        (Within(D(1), D(3)), Within(D(2), D(3)), Within(D("1.5"), D(3))),
    ],
)
def test_numbers_of_one_kind_meet_on_a_line(first: Target, last: Target, between: Target) -> None:
    """2024 lies half-way between 2023 and 2025 for every kind of number."""
    indicator = replace(SHARE, targets=(stated(2025, last), stated(2023, first)))

    assert EffectiveTarget(between, 2023, interpolated=True) == target_for_year(
        indicator, TOTAL, 2024
    )


def test_numbers_of_different_kinds_have_nothing_between_them() -> None:
    """A floor does not slide into a ceiling; the first stays until the second begins."""
    targets = (stated(2023, AtLeast(D(40))), stated(2025, AtMost(D(50))))
    found = target_for_year(replace(SHARE, targets=targets), TOTAL, 2024)

    assert EffectiveTarget(AtLeast(D(40)), 2023, carried=True) == found


def test_measure_without_targets_has_none_any_year() -> None:
    """No target is not the target zero."""
    assert target_for_year(SHARE, TOTAL, 2024) is None


def test_own_target_comes_before_the_general_one() -> None:
    """Women have their own; men have everybody's; a series of women has women's."""
    general, own = stated(2023, AtLeast(D(70))), stated(2023, AtLeast(D(60)), WOMEN)
    indicator = replace(SHARE, targets=(general, own))
    new_women = Breakdown(Sex.WOMEN, (("besokstyp", "nybesok"),))

    assert (own,) == stated_targets(indicator, WOMEN)
    assert (general,) == stated_targets(indicator, MEN)
    assert (own,) == stated_targets(indicator, new_women)


def test_targets_by_sex_are_nobody_elses() -> None:
    """K 16,0 and M 17,2 say nothing about everybody."""
    indicator = replace(SHARE, targets=(stated(2023, AtMost(D(16)), WOMEN),))

    assert () == stated_targets(indicator, TOTAL)


def test_stated_year_is_not_between_years() -> None:
    """Only a year strictly inside has neighbours."""
    targets = tuple(stated(year, AtLeast(D(year))) for year in (2023, 2024, 2026))
    indicator = replace(SHARE, targets=targets, path=TargetPath.STEP)

    assert [None, None, (targets[1], targets[2]), None] == [
        surrounding(indicator, TOTAL, year) for year in (2022, 2024, 2025, 2027)
    ]


@pytest.mark.parametrize(
    "target, part, whole",
    [
        (AtLeast(D(100)), AtLeast(D(25)), D(100)),
        (AtMost(D(100)), AtMost(D(25)), D(100)),
        (Below(D(100)), Below(D(25)), D(100)),
        (Within(D(80), D(120)), Within(D(20), D(30)), None),
    ],
)
def test_part_of_a_year_is_part_of_its_target(
    target: Target, part: Target, whole: Decimal | None
) -> None:
    """The year's own target is kept beside it; an interval has two ends and no one number."""
    found = for_part_of_year(EffectiveTarget(target, 2024), D("0.25"))

    assert EffectiveTarget(part, 2024, year_value=whole, share=D("0.25")) == found


def test_part_of_a_direction_is_the_direction() -> None:
    """To increase is the same in August; it is the baseline that is scaled."""
    up = EffectiveTarget(Directional(Aim.INCREASE), 2024)

    assert up == for_part_of_year(up, D("0.25"))


@pytest.mark.parametrize(
    "start, end, between", [("100", "144", "120"), ("0.81", "1", "0.9"), ("20", "5", "10")]
)
def test_geometric_path_grows_by_the_same_percentage_each_year(
    start: str, end: str, between: str
) -> None:
    """Halfway in time is the geometric mean, exactly where that is exact."""
    targets = (stated(2023, AtLeast(Decimal(start))), stated(2025, AtLeast(Decimal(end))))
    indicator = replace(SHARE, targets=targets, path=TargetPath.GEOMETRIC)

    found = target_for_year(indicator, TOTAL, 2024)

    assert found is not None
    assert (AtLeast(Decimal(between)), True, True) == (
        found.target,
        found.interpolated,
        found.geometric,
    )

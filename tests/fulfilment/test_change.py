"""Change against last year: certain or not, and the pace towards a later year's target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from fulfilment.world import COUNT, SHARE, baseline, months, stated, world
from rapport.domain.outcome import Change
from rapport.domain.pace import PaceClass
from rapport.domain.plan import Basis, Better, Indicator, SexSplit
from rapport.domain.target import Aim, AtLeast, Directional, WithinYear

PLAIN = replace(
    SHARE, sex_split=SexSplit.UNAVAILABLE, targets=(stated(2024, AtLeast(Decimal(50))),)
)


@pytest.mark.parametrize(
    "then, now, asked, change, certain",
    [
        (30, 60, 100, Change.BETTER, True),
        (60, 30, 100, Change.WORSE, True),
        (30, 31, 100, Change.BETTER, False),
        (4, 5, 10, Change.BETTER, False),
        (30, 30, 100, Change.UNCHANGED, False),
    ],
)
def test_change_is_certain_only_beyond_chance(
    then: int,
    now: int,
    asked: int,
    change: Change,
    certain: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Many answers and a large change; few answers or a small change may be chance."""
    made = world(PLAIN, months("T2-2023", then, asked), months("T2-2024", now, asked)).headline()

    assert (change, certain) == (made.change, made.change_is_certain)
    assert certain == ("statistiskt säkerställd" in made.explanation)


def test_certain_change_is_told_with_last_years_figure() -> None:
    """The second sentence of the explanation."""
    made = world(PLAIN, months("T2-2023", 30, 100), months("T2-2024", 60, 100)).headline()

    assert made.explanation.endswith(
        " Förändringen från 30,0\u00a0% (maj–augusti 2023) är statistiskt säkerställd."
    )


def test_change_of_a_count_is_never_certain() -> None:
    """Without a denominator there is nothing to reckon chance from."""
    count = replace(COUNT, sex_split=SexSplit.UNAVAILABLE)
    made = world(count, months("T2-2023", 100), months("T2-2024", 900)).headline()

    assert (Change.BETTER, False) == (made.change, made.change_is_certain)


def test_certain_change_is_hidden_with_the_figure_it_is_from() -> None:
    """Last year's few may not be guessed from how sure the change is."""
    few = world(
        PLAIN, months("2023-08", 4, 100), months("2023-05--2023-07", 0, 100),
        months("T2-2024", 60, 100),
    ).headline()  # fmt: skip

    assert (None, False) == (few.change, few.change_is_certain)


def test_pace_goes_from_the_baseline_to_a_later_years_target() -> None:
    """30 % in 2021 and 36,3 % in 2023, ten percent a year: 43,9 % in 2025 asks no more."""
    indicator = replace(
        PLAIN,
        baselines=(baseline("T2-2021", "30"),),
        targets=(stated(2025, AtLeast(Decimal("43.9"))),),
    )
    made = world(indicator, months("T2-2023", 363, 1000), occasion="T2-2023").headline()

    assert made.pace is not None
    assert (PaceClass.ON_TRACK, 2021, 2025) == (
        made.pace.status,
        made.pace.base_year,
        made.pace.target_year,
    )


def test_pace_of_a_count_is_for_the_months_so_far() -> None:
    """From 400 to 480 by August; 800 in all is 533 by August when months are even."""
    indicator = replace(
        COUNT,
        sex_split=SexSplit.UNAVAILABLE,
        basis=Basis.CUMULATIVE,
        within_year=WithinYear.EVEN,
        baselines=(baseline("ACK08-2021", "400"),),
        targets=(stated(2025, AtLeast(Decimal(800))),),
    )
    made = world(indicator, months("ACK08-2024", 60)).headline()

    assert made.pace is not None
    assert ("0.0627", "0.0746") == (f"{made.pace.yearly:.4f}", f"{made.pace.needed:.4f}")
    assert PaceClass.MORE_NEEDED == made.pace.status


@pytest.mark.parametrize(
    "indicator",
    [
        PLAIN,
        replace(PLAIN, better=Better.NEITHER, targets=(stated(2025, AtLeast(Decimal(60))),)),
        replace(PLAIN, targets=(stated(2025, Directional(Aim.INCREASE)),)),
    ],
    ids=["this year's target", "no direction", "no number"],
)
def test_without_a_later_number_there_is_no_pace(indicator: Indicator) -> None:
    """A pace needs a number to reach in a later year, and a way that is better."""
    based = replace(indicator, baselines=(baseline("T2-2021", "30"),))

    assert world(based, months("T2-2024", 40, 100)).headline().pace is None


def test_pace_does_not_give_away_a_hidden_base_year() -> None:
    """Three of a hundred in 2021 may not be shown; the pace is that from the plan's own figure."""
    indicator = replace(
        PLAIN,
        baselines=(baseline("T2-2021", "3"),),
        targets=(stated(2025, AtLeast(Decimal(60))),),
    )
    few = [*months("2021-05--2021-07", 0, 25), *months("2021-08", 3, 25)]

    without = world(indicator, months("T2-2024", 40, 100)).headline().pace

    assert without is not None
    assert without == world(indicator, few, months("T2-2024", 40, 100)).headline().pace

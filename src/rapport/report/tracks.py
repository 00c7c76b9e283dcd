"""Tracks: one series of a measure over the tertials, as charts and tables show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.period import Grain, Period
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import State, Unit
from rapport.domain.target import EveryUnit, MeanOverYears, Target
from rapport.fulfilment.history import TertialPoint, tertial_series
from rapport.fulfilment.phrases import shown_decimals
from rapport.fulfilment.target_path import threshold
from rapport.report import cells
from rapport.report.chart_specs import TargetStep, Tone, TrendPanel, TrendPoint
from rapport.report.facts import Facts
from rapport.swedish import numbers

_TERTIALS_SHOWN = 12


@dataclass(frozen=True)
class Track:
    """One line of a trend: whose it is, and what is known at each tertial."""

    name: str
    breakdown: Breakdown
    points: tuple[TertialPoint, ...]

    @property
    def tone(self) -> Tone:
        """Whose figures these are; series of other dimensions are neither sex nor everybody."""
        if self.breakdown.dimensions:
            return Tone.REFERENCE
        return {Sex.WOMEN: Tone.WOMEN, Sex.MEN: Tone.MEN, None: Tone.TOTAL}[self.breakdown.sex]

    @property
    def periods(self) -> tuple[Period, ...]:
        """The tertials, oldest first."""
        return tuple(point.period for point in self.points)

    def is_drawn(self, indicator: Indicator) -> bool:
        """Women, men and judged series are drawn; the other series stand in the table."""
        return self.breakdown.sex is not None or (
            bool(self.breakdown.dimensions) and self.breakdown in indicator.judged_series
        )


def tracks_of(facts: Facts, plan: Plan, indicator: Indicator) -> tuple[Track, ...]:
    """The tracks of a measure over the tertials that any of them has a figure for.

    Empty when nothing has been measured.
    """
    tracks = _aligned([_track(facts, plan, indicator, b) for b in _shown(indicator)])
    oldest = max(0, len(tracks[0].points) - _TERTIALS_SHOWN)
    measured = [
        at
        for track in tracks
        for at, point in enumerate(track.points)
        if at >= oldest and point.value is not None
    ]
    if not measured:
        return ()
    first = min(measured)
    return tuple(replace(track, points=track.points[first:]) for track in tracks)


def _aligned(tracks: list[Track]) -> list[Track]:
    """The tracks over the same tertials: one with older baselines lengthens the others."""
    longest = max((track.periods for track in tracks), key=len)
    return [
        replace(
            track,
            points=(
                *(TertialPoint(period) for period in longest[: len(longest) - len(track.points)]),
                *track.points,
            ),
        )
        for track in tracks
    ]


def _shown(indicator: Indicator) -> tuple[Breakdown, ...]:
    """Women, men and all; or each series of the dimensions; or all."""
    if len(indicator.judged_series) > 1:
        return indicator.shown_series
    if indicator.split_by_sex:
        return (Breakdown(Sex.WOMEN), Breakdown(Sex.MEN), Breakdown())
    return (Breakdown(),)


def _track(facts: Facts, plan: Plan, indicator: Indicator, breakdown: Breakdown) -> Track:
    organisation = facts.organisation.id
    points = tertial_series(facts.evaluation, plan, indicator, organisation, breakdown)
    return Track(cells.series_name(indicator, breakdown), breakdown, points)


def panel(track: Track, indicator: Indicator, *, alone: bool) -> TrendPanel:
    """A track as a chart's panel; a panel that stands alone needs no name."""
    points = tuple(_point(point, indicator) for point in track.points)
    return TrendPanel(
        "" if alone else track.name, track.tone, points, _steps(track.points, indicator)
    )


def _point(point: TertialPoint, indicator: Indicator) -> TrendPoint:
    tick = f"T{point.period.last_month // Grain.TERTIAL.months}"
    value = point.value
    # Beside a mark only "%" is short enough; other units stand in the subtitle.
    unit = Unit.PERCENT if indicator.unit is Unit.PERCENT else Unit.COUNT
    text = "" if value is None else numbers.with_unit(value, _decimals(point, indicator), unit)
    return TrendPoint(tick, str(point.period.year), value, text)


def _steps(points: Sequence[TertialPoint], indicator: Indicator) -> tuple[TargetStep, ...]:
    """The target staircase: neighbouring tertials with the same target make one step."""
    steps: list[TargetStep] = []
    for at, point in enumerate(points):
        target = point.assessment.target if point.assessment else None
        value = level(target.target) if target else None
        if value is None:
            continue
        if steps and steps[-1].value == value and steps[-1].last == at - 1:
            steps[-1] = replace(steps[-1], last=at)
        else:
            decimals = numbers.needed_decimals(value, 0, indicator.decimals + 1)
            steps.append(TargetStep(at, at, value, f"Mål {numbers.number(value, decimals)}"))
    return tuple(steps)


def level(target: Target | None) -> Decimal | None:
    """The height of a target that is one number for the outcome drawn; else nothing."""
    match target:
        case None | EveryUnit() | MeanOverYears():
            return None
        case _:
            return threshold(target)


def cell_text(point: TertialPoint, indicator: Indicator) -> str:
    """A tertial's figure in a table, or the sign for why there is none."""
    if point.assessment is not None and point.assessment.state is State.SUPPRESSED:
        return numbers.SUPPRESSED
    if point.value is None:
        return numbers.NO_VALUE
    return numbers.number(point.value, _decimals(point, indicator))


def _decimals(point: TertialPoint, indicator: Indicator) -> int:
    """The measure's own, or those that keep a figure on the right side of its target."""
    measured = point.assessment is not None and point.assessment.outcome.value is not None
    return shown_decimals(point.assessment) if measured and point.assessment else indicator.decimals

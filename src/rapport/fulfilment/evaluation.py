"""Evaluation ("utvärdering"): everything a report asks about fulfilment, protected and explained.

The one door to this floor: whatever comes out has passed the protection of small groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from rapport.domain.breakdown import TOTAL, Breakdown
from rapport.domain.follow_up import FollowUp
from rapport.domain.measurement import Measurements
from rapport.domain.outcome import Assessment, Outcome
from rapport.domain.period import MONTHS_PER_YEAR, Occasion, Period
from rapport.domain.plan import Indicator, Plan
from rapport.domain.region import Region
from rapport.domain.target import WithinYear
from rapport.fulfilment.assessment import assess, rows
from rapport.fulfilment.case import Case
from rapport.fulfilment.explanation import explain
from rapport.fulfilment.season import even, learnt
from rapport.fulfilment.small_groups import Limits
from rapport.fulfilment.suppression import ShownOutcomes

Key = tuple[str, str]
"""A measure in a plan: (plan id, indicator id)."""


class Evaluation:
    """All verdicts of a region's plans at a report occasion, and the occasions before it.

    The inputs are never changed; what has been computed is kept. Decided verdicts and the
    offices' own forecasts belong to ``occasion`` and are not used when looking back.
    """

    def __init__(
        self,
        region: Region,
        plans: Sequence[Plan],
        measurements: Measurements,
        follow_up: FollowUp,
        occasion: Occasion,
    ) -> None:
        self.region = region
        self.plans = tuple(plans)
        self.occasion = occasion
        self._measurements = measurements
        self._follow_up = follow_up
        self._plans_with: dict[str, list[Plan]] = {}
        for plan in self.plans:
            for indicator in plan.indicators:
                self._plans_with.setdefault(indicator.id, []).append(plan)
        self._outcomes: dict[Key, ShownOutcomes] = {}
        self._assessed: dict[tuple[Key, str, Occasion], tuple[Assessment, ...]] = {}

    def assess(
        self, plan: Plan, indicator: Indicator, organisation: str, occasion: Occasion | None = None
    ) -> tuple[Assessment, ...]:
        """The assessments of a measure: headline first, then women, men and other series.

        At an earlier occasion than the report's own every measure is given, also where the
        plan did not ask for it then.
        """
        now = occasion or self.occasion
        key = ((plan.id, indicator.id), organisation, now)
        if key not in self._assessed:
            self._assessed[key] = self._explained(self._case(plan, indicator, organisation, now))
        return self._assessed[key]

    def headline(
        self, plan: Plan, indicator: Indicator, organisation: str, occasion: Occasion | None = None
    ) -> Assessment:
        """The assessment that speaks for the whole measure."""
        return self.assess(plan, indicator, organisation, occasion)[0]

    def family(self, plan: Plan, indicator: Indicator) -> dict[str, tuple[Assessment, ...]]:
        """The assessments of a measure for the region and each unit that has data."""
        units = self.organisations(plan, indicator)
        return {unit: self.assess(plan, indicator, unit) for unit in units}

    def results(self, organisation: str) -> Iterator[Assessment]:
        """Every assessment of an organisation, in the order of the plans ("resultat")."""
        for plan in self.plans:
            for indicator in plan.indicators:
                yield from self.assess(plan, indicator, organisation)

    def organisations(self, plan: Plan, indicator: Indicator) -> tuple[str, ...]:
        """The organisations that have outcomes for a measure, the region first."""
        return self._of(plan, indicator).organisations

    def first_year(self, plan: Plan, indicator: Indicator) -> int:
        """The first year with measured data, or the present one where there are none."""
        return self._of(plan, indicator).first_year or self.occasion.year

    def outcome(
        self, indicator: Indicator, organisation: str, breakdown: Breakdown, period: Period
    ) -> Outcome:
        """One outcome of a series for a chart, hidden where it may not be shown."""
        return self._of(self._plan_of(indicator), indicator).of(organisation, breakdown, period)

    def target_path(
        self, indicator: Indicator, organisation: str, year: int, goal: Decimal
    ) -> tuple[Decimal, ...]:
        """A year's target for a count as it grows from January to December, by season."""
        outcomes = self._of(self._plan_of(indicator), indicator)
        path = []
        for month in range(1, MONTHS_PER_YEAR + 1):
            period = Period.month(year, month).cumulative
            match indicator.within_year:
                case WithinYear.WHOLE:
                    share = Decimal(1)
                case WithinYear.EVEN:
                    share = even(period).share
                case WithinYear.SEASONAL:
                    years = self.region.share_years
                    share = learnt(outcomes, organisation, TOTAL, period, years).share
            path.append(goal * share)
        return tuple(path)

    def _case(
        self, plan: Plan, indicator: Indicator, organisation: str, occasion: Occasion
    ) -> Case:
        now = occasion == self.occasion
        follow_up = self._follow_up if now else FollowUp()
        outcomes = self._of(plan, indicator)
        return Case(self.region, plan, outcomes, occasion, organisation, follow_up, due_only=now)

    def _explained(self, case: Case) -> tuple[Assessment, ...]:
        """Judge and explain; both see only the outcomes that may be shown."""
        told: dict[Breakdown, Assessment] = {}
        assessed = assess(case)
        for one in sorted(assessed, key=_levels):
            parts = tuple(told.get(part.breakdown, part) for part in one.parts)
            told[one.breakdown] = replace(one, parts=parts, explanation=explain(case, one))
        return tuple(told[one.breakdown] for one in assessed)

    def _of(self, plan: Plan, indicator: Indicator) -> ShownOutcomes:
        key = (plan.id, indicator.id)
        if key not in self._outcomes:
            region = self.region
            limits = Limits(region.threshold, region.least_base)
            self._outcomes[key] = ShownOutcomes(
                indicator, self._measurements, region.organisations, rows(indicator), limits
            )
        return self._outcomes[key]

    def _plan_of(self, indicator: Indicator) -> Plan:
        found = self._plans_with[indicator.id]
        return found[0] if len(found) == 1 else next(p for p in found if indicator in p.indicators)


def _levels(assessment: Assessment) -> int:
    """How many levels of parts an assessment rests on; parts are told before their whole."""
    return 1 + max((_levels(part) for part in assessment.parts), default=0)

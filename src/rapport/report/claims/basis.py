"""What texts are held against ("facit"): the figures of every measure, computed when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from rapport.domain.follow_up import FollowUp
from rapport.domain.organisation import OrganisationTree
from rapport.domain.outcome import Assessment
from rapport.domain.period import Occasion
from rapport.domain.plan import Indicator, Plan
from rapport.fulfilment.evaluation import Evaluation
from rapport.report.claims.known_figures import KnownFigure, figures_of, stated_in_plan
from rapport.report.claims.sums import Sum, sums_of

Measure = tuple[Plan, Indicator]
"""A measure in its plan."""


@dataclass(frozen=True)
class Basis:
    """The plans and figures that the texts of an occasion speak of."""

    evaluation: Evaluation
    follow_up: FollowUp
    organisations: OrganisationTree
    occasion: Occasion
    _kept: dict[tuple[str, str, str, Occasion], tuple[KnownFigure, ...]] = field(
        default_factory=dict
    )

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans that govern the year."""
        year = self.occasion.year
        return tuple(plan for plan in self.evaluation.plans if plan.covers(year))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Every measure of the plans."""
        return tuple((plan, indicator) for plan in self.plans for indicator in plan.indicators)

    @property
    def last_year(self) -> Occasion:
        """The same occasion a year ago."""
        return Occasion(self.occasion.period.years_earlier())

    @property
    def previous(self) -> Occasion:
        """The occasion just before."""
        return Occasion(self.occasion.period.previous)

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """The sums of money that plans and follow-up state."""
        return tuple(sums_of(self.plans, self.follow_up))

    def assessments(self, measure: Measure) -> tuple[Assessment, ...]:
        """The assessments of a measure for the region now."""
        plan, indicator = measure
        return self.evaluation.assess(plan, indicator, self.organisations.top)

    def now(self, measure: Measure, unit: str | None = None) -> tuple[KnownFigure, ...]:
        """The figures of a measure at the occasion, for the region or one unit."""
        return self._figures(measure, unit or self.organisations.top, self.occasion)

    def earlier(self, measure: Measure, occasion: Occasion) -> tuple[KnownFigure, ...]:
        """The region's figures of a measure at an earlier occasion."""
        return self._figures(measure, self.organisations.top, occasion)

    def stated(self, measure: Measure) -> tuple[KnownFigure, ...]:
        """The figures that the plan itself states for a measure."""
        return tuple(stated_in_plan(measure[1], self.assessments(measure)[0]))

    def all_of(self, measure: Measure) -> Iterator[KnownFigure]:
        """Every figure of a measure: now, in the plan, a year ago and at the last occasion."""
        yield from self.now(measure)
        yield from self.stated(measure)
        for occasion in dict.fromkeys((self.last_year, self.previous)):
            yield from self.earlier(measure, occasion)

    def expression(self, figure: KnownFigure) -> str:
        """What to write to have a figure printed; empty where nothing prints it."""
        if figure.binding is None:
            return ""
        same = [plan for plan, indicator in self.measures if indicator.id == figure.indicator.id]
        return figure.binding.expression(
            now=str(self.occasion), top=self.organisations.top, plan_needed=len(same) > 1
        )

    def _figures(
        self, measure: Measure, organisation: str, occasion: Occasion
    ) -> tuple[KnownFigure, ...]:
        plan, indicator = measure
        key = (plan.id, indicator.id, organisation, occasion)
        if key not in self._kept:
            found = self.evaluation.assess(plan, indicator, organisation, occasion)
            self._kept[key] = tuple(figures_of(found, plan))
        return self._kept[key]

"""A case ("ärende att bedöma"): one indicator of one plan, at an occasion, for an organisation."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapport.domain.breakdown import Breakdown
from rapport.domain.follow_up import FollowUp
from rapport.domain.outcome import Outcome
from rapport.domain.period import Occasion, OccasionKind, Period
from rapport.domain.plan import Indicator, Plan
from rapport.domain.region import JudgementProfile, Region
from rapport.domain.target import WithinYear
from rapport.fulfilment.aggregation import IndicatorOutcomes
from rapport.fulfilment.season import Season, basis_period, even, learnt


@dataclass(frozen=True)
class Case:
    """Everything that judging needs, and nothing it does not.

    ``due_only`` is false when looking back: an earlier tertial has its value even where
    the plan did not ask for a report then.
    """

    region: Region
    plan: Plan
    outcomes: IndicatorOutcomes
    occasion: Occasion
    organisation: str
    follow_up: FollowUp = field(default_factory=FollowUp)
    due_only: bool = True

    @property
    def indicator(self) -> Indicator:
        """The measure that is judged."""
        return self.outcomes.indicator

    @property
    def profile(self) -> JudgementProfile:
        """The judgement profile of the plan."""
        return self.region.profile_of(self.plan)

    @property
    def is_top(self) -> bool:
        """Whether the organisation is the whole region, which the plan's figures are for."""
        return self.organisation == self.region.organisations.top

    @property
    def is_told_for_unit(self) -> bool:
        """Whether the measure is reported for the organisation at all; a region misses its own."""
        return self.is_top or self.outcomes.is_reported_for(self.organisation)

    @property
    def period(self) -> Period:
        """The months the measure is judged on."""
        return basis_period(self.indicator.basis, self.occasion.period)

    @property
    def is_due(self) -> bool:
        """Whether the plan asks for the measure now; a month or quarter is asked for by hand."""
        kinds = self.occasion.kinds - {OccasionKind.MONTH}
        return not self.due_only or not kinds or bool(kinds & self.indicator.occasions)

    def outcome(self, breakdown: Breakdown, period: Period | None = None) -> Outcome:
        """The outcome of a series, over the judged months unless others are named."""
        return self.outcomes.of(self.organisation, breakdown, period or self.period)

    def learnt_season(self, breakdown: Breakdown, period: Period) -> Season:
        """How much of a year the months have usually made up."""
        return learnt(self.outcomes, self.organisation, breakdown, period, self.region.share_years)

    def target_season(self, breakdown: Breakdown, period: Period) -> Season | None:
        """The part of the year's target that counts now; none where the whole target does."""
        indicator = self.indicator
        if not indicator.kind.accumulates or period.length == period.whole_year.length:
            return None
        match indicator.within_year:
            case WithinYear.WHOLE:
                return None
            case WithinYear.EVEN:
                return even(period)
            case WithinYear.SEASONAL:
                return self.learnt_season(breakdown, period)

"""A small region to judge in: builders that let a test say only what matters to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from rapport.domain.breakdown import MEN, TOTAL, WOMEN, Breakdown
from rapport.domain.follow_up import FollowUp
from rapport.domain.measurement import Measurements, Observation, SourceRef
from rapport.domain.organisation import Organisation, OrganisationTree
from rapport.domain.outcome import Assessment, Outcome
from rapport.domain.period import Occasion, OccasionKind, Period, parse_period
from rapport.domain.plan import Basis, Better, DocumentHead, Indicator, Plan, PlanKind
from rapport.domain.quantity import Gap, MeasureKind, Unit
from rapport.domain.region import JudgementProfile, Region
from rapport.domain.target import Baseline, BaselineKind, Target, Tolerance, ToleranceKind
from rapport.domain.target import YearTarget as Stated
from rapport.fulfilment.evaluation import Evaluation

REGION = "region"
NORTH, SOUTH, WEST = "norr", "syd", "vast"
NATION = "riket"
BREAKDOWNS = {"T": TOTAL, "K": WOMEN, "M": MEN}

TREE = OrganisationTree(
    REGION,
    (
        Organisation(REGION, "Regionen", "region"),
        Organisation(NORTH, "Norra sjukhuset", "sjukhus", REGION),
        Organisation(SOUTH, "Södra sjukhuset", "sjukhus", REGION),
        Organisation(WEST, "Västra sjukhuset", "sjukhus", REGION),
        Organisation(NATION, "Riket", "jämförelse"),
    ),
)

TEN_PERCENT = Tolerance(ToleranceKind.RELATIVE, Decimal("0.10"))
PROFILE = JudgementProfile("Profil", "2024:1", "Regionstyrelsen", TEN_PERCENT)

SHARE = Indicator(
    id="matt",
    number="1",
    name="Andel som fått svar",
    short_name="Svar",
    kind=MeasureKind.SHARE,
    unit=Unit.PERCENT,
    decimals=1,
    better=Better.HIGHER,
    basis=Basis.PERIOD,
    occasions=frozenset({OccasionKind.T1, OccasionKind.T2, OccasionKind.YEAR}),
    data_id="matt",
    data_level="sjukhus",
    definition="De som fått svar av dem som frågat.",
    multiplier=Decimal(100),
)

COUNT = replace(SHARE, kind=MeasureKind.COUNT, unit=Unit.COUNT, decimals=0, multiplier=Decimal(1))


def stated(year: int, target: Target, breakdown: Breakdown | None = None) -> Stated:
    """A target as a plan states it."""
    return Stated(year, target, breakdown)


def baseline(period: str | None, value: str | None, of: str = "T", decimals: int = 0) -> Baseline:
    """A measured baseline, or an unknown one ("?") when it has no value."""
    return Baseline(
        BaselineKind.UNKNOWN if value is None else BaselineKind.MEASURED,
        parse_period(period) if period else None,
        BREAKDOWNS[of],
        "?" if value is None else value.replace(".", ","),
        None if value is None else Decimal(value),
        decimals,
    )


def cell(  # noqa: PLR0913 - a cell has this many coordinates
    period: str | Period,
    x: int | str | None = None,
    n: int | str | None = None,
    *,
    of: str | Breakdown = "T",
    at: str = REGION,
    value: str | None = None,
    gap: Gap | None = None,
    series: str = "matt",
) -> Observation:
    """One cell of measured data."""
    when = parse_period(period) if isinstance(period, str) else period
    breakdown = BREAKDOWNS[of] if isinstance(of, str) else of
    return Observation(
        series,
        when,
        at,
        breakdown,
        None if x is None else Decimal(x),
        None if n is None else Decimal(n),
        None if value is None else Decimal(value),
        gap,
        SourceRef("data.csv", "", f"{at} {when} {breakdown}"),
        is_example=True,
    )


def months(
    period: str, x: int | str, n: int | str | None = None, *, of: str = "T", at: str = REGION
) -> list[Observation]:
    """The same figures every month of a period."""
    return [cell(month, x, n, of=of, at=at) for month in parse_period(period).months]


@dataclass(frozen=True)
class World:
    """A region with one plan of one measure; change a field and evaluate again."""

    indicator: Indicator = SHARE
    cells: tuple[Observation, ...] = ()
    follow_up: FollowUp = field(default_factory=FollowUp)
    occasion: str = "T2-2024"
    threshold: int = 5
    first_year: int = 2023
    profile: JudgementProfile = PROFILE

    @property
    def plan(self) -> Plan:
        """The plan, which holds the measure outside its goals."""
        return Plan(
            "plan",
            PlanKind.OPERATIONAL,
            "Planen",
            "Planen",
            "namnd",
            self.first_year,
            2025,
            DocumentHead(),
            other_indicators=(self.indicator,),
        )

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation of the region at the occasion."""
        region = Region(REGION, "Regionen", TREE, (), self.profile, self.threshold)
        return Evaluation(
            region,
            (self.plan,),
            Measurements.collect(self.cells),
            self.follow_up,
            Occasion.parse(self.occasion),
        )

    def assess(self, organisation: str = REGION) -> tuple[Assessment, ...]:
        """All assessments of the measure for an organisation."""
        return self.evaluation.assess(self.plan, self.indicator, organisation)

    def by_breakdown(self, organisation: str = REGION) -> Mapping[str, Assessment]:
        """The assessments by "T", "K", "M" or "besokstyp=nybesok"."""
        return {str(one.breakdown): one for one in self.assess(organisation)}

    def headline(self, organisation: str = REGION) -> Assessment:
        """The assessment of the whole measure."""
        return self.assess(organisation)[0]

    def outcome(self, period: str, of: str = "T", organisation: str = REGION) -> Outcome:
        """One outcome, protected."""
        return self.evaluation.outcome(
            self.indicator, organisation, BREAKDOWNS[of], parse_period(period)
        )


def world(
    indicator: Indicator = SHARE, *cells: Observation | Iterable[Observation], **more: str
) -> World:
    """A world of a measure and its cells, given one by one or in lists."""
    flat: list[Observation] = []
    for one in cells:
        flat += [one] if isinstance(one, Observation) else one
    return replace(World(indicator, tuple(flat)), **more)  # type: ignore[arg-type]  # texts only

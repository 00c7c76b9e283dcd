"""Plans ("planer"): what a board has decided to measure, do and control, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rapport.domain.activity import ActivityArea
from rapport.domain.agreement import Agreement
from rapport.domain.assignment import Assignment
from rapport.domain.breakdown import Breakdown
from rapport.domain.control import Control
from rapport.domain.forecast import ForecastMethod
from rapport.domain.meetings import MeetingCalendar
from rapport.domain.period import OccasionKind
from rapport.domain.problem import NOWHERE, Location
from rapport.domain.quantity import MeasureKind, Unit
from rapport.domain.target import Baseline, Limits, TargetPath, Tolerance, WithinYear, YearTarget


class PlanKind(StrEnum):
    """What kind of governing document the plan is."""

    OPERATIONAL = "verksamhetsplan"
    ACTION = "handlingsplan"
    CONTROL = "internkontrollplan"
    ASSIGNMENTS = "uppdragsregister"
    AGREEMENTS = "överenskommelser"
    MANAGEMENT = "ledningsrapport"
    STRATEGY = "strategi"


@dataclass(frozen=True)
class DocumentHead:
    """The document head ("dokumenthuvud") that is repeated on every page.

    An empty string is a field that nobody has filled in; a final document may have none.
    Dates are ISO texts. ``page_start`` is 0 where the cover counts as page 0.
    """

    document_class: str = ""
    applies_to: str = ""
    document_id: str = ""
    version: str = ""
    approved: str = ""
    responsible: str = ""
    prepared_by: str = ""
    page_start: int = 1


class Better(StrEnum):
    """Which way is better ("riktning"); never guessed from a name."""

    HIGHER = "högre är bättre"
    LOWER = "lägre är bättre"
    NEITHER = "ingen riktning"


class Basis(StrEnum):
    """Which months a measure shows and is judged on at an occasion ("visar")."""

    PERIOD = "perioden"
    CUMULATIVE = "ackumulerat"
    ROLLING_YEAR = "rullande tolv månader"


class SexSplit(StrEnum):
    """Whether a measure is split by sex, and who says so ("kön")."""

    PLAN = "planen"
    FOLLOW_UP = "uppföljningen"
    UNAVAILABLE = "saknas"


@dataclass(frozen=True)
class Dimension:
    """A way other than sex to split a measure: besökstyp (nybesök, återbesök), vårdnivå.

    ``judged`` dimensions have series that are each judged against the target; the others
    are shown only. ``values`` are (id, name) pairs.
    """

    id: str
    name: str
    values: tuple[tuple[str, str], ...]
    judged: bool = False


@dataclass(frozen=True)
class Indicator:
    """An indicator ("styrmått"): one row of a plan's table of measures.

    Args of note: ``data_id`` names the series in the measured data (two plans may read the
    same series, or the same concept from two); ``concept`` ties measures of the same thing
    in different plans together; ``multiplier`` turns numerator/denominator into the unit
    (100 for a share in percent, 1000 per thousand inhabitants); ``denominator_is_stock``
    says that the denominator is a population at a point in time, not a sum over months;
    ``reference`` is the organisation whose value is subtracted ("skillnad mot riket");
    ``both_sexes`` means that women and men must each meet the target; ``number`` is the
    number printed in the plan, or the place in its list when the plan prints none;
    ``target_for_units`` says whether the target also holds for a single unit.
    """

    id: str
    number: str
    name: str
    short_name: str
    kind: MeasureKind
    unit: Unit
    decimals: int
    better: Better
    basis: Basis
    occasions: frozenset[OccasionKind]
    data_id: str
    data_level: str
    definition: str
    multiplier: Decimal = Decimal(1)
    denominator_is_stock: bool = False
    also_shows: tuple[Basis, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    targets: tuple[YearTarget, ...] = ()
    path: TargetPath = TargetPath.LINEAR
    within_year: WithinYear = WithinYear.WHOLE
    both_sexes: bool = False
    sex_split: SexSplit = SexSplit.PLAN
    sex_note: str = ""
    dimensions: tuple[Dimension, ...] = ()
    reference: str | None = None
    sources: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    owner: str = ""
    concept: str = ""
    printed_occasions: str = ""
    forecast_method: ForecastMethod = ForecastMethod.AUTO
    tolerance: Tolerance | None = None
    limits: Limits | None = None
    completeness: Decimal = Decimal(1)
    target_for_units: bool = True
    numerator_name: str = ""
    denominator_name: str = ""
    deviations: tuple[str, ...] = ()
    location: Location = NOWHERE

    @property
    def split_by_sex(self) -> bool:
        """Whether women and men are shown."""
        return self.sex_split is not SexSplit.UNAVAILABLE

    @property
    def judged_series(self) -> tuple[Breakdown, ...]:
        """The series that each get a verdict, without sex: one, or one per judged value."""
        series: tuple[tuple[tuple[str, str], ...], ...] = ((),)
        for dimension in self.dimensions:
            if dimension.judged:
                series = tuple((*s, (dimension.id, v)) for s in series for v, _ in dimension.values)
        return tuple(Breakdown(None, pairs) for pairs in series)

    @property
    def shown_series(self) -> tuple[Breakdown, ...]:
        """The judged series and each of them cut by the dimensions that are only shown."""
        shown: list[Breakdown] = []
        for series in self.judged_series:
            shown.append(series)
            shown += [
                Breakdown(None, (*series.dimensions, (dimension.id, value)))
                for dimension in self.dimensions
                if not dimension.judged
                for value, _ in dimension.values
            ]
        return tuple(shown)


@dataclass(frozen=True)
class SuccessFactor:
    """A success factor ("framgångsfaktor") under a strategic goal; it may have no measures."""

    id: str
    name: str
    short_name: str = ""
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True)
class StrategicGoal:
    """A strategic goal ("strategiskt mål"); some have success factors, some have none.

    ``statute`` is the law a strategy rests the goal on ("lagrum"), ``intentions`` what it
    wants to reach ("inriktning"), and ``perspective`` where a region sorts it ("perspektiv":
    medborgare, verksamhet, medarbetare, ekonomi); each is empty where the plan has none.
    """

    id: str
    name: str
    factors: tuple[SuccessFactor, ...] = ()
    vision_areas: tuple[str, ...] = ()
    description: str = ""
    statute: str = ""
    intentions: tuple[str, ...] = ()
    perspective: str = ""


@dataclass(frozen=True)
class PlanPart:
    """A named part of a strategy: a direction ("strategisk inriktning") or a focus area."""

    id: str
    name: str
    text: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class MonitoringArea:
    """An area of a management report ("område"): economy, staff, access, production.

    Its measures are monitoring measures ("kontrollmått"): followed, without a target.
    """

    id: str
    name: str
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True)
class BudgetItem:
    """A sum of money that the plan states ("budget"), with its year and unit.

    ``group`` ties items that are shown together ("fokusläkemedel"); empty for the plan's own.
    """

    id: str
    name: str
    year: int
    amount: Decimal
    unit: Unit
    group: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True)
class Plan:
    """A plan ("verksamhetsplan", "handlingsplan" …) with all it asks to be followed up.

    ``other_indicators`` are measures outside the goals: those of activities and the
    economic goal of an action plan. ``profile`` names the judgement profile when the plan
    has another than the region's own. ``is_example`` marks plan content that is not a fact
    from a decided plan ("exempeldata"). ``directions``, ``focus_areas`` and ``background``
    belong to a strategy, ``agreements`` to a register of agreements and ``monitoring`` to a
    management report. ``continues`` is the plan that this one takes over from.
    """

    id: str
    kind: PlanKind
    name: str
    short_name: str
    board: str
    first_year: int
    last_year: int
    head: DocumentHead
    goals: tuple[StrategicGoal, ...] = ()
    other_indicators: tuple[Indicator, ...] = ()
    areas: tuple[ActivityArea, ...] = ()
    economic_goal: str = ""
    assignments: tuple[Assignment, ...] = ()
    controls: tuple[Control, ...] = ()
    budget: tuple[BudgetItem, ...] = ()
    meetings: MeetingCalendar | None = None
    profile: str = ""
    mission: tuple[str, ...] = ()
    governing_documents: tuple[str, ...] = ()
    is_example: bool = False
    agreements: tuple[Agreement, ...] = ()
    monitoring: tuple[MonitoringArea, ...] = ()
    directions: tuple[PlanPart, ...] = ()
    focus_areas: tuple[PlanPart, ...] = ()
    background: tuple[str, ...] = ()
    continues: str = ""
    location: Location = NOWHERE

    @property
    def goal_ids(self) -> frozenset[str]:
        """The ids of its goals and their success factors."""
        factors = (factor.id for goal in self.goals for factor in goal.factors)
        return frozenset((*(goal.id for goal in self.goals), *factors))

    @property
    def indicators(self) -> Iterator[Indicator]:
        """All measures in the order of the plan."""
        for goal in self.goals:
            for factor in goal.factors:
                yield from factor.indicators
        yield from self.other_indicators
        for area in self.monitoring:
            yield from area.indicators

    def covers(self, year: int) -> bool:
        """Whether the plan governs a year."""
        return self.first_year <= year <= self.last_year

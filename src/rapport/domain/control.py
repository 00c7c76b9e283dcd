"""Internal control ("intern kontroll"): what is controlled, how, with what result."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapport.domain.problem import NOWHERE, Location


class ControlLevel(StrEnum):
    """Who has decided a control ("nivå"): the board, the whole region or a division."""

    BOARD = "nämnd"
    REGION = "regionövergripande"
    DIVISION = "division"


class RiskLevel(StrEnum):
    """How serious a risk value is ("risknivå"): up to 3, 6, 9, and above."""

    LOW = "låg"
    MODERATE = "måttlig"
    HIGH = "hög"
    VERY_HIGH = "mycket hög"

    @property
    def highest(self) -> int:
        """The highest risk value of the level."""
        return {"låg": 3, "måttlig": 6, "hög": 9, "mycket hög": 16}[self.value]


@dataclass(frozen=True)
class Risk:
    """A risk ("risk"): probability ("sannolikhet") and consequence ("konsekvens"), each 1-4."""

    probability: int
    consequence: int
    description: str = ""

    @property
    def value(self) -> int:
        """The risk value ("riskvärde"), 1-16."""
        return self.probability * self.consequence

    @property
    def level(self) -> RiskLevel:
        """How serious the risk is."""
        return next(level for level in RiskLevel if self.value <= level.highest)


@dataclass(frozen=True)
class ControlStep:
    """One row of a control: who carries it out ("utförare") and by what method ("kontrollmetod").

    ``indicator`` is the measure that is the method, where the plan says so; it may stand in
    another plan, whose id is then ``indicator_plan``.
    """

    performers: tuple[str, ...]
    method: str
    indicator: str | None = None
    indicator_plan: str = ""
    location: Location = NOWHERE


@dataclass(frozen=True)
class Control:
    """An internal control ("internkontrollmoment"): what is controlled, by whom and how.

    Most have one step; a moment that the plan prints in several rows has one step per row.
    ``risk`` is absent where the plan has none.
    """

    id: str
    text: str
    steps: tuple[ControlStep, ...]
    number: str = ""
    level: ControlLevel = ControlLevel.BOARD
    risk: Risk | None = None
    location: Location = NOWHERE

    @property
    def performers(self) -> tuple[str, ...]:
        """Everyone who carries out a step, in the plan's order, each once."""
        return tuple(dict.fromkeys(who for step in self.steps for who in step.performers))


class Deviation(StrEnum):
    """How a control turned out ("avvikelsegrad"); not carried out is no deviation, nor none."""

    NONE = "ingen avvikelse"
    MINOR = "mindre avvikelse"
    MAJOR = "väsentlig avvikelse"
    NOT_DONE = "ej genomförd"


class NextYear(StrEnum):
    """What is proposed for a control next year ("förslag till nästa år")."""

    KEEP = "kvarstår"
    CHANGE = "ändras"
    DROP = "utgår"


@dataclass(frozen=True)
class ControlResult:
    """The result of a step of a control ("kontrollresultat"): when, how much, what was found.

    ``step`` counts from one. ``grade`` is absent while the control is under way. Dates are
    ISO texts, empty when not given; ``extent`` says how much was looked at ("20 av 140 ärenden").
    """

    plan: str
    control: str
    step: int = 1
    done_on: str = ""
    extent: str = ""
    result: str = ""
    grade: Deviation | None = None
    action: str = ""
    responsible: str = ""
    due: str = ""
    next_year: NextYear | None = None
    next_year_reason: str = ""
    reported_by: str = ""
    location: Location = NOWHERE


class ControlVerdict(StrEnum):
    """A board's overall judgement of its internal control ("samlad bedömning")."""

    SUFFICIENT = "tillräcklig"
    TO_IMPROVE = "tillräcklig med förbättringsbehov"
    INSUFFICIENT = "otillräcklig"


@dataclass(frozen=True)
class ControlJudgement:
    """The overall judgement of a plan's internal control: which body, when and why."""

    plan: str
    verdict: ControlVerdict
    decided_by: str
    decided_on: str
    reason: str
    location: Location = NOWHERE

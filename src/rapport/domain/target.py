"""Targets ("mål") and baselines ("ingångsvärden"): every kind that the plans contain."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rapport.domain.breakdown import Breakdown
from rapport.domain.period import Period


@dataclass(frozen=True)
class AtLeast:
    """The outcome is to reach the value or more ("minst", ≥)."""

    value: Decimal


@dataclass(frozen=True)
class AtMost:
    """The outcome is to stay at the value or below ("högst", ≤)."""

    value: Decimal


@dataclass(frozen=True)
class Below:
    """The outcome is to be less than the value, which itself is not enough ("färre än", <)."""

    value: Decimal


@dataclass(frozen=True)
class Within:
    """The outcome is to lie in an interval, its ends included ("intervall")."""

    low: Decimal
    high: Decimal


class Aim(StrEnum):
    """A direction instead of a number."""

    INCREASE = "öka"
    DECREASE = "minska"
    MAINTAIN = "bibehåll"


@dataclass(frozen=True)
class Directional:
    """The outcome is to move from its baseline in a direction ("Öka", "Minska", "Bibehåll")."""

    aim: Aim


Target = AtLeast | AtMost | Below | Within | Directional


@dataclass(frozen=True)
class YearTarget:
    """A target as the plan states it: a year, a target, and whom it is for.

    ``breakdown`` is ``None`` when one target holds for everybody, as most do; "K 16,0
    M 17,2" is two year targets.
    """

    year: int
    target: Target
    breakdown: Breakdown | None = None


class TargetPath(StrEnum):
    """How a year between two stated target years gets its target ("målbana").

    After the last stated year its target stays in force, which the report says.
    """

    LINEAR = "linjär"
    STEP = "steg"


class WithinYear(StrEnum):
    """What a target for the year means for a part of the year ("del av år").

    Shares and rates meet the whole year's target at each occasion; a count meets the
    part of it that earlier years had reached by the same month, or months/12.
    """

    WHOLE = "hela"
    SEASONAL = "säsong"
    EVEN = "jämnt"


class ToleranceKind(StrEnum):
    """What a tolerance is measured in."""

    RELATIVE = "relativ"
    ABSOLUTE = "absolut"
    SHARE_OF_WAY = "andel av vägen"


@dataclass(frozen=True)
class Tolerance:
    """How far from its target an outcome may be and still count as partly met ("delvis").

    ``amount`` is a fraction of the target (relative, 0.10 = 10 %), a number in the
    measure's own unit (absolute; percentage points for shares), or a fraction of the way
    from baseline to target.
    """

    kind: ToleranceKind
    amount: Decimal


class BaselineKind(StrEnum):
    """What a baseline in the plan really is; only a measured one can be compared with."""

    MEASURED = "uppmätt"
    FORECAST = "prognos"
    OTHER_DEFINITION = "annan definition"
    UNKNOWN = "okänt"
    UNREADABLE = "oläsbart"


@dataclass(frozen=True)
class Baseline:
    """A baseline ("ingångsvärde") as the plan states it.

    One cell of a plan can hold three of them, of different definition, so a measure has a
    list. ``printed`` is the text in the plan ("7 5%", "?"), ``decimals`` the precision
    with which it was printed; ``value`` is absent when the plan does not know it or it
    cannot be read. ``compared`` says whether it is the one to compare outcomes with.
    """

    kind: BaselineKind
    period: Period | None
    breakdown: Breakdown
    printed: str
    value: Decimal | None = None
    decimals: int = 0
    compared: bool = True
    note: str = ""

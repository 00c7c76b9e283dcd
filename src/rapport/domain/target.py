"""Targets ("mål") and baselines ("ingångsvärden"): every kind that the plans contain."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
class Above:
    """The outcome is to be more than the value, which itself is not enough ("fler än", >)."""

    value: Decimal


@dataclass(frozen=True)
class Exactly:
    """The outcome is to be the value, neither more nor less ("lika med")."""

    value: Decimal


@dataclass(frozen=True)
class Yes:
    """Something is to be done or in place ("ja"); the outcome is yes (1) or no (0)."""


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


Bound = AtLeast | AtMost | Below | Above
"""A number that is to be reached from one side."""

Plain = Bound | Within | Exactly | Yes | Directional
"""A target that the outcome itself is held against."""


@dataclass(frozen=True)
class EveryUnit:
    """No unit is to miss the value ("ingen enhet ska ligga över"): the worst unit decides."""

    bound: Bound


@dataclass(frozen=True)
class MeanOverYears:
    """The mean of this year's and earlier years' outcomes is to reach the value ("i snitt")."""

    bound: Bound
    years: int


@dataclass(frozen=True)
class SinceYear:
    """The outcome is held against another year's own outcome, same months to same months.

    ``condition`` is a direction ("ska stärkas jämfört med föregående år"), or the change that
    is asked for, zero for "samma som". ``year`` is ``None`` for the year before.
    """

    condition: Bound | Directional
    year: int | None = None


@dataclass(frozen=True)
class TwoLevels:
    """A target of two levels ("hög" and "måttlig målnivå"): reaching only the lower is partly."""

    bound: Bound
    moderate: Decimal


Target = Plain | EveryUnit | MeanOverYears | SinceYear | TwoLevels


def held_against(target: Target) -> Plain | None:
    """What a figure is compared with, whichever figure it is.

    A change since another year has nothing until that year's figure is known.
    """
    match target:
        case EveryUnit(bound) | MeanOverYears(bound) | TwoLevels(bound):
            return bound
        case SinceYear(condition):
            return condition if isinstance(condition, Directional) else None
        case _:
            return target


def numbers_of(target: Target) -> tuple[Decimal, ...]:
    """The numbers of a target, the first ones of what it holds; a direction has none."""
    match target:
        case AtLeast(value) | AtMost(value) | Below(value) | Above(value) | Exactly(value):
            return (value,)
        case Within(low, high):
            return (low, high)
        case TwoLevels(bound, moderate):
            return (bound.value, moderate)
        case EveryUnit(bound) | MeanOverYears(bound):
            return (bound.value,)
        case SinceYear(condition):
            return numbers_of(condition)
        case Yes() | Directional():
            return ()


def with_numbers(target: Target, numbers: tuple[Decimal, ...]) -> Target:
    """The same target with other numbers: on a target path, or for a part of the year."""
    match target:
        case Within():
            return Within(*numbers)
        case TwoLevels(bound):
            return TwoLevels(replace(bound, value=numbers[0]), numbers[1])
        case EveryUnit(bound) | MeanOverYears(bound):
            return replace(target, bound=replace(bound, value=numbers[0]))
        case SinceYear(condition) if not isinstance(condition, Directional):
            return replace(target, condition=replace(condition, value=numbers[0]))
        case SinceYear() | Yes() | Directional():
            return target
        case _:
            return replace(target, value=numbers[0])


def same_sort(one: Target, other: Target) -> bool:
    """Whether two targets differ in nothing but their numbers."""
    return len(numbers_of(one)) == len(numbers_of(other)) and (
        with_numbers(one, numbers_of(other)) == other
    )


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
    GEOMETRIC = "geometrisk"


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


@dataclass(frozen=True)
class Limits:
    """A measure's own limits ("gränser") for met and partly met, in its unit.

    They come before any tolerance; ``met`` need not be the plan's target.
    """

    met: Decimal
    partly: Decimal


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

"""Variation over time ("styrdiagram"): what in a monthly series is more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Signal(StrEnum):
    """Why a point is more than chance ("signal"), in the order in which signals count."""

    ABOVE = "över övre gräns"
    BELOW = "under undre gräns"
    RISING = "sju stigande i rad"
    FALLING = "sju fallande i rad"
    TWO_OF_THREE_ABOVE = "två av tre nära övre gräns"
    TWO_OF_THREE_BELOW = "två av tre nära undre gräns"
    SHIFT_ABOVE = "sju i rad över mitten"
    SHIFT_BELOW = "sju i rad under mitten"

    @property
    def upwards(self) -> bool:
        """Whether the signal says that values are higher than chance would make them."""
        return self in _UPWARDS


_UPWARDS = frozenset({Signal.ABOVE, Signal.RISING, Signal.TWO_OF_THREE_ABOVE, Signal.SHIFT_ABOVE})


class Variation(StrEnum):
    """What a point means ("variation"): chance, or a change for better or worse."""

    CHANCE = "slump"
    BETTER = "bättre"
    WORSE = "sämre"
    HIGHER = "högre"
    LOWER = "lägre"


class Assurance(StrEnum):
    """Whether the target can be counted on ("målsäkerhet") as long as nothing changes."""

    ALWAYS = "nås alltid"
    NEVER = "nås inte"
    SOMETIMES = "ibland"


@dataclass(frozen=True)
class ControlLimits:
    """The centre line and the limits within which chance alone keeps nearly all points.

    ``near_low`` and ``near_high`` are two thirds of the way out.
    """

    centre: Decimal
    low: Decimal
    high: Decimal
    near_low: Decimal
    near_high: Decimal


@dataclass(frozen=True)
class ControlPoint:
    """A point of a control chart: its value, the limits in force, and what it means."""

    value: Decimal
    limits: ControlLimits
    signal: Signal | None
    variation: Variation


@dataclass(frozen=True)
class ControlSeries:
    """A judged series ("styrdiagram"), never empty.

    ``assurance`` is absent without a target or a direction. ``preliminary`` limits rest on
    fewer than thirteen points.
    """

    points: tuple[ControlPoint, ...]
    assurance: Assurance | None
    preliminary: bool

    @property
    def last(self) -> ControlPoint:
        """The newest point, which speaks for the series."""
        return self.points[-1]

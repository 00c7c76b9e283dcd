"""Control charts in words ("styrdiagram"): what varies by chance, and what can be counted on."""

from __future__ import annotations

from rapport.domain.variation import Assurance, ControlSeries, Signal, Variation

VARIATIONS: dict[Variation, str] = {
    Variation.CHANCE: "varierar av slump",
    Variation.BETTER: "har säkert blivit bättre",
    Variation.WORSE: "har säkert blivit sämre",
    Variation.HIGHER: "har säkert blivit högre",
    Variation.LOWER: "har säkert blivit lägre",
}

CALM_NOW = "ligger den senaste månaden inom slumpens gränser"
"""The newest month is chance, though months before it are not."""

ASSURANCES: dict[Assurance, str] = {
    Assurance.ALWAYS: "målet nås varje månad om inget ändras",
    Assurance.NEVER: "målet nås inte om inget ändras",
    Assurance.SOMETIMES: "målet nås vissa månader men inte andra",
}

SIGNALS: dict[Signal, str] = {
    Signal.ABOVE: "senaste månaden ligger över den övre gränsen",
    Signal.BELOW: "senaste månaden ligger under den undre gränsen",
    Signal.RISING: "sju månader i rad har stigit",
    Signal.FALLING: "sju månader i rad har fallit",
    Signal.TWO_OF_THREE_ABOVE: "två av de tre senaste ligger nära den övre gränsen",
    Signal.TWO_OF_THREE_BELOW: "två av de tre senaste ligger nära den undre gränsen",
    Signal.SHIFT_ABOVE: "sju månader i rad ligger över medelvärdet",
    Signal.SHIFT_BELOW: "sju månader i rad ligger under medelvärdet",
}


def variation_words(series: ControlSeries) -> str:
    """What the newest point says, with the signal: "har säkert blivit bättre (…)"."""
    last = series.last
    if last.signal is None and any(point.signal for point in series.points):
        return CALM_NOW
    reason = f" ({SIGNALS[last.signal]})" if last.signal else ""
    return f"{VARIATIONS[last.variation]}{reason}"


def control_words(series: ControlSeries, name: str) -> str:
    """The two verdicts of a control chart as one sentence without full stop.

    >>> control_words(series, "Svar")
    'Svar varierar av slump, och målet nås vissa månader men inte andra'
    """
    told = f"{name} {variation_words(series)}"
    if series.assurance is not None:
        told += f", och {ASSURANCES[series.assurance]}"
    return f"{told}; gränserna är preliminära" if series.preliminary else told

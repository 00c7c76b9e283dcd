"""Notes under figures and tables: source, day of extraction, unit, and that data are examples."""

from __future__ import annotations

from rapport.domain.plan import Indicator
from rapport.domain.quantity import Unit
from rapport.report.facts import Facts
from rapport.swedish import numbers


def source_note(facts: Facts, *indicators: Indicator) -> str:
    """Where the figures come from, when they were extracted, and whether they are examples."""
    names = sorted({source for indicator in indicators for source in indicator.sources})
    example = " Exempeldata." if any(source.is_example for source in facts.sources) else ""
    sources = ", ".join(names) or "ej angiven"
    return f"Källa: {sources}, uttag {facts.today.isoformat()}.{example}"


def with_unit_words(indicator: Indicator, name: str) -> str:
    """A measure's name with its unit after a comma, unless the name already says the unit."""
    unit = numbers.unit_suffix(indicator.unit) or str(indicator.unit)
    said = unit.replace(numbers.NO_BREAK_SPACE, " ") in name.replace(numbers.NO_BREAK_SPACE, " ")
    return name if said else f"{name}, {unit}"


def unit_words(indicator: Indicator) -> str:
    """The unit in words for captions: "procent", "antal", "index", "kr per invånare"."""
    if indicator.unit is Unit.PERCENT:
        return str(indicator.unit)
    return numbers.unit_suffix(indicator.unit) or str(indicator.unit)

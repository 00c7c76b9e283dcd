"""Whether an absolute tolerance is written in the unit that its measures differ by."""

from __future__ import annotations

from rapport.domain.quantity import Unit
from rapport.domain.target import ToleranceKind
from rapport.sources.fields import WrittenTolerance
from rapport.swedish.numbers import difference_unit


def wrong_unit(written: WrittenTolerance, unit: Unit) -> str:
    """What is wrong with the tolerance's unit, empty when nothing is."""
    if written.tolerance.kind is not ToleranceKind.ABSOLUTE:
        return ""
    expected = difference_unit(unit).value
    if written.unit in {expected, unit.value}:
        return ""
    return (
        f'Toleransen är skriven i "{written.unit}", men värden i {unit} skiljer sig åt i '
        f'{expected}. Skriv talet och "{expected}".'
    )

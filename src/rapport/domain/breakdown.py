"""Breakdowns ("uppdelningar"): women, men and the other dimensions a measure is split by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sex(StrEnum):
    """Women and men ("kön") as official statistics code them."""

    WOMEN = "K"
    MEN = "M"


@dataclass(frozen=True, order=True)
class Breakdown:
    """One cell of a breakdown ("uppdelning"): a sex, values of other dimensions, or neither.

    ``dimensions`` holds (dimension id, value id) pairs in the order the plan names them.

    >>> str(Breakdown(None, (("besokstyp", "nybesok"),)))
    'besokstyp=nybesok'
    """

    sex: Sex | None = None
    dimensions: tuple[tuple[str, str], ...] = ()

    @property
    def is_total(self) -> bool:
        """Whether nothing is split: everybody, everything."""
        return self.sex is None and not self.dimensions

    def with_sex(self, sex: Sex | None) -> Breakdown:
        """The same cell for women, men or both."""
        return Breakdown(sex, self.dimensions)

    def __str__(self) -> str:
        if not self.dimensions:
            return self.sex.value if self.sex else "T"
        pairs = [f"{dimension}={value}" for dimension, value in self.dimensions]
        return ";".join([*pairs, *([f"kon={self.sex}"] if self.sex else [])])


TOTAL = Breakdown()
WOMEN = Breakdown(Sex.WOMEN)
MEN = Breakdown(Sex.MEN)

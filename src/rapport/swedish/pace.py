"""The pace towards a multi-year target in words ("takt mot flerårsmålet")."""

from __future__ import annotations

from decimal import Decimal

from rapport.domain.pace import Pace, PaceClass
from rapport.domain.quantity import Unit
from rapport.swedish.numbers import with_unit

PACES: dict[PaceClass, str] = {
    PaceClass.REACHED: "målet är redan nått",
    PaceClass.ON_TRACK: "takten räcker",
    PaceClass.MORE_NEEDED: "takten behöver öka",
    PaceClass.LIMITED: "takten är för låg",
    PaceClass.WRONG_WAY: "utvecklingen går åt fel håll",
}


def pace_words(pace: Pace) -> str:
    """The class with its two growths: "takten behöver öka: +1,2 % om året sedan 2021, …"."""
    told = PACES[pace.status]
    if pace.yearly is None:
        return told
    since = f"{told}: {_growth(pace.yearly)} om året sedan {pace.base_year}"
    if pace.needed is None:
        return since
    return f"{since}, {_growth(pace.needed)} om året behövs till {pace.target_year}"


def _growth(share: Decimal) -> str:
    return with_unit(share * 100, 1, Unit.PERCENT, signed=True)

"""The legal window of a delårsrapport: at least half and at most two thirds of the year.

13 kap. lagen (2018:597) om kommunal bokföring och redovisning and RKR R17. The same report for
a whole year belongs to the årsredovisning, which has no such window.
"""

from __future__ import annotations

from rapport.domain.period import MONTHS_PER_YEAR, Grain, Occasion
from rapport.report.definition import ReportDefinition
from rapport.swedish import dates

BOUND_BY_LAW = frozenset({"god-ekonomisk-hushallning"})
"""The sections that make a report part of a delårsrapport or an årsredovisning."""

_LEAST, _MOST = MONTHS_PER_YEAR // 2, MONTHS_PER_YEAR * 2 // 3


def is_interim(occasion: Occasion) -> bool:
    """Whether the months from January to the occasion may be accounted for in a delårsrapport."""
    return _LEAST <= occasion.period.cumulative.length <= _MOST


def is_annual(occasion: Occasion) -> bool:
    """Whether the occasion is the whole year, and the report the årsredovisning's."""
    return occasion.period.grain is Grain.YEAR


def window_fault(definition: ReportDefinition, occasion: Occasion) -> str:
    """What is wrong when a report bound by law is built for the wrong months; else empty."""
    kinds = {section.kind for section in definition.sections}
    if not kinds & BOUND_BY_LAW or is_interim(occasion) or is_annual(occasion):
        return ""
    covered = occasion.period.cumulative
    year = occasion.year
    if covered.length == MONTHS_PER_YEAR:
        return (
            f"Rapporten {definition.id} kan inte byggas för {occasion}: januari–december är hela "
            f"året, och det redovisas i årsredovisningen. Bygg den för AR-{year}."
        )
    return (
        f"Rapporten {definition.id} kan inte byggas för {occasion}: {dates.month_span(covered)} är "
        f"{covered.length} av 12 månader, och en delårsrapport ska omfatta minst hälften och högst "
        f"två tredjedelar av året (13 kap. lagen om kommunal bokföring och redovisning). Bygg den "
        f"för T2-{year}, eller för AR-{year} som bilaga till årsredovisningen."
    )

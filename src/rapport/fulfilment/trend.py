"""Change ("trend") against the same period last year, by what is better and not by sign."""

from __future__ import annotations

from rapport.domain.outcome import Change, Outcome
from rapport.domain.plan import Better, Indicator
from rapport.fulfilment.intervals import difference_is_certain
from rapport.swedish.numbers import rounded


def change(indicator: Indicator, now: Outcome, last_year: Outcome) -> Change | None:
    """Better, worse, or unchanged as printed; nothing where no way is better."""
    if now.value is None or last_year.value is None or indicator.better is Better.NEITHER:
        return None
    moved = rounded(now.value, indicator.decimals) - rounded(last_year.value, indicator.decimals)
    if moved == 0:
        return Change.UNCHANGED
    grew = moved > 0
    return Change.BETTER if grew is (indicator.better is Better.HIGHER) else Change.WORSE


def change_is_certain(indicator: Indicator, now: Outcome, last_year: Outcome) -> bool:
    """Whether better or worse is more than chance; what is unchanged is never certain."""
    moved = change(indicator, now, last_year) in {Change.BETTER, Change.WORSE}
    return moved and difference_is_certain(indicator, now, last_year)

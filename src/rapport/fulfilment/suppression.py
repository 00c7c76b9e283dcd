"""Suppression ("sekretess för små grupper"): judging and showing see only what may be shown.

What is hidden is decided jointly for all figures of a measure: the region and its units,
women, men and everybody, the series, and the periods that give each other away. Each own
period of the measure is a table of its own, in which small cells are hidden and then as
many more as it takes. Since no own period follows from the others, no hidden cell can be
computed from any of them together.

A year's own periods are decided in the order that they are reported, each from what was
known then, so that an earlier report gives nothing away that a later one hides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from rapport.domain.breakdown import Breakdown
from rapport.domain.measurement import Measurements
from rapport.domain.organisation import OrganisationTree
from rapport.domain.outcome import Outcome
from rapport.domain.period import Period
from rapport.domain.plan import Indicator
from rapport.domain.quantity import State
from rapport.fulfilment.aggregation import IndicatorOutcomes
from rapport.fulfilment.disclosure import TableCell
from rapport.fulfilment.protected_table import Hidden, ProtectedTable, UnitsBelow, sums_of
from rapport.fulfilment.reading_periods import Own, made_of, own_periods, stands_alone
from rapport.fulfilment.small_groups import HAS_FIGURES, Counts, Limits, added, counts_of

Table = Mapping[TableCell, Counts | None]
"""The counts of every cell that has a figure in a period."""


@dataclass(frozen=True)
class Family:
    """The tables of a measure ("tabellfamilj"): whose figures, and which add up to which."""

    top: str
    units: UnitsBelow
    table: Callable[[Period], Table]


class SmallGroups:
    """Which cells of a measure's tables are hidden, own period by own period."""

    def __init__(
        self,
        indicator: Indicator,
        family: Family,
        limits: Limits,
    ) -> None:
        self._indicator = indicator
        self._family = family
        self._limits = limits
        self._tables: dict[Period, Table] = {}
        self._decided: dict[Own, Hidden] = {}

    def hides(self, cell: TableCell, period: Period) -> bool:
        """Whether a figure may not be shown: an own period that it is made of is hidden."""
        return any(cell in self._hidden(own) for own in made_of(self._indicator, period))

    def _hidden(self, own: Own) -> Hidden:
        if own not in self._decided:
            decide = self._in_months if own.monthly else self._in_period
            self._decided[own] = decide(own.period)
        return self._decided[own]

    def _table(self, period: Period) -> Table:
        if period not in self._tables:
            self._tables[period] = self._family.table(period)
        return self._tables[period]

    def _in_period(self, period: Period) -> Hidden:
        """What is hidden in an own period, after those that were reported before it."""
        table = self._table(period)
        earlier = self._reported_within(period)
        new = {cell: self._unknown_of(cell, counts, earlier) for cell, counts in table.items()}
        small = {
            cell
            for cell, counts in new.items()
            if self._is_small(counts) or self._stands_still(cell, counts, earlier)
        }
        return self._protected([new], small)

    def _in_months(self, tertial: Period) -> Hidden:
        """What is hidden in the months of a tertial: all of them where one of them is."""
        months = [self._table(month) for month in tertial.months]
        small = {
            cell for month in months for cell, counts in month.items() if self._is_small(counts)
        }
        cells = {cell for month in months for cell in month}
        return self._protected(months, small | {c for c in cells if self.hides(c, tertial)})

    def _protected(self, layers: Sequence[Table], small: set[TableCell]) -> Hidden:
        if not small:
            return frozenset()
        cells = list(dict.fromkeys(cell for layer in layers for cell in layer))
        sums = sums_of(cells, self._indicator, self._family.units)
        return ProtectedTable(layers, sums, self._family.top).hide(small)

    def _reported_within(self, period: Period) -> tuple[Period, ...]:
        if stands_alone(self._indicator):
            return ()
        own = own_periods(self._indicator, period.year)
        return tuple(one for one in own[: own.index(period)] if one in period)

    def _unknown_of(
        self, cell: TableCell, counts: Counts | None, earlier: tuple[Period, ...]
    ) -> Counts | None:
        """What a count has besides the earlier ones in it that are shown."""
        shown = [p for p in earlier if cell in self._table(p) and cell not in self._hidden(Own(p))]
        for period in shown:
            if not any(period in other for other in shown if other != period):
                counts = added(counts, self._table(period)[cell])
        return counts

    def _is_small(self, counts: Counts | None) -> bool:
        return counts is None or self._limits.few(self._indicator, counts)

    def _stands_still(
        self, cell: TableCell, counts: Counts | None, earlier: tuple[Period, ...]
    ) -> bool:
        """Whether nothing was added to a hidden count: the new figure would be the hidden one."""
        for place, period in enumerate(earlier):
            if cell not in self._hidden(Own(period)) or cell not in self._table(period):
                continue
            within = tuple(one for one in earlier[:place] if one in period)
            hidden = self._unknown_of(cell, self._table(period)[cell], within)
            since = added(counts, hidden)
            if since is None or any(
                before and not more for before, more in zip(hidden or (), since, strict=False)
            ):
                return True
        return False


class ShownOutcomes(IndicatorOutcomes):
    """All outcomes of one indicator as they may be shown; the one door to its figures.

    Verdicts, forecasts, seasons, comparisons and sentences are made from these, so that
    none of them rests on a hidden figure.
    """

    def __init__(
        self,
        indicator: Indicator,
        measurements: Measurements,
        tree: OrganisationTree,
        series: Sequence[Breakdown],
        limits: Limits,
    ) -> None:
        super().__init__(indicator, measurements, tree)
        self._series = tuple(series)
        self._limits = limits
        self._family = frozenset(self.organisations)
        self._small_groups = SmallGroups(
            indicator, Family(tree.top, self.reporting_below, self._table), limits
        )

    def of(self, organisation: str, breakdown: Breakdown, period: Period) -> Outcome:
        """The outcome of an organisation and breakdown over a period, or that it is hidden."""
        found = super().of(organisation, breakdown, period)
        if organisation not in self._family or found.state not in HAS_FIGURES:
            return found
        cell = TableCell(organisation, breakdown)
        if breakdown in self._series and not self._small_groups.hides(cell, period):
            return found
        return suppressed(found, is_cover=not self._is_small(cell, period))

    def _is_small(self, cell: TableCell, period: Period) -> bool:
        counts = counts_of(self._counted(*cell, period), self.indicator)
        return counts is None or self._limits.few(self.indicator, counts)

    def _table(self, period: Period) -> Table:
        found = {
            TableCell(*place): self._counted(*place, period)
            for place in product(self.organisations, self._series)
        }
        return {
            cell: counts_of(outcome, self.indicator)
            for cell, outcome in found.items()
            if outcome.state in HAS_FIGURES
        }

    def _counted(self, organisation: str, breakdown: Breakdown, period: Period) -> Outcome:
        """The outcome that persons are counted in: for a difference the region's own part."""
        if self.indicator.reference is None:
            return super().of(organisation, breakdown, period)
        return self._plain(organisation, breakdown, period)


def suppressed(outcome: Outcome, *, is_cover: bool = False) -> Outcome:
    """The outcome with every figure and its sources removed."""
    return replace(
        outcome,
        state=State.SUPPRESSED,
        value=None,
        numerator=None,
        denominator=None,
        own=None,
        reference=None,
        sources=(),
        is_cover=is_cover,
    )

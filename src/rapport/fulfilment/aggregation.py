"""Outcomes ("utfall"): cells of measured data summed over months, units and sexes.

Shares and rates are ratios of sums, never means of percentages. A level is the last month.
A median is taken as published or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from rapport.domain.breakdown import Breakdown
from rapport.domain.measurement import Measurements
from rapport.domain.organisation import OrganisationTree
from rapport.domain.outcome import Outcome
from rapport.domain.period import Period
from rapport.domain.plan import Indicator
from rapport.domain.quantity import Gap, MeasureKind, State
from rapport.fulfilment.cells import ADDITIVE, PUBLISHED_ONLY, Cell, Cover, IndicatorCells


def descendants(tree: OrganisationTree, organisation: str) -> Iterator[str]:
    """Everything below an organisation, nearest first."""
    for child in tree.children(organisation):
        yield child.id
        yield from descendants(tree, child.id)


@dataclass(frozen=True)
class _Tally:
    """What the covers of all contributing organisations hold together."""

    kind: MeasureKind
    covers: Sequence[Cover]

    @cached_property
    def applicable(self) -> list[tuple[Period, Cell]]:
        return [
            (period, cell)
            for cover in self.covers
            for period, cell in cover.cells
            if cell.gap is not Gap.NOT_APPLICABLE
        ]

    @cached_property
    def alone(self) -> bool:
        """Whether a single cell covers everything, so that it may be ready-made."""
        return len(self.applicable) == 1 and not any(cover.absent for cover in self.covers)

    def usable(self, cell: Cell) -> bool:
        return cell.gap is None and (cell.adds_up(self.kind) or self.alone)

    @property
    def expected(self) -> int:
        return sum(p.length for p, _ in self.applicable) + sum(len(c.absent) for c in self.covers)

    @property
    def found(self) -> int:
        return sum(period.length for period, cell in self.applicable if self.usable(cell))

    @property
    def missing(self) -> tuple[Period, ...]:
        months = {month for cover in self.covers for month in cover.absent}
        for period, cell in self.applicable:
            if not self.usable(cell) and cell.gap is not Gap.WITHHELD:
                months.update(period.months)
        return tuple(sorted(months))


class IndicatorOutcomes:
    """All outcomes of one indicator, each made once: ``of(organisation, breakdown, period)``."""

    def __init__(
        self, indicator: Indicator, measurements: Measurements, tree: OrganisationTree
    ) -> None:
        self.indicator = indicator
        self._tree = tree
        self._cells = IndicatorCells(indicator, measurements)
        self._reporting = measurements.organisations_of(indicator.data_id)
        self._sources: dict[str, tuple[str, ...]] = {}
        self._made: dict[tuple[str, Breakdown, Period], Outcome] = {}

    def reporting_below(self, organisation: str) -> tuple[str, ...]:
        """The units below an organisation that ever report the series, at its data level."""
        if organisation not in self._sources:
            self._sources[organisation] = tuple(
                unit
                for unit in descendants(self._tree, organisation)
                if unit in self._reporting and self._tree[unit].level == self.indicator.data_level
            )
        return self._sources[organisation]

    def is_top(self, organisation: str) -> bool:
        """Whether an organisation is the whole region."""
        return organisation == self._tree.top

    @property
    def organisations(self) -> tuple[str, ...]:
        """The region's organisations that have an outcome of their own or through their units.

        Those outside the tree below the top ("riket") are for comparison and left out.
        """
        inside = (self._tree.top, *descendants(self._tree, self._tree.top))
        return tuple(each for each in inside if self.is_reported_for(each))

    def is_reported_for(self, organisation: str) -> bool:
        """Whether an organisation ever reports the series, itself or through its units."""
        return organisation in self._reporting or bool(self.reporting_below(organisation))

    @property
    def first_year(self) -> int | None:
        """The first year that anyone has reported the series."""
        return self._cells.first_year

    def of(self, organisation: str, breakdown: Breakdown, period: Period) -> Outcome:
        """The outcome of an organisation and breakdown over a period."""
        key = (organisation, breakdown, period)
        if key not in self._made:
            own = self._plain(organisation, breakdown, period)
            reference = self.indicator.reference
            self._made[key] = (
                own
                if reference is None
                else difference(own, self._plain(reference, breakdown, period))
            )
        return self._made[key]

    def has_parts(self, organisation: str, breakdown: Breakdown, period: Period) -> bool:
        """Whether there are figures for parts of a period or of an organisation."""
        covers = self._covers(organisation, breakdown, period.months)
        return any(cell.gap is None for cover in covers for _, cell in cover.cells)

    def _plain(self, organisation: str, breakdown: Breakdown, period: Period) -> Outcome:
        kind = self.indicator.kind
        if kind in PUBLISHED_ONLY:
            cell = self._cells.exact(organisation, breakdown, period)
            cover = Cover(((period, cell),), ()) if cell else Cover((), period.months)
            return self._outcome(period, [cover])
        if kind is MeasureKind.LEVEL:
            last = self._covers(organisation, breakdown, (period.months[-1],))
            exact = self._cells.exact(organisation, breakdown, period)
            if not _any_cell(last) and exact is not None:
                last = [Cover(((period, exact),), ())]
            return self._outcome(period, last)
        return self._outcome(period, self._covers(organisation, breakdown, period.months))

    def _covers(
        self, organisation: str, breakdown: Breakdown, months: tuple[Period, ...]
    ) -> list[Cover]:
        """Own rows where there are any, else the units' rows for the months that remain."""
        own = self._cells.cover(organisation, breakdown, months)
        units = self.reporting_below(organisation)
        if not own.absent or not units:
            return [own]
        below = [self._cells.cover(unit, breakdown, own.absent) for unit in units]
        return [Cover(own.cells, ()), *below] if own.cells else below

    def _outcome(self, period: Period, covers: Sequence[Cover]) -> Outcome:
        tally = _Tally(self.indicator.kind, covers)
        cells = tally.applicable
        base = Outcome(
            period,
            State.NOT_MEASURED,
            found=tally.found,
            expected=tally.expected,
            missing=tally.missing,
            sources=tuple(source for _, cell in cells for source in cell.sources),
            is_example=any(cell.is_example for _, cell in cells),
        )
        if any(cell.gap is Gap.WITHHELD for _, cell in cells):
            return replace(base, state=State.SUPPRESSED)
        if not base.found or base.found < base.expected * self.indicator.completeness:
            return base
        usable = [(p, cell) for p, cell in cells if tally.usable(cell)]
        return self._valued(base, usable)

    def _valued(self, base: Outcome, cells: Sequence[tuple[Period, Cell]]) -> Outcome:
        indicator = self.indicator
        first = cells[0][1]
        if len(cells) == 1 and not first.adds_up(indicator.kind):
            return replace(base, state=State.MEASURED, value=first.value)
        numerator = sum((cell.numerator for _, cell in cells if cell.numerator), Decimal(0))
        if indicator.kind in ADDITIVE:
            value = numerator * indicator.multiplier
            return replace(base, state=State.MEASURED, numerator=numerator, value=value)
        denominator = (
            _mean_stock(cells) if indicator.denominator_is_stock else _sum_denominators(cells)
        )
        summed = replace(base, numerator=numerator, denominator=denominator)
        if not denominator:
            return replace(summed, state=State.NOT_ASSESSABLE)
        value = numerator / denominator * indicator.multiplier
        return replace(summed, state=State.MEASURED, value=value)


def _any_cell(covers: Iterable[Cover]) -> bool:
    return any(cover.cells for cover in covers)


def _sum_denominators(cells: Iterable[tuple[Period, Cell]]) -> Decimal:
    return sum((cell.denominator for _, cell in cells if cell.denominator), Decimal(0))


def _mean_stock(cells: Iterable[tuple[Period, Cell]]) -> Decimal:
    """The mean population: each month's total over the units, averaged over the months."""
    by_month: dict[Period, Decimal] = {}
    for period, cell in cells:
        for month in period.months:
            by_month[month] = by_month.get(month, Decimal(0)) + (cell.denominator or 0)
    return sum(by_month.values(), Decimal(0)) / len(by_month)


_WORST_FIRST = (State.SUPPRESSED, State.NOT_MEASURED, State.NOT_ASSESSABLE)


def difference(own: Outcome, reference: Outcome) -> Outcome:
    """A measure defined as the distance to another ("skillnad mot riket"): own − reference."""
    base = Outcome(
        own.period,
        next((s for s in _WORST_FIRST if s in (own.state, reference.state)), State.MEASURED),
        own=own.value,
        reference=reference.value,
        found=own.found + reference.found,
        expected=own.expected + reference.expected,
        missing=tuple(sorted({*own.missing, *reference.missing})),
        sources=own.sources + reference.sources,
        is_example=own.is_example or reference.is_example,
    )
    if own.value is None or reference.value is None:
        return base
    return replace(base, value=own.value - reference.value)

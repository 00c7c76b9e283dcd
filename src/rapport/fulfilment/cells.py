"""Cells ("celler") of measured data as one indicator reads them: found, split up, or absent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.measurement import Measurements, Observation, SourceRef
from rapport.domain.period import Period
from rapport.domain.plan import Indicator
from rapport.domain.quantity import Gap, MeasureKind

ADDITIVE = frozenset({MeasureKind.COUNT, MeasureKind.AMOUNT, MeasureKind.LEVEL})
"""Kinds whose figures add up over units and sexes without a denominator."""

PUBLISHED_ONLY = frozenset({MeasureKind.MEDIAN, MeasureKind.INDEX, MeasureKind.YES_NO})
"""Kinds that cannot be put together from parts: only the published figure counts."""


@dataclass(frozen=True)
class Cell:
    """A figure for one organisation, breakdown and period, or the reason it is not there."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    gap: Gap | None = None
    sources: tuple[SourceRef, ...] = ()
    is_example: bool = False

    @staticmethod
    def of(observation: Observation, kind: MeasureKind) -> Cell:
        """An observation as the kind of measure reads it: a ready-made count is a numerator."""
        numerator, value = observation.numerator, observation.value
        if kind in ADDITIVE and numerator is None:
            numerator, value = value, None
        if observation.gap is None and numerator is None and value is None:
            return Cell(gap=Gap.MISSING, sources=(observation.source,))
        return Cell(
            numerator,
            observation.denominator,
            value,
            observation.gap,
            (observation.source,),
            observation.is_example,
        )

    def adds_up(self, kind: MeasureKind) -> bool:
        """Whether the figure can be summed with others (ready-made shares cannot)."""
        if self.gap is not None or self.numerator is None:
            return False
        return kind in ADDITIVE or self.denominator is not None


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    total = Decimal(0)
    for value in values:
        if value is None:
            return None
        total += value
    return total


def combined(cells: Sequence[Cell]) -> Cell:
    """Cells of the parts as the cell of the whole; a part that does not apply adds nothing.

    A withheld part withholds the whole, a missing part leaves it missing.
    """
    applicable = [cell for cell in cells if cell.gap is not Gap.NOT_APPLICABLE]
    sources = tuple(source for cell in cells for source in cell.sources)
    is_example = any(cell.is_example for cell in cells)
    if not applicable:
        return Cell(gap=Gap.NOT_APPLICABLE, sources=sources, is_example=is_example)
    gaps = {cell.gap for cell in applicable}
    for gap in (Gap.WITHHELD, Gap.MISSING):
        if gap in gaps:
            return Cell(gap=gap, sources=sources, is_example=is_example)
    numerator = _sum(cell.numerator for cell in applicable)
    denominator = _sum(cell.denominator for cell in applicable)
    only = applicable[0].value if len(applicable) == 1 else None
    if numerator is None and only is None:
        return Cell(gap=Gap.MISSING, sources=sources, is_example=is_example)
    return Cell(numerator, denominator, only, None, sources, is_example)


@dataclass(frozen=True)
class Cover:
    """The cells of one organisation that cover a run of months, and the months left bare."""

    cells: tuple[tuple[Period, Cell], ...]
    absent: tuple[Period, ...]


class IndicatorCells:
    """The cells of one indicator ("styrmått"): explicit rows first, then what adds up to them.

    Everybody is the explicit total, else women and men; a dimension that is left out is
    the sum over its values.
    """

    def __init__(self, indicator: Indicator, measurements: Measurements) -> None:
        self._indicator = indicator
        self._measurements = measurements
        self._found: dict[tuple[str, Breakdown, Period], Cell | None] = {}
        self._periods: dict[str, set[Period]] = {}
        for (data_id, organisation, _), by_period in measurements.series.items():
            if data_id == indicator.data_id:
                self._periods.setdefault(organisation, set()).update(by_period)
        self._coarse = {
            organisation: tuple(
                sorted((p for p in found if p.length > 1), key=lambda p: (-p.length, p.first))
            )
            for organisation, found in self._periods.items()
        }

    @property
    def first_year(self) -> int | None:
        """The first year with any row."""
        years = (period.year for periods in self._periods.values() for period in periods)
        return min(years, default=None)

    def exact(self, organisation: str, breakdown: Breakdown, period: Period) -> Cell | None:
        """The row that says exactly this, if there is one."""
        series = self._measurements.get(self._indicator.data_id, organisation, breakdown)
        observation = series.get(period)
        return Cell.of(observation, self._indicator.kind) if observation else None

    def at(self, organisation: str, breakdown: Breakdown, period: Period) -> Cell | None:
        """The explicit row, or the sum of its parts; nothing when there are no rows at all."""
        if period not in self._periods.get(organisation, ()):
            return None
        key = (organisation, breakdown, period)
        if key not in self._found:
            self._found[key] = self._look_up(organisation, breakdown, period)
        return self._found[key]

    def _look_up(self, organisation: str, breakdown: Breakdown, period: Period) -> Cell | None:
        explicit = self.exact(organisation, breakdown, period)
        if explicit is not None or self._indicator.kind in PUBLISHED_ONLY:
            return explicit
        for parts in self._splits(breakdown):
            cells = [self.at(organisation, part, period) for part in parts]
            found = [cell for cell in cells if cell is not None]
            if len(found) == len(cells):
                return combined(found)
        return None

    def _splits(self, breakdown: Breakdown) -> Iterator[tuple[Breakdown, ...]]:
        if breakdown.sex is None:
            yield tuple(breakdown.with_sex(sex) for sex in Sex)
        chosen = dict(breakdown.dimensions)
        for dimension in self._indicator.dimensions:
            if dimension.id in chosen:
                continue
            yield tuple(
                Breakdown(breakdown.sex, self._in_plan_order({**chosen, dimension.id: value}))
                for value, _ in dimension.values
            )

    def _in_plan_order(self, chosen: dict[str, str]) -> tuple[tuple[str, str], ...]:
        return tuple((d.id, chosen[d.id]) for d in self._indicator.dimensions if d.id in chosen)

    def cover(self, organisation: str, breakdown: Breakdown, months: tuple[Period, ...]) -> Cover:
        """Cover months with monthly cells, and with longer ones where months are lacking."""
        found = {month: self.at(organisation, breakdown, month) for month in months}
        lacking = {month for month in months if self._lacks(found[month], len(months) - 1)}
        for period in self._coarse.get(organisation, ()) if lacking else ():
            if period.first < months[0].first or months[-1].last < period.last:
                continue
            inside = period.months
            if not lacking.intersection(inside) or not all(month in found for month in inside):
                continue
            cell = self.at(organisation, breakdown, period)
            if cell is None or (cell.gap is None and self._lacks(cell, len(months) - len(inside))):
                continue
            for month in inside:
                del found[month]
            lacking.difference_update(inside)
            found[period] = cell
        return Cover(
            tuple(sorted((p, cell) for p, cell in found.items() if cell is not None)),
            tuple(month for month, cell in found.items() if cell is None),
        )

    def _lacks(self, cell: Cell | None, others: int) -> bool:
        """Whether a cell fails to give a figure; a ready-made one must stand alone."""
        if cell is None or cell.gap is Gap.MISSING:
            return True
        return cell.gap is None and others > 0 and not cell.adds_up(self._indicator.kind)

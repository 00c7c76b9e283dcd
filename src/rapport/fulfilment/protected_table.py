"""One table ("tabell") protected: what must be hidden besides the small cells ("följdskydd").

The figures of an indicator over one period are a family of tables: the region and its
units, women, men and everybody, and the values of other dimensions, which all add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.plan import Indicator
from rapport.fulfilment.cells import PUBLISHED_ONLY
from rapport.fulfilment.disclosure import Sum, TableCell, computable
from rapport.fulfilment.small_groups import Counts

Hidden = frozenset[TableCell]


UnitsBelow = Callable[[str], tuple[str, ...]]
"""The units that an organisation's figures are the sums of; none for a unit itself."""


def sums_of(cells: Sequence[TableCell], indicator: Indicator, units: UnitsBelow) -> list[Sum]:
    """How the cells of the family add up: over the sexes, the dimensions and the units."""
    if indicator.kind in PUBLISHED_ONLY:
        return []
    known = set(cells)
    found: list[Sum] = []
    for cell in cells:
        below = tuple(
            there
            for unit in units(cell.organisation)
            if (there := TableCell(unit, cell.breakdown)) in known
        )
        if below:
            found.append(Sum(cell, below))
        found += [Sum(cell, parts) for parts in _within(cell, indicator) if known.issuperset(parts)]
    return found


def _within(cell: TableCell, indicator: Indicator) -> Iterator[tuple[TableCell, ...]]:
    organisation, breakdown = cell
    if breakdown.sex is None:
        yield tuple(TableCell(organisation, breakdown.with_sex(sex)) for sex in Sex)
    chosen = dict(breakdown.dimensions)
    for dimension in indicator.dimensions:
        if dimension.id not in chosen:
            yield tuple(
                TableCell(
                    organisation,
                    Breakdown(breakdown.sex, (*breakdown.dimensions, (dimension.id, value))),
                )
                for value, _ in dimension.values
            )


_TRIED_AGAIN = 12
"""So many cells hidden for the sake of others are tried once more, whether they are needed."""


@dataclass
class ProtectedTable:
    """A table that small cells are hidden in, and then what would give them away.

    ``layers`` hold the counts of each cell that an outsider does not already know, once per
    period that is shown of the same cells; none is a count that the source has withheld. A
    cell that is known to hold nobody protects no other. ``top`` is the whole region.
    """

    layers: Sequence[Mapping[TableCell, Counts | None]]
    sums: Sequence[Sum]
    top: str
    hidden: set[TableCell] = field(default_factory=set)
    _sums: list[list[Sum]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._sums = [self._sums_in(layer) for layer in self.layers]

    def hide(self, small: set[TableCell]) -> Hidden:
        """Hide cells, and as many more as it takes for none of them to be computable."""
        self.hidden |= self._both_sexes(small)
        chosen: list[TableCell] = []
        while more := self._more():
            chosen += sorted(more, key=self._price)
            self.hidden |= self._both_sexes(more)
        for cell in reversed(chosen) if len(chosen) <= _TRIED_AGAIN else ():
            self._show_again(self._both_sexes({cell}) - self._both_sexes(small))
        return frozenset(self.hidden)

    def _show_again(self, cells: set[TableCell]) -> None:
        """Show cells that turned out not to be needed."""
        self.hidden -= cells
        if any(self._given_away()):
            self.hidden |= cells

    def _given_away(self) -> Iterator[tuple[int, Hidden, Hidden]]:
        """For each layer and count what hides something and can be computed all the same."""
        for place, (layer, sums) in enumerate(zip(self.layers, self._sums, strict=True)):
            wanted = [cell for cell in self.hidden if cell in layer]
            counts = range(_width(layer))
            for holding in dict.fromkeys(_holding(layer, wanted, count) for count in counts):
                if away := computable(holding, sums):
                    yield place, holding, away

    def _more(self) -> set[TableCell]:
        """The next cells to hide: the cheapest of each sum that gives a cell away by itself."""
        found: set[TableCell] = set()
        near: set[TableCell] = set()
        for place, holding, away in self._given_away():
            for one in self._sums[place]:
                alone = sum(cell in holding for cell in one.cells) == 1
                left = [cell for cell in one.cells if cell not in self.hidden]
                if alone and left:
                    found.add(min(left, key=self._price))
                elif left and not away.isdisjoint(one.cells):
                    near.update(left)
        return found or ({min(near, key=self._price)} if near else set())

    def _sums_in(self, layer: Mapping[TableCell, Counts | None]) -> list[Sum]:
        """The sums of the cells that a layer has."""
        found = []
        for one in self.sums:
            parts = tuple(part for part in one.parts if part in layer)
            if one.total in layer and parts:
                found.append(Sum(one.total, parts))
        return found

    def _both_sexes(self, cells: set[TableCell]) -> set[TableCell]:
        """Women and men are hidden together: one of them and the total would give the other."""
        pairs = {
            TableCell(cell.organisation, cell.breakdown.with_sex(sex))
            for cell in cells
            if cell.breakdown.sex is not None
            for sex in Sex
        }
        return cells | {cell for cell in pairs if any(cell in layer for layer in self.layers)}

    def _price(self, cell: TableCell) -> tuple[bool, bool, bool, Decimal, str, str]:
        """A cell that protects before one that does not, a unit before the region, the smallest."""
        pair = self._both_sexes({cell})
        held = [
            counts
            for one in pair
            for layer in self.layers
            if (counts := layer.get(one)) is not None
        ]
        idle = any(not all(counts[:2]) for counts in held)
        size = sum((abs(counts[0]) for counts in held if counts), Decimal(0))
        whole = cell.breakdown.sex is None
        return (
            cell.organisation == self.top,
            idle,
            whole,
            size,
            cell.organisation,
            str(cell.breakdown),
        )


def _width(layer: Mapping[TableCell, Counts | None]) -> int:
    return max((len(counts) for counts in layer.values() if counts is not None), default=1)


def _holding(
    layer: Mapping[TableCell, Counts | None], wanted: Sequence[TableCell], place: int
) -> Hidden:
    """The cells in which one of the counts is not nobody."""
    return frozenset(
        cell
        for cell in wanted
        if (counts := layer[cell]) is None or (place < len(counts) and counts[place])
    )

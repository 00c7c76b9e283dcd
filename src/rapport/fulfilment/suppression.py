"""Suppression ("sekretess för små grupper"): what may not be shown, before anything sees it.

The figures of an indicator at an occasion are one family of tables: the region and its
units, women, men and everybody. Small cells are hidden first, then as many more as it
takes for no hidden cell to be computable from the shown ones. Differences between the
tertial, the months since January and twelve months are not searched for computable cells;
a cell that is hidden on one basis is hidden on all that the report shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.organisation import OrganisationTree
from rapport.domain.outcome import Assessment, Blocker, Outcome, Verdict
from rapport.domain.period import Period
from rapport.domain.plan import Indicator
from rapport.domain.quantity import MeasureKind, State
from rapport.fulfilment.aggregation import descendants
from rapport.fulfilment.assessment import from_parts
from rapport.fulfilment.disclosure import Sum, TableCell, computable

Outcomes = Mapping[TableCell, Outcome]
Hidden = Callable[[Period], frozenset[TableCell]]


def is_small(outcome: Outcome, kind: MeasureKind, threshold: int) -> bool:
    """Whether an outcome shows so few people that they could be recognised.

    For a share both those who count and those who do not; zero shows nobody. Money,
    medians and indexes are not counts of people.
    """

    def few(count: Decimal | None) -> bool:
        return count is not None and 0 < count < threshold

    match kind:
        case MeasureKind.SHARE:
            x, n = outcome.numerator, outcome.denominator
            return few(x) or (x is not None and n is not None and few(n - x))
        case MeasureKind.MEAN:
            return few(outcome.denominator)
        case MeasureKind.RATE | MeasureKind.COUNT | MeasureKind.LEVEL:
            return few(outcome.numerator)
        case MeasureKind.AMOUNT | MeasureKind.MEDIAN | MeasureKind.INDEX | MeasureKind.YES_NO:
            return False


def sums_of(cells: Sequence[TableCell], indicator: Indicator, tree: OrganisationTree) -> list[Sum]:
    """How the cells of the family add up: over the sexes, the dimensions and the units."""
    known = set(cells)
    found: list[Sum] = []
    for cell in cells:
        for parts in (*_within(cell, indicator), _units(cell, indicator, tree, known)):
            there = tuple(part for part in parts if part in known)
            if len(there) == len(parts) > 0:
                found.append(Sum(cell, there))
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


def _units(
    cell: TableCell, indicator: Indicator, tree: OrganisationTree, known: set[TableCell]
) -> tuple[TableCell, ...]:
    """The units below that deliver the data, which the whole is the sum of."""
    below = (TableCell(unit, cell.breakdown) for unit in descendants(tree, cell.organisation))
    return tuple(
        unit
        for unit in below
        if unit in known and tree[unit.organisation].level == indicator.data_level
    )


def hidden_cells(
    outcomes: Outcomes, indicator: Indicator, tree: OrganisationTree, threshold: int
) -> frozenset[TableCell]:
    """The cells of one period that may not be shown."""
    there = [c for c, o in outcomes.items() if o.state in {State.MEASURED, State.SUPPRESSED}]
    small = {
        cell
        for cell in there
        if outcomes[cell].state is State.SUPPRESSED
        or is_small(outcomes[cell], indicator.kind, threshold)
    }
    if not small:
        return frozenset()
    sums = sums_of(there, indicator, tree)
    hidden = _both_sexes(small, there)
    while given_away := computable(hidden, sums):
        extra = _cheapest(given_away, hidden, sums, outcomes, tree)
        if extra is None:
            break
        hidden = _both_sexes({*hidden, extra}, there)
    return frozenset(hidden)


def _both_sexes(hidden: set[TableCell], there: Sequence[TableCell]) -> set[TableCell]:
    """Women and men are hidden together: one of them and the total would give the other."""
    pairs = {
        TableCell(cell.organisation, cell.breakdown.with_sex(sex))
        for cell in hidden
        if cell.breakdown.sex is not None
        for sex in Sex
    }
    return hidden | pairs.intersection(there)


def _cheapest(
    given_away: frozenset[TableCell],
    hidden: set[TableCell],
    sums: Sequence[Sum],
    outcomes: Outcomes,
    tree: OrganisationTree,
) -> TableCell | None:
    """The next cell to hide: a unit before the region, a sex before everybody, the smallest."""

    def price(cell: TableCell) -> tuple[bool, bool, bool, Decimal, str, str]:
        size = abs(outcomes[cell].numerator or Decimal(0))
        return (
            cell.organisation == tree.top,
            cell.breakdown.sex is None,
            size == 0,
            size,
            cell.organisation,
            str(cell.breakdown),
        )

    for wanted in (given_away, hidden):
        near = {
            cell
            for one in sums
            if any(c in wanted for c in one.cells)
            for cell in one.cells
            if cell not in hidden
        }
        if near:
            return min(near, key=price)
    return None


@dataclass(frozen=True)
class Protection:
    """What is hidden for each period, and which periods the report shows together."""

    hidden: Hidden
    shown_periods: tuple[Period, ...]

    def hides(self, assessment: Assessment) -> bool:
        """Whether the series is hidden on any of the bases that are shown."""
        cell = TableCell(assessment.organisation, assessment.breakdown)
        return any(cell in self.hidden(period) for period in self.shown_periods)

    def hides_at(self, assessment: Assessment, period: Period) -> bool:
        """Whether the series is hidden in another period."""
        return TableCell(assessment.organisation, assessment.breakdown) in self.hidden(period)


def suppressed(outcome: Outcome) -> Outcome:
    """The outcome with every figure removed."""
    return Outcome(outcome.period, State.SUPPRESSED, is_example=outcome.is_example)


def protect(family: Sequence[Assessment], protection: Protection) -> tuple[Assessment, ...]:
    """The assessments of an organisation with hidden figures, and what rests on them, removed."""
    made: dict[Breakdown, Assessment] = {}
    for assessment in family:
        _protect(assessment, protection, made)
    return tuple(made[assessment.breakdown] for assessment in family)


def _protect(
    assessment: Assessment, protection: Protection, made: dict[Breakdown, Assessment]
) -> Assessment:
    if assessment.breakdown not in made:
        parts = tuple(_protect(part, protection, made) for part in assessment.parts)
        made[assessment.breakdown] = _protected(replace(assessment, parts=parts), protection)
    return made[assessment.breakdown]


def _protected(assessment: Assessment, protection: Protection) -> Assessment:
    if assessment.outcome.state is State.NOT_DUE:
        return assessment
    shown = _without_earlier(assessment, protection)
    if protection.hides(assessment):
        return replace(
            shown,
            outcome=suppressed(assessment.outcome),
            reference=None,
            deviation=None,
            verdict=None,
            blocker=Blocker.SUPPRESSED,
            change=None,
            change_is_certain=False,
            pace=None,
            forecast=None,
            explanation="",
        )
    return _rolled_again(shown) if shown.parts else shown


def _rolled_again(assessment: Assessment) -> Assessment:
    """The verdict once more from its parts, now that some of them may be hidden."""
    again = from_parts(assessment)
    hidden = any(part.blocker is Blocker.SUPPRESSED for part in again.parts)
    if not hidden or again.forecast is None:
        return again
    return replace(again, forecast=replace(again.forecast, verdict=None, uncertain=False))


def _without_hidden_years(assessment: Assessment, protection: Protection) -> Assessment:
    """Without a forecast or a pace that rests on months which may not be shown.

    Both are reckoned from earlier years, so those could be reckoned back from them.
    """
    ahead, pace, now = assessment.forecast, assessment.pace, assessment.outcome.period
    if ahead and any(protection.hides_at(assessment, period) for period in ahead.rests_on):
        assessment = replace(assessment, forecast=None)
    if pace and protection.hides_at(assessment, now.years_earlier(now.year - pace.base_year)):
        assessment = replace(assessment, pace=None)
    return assessment


def _without_earlier(assessment: Assessment, protection: Protection) -> Assessment:
    """Without last year's or the baseline year's figure where that one is hidden."""
    last_year, reference = assessment.last_year, assessment.reference
    if last_year is not None and protection.hides_at(assessment, last_year.period):
        hidden = suppressed(last_year)
        assessment = replace(assessment, last_year=hidden, change=None, change_is_certain=False)
    assessment = _without_hidden_years(assessment, protection)
    own = reference.baseline.period if reference else None
    if own is None or not protection.hides_at(assessment, own):
        return assessment
    return replace(
        assessment,
        baseline=None,
        reference=None,
        deviation=None,
        verdict=Verdict.NOT_ASSESSABLE,
        blocker=Blocker.SUPPRESSED,
        pace=None,
        forecast=None,
    )

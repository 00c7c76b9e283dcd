"""sdcTable's own example, from its microdata: what it hides of region by gender is hidden here.

sdcTable hides cells of at most three persons, so the smallest that it shows is four. In
microdata1 that is one cell: the two women in A. Three more protect it. Another program may
choose others that protect as well; here women and men of a unit are always hidden together
and the smallest unit that protects comes first, which gives the four of sdcTable.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import product

from fulfilment.references import rows_of
from fulfilment.world import COUNT, PROFILE, REGION, World, cell
from rapport.domain.breakdown import MEN, TOTAL, WOMEN
from rapport.domain.follow_up import FollowUp
from rapport.domain.measurement import Measurements
from rapport.domain.organisation import Organisation, OrganisationTree
from rapport.domain.period import Occasion, parse_period
from rapport.domain.quantity import State
from rapport.domain.region import Region
from rapport.fulfilment.disclosure import TableCell, computable
from rapport.fulfilment.evaluation import Evaluation
from rapport.fulfilment.protected_table import sums_of

PERIOD = "T2-2024"
SMALLEST_SHOWN = 4
GENDERS = {"female": WOMEN, "male": MEN}
HIDDEN_BY_SDCTABLE = {TableCell(region, sex) for region in "AC" for sex in (WOMEN, MEN)}


@cache
def _microdata() -> Counter[TableCell]:
    """The persons of each region and gender."""
    rows = rows_of("sdc_microdata1.csv")
    return Counter(TableCell(row["region"], GENDERS[row["gender"]]) for row in rows)


def _regions() -> tuple[str, ...]:
    return tuple(sorted({each.organisation for each in _microdata()}))


def _evaluation(threshold: int) -> Evaluation:
    """The example as a region with a count of persons in each of its units."""
    units = (Organisation(name, name, "sjukhus", REGION) for name in _regions())
    tree = OrganisationTree(REGION, (Organisation(REGION, "Regionen", "region"), *units))
    persons = [cell(PERIOD, x, of=sex, at=name) for (name, sex), x in _microdata().items()]
    return Evaluation(
        Region(REGION, "Regionen", tree, (), PROFILE, threshold),
        (World(COUNT).plan,),
        Measurements.collect(persons),
        FollowUp(),
        Occasion.parse(PERIOD),
    )


def _hidden(threshold: int) -> set[TableCell]:
    evaluation, period = _evaluation(threshold), parse_period(PERIOD)
    return {
        TableCell(*place)
        for place in product((REGION, *_regions()), (TOTAL, WOMEN, MEN))
        if evaluation.outcome(COUNT, *place, period).state is State.SUPPRESSED
    }


def test_the_table_is_the_one_of_sdctables_example() -> None:
    """One cell is small, the two women in A, and there are persons everywhere else."""
    small = {place: x for place, x in _microdata().items() if x < SMALLEST_SHOWN}

    assert ({TableCell("A", WOMEN): 2}, 8, 100) == (small, len(_microdata()), _microdata().total())


def test_the_cells_that_sdctable_hides_are_hidden() -> None:
    """Women and men in A, and in C for their sake; every sum is shown."""
    assert HIDDEN_BY_SDCTABLE == _hidden(SMALLEST_SHOWN)


def test_nothing_is_hidden_of_the_example_when_two_persons_may_be_shown() -> None:
    """It is the two women alone that hide the other three cells."""
    assert set() == _hidden(2)


def test_none_of_the_hidden_cells_can_be_computed_and_all_of_them_are_needed() -> None:
    """The women in A could be computed from the sums if any of the others were shown."""
    cells = [TableCell(*place) for place in product((REGION, *_regions()), (TOTAL, WOMEN, MEN))]
    sums = sums_of(cells, COUNT, lambda name: _regions() if name == REGION else ())
    hidden = _hidden(SMALLEST_SHOWN)
    women = TableCell("A", WOMEN)

    assert frozenset() == computable(hidden, sums)
    for other in hidden - {women}:
        assert women in computable(hidden - {other}, sums)

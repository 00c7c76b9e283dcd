"""One table: the cells that sdcTable hides in its example are those hidden here."""

from __future__ import annotations

from decimal import Decimal

from fulfilment.world import COUNT
from rapport.domain.breakdown import MEN, TOTAL, WOMEN
from rapport.fulfilment.disclosure import TableCell
from rapport.fulfilment.protected_table import ProtectedTable, sums_of
from rapport.fulfilment.small_groups import Counts

MICRODATA = {"A": (2, 18), "B": (19, 14), "C": (10, 12), "D": (14, 11)}
"""Women and men of each region in sdcTable's microdata1."""


def test_region_by_gender_hides_the_four_cells_that_sdctable_hides() -> None:
    """Two women in A are hidden with A's men, and the smallest other region with them."""
    layer: dict[TableCell, Counts | None] = {}
    rows = {**MICRODATA, "alla": tuple(sum(x) for x in zip(*MICRODATA.values(), strict=True))}
    for region, (women, men) in rows.items():
        for breakdown, x in ((TOTAL, women + men), (WOMEN, women), (MEN, men)):
            layer[TableCell(region, breakdown)] = (Decimal(x),)
    sums = sums_of(list(layer), COUNT, lambda region: tuple(MICRODATA) if region == "alla" else ())

    hidden = ProtectedTable([layer], sums, "alla").hide({TableCell("A", WOMEN)})

    assert {TableCell(region, sex) for region in "AC" for sex in (WOMEN, MEN)} == hidden

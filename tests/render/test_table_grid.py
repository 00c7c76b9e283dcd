"""Which headings a cell of an HTML table has."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from rapport.render.pdf_tags.table_grid import Grid, grid_of

_TWO_HEAD_ROWS = """<table>
<thead><tr><th rowspan="2">Mått</th><th colspan="2">Utfall</th><th rowspan="2">Mål</th></tr>
<tr><th>Kvinnor</th><th>Män</th></tr></thead>
<tbody><tr><th>Ett</th><td>1</td><td>2</td><td>3</td></tr>
<tr><th>Två</th><td>4</td><td>5</td><td>6</td></tr></tbody></table>"""

_ROWS_TOGETHER = """<table>
<thead><tr><th>Plats</th><th>Kön</th><th>Tal</th></tr></thead>
<tbody><tr><th rowspan="2">Nära</th><th>Kvinnor</th><td>1</td></tr>
<tr><th>Män</th><td>2</td></tr></tbody></table>"""


def headings(grid: Grid) -> dict[str, list[str]]:
    """The words of each cell with those of its headings."""
    return {
        cell.element.text or "": [one.element.text or "" for one in grid.headings_of(cell)]
        for cell in grid.cells
    }


def test_a_cell_below_two_rows_of_headings_has_both_and_its_row() -> None:
    """Spans over columns and rows are followed; no cell gets a heading of another column."""
    found = headings(grid_of(fromstring(_TWO_HEAD_ROWS)))  # noqa: S314 - our own text
    assert {
        "Mått": [],
        "Utfall": [],
        "Mål": [],
        "Kvinnor": ["Utfall"],
        "Män": ["Utfall"],
        "Ett": ["Mått"],
        "1": ["Utfall", "Kvinnor", "Ett"],
        "2": ["Utfall", "Män", "Ett"],
        "3": ["Mål", "Ett"],
        "Två": ["Mått"],
        "4": ["Utfall", "Kvinnor", "Två"],
        "5": ["Utfall", "Män", "Två"],
        "6": ["Mål", "Två"],
    } == found


def test_a_row_heading_over_two_rows_is_heard_in_both() -> None:
    """The second row has no cell of its own in the column of the spanning heading."""
    found = headings(grid_of(fromstring(_ROWS_TOGETHER)))  # noqa: S314 - our own text
    assert (["Tal", "Nära", "Kvinnor"], ["Tal", "Nära", "Män"]) == (found["1"], found["2"])


@pytest.mark.parametrize(
    "rows, regular",
    [
        ("<tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr>", True),
        ("<tr><th>a</th><th>b</th></tr><tr><td>1</td></tr>", False),
        ('<tr><th>a</th><th>b</th></tr><tr><td colspan="3">1</td></tr>', False),
        ('<tr><th>a</th><th>b</th></tr><tr><td colspan="2">1</td></tr>', True),
    ],
)
def test_a_row_with_too_few_or_too_many_cells_is_seen(rows: str, *, regular: bool) -> None:
    """A table must fill its grid, or headings would be tied to the wrong cells."""
    table = fromstring(f"<table>{rows}</table>")  # noqa: S314 - our own text
    assert regular == grid_of(table).is_regular


def test_a_table_without_headings_is_seen() -> None:
    """Cells without any heading cannot be understood out of their place."""
    table = fromstring("<table><tr><td>1</td></tr></table>")  # noqa: S314 - our own text
    assert not grid_of(table).has_headings

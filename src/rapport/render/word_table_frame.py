"""The frame of a Word table: properties, grid, rows and cells, with no knowledge of content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapport.render.word_styles import TABLE_STYLE
from rapport.render.word_xml import TWIPS_PER_PX, attribute


@dataclass(frozen=True)
class TableLook:
    """Where a table stands and how it is described to those who cannot see it.

    ``indent`` is in px. ``row_names`` says that the first column names the rows.
    """

    title: str
    description: str
    indent: int = 0
    row_names: bool = False
    style: str = TABLE_STYLE


@dataclass(frozen=True)
class CellLook:
    """A cell's width in twips, its paddings in px, its tone and its own lines."""

    width: int
    left: int = 0
    right: int = 8
    shade: str = ""
    line_above: str = ""
    line_below: str = ""
    at_bottom: bool = False


def table_frame(widths: Sequence[int], rows: str, look: TableLook) -> str:
    """A table of finished rows; widths in twips are fixed."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{look.style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{look.indent * TWIPS_PER_PX}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{_flags(look)}" w:firstRow="1" '
        f'w:lastRow="0" w:firstColumn="{int(look.row_names)}" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/><w:tblCaption w:val={attribute(look.title)}/>'
        f"<w:tblDescription w:val={attribute(look.description)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _flags(look: TableLook) -> str:
    """The same flags as the attributes, as older readers want them."""
    return f"{0x0620 + 0x0080 * look.row_names:04X}"


def row_frame(cells: Iterable[str], *, header: bool = False) -> str:
    """A row that is never split over pages; the header row is repeated on each."""
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def cell_frame(content: str, look: CellLook) -> str:
    """A cell of finished paragraphs."""
    parts = [f'<w:tcW w:w="{look.width}" w:type="dxa"/>']
    if look.line_above or look.line_below:
        lines = (("top", look.line_above), ("bottom", look.line_below))
        borders = "".join(_border(side, colour) for side, colour in lines if colour)
        parts.append(f"<w:tcBorders>{borders}</w:tcBorders>")
    if look.shade:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(look.shade)}"/>')
    margins = (("left", look.left), ("right", look.right))
    sides = "".join(f'<w:{side} w:w="{px * TWIPS_PER_PX}" w:type="dxa"/>' for side, px in margins)
    parts.append(f"<w:tcMar>{sides}</w:tcMar>")
    if look.at_bottom:
        parts.append('<w:vAlign w:val="bottom"/>')
    return f"<w:tc><w:tcPr>{''.join(parts)}</w:tcPr>{content}</w:tc>"


def shared_widths(shares: Sequence[int], total_px: int) -> tuple[int, ...]:
    """Widths in twips in proportion to the shares; together exactly the whole width.

    >>> shared_widths((1, 1, 1), 100)
    (500, 500, 500)
    """
    total, whole = total_px * TWIPS_PER_PX, sum(shares)
    edges = [0]
    reached = 0
    for share in shares:
        reached += share
        edges.append(total * reached // whole)
    return tuple(edges[i + 1] - edges[i] for i in range(len(shares)))


def _border(side: str, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{_hex(colour)}"/>'


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()

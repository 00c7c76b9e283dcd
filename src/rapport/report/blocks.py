"""The blocks a document is made of; each renderer knows how to set every one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapport.report.chart_specs import ChartSpec
from rapport.report.inline import Line, Sign


class Align(StrEnum):
    """How a column's text stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Heading:
    """A heading; ``kicker`` is the small line above it, ``new_page`` lets it open a page."""

    level: int
    text: str
    anchor: str
    kicker: str = ""
    in_contents: bool = False
    new_page: bool = False


@dataclass(frozen=True)
class Lead:
    """The opening statement of a section ("ingress")."""

    content: Line


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    content: Line
    muted: bool = False


@dataclass(frozen=True)
class Label:
    """A small bold line over what follows; not a heading."""

    content: Line


@dataclass(frozen=True)
class Note:
    """Source, method or remark in small type below a table or figure."""

    content: Line


@dataclass(frozen=True)
class BulletList:
    """A list without order."""

    items: tuple[Line, ...]


@dataclass(frozen=True)
class NumberedList:
    """A list in order."""

    items: tuple[Line, ...]


@dataclass(frozen=True)
class KeyMessages:
    """The numbered messages of a summary: claim in bold, then the figure."""

    items: tuple[Line, ...]


@dataclass(frozen=True)
class Column:
    """A table column: title lines, share of the width, alignment, and whether it is "now".

    ``row_header`` marks the column whose cells name their rows. ``after_number`` asks for
    air where a text column follows a column of figures.
    """

    title: str
    width: int
    align: Align = Align.LEFT
    highlight: bool = False
    row_header: bool = False
    after_number: bool = False


@dataclass(frozen=True)
class Row:
    """A table row: one tuple of lines per column."""

    cells: tuple[tuple[Line, ...], ...]
    total: bool = False


@dataclass(frozen=True)
class Table:
    """A table with one header row and no merged cells.

    ``label`` is "Tabell" for numbered tables and empty for unnumbered ones; ``caption`` is
    the bold statement, ``caption_note`` the unit and period after it. ``compact`` is the
    matrix and appendix look. Widths are in 1/1000 of the text width and add up to 1000.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption_note: str = ""
    label: str = "Tabell"
    number: int = 0
    anchor: str = ""
    compact: bool = False
    small: bool = False


@dataclass(frozen=True)
class Figure:
    """A chart with its computed title, what-unit-period subtitle, alt text and source note."""

    title: str
    subtitle: str
    chart: ChartSpec
    alt: str
    note: str = ""
    number: int = 0
    anchor: str = ""


@dataclass(frozen=True)
class Labelled:
    """Text with a hanging label at the left ("Analys", "Åtgärder")."""

    label: str
    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True)
class StatusCounts:
    """How many of each verdict or status: sign, count, word."""

    items: tuple[tuple[Sign, int, str], ...]


@dataclass(frozen=True)
class Legend:
    """The signs of the page with their meaning, and a closing remark."""

    items: tuple[tuple[Sign, str], ...]
    remark: str = ""


@dataclass(frozen=True)
class DecisionBox:
    """What the board is asked to decide, or a notice that must be seen."""

    title: str
    paragraphs: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Milestone:
    """A station on the way of the case: its name, when, and whether it is behind us."""

    name: str
    when: str
    done: bool


@dataclass(frozen=True)
class Milestones:
    """The way of the case ("ärendets väg") as a line of stations."""

    title: str
    remark: str
    stations: tuple[Milestone, ...]


@dataclass(frozen=True)
class Cover:
    """The first page: sender, title, period, way of the case, contents, and about."""

    sender: str
    title: str
    period: str
    milestones: Milestones | None
    contents_title: str
    about_title: str
    about: tuple[Paragraph, ...]
    notice: DecisionBox | None = None


@dataclass(frozen=True)
class Editable:
    """A region whose text staff may edit; ``key`` is the text it comes from.

    Renderers mark it so that an edited Word file can be read back later.
    """

    key: str
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Landscape:
    """Blocks on pages that lie down, because a table in them is too wide for one that stands.

    It begins and ends a page, and never opens a document. On screen nothing lies down.
    """

    blocks: tuple[Block, ...]


Block = (
    Heading
    | Lead
    | Paragraph
    | Label
    | Note
    | BulletList
    | NumberedList
    | KeyMessages
    | Table
    | Figure
    | Labelled
    | StatusCounts
    | Legend
    | DecisionBox
    | Cover
    | Editable
    | Landscape
)

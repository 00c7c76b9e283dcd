"""The regions that tests read and build: the smallest whole one, and the example region."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rapport.domain.period import Occasion
from rapport.pipeline.orders import Order
from rapport.pipeline.preparation import Preparation, Prepared, evaluate
from rapport.pipeline.reading import load
from rapport.report.compose import compose
from rapport.report.document import Document

REPO = Path(__file__).parents[1]
KRONOBERG = REPO / "exempel" / "kronoberg"
MINI = Path(__file__).parent / "data" / "mini-region"
PERIOD = "T2-2024"


@dataclass(frozen=True)
class BuiltRegion:
    """A region, the folder its reports were written to, and the documents behind them."""

    root: Path
    folder: Path
    documents: tuple[Document, ...]

    def read(self, name: str) -> bytes:
        """One written file."""
        return (self.folder / name).read_bytes()


def prepared(
    root: Path,
    *,
    period: str = PERIOD,
    reports: tuple[str, ...] = (),
    units: tuple[str, ...] = (),
    final: bool = False,
) -> list[Prepared]:
    """The facts of a region's reports, as a build prepares them."""
    order = Order(root, Occasion.parse(period), reports, units, final=final)
    workspace, notes = load(root, order.occasion)
    return Preparation(workspace, evaluate(workspace, order.occasion), order, notes).reports()


def documents(root: Path, units: tuple[str, ...] = ()) -> tuple[Document, ...]:
    """The documents of a region's reports, as a build composes them."""
    return tuple(compose(each.facts) for each in prepared(root, units=units))

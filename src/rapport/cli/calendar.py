"""``rapport calendar``: meetings and deadlines for calendar programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapport.cli.options import OccasionType, workspace_option

if TYPE_CHECKING:
    from rapport.domain.period import Occasion

_EARLIEST, _LATEST = 1990, 2100


@click.command(
    options_metavar="[VAL]",
    help="Skriv beredningsplanens möten som en kalenderfil (iCalendar).",
)
@click.option("--period", type=OccasionType(), default=None, metavar="PERIOD",
              help="Bara omgången för ett rapporttillfälle: T2-2024, AR-2024.")  # fmt: skip
@click.option("--year", type=click.IntRange(_EARLIEST, _LATEST), default=None, metavar="ÅR",
              help="Bara beredningsplaner för ett år.")  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL",
              help="Filen att skriva; annars output/kalender-….ics.")  # fmt: skip
@workspace_option
def calendar(period: Occasion | None, year: int | None, output: Path | None, root: Path) -> None:
    """Write the calendar."""
    from rapport.pipeline.calendar_export import calendar_text, write_calendar  # noqa: PLC0415

    if period and year:
        message = "Ange --period eller --year, inte båda."
        raise click.UsageError(message)
    click.echo(calendar_text(write_calendar(root, period, year, output)))

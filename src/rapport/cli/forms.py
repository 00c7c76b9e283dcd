"""``rapport forms``: an Excel form to every office that is asked anything before a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapport.cli.options import period_option, workspace_option

if TYPE_CHECKING:
    from rapport.domain.period import Occasion


@click.command(
    options_metavar="[VAL]",
    help="Skriv en Excelblankett till var och en som ska lämna underlag för en period.",
)
@period_option
@click.option(
    "--to", "offices", multiple=True, metavar="NAMN", help="Bara denna ansvariga; kan upprepas."
)
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="MAPP",
              help="Mapp för blanketterna; annars output.")  # fmt: skip
@workspace_option
def forms(period: Occasion, offices: tuple[str, ...], output: Path | None, root: Path) -> None:
    """Write forms."""
    from rapport.pipeline.asking import write_forms  # noqa: PLC0415 - keeps --help instant

    asked = write_forms(root, period, output or root / "output", offices)
    click.echo(f"Blanketterna ligger i {asked.folder}:")
    for name, office, count in asked.forms:
        click.echo(f"  {name:<44} {office}, frågor: {count}")

"""``rapport review``: the review page, in a browser on this machine."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapport.cli.options import period_option, workspace_option

if TYPE_CHECKING:
    from rapport.domain.period import Occasion

_DEFAULT_PORT = 8624


@click.command(
    options_metavar="[VAL]",
    help="Granska utkasten i webbläsaren: läs, ändra texter och sätt läge. Avslutas med Ctrl+C.",
)
@period_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_DEFAULT_PORT,
    show_default=True,
    metavar="N",
    help="Port på den här datorn; 0 tar en ledig.",
)
@click.option(
    "--no-open", "stay", is_flag=True, help="Öppna ingen webbläsare; skriv bara adressen."
)
@workspace_option
def review(period: Occasion, port: int, root: Path, *, stay: bool) -> None:
    """Serve the review page."""
    from rapport.web.server import serve  # noqa: PLC0415 - keeps --help instant

    def ready(address: str) -> None:
        click.echo(f"Granskningssidan: {address}")
        click.echo("Den nås bara från den här datorn. Avsluta med Ctrl+C.")
        if not stay:
            webbrowser.open(address)

    serve(root, period, port, ready)
    click.echo("Granskningssidan är stängd.")

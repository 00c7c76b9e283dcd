"""``rapport package``: the papers of a case in one folder and one zip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapport.cli.options import period_option, workspace_option

if TYPE_CHECKING:
    from rapport.domain.period import Occasion


@click.command(
    options_metavar="[VAL]",
    help="Lägg handlingarna till en nämnd i en mapp och en zip-fil, med handlingslista.",
)
@click.option(
    "--to", required=True, metavar="NÄMND", help="Nämndens id, namn eller förkortning: HSN."
)
@period_option
@click.option("--draft", is_flag=True, help="Packa utkast, för granskning.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="MAPP",
              help="Mapp där rapporterna ligger; annars output.")  # fmt: skip
@workspace_option
def package(to: str, period: Occasion, output: Path | None, root: Path, *, draft: bool) -> None:
    """Pack the papers."""
    from rapport.pipeline.packaging import package as pack  # noqa: PLC0415 - keeps --help instant

    packed = pack(root, to, period, output or root / "output", draft=draft)
    click.echo(f"Paketet ligger i {packed.folder}:")
    for name in packed.files:
        click.echo(f"  {name}")
    if packed.is_draft:
        click.echo("Handlingarna är utkast och får inte skickas till nämnden.")

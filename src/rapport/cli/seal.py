"""``rapport seal``: a built report with the region's electronic seal."""

from __future__ import annotations

import os
from pathlib import Path

import click

_IN_ENVIRONMENT = "RAPPORT_STAMPEL_LOSENORD"


@click.command(
    options_metavar="[VAL]",
    help="Försegla en byggd PDF med regionens elektroniska stämpel. Skriver en ny fil bredvid.",
)
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--key", required=True, envvar="RAPPORT_STAMPEL", metavar="FIL",
              type=click.Path(path_type=Path, dir_okay=False),
              help="Certifikat med nyckel (.p12); annars variabeln RAPPORT_STAMPEL.")  # fmt: skip
@click.option("--tsa", "time_stamps", default=None, metavar="URL",
              help="Tidsstämpeltjänst att fråga; annars används inget nätverk.")  # fmt: skip
@click.option("--output", "target", default=None, metavar="FIL",
              type=click.Path(path_type=Path, dir_okay=False),
              help="Den förseglade filen; annars samma namn med -forseglad.")  # fmt: skip
def seal(file: Path, key: Path, time_stamps: str | None, target: Path | None) -> None:
    """Seal a report; the password is asked for, or taken from RAPPORT_STAMPEL_LOSENORD."""
    from rapport.pipeline import sealing  # noqa: PLC0415 - keeps --help instant

    order = sealing.SealOrder(file, key, _password, target, time_stamps)
    click.echo(sealing.seal(order))


def _password() -> str:
    """From the environment, else asked for; never an argument, which others can see."""
    given = os.environ.get(_IN_ENVIRONMENT)
    if given is not None:
        return given
    asked: str = click.prompt(
        "Lösenord till nyckelfilen", hide_input=True, default="", show_default=False
    )
    return asked

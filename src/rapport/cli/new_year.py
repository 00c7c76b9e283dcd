"""``rapport new-year``: the change of year."""

from __future__ import annotations

from pathlib import Path

import click

from rapport.cli.options import workspace_option

_EARLIEST, _LATEST = 1991, 2100


@click.command(
    "new-year",
    options_metavar="[VAL]",
    help="Gör nya filer för ett nytt år av planer som går ut, och lista allt att gå igenom.",
)
@click.argument("year", metavar="ÅR", type=click.IntRange(_EARLIEST, _LATEST))
@click.option("--dry-run", is_flag=True, help="Visa vad som skulle göras. Skriver inget.")
@workspace_option
def new_year(year: int, root: Path, *, dry_run: bool) -> None:
    """Change the year."""
    from rapport.pipeline.new_year import change_year  # noqa: PLC0415 - keeps --help instant

    change = change_year(root, year, dry_run=dry_run)
    click.echo("\n".join(change.lines))
    if dry_run and change.files:
        click.echo("\nInget har skrivits (--dry-run).")
    elif change.files:
        click.echo(f"\nListan står också i {change.list_path}.")

"""``rapport diff``: what differs between two builds, as a table, a page or data."""

from __future__ import annotations

from pathlib import Path

import click

from rapport.cli.options import json_option, print_json, workspace_option


@click.command(
    options_metavar="[VAL]",
    help="Visa vad som skiljer två byggen: siffror och bedömningar, sedan texter, sedan vad som "
    "saknas. FÖRE och EFTER är perioder som är byggda, eller mappar med byggen. Med bara en "
    "jämförs bygget med det som det ersatte.",
)
@click.argument("first", metavar="FÖRE")
@click.argument("second", metavar="[EFTER]", required=False)
@click.option("--html", "as_html", is_flag=True, help="Skriv också andringslogg.html.")
@click.option("--pdf", "as_pdf", is_flag=True, help="Skriv också andringslogg.pdf.")
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="MAPP",
              help="Mapp där rapporterna ligger; annars output.")  # fmt: skip
@json_option
@workspace_option
def diff(  # noqa: PLR0913 - one parameter for each option
    first: str,
    second: str | None,
    output: Path | None,
    root: Path,
    *,
    as_html: bool,
    as_pdf: bool,
    as_json: bool,
) -> None:
    """Compare two builds."""
    from rapport.cli.diff_view import show  # noqa: PLC0415 - keeps --help instant
    from rapport.pipeline import differences  # noqa: PLC0415

    folder = output or root / "output"
    compared = differences.diff(folder, first, second)
    wanted = {"html": as_html, "pdf": as_pdf}
    formats = tuple(name for name, asked in wanted.items() if asked)
    written = differences.write_log(root, compared, folder, formats)
    if as_json:
        print_json(differences.changes_data(compared))
        return
    show(compared)
    for path in written:
        click.echo(f"Ändringsloggen ligger i {path}")

"""``rapport verify``: whether finished files are what was built, and from what."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rapport.cli.options import EXIT_INPUT, json_option, print_json, workspace_option


@click.command(
    options_metavar="[VAL]",
    help="Kontrollera färdiga filer: är de som de byggdes, ur vilka data, och är de förseglade?",
)
@click.argument("files", nargs=-1, required=True, metavar="FIL...",
                type=click.Path(path_type=Path, dir_okay=False))  # fmt: skip
@click.option("--ca", "issuers", multiple=True, metavar="FIL",
              type=click.Path(path_type=Path, dir_okay=False),
              help="Certifikat för en utfärdare att lita på; kan upprepas.")  # fmt: skip
@json_option
@workspace_option
def verify(
    files: tuple[Path, ...], issuers: tuple[Path, ...], root: Path, *, as_json: bool
) -> None:
    """Verify files."""
    from rapport.pipeline import verification, verifying  # noqa: PLC0415 - keeps --help instant
    from rapport.pipeline.sealing import trusted  # noqa: PLC0415

    known = trusted(issuers)
    found = [verifying.verify(file, root, known) for file in files]
    if as_json:
        print_json([verification.verification_data(one) for one in found])
    else:
        click.echo("\n\n".join("\n".join(verification.verification_lines(one)) for one in found))
    if not all(one.is_good for one in found):
        sys.exit(EXIT_INPUT)

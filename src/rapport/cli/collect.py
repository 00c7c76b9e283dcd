"""``rapport collect``: filled-in forms and reviewed drafts come back into the workspace."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapport.cli.options import (
    EXIT_INPUT,
    json_option,
    print_json,
    print_problems,
    workspace_option,
)

if TYPE_CHECKING:
    from rapport.pipeline.collecting import Collected, Collection


@click.command(
    options_metavar="[VAL]",
    help="Läs in ifyllda blanketter (.xlsx) och granskade utkast (.docx): visa vad som ändrats, "
    "fråga och skriv.",
)
@click.argument("files", nargs=-1, required=True, metavar="FIL...",
                type=click.Path(path_type=Path, dir_okay=False))  # fmt: skip
@click.option("--yes", is_flag=True, help="Skriv utan att fråga.")
@click.option("--dry-run", is_flag=True, help="Visa bara; skriv inget.")
@click.option("--by", default="", metavar="FUNKTION",
              help="Vem som anges ha ändrat; annars den som ansvarar för texten.")  # fmt: skip
@click.option("--list-changes", is_flag=True,
              help="Lista spårade ändringar i stället för att läsa dem som godtagna.")  # fmt: skip
@click.option("--draft", type=click.Path(path_type=Path, dir_okay=False), metavar="FIL",
              help="Utkastet som filerna är kopior av, om märkningen är borta.")  # fmt: skip
@json_option
@workspace_option
def collect(  # noqa: PLR0913 - one parameter for each option
    files: tuple[Path, ...],
    by: str,
    draft: Path | None,
    root: Path,
    *,
    yes: bool,
    dry_run: bool,
    list_changes: bool,
    as_json: bool,
) -> None:
    """Collect files."""
    from rapport.pipeline import collecting  # noqa: PLC0415 - keeps --help instant
    from rapport.returned.tracked import Tracking  # noqa: PLC0415

    tracking = Tracking.LISTED if list_changes else Tracking.ACCEPTED
    found = collecting.plan(collecting.CollectOrder(root, files, by.strip(), tracking, draft))
    if not as_json:
        _show(found)
    done = None
    if not dry_run and (yes or (not as_json and _agrees(found))):
        done = collecting.carry_out(found)
    _close(found, done, as_json=as_json)
    if found.has_left or (done is not None and done.conflicts is not None):
        sys.exit(EXIT_INPUT)


def _show(found: Collection) -> None:
    """The differences, coloured on a terminal, and the problems after them."""
    from rapport.pipeline.collection_view import collection_lines  # noqa: PLC0415

    colours = {"- ": "red", "+ ": "green"}
    for line in collection_lines(found):
        click.secho(line, fg=colours.get(line.lstrip()[:2]))
    print_problems(found.refused)


def _agrees(found: Collection) -> bool:
    """Whether the one at the keyboard wants it written; asked only when there is something."""
    if not found.has_news:
        return False
    question = "Skriva ändringarna? Svara ja eller nej"
    answer = click.prompt(question, default="nej", show_default=False)
    return str(answer).strip().casefold() in {"ja", "j"}


def _close(found: Collection, done: Collected | None, *, as_json: bool) -> None:
    """What was written, or that nothing was."""
    from rapport.pipeline.collection_data import collection_data  # noqa: PLC0415
    from rapport.pipeline.collection_view import collected_lines  # noqa: PLC0415

    if as_json:
        print_json(collection_data(found, done))
        return
    if done is None:
        click.echo("Inget har skrivits.")
        return
    click.echo("\n".join(collected_lines(done, found.remarks)))

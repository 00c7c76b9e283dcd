"""The commands and their options; what they do is in ``pipeline``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rapport import __version__
from rapport.cli.build import build
from rapport.cli.calendar import calendar
from rapport.cli.collect import collect
from rapport.cli.diff import diff
from rapport.cli.forms import forms
from rapport.cli.new_year import new_year
from rapport.cli.options import (
    EXIT_INPUT,
    OccasionType,
    json_option,
    period_option,
    print_json,
    print_problems,
    workspace_option,
)
from rapport.cli.package import package
from rapport.cli.review import review
from rapport.cli.seal import seal
from rapport.cli.verify import verify

if TYPE_CHECKING:
    from rapport.domain.period import Occasion


@click.group(
    options_metavar="[VAL]",
    subcommand_metavar="KOMMANDO [ARGUMENT]...",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Bygger återrapportering och verksamhetsrapport ur planer och mätdata.",
)
@click.version_option(__version__, message="rapport %(version)s", help="Visa versionen.")
def cli() -> None:
    """All commands."""


@cli.command(
    options_metavar="[VAL]", help="Visa alla problem i regionens filer på en gång. Skriver inget."
)
@click.option("--period", type=OccasionType(), default=None, metavar="PERIOD",
              help="Kontrollera också texter och uppföljning för perioden.")  # fmt: skip
@json_option
@workspace_option
def check(period: Occasion | None, root: Path, *, as_json: bool) -> None:
    """Check the workspace."""
    from rapport.pipeline import questions  # noqa: PLC0415 - keeps --help instant

    problems = questions.check(root, period)
    if as_json:
        print_json([questions.problem_data(problem) for problem in problems])
    else:
        print_problems(problems)
        click.echo(questions.problem_counts(problems))
    if any(problem.is_error for problem in problems):
        sys.exit(EXIT_INPUT)


@cli.command(
    "list", options_metavar="[VAL]", help="Visa rapporter, planer, styrmått, perioder och enheter."
)
@json_option
@workspace_option
def list_(root: Path, *, as_json: bool) -> None:
    """List what there is."""
    from rapport.pipeline import questions  # noqa: PLC0415 - keeps --help instant

    content = questions.contents(root)
    if as_json:
        print_json(content)
        return
    for title, rows in content.items():
        click.echo(f"{title}:")
        for row in rows:
            click.echo(f"  {row['id']:<36} {row['namn']}")


@cli.command(
    options_metavar="[VAL]",
    help="Visa dagar till varje möte, vad som saknas och vem som ska lämna det.",
)
@period_option
@click.option(
    "--report", "reports", multiple=True, metavar="ID", help="Bara denna rapport; kan upprepas."
)
@json_option
@workspace_option
def status(period: Occasion, root: Path, reports: tuple[str, ...], *, as_json: bool) -> None:
    """Show the status."""
    from rapport.pipeline import questions  # noqa: PLC0415 - keeps --help instant

    found = questions.status(root, period, reports)
    if as_json:
        print_json(found.data)
        return
    click.echo("\n".join(found.lines))


@cli.command(
    options_metavar="[VAL]", help="Förklara en bedömning: siffror, regel, perioder och källrader."
)
@click.argument("indicator", metavar="STYRMÅTT")
@period_option
@click.option("--unit", default=None, metavar="ID", help="Enhet; annars hela regionen.")
@json_option
@workspace_option
def explain(
    indicator: str, period: Occasion, unit: str | None, root: Path, *, as_json: bool
) -> None:
    """Explain a verdict."""
    from rapport.pipeline import questions  # noqa: PLC0415 - keeps --help instant

    explained = questions.explain(root, indicator, period, unit)
    if as_json:
        print_json(explained.data)
    else:
        click.echo("\n".join(explained.lines))


_ELSEWHERE: tuple[click.Command, ...] = (
    build,
    collect,
    diff,
    forms,
    calendar,
    package,
    verify,
    seal,
    review,
    new_year,
)
"""The commands that have a module of their own beside this one, in the order of the help."""

for _command in _ELSEWHERE:
    cli.add_command(_command)

"""``rapport build``: the reports of an occasion, or those of a data package made again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from rapport.cli.options import (
    EXIT_INPUT,
    FormatList,
    OccasionType,
    print_problems,
    workspace_option,
)


@click.command(
    options_metavar="[VAL]", help="Bygg rapporterna för en period som PDF, Word och HTML."
)
@click.option(
    "--period", type=OccasionType(), default=None, metavar="PERIOD",
    help="Rapporttillfälle: T2-2024, AR-2024 (helår), K3-2024, 2024-09.",
)  # fmt: skip
@click.option("--from-package", "package", default=None, metavar="FIL",
              type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Gör om slutliga rapporter ur ett datapaket och jämför dem.")  # fmt: skip
@click.option(
    "--report", "reports", multiple=True, metavar="ID", help="Bara denna rapport; kan upprepas."
)
@click.option(
    "--unit", "units", multiple=True, metavar="ID", help="Rapport för en enhet, eller alla."
)
@click.option("--format", "formats", type=FormatList(), default=None, metavar="pdf,docx,html",
              help="Format att skriva; annars dem som rapporten anger.")  # fmt: skip
@click.option("--changes-since", metavar="PERIOD", default="",
              help="Ändringslogg mot ett tidigare bygge: en period eller en mapp.")  # fmt: skip
@click.option("--final", is_flag=True, help="Slutlig rapport: kräver att inget saknas.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=None, metavar="N", help="Antal samtidiga jobb."
)
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), metavar="MAPP",
              help="Mapp för rapporterna; annars output.")  # fmt: skip
@click.option("--why", is_flag=True, help="Visa vilka dokument som gjordes om, och varför.")
@click.option("--no-cache", "anew", is_flag=True, help="Gör allt från början, utan mellanlager.")
@workspace_option
def build(**given: Any) -> None:  # noqa: ANN401 - click passes options by name
    """Build reports."""
    if given["package"] is not None:
        _rebuild(given)
        return
    if given["period"] is None:
        message = "Ange --period, till exempel --period T2-2024."
        raise click.UsageError(message)
    if given["final"] and given["changes_since"]:
        message = "En slutlig rapport har ingen ändringslogg. Ta bort --changes-since."
        raise click.UsageError(message)
    from rapport.cli.progress import shown_progress  # noqa: PLC0415
    from rapport.pipeline.building import build as build_reports  # noqa: PLC0415 - keeps --help instant
    from rapport.pipeline.building import summary_text  # noqa: PLC0415
    from rapport.pipeline.orders import Order  # noqa: PLC0415
    from rapport.pipeline.rendering import default_jobs  # noqa: PLC0415

    order = Order(
        root=given["root"],
        occasion=given["period"],
        reports=given["reports"],
        units=given["units"],
        formats=given["formats"] or (),
        final=given["final"],
        jobs=given["jobs"] or default_jobs(),
        output=given["output"],
        changes_since=given["changes_since"],
        cached=not given["anew"],
    )
    with shown_progress() as progress:
        built = build_reports(order, progress)
    print_problems(problem for problem in built.problems if problem.severity == "varning")
    click.echo(summary_text(order, built))
    if given["why"]:
        click.echo("Så blev dokumenten till:")
        for reason in built.reasons:
            click.echo(f"  {reason}")


def _rebuild(given: dict[str, Any]) -> None:
    """Make the reports of a data package again; exit code 1 when a file came out otherwise."""
    chosen = ("period", "reports", "units", "formats", "final", "changes_since")
    if any(given[name] for name in chosen):
        message = "--from-package bygger det som paketet beställer. Ta bort de andra valen."
        raise click.UsageError(message)
    from rapport.cli.progress import shown_progress  # noqa: PLC0415
    from rapport.pipeline.rebuilding import rebuild, rebuilt_text  # noqa: PLC0415 - keeps --help instant
    from rapport.pipeline.rendering import default_jobs  # noqa: PLC0415

    output = given["output"] or given["root"] / "output"
    with shown_progress() as progress:
        rebuilt = rebuild(given["package"], output, given["jobs"] or default_jobs(), progress)
    click.echo(rebuilt_text(rebuilt))
    if rebuilt.differing:
        sys.exit(EXIT_INPUT)

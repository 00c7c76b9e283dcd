"""What commands have in common: kinds of options, and how problems and JSON are printed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rapport.domain.period import Occasion
    from rapport.domain.problem import Problem

_FORMATS = ("pdf", "docx", "html")
EXIT_INPUT = 1


class OccasionType(click.ParamType["Occasion"]):
    """A report occasion on the command line: T2-2024, AR-2024, K3-2024, 2024-09."""

    name = "period"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Occasion:
        """Read the text, or end with a usage error that says what to write."""
        from rapport.domain.period import Occasion  # noqa: PLC0415 - keeps --help instant

        try:
            return Occasion.parse(str(value))
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)


class FormatList(click.ParamType[tuple[str, ...]]):
    """A comma-separated list of formats."""

    name = "format"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split and check the list."""
        wanted = tuple(part.strip() for part in str(value).split(",") if part.strip())
        unknown = [part for part in wanted if part not in _FORMATS]
        if unknown or not wanted:
            allowed = ", ".join(_FORMATS)
            self.fail(f'"{value}" är inga kända format. Välj bland {allowed}.', param, ctx)
        return wanted


workspace_option = click.option(
    "-C",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="MAPP",
    help="Regionens mapp; annars den mapp du står i.",
)
period_option = click.option(
    "--period", type=OccasionType(), required=True, metavar="PERIOD",
    help="Rapporttillfälle: T2-2024, AR-2024 (helår), K3-2024, 2024-09.",
)  # fmt: skip
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Skriv som JSON, för andra program."
)


def print_problems(problems: Iterable[Problem]) -> None:
    """Every problem with its place, on standard error."""
    for problem in problems:
        click.echo(f"{problem}\n", err=True)


def print_json(content: object) -> None:
    """An answer for other programs, on standard output."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=1))

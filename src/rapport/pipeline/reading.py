"""Reading: the workspace as a whole, or every problem in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected, Location, Problem
from rapport.report.cut_options import cut_problems
from rapport.report.section_options import option_problems
from rapport.report.sections import SECTIONS
from rapport.sources.workspace import Workspace, read_workspace


def read(
    root: Path, occasion: Occasion | None, *, with_lint: bool = False
) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read the workspace with every problem in it, the options of the sections included.

    ``with_lint`` adds what the plan linter finds.

    Raises:
        InputRejected: there is no region; all problems are in the exception.
    """
    workspace, problems = read_workspace(root, occasion, frozenset(SECTIONS), with_lint=with_lint)
    reports = workspace.reports.values()
    cuts = cut_problems(reports, workspace.region, workspace.plans)
    found = (*problems, *option_problems(reports), *cuts)
    return workspace, tuple(sorted(found, key=_by_place))


def load(root: Path, occasion: Occasion | None) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read the workspace; the problems returned do not stop anything.

    Raises:
        InputRejected: the input has errors; all problems are in the exception.
    """
    workspace, problems = read(root, occasion)
    refuse_errors(problems)
    return workspace, problems


def refuse_errors(problems: Iterable[Problem]) -> None:
    """Stop with all problems when one of them is an error."""
    found = tuple(dict.fromkeys(problems))
    if any(problem.is_error for problem in found):
        raise InputRejected(tuple(sorted(found, key=_by_place)))


def _by_place(problem: Problem) -> tuple[str, int, int, str, str]:
    place = problem.location
    return place.path, place.line or 0, place.column or 0, place.sheet or "", place.cell or ""


def unknown_choice(message: str) -> Problem:
    """A report, unit or measure on the command line that does not exist."""
    return Problem(Location("kommandot"), "okänt-val", message)


def not_ready(message: str) -> Problem:
    """An order for something that exists but may not be sent yet."""
    return Problem(Location("kommandot"), "inte-klar", message)

"""The whole story, one line per step: read, judge, narrate, compose, draw, render, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from rapport.domain.organisation import Organisation
from rapport.domain.outcome import Assessment
from rapport.domain.period import Occasion
from rapport.domain.plan import Plan
from rapport.domain.problem import InputRejected, Location, Problem, RenderFailed
from rapport.fulfilment.evaluation import Evaluation
from rapport.render import documents
from rapport.render.manifest import manifest_json
from rapport.render.narrative import narrate
from rapport.render.output_folder import write_build
from rapport.render.result_files import result_rows, results_csv, results_json
from rapport.report.blocks import Block
from rapport.report.bound_numbers import BoundNumbers
from rapport.report.compose import compose
from rapport.report.definition import ReportDefinition
from rapport.report.document import Document
from rapport.report.facts import Facts
from rapport.report.sections import SECTIONS
from rapport.sources.workspace import Workspace, read_workspace

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done and how many there are."""


@dataclass(frozen=True)
class Order:
    """What is asked for: which occasion, reports, units and formats, draft or final."""

    root: Path
    occasion: Occasion
    reports: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    final: bool = False
    jobs: int = 1
    output: Path | None = None


@dataclass(frozen=True)
class Built:
    """What a build wrote, and the problems that did not stop it."""

    folder: Path
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    missing: int


def build(order: Order, progress: Progress) -> Built:
    """Build the reports of an occasion.

    Raises:
        InputRejected: the input has errors, or a final report lacks something; nothing was
            written.
        RenderFailed: a document could not be rendered or written.
    """
    progress("Läser planer, mätdata och texter", 0, 1)
    workspace, problems = load(order.root, order.occasion)
    wanted = _definitions(workspace, order)
    units = _units(workspace, order)
    progress("Bedömer måluppfyllelse", 0, 1)
    made = [compose_report(workspace, order, wanted_one, unit) for wanted_one in wanted for unit in units]
    refuse_errors((*problems, *(problem for each in made for problem in each.problems)))
    if order.final:
        _refuse_incomplete(made)
    files = _render(order, made, progress)
    for unit in units:
        files |= _results(workspace, order, unit)
    parameters = {"period": str(order.occasion), "slutlig": "ja" if order.final else "nej"}
    files["manifest.json"] = manifest_json(parameters, _inputs(order.root, workspace), files)
    progress("Skriver filerna", 0, 1)
    folder = write_build(order.output or order.root / "output", str(order.occasion), files)
    remarks = tuple(problem for problem in problems if not problem.is_error)
    return Built(folder, tuple(sorted(files)), remarks, sum(each.blocking for each in made))


@dataclass(frozen=True)
class Composed:
    """One composed report: its document, where it goes, and what was found on the way."""

    document: Document
    formats: tuple[str, ...]
    folder: str
    problems: tuple[Problem, ...]
    facts: Facts

    @property
    def blocking(self) -> int:
        """How many things stop the report from being final."""
        return sum(item.blocking for item in self.facts.missing)


def load(root: Path, occasion: Occasion | None) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read the workspace.

    Raises:
        InputRejected: it cannot be read well enough to go on.
    """
    workspace, problems = read_workspace(root, occasion, frozenset(SECTIONS))
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

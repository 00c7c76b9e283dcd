"""The questions one can ask without building: check, list, status and explain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from rapport.domain.outcome import Assessment
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected, Problem, Severity
from rapport.pipeline.orders import Order
from rapport.pipeline.preparation import Preparation, evaluate
from rapport.pipeline.reading import load, read, unknown_choice
from rapport.render.result_files import result_row
from rapport.report.explanation_text import explanation_lines
from rapport.report.status_overview import overview_lines, report_data
from rapport.swedish import prose


@dataclass(frozen=True)
class Answer:
    """An answer in both forms: lines to read and data for other programs."""

    lines: tuple[str, ...]
    data: object


def check(root: Path, occasion: Occasion | None) -> tuple[Problem, ...]:
    """Every problem in the workspace; with an occasion also those of its texts."""
    try:
        workspace, problems = read(root, occasion, with_lint=True)
    except InputRejected as rejected:
        return rejected.problems
    if occasion is None or any(problem.is_error for problem in problems):
        return problems
    order = Order(root, occasion)
    prepared = Preparation(workspace, evaluate(workspace, occasion), order, problems).reports()
    found = (*problems, *(problem for each in prepared for problem in each.problems))
    return tuple(dict.fromkeys(found))


def problem_data(problem: Problem) -> dict[str, object]:
    """A problem for other programs."""
    place = problem.location
    return {
        "slag": str(problem.severity),
        "kod": problem.code,
        "fil": place.path,
        "rad": place.line,
        "kolumn": place.column,
        "blad": place.sheet,
        "cell": place.cell,
        "meddelande": problem.message,
    }


_SEVERITIES = {
    Severity.ERROR: prose.Noun("fel", "fel"),
    Severity.WARNING: prose.Noun("varning", "varningar", neuter=False),
    Severity.NOTE: prose.Noun("anmärkning", "anmärkningar", neuter=False),
}


def problem_counts(problems: tuple[Problem, ...]) -> str:
    """How many problems of each kind: "Inga fel, en varning och tre anmärkningar."."""
    counts = [
        prose.counted(sum(p.severity is severity for p in problems), noun)
        for severity, noun in _SEVERITIES.items()
    ]
    return f"{prose.capitalised(prose.enumeration(counts))}."


def contents(root: Path) -> dict[str, list[dict[str, str]]]:
    """Reports, plans, measures, occasions and units of a workspace."""
    workspace, _ = load(root, None)
    periods = sorted(
        {
            path.parent.name
            for path in workspace.inputs
            if "uppfoljning" in path.parts or "texter" in path.parts
        }
    )
    return {
        "Rapporter": [{"id": r.id, "namn": r.title} for r in workspace.reports.values()],
        "Planer": [{"id": plan.id, "namn": plan.name} for plan in workspace.plans],
        "Mått": [
            {"id": indicator.id, "namn": f"{indicator.short_name} ({plan.id}, {indicator.number})"}
            for plan in workspace.plans
            for indicator in plan.indicators
        ],
        "Perioder med uppföljning": [{"id": name, "namn": ""} for name in periods],
        "Enheter": [
            {"id": member.id, "namn": f"{member.name} ({member.level})"}
            for member in workspace.region.organisations
        ],
    }


def status(root: Path, occasion: Occasion, reports: tuple[str, ...]) -> Answer:
    """Days to each meeting, how far each report has come, and who owes what."""
    workspace, problems = load(root, occasion)
    order = Order(root, occasion, reports)
    prepared = Preparation(workspace, evaluate(workspace, occasion), order, problems).reports()
    today = datetime.now(UTC).astimezone().date()
    facts = [each.facts for each in prepared]
    lines = tuple(overview_lines(facts, today))
    return Answer(lines, [report_data(each, today) for each in facts])


def explain(root: Path, indicator_id: str, occasion: Occasion, unit: str | None) -> Answer:
    """Why a measure is judged as it is, in every plan that has it.

    Raises:
        InputRejected: no plan has such a measure, or there is no such unit.
    """
    workspace, _ = load(root, occasion)
    tree = workspace.region.organisations
    organisation = unit or tree.top
    found = [(p, i) for p in workspace.plans for i in p.indicators if i.id == indicator_id]
    if not found or organisation not in tree:
        raise InputRejected((_unknown(indicator_id, organisation, known=bool(found)),))
    evaluation = evaluate(workspace, occasion)
    lines: list[str] = []
    rows: list[dict[str, object]] = []
    for plan, indicator in found:
        assessments = evaluation.assess(plan, indicator, organisation)
        lines += [*explanation_lines(evaluation, plan, assessments, tree[organisation].name), ""]
        rows += [_explained_row(assessment) for assessment in assessments]
    return Answer(tuple(lines), rows)


def _explained_row(assessment: Assessment) -> dict[str, object]:
    sources = [source._asdict() for source in assessment.outcome.sources]
    return {**result_row(assessment), "kallrader": sources}


def _unknown(indicator_id: str, organisation: str, *, known: bool) -> Problem:
    what = f'ingen enhet "{organisation}"' if known else f'inget styrmått "{indicator_id}"'
    return unknown_choice(f"Det finns {what}. rapport list visar dem som finns.")

"""From ``data/uppfoljning/<period>/*.yaml`` to the domain's follow-up ("uppföljning")."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.follow_up import (
    Action,
    BudgetOutcome,
    Cause,
    FollowUp,
    IndicatorDecision,
    OwnForecast,
    PartDecision,
    StatusReport,
)
from rapport.domain.outcome import Decision, Verdict
from rapport.domain.period import Occasion
from rapport.domain.problem import Problem
from rapport.sources.follow_up_model import DecisionModel, FollowUpModel, VerdictWord
from rapport.sources.follow_up_rows import (
    assignment_reports_of,
    control_results_of,
    judgement_of,
    requirement_reports_of,
)
from rapport.sources.messages import misplaced, read_model
from rapport.sources.tree import Spot, Tree

_VERDICTS = {
    VerdictWord.MET: Verdict.MET,
    VerdictWord.PARTLY: Verdict.PARTLY,
    VerdictWord.NOT_MET: Verdict.NOT_MET,
    VerdictWord.NOT_ASSESSABLE: Verdict.NOT_ASSESSABLE,
}


def read_follow_up(tree: Tree, occasion: Occasion) -> tuple[FollowUp | None, tuple[Problem, ...]]:
    """Read one file of the folder of an occasion; the file must be for the same occasion."""
    model, problems = read_model(FollowUpModel, tree)
    if model is None:
        return None, problems
    spot = Spot(tree)
    return _follow_up(model, spot), (*problems, *misplaced(spot, model.period, occasion))


def _follow_up(model: FollowUpModel, spot: Spot) -> FollowUp:
    plan = model.plan
    return FollowUp(
        statuses=tuple(_statuses(model, spot / "status")),
        actions=tuple(_actions(model, spot / "åtgärder")),
        decisions=tuple(_decisions(model, spot / "beslutade_bedömningar")),
        part_decisions=tuple(_part_decisions(model, spot / "beslutade_bedömningar")),
        forecasts=tuple(_forecasts(model, spot / "prognoser")),
        budget=tuple(_economy(model, spot / "ekonomi")),
        is_example=model.is_example,
        control_results=tuple(control_results_of(plan, model.controls, spot / "kontroller")),
        control_judgements=judgement_of(
            plan, model.control_judgement, spot / "samlad_internkontroll"
        ),
        assignment_reports=tuple(
            assignment_reports_of(plan, str(model.period), model.assignments, spot / "uppdrag")
        ),
        requirement_reports=tuple(requirement_reports_of(plan, model.requirements, spot / "krav")),
    )


def _statuses(model: FollowUpModel, spot: Spot) -> Iterator[StatusReport]:
    for place, row in enumerate(model.statuses):
        yield StatusReport(
            plan=model.plan,
            item=row.item,
            status=row.status,
            comment=row.comment,
            new_date=row.new_date,
            reported_by=row.reported_by,
            location=(spot / place / "avser").location,
        )


def _actions(model: FollowUpModel, spot: Spot) -> Iterator[Action]:
    for place, row in enumerate(model.actions):
        yield Action(
            plan=model.plan,
            indicator=row.indicator,
            text=row.text,
            responsible=row.responsible,
            due=row.due,
            status=row.status,
            location=(spot / place / "styrmått").location,
        )


def _decisions(model: FollowUpModel, spot: Spot) -> Iterator[IndicatorDecision]:
    for place, row in enumerate(model.decisions):
        if row.indicator is not None:
            location = (spot / place / "styrmått").location
            yield IndicatorDecision(model.plan, row.indicator, _decision(row), row.status, location)


def _part_decisions(model: FollowUpModel, spot: Spot) -> Iterator[PartDecision]:
    for place, row in enumerate(model.decisions):
        for part, item in row.parts.items():
            location = (spot / place / part.value).location
            yield PartDecision(model.plan, part, item, _decision(row), row.status, location)


def _decision(row: DecisionModel) -> Decision:
    return Decision(_VERDICTS[row.verdict], row.office, row.date, row.reason)


def _forecasts(model: FollowUpModel, spot: Spot) -> Iterator[OwnForecast]:
    for place, row in enumerate(model.forecasts):
        location = (spot / place / "styrmått").location
        yield OwnForecast(model.plan, row.indicator, row.value, row.office, row.reason, location)


def _economy(model: FollowUpModel, spot: Spot) -> Iterator[BudgetOutcome]:
    for place, row in enumerate(model.economy):
        yield BudgetOutcome(
            plan=model.plan,
            item=row.item,
            budget=row.budget,
            outcome=row.outcome,
            forecast=row.forecast,
            comment=row.comment,
            is_example=model.is_example,
            location=(spot / place / "post").location,
            causes=tuple(Cause(cause.text, cause.amount) for cause in row.causes),
        )


def merged(parts: list[FollowUp]) -> FollowUp:
    """The files of an occasion as one; example data when any of them is."""
    return FollowUp(
        statuses=tuple(row for part in parts for row in part.statuses),
        actions=tuple(row for part in parts for row in part.actions),
        decisions=tuple(row for part in parts for row in part.decisions),
        part_decisions=tuple(row for part in parts for row in part.part_decisions),
        forecasts=tuple(row for part in parts for row in part.forecasts),
        budget=tuple(row for part in parts for row in part.budget),
        texts=tuple(text for part in parts for text in part.texts),
        is_example=any(part.is_example for part in parts),
        control_results=tuple(row for part in parts for row in part.control_results),
        control_judgements=tuple(row for part in parts for row in part.control_judgements),
        assignment_reports=tuple(row for part in parts for row in part.assignment_reports),
        requirement_reports=tuple(row for part in parts for row in part.requirement_reports),
    )

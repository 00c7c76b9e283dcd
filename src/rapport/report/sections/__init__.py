"""The sections a report can ask for, by the Swedish name used in reports/*.yaml."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapport.report.blocks import Block
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.sections import (
    action_plan,
    action_plan_summary,
    agreements,
    assignment_reports,
    assignments,
    board_report,
    budget_group,
    control_brief,
    cover,
    coverage,
    definitions,
    economic_goal,
    economic_management,
    economy,
    goal_fulfilment,
    goals,
    internal_control,
    judgement,
    management,
    missing,
    official_letter,
    plan_goals,
    plan_opening,
    plan_tables,
    strategy,
    summary,
    women_and_men,
)

Compose = Callable[[Facts, SectionRequest], tuple[Block, ...]]

SECTIONS: Mapping[str, Compose] = {
    "forstasida": cover.compose,
    "sammanfattning": summary.compose,
    "strategiska-mal": goals.compose,
    "kvinnor-och-man": women_and_men.compose,
    "handlingsplan": action_plan.compose,
    "handlingsplan-sammanfattning": action_plan_summary.compose,
    "handlingsplan-mottagare": action_plan.by_recipient,
    "ekonomiskt-mal": economic_goal.compose,
    "god-ekonomisk-hushallning": economic_management.compose,
    "mal-per-perspektiv": goal_fulfilment.compose,
    "budgetgrupp": budget_group.compose,
    "riktade-uppdrag": assignments.compose,
    "ekonomi": economy.compose,
    "sa-har-vi-bedomt": judgement.compose,
    "definitioner": definitions.compose,
    "saknas": missing.compose,
    "namndens-uppdrag": board_report.mission,
    "samlad-bedomning": board_report.overall,
    "styrmatt-oversikt": board_report.overview,
    "internkontroll": internal_control.compose,
    "internkontroll-kort": control_brief.compose,
    "internkontroll-sammanfattning": internal_control.summary,
    "text": board_report.free_text,
    "arendets-vag": board_report.case_path,
    "uppdrag": assignment_reports.compose,
    "overenskommelser": agreements.compose,
    "ledningsrapport": management.compose,
    "tjansteskrivelse": official_letter.compose,
    "plan-forstasida": plan_opening.cover,
    "plan-inledning": plan_opening.mission,
    "plan-mal": plan_goals.goals,
    "plan-aktiviteter": plan_tables.activities,
    "plan-uppdrag": plan_tables.assignments,
    "plan-internkontroll": plan_tables.controls,
    "plan-budget": plan_tables.budget,
    "plan-beredning": plan_tables.meetings,
    "plan-definitioner": plan_goals.definitions,
    "strategi": strategy.compose,
    "tackning": coverage.compose,
}

"""The sections a report can ask for, by the Swedish name used in reports/*.yaml."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rapport.report.blocks import Block
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.sections import (
    action_plan,
    assignments,
    board_report,
    cover,
    definitions,
    economy,
    goals,
    judgement,
    missing,
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
    "riktade-uppdrag": assignments.compose,
    "ekonomi": economy.compose,
    "sa-har-vi-bedomt": judgement.compose,
    "definitioner": definitions.compose,
    "saknas": missing.compose,
    "namndens-uppdrag": board_report.mission,
    "samlad-bedomning": board_report.overall,
    "styrmatt-oversikt": board_report.overview,
    "internkontroll": board_report.controls,
    "text": board_report.free_text,
    "arendets-vag": board_report.case_path,
}

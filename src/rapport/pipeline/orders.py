"""Orders: what is asked for, and the choice of reports and units that it means."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rapport.domain.organisation import Organisation
from rapport.domain.period import Occasion
from rapport.pipeline.reading import refuse_errors, unknown_choice
from rapport.report.definition import ReportDefinition
from rapport.sources.workspace import Workspace

ALL_UNITS = "alla"


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


def definitions(workspace: Workspace, order: Order) -> list[ReportDefinition]:
    """The reports asked for by name, else all that are made at the occasion.

    Raises:
        InputRejected: a report does not exist, or none is made at the occasion.
    """
    known = ", ".join(sorted(workspace.reports)) or "inga"
    refuse_errors(
        unknown_choice(f'Det finns ingen rapport "{name}" i reports. De som finns: {known}.')
        for name in order.reports
        if name not in workspace.reports
    )
    if order.reports:
        return [workspace.reports[name] for name in dict.fromkeys(order.reports)]
    kinds = order.occasion.kinds
    due = [r for r in workspace.reports.values() if not kinds or r.occasions & kinds]
    if not due:
        message = (
            f"Ingen rapport i mappen reports görs vid {order.occasion}. "
            f"Ange --report för att bygga någon av dem ändå: {known}."
        )
        refuse_errors([unknown_choice(message)])
    return due


def units(workspace: Workspace, order: Order) -> list[Organisation]:
    """The organisations to report on: the whole region, or units.

    Raises:
        InputRejected: a unit does not exist.
    """
    tree = workspace.region.organisations
    if not order.units:
        return [tree[tree.top]]
    if ALL_UNITS in order.units:
        return [member for member in tree if member.parent is not None]
    known = ", ".join(member.id for member in tree)
    refuse_errors(
        unknown_choice(f'Det finns ingen enhet "{name}" i rapport.toml. De som finns: {known}.')
        for name in order.units
        if name not in tree
    )
    return [tree[name] for name in dict.fromkeys(order.units)]

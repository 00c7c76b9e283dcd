"""Orders: what is asked for, and the choice of reports and units that it means."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rapport.domain.organisation import Organisation
from rapport.domain.period import Occasion, OccasionKind
from rapport.domain.plan import Plan
from rapport.pipeline.reading import refuse_errors, unknown_choice
from rapport.report.definition import ReportDefinition
from rapport.report.legal_window import window_fault
from rapport.sources.workspace import Workspace

ALL_UNITS = "alla"
ALL_REPORTS = "alla"


@dataclass(frozen=True)
class Order:
    """What is asked for: which occasion, reports, units and formats, draft or final.

    ``changes_since`` is the occasion or folder of a build that drafts are compared with.
    ``cached`` lets drafts be taken from the cache where nothing that decides them has changed.
    """

    root: Path
    occasion: Occasion
    reports: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    final: bool = False
    jobs: int = 1
    output: Path | None = None
    changes_since: str = ""
    cached: bool = False


def definitions(workspace: Workspace, order: Order) -> list[ReportDefinition]:
    """The reports asked for by name, every report, or all that are made at the occasion.

    A report that nobody named is left out when none of its plans governs the year.

    Raises:
        InputRejected: a report does not exist, or none is made at the occasion.
    """
    known = ", ".join(sorted(workspace.reports)) or "inga"
    named = [name for name in dict.fromkeys(order.reports) if name != ALL_REPORTS]
    refuse_errors(
        unknown_choice(f'Det finns ingen rapport "{name}" i reports. De som finns: {known}.')
        for name in named
        if name not in workspace.reports
    )
    if named and ALL_REPORTS not in order.reports:
        return _lawful([workspace.reports[name] for name in named], order.occasion)
    due = made_at(workspace, order.occasion, every=bool(order.reports))
    if not due:
        message = (
            f"Ingen rapport i mappen reports görs vid {order.occasion}. "
            f"Ange --report för att bygga någon av dem ändå: {known}."
        )
        refuse_errors([unknown_choice(message)])
    return _lawful(due, order.occasion)


def _lawful(reports: list[ReportDefinition], occasion: Occasion) -> list[ReportDefinition]:
    """The reports, none of which is about other months than the law allows it.

    Raises:
        InputRejected: one of them is.
    """
    faults = (window_fault(report, occasion) for report in reports)
    refuse_errors(unknown_choice(fault) for fault in faults if fault)
    return reports


def made_at(
    workspace: Workspace, occasion: Occasion, *, every: bool = False
) -> list[ReportDefinition]:
    """The reports made at an occasion, or every one, that have a plan in force then.

    A quarter, and a month that no report is made for, are asked for by hand: then it is all.
    """
    kinds = frozenset[OccasionKind]() if every else occasion.kinds
    known = workspace.reports.values()
    if kinds == {OccasionKind.MONTH} and not any(report.occasions & kinds for report in known):
        kinds = frozenset()
    return [
        report
        for report in known
        if (not kinds or report.occasions & kinds)
        and (report.occasions & occasion.kinds or not window_fault(report, occasion))
        and in_force(workspace, report, occasion)
    ]


def in_force(
    workspace: Workspace, report: ReportDefinition, occasion: Occasion
) -> tuple[Plan, ...]:
    """The plans of a report that govern the occasion's year, in the order it names them."""
    by_id = {plan.id: plan for plan in workspace.plans}
    named = (by_id[name] for name in plans_of(workspace, report, occasion))
    return tuple(plan for plan in named if plan.covers(occasion.year))


def plans_of(workspace: Workspace, report: ReportDefinition, occasion: Occasion) -> tuple[str, ...]:
    """The ids of a report's plans: its own, else those of the report it stands in front of."""
    behind = report_behind(workspace, report, occasion)
    return behind.plans if behind else report.plans


def report_behind(
    workspace: Workspace, report: ReportDefinition, occasion: Occasion
) -> ReportDefinition | None:
    """The report that a letter or summary goes in front of.

    It is the one that is named, else the first one that the same body receives.
    """
    if not report.stands_in_front:
        return None
    if report.about:
        return workspace.reports.get(report.about)
    kinds = occasion.kinds
    return next(
        (
            other
            for other in workspace.reports.values()
            if other.recipient == report.recipient
            and not other.stands_in_front
            and not other.sets_out_plan
            and (not kinds or other.occasions & kinds)
        ),
        None,
    )


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

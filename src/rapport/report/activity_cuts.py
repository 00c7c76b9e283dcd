"""Cuts of an action plan: the activities that one recipient gets, or that one body answers for.

A name in the plan and the name in ``rapport.toml`` may differ; they are the same body when one
is an alias of the other. A collective name stands for each of its members.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapport.domain.activity import Activity, ActivityArea
from rapport.domain.organisation import Board
from rapport.domain.plan import Plan
from rapport.domain.region import Region
from rapport.report.definition import ReportDefinition, SectionRequest


@dataclass(frozen=True)
class Cut:
    """What of a plan a view shows: all, what goes to a recipient, or what someone answers for."""

    recipient: str = ""
    responsible: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is cut away."""
        return not self.recipient and not self.responsible


@dataclass(frozen=True)
class View:
    """The recipients that get exactly the same activities, and those activities."""

    recipients: tuple[str, ...]
    activities: tuple[Activity, ...]


def cut_of(request: SectionRequest) -> Cut:
    """The cut that a section of a report asks for."""
    return Cut(request.options.get("mottagare", ""), request.options.get("ansvarig", ""))


def areas_of(region: Region, plan: Plan, cut: Cut) -> tuple[ActivityArea, ...]:
    """The plan's areas with the activities of the cut; areas without any are left out."""
    areas = (
        ActivityArea(
            area.id,
            area.name,
            area.column_title,
            tuple(each for each in area.activities if _is_kept(region, cut, each)),
        )
        for area in plan.areas
    )
    return tuple(area for area in areas if area.activities)


def cut_plan(region: Region, plan: Plan, cut: Cut) -> Plan:
    """The plan with the activities of a cut and the measures that they go by."""
    if cut.is_whole:
        return plan
    areas = areas_of(region, plan, cut)
    wanted = {activity.indicator for activity in activities_of(areas)}
    kept = tuple(each for each in plan.other_indicators if each.id in wanted)
    return replace(plan, areas=areas, other_indicators=kept)


def shown_plan(region: Region, definition: ReportDefinition, plan: Plan) -> Plan:
    """The plan as a report shows it: cut, where all its sections on the plan make the same cut."""
    cuts = {cut_of(each) for each in definition.sections if each.options.get("plan") == plan.id}
    return cut_plan(region, plan, cuts.pop()) if len(cuts) == 1 else plan


def activities_of(areas: Iterable[ActivityArea]) -> tuple[Activity, ...]:
    """All activities in order."""
    return tuple(activity for area in areas for activity in area.activities)


def body(region: Region, name: str) -> Board | None:
    """The body that a name means, by id, name or alias."""
    return next((board for board in region.boards if board.is_called(name)), None)


def body_name(region: Region, name: str) -> str:
    """The region's own name of a body, or the name as the plan writes it."""
    found = body(region, name)
    return found.name if found else name


def recipients_of(region: Region, activity: Activity) -> tuple[str, ...]:
    """Everyone an activity is reported to by name, collective names as their members."""
    names: list[str] = []
    for written in activity.reports_to:
        found = body(region, written)
        if found is None or not found.members:
            names.append(found.name if found else written)
        else:
            names += [body_name(region, member) for member in found.members]
    return tuple(dict.fromkeys(names))


def responsible_of(region: Region, activity: Activity) -> tuple[str, ...]:
    """Everyone who answers for an activity by the region's own names."""
    return tuple(dict.fromkeys(body_name(region, name) for name in activity.responsible))


def views(region: Region, plan: Plan) -> tuple[View, ...]:
    """One view per recipient, those with the same activities together, the largest first."""
    everything = activities_of(plan.areas)
    names = dict.fromkeys(name for each in everything for name in recipients_of(region, each))
    shared: dict[tuple[Activity, ...], list[str]] = {}
    for name in names:
        own = tuple(each for each in everything if name in recipients_of(region, each))
        shared.setdefault(own, []).append(name)
    found = [View(tuple(sorted(who)), what) for what, who in shared.items()]
    return tuple(sorted(found, key=lambda view: (-len(view.activities), view.recipients)))


def _is_kept(region: Region, cut: Cut, activity: Activity) -> bool:
    to = body_name(region, cut.recipient)
    by = body_name(region, cut.responsible)
    return (not cut.recipient or to in recipients_of(region, activity)) and (
        not cut.responsible or by in responsible_of(region, activity)
    )

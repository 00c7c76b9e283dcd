"""Cuts that a report asks for ("mottagare", "ansvarig"), checked against plan and region."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapport.domain.activity import Activity
from rapport.domain.plan import Plan
from rapport.domain.problem import Problem
from rapport.domain.region import Region
from rapport.report.activity_cuts import activities_of, body, recipients_of, responsible_of
from rapport.report.definition import ReportDefinition, SectionRequest

_CUT = frozenset({"handlingsplan", "handlingsplan-sammanfattning"})
_NAMES: tuple[tuple[str, Callable[[Region, Activity], tuple[str, ...]]], ...] = (
    ("mottagare", recipients_of),
    ("ansvarig", responsible_of),
)


def cut_problems(
    definitions: Iterable[ReportDefinition], region: Region, plans: Iterable[Plan]
) -> Iterator[Problem]:
    """Every cut by a name that neither the plan nor the region has, which would be empty."""
    by_id = {plan.id: plan for plan in plans}
    for definition in definitions:
        for request in definition.sections:
            plan = by_id.get(request.options.get("plan", ""))
            if request.kind in _CUT and plan is not None:
                yield from _problems(request, region, plan)


def _problems(request: SectionRequest, region: Region, plan: Plan) -> Iterator[Problem]:
    for key, names_of in _NAMES:
        wanted = request.options.get(key, "")
        activities = activities_of(plan.areas)
        known = sorted({name for each in activities for name in names_of(region, each)})
        if wanted and body(region, wanted) is None and wanted not in known:
            message = (
                f'"{key}" i avsnittet "{request.kind}" är "{wanted}", som varken finns bland '
                f"nämnderna i rapport.toml eller i planen {plan.id}. De som planen har: "
                f"{'; '.join(known)}."
            )
            yield Problem(request.location, "okänt-val", message)

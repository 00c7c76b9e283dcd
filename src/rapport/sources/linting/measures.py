"""Measures and goals: what a measure lacks, and what stands without the other."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.coverage import Coverage, coverage_of
from rapport.domain.plan import Better, Indicator, Plan
from rapport.domain.problem import Location
from rapport.sources.contents import Contents
from rapport.sources.linting.finding import Finding
from rapport.swedish import prose

_SERIES = prose.Noun("serie", "serier", neuter=False)


def incomplete_measures(contents: Contents) -> Iterator[Finding]:
    """Measures without direction, baseline or source; a unit is required of every measure."""
    for plan in contents.plans:
        monitored = {measure.id for area in plan.monitoring for measure in area.indicators}
        for indicator in plan.indicators:
            lacks = _lacks(indicator, is_monitored=indicator.id in monitored)
            if lacks:
                yield Finding(
                    plan,
                    indicator.location,
                    "ofullständigt-styrmått",
                    f'Styrmåttet "{indicator.id}"',
                    f"saknar {prose.enumeration(lacks)}",
                    "Lägg till det som saknas, eller skriv i avvikelser_i_planen att planen inte "
                    "anger det.",
                    is_known=bool(indicator.deviations),
                )


def _lacks(indicator: Indicator, *, is_monitored: bool) -> list[str]:
    lacks = {
        "riktning": bool(indicator.targets) and indicator.better is Better.NEITHER,
        "ingångsvärde": not is_monitored and not indicator.baselines,
        "källa": not indicator.sources,
    }
    return [name for name, is_lacking in lacks.items() if is_lacking]


def one_target_for_many(contents: Contents) -> Iterator[Finding]:
    """One target for several series that are each judged against it."""
    for plan in contents.plans:
        for indicator in plan.indicators:
            series = indicator.judged_series
            shared = [t for t in indicator.targets if not (t.breakdown and t.breakdown.dimensions)]
            if len(series) > 1 and shared:
                yield Finding(
                    plan,
                    contents.places.near(indicator.location, "mål"),
                    "ett-mål-flera-serier",
                    f'Styrmåttet "{indicator.id}"',
                    f"har {prose.counted(len(series), _SERIES)} som bedöms mot samma mål",
                    "Kontrollera att planen menar det. Annars anges uppdelning på varje mål.",
                    is_known=bool(indicator.deviations),
                )


def measures_without_goal(contents: Contents) -> Iterator[Finding]:
    """Measures that stand under no goal and that no activity, control or demand is measured by."""
    for plan in contents.plans:
        used = _used(plan)
        for indicator in plan.other_indicators:
            if indicator.id not in used and not plan.economic_goal:
                yield Finding(
                    plan,
                    indicator.location,
                    "mått-utan-mål",
                    f'Styrmåttet "{indicator.id}"',
                    "hör inte till något mål och mäter ingen aktivitet, kontroll eller krav",
                    "Flytta det till sin framgångsfaktor, eller ange det där det används.",
                    is_known=bool(indicator.deviations),
                )


def _used(plan: Plan) -> set[str | None]:
    """The measures that something in the plan is measured by."""
    activities = (activity for area in plan.areas for activity in area.activities)
    steps = (step for control in plan.controls for step in control.steps)
    demands = (demand for agreement in plan.agreements for demand in agreement.requirements)
    return {
        *(activity.indicator for activity in activities),
        *(step.indicator for step in steps),
        *(demand.indicator for demand in demands),
    }


def goals_without_measures(contents: Contents) -> Iterator[Finding]:
    """Goals that nothing measures, and success factors of goals that are otherwise measured."""
    for plan in contents.plans:
        for covered in coverage_of(plan, contents.plans):
            whole = [i for factor in covered.goal.factors for i in factor.indicators]
            if covered.measures or (covered.factor is not None and not whole):
                continue
            location, subject = _named(contents, plan, covered)
            yield Finding(
                plan,
                location,
                "mål-utan-mått",
                subject,
                "har inget styrmått och kan inte bedömas",
                "Lägg till ett styrmått om planen har något, annars följs det med text.",
            )


def goals_without_activities(contents: Contents) -> Iterator[Finding]:
    """Goals that no activity and no assignment is done for, in any plan."""
    for plan in contents.plans:
        for covered in coverage_of(plan, contents.plans):
            if covered.factor is None and not (covered.activities or covered.assignments):
                location, subject = _named(contents, plan, covered)
                yield Finding(
                    plan,
                    location,
                    "mål-utan-aktiviteter",
                    subject,
                    "har ingen aktivitet och inget uppdrag",
                    "Skriv bidrar_till på de aktiviteter och uppdrag som görs för målet.",
                )


def _named(contents: Contents, plan: Plan, covered: Coverage) -> tuple[Location, str]:
    """Where a goal or success factor stands, and what to call it."""
    goal, factor = covered.goal, covered.factor
    steps: tuple[int | str, ...] = ("mål", plan.goals.index(goal))
    subject = f'Målet "{goal.id}"'
    if factor is not None:
        steps = (*steps, "framgångsfaktorer", goal.factors.index(factor))
        subject = f'Framgångsfaktorn "{factor.id}"'
    return contents.places.at(plan.location.path, *steps, "id"), subject

"""Whether the files of a workspace fit together: the list of checks, and those on references."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapport.domain.plan import Plan
from rapport.domain.problem import Location, Problem, Severity
from rapport.report.letter_texts import letter_keys
from rapport.sources import (
    calendar_checks,
    control_checks,
    follow_up_checks,
    money_checks,
    plan_checks,
    plan_links,
    report_checks,
)
from rapport.sources.contents import Contents
from rapport.sources.name_hints import hint
from rapport.sources.plan_links import unknown_plan
from rapport.sources.region_file import COMPARISON

Check = Callable[[Contents], Iterable[Problem]]


def cross_check(contents: Contents) -> tuple[Problem, ...]:
    """Everything that does not fit together, by every check."""
    return tuple(problem for check in CHECKS for problem in check(contents))


def repeated_ids(contents: Contents) -> Iterator[Problem]:
    """Two plan files, or two reports, with the same id."""
    yield from _repeated([(plan.id, plan.location) for plan in contents.plans])
    yield from _repeated([(report.id, report.location) for report in contents.reports])


def _repeated(named: list[tuple[str, Location]]) -> Iterator[Problem]:
    seen: dict[str, Location] = {}
    for name, location in named:
        if name in seen:
            message = (
                f'Id:t "{name}" används redan i {seen[name].path}. Ge den ena filen ett annat id.'
            )
            yield Problem(location, "dubbelt-id", message)
        seen.setdefault(name, location)


def unknown_boards(contents: Contents) -> Iterator[Problem]:
    """Plans, calendars and reports for a board that the region does not have."""
    if contents.region is None:
        return
    known = [board.id for board in contents.region.boards]
    named = [
        *((plan.board, contents.places.near(plan.location, "nämnd")) for plan in contents.plans),
        *((c.board, contents.places.near(c.location, "nämnd")) for c in contents.calendars),
        *((r.recipient, contents.places.near(r.location, "mottagare")) for r in contents.reports),
    ]
    for board, location in named:
        if board not in known:
            message = f'Nämnden "{board}" finns inte i rapport.toml.{hint(board, known)}'
            yield Problem(location, "okänd-nämnd", message)


def unknown_recipients(contents: Contents) -> Iterator[Problem]:
    """Activities that are reported to a body which the region does not know by that name."""
    if contents.region is None:
        return
    names = [name for board in contents.region.boards for name in (board.name, *board.aliases)]
    known = {name.casefold() for name in names} | {board.id for board in contents.region.boards}
    for plan in contents.plans:
        for activity in (activity for area in plan.areas for activity in area.activities):
            for place, recipient in enumerate(activity.reports_to):
                if recipient.casefold() not in known:
                    yield Problem(
                        contents.places.near(activity.location, "rapporteras_till", place),
                        "okänd-mottagare",
                        f'Mottagaren "{recipient}" finns inte bland nämnderna i rapport.toml och '
                        f"räknas därför för sig.{hint(recipient, names)}",
                        Severity.WARNING,
                    )


def unknown_organisations(contents: Contents) -> Iterator[Problem]:
    """Measures compared with an organisation, or delivered at a level, that does not exist."""
    if contents.region is None:
        return
    organisations = [organisation.id for organisation in contents.region.organisations]
    levels = {o.level for o in contents.region.organisations if o.level != COMPARISON}
    for indicator in (indicator for plan in contents.plans for indicator in plan.indicators):
        reference = indicator.reference
        if reference is not None and reference not in organisations:
            location = contents.places.near(indicator.location, "jämförs_med")
            nearest = hint(reference, organisations)
            message = f'Organisationen "{reference}" finns inte i rapport.toml.{nearest}'
            yield Problem(location, "okänd-organisation", message)
        if indicator.data_level not in levels:
            location = contents.places.near(indicator.location, "nivå_i_mätdata")
            message = (
                f'Ingen organisation i rapport.toml har nivån "{indicator.data_level}". '
                f"Nivåer som finns: {', '.join(sorted(levels))}."
            )
            yield Problem(location, "okänd-nivå", message)


def unknown_plans(contents: Contents) -> Iterator[Problem]:
    """Reports and sections that name a plan which does not exist, or is not the report's."""
    for report in contents.reports:
        for place, plan in enumerate(report.plans):
            location = contents.places.near(report.location, "planer", place)
            yield from unknown_plan(plan, location, contents)
        for place, section in enumerate(report.sections):
            plan = section.options.get("plan", "")
            location = contents.places.near(report.location, "avsnitt", place, "plan")
            if plan and plan not in report.plans:
                message = (
                    f'Avsnittet gäller planen "{plan}", som inte står bland rapportens planer. '
                    f'Lägg till den under "planer", eller rätta id:t.{hint(plan, report.plans)}'
                )
                yield Problem(location, "okänd-plan", message)


def unknown_texts(contents: Contents) -> Iterator[Problem]:
    """Texts whose key no section asks for: they would be left out in silence."""
    if contents.unread_plans:
        return
    known = {
        *FIXED_TEXTS,
        *(s.options.get("nyckel", "") for report in contents.reports for s in report.sections),
        *(key for report in contents.reports for key in letter_keys(report)),
        *(key for plan in contents.plans for key in _text_keys(plan)),
    }
    for text in (text for follow_up in contents.follow_ups for text in follow_up.texts):
        if text.key not in known:
            message = (
                f'Ingen rapport frågar efter texten "{text.key}", så den kommer inte med. '
                f"Byt namn på filen, eller ta bort den.{hint(text.key, known)}"
            )
            yield Problem(Location(text.location.path), "okänd-text", message, Severity.WARNING)


def _text_keys(plan: Plan) -> Iterator[str]:
    yield from (f"mal.{goal.id}" for goal in plan.goals)
    yield from (f"faktor.{factor.id}" for goal in plan.goals for factor in goal.factors)
    yield from (f"analys.{indicator.id}" for indicator in plan.indicators)
    yield from (f"uppdrag.{assignment.id}" for assignment in plan.assignments)
    yield from (f"overenskommelse.{agreement.id}" for agreement in plan.agreements)
    yield from (f"ledningsrapport.{area.id}" for area in plan.monitoring)


FIXED_TEXTS = frozenset(
    {
        "sammanfattning",
        "kvinnor-och-man",
        "ekonomi",
        "handlingsplan",
        "handlingsplan.fokuslakemedel",
        "internkontroll",
        "internkontroll.plan",
        "overenskommelser",
        "ledningsrapport",
        "regiondirektor.aktuella-handelser",
        "regiondirektor.fran-verksamheterna",
        "delarsrapport.samlad-bedomning",
        "delarsrapport.finansiella-mal",
        "strategi.sammanfattning",
        "verksamhetsrapport.uppdrag",
        "verksamhetsrapport.samlad-bedomning",
        "verksamhetsrapport.nationella-medel",
        "verksamhetsrapport.medborgardialog",
        "verksamhetsrapport.framatblick",
    }
)
"""The keys of texts that sections ask for whatever the plans contain."""


CHECKS: tuple[Check, ...] = (
    repeated_ids,
    unknown_boards,
    unknown_recipients,
    unknown_organisations,
    unknown_plans,
    report_checks.unknown_reports,
    plan_links.unknown_bodies,
    plan_links.unknown_predecessors,
    plan_links.unknown_goals,
    plan_links.unknown_measures_elsewhere,
    follow_up_checks.unknown_follow_up,
    follow_up_checks.unclear_closings,
    control_checks.unknown_steps,
    control_checks.controls_before_their_plan,
    control_checks.deviations_without_action,
    money_checks.parts_above_the_whole,
    money_checks.less_for_all_than_for_one,
    money_checks.impossible_increases,
    money_checks.causes_that_do_not_add_up,
    unknown_texts,
    plan_checks.numbering_gaps,
    plan_checks.uncertain_baselines,
    plan_checks.years_without_target,
    plan_checks.unknown_profiles,
    plan_checks.wide_tolerances,
    plan_checks.differing_targets,
    plan_checks.broken_series,
    calendar_checks.meetings_on_free_days,
    calendar_checks.same_day_twice,
    calendar_checks.stages_out_of_order,
)

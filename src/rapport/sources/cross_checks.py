"""Whether the files of a workspace fit together: the list of checks, and those on references."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from rapport.domain.follow_up import FollowUp
from rapport.domain.plan import Plan
from rapport.domain.problem import Location, Problem, Severity
from rapport.sources import calendar_checks, plan_checks
from rapport.sources.contents import Contents
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
            message = f'Nämnden "{board}" finns inte i rapport.toml.{_hint(board, known)}'
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
                        f"räknas därför för sig.{_hint(recipient, names)}",
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
            hint = _hint(reference, organisations)
            message = f'Organisationen "{reference}" finns inte i rapport.toml.{hint}'
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
    known = [plan.id for plan in contents.plans]
    for report in contents.reports:
        for place, plan in enumerate(report.plans):
            location = contents.places.near(report.location, "planer", place)
            yield from _unknown_plan(plan, location, known, contents)
        for place, section in enumerate(report.sections):
            plan = section.options.get("plan", "")
            location = contents.places.near(report.location, "avsnitt", place, "plan")
            if plan and plan not in report.plans:
                message = (
                    f'Avsnittet gäller planen "{plan}", som inte står bland rapportens planer. '
                    f'Lägg till den under "planer", eller rätta id:t.{_hint(plan, report.plans)}'
                )
                yield Problem(location, "okänd-plan", message)


def _unknown_plan(
    plan: str, location: Location, known: list[str], contents: Contents
) -> Iterator[Problem]:
    if plan not in known and plan not in contents.unread_plans:
        message = f'Planen "{plan}" finns inte i data/planer.{_hint(plan, known)}'
        yield Problem(location, "okänd-plan", message)


def unknown_follow_up(contents: Contents) -> Iterator[Problem]:
    """Follow-up on a plan, or a part of a plan, that does not exist; and parts given twice."""
    known = [plan.id for plan in contents.plans]
    for follow_up in contents.follow_ups:
        named: dict[str, Location] = {}
        for plan_id, location in _named_plans(follow_up):
            named.setdefault(plan_id, location)
        for plan_id, location in named.items():
            plan_place = contents.places.at(location.path, "plan")
            yield from _unknown_plan(plan_id, plan_place, known, contents)
            plan = contents.plan(plan_id)
            if plan is not None:
                yield from _unknown_parts(plan, follow_up)
        yield from _given_twice(follow_up)


def _named_plans(follow_up: FollowUp) -> Iterator[tuple[str, Location]]:
    rows = (
        *follow_up.statuses,
        *follow_up.actions,
        *follow_up.decisions,
        *follow_up.forecasts,
        *follow_up.budget,
    )
    yield from ((row.plan, row.location) for row in rows)


def _unknown_parts(plan: Plan, follow_up: FollowUp) -> Iterator[Problem]:
    items = [
        *(activity.id for area in plan.areas for activity in area.activities),
        *(assignment.id for assignment in plan.assignments),
        *(control.id for control in plan.controls),
    ]
    indicators = [indicator.id for indicator in plan.indicators]
    budget = [item.id for item in plan.budget]
    about = "ingen aktivitet, inget uppdrag och inget kontrollmoment"
    on_indicators = (*follow_up.actions, *follow_up.decisions, *follow_up.forecasts)
    rows = [
        *(
            (r.plan, r.item, r.location, items, "okänd-aktivitet", about)
            for r in follow_up.statuses
        ),
        *(
            (r.plan, r.indicator, r.location, indicators, "okänt-styrmått", "inget styrmått")
            for r in on_indicators
        ),
        *(
            (r.plan, r.item, r.location, budget, "okänd-budgetpost", "ingen budgetpost")
            for r in follow_up.budget
        ),
    ]
    for row_plan, name, location, known, code, none in rows:
        if row_plan == plan.id and name not in known:
            message = f'Planen "{plan.id}" har {none} med id "{name}".{_hint(name, known)}'
            yield Problem(location, code, message)


def _given_twice(follow_up: FollowUp) -> Iterator[Problem]:
    """Two answers to one question: only one of them could be printed."""
    groups: Mapping[str, list[tuple[str, str, Location]]] = {
        "status": [(r.plan, r.item, r.location) for r in follow_up.statuses],
        "beslutad bedömning": [(r.plan, r.indicator, r.location) for r in follow_up.decisions],
        "prognos": [(r.plan, r.indicator, r.location) for r in follow_up.forecasts],
        "ekonomi": [(r.plan, r.item, r.location) for r in follow_up.budget],
    }
    for what, rows in groups.items():
        seen: dict[tuple[str, str], Location] = {}
        for plan, name, location in rows:
            if (plan, name) in seen:
                first = seen[plan, name]
                message = (
                    f'För "{name}" finns redan {what} i {first.path} på rad {first.line}. '
                    "Ta bort den som inte gäller."
                )
                yield Problem(location, "dubbel-uppföljning", message)
            seen.setdefault((plan, name), location)


def unknown_texts(contents: Contents) -> Iterator[Problem]:
    """Texts whose key no section asks for: they would be left out in silence."""
    if contents.unread_plans:
        return
    known = {
        *FIXED_TEXTS,
        *(key for report in contents.reports for key in _keys_asked_for(report.sections)),
        *(key for plan in contents.plans for key in _text_keys(plan)),
    }
    for text in (text for follow_up in contents.follow_ups for text in follow_up.texts):
        if text.key not in known:
            message = (
                f'Ingen rapport frågar efter texten "{text.key}", så den kommer inte med. '
                f"Byt namn på filen, eller ta bort den.{_hint(text.key, known)}"
            )
            yield Problem(Location(text.location.path), "okänd-text", message, Severity.WARNING)


def _keys_asked_for(sections: Iterable[object]) -> Iterator[str]:
    for section in sections:
        key = getattr(section, "options", {}).get("nyckel")
        if key:
            yield key


def _text_keys(plan: Plan) -> Iterator[str]:
    yield from (f"mal.{goal.id}" for goal in plan.goals)
    yield from (f"faktor.{factor.id}" for goal in plan.goals for factor in goal.factors)
    yield from (f"analys.{indicator.id}" for indicator in plan.indicators)
    yield from (f"uppdrag.{assignment.id}" for assignment in plan.assignments)


FIXED_TEXTS = frozenset(
    {
        "sammanfattning",
        "kvinnor-och-man",
        "ekonomi",
        "handlingsplan",
        "verksamhetsrapport.uppdrag",
        "verksamhetsrapport.samlad-bedomning",
        "verksamhetsrapport.nationella-medel",
        "verksamhetsrapport.medborgardialog",
        "verksamhetsrapport.framatblick",
    }
)
"""The keys of texts that sections ask for whatever the plans contain."""


def _hint(name: str, known: Collection[str]) -> str:
    """The nearest known name, else what there is to choose from."""
    close = get_close_matches(name, list(known), n=1)
    if close:
        return f' Menade du "{close[0]}"?'
    shown = sorted(known)[:8]
    return f" Det som finns: {', '.join(shown)}." if shown else " Lägg till den, eller rätta id:t."


CHECKS: tuple[Check, ...] = (
    repeated_ids,
    unknown_boards,
    unknown_recipients,
    unknown_organisations,
    unknown_plans,
    unknown_follow_up,
    unknown_texts,
    plan_checks.numbering_gaps,
    plan_checks.uncertain_baselines,
    plan_checks.years_without_target,
    plan_checks.wide_tolerances,
    plan_checks.differing_targets,
    calendar_checks.meetings_on_free_days,
    calendar_checks.same_day_twice,
    calendar_checks.stages_out_of_order,
)

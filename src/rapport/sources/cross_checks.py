"""Whether the files of a workspace fit together: the list of checks, and those on references."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from rapport.domain.follow_up import FollowUp, Part
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
    for report in contents.reports:
        for place, plan in enumerate(report.plans):
            location = contents.places.near(report.location, "planer", place)
            yield from _unknown_plan(plan, location, contents)
        for place, section in enumerate(report.sections):
            plan = section.options.get("plan", "")
            location = contents.places.near(report.location, "avsnitt", place, "plan")
            if plan and plan not in report.plans:
                message = (
                    f'Avsnittet gäller planen "{plan}", som inte står bland rapportens planer. '
                    f'Lägg till den under "planer", eller rätta id:t.{_hint(plan, report.plans)}'
                )
                yield Problem(location, "okänd-plan", message)


def _unknown_plan(plan: str, location: Location, contents: Contents) -> Iterator[Problem]:
    if contents.is_unknown(plan):
        hint = _hint(plan, [known.id for known in contents.plans])
        message = f'Planen "{plan}" finns inte i data/planer.{hint}'
        yield Problem(location, "okänd-plan", message)


def unknown_follow_up(contents: Contents) -> Iterator[Problem]:
    """Follow-up on a plan, or a part of a plan, that does not exist; and parts given twice."""
    for follow_up in contents.follow_ups:
        named: dict[str, Location] = {}
        for row in _rows(follow_up):
            named.setdefault(row.plan, row.location)
        for plan_id, location in named.items():
            plan_place = contents.places.at(location.path, "plan")
            yield from _unknown_plan(plan_id, plan_place, contents)
            plan = contents.plan(plan_id)
            if plan is not None:
                yield from _unknown_parts(plan, follow_up)
        yield from _given_twice(follow_up)


class _Row(NamedTuple):
    """What one line of follow-up is about: kind of thing, plan, id and place."""

    about: str
    plan: str
    name: str
    location: Location


def _rows(follow_up: FollowUp) -> Iterator[_Row]:
    for status in follow_up.statuses:
        yield _Row("status", status.plan, status.item, status.location)
    for action in follow_up.actions:
        yield _Row("åtgärd", action.plan, action.indicator, action.location)
    for decision in follow_up.decisions:
        yield _Row("beslutad bedömning", decision.plan, decision.indicator, decision.location)
    for given in follow_up.part_decisions:
        yield _Row(given.part.value, given.plan, given.item, given.location)
    for forecast in follow_up.forecasts:
        yield _Row("prognos", forecast.plan, forecast.indicator, forecast.location)
    for money in follow_up.budget:
        yield _Row("ekonomi", money.plan, money.item, money.location)


class _Known(NamedTuple):
    """What a plan has of one kind: the ids, the code of a mistake and the words for none."""

    ids: tuple[str, ...]
    code: str
    none: str


def _known(plan: Plan) -> dict[str, _Known]:
    """What each kind of line may name; lines not listed here name measures."""
    items = (
        *(activity.id for area in plan.areas for activity in area.activities),
        *(assignment.id for assignment in plan.assignments),
        *(control.id for control in plan.controls),
    )
    budget = tuple(item.id for item in plan.budget)
    goals = tuple(goal.id for goal in plan.goals)
    factors = tuple(factor.id for goal in plan.goals for factor in goal.factors)
    nothing = "ingen aktivitet, inget uppdrag och inget kontrollmoment"
    return {
        "status": _Known(items, "okänd-aktivitet", nothing),
        "ekonomi": _Known(budget, "okänd-budgetpost", "ingen budgetpost"),
        Part.GOAL.value: _Known(goals, "okänt-mål", "inget mål"),
        Part.FACTOR.value: _Known(factors, "okänd-framgångsfaktor", "ingen framgångsfaktor"),
        Part.PLAN.value: _Known((plan.id,), "okänd-plan", "ett annat id: filen gäller ingen plan"),
    }


def _unknown_parts(plan: Plan, follow_up: FollowUp) -> Iterator[Problem]:
    indicators = _Known(tuple(i.id for i in plan.indicators), "okänt-styrmått", "inget styrmått")
    kinds = _known(plan)
    for row in (row for row in _rows(follow_up) if row.plan == plan.id):
        known = kinds.get(row.about, indicators)
        if row.name not in known.ids:
            hint = _hint(row.name, known.ids)
            message = f'Planen "{plan.id}" har {known.none} med id "{row.name}".{hint}'
            yield Problem(row.location, known.code, message)


def _given_twice(follow_up: FollowUp) -> Iterator[Problem]:
    """Two answers to one question: only one of them could be printed. Actions may be many."""
    seen: dict[tuple[str, str, str], Location] = {}
    for row in _rows(follow_up):
        key = row[:3]
        if key in seen and row.about != "åtgärd":
            message = (
                f'För "{row.name}" finns redan {row.about} i {seen[key].path} på rad '
                f"{seen[key].line}. Ta bort den som inte gäller."
            )
            yield Problem(row.location, "dubbel-uppföljning", message)
        seen.setdefault(key, row.location)


def unknown_texts(contents: Contents) -> Iterator[Problem]:
    """Texts whose key no section asks for: they would be left out in silence."""
    if contents.unread_plans:
        return
    known = {
        *FIXED_TEXTS,
        *(s.options.get("nyckel", "") for report in contents.reports for s in report.sections),
        *(key for plan in contents.plans for key in _text_keys(plan)),
    }
    for text in (text for follow_up in contents.follow_ups for text in follow_up.texts):
        if text.key not in known:
            message = (
                f'Ingen rapport frågar efter texten "{text.key}", så den kommer inte med. '
                f"Byt namn på filen, eller ta bort den.{_hint(text.key, known)}"
            )
            yield Problem(Location(text.location.path), "okänd-text", message, Severity.WARNING)


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
    plan_checks.unknown_profiles,
    plan_checks.wide_tolerances,
    plan_checks.differing_targets,
    calendar_checks.meetings_on_free_days,
    calendar_checks.same_day_twice,
    calendar_checks.stages_out_of_order,
)

"""Which narrative texts a report asks for, so that a missing one is noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rapport.domain.outcome import Assessment
from rapport.domain.plan import Plan
from rapport.report.activity_cuts import cut_of, cut_plan
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.letter_texts import letter_keys


def wanted_texts(facts: Facts) -> tuple[tuple[str, str], ...]:
    """(key, what it is about) for every text the report's sections would print."""
    wanted: dict[str, str] = {}
    for request in facts.definition.sections:
        wanted.update(_of_section(facts, request))
    return tuple(wanted.items())


def _of_section(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    if request.kind in _FIXED:
        yield _FIXED[request.kind]
    elif request.kind in _BY_KIND:
        yield from _BY_KIND[request.kind](facts, request)


def _strategic_goals(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    plan = facts.plan(request.options["plan"])
    yield from _goals(plan)
    yield from _factors(plan)
    yield from _analyses(facts.headlines(plan))


def _overview(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    for plan in facts.plans_of(request):
        yield from _factors(plan)


def _action_plan(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    cut = cut_of(request)
    plan = cut_plan(facts.region, facts.plan(request.options["plan"]), cut)
    if cut.is_whole:
        yield "handlingsplan", plan.short_name
    yield from _analyses(facts.headlines(plan))


def _assignments(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    if request.options.get("texter", "ja") == "ja":
        for plan in facts.plans_of(request):
            for each in plan.assignments:
                yield f"uppdrag.{each.id}", f"uppdrag {each.number}, {each.short_name}"


def _overall(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    yield "verksamhetsrapport.samlad-bedomning", "samlad bedömning"
    for plan in facts.plans_of(request):
        yield from _goals(plan)


def _agreements(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    wanted = request.options.get("plan")
    yield "overenskommelser", "nationella överenskommelser"
    for plan in facts.plans:
        for each in plan.agreements if wanted in {None, plan.id} else ():
            yield f"overenskommelse.{each.id}", f"överenskommelsen {each.name}"


def _management(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    wanted = request.options.get("plan")
    yield "ledningsrapport", "ledningsrapport"
    for plan in facts.plans:
        for area in plan.monitoring if wanted in {None, plan.id} else ():
            yield f"ledningsrapport.{area.id}", f"ledningsrapport, {area.name.lower()}"


def _letter(facts: Facts, _request: SectionRequest) -> Iterator[tuple[str, str]]:
    """The texts of a letter that somebody has begun; none of them must be there."""
    for key, title in letter_keys(facts.definition).items():
        if facts.raw_text(key):
            yield key, f"tjänsteskrivelse, {title.lower()}"


def _assignment_reports(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    """A text on an assignment that somebody has begun."""
    for plan in facts.plans:
        for each in plan.assignments:
            if request.options.get("plan") in {None, plan.id} and facts.raw_text(
                f"uppdrag.{each.id}"
            ):
                yield f"uppdrag.{each.id}", f"uppdrag {each.number}, {each.short_name}"


def _economic_management(_facts: Facts, _request: SectionRequest) -> Iterator[tuple[str, str]]:
    yield "delarsrapport.samlad-bedomning", "samlad bedömning av god ekonomisk hushållning"
    yield "delarsrapport.finansiella-mal", "finansiella mål"


def _perspectives(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    if request.options.get("texter", "ja") == "ja":
        yield from _goals(facts.plan(request.options["plan"]))


def _budget_group(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    """A text on the money that somebody has begun."""
    key = f"handlingsplan.{request.options['grupp']}"
    if facts.raw_text(key):
        yield key, request.options["rubrik"].lower()


def _free_text(_facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    yield request.options["nyckel"], request.options["rubrik"]


_BY_KIND: Mapping[str, Callable[[Facts, SectionRequest], Iterator[tuple[str, str]]]] = {
    "strategiska-mal": _strategic_goals,
    "styrmatt-oversikt": _overview,
    "handlingsplan": _action_plan,
    "riktade-uppdrag": _assignments,
    "samlad-bedomning": _overall,
    "text": _free_text,
    "tjansteskrivelse": _letter,
    "uppdrag": _assignment_reports,
    "god-ekonomisk-hushallning": _economic_management,
    "mal-per-perspektiv": _perspectives,
    "budgetgrupp": _budget_group,
    "overenskommelser": _agreements,
    "ledningsrapport": _management,
}

_FIXED = {
    "kvinnor-och-man": ("kvinnor-och-man", "kvinnor och män"),
    "ekonomi": ("ekonomi", "ekonomi"),
    "internkontroll-sammanfattning": ("internkontroll", "internkontroll"),
    "namndens-uppdrag": ("verksamhetsrapport.uppdrag", "nämndens uppdrag"),
}


def _goals(plan: Plan) -> Iterator[tuple[str, str]]:
    for goal in plan.goals:
        yield f"mal.{goal.id}", f"strategiskt mål {goal.name}"


def _factors(plan: Plan) -> Iterator[tuple[str, str]]:
    for goal in plan.goals:
        for factor in goal.factors:
            yield f"faktor.{factor.id}", f"framgångsfaktor {factor.name}"


def _analyses(headlines: tuple[Assessment, ...]) -> Iterator[tuple[str, str]]:
    """An analysis is asked for wherever there is a verdict."""
    for headline in headlines:
        if headline.verdict is not None:
            name = headline.indicator.short_name
            yield f"analys.{headline.indicator.id}", f"analys av {name}"

"""Which narrative texts a report asks for, so that a missing one is noticed."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.outcome import Assessment
from rapport.domain.plan import Plan
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts


def wanted_texts(facts: Facts) -> tuple[tuple[str, str], ...]:
    """(key, what it is about) for every text the report's sections would print."""
    wanted: dict[str, str] = {}
    for request in facts.definition.sections:
        wanted.update(_of_section(facts, request))
    return tuple(wanted.items())


def _of_section(facts: Facts, request: SectionRequest) -> Iterator[tuple[str, str]]:
    match request.kind:
        case "strategiska-mal":
            plan = facts.plan(request.options["plan"])
            yield from _of_goals(plan)
            yield from _factors(plan)
            yield from _analyses(facts.headlines(plan))
        case "styrmatt-oversikt":
            for plan in facts.plans:
                yield from _factors(plan)
        case "handlingsplan":
            plan = facts.plan(request.options["plan"])
            yield "handlingsplan", plan.short_name
            yield from _analyses(facts.headlines(plan))
        case "riktade-uppdrag" if request.options.get("texter", "ja") == "ja":
            for plan in facts.plans:
                for each in plan.assignments:
                    yield f"uppdrag.{each.id}", f"uppdrag {each.number}, {each.short_name}"
        case "samlad-bedomning":
            yield "verksamhetsrapport.samlad-bedomning", "samlad bedömning"
            for plan in facts.plans:
                yield from _of_goals(plan)
        case "text":
            yield request.options["nyckel"], request.options["rubrik"]
        case kind if kind in _FIXED:
            yield _FIXED[kind]
        case _:
            pass


_FIXED = {
    "kvinnor-och-man": ("kvinnor-och-man", "kvinnor och män"),
    "ekonomi": ("ekonomi", "ekonomi"),
    "namndens-uppdrag": ("verksamhetsrapport.uppdrag", "nämndens uppdrag"),
}


def _of_goals(plan: Plan) -> Iterator[tuple[str, str]]:
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

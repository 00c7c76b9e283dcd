"""What a section must be told ("val") in reports/<id>.yaml, checked before anything is composed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from rapport.domain.problem import Problem, Severity
from rapport.report.definition import ReportDefinition, SectionRequest

_NEEDED: Mapping[str, tuple[str, ...]] = {
    "strategiska-mal": ("plan",),
    "handlingsplan": ("plan",),
    "handlingsplan-sammanfattning": ("plan",),
    "handlingsplan-mottagare": ("plan",),
    "ekonomiskt-mal": ("plan",),
    "god-ekonomisk-hushallning": ("plan",),
    "mal-per-perspektiv": ("plan",),
    "budgetgrupp": ("plan", "grupp", "rubrik"),
    "text": ("nyckel", "rubrik"),
    "plan-forstasida": ("plan",),
    "plan-inledning": ("plan",),
    "plan-mal": ("plan",),
    "plan-aktiviteter": ("plan",),
    "plan-uppdrag": ("plan",),
    "plan-internkontroll": ("plan",),
    "plan-budget": ("plan",),
    "plan-beredning": ("plan",),
    "plan-definitioner": ("plan",),
    "strategi": ("plan",),
}
_MAY_HAVE: Mapping[str, tuple[str, ...]] = {
    "sammanfattning": ("text",),
    "strategiska-mal": ("matt", "styrdiagram"),
    "kvinnor-och-man": ("plan",),
    "handlingsplan": ("mottagare", "ansvarig", "ansvarig_urval", "matt"),
    "handlingsplan-sammanfattning": ("mottagare", "ansvarig"),
    "mal-per-perspektiv": ("rubrik", "texter", "enheter"),
    "riktade-uppdrag": ("plan", "texter", "ny_sida"),
    "ekonomi": ("ny_sida",),
    "definitioner": ("ny_sida",),
    "namndens-uppdrag": ("plan",),
    "samlad-bedomning": ("plan",),
    "styrmatt-oversikt": ("plan", "kulrader"),
    "internkontroll": ("plan", "moment"),
    "overenskommelser": ("plan", "ny_sida"),
    "ledningsrapport": ("plan", "bilaga", "ny_sida"),
    "internkontroll-kort": ("ny_sida",),
    "text": ("ny_sida",),
    "uppdrag": ("plan",),
    "plan-inledning": ("ny_sida",),
    "plan-mal": ("ny_sida",),
    "plan-aktiviteter": ("ny_sida",),
    "plan-uppdrag": ("ny_sida",),
    "plan-internkontroll": ("ny_sida",),
    "plan-budget": ("ny_sida",),
    "plan-beredning": ("ny_sida",),
    "plan-definitioner": ("ny_sida",),
    "tackning": ("plan",),
}
"""What a section can be told beside what it needs; a section in neither list has no choice."""

_YES_OR_NO = frozenset({"matt", "texter", "text", "ny_sida", "bilaga", "kulrader"})


def option_problems(definitions: Iterable[ReportDefinition]) -> Iterator[Problem]:
    """Every section that lacks what it needs, or is told what it does not understand."""
    for definition in definitions:
        for request in definition.sections:
            yield from _problems(request)


def _problems(request: SectionRequest) -> Iterator[Problem]:
    for key in _NEEDED.get(request.kind, ()):
        if not request.options.get(key):
            message = (
                f'Avsnittet "{request.kind}" saknar "{key}". Lägg till "{key}: …" i avsnittet.'
            )
            yield Problem(request.location, "saknad-nyckel", message)
    for key, value in request.options.items():
        if key in _YES_OR_NO and value not in {"ja", "nej"}:
            message = f'"{key}" i avsnittet "{request.kind}" är "{value}". Skriv ja eller nej.'
            yield Problem(request.location, "inte-ja-eller-nej", message)
    yield from _unknown(request)


def known_options(kind: str) -> tuple[str, ...]:
    """Everything that a section can be told."""
    return (*_NEEDED.get(kind, ()), *_MAY_HAVE.get(kind, ()))


def _unknown(request: SectionRequest) -> Iterator[Problem]:
    known = known_options(request.kind)
    for key in request.options:
        if key in known:
            continue
        close = get_close_matches(key, known, n=1)
        hint = f' Menade du "{close[0]}"?' if close else ""
        there = f"Det kan ha {', '.join(known)}." if known else "Det har inga val."
        message = (
            f'Avsnittet "{request.kind}" har inget val "{key}", så det har ingen verkan.{hint} '
            f"{there} Rätta eller ta bort det."
        )
        yield Problem(request.location, "okänt-avsnittsval", message, Severity.WARNING)

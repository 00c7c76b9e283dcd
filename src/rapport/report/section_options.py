"""What a section must be told ("val") in reports/<id>.yaml, checked before anything is composed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapport.domain.problem import Problem
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
_YES_OR_NO = frozenset({"matt", "texter", "text", "ny_sida", "bilaga", "kulrader"})


def option_problems(definitions: Iterable[ReportDefinition]) -> Iterator[Problem]:
    """Every section that lacks what it needs, or has a choice that is neither yes nor no."""
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

"""Checks on what the plans say: remarks that the reader of a report may need to know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from rapport.domain.plan import Indicator, Plan
from rapport.domain.problem import Location, Problem, Severity
from rapport.domain.quantity import Unit
from rapport.domain.region import ProfileKind
from rapport.domain.target import AtLeast, BaselineKind, Tolerance, ToleranceKind
from rapport.sources.contents import Contents
from rapport.swedish import prose

_HIGH_SHARE = Decimal(90)
_LEADING_NUMBER = re.compile(r"\d+")


def numbering_gaps(contents: Contents) -> Iterator[Problem]:
    """Numbers that a plan skips; the plan is decided, so nothing is numbered anew."""
    for plan in contents.plans:
        lists = [
            *([(a.number, a.location) for a in area.activities] for area in plan.areas),
            [(a.number, a.location) for a in plan.assignments],
        ]
        factors = (factor for goal in plan.goals for factor in goal.factors)
        for indicators in (*(factor.indicators for factor in factors), plan.other_indicators):
            lists += [[(i.number, i.location) for i in indicators]]
        for numbered in lists:
            yield from _gaps(contents, numbered)


def _gaps(contents: Contents, numbered: Sequence[tuple[str, Location]]) -> Iterator[Problem]:
    previous = 0
    for number, location in numbered:
        digits = _LEADING_NUMBER.match(number)
        current = int(digits[0]) if digits else previous
        if previous and current > previous + 1:
            missing = [str(skipped) for skipped in range(previous + 1, current)][:5]
            yield Problem(
                contents.places.near(location, "nummer"),
                "lucka-i-numrering",
                f"Nummer {', '.join(missing)} saknas före nummer {number}. Planens numrering "
                "behålls. Kontrollera mot den beslutade planen att inget har fallit bort.",
                Severity.NOTE,
            )
        previous = max(previous, current)


def uncertain_baselines(contents: Contents) -> Iterator[Problem]:
    """Baselines that the plan does not know, or that cannot be read."""
    for indicator in (indicator for plan in contents.plans for indicator in plan.indicators):
        for place, baseline in enumerate(indicator.baselines):
            if baseline.kind not in {BaselineKind.UNKNOWN, BaselineKind.UNREADABLE}:
                continue
            printed = f' (tryckt "{baseline.printed}")' if baseline.printed else ""
            yield Problem(
                contents.places.near(indicator.location, "ingångsvärden", place, "slag"),
                "osäkert-ingångsvärde",
                f'Ingångsvärdet för styrmåttet "{indicator.short_name}" är {baseline.kind}'
                f"{printed}. Utfallet jämförs inte med det. Ta reda på värdet om det går.",
                Severity.NOTE,
            )


def years_without_target(contents: Contents) -> Iterator[Problem]:
    """Measures without target at the beginning or end of their plan.

    A year between two stated years is no gap: its target follows from the target path. The
    monitoring measures of a management report have no targets.
    """
    for plan in contents.plans:
        followed = {each.id for area in plan.monitoring for each in area.indicators}
        for indicator in (each for each in plan.indicators if each.id not in followed):
            message = _missing_target(plan, indicator)
            if message:
                location = contents.places.near(indicator.location, "mål")
                yield Problem(location, "mål-saknas", message, Severity.NOTE)


def _missing_target(plan: Plan, indicator: Indicator) -> str:
    years = sorted(target.year for target in indicator.targets)
    start = f'Styrmåttet "{indicator.short_name}" har inget mål'
    if not years:
        return f"{start}, så utfallet kan inte bedömas. Lägg till målet om planen har ett."
    if years[0] > plan.first_year:
        return f"{start} före {years[0]}, så tidigare år kan inte bedömas. Kontrollera mot planen."
    if years[-1] < plan.last_year:
        return (
            f"{start} efter {years[-1]}, fast planen gäller till och med {plan.last_year}. Målet "
            f"för {years[-1]} fortsätter att gälla. Kontrollera mot planen."
        )
    return ""


def unknown_profiles(contents: Contents) -> Iterator[Problem]:
    """Plans that name a judgement profile which the region does not have."""
    if contents.region is None:
        return
    known = [profile.id for profile in contents.region.profiles]
    for plan in contents.plans:
        if plan.profile and plan.profile not in known:
            there = f" Det som finns: {', '.join(known)}." if known else ""
            yield Problem(
                contents.places.near(plan.location, "bedömningsprofil"),
                "okänd-profil",
                f'Bedömningsprofilen "{plan.profile}" finns inte i rapport.toml.{there} Lägg till '
                "den, eller ta bort raden så gäller regionens egen.",
            )


def wide_tolerances(contents: Contents) -> Iterator[Problem]:
    """A relative tolerance on a high share: ten percent of 95 is nine and a half points."""
    by_profile: list[str] = []
    own = contents.region.profile if contents.region else None
    for plan, indicator in ((p, i) for p in contents.plans for i in p.indicators):
        if not _has_high_share(indicator):
            continue
        if indicator.tolerance is not None and indicator.tolerance.kind is ToleranceKind.RELATIVE:
            location = contents.places.near(indicator.location, "tolerans")
            yield _wide(location, indicator.tolerance, f'styrmåttet "{indicator.id}"')
        elif indicator.tolerance is None and indicator.limits is None and not plan.profile:
            by_profile.append(indicator.id)
    if by_profile and own and own.kind is ProfileKind.TOLERANCE:
        profile = own
        by_unit = dict(profile.tolerances).get(Unit.PERCENT)
        effective = by_unit or profile.tolerance
        if effective.kind is ToleranceKind.RELATIVE:
            steps = ("tolerans_per_enhet", "procent") if by_unit else ("tolerans",)
            location = contents.places.at("rapport.toml", "bedömning", *steps)
            yield _wide(location, effective, f"{len(by_profile)} styrmått")


def _has_high_share(indicator: Indicator) -> bool:
    return indicator.unit is Unit.PERCENT and any(
        isinstance(t.target, AtLeast) and t.target.value >= _HIGH_SHARE for t in indicator.targets
    )


def _wide(location: Location, tolerance: Tolerance, what: str) -> Problem:
    percent = f"{(tolerance.amount * 100).normalize():f}".replace(".", ",")
    return Problem(
        location,
        "vid-tolerans",
        f"Toleransen är {percent} % av målet och gäller {what} med mål på 90 procent eller mer. Då "
        "räknas även ett utfall långt från målet som delvis uppfyllt. Skriv hellre toleransen i "
        "procentenheter.",
        Severity.WARNING,
    )


def differing_targets(contents: Contents) -> Iterator[Problem]:
    """The same thing measured in two plans with different targets or definitions: both stand."""
    for first, second in combinations(contents.plans, 2):
        for own in second.indicators:
            for other in first.indicators:
                follows = {first.continues, second.continues} & {first.id, second.id}
                if _same_thing(own, other) and first.id != second.id and not follows:
                    yield from _difference(first, other, own)


def broken_series(contents: Contents) -> Iterator[Problem]:
    """Measures that are not counted as in the plan before: their years cannot be compared."""
    for plan in contents.plans:
        before = contents.plan(plan.continues) if plan.continues else None
        earlier = {measure.id: measure for measure in before.indicators} if before else {}
        for indicator in plan.indicators:
            old = earlier.get(indicator.id)
            changed = [word for word, same in _alike(indicator, old) if not same] if old else []
            if before is not None and old is not None and changed:
                yield _break(before, old, indicator, prose.enumeration(changed))


def _alike(new: Indicator, old: Indicator) -> tuple[tuple[str, bool], ...]:
    """What decides how a measure is counted, and whether it is as before."""
    return (
        ("definition", " ".join(new.definition.split()) == " ".join(old.definition.split())),
        ("måttyp", new.kind is old.kind),
        ("enhet", new.unit is old.unit),
        ("multiplikator", new.multiplier == old.multiplier),
        ("nämnare", new.denominator_is_stock is old.denominator_is_stock),
        ("serie i mätdata", new.data_id == old.data_id),
    )


def _break(before: Plan, old: Indicator, new: Indicator, changed: str) -> Problem:
    start = f'Styrmåttet "{new.id}" har en annan {changed} än i "{before.id}"'
    if new.data_id == old.data_id:
        return Problem(
            new.location,
            "seriebrott",
            f'{start}, men läser samma serie i mätdata ("{new.data_id}"). Då jämförs tal som inte '
            "är räknade på samma sätt. Ge den nya serien ett eget id under mätdata, och skriv om "
            "brottet under avvikelser_i_planen så att det trycks.",
            Severity.WARNING,
        )
    told = "" if new.deviations else " Skriv om brottet i avvikelser_i_planen så att det trycks."
    return Problem(
        new.location,
        "seriebrott",
        f"{start}. Serien börjar om, och åren före jämförs inte.{told}",
        Severity.NOTE,
    )


def _same_thing(own: Indicator, other: Indicator) -> bool:
    return own.id == other.id or bool(own.concept and own.concept == other.concept)


def _difference(plan: Plan, other: Indicator, own: Indicator) -> Iterator[Problem]:
    years = {t.year for t in own.targets} & {t.year for t in other.targets}
    differing = [str(year) for year in sorted(years) if _in(year, own) != _in(year, other)]
    parts = []
    if differing:
        parts.append(f"ett annat mål för {', '.join(differing)}")
    if own.definition != other.definition:
        parts.append("en annan definition")
    if parts:
        yield Problem(
            own.location,
            "olika-mål",
            f'Styrmåttet "{own.short_name}" mäter samma sak som "{other.short_name}" i planen '
            f'"{plan.short_name}" men har {" och ".join(parts)}. Båda gäller och redovisas var för '
            "sig. Kontrollera att det är meningen.",
            Severity.NOTE,
        )


def _in(year: int, indicator: Indicator) -> frozenset[object]:
    return frozenset((t.target, t.breakdown) for t in indicator.targets if t.year == year)

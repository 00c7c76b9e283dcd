"""Checks on sums of money: parts and wholes, region and country, causes and differences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from rapport.domain.agreement import Agreement, AgreementAmount
from rapport.domain.follow_up import BudgetOutcome, NarrativeText, TextStatus
from rapport.domain.plan import BudgetItem
from rapport.domain.problem import Problem, Severity
from rapport.report.claims.magnitudes import impossible_increases as increases_in
from rapport.report.claims.matching import MONEY
from rapport.report.claims.written import Written
from rapport.sources.contents import Contents
from rapport.swedish.numbers import needed_decimals, with_unit

_MOST_DECIMALS = 3


def _agreements(contents: Contents) -> Iterator[Agreement]:
    for plan in contents.plans:
        yield from plan.agreements


def _amounts(agreement: Agreement) -> Iterator[AgreementAmount]:
    """Every sum of an agreement, parts too."""
    for whole in (*agreement.national, *agreement.regional):
        yield from (each for _, each in whole.walk())


def _size(amount: AgreementAmount) -> Decimal | None:
    """The sum in kronor, or in its own unit where that is no money; nothing where unsaid."""
    return None if amount.amount is None else amount.amount * MONEY.get(amount.unit, Decimal(1))


def _printed(amount: AgreementAmount) -> str:
    value = amount.amount or Decimal(0)
    return with_unit(value, needed_decimals(value, 0, _MOST_DECIMALS), amount.unit)


def _listed(amounts: list[AgreementAmount]) -> str:
    return " + ".join(_printed(each) for each in amounts if each.amount is not None)


def parts_above_the_whole(contents: Contents) -> Iterator[Problem]:
    """Sums whose parts ("varav") are more than the whole."""
    for whole in (each for agreement in _agreements(contents) for each in _amounts(agreement)):
        alike = [part for part in whole.parts if (part.unit in MONEY) == (whole.unit in MONEY)]
        sizes = [size for size in map(_size, alike) if size is not None]
        size = _size(whole)
        if size is None or sum(sizes, Decimal(0)) <= size:
            continue
        yield Problem(
            contents.places.near(whole.location, "belopp"),
            "delar-större-än-helheten",
            f'Delarna av "{whole.name}" ({_listed(alike)}) är tillsammans mer än helheten, '
            f"{_printed(whole)}. Kontrollera beloppen och deras enheter (tkr, mnkr, mdkr).",
            Severity.WARNING,
        )


def less_for_all_than_for_one(contents: Contents) -> Iterator[Problem]:
    """Agreements that give the whole country less than the region in the same year."""
    for agreement in _agreements(contents):
        national, regional = _by_year(agreement.national), _by_year(agreement.regional)
        for year in sorted(national.keys() & regional.keys()):
            if _total(national[year]) < _total(regional[year]):
                when = f" för {year}" if year else ""
                yield Problem(
                    contents.places.near(national[year][0].location, "belopp"),
                    "för-litet-nationellt-belopp",
                    f'"{agreement.name}" ger hela landet {_listed(national[year])}{when} men '
                    f"regionen {_listed(regional[year])}. Det är omöjligt: rätta det belopp eller "
                    "den enhet som är fel.",
                )


def _by_year(amounts: tuple[AgreementAmount, ...]) -> dict[int, list[AgreementAmount]]:
    """The sums of each year whose sums are all told, and in money."""
    years: dict[int, list[AgreementAmount]] = defaultdict(list)
    for each in amounts:
        years[each.year].append(each)
    return {
        year: found
        for year, found in years.items()
        if all(each.amount is not None and each.unit in MONEY for each in found)
    }


def _total(amounts: list[AgreementAmount]) -> Decimal:
    return sum((size for size in map(_size, amounts) if size is not None), Decimal(0))


def impossible_increases(contents: Contents) -> Iterator[Problem]:
    """What a source prints of a sum, when it has grown by more than it is."""
    for agreement in _agreements(contents):
        # What is told as an error of the source needs no second warning.
        severity = Severity.NOTE if agreement.deviations else Severity.WARNING
        for amount in _amounts(agreement):
            place = contents.places.near(amount.location, "tryckt")
            said = NarrativeText("", amount.printed, TextStatus.APPROVED, "", place)
            for found in increases_in(Written(said)):
                yield replace(found, location=place, severity=severity)


def causes_that_do_not_add_up(contents: Contents) -> Iterator[Problem]:
    """Causes that are not together the difference between forecast and budget."""
    for given in (given for follow_up in contents.follow_ups for given in follow_up.budget):
        plan = contents.plan(given.plan)
        item = next((i for i in plan.budget if i.id == given.item), None) if plan else None
        if item is None or not given.causes:
            continue
        location = contents.places.near(given.location, "orsaker")
        if given.forecast is None:
            message = "Orsaker förklarar prognosen, men den saknas. Lägg till prognosen."
            yield Problem(location, "orsaker-stämmer-inte", message)
            continue
        difference = _difference(item, given, given.forecast)
        if difference:
            yield Problem(location, "orsaker-stämmer-inte", difference)


def _difference(item: BudgetItem, given: BudgetOutcome, forecast: Decimal) -> str:
    """The difference told, empty when there is none."""
    budget = item.amount if given.budget is None else given.budget
    told = sum((cause.amount for cause in given.causes), Decimal(0))
    if told == forecast - budget:
        return ""

    def written(value: Decimal) -> str:
        return with_unit(value, needed_decimals(value, 0, _MOST_DECIMALS), item.unit)

    return (
        f"Orsakerna blir tillsammans {written(told)}, men prognosen {written(forecast)} minus "
        f"budgeten {written(budget)} är {written(forecast - budget)}. Rätta det belopp som är fel, "
        "eller lägg till det som saknas."
    )

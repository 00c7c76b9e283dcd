"""The sums of national agreements: what may be added up, what lacks an amount, what is met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rapport.domain.agreement import (
    Agreement,
    AgreementAmount,
    RequirementReport,
    RequirementStatus,
)
from rapport.domain.plan import Plan
from rapport.domain.quantity import Unit
from rapport.report.facts import Facts
from rapport.swedish import numbers

_MILLIONS = {
    Unit.KRONOR: Decimal("0.000001"),
    Unit.THOUSAND_KRONOR: Decimal("0.001"),
    Unit.MILLION_KRONOR: Decimal(1),
    Unit.BILLION_KRONOR: Decimal(1000),
}
"""What one of each unit of money is in millions of kronor."""
_MOST_YEARS = 3
_MOST_DECIMALS = 3


@dataclass(frozen=True)
class ShareTotal:
    """The region's shares of a year added up, in millions of kronor ("summan avser").

    ``in_force`` are the agreements of the year; some of them state no share, and some only one
    for all their years, which belongs to no year.
    """

    year: int
    amount: Decimal
    counted: tuple[Agreement, ...]
    in_force: tuple[Agreement, ...]
    lacking: tuple[Agreement, ...]
    without_year: tuple[Agreement, ...]


def in_millions(amount: AgreementAmount) -> Decimal | None:
    """An amount in millions of kronor; nothing when it is absent or is not a sum of money."""
    scale = _MILLIONS.get(amount.unit)
    return amount.amount * scale if amount.amount is not None and scale else None


def share(agreement: Agreement, year: int) -> Decimal | None:
    """The region's share of a year in millions of kronor, the parts within it not counted twice."""
    sums = [in_millions(amount) for amount in agreement.regional if amount.year == year]
    known = [each for each in sums if each is not None]
    return sum(known, Decimal(0)) if known else None


def share_years(agreements: Sequence[Agreement]) -> tuple[int, ...]:
    """The last years that any agreement states a share for, oldest first."""
    years = {amount.year for each in agreements for amount in each.regional if amount.year}
    return tuple(sorted(years)[-_MOST_YEARS:])


def share_without_year(agreement: Agreement) -> Decimal | None:
    """What the region gets in all, where the source does not say how much of it a year."""
    return share(agreement, 0)


def total(agreements: Sequence[Agreement], year: int) -> ShareTotal:
    """The sum of a year, and which of the agreements in force then it is not of."""
    shares = {each.id: share(each, year) for each in agreements}
    counted = tuple(each for each in agreements if shares[each.id] is not None)
    in_force = tuple(
        each for each in agreements if each.first_year <= year <= each.last_year or each in counted
    )
    left = tuple(each for each in in_force if each not in counted)
    return ShareTotal(
        year,
        sum((shares[each.id] or Decimal(0) for each in counted), Decimal(0)),
        counted,
        in_force,
        tuple(each for each in left if share_without_year(each) is None),
        tuple(each for each in left if share_without_year(each) is not None),
    )


def millions(value: Decimal) -> str:
    """Millions of kronor with the decimals the sources give, at least one."""
    return numbers.number(value, numbers.needed_decimals(value, 1, _MOST_DECIMALS))


def amount_text(amount: AgreementAmount) -> str:
    """An amount as stated, in its own unit: "1,44 mdkr"; "belopp saknas" where there is none."""
    if amount.amount is None:
        return "belopp saknas"
    decimals = numbers.needed_decimals(amount.amount, 0, _MOST_DECIMALS)
    return numbers.with_unit(amount.amount, decimals, amount.unit)


def reports(
    facts: Facts, plan: Plan, agreement: Agreement
) -> Iterator[tuple[str, RequirementReport | None]]:
    """Each requirement's id with how it stands, if anyone has said."""
    for each in agreement.requirements:
        yield each.id, facts.follow_up.requirement_report(plan.id, agreement.id, each.id)


def statuses(
    facts: Facts, plan: Plan, agreements: Sequence[Agreement]
) -> Counter[RequirementStatus | None]:
    """How many requirements stand how; ``None`` counts those that nobody has reported."""
    return Counter(
        given.status if given else None
        for agreement in agreements
        for _, given in reports(facts, plan, agreement)
    )


def report_back(facts: Facts, agreement: Agreement) -> tuple[date, bool] | None:
    """The day the agreement is accounted for, and whether it is past; nothing if not stated."""
    if not agreement.report_back:
        return None
    day = date.fromisoformat(agreement.report_back)
    return day, day <= facts.today

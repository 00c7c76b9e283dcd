"""Sums of money ("belopp") that plans and follow-up state: budget, used so far, expected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from rapport.domain.follow_up import FollowUp
from rapport.domain.plan import BudgetItem, Plan
from rapport.domain.quantity import Unit
from rapport.report.claims.matching import MONEY
from rapport.report.claims.typed_numbers import TypedNumber
from rapport.swedish import numbers

_MOST_DECIMALS = 3


@dataclass(frozen=True)
class Sum:
    """A known sum: what it is, and how much."""

    name: str
    amount: Decimal
    unit: Unit

    @property
    def kronor(self) -> Decimal:
        """The sum in kronor."""
        return self.amount * MONEY[self.unit]

    @property
    def printed(self) -> str:
        """The sum with its unit."""
        decimals = numbers.needed_decimals(self.amount, 0, _MOST_DECIMALS)
        return numbers.with_unit(self.amount, decimals, self.unit)

    def is_said_by(self, typed: TypedNumber) -> bool:
        """Whether a typed sum of money is this one."""
        return kronor_of(typed) == self.kronor


def kronor_of(typed: TypedNumber) -> Decimal | None:
    """A typed sum in kronor; nothing for other numbers."""
    if typed.unit is None or typed.unit not in MONEY or typed.following == "per":
        return None
    return typed.value * MONEY[typed.unit]


def sums_of(plans: tuple[Plan, ...], follow_up: FollowUp) -> Iterator[Sum]:
    """Every sum that is known."""
    for plan in plans:
        for item in plan.budget:
            if item.unit in MONEY:
                yield Sum(f"budgeten för {item.year}", item.amount, item.unit)
                yield from _followed_up(plan, item, follow_up)


def _followed_up(plan: Plan, item: BudgetItem, follow_up: FollowUp) -> Iterator[Sum]:
    for found in follow_up.budget:
        if (found.plan, found.item) == (plan.id, item.id):
            for name, amount in (
                ("årets budget", found.budget),
                ("utfallet", found.outcome),
                ("prognosen för helåret", found.forecast),
            ):
                if amount is not None:
                    yield Sum(name, amount, item.unit)

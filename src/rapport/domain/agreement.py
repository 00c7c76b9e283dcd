"""National agreements ("nationella överenskommelser"): money from the state, with demands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rapport.domain.problem import NOWHERE, Location
from rapport.domain.quantity import Unit


class PaymentBasis(StrEnum):
    """What an agreement pays for ("ersättningsgrund")."""

    GRANT = "bidrag"
    PERFORMANCE = "prestation"
    PER_PIECE = "styckersättning"


@dataclass(frozen=True)
class AgreementAmount:
    """A sum of an agreement ("belopp") and what it consists of ("varav").

    ``amount`` is absent where the source gives none, and ``printed`` is what the source says
    ("1,4 mkr"), also when it is read otherwise. ``year`` is 0 where no year is said. The parts
    of ``parts`` need not add up to the whole: a source often names only some of them.
    """

    name: str
    year: int
    amount: Decimal | None
    unit: Unit
    printed: str = ""
    note: str = ""
    parts: tuple[AgreementAmount, ...] = ()
    location: Location = NOWHERE

    def walk(self, depth: int = 0) -> Iterator[tuple[int, AgreementAmount]]:
        """This sum and every part under it with its depth, in order."""
        yield depth, self
        for part in self.parts:
            yield from part.walk(depth + 1)


@dataclass(frozen=True)
class Requirement:
    """A demand of an agreement ("krav"), with its target in words and the year it is due."""

    id: str
    text: str
    year: int = 0
    indicator: str | None = None
    location: Location = NOWHERE


@dataclass(frozen=True)
class Agreement:
    """A national agreement ("nationell överenskommelse").

    ``aliases`` are other names it has in the same sources; ``national`` and ``regional``
    are the whole sums and the region's share, a tree per year; ``report_back`` is the day
    (ISO) it is to be accounted for to the state.
    """

    id: str
    number: str
    name: str
    first_year: int
    last_year: int
    purpose: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    is_new: bool = False
    basis: PaymentBasis = PaymentBasis.GRANT
    national: tuple[AgreementAmount, ...] = ()
    regional: tuple[AgreementAmount, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    activities: tuple[str, ...] = ()
    report_back: str = ""
    responsible: str = ""
    deviations: tuple[str, ...] = ()
    location: Location = NOWHERE


class RequirementStatus(StrEnum):
    """How a demand of an agreement stands ("läge för krav")."""

    MET = "uppfyllt"
    PARTLY = "delvis uppfyllt"
    NOT_MET = "ej uppfyllt"
    ONGOING = "pågår"
    NOT_JUDGED = "ej bedömt"


@dataclass(frozen=True)
class RequirementReport:
    """How one demand of an agreement stands at an occasion, with a sentence of comment."""

    plan: str
    agreement: str
    requirement: str
    status: RequirementStatus
    comment: str = ""
    reported_by: str = ""
    location: Location = NOWHERE

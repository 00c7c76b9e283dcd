"""Measured data ("mätdata"): the tidy inner table that every source is turned into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from rapport.domain.breakdown import Breakdown
from rapport.domain.period import Period
from rapport.domain.quantity import Gap


class SourceRef(NamedTuple):
    """Where a figure stands: file, sheet (empty in a CSV) and cell or row ("D8", "rad 12")."""

    file: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        return ", ".join(
            part for part in (self.file, self.sheet and f"blad {self.sheet}", self.cell) if part
        )


class Observation(NamedTuple):
    """One cell of measured data: a measure, a period, an organisation and a breakdown.

    Shares and rates have numerator and denominator; counts and amounts a numerator; a
    figure that is published ready-made has only ``value``, in the measure's unit. ``gap``
    says why all three are empty. ``is_example`` marks "exempeldata".
    """

    indicator: str
    period: Period
    organisation: str
    breakdown: Breakdown
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    gap: Gap | None
    source: SourceRef
    is_example: bool


@dataclass(frozen=True)
class SourceInfo:
    """A data file as a whole: what it is called, when it was extracted ("uttagsdatum")."""

    file: str
    name: str
    extracted: str
    is_example: bool


@dataclass(frozen=True)
class Measurements:
    """All measured data of a region, found by measure, organisation and breakdown.

    The inner mapping goes from period to observation. Build it with ``collect``.
    """

    series: Mapping[tuple[str, str, Breakdown], Mapping[Period, Observation]]
    sources: tuple[SourceInfo, ...] = ()
    organisations: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @staticmethod
    def collect(
        observations: Iterable[Observation], sources: tuple[SourceInfo, ...] = ()
    ) -> Measurements:
        """Index the observations; the reader has already refused duplicates."""
        series: dict[tuple[str, str, Breakdown], dict[Period, Observation]] = {}
        organisations: dict[str, set[str]] = {}
        for observation in observations:
            key = (observation.indicator, observation.organisation, observation.breakdown)
            series.setdefault(key, {})[observation.period] = observation
            organisations.setdefault(observation.indicator, set()).add(observation.organisation)
        return Measurements(
            series, sources, {name: frozenset(found) for name, found in organisations.items()}
        )

    def get(
        self, indicator: str, organisation: str, breakdown: Breakdown
    ) -> Mapping[Period, Observation]:
        """The observations of one series by period; empty when there are none."""
        return self.series.get((indicator, organisation, breakdown), {})

    def organisations_of(self, indicator: str) -> frozenset[str]:
        """The organisations that have data for a measure."""
        return self.organisations.get(indicator, frozenset())

    def __iter__(self) -> Iterator[Observation]:
        for by_period in self.series.values():
            yield from by_period.values()

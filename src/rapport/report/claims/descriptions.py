"""A known figure in words: "utfallet för kvinnor T2 2024"."""

from __future__ import annotations

from rapport.domain.breakdown import Sex
from rapport.report.cells import series_name
from rapport.report.claims.basis import Basis
from rapport.report.claims.known_figures import KnownFigure
from rapport.swedish import dates, terms


def described(figure: KnownFigure, basis: Basis, *, pair: bool = False) -> str:
    """What a figure is: its role, whom it is for, and when if that is not now.

    A ``pair`` is a numerator with its denominator.
    """
    words = ["täljaren och nämnaren" if pair else figure.role.value]
    breakdown = figure.breakdown
    if breakdown.dimensions:
        words.append(f"för {series_name(figure.indicator, breakdown).lower()}")
    elif breakdown.sex is not None:
        words.append(f"för {terms.SEXES[Sex(breakdown.sex)]}")
    if figure.organisation != basis.organisations.top:
        words.append(f"för {basis.organisations[figure.organisation].name}")
    if figure.occasion != basis.occasion:
        words.append(dates.short_label(figure.occasion.period))
    return " ".join(words)


def name_of(figure: KnownFigure) -> str:
    """The measure that a figure is of."""
    return figure.indicator.short_name

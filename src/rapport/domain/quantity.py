"""Quantities and the reasons a quantity can be absent: six different kinds of nothing."""

from __future__ import annotations

from enum import StrEnum


class Unit(StrEnum):
    """The units ("enheter") that plans and reports use; the value is how the plan writes it."""

    PERCENT = "procent"
    PERCENTAGE_POINTS = "procentenheter"
    COUNT = "antal"
    PER_THOUSAND = "per 1 000 invånare"
    PER_HUNDRED_THOUSAND = "per 100 000 invånare"
    KRONOR = "kr"
    KRONOR_PER_INHABITANT = "kr per invånare"
    THOUSAND_KRONOR = "tkr"
    MILLION_KRONOR = "mnkr"
    BILLION_KRONOR = "mdkr"
    DAYS = "dagar"
    INDEX = "index"
    YES_NO = "ja/nej"


class MeasureKind(StrEnum):
    """How a measure is made ("måttyp"), which decides how it may be aggregated."""

    SHARE = "andel"
    RATE = "kvot"
    COUNT = "antal"
    AMOUNT = "belopp"
    MEAN = "medel"
    LEVEL = "nivå"
    MEDIAN = "median"
    INDEX = "index"
    YES_NO = "ja/nej"

    @property
    def accumulates(self) -> bool:
        """Whether months add up to a growing sum over the year (counts and amounts)."""
        return self in {MeasureKind.COUNT, MeasureKind.AMOUNT}


class State(StrEnum):
    """What is known of a value ("tillstånd"); zero is a measured value like any other."""

    MEASURED = "matt"
    NOT_MEASURED = "ej_matt"
    NOT_DUE = "ej_aktuell_period"
    NOT_ASSESSABLE = "ej_bedombar"
    SUPPRESSED = "sekretess"
    UNKNOWN = "okand"


class Gap(StrEnum):
    """Why a cell of measured data is empty; the value is the word used in data files."""

    MISSING = "bortfall"
    NOT_APPLICABLE = "ej tillämplig"
    WITHHELD = "sekretess"

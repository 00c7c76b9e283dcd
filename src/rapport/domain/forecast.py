"""Forecast methods ("prognosmetoder"): how a year's end is foreseen from the months so far."""

from __future__ import annotations

from enum import StrEnum


class ForecastMethod(StrEnum):
    """What a plan may say of a measure's forecast ("prognos"); the value is how it says it.

    Auto is the method that would have been nearest in the measure's own earlier years.
    """

    AUTO = "auto"
    PRO_RATA = "pro rata"
    SEASONAL = "säsongsandel"
    LAST_YEAR = "fjolår plus förändring"
    SO_FAR = "ackumulerat"

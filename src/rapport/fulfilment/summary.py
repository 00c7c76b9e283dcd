"""Summary ("samlad bedömning"): counts of verdicts, and a proposal for a factor, goal or plan."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.domain.outcome import Assessment, Verdict
from rapport.fulfilment.rules import rolled_up


def verdicts(headlines: Iterable[Assessment]) -> tuple[Verdict, ...]:
    """The verdicts that stand: decided where someone has, computed elsewhere.

    Measures that are not due, and hidden ones, have none and are left out.
    """
    found = (assessment.final_verdict for assessment in headlines)
    return tuple(verdict for verdict in found if verdict is not None)


def counts(headlines: Iterable[Assessment]) -> dict[Verdict, int]:
    """How many measures have each verdict, all four in order, zeros included."""
    found = verdicts(headlines)
    return {verdict: found.count(verdict) for verdict in Verdict}


def proposal(headlines: Iterable[Assessment]) -> Verdict:
    """The proposed verdict ("förslag") of what the measures stand under.

    All met is met; none better than not met is not met; otherwise partly. What cannot be
    assessed is left out. The board decides: single measures need not be decisive.
    """
    return rolled_up(verdicts(headlines))

"""Where an activity stands in time at an occasion: due now, overdue, later, or without an end.

"Löpande" is never late. "Januari, maj, september" are the months in which the tertial before is
reported, so that at T2 it is September's report that is due, and at T3 next January's.
"""

from __future__ import annotations

from rapport.domain.activity import Activity, ActivityStatus, Timing
from rapport.domain.period import MONTHS_PER_YEAR, Grain, Occasion, Period
from rapport.domain.plan import Plan
from rapport.swedish import dates

_CLOSED = frozenset({ActivityStatus.DONE, ActivityStatus.CANCELLED})


def is_due(
    activity: Activity, plan: Plan, occasion: Occasion, status: ActivityStatus | None
) -> bool:
    """Whether the plan's time makes the activity something to report at this occasion."""
    match activity.due.timing:
        case Timing.ONGOING:
            return False
        case Timing.REPORTED_IN:
            return _reporting_month(occasion) in activity.due.months
        case Timing.BY_MONTH:
            deadline = _deadline(activity, plan)
            return deadline is not None and (
                deadline in occasion.period
                or (deadline.last <= occasion.period.last and status not in _CLOSED)
            )


def time_words(
    activity: Activity, plan: Plan, occasion: Occasion, status: ActivityStatus | None
) -> str:
    """What the plan's time means at this occasion; empty when it says enough itself."""
    match activity.due.timing:
        case Timing.ONGOING:
            return "utan sluttid"
        case Timing.REPORTED_IN:
            return _reported(activity, occasion)
        case Timing.BY_MONTH:
            return _by_month(activity, plan, occasion, status)


def _reporting_month(occasion: Occasion) -> int:
    """The month after the period, in which it is reported."""
    return occasion.period.last_month % MONTHS_PER_YEAR + 1


def _reported(activity: Activity, occasion: Occasion) -> str:
    """That the tertial is reported now, or when the next report comes and what it is about."""
    if _reporting_month(occasion) in activity.due.months:
        tertial = Period(occasion.period.last - Grain.TERTIAL.months + 1, occasion.period.last)
        return f"redovisas nu, avser {dates.month_span(tertial)}"
    ahead = range(1, MONTHS_PER_YEAR + 1)
    months = (Period(occasion.period.last + n, occasion.period.last + n) for n in ahead)
    later = next((m for m in months if m.last_month in activity.due.months), None)
    return f"redovisas nästa gång i {dates.month_span(later)}" if later else ""


def _deadline(activity: Activity, plan: Plan) -> Period | None:
    """The plan's last month for an activity, in the plan's last year."""
    if not activity.due.months:
        return None
    return Period.month(plan.last_year, max(activity.due.months))


def _by_month(
    activity: Activity, plan: Plan, occasion: Occasion, status: ActivityStatus | None
) -> str:
    deadline = _deadline(activity, plan)
    if deadline is None or status in _CLOSED or deadline.last > occasion.period.last:
        return ""
    return f"tiden gick ut i {dates.month_span(deadline)}"

"""The way of a report ("ärendets väg"): which of a round's meetings it goes to.

A calendar follows one board: its papers are handed in, prepared and decided there, and go on
to the executive and the council. Reports to other bodies share only some of these days.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rapport.domain.meetings import MeetingCalendar, MeetingRow, Stage
from rapport.domain.period import Grain, Occasion
from rapport.domain.plan import Plan
from rapport.domain.region import Region
from rapport.report.definition import ReportDefinition
from rapport.swedish import dates
from rapport.swedish.holidays import free_day, last_working_day

_OWN = frozenset({Stage.SUBMISSION, Stage.PREPARATION, Stage.BOARD})
_AFTER = frozenset({Stage.EXECUTIVE, Stage.COUNCIL})


def round_of(
    region: Region,
    definition: ReportDefinition,
    plans: Sequence[Plan],
    calendar: MeetingCalendar,
    occasion: Occasion,
) -> MeetingRow | None:
    """The meetings of the round that a report goes to; nothing where it goes to none of them.

    A month has no round of its own in the calendars: its report goes with the first papers
    that are handed in after the month.
    """
    found = calendar.round_for(str(occasion))
    if found is None and occasion.period.grain is Grain.MONTH:
        found = calendar.round_after(dates.last_day(occasion.period))
    if found is None:
        return None
    kept = found.only(stages(region, definition, plans, calendar))
    return kept if kept.days else None


def stages(
    region: Region,
    definition: ReportDefinition,
    plans: Sequence[Plan],
    calendar: MeetingCalendar,
) -> frozenset[Stage]:
    """The stages that a report passes, by its recipient and the board of its first plan."""
    own = calendar.board or body_of(region, Stage.BOARD)
    executive, council = body_of(region, Stage.EXECUTIVE), body_of(region, Stage.COUNCIL)
    recipient = definition.recipient
    if recipient == own:
        return _OWN | _AFTER
    through_board = bool(plans) and plans[0].board == own
    before = _OWN if through_board else frozenset()
    if recipient == executive:
        return before | {Stage.EXECUTIVE}
    if recipient == council:
        return before | _AFTER
    return frozenset()


def stage_of(region: Region, body: str, calendar: MeetingCalendar) -> Stage | None:
    """The stage at which a body meets; nothing where the calendar has none for it."""
    if body == calendar.board:
        return Stage.BOARD
    meets = (Stage.BOARD, Stage.EXECUTIVE, Stage.COUNCIL)
    return next((stage for stage in meets if body_of(region, stage) == body), None)


def body_of(region: Region, stage: Stage) -> str:
    """The id of the body that meets at a stage: the one the stage is the abbreviation of."""
    wanted = stage.value.casefold()
    for board in region.boards:
        if wanted in {board.id.casefold(), *(alias.casefold() for alias in board.aliases)}:
            return board.id
    return ""


def hand_in_by(day: date) -> date:
    """The last working day on or before a day that papers are due."""
    return last_working_day(day) if free_day(day) else day


def free_day_note(day: date) -> str:
    """What to know of a day nobody works: "6 januari är trettondedag jul; lämna senast …"."""
    reason = free_day(day)
    if reason is None:
        return ""
    before = dates.with_weekday(hand_in_by(day))
    return f"{dates.day_and_month(day)} är {reason}; sista arbetsdagen före är {before}"

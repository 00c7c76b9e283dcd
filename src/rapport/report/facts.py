"""The facts a report is composed from: everything a section may ask for, already computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from rapport.domain.follow_up import FollowUp, NarrativeText
from rapport.domain.measurement import SourceInfo
from rapport.domain.meetings import MeetingCalendar, MeetingRow
from rapport.domain.organisation import Organisation
from rapport.domain.outcome import NOT_TOLD, Assessment
from rapport.domain.period import Occasion
from rapport.domain.plan import DocumentHead, Indicator, Plan, StrategicGoal
from rapport.domain.problem import Problem
from rapport.domain.region import Region
from rapport.fulfilment.evaluation import Evaluation
from rapport.report.blocks import Block
from rapport.report.case_path import round_of
from rapport.report.definition import ReportDefinition, SectionRequest
from rapport.swedish import dates

IndicatorKey = tuple[str, str]
"""A measure in a plan: (plan id, indicator id)."""


@dataclass(frozen=True)
class MissingItem:
    """Something that is missing or must be checked before the report can be decided.

    ``blocking`` items stop a final document; the others are to be looked at. ``anchor`` is
    where in the document it shows; ``day`` is the day of ``due``, when it is one.
    ``is_approval`` says that nothing but somebody's approval is missing, so that the report
    can be klar all the same.
    """

    blocking: bool
    what: str
    who: str
    due: str
    anchor: str = ""
    day: date | None = field(default=None, compare=False)
    text: str = ""
    is_approval: bool = False


@dataclass(frozen=True)
class Facts:
    """All facts of one report for one organisation at one occasion.

    ``assessments`` hold the headline assessment first, then women, men and series.
    ``texts`` are the narrative texts with their bound numbers filled in, by key; a key
    that is absent has no text. ``today`` is the date the report speaks from (the day its
    figures were extracted), never the clock's. ``about`` is the report that this one stands
    in front of, and ``beside`` are all reports of the occasion, this one among them.
    """

    region: Region
    definition: ReportDefinition
    plans: tuple[Plan, ...]
    occasion: Occasion
    organisation: Organisation
    assessments: Mapping[IndicatorKey, tuple[Assessment, ...]]
    evaluation: Evaluation
    follow_up: FollowUp
    texts: Mapping[str, tuple[Block, ...]]
    calendar: MeetingCalendar | None
    sources: tuple[SourceInfo, ...]
    today: date
    final: bool
    notes: tuple[Problem, ...] = ()
    missing: tuple[MissingItem, ...] = field(default=())
    about: ReportDefinition | None = None
    beside: tuple[ReportDefinition, ...] = ()

    @property
    def title(self) -> str:
        """The report's title, with the unit it is cut to; a plan's own name for a plan.

        What stands in front of a report has that report's title after its own.
        """
        if self.plan_set_out:
            return self.plan_set_out.name
        title = self.definition.title
        if self.about:
            title = f"{title}: {self.about.title}"
        return title if self.is_whole_region else f"{title}: {self.organisation.name}"

    @property
    def head(self) -> DocumentHead:
        """The document head of the report; the plan's own where the document is a plan."""
        return self.plan_set_out.head if self.plan_set_out else self.definition.head

    @property
    def plan_set_out(self) -> Plan | None:
        """The plan that the document sets out, when it is a plan and not a report on one."""
        return next(iter(self.plans), None) if self.definition.sets_out_plan else None

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft: not final, or a plan whose own head is not complete."""
        if self.plan_set_out:
            head = self.head
            whole = all(
                (head.document_class, head.applies_to, head.document_id, head.version,
                 head.approved, head.responsible, head.prepared_by)
            )  # fmt: skip
            return not whole or head.version.startswith("0")
        return not self.final

    @property
    def subject(self) -> Facts:
        """The facts of the report that this one stands in front of, else these."""
        return replace(self, definition=self.about, about=None) if self.about else self

    def board_name(self, board: str) -> str:
        """The name of a body by its id."""
        return next((each.name for each in self.region.boards if each.id == board), board)

    def has_page(self, plan: Plan, indicator: Indicator) -> bool:
        """Whether the report has a page for a measure: its section is there and it is due."""
        if self.headline(plan, indicator).blocker in NOT_TOLD:
            return False
        outside = indicator in plan.other_indicators
        return any(
            request.kind == ("handlingsplan" if outside else "strategiska-mal")
            and request.options.get("plan") == plan.id
            and request.options.get("matt", "ja") == "ja"
            for request in self.definition.sections
        )

    @property
    def occasion_label(self) -> str:
        """The end of the occasion in words: "per augusti 2024"."""
        period = self.occasion.period
        return f"per {dates.MONTHS[period.last_month - 1]} {period.year}"

    @property
    def round(self) -> MeetingRow | None:
        """The meetings this report goes to."""
        if self.calendar is None:
            return None
        return round_of(self.region, self.definition, self.plans, self.calendar, self.occasion)

    @property
    def is_whole_region(self) -> bool:
        """Whether the report is the region's own rather than a unit's."""
        return self.organisation.id == self.region.organisations.top

    def plan(self, plan_id: str) -> Plan:
        """A plan of this report by id."""
        return next(plan for plan in self.plans if plan.id == plan_id)

    def plans_of(self, request: SectionRequest) -> tuple[Plan, ...]:
        """The plan that a section is to be about ("plan"), else all of the report's."""
        named = request.options.get("plan")
        return (self.plan(named),) if named else self.plans

    def headline(self, plan: Plan, indicator: Indicator) -> Assessment:
        """The assessment that speaks for a whole measure."""
        return self.assessments[plan.id, indicator.id][0]

    def headlines(self, plan: Plan) -> tuple[Assessment, ...]:
        """The headline assessments of a plan, in its order."""
        return tuple(self.headline(plan, indicator) for indicator in plan.indicators)

    def goal_headlines(self, plan: Plan, goal: StrategicGoal) -> tuple[Assessment, ...]:
        """The headline assessments of one strategic goal."""
        return tuple(
            self.headline(plan, indicator)
            for factor in goal.factors
            for indicator in factor.indicators
        )

    def raw_text(self, key: str) -> NarrativeText | None:
        """A text as it was written, with its status and owner."""
        return self.follow_up.text(key)

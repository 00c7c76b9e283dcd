"""Preparation: the facts of every report, its texts narrated and what is missing listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial

from rapport.domain.measurement import Measurements
from rapport.domain.meetings import MeetingCalendar
from rapport.domain.organisation import Organisation
from rapport.domain.period import Grain, Occasion
from rapport.domain.plan import Plan
from rapport.domain.problem import Problem
from rapport.fulfilment.evaluation import Evaluation
from rapport.pipeline.orders import (
    Order,
    definitions,
    in_force,
    made_at,
    plans_of,
    report_behind,
    units,
)
from rapport.pipeline.reading import refuse_errors, unknown_choice
from rapport.pipeline.text_memory import TextMemory
from rapport.render.narrative import narrate
from rapport.report.blocks import Block
from rapport.report.bound_numbers import BoundNumbers
from rapport.report.claims.basis import Basis
from rapport.report.claims.check import check_claims
from rapport.report.compose import with_missing
from rapport.report.definition import ReportDefinition
from rapport.report.facts import Facts
from rapport.report.states import in_its_state, premature
from rapport.sources.workspace import Workspace
from rapport.swedish import dates


@dataclass(frozen=True)
class Prepared:
    """A report whose facts are ready, with the problems of its texts and its folder."""

    facts: Facts
    problems: tuple[Problem, ...]
    folder: str


def evaluate(workspace: Workspace, occasion: Occasion) -> Evaluation:
    """All verdicts of the region, computed when they are asked for."""
    return Evaluation(
        workspace.region,
        workspace.plans,
        workspace.measurements,
        workspace.follow_up,
        occasion,
    )


@dataclass(frozen=True)
class Preparation:
    """What every report of an order stands on; ``notes`` are problems that stop nothing.

    ``memory`` may come from an earlier preparation with the same figures and other words.
    """

    workspace: Workspace
    evaluation: Evaluation
    order: Order
    notes: tuple[Problem, ...]
    memory: TextMemory = field(default_factory=TextMemory)

    def reports(self) -> list[Prepared]:
        """The facts of every report and unit asked for."""
        return [
            self._report(definition, unit)
            for definition in definitions(self.workspace, self.order)
            for unit in units(self.workspace, self.order)
        ]

    def _report(self, definition: ReportDefinition, unit: Organisation) -> Prepared:
        plans = _plans_in_force(self.workspace, definition, self.order.occasion)
        definition = _with_sections_of(definition, plans)
        state = self.workspace.follow_up.report_state(definition.id)
        definition = in_its_state(definition, state)
        is_top = unit.id == self.workspace.region.organisations.top
        texts, problems = self._texts(plans, unit) if is_top else ({}, ())
        claims = self._claims if is_top else ()
        facts = Facts(
            region=self.workspace.region,
            definition=definition,
            plans=plans,
            occasion=self.order.occasion,
            organisation=unit,
            assessments={
                (plan.id, indicator.id): self.evaluation.assess(plan, indicator, unit.id)
                for plan in plans
                for indicator in plan.indicators
            },
            evaluation=self.evaluation,
            follow_up=self.workspace.follow_up,
            texts=texts,
            calendar=calendar_for(self.workspace, self.order.occasion, definition.recipient),
            sources=self.workspace.measurements.sources,
            today=report_date(self.workspace.measurements, self.order.occasion),
            final=self.order.final,
            notes=tuple(note for note in (*self.notes, *claims) if not note.is_error),
            about=self._about(definition, plans),
            beside=tuple(made_at(self.workspace, self.order.occasion)),
        )
        folder = "" if is_top else f"{unit.id}/"
        facts = with_missing(facts)
        early = tuple(premature(facts)) if is_top else ()
        return Prepared(facts, (*problems, *claims, *early), folder)

    def _about(
        self, definition: ReportDefinition, plans: tuple[Plan, ...]
    ) -> ReportDefinition | None:
        """The report that a report stands in front of, with the sections that are in force."""
        behind = report_behind(self.workspace, definition, self.order.occasion)
        return _with_sections_of(behind, plans) if behind else None

    @cached_property
    def _claims(self) -> tuple[Problem, ...]:
        """What the region's texts claim and the figures do not."""
        workspace, tree = self.workspace, self.workspace.region.organisations
        basis = Basis(self.evaluation, workspace.follow_up, tree, self.order.occasion)
        return self.memory.claims(
            workspace.follow_up.texts,
            lambda texts: check_claims(texts, basis, workspace.earlier_texts),
        )

    def _texts(
        self, plans: tuple[Plan, ...], unit: Organisation
    ) -> tuple[Mapping[str, tuple[Block, ...]], tuple[Problem, ...]]:
        """All texts of the occasion as blocks with their numbers filled in.

        A text may serve several reports, so a measure that is in none of this report's plans
        is looked up among all plans.
        """
        others = tuple(plan for plan in self.workspace.plans if plan not in plans)
        tree = self.workspace.region.organisations
        bound = BoundNumbers(self.evaluation, (*plans, *others), tree, unit.id, self.order.occasion)
        order = tuple(plan.id for plan in bound.plans)
        texts: dict[str, tuple[Block, ...]] = {}
        problems: list[Problem] = []
        for text in self.workspace.follow_up.texts:
            texts[text.key], found = self.memory.narrated(
                text, order, unit.id, partial(narrate, text, bound.functions)
            )
            problems += found
        return texts, tuple(problems)


def _plans_in_force(
    workspace: Workspace, definition: ReportDefinition, occasion: Occasion
) -> tuple[Plan, ...]:
    """The report's plans that govern the occasion's year, in the order it names them.

    Raises:
        InputRejected: none of them does.
    """
    found = in_force(workspace, definition, occasion)
    if not found:
        names = plans_of(workspace, definition, occasion)
        named = [plan for name in names for plan in workspace.plans if plan.id == name]
        spans = "; ".join(f"{p.short_name} {p.first_year}–{p.last_year}" for p in named)
        message = (
            f"Rapporten {definition.id} kan inte byggas för {occasion}: ingen av dess planer "
            f"gäller {occasion.year} ({spans}). Välj en period inom planernas år."
        )
        refuse_errors([unknown_choice(message)])
    return found


def _with_sections_of(definition: ReportDefinition, plans: tuple[Plan, ...]) -> ReportDefinition:
    """The definition without sections about a plan that is not in force."""
    known = {plan.id for plan in plans}
    kept = tuple(s for s in definition.sections if s.options.get("plan") in {None, *known})
    return replace(definition, sections=kept)


def calendar_for(
    workspace: Workspace, occasion: Occasion, recipient: str
) -> MeetingCalendar | None:
    """The calendar that takes the papers of the occasion, else the one of its year.

    The recipient's own calendar comes before that of another board. A month's papers go with
    the first that are handed in after it.
    """
    own = sorted(workspace.calendars, key=lambda calendar: calendar.board != recipient)
    with_round = [c for c in own if c.round_for(str(occasion)) is not None]
    of_year = [c for c in own if c.year == occasion.year]
    later: list[MeetingCalendar] = []
    if occasion.period.grain is Grain.MONTH:
        end = dates.last_day(occasion.period)
        later = sorted((c for c in own if c.round_after(end)), key=lambda c: c.year)
    return next(iter([*with_round, *later, *of_year]), None)


def report_date(measurements: Measurements, occasion: Occasion) -> date:
    """The day a report speaks from: when its figures were last extracted.

    Never the clock's day, so that the same inputs always give the same report.
    """
    extracted = [source.extracted for source in measurements.sources if source.extracted]
    return date.fromisoformat(max(extracted)) if extracted else dates.last_day(occasion.period)

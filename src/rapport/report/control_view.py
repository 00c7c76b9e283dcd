"""Controls beside their results: what was to be done, what was done, and how it is counted.

A row of the plan is a control ("kontroll"); a moment that the plan prints in several rows has
as many. Everything that counts here counts rows, so that nothing is weighed together unseen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapport.domain.control import Control, ControlResult, ControlStep, Deviation
from rapport.domain.outcome import Assessment
from rapport.domain.plan import Indicator, Plan
from rapport.report.bound_numbers import assessed_text
from rapport.report.cells import series_name
from rapport.report.facts import Facts
from rapport.swedish import phrases, prose

CONTROL = prose.Noun("kontroll", "kontroller", neuter=False)
MOMENT = prose.Noun("kontrollmoment", "kontrollmoment")
DONE = (Deviation.NONE, Deviation.MINOR, Deviation.MAJOR)
DEVIATING = (Deviation.MINOR, Deviation.MAJOR)


@dataclass(frozen=True)
class MeasuredBy:
    """The measure that a control goes by, with the plan it stands in."""

    plan: Plan
    indicator: Indicator


@dataclass(frozen=True)
class ControlRow:
    """A row of a control plan with its result; ``number`` is what tables and matrix call it.

    ``at`` is the row's place within its moment, from one.
    """

    control: Control
    step: ControlStep
    at: int
    moment: str
    result: ControlResult | None
    measure: MeasuredBy | None = None

    @property
    def number(self) -> str:
        """The moment's number, with the row's letter where the moment has several."""
        return f"{self.moment}{_letter(self.control, self.at)}"

    @property
    def grade(self) -> Deviation | None:
        """The deviation found; nothing while the control is under way or not reported."""
        return self.result.grade if self.result else None

    @property
    def is_done(self) -> bool:
        """Whether the control has been carried out."""
        return self.grade in DONE


def control_rows(facts: Facts, plan: Plan) -> tuple[ControlRow, ...]:
    """Every row of a plan's internal control, in its order."""
    return tuple(
        ControlRow(
            control,
            step,
            at,
            number_of(plan, control),
            facts.follow_up.control_result(plan.id, control.id, at),
            _measure(facts, plan, step),
        )
        for control in plan.controls
        for at, step in enumerate(control.steps, start=1)
    )


def _letter(control: Control, at: int) -> str:
    """The letter of a row in a moment that has several, as in 4a, 4b and 4c."""
    return "" if len(control.steps) == 1 else chr(ord("a") + at - 1)


def step_number(control: Control, at: int) -> str:
    """What the follow-up calls a row, where the plan numbers its moments; else nothing."""
    return f"{control.number}{_letter(control, at)}" if control.number else ""


def number_of(plan: Plan, control: Control) -> str:
    """The number the plan prints, or the moment's place in it."""
    return control.number or str(plan.controls.index(control) + 1)


def _measure(facts: Facts, plan: Plan, step: ControlStep) -> MeasuredBy | None:
    """The measure that is the method, wherever it stands."""
    if step.indicator is None:
        return None
    where = step.indicator_plan or plan.id
    found = (
        MeasuredBy(each, indicator)
        for each in facts.evaluation.plans
        if each.id == where
        for indicator in each.indicators
        if indicator.id == step.indicator
    )
    return next(found, None)


def measured(facts: Facts, measure: MeasuredBy) -> tuple[Assessment, ...]:
    """The assessments a control takes from its measure: each judged series, or the whole."""
    found = facts.evaluation.assess(measure.plan, measure.indicator, facts.organisation.id)
    by_series = {each.breakdown: each for each in found}
    judged = [by_series[s] for s in measure.indicator.judged_series if s in by_series]
    return tuple(judged) or found[:1]


def measured_words(facts: Facts, measure: MeasuredBy) -> str:
    """The measure's figures: "Styrmått 6: nybesök 2 % (mål minst 45 %), ej uppfyllt."."""
    indicator = measure.indicator
    parts = []
    for each in measured(facts, measure):
        series = f"{series_name(indicator, each.breakdown).lower()} " if _is_series(each) else ""
        verdict = phrases.verdict_word(each.final_verdict)
        parts.append(f"{series}{assessed_text(each)}{_goal(each)}, {verdict}")
    return f"Styrmått {indicator.number}: {'; '.join(parts)}."


def _goal(assessment: Assessment) -> str:
    """The target in brackets, each sex's own where they differ; empty where there is none."""
    target, indicator = assessment.target, assessment.indicator
    if target is not None:
        return f" (mål {phrases.target_words(target.target, indicator)})"
    own = [
        f"{part.breakdown.sex} {phrases.target_words(part.target.target, indicator)}"
        for part in assessment.parts
        if part.target
    ]
    return f" (mål {', '.join(own)})" if own else ""


def _is_series(assessment: Assessment) -> bool:
    return bool(assessment.breakdown.dimensions)


def grades(rows: Iterable[ControlRow]) -> Counter[Deviation | None]:
    """How many rows have each grade; nothing stands for those without one."""
    return Counter(row.grade for row in rows)


def counted_sentence(rows: tuple[ControlRow, ...]) -> str:
    """How a plan's controls stand, in two sentences at most."""
    moments = len({row.control.id for row in rows})
    opening = f"Planen har {prose.counted(moments, MOMENT)}"
    if len(rows) != moments:
        opening += f", som granskas i {prose.counted(len(rows), CONTROL)}"
    return " ".join([f"{opening}.", *_done(rows), *_left(rows)])


def _done(rows: tuple[ControlRow, ...]) -> Iterator[str]:
    found = grades(rows)
    done = sum(found[grade] for grade in DONE)
    if not done:
        yield "Ingen kontroll är gjord ännu."
        return
    parts = [
        f"{prose.count_word(found[grade], neuter=False)} {words}"
        for grade, words in (
            (Deviation.NONE, "utan avvikelse"),
            (Deviation.MINOR, "med mindre avvikelse"),
            (Deviation.MAJOR, "med väsentlig avvikelse"),
        )
        if found[grade]
    ]
    are = "är gjord" if done == 1 else "är gjorda"
    counted = prose.capitalised(prose.counted(done, CONTROL))
    yield f"{counted} {are}: {prose.enumeration(parts)}."


def _left(rows: tuple[ControlRow, ...]) -> Iterator[str]:
    found = grades(rows)
    begun = sum(row.result is not None and row.grade is None for row in rows)
    silent = sum(row.result is None for row in rows)
    clauses = [
        f"{prose.count_word(count, neuter=False)} {words}"
        for count, words in (
            (begun, "pågår"),
            (found[Deviation.NOT_DONE], "har inte genomförts"),
            (silent, "är inte redovisad" if silent == 1 else "är inte redovisade"),
        )
        if count
    ]
    if clauses:
        yield f"{prose.capitalised(prose.enumeration(clauses))}."

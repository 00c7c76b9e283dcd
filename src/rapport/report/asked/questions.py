"""The questions to each office: who is asked what, with the last answer and the present one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapport.domain.activity import Activity
from rapport.domain.assignment import Assignment
from rapport.domain.follow_up import NarrativeText
from rapport.domain.organisation import Board, Organisation
from rapport.domain.outcome import Assessment, Blocker
from rapport.domain.plan import Indicator, Plan
from rapport.domain.region import Region
from rapport.report.asked.asking import Asking, said
from rapport.report.asked.form import (
    ACTIONS,
    ACTIVITIES,
    ASSIGNMENTS,
    CONTROLS,
    MEASURES,
    REPORT_BACKS,
    REQUIREMENTS,
    SHEETS,
    TEXT,
    TEXT_STATUS,
    Form,
    Question,
    Sheet,
    SheetPlan,
)
from rapport.report.asked.reported import control_step, demand, report_back
from rapport.report.cells import target_lines, value_text
from rapport.report.inline import plain
from rapport.swedish import dates, numbers, phrases, terms

_NOBODY = "Ej angiven"


def forms(asking: Asking) -> tuple[Form, ...]:
    """One form for every office that is asked anything, by the office's name."""
    asked: dict[str, dict[str, list[Question]]] = {}
    for kind, owner, question in _questions(asking):
        office = office_name(asking.region, owner) or asking.secretary or _NOBODY
        asked.setdefault(office, {}).setdefault(kind.name, []).append(question)
    return tuple(_form(asking, office, asked[office]) for office in sorted(asked))


def office_name(region: Region, name: str) -> str:
    """An office under the one name it has in rapport.toml, or as it was written."""
    wanted = " ".join(name.split())
    bodies: tuple[Organisation | Board, ...] = (*region.organisations, *region.boards)
    for each in bodies:
        if wanted.casefold() in {n.casefold() for n in (each.id, each.name, *each.aliases)}:
            return each.name
    return wanted


def _form(asking: Asking, office: str, asked: Mapping[str, list[Question]]) -> Form:
    sheets = []
    for kind in SHEETS:
        questions = tuple(asked.get(kind.name, ()))
        if questions or (kind is ACTIONS and MEASURES.name in asked):
            subjects = _subjects(asked) if kind is ACTIONS else {}
            sheets.append(Sheet(kind, questions, subjects))
    return Form(
        office=office,
        region=asking.region.name,
        occasion=str(asking.occasion),
        title=f"Underlag för {phrases.inside(dates.occasion_title(asking.occasion))}",
        due=asking.due,
        sheets=tuple(sheets),
    )


def _subjects(asked: Mapping[str, list[Question]]) -> dict[str, str]:
    """What a new action can be about: the office's measures, "plan/id" by name."""
    return {each.shown[0]: each.id for each in asked.get(MEASURES.name, ())}


Asked = Iterator[tuple[SheetPlan, str, Question]]
"""Questions with their kind of sheet and whose they are."""


def _questions(asking: Asking) -> Asked:
    asked: set[str] = set()
    for plan in asking.plans:
        for kind, owner, question in _about_measures(asking, plan):
            if question.match[0] not in asked:
                yield kind, owner, question
        asked |= {indicator.id for indicator in plan.indicators}
        for area in plan.areas:
            for activity in area.activities:
                owner = activity.responsible[0] if activity.responsible else ""
                yield ACTIVITIES, owner, _activity(asking, plan, activity)
        for assignment in plan.assignments:
            kind = ASSIGNMENTS if assignment.decision is None else REPORT_BACKS
            yield kind, assignment.responsible, _assignment(asking, plan, assignment)
        yield from _about_controls(asking, plan)
        for agreement in plan.agreements:
            for requirement in agreement.requirements:
                match = (agreement.id, requirement.id)
                shown = (agreement.name, requirement.text)
                yield REQUIREMENTS, agreement.responsible, demand(asking, plan, match, shown)


def _about_measures(asking: Asking, plan: Plan) -> Asked:
    """Measures with a target that are due: monitoring measures ("kontrollmått") are not commented.

    A measure that two plans have is asked about once, for the plan that comes first.
    """
    monitored, top = _monitored(plan), asking.region.organisations.top
    for indicator in plan.indicators:
        headline = asking.evaluation.headline(plan, indicator, top)
        if indicator.id not in monitored and headline.blocker is not Blocker.NOT_DUE:
            yield MEASURES, indicator.owner, _measure(asking, plan, indicator)
            for question in _actions(asking, plan, indicator):
                yield ACTIONS, indicator.owner, question


def _about_controls(asking: Asking, plan: Plan) -> Asked:
    for control in plan.controls:
        for number, step in enumerate(control.steps, start=1):
            owner = step.performers[0] if step.performers else ""
            yield CONTROLS, owner, control_step(asking, plan, control, step, number)


def _monitored(plan: Plan) -> set[str]:
    return {indicator.id for area in plan.monitoring for indicator in area.indicators}


def _text(given: NarrativeText | None) -> dict[str, str]:
    return {TEXT: given.markdown.strip(), TEXT_STATUS: str(given.status)} if given else {}


def _measure(asking: Asking, plan: Plan, indicator: Indicator) -> Question:
    key = f"{MEASURES.text_prefix}{indicator.id}"
    parts = asking.evaluation.assess(plan, indicator, asking.region.organisations.top)
    headline, targets = parts[0], target_lines(parts, parts[0])
    before = asking.before.text(key)
    return Question(
        plan=plan.id,
        match=(indicator.id,),
        shown=(
            indicator.short_name,
            _outcome(headline),
            "; ".join(plain(each) for each in targets),
            _verdict(headline),
            before.markdown.strip() if before else "",
        ),
        now=_text(asking.now.text(key)),
        text=key,
    )


def _outcome(headline: Assessment) -> str:
    """The outcome with its unit, or what there is instead of one."""
    text = value_text(headline.outcome, headline.indicator)
    suffix = numbers.unit_suffix(headline.indicator.unit)
    has_unit = headline.outcome.value is not None and suffix
    return f"{text}{numbers.NO_BREAK_SPACE}{suffix}" if has_unit else text


def _verdict(headline: Assessment) -> str:
    """The verdict in words, or why there is none."""
    if headline.final_verdict is not None:
        return terms.VERDICTS[headline.final_verdict]
    return phrases.blocker_words(headline.blocker) if headline.blocker else ""


def _actions(asking: Asking, plan: Plan, indicator: Indicator) -> Iterator[Question]:
    """The actions that stand in the files: each is known by its own words."""
    for each in asking.now.actions_for(plan.id, indicator.id):
        yield Question(
            plan=plan.id,
            match=(indicator.id, each.text),
            shown=(indicator.short_name, ""),
            now={
                "åtgärd": each.text,
                "ansvarig": each.responsible,
                "klart": each.due,
                "status": str(each.status),
            },
        )


def _activity(asking: Asking, plan: Plan, activity: Activity) -> Question:
    now, before = (f.status_of(plan.id, activity.id) for f in (asking.now, asking.before))
    return Question(
        plan=plan.id,
        match=(activity.id,),
        shown=(
            activity.number,
            activity.text,
            activity.due.printed,
            said(str(before.status), before.comment) if before else "",
        ),
        now={"status": str(now.status), "kommentar": now.comment, "ny_tid": now.new_date}
        if now
        else {},
    )


def _assignment(asking: Asking, plan: Plan, assignment: Assignment) -> Question:
    if assignment.decision is not None:
        return report_back(asking, plan, assignment)
    key = f"{ASSIGNMENTS.text_prefix}{assignment.id}"
    now, before = (f.status_of(plan.id, assignment.id) for f in (asking.now, asking.before))
    given = {"status": str(now.status), "kommentar": now.comment} if now else {}
    return Question(
        plan=plan.id,
        match=(assignment.id,),
        shown=(
            assignment.number,
            f"{assignment.short_name}. {assignment.text}",
            said(str(before.status), before.comment) if before else "",
        ),
        now={**given, **_text(asking.now.text(key))},
        text=key,
    )

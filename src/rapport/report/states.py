"""States ("läge"): how far texts, decided verdicts and the report itself have come.

A text or a report goes from utkast to klar to godkänd. Nothing may be called klar too early: an
analysis of a measure that is off target needs an action beside it, and a report needs everything
but its own approval.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapport.domain.follow_up import IndicatorDecision, PartDecision, ReportState, TextStatus
from rapport.domain.outcome import Assessment, Change, Verdict
from rapport.domain.plan import Indicator, Plan
from rapport.domain.problem import Problem, Severity
from rapport.report.definition import ReportDefinition
from rapport.report.facts import Facts
from rapport.report.text_keys import wanted_texts
from rapport.swedish import prose, terms

REPORT, VERDICT, TEXT = "rapport", "bedömning", "text"
"""The kinds of thing that have a state."""

ANALYSIS = "analys."
"""The beginning of the key of a text that analyses a measure."""


@dataclass(frozen=True)
class StateRow:
    """One thing with a state: what it is, how far it has come, which office said so and when.

    ``status`` is absent for a text that does not exist; ``day`` is ISO or empty.
    """

    kind: str
    what: str
    status: TextStatus | None
    office: str = ""
    day: str = ""


def in_its_state(definition: ReportDefinition, state: ReportState | None) -> ReportDefinition:
    """The definition with the version and approval that the occasion's state gives it."""
    if state is None:
        return definition
    head = definition.head
    version, approved = state.version or head.version, state.approved
    return replace(definition, head=replace(head, version=version, approved=approved))


def status_of_report(facts: Facts) -> TextStatus:
    """How far a report has come: what an office has said of it, else what its head tells.

    Only a plan is approved by its head alone, since its own decision is what the head records.
    """
    said = facts.follow_up.report_state(facts.definition.id)
    if said is not None:
        return said.status
    decided = facts.plan_set_out is not None and not facts.is_draft
    return TextStatus.APPROVED if decided else TextStatus.DRAFT


def state_rows(facts: Facts) -> Iterator[StateRow]:
    """The report first, then its decided verdicts and its texts in the report's order."""
    state = facts.follow_up.report_state(facts.definition.id)
    status = status_of_report(facts)
    office, day = (state.office, state.day) if state else ("", "")
    yield StateRow(REPORT, facts.title, status, office, day)
    for name, given in decisions(facts):
        office, day = given.decision.office, given.decision.date
        yield StateRow(VERDICT, name, given.status, office, day)
    for key, about in wanted_texts(facts):
        text = facts.raw_text(key)
        if text is None or not text.markdown.strip():
            yield StateRow(TEXT, about, None)
        else:
            approved = text.status is TextStatus.APPROVED
            office = (text.approved_by if approved else text.changed_by) or text.responsible
            day = text.approved if approved else text.changed
            yield StateRow(TEXT, about, text.status, office, day)


def decisions(facts: Facts) -> Iterator[tuple[str, IndicatorDecision | PartDecision]]:
    """Every decided verdict about this report's plans, with the name of what it is for."""
    for plan in facts.plans:
        names = {i.id: i.short_name for i in plan.indicators}
        names |= {f.id: f.name for goal in plan.goals for f in goal.factors}
        names |= {goal.id: goal.name for goal in plan.goals}
        for given in facts.follow_up.decisions:
            if given.plan == plan.id:
                yield names.get(given.indicator, given.indicator), given
        for part in facts.follow_up.part_decisions:
            if part.plan == plan.id:
                yield names.get(part.item, plan.short_name), part


def premature(facts: Facts) -> Iterator[Problem]:
    """What is called klar or godkänd before it can be: texts, and the report itself."""
    for key, _ in wanted_texts(facts):
        text = facts.raw_text(key)
        if text is not None and text.status is not TextStatus.DRAFT:
            for sentence in hindrances(facts, key):
                message = f"Texten är {text.status} för tidigt. {sentence}"
                yield Problem(text.location, "för-tidigt-klar", message, Severity.WARNING)
    state = facts.follow_up.report_state(facts.definition.id)
    blocking = sum(item.blocking and not item.is_approval for item in facts.missing)
    if state is not None and state.status is not TextStatus.DRAFT and blocking:
        items = prose.counted(blocking, _ITEM)
        message = (
            f"{facts.title} är {state.status} för tidigt: {items} saknas. "
            f"rapport status --period {facts.occasion} visar dem."
        )
        yield Problem(state.location, "för-tidigt-klar", message, Severity.WARNING)


_ITEM = prose.Noun("uppgift", "uppgifter", neuter=False)


def lacks_action(facts: Facts, plan: Plan, indicator: Indicator) -> bool:
    """Whether a measure that is off target, or on its way there, has no action ("åtgärd")."""
    headline = facts.headline(plan, indicator)
    return needs_action(headline) and not facts.follow_up.actions_for(plan.id, indicator.id)


def needs_action(headline: Assessment) -> bool:
    """Whether a verdict asks for an action: not met, or partly met and getting worse."""
    return headline.final_verdict is Verdict.NOT_MET or (
        headline.final_verdict is Verdict.PARTLY and headline.change is Change.WORSE
    )


def hindrances(facts: Facts, key: str) -> tuple[str, ...]:
    """Why a text cannot be called klar yet, in sentences; none when it can."""
    text = facts.raw_text(key)
    found = [] if text and text.markdown.strip() else ["Texten är tom."]
    name = key.removeprefix(ANALYSIS)
    for plan in facts.plans:
        for indicator in plan.indicators:
            if key.startswith(ANALYSIS) and indicator.id == name:
                found += _without_action(facts, plan, indicator)
    return tuple(dict.fromkeys(found))


def _without_action(facts: Facts, plan: Plan, indicator: Indicator) -> Iterator[str]:
    if lacks_action(facts, plan, indicator):
        verdict = facts.headline(plan, indicator).final_verdict
        words = terms.VERDICTS[verdict] if verdict else ""
        yield (
            f"{indicator.short_name} är {words} men har ingen åtgärd. Skriv en under åtgärder i "
            f"data/uppfoljning/{facts.occasion}, med ansvarig och datum."
        )

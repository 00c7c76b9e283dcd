"""States: how far texts, verdicts and reports have come, and what is called klar too early."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.follow_up import (
    FollowUp,
    IndicatorDecision,
    NarrativeText,
    ReportState,
    TextStatus,
)
from rapport.domain.outcome import Decision, Verdict
from rapport.domain.problem import Location
from rapport.report.completeness import missing_items
from rapport.report.facts import Facts
from rapport.report.states import StateRow, hindrances, in_its_state, premature, state_rows
from regions import MINI, prepared

REPORT = "aterrapportering"
COST = "analys.kostnad"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report-back at T2 2024: the cost measure is not met and has no action."""
    return prepared(MINI, reports=(REPORT,))[0].facts


def text(key: str, status: TextStatus, markdown: str = "Text.") -> NarrativeText:
    """A text with a state."""
    return NarrativeText(key, markdown, status, "Läkemedelsrådet", Location(f"{key}.md"))


def given(facts: Facts, *texts: NarrativeText, **more: object) -> Facts:
    """The facts with these texts and nothing else of the follow-up but what is named."""
    follow_up = replace(facts.follow_up, texts=texts, **more)  # type: ignore[arg-type]  # by name
    return replace(facts, follow_up=follow_up)


def state(status: TextStatus, version: str = "", approved: str = "") -> ReportState:
    """A state of the report."""
    return ReportState(REPORT, status, "Vårdavdelningen", "2024-09-20", version, approved)


def test_an_analysis_without_action_cannot_be_klar(facts: Facts) -> None:
    """The sentence names the measure and the file where an action is written."""
    changed = given(facts, text(COST, TextStatus.READY))
    expected = (
        "Läkemedelskostnad är ej uppfyllt men har ingen åtgärd. Skriv en under åtgärder i "
        "data/uppfoljning/T2-2024, med ansvarig och datum."
    )
    assert (expected,) == hindrances(changed, COST)
    found = [problem.message for problem in premature(changed)]
    assert [f"Texten är klar för tidigt. {expected}"] == found


def test_a_draft_is_never_too_early(facts: Facts) -> None:
    """Only klar and godkänd say that something is finished."""
    changed = given(facts, text(COST, TextStatus.DRAFT))
    assert [] == list(premature(changed))


def test_an_empty_text_cannot_be_klar(facts: Facts) -> None:
    """There must be something to approve."""
    assert ("Texten är tom.",) == hindrances(
        given(facts, text("ekonomi", TextStatus.DRAFT, " ")), "ekonomi"
    )


def test_a_report_is_klar_too_early_while_anything_is_missing(facts: Facts) -> None:
    """What lacks only approval does not count."""
    changed = given(facts, report_states=(state(TextStatus.READY),))
    listed = replace(changed, missing=missing_items(changed, (("ekonomi", "ekonomi"),)))
    blocking = [item for item in listed.missing if item.blocking and not item.is_approval]
    message = next(iter(premature(listed))).message
    assert "är klar för tidigt:" in message
    assert len(blocking) > 1
    only = tuple(item for item in listed.missing if item.is_approval)
    assert {"Rapporten är inte godkänd utan klar"} <= {item.what for item in only}
    assert [] == list(premature(replace(listed, missing=only)))


def test_a_verdict_that_is_a_proposal_stops_a_final_report(facts: Facts) -> None:
    """A decided verdict counts as approved unless it says otherwise."""
    plan = facts.plans[0]
    indicator = next(iter(plan.indicators))
    decision = Decision(Verdict.PARTLY, "Vårddirektören", "2024-09-06", "Skäl.")
    proposal = IndicatorDecision(plan.id, indicator.id, decision, TextStatus.DRAFT)
    approved = IndicatorDecision(plan.id, indicator.id, decision)
    what = f"{indicator.short_name}: den beslutade bedömningen är inte godkänd utan utkast"
    told = [
        [item.what for item in missing_items(given(facts, decisions=(each,)), ())]
        for each in (proposal, approved)
    ]
    assert [True, False] == [what in each for each in told]


def test_the_state_of_the_occasion_gives_the_head_its_version(facts: Facts) -> None:
    """Version and approval of the occasion come before those of the report's file."""
    approved = state(TextStatus.APPROVED, "1.0", "2024-09-27")
    head = in_its_state(facts.definition, approved).head
    assert ("1.0", "2024-09-27") == (head.version, head.approved)
    draft = in_its_state(facts.definition, state(TextStatus.DRAFT)).head
    assert (facts.definition.head.version, "") == (draft.version, draft.approved)
    assert facts.definition == in_its_state(facts.definition, None)


def test_states_are_listed_report_first(facts: Facts) -> None:
    """Each with its office and day: who approved, else who changed, else who is responsible."""
    texts = (
        replace(
            text("ekonomi", TextStatus.APPROVED),
            changed_by="Norr",
            changed="2024-09-10",
            approved_by="Vårddirektören",
            approved="2024-09-12",
        ),
        replace(text("kvinnor-och-man", TextStatus.READY), changed_by="Norr", changed="2024-09-10"),
    )
    follow_up = FollowUp(texts=texts, report_states=(state(TextStatus.READY),))
    rows = list(state_rows(replace(facts, follow_up=follow_up)))
    assert (
        StateRow("rapport", facts.title, TextStatus.READY, "Vårdavdelningen", "2024-09-20")
        == rows[0]
    )
    by_name = {row.what: row for row in rows[1:]}
    assert (
        StateRow("text", "ekonomi", TextStatus.APPROVED, "Vårddirektören", "2024-09-12")
        == by_name["ekonomi"]
    )
    assert (
        StateRow("text", "kvinnor och män", TextStatus.READY, "Norr", "2024-09-10")
        == by_name["kvinnor och män"]
    )
    assert None in {row.status for row in rows}

"""What is missing: everything that stops a final report, with who owes it and until when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.activity import ActivityStatus
from rapport.domain.follow_up import Action, NarrativeText, TextStatus
from rapport.domain.outcome import Blocker, Change, Decision, Verdict
from rapport.domain.plan import DocumentHead
from rapport.domain.problem import Location, Problem, Severity
from rapport.report.completeness import missing_items
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts, MissingItem
from regions import MINI, prepared

NB = "\u00a0"
PLAN = "vardplan-2023-2025"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report-back at T2 2024."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def told(facts: Facts, *keys: str) -> list[str]:
    """What is missing, in order."""
    return [item.what for item in missing_items(facts, tuple((key, key) for key in keys))]


def item(facts: Facts, start: str, *keys: str) -> MissingItem:
    """The item that begins with some words."""
    found = missing_items(facts, tuple((key, key) for key in keys))
    return next(each for each in found if each.what.startswith(start))


HEAD = {
    "document_class": "Dokumentklass",
    "applies_to": "Gäller för verksamhet",
    "document_id": "Dokument-id",
    "version": "Version",
    "approved": "Godkänt datum",
    "responsible": "Ansvarig",
    "prepared_by": "Upprättad av",
}
WHOLE = DocumentHead(
    "Rapport", "Politik", "dok-1", "1.0", "2024-09-27", "Direktören", "Avdelningen"
)


def with_head(facts: Facts, head: DocumentHead) -> Facts:
    """The facts of a report with another document head."""
    return replace(facts, definition=replace(facts.definition, head=head))


@pytest.mark.parametrize("field", HEAD)
def test_an_empty_field_of_the_head_is_told(field: str, facts: Facts) -> None:
    """Each of the seven, to be filled in before the board meets."""
    emptied = replace(WHOLE, **{field: ""})  # type: ignore[arg-type]  # texts only
    changed = with_head(facts, emptied)
    found = item(changed, f"{HEAD[field]} är tomt i dokumenthuvudet")
    who = "Sekretariatet" if field == "prepared_by" else "Avdelningen"
    assert (True, who, f"27{NB}september") == (found.blocking, found.who, found.due)


def test_a_full_head_is_not_told(facts: Facts) -> None:
    """Version 1.0 is final, 0.9 is a draft."""
    final, draft = (
        told(with_head(facts, replace(WHOLE, version=version))) for version in ("1.0", "0.9")
    )
    assert ["Version 0.9 är ett utkast; en slutlig rapport har version 1.0 eller högre"] == [
        what for what in draft if what not in final
    ]


def text(status: TextStatus, markdown: str = "Text.") -> NarrativeText:
    """A text with a status."""
    return NarrativeText("ekonomi", markdown, status, "Ekonomiavdelningen", Location("ekonomi.md"))


@pytest.mark.parametrize(
    "given, expected",
    [
        (None, ("Text saknas: ekonomi (filen ekonomi.md)", "Vårdavdelningen")),
        (
            text(TextStatus.DRAFT),
            ("Texten är inte godkänd utan utkast: ekonomi", "Ekonomiavdelningen"),
        ),
        (
            text(TextStatus.READY),
            ("Texten är inte godkänd utan klar: ekonomi", "Ekonomiavdelningen"),
        ),
        (
            text(TextStatus.APPROVED, " \n"),
            ("Text saknas: ekonomi (filen ekonomi.md)", "Vårdavdelningen"),
        ),
    ],
)
def test_a_text_that_is_not_approved_is_told(
    given: NarrativeText | None, expected: tuple[str, str], facts: Facts
) -> None:
    """Missing, empty, a draft or only ready; due when the case is handed in."""
    texts = (given,) if given else ()
    changed = replace(facts, follow_up=replace(facts.follow_up, texts=texts))
    found = item(changed, expected[0], "ekonomi")
    assert (True, *expected, f"9{NB}september", "ekonomi") == (
        *(found.blocking, found.what, found.who, found.due, found.anchor),
    )


def test_an_approved_text_is_not_told(facts: Facts) -> None:
    """Nothing about it."""
    approved = (text(TextStatus.APPROVED),)
    changed = replace(facts, follow_up=replace(facts.follow_up, texts=approved))
    assert [] == [what for what in told(changed, "ekonomi") if "ekonomi" in what]


def test_a_cut_is_not_asked_for_what_it_leaves_out(facts: Facts) -> None:
    """The board gets one of three activities: the status of the others is not its matter."""
    silent = replace(facts, follow_up=replace(facts.follow_up, statuses=()))
    options = {"plan": "lakemedel-2024", "mottagare": "hsn"}
    sections = (SectionRequest("handlingsplan", options),)
    cut = replace(silent, definition=replace(silent.definition, sections=sections))

    def asked(given: Facts) -> list[str]:
        return [what for what in told(given) if what.startswith("Läge saknas för aktivitet")]

    assert (3, 1) == (len(asked(silent)), len(asked(cut)))


def test_activities_and_assignments_without_a_status_are_told(facts: Facts) -> None:
    """Each by its number, from the one who answers for it."""
    bare = replace(facts, follow_up=replace(facts.follow_up, statuses=()))
    wanted = [what for what in told(bare) if what.startswith("Läge saknas")]
    assert [
        "Läge saknas för uppdrag 1",
        "Läge saknas för uppdrag 2",
        "Läge saknas för aktivitet 1, Rätt behandling",
        "Läge saknas för aktivitet 3, Rätt behandling",
        "Läge saknas för aktivitet 1, Rätt hantering",
    ] == wanted
    assert "Verksamhetscheferna" == item(bare, "Läge saknas för aktivitet 1, Rätt behandling").who


def with_headline(facts: Facts, measure: str, **changes: object) -> Facts:
    """The facts with something changed in a measure's headline."""
    first, *rest = facts.assessments[PLAN, measure]
    changed = (replace(first, **changes), *rest)  # type: ignore[arg-type]  # fields by name
    return replace(facts, assessments={**facts.assessments, (PLAN, measure): changed})


@pytest.mark.parametrize(
    "verdict, change, told_times",
    [
        (Verdict.NOT_MET, Change.BETTER, 1),
        (Verdict.NOT_MET, None, 1),
        (Verdict.PARTLY, Change.WORSE, 1),
        (Verdict.PARTLY, Change.BETTER, 0),
        (Verdict.PARTLY, Change.UNCHANGED, 0),
        (Verdict.MET, Change.WORSE, 0),
        (Verdict.NOT_ASSESSABLE, Change.WORSE, 0),
        (None, None, 0),
    ],
)
def test_an_action_is_asked_for_where_the_target_is_out_of_reach(
    verdict: Verdict | None, change: Change | None, told_times: int, facts: Facts
) -> None:
    """Not met, or partly met and moving the wrong way."""
    changed = with_headline(facts, "antibiotika", verdict=verdict, change=change, blocker=None)
    what = "Antibiotikarecept: åtgärd saknas trots att målet inte nås"
    assert told_times == told(changed).count(what)


def test_a_given_action_is_enough(facts: Facts) -> None:
    """Whatever its status."""
    action = Action(PLAN, "antibiotika", "Utbildning", "Norr", "2024-12-31", ActivityStatus.DONE)
    missed = with_headline(facts, "antibiotika", verdict=Verdict.NOT_MET)
    follow_up = replace(facts.follow_up, actions=(action,))
    assert [] == [
        what
        for what in told(replace(missed, follow_up=follow_up))
        if what.startswith("Antibiotikarecept: åtgärd")
    ]


def test_a_decided_verdict_asks_for_an_action_too(facts: Facts) -> None:
    """Decided as not met, though computed as met."""
    decision = Decision(Verdict.NOT_MET, "Vårddirektören", "2024-09-06", "Beslutat.")
    decided = with_headline(facts, "antibiotika", decision=decision)
    assert "Antibiotikarecept: åtgärd saknas trots att målet inte nås" in told(decided)


@pytest.mark.parametrize(
    "blocker, words",
    [(Blocker.NO_OUTCOME, "utfall saknas"), (Blocker.INCOMPLETE, "utfallet är ofullständigt")],
)
def test_a_missing_outcome_is_asked_of_its_owner(
    blocker: Blocker, words: str, facts: Facts
) -> None:
    """With the months it is for, and the page where it shows."""
    changed = with_headline(facts, "antibiotika", blocker=blocker, verdict=Verdict.NOT_ASSESSABLE)
    assert MissingItem(
        blocking=True,
        what=f"Antibiotikarecept: {words} för maj–augusti 2024",
        who="Läkemedelsrådet",
        due=f"9{NB}september",
        anchor=f"matt-{PLAN}-antibiotika",
    ) == item(changed, f"Antibiotikarecept: {words}")


@pytest.mark.parametrize(
    "blocker",
    [
        Blocker.NOT_DUE,
        Blocker.NOT_FOR_UNIT,
        Blocker.SUPPRESSED,
        Blocker.NO_BASELINE,
        Blocker.NO_TARGET,
    ],
)
def test_what_no_one_can_hand_in_is_not_asked_for(blocker: Blocker, facts: Facts) -> None:
    """A measure that is not due, not the unit's, hidden or open in the plan stops nothing."""
    changed = with_headline(facts, "antibiotika", blocker=blocker, verdict=None)
    assert [] == [what for what in told(changed) if what.startswith("Antibiotikarecept")]


def test_a_gap_that_someone_has_decided_on_is_only_to_be_looked_at(facts: Facts) -> None:
    """A figure that cannot be had does not stop the report for ever."""
    decision = Decision(Verdict.NOT_ASSESSABLE, "Vårddirektören", "2024-09-06", "Exporten föll.")
    gap = with_headline(facts, "antibiotika", blocker=Blocker.INCOMPLETE, decision=decision)
    assert not item(gap, "Antibiotikarecept: utfallet är ofullständigt").blocking


def test_remarks_on_the_plan_are_to_be_looked_at(facts: Facts) -> None:
    """They stop nothing and stand last; those that matter to planners only are left out."""
    found = missing_items(facts, ())
    assert sorted(found, key=lambda each: not each.blocking) == list(found)
    remarks = [each for each in found if not each.blocking]
    assert 4 == len(remarks)
    note = Problem(Location("x"), "lucka-i-numrering", "Nummer 2 saknas.", Severity.NOTE)
    assert [] == [w for w in told(replace(facts, notes=(note,))) if "Nummer 2" in w]


def test_without_a_calendar_the_dates_are_words(facts: Facts) -> None:
    """No meeting is known, so the item is due before the one that decides."""
    dues = {each.due for each in missing_items(replace(facts, calendar=None), (("x", "x"),))}
    assert {"före mötet"} == dues

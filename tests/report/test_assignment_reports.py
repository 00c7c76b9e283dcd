"""Report-back of assignments: register, news, history, proposals, and what is overdue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.activity import ActivityStatus
from rapport.domain.assignment import AssignmentReport, BodyDecision, ProgressNote, Proposal
from rapport.domain.follow_up import StatusReport
from rapport.report.assignment_notes import news_blocks
from rapport.report.assignment_standing import Standing, standings
from rapport.report.blocks import Block, DecisionBox, Label, Labelled, Lead, Table
from rapport.report.completeness import missing_items
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import plain
from rapport.report.proposals import proposed
from rapport.report.sections import SECTIONS
from regions import MINI, prepared
from report.reading import cells, flat, headings, sentences, tables
from report.register_world import ASSIGNMENTS, CLOSING, PLAN, REPORTS, WAITING, with_register

NB = "\u00a0"


@pytest.fixture(scope="module")
def bare() -> Facts:
    """The small region's facts, whose plans each test replaces."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


@pytest.fixture(scope="module")
def facts(bare: Facts) -> Facts:
    """The register at T2 2024: one closed, one going on, one silent and late, one to close."""
    return with_register(bare)


def said(facts: Facts) -> tuple[Block, ...]:
    """The whole section."""
    return SECTIONS["uppdrag"](facts, SectionRequest("uppdrag"))


def standing(facts: Facts, assignment: str) -> Standing:
    """How one assignment stands."""
    return next(s for s in standings(facts, facts.plans[0]) if s.assignment.id == assignment)


def with_only(bare: Facts, report: AssignmentReport, *earlier: AssignmentReport) -> Facts:
    """The register where one assignment has been reported."""
    return with_register(bare, (report,), earlier)


def test_the_register_stands_first_with_a_row_for_each(facts: Facts) -> None:
    """Number, name, decision with body, day and §, when due, how it stands, what is proposed."""
    register = tables(said(facts))[0]
    assert [
        ["1", "Delegationsordningen", f"Regionfullmäktige\n14{NB}sep{NB}2021, §{NB}141", "–",
         "avslutat", f"Avslutat genom beslut\n12{NB}jun{NB}2024, §{NB}118"],
        ["2", "Remisskrav", f"Regionfullmäktige\n17{NB}jun{NB}2020",
         f"efter ett år\n1{NB}sep{NB}2021\nnästa: 12{NB}feb{NB}2025", "pågår", "Fortsätter"],
        ["3", "Ordnat införande", "–", f"1{NB}maj{NB}2024", "försenat", "förslag saknas"],
        ["4", "Samverkan", "–", "–", "pågår", "Föreslås avslutat"],
    ] == cells(register)  # fmt: skip


def test_the_lead_counts_how_they_stand(facts: Facts) -> None:
    """Going on, closed, late and silent are four things."""
    lead = next(plain(block.content) for block in said(facts) if isinstance(block, Lead))
    expected = (
        "Registret har fyra uppdrag: två pågår, ett är avslutat och ett är försenat. "
        "Ett föreslås avslutat."
    )
    assert expected == lead


def test_the_lead_says_when_all_stand_alike(bare: Facts) -> None:
    """No enumeration of one."""
    reports = tuple(
        AssignmentReport(PLAN, each.id, proposal=Proposal.CONTINUE) for each in ASSIGNMENTS
    )
    found = said(with_register(bare, reports))
    lead = next(plain(block.content) for block in found if isinstance(block, Lead))
    assert "Registret har fyra uppdrag, och alla pågår." == lead


def test_the_lead_counts_what_its_owner_calls_done_as_the_register_does(bare: Facts) -> None:
    """Done is not under way, though only a decision closes an assignment."""
    reports = tuple(
        AssignmentReport(PLAN, each.id, proposal=Proposal.CONTINUE) for each in ASSIGNMENTS
    )
    given = with_register(bare, reports)
    done = StatusReport(PLAN, ASSIGNMENTS[0].id, ActivityStatus.DONE)
    follow_up = replace(given.follow_up, statuses=(done,))
    found = said(replace(given, follow_up=follow_up))
    lead = next(plain(block.content) for block in found if isinstance(block, Lead))
    assert "Registret har fyra uppdrag: tre pågår och ett är klart." == lead
    register = next(block for block in found if isinstance(block, Table))
    assert ["klart", "pågår", "pågår", "pågår"] == [row[4] for row in cells(register)]


def test_the_proposal_is_made_of_the_assignments_proposals(facts: Facts) -> None:
    """To approve, to close, and to let go on until the next report."""
    title, items = proposed(facts)
    assert "Regionfullmäktige föreslås besluta" == title
    assert (
        "Godkänna återrapporteringen av uppdragen per augusti 2024.",
        "Avsluta uppdrag 4 (samverkan).",
        f"Låta uppdrag 2 (remisskrav) fortsätta och återrapporteras den 12{NB}februari 2025.",
    ) == items
    boxes = [block for block in said(facts) if isinstance(block, DecisionBox)]
    assert "Förslag till beslut" == boxes[0].title


def test_the_decision_is_told_with_body_day_paragraph_and_case(facts: Facts) -> None:
    """The box that opens an assignment says whose decision it rests on."""
    box = [block for block in said(facts) if isinstance(block, DecisionBox)][1]
    assert f"Regionfullmäktiges beslut den 14{NB}september 2021, §{NB}141" == box.title
    assert [
        "Ordningen ska revideras.",
        "Ärende: Principbeslut om läkemedel (dnr 624-2021).",
    ] == [plain(each) for each in box.paragraphs]


def test_an_assignment_without_a_decision_tells_its_own_words(facts: Facts) -> None:
    """What a plan asks for needs no decision of its own."""
    titles = [block.title for block in said(facts) if isinstance(block, DecisionBox)]
    assert ["Uppdraget", "Uppdraget"] == titles[3:]


def test_only_a_decision_closes_an_assignment(bare: Facts) -> None:
    """A proposal to close leaves it open; the decision is printed with its body and day."""
    proposing = AssignmentReport(PLAN, "ordning", proposal=Proposal.CLOSE)
    closed = replace(proposing, closed_by=CLOSING)
    opened, ended = (standing(with_only(bare, each), "ordning") for each in (proposing, closed))
    assert (None, CLOSING) == (opened.closed_by, ended.closed_by)
    texts = sentences(said(with_only(bare, closed)))
    assert "Avslutat" in texts
    assert (
        f"Uppdraget är avslutat genom regionfullmäktiges beslut den 12{NB}juni 2024, "
        f"§{NB}118. Ärende: Redovisning av uppdrag."
    ) in texts
    assert (
        "Uppdraget föreslås avslutat. Det pågår till dess beslut om det har fattats."
    ) in sentences(said(with_only(bare, proposing)))


def test_a_closed_assignment_is_asked_for_no_more(bare: Facts) -> None:
    """Closed in June, it stays in the register and owes nothing in August."""
    earlier = AssignmentReport(PLAN, "ordning", closed_by=CLOSING, occasion="T1-2024")
    found = with_register(bare, REPORTS[1:], (earlier,))
    assert "avslutat" == cells(tables(said(found))[0])[0][4]
    assert [] == [i.what for i in missing_items(found, ()) if "uppdrag 1" in i.what]


def test_an_overdue_report_is_told(facts: Facts) -> None:
    """Due in May, nothing reported."""
    expected = f"Återrapporteringen är försenad: den skulle ha lämnats senast den 1{NB}maj 2024."
    assert expected in sentences(said(facts))
    assert "Återrapportering har inte lämnats för perioden." in sentences(said(facts))


def test_a_report_that_was_promised_later_is_not_overdue(bare: Facts) -> None:
    """The last promise counts, not the first date."""
    promised = AssignmentReport(PLAN, "inforande", next_day="2024-10-09")
    late = replace(promised, next_day="2024-08-01")
    assert [False, True] == [
        standing(with_register(bare, (), (each,)), "inforande").is_overdue
        for each in (promised, late)
    ]


def test_a_first_report_after_its_day_is_told(facts: Facts) -> None:
    """Due in September 2021, first dated in October."""
    expected = (
        f"Uppdraget skulle ha återrapporterats senast den 1{NB}september 2021; den första "
        f"redovisningen är daterad den 31{NB}oktober 2021."
    )
    assert expected in sentences(said(facts))


def test_news_stand_by_division_unit_and_site(facts: Facts) -> None:
    """What concerns all comes first; two sites make a table with their common day."""
    blocks = list(flat(said(facts)))
    start = next(i for i, b in enumerate(blocks) if getattr(b, "anchor", "") == "uppdrag-remiss")
    labelled = [(b.label, sentences(b.blocks)) for b in blocks[start:] if isinstance(b, Labelled)]
    assert (f"30{NB}aug{NB}2024", ["Kravet gäller i alla divisioner."]) == labelled[3]
    assert (f"28{NB}aug{NB}2024", ["Köerna minskar."]) == labelled[4]
    assert ["Division Norr, Barnteamet"] == [
        plain(b.content) for b in blocks[start:] if isinstance(b, Label)
    ]
    (sites,) = (t for t in tables(said(facts)) if t.columns[0].title == "Ort")
    assert ("Per ort", f"28{NB}augusti 2024") == (sites.caption, sites.caption_note)
    assert [["Gällivare", "31 väntar."], ["Kalix", "12 väntar."]] == cells(sites)


def test_sites_on_different_days_have_a_column_for_them() -> None:
    """The day stands in each row when they differ."""
    notes = tuple(
        ProgressNote(f"2024-08-{day}", "Klart.", "Norr", "", site)
        for day, site in (("01", "Kalix"), ("02", "Piteå"))
    )
    (table,) = news_blocks(notes, "x")
    assert isinstance(table, Table)
    assert ["Norr", "Ort", "Dag", "Läge"] == [table.caption, *(c.title for c in table.columns)]


def test_what_was_said_before_is_history_and_never_news(facts: Facts) -> None:
    """A note that is handed in again stands under what was reported, once."""
    texts = sentences(said(facts))
    assert 1 == texts.count(WAITING.text)
    (history,) = (t for t in tables(said(facts)) if t.caption == "Tidigare redovisat")
    place = "Division Norr, Barnteamet, Gällivare"
    assert [[f"31{NB}okt{NB}2021", place, WAITING.text]] == cells(history)
    assert "historik, inget nytt sedan förra redovisningen" == history.caption_note


def test_earlier_occasions_are_history_newest_first(bare: Facts) -> None:
    """Reports of the year before come above the plan's own history."""
    first = AssignmentReport(PLAN, "remiss", (ProgressNote("2023-12-14", "Mallen prövas."),))
    second = AssignmentReport(PLAN, "remiss", (ProgressNote("2024-04-18", "Mallen är klar."),))
    found = with_register(bare, REPORTS, (first, second))
    (history,) = (t for t in tables(said(found)) if t.caption == "Tidigare redovisat")
    assert ["Mallen är klar.", "Mallen prövas.", WAITING.text] == [r[2] for r in cells(history)]


def test_missing_reports_and_proposals_stop_the_report(bare: Facts) -> None:
    """With who owes it; a next day that nobody has said is only to be looked at."""
    reports = (
        REPORTS[0],
        AssignmentReport(PLAN, "remiss", (ProgressNote("2024-08-01", "Nytt."),)),
        AssignmentReport(PLAN, "samverkan", proposal=Proposal.CONTINUE),
    )
    found = [
        (item.blocking, item.what, item.who)
        for item in missing_items(with_register(bare, reports), ())
        if "ppdrag" in item.what
    ]
    assert [
        (True, "Uppdrag 2, Remisskrav: förslag saknas (fortsätter eller föreslås avslutat)",
         "Vårddirektören"),
        (True, "Återrapportering saknas för uppdrag 3, Ordnat införande", "Läkemedelsrådet"),
        (False, "Uppdrag 4, Samverkan: fortsätter utan dag för nästa återrapportering", "Vården"),
    ] == found  # fmt: skip


def test_a_note_older_than_the_last_report_is_to_be_looked_at(bare: Facts) -> None:
    """It may be history that was handed in as news."""
    old = ProgressNote("2021-09-07", "Statusrapport.")
    report = AssignmentReport(PLAN, "remiss", (old,), "", "2025-02-12", Proposal.CONTINUE)
    found = [i.what for i in missing_items(with_only(bare, report), ()) if not i.blocking]
    what = f"Uppdrag 2, Remisskrav: det som är daterat den 7{NB}september 2021"
    assert [f"{what} är äldre än förra redovisningen. Är det nytt?"] == found


def test_the_parts_of_an_assignment_are_listed(facts: Facts) -> None:
    """Sub-assignments stand under their own label."""
    labels = [b.label for b in said(facts) if isinstance(b, Labelled)]
    assert 1 == labels.count("Deluppdrag")
    assert {"Införa kravet", "Följa upp kravet"} <= set(sentences(said(facts)))


def test_an_assignment_from_an_audit_says_so(facts: Facts) -> None:
    """The small line above its name."""
    assert "Ur en revisionsrapport" in sentences(said(facts))
    assert "3. Ordnat införande" in headings(said(facts))


def test_a_day_that_is_no_date_is_kept_as_written(bare: Facts) -> None:
    """A day in words, "hösten 2024", is no reason to call anything late."""
    report = AssignmentReport(
        PLAN, "remiss", (ProgressNote("sommaren 2024", "Klart."),), "", "hösten 2024",
        Proposal.CONTINUE, BodyDecision("okänd nämnd", "våren 2024"),
    )  # fmt: skip
    found = with_only(bare, report)
    assert "Uppdraget är avslutat genom okänd nämnds beslut våren 2024." in sentences(said(found))
    assert () == standing(found, "remiss").stale

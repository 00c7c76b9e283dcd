"""Internal control: what was controlled, what was found, and what is still missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.control import (
    Control,
    ControlJudgement,
    ControlResult,
    ControlStep,
    ControlVerdict,
    Deviation,
    NextYear,
    Risk,
)
from rapport.domain.period import Occasion
from rapport.domain.plan import Plan
from rapport.report.blocks import Block, DecisionBox, Landscape, Lead, StatusCounts
from rapport.report.chart_specs import RiskMark, RiskMatrix
from rapport.report.completeness import missing_items
from rapport.report.control_cells import done_text
from rapport.report.control_completeness import missing_controls
from rapport.report.control_view import control_rows
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import plain
from rapport.report.sections import SECTIONS
from rapport.swedish.numbers import NO_BREAK_SPACE as NB
from regions import MINI, prepared
from report.reading import cells, figures, headings, sentences, tables

PLAN = "vardplan-2023-2025"
CONTROLS = (
    Control(
        "fakturor",
        "Fakturering",
        (ControlStep(("Service",), "Stickprov"), ControlStep(("Vården",), "Genomgång")),
        number="4",
        risk=Risk(3, 2),
    ),
    Control("inkop", "Inköp", (ControlStep(("Teknik",), "Översyn"),), risk=Risk(4, 4)),
    Control("rutiner", "Rutiner", (ControlStep(("Staben",), "Checklista"),)),
)
DONE = ControlResult(
    PLAN, "fakturor", 1, "2024-05-14", "20 av 140 fakturor", "Fem underlag var ofullständiga",
    Deviation.MAJOR, "Kassan spärras", "Service", "2024-10-31", NextYear.KEEP, "Intäkten uteblir",
)  # fmt: skip
CLEAN = ControlResult(
    PLAN, "fakturor", 2, "2024-06-04", "alla", "Inget att anmärka", Deviation.NONE
)
LEFT = ControlResult(PLAN, "inkop", 1, result="Översynen är inte gjord", grade=Deviation.NOT_DONE)


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region at T2 with three moments in four rows, one of them not reported."""
    given = prepared(MINI, reports=("verksamhetsrapport",))[0].facts
    plan = replace(given.plan(PLAN), controls=CONTROLS)
    follow_up = replace(given.follow_up, control_results=(DONE, CLEAN, LEFT))
    sections = (SectionRequest("internkontroll-sammanfattning"), SectionRequest("internkontroll"))
    definition = replace(given.definition, sections=sections)
    return replace(given, plans=(plan,), follow_up=follow_up, definition=definition)


def section(facts: Facts, kind: str, **options: str) -> tuple[Block, ...]:
    """One section of a report."""
    return SECTIONS[kind](facts, SectionRequest(kind, options))


def plan_of(facts: Facts) -> Plan:
    """The plan with the controls."""
    return facts.plan(PLAN)


def lead(blocks: tuple[Block, ...]) -> str:
    """The opening statement of a section."""
    return next(plain(block.content) for block in blocks if isinstance(block, Lead))


def at_year_end(facts: Facts) -> Facts:
    """The same controls when the year is accounted for."""
    return replace(facts, occasion=Occasion.parse("AR-2024"))


def missing(facts: Facts) -> list[tuple[bool, str]]:
    """What the controls lack: whether it stops the report, and what."""
    return [(item.blocking, item.what) for item in missing_controls(facts, "")]


def test_a_moment_with_several_rows_has_a_letter_for_each(facts: Facts) -> None:
    """The printed number stays, and a moment without one has its place in the plan."""
    assert ["4a", "4b", "2", "3"] == [row.number for row in control_rows(facts, plan_of(facts))]


def test_the_day_and_the_extent_are_one_phrase() -> None:
    """The extent follows the day with a small letter, and opens the phrase without one."""
    whole = replace(DONE, extent="Alla kliniker")
    said = [
        done_text(each) for each in (whole, replace(whole, done_on=""), replace(whole, extent=""))
    ]
    assert [f"14{NB}maj{NB}2024, alla kliniker", "Alla kliniker", f"14{NB}maj{NB}2024"] == said


def test_controls_without_a_proposal_for_next_year_are_named(facts: Facts) -> None:
    """The table of proposals has only those that were given, and the note tells of the rest."""
    (table,) = [
        each for each in tables(section(facts, "internkontroll")) if "nasta-ar" in each.anchor
    ]
    assert ["4a"] == [row[0] for row in cells(table)]
    note = "Förslag saknas för kontroll 4b, 2 och 3."
    assert any(text.endswith(note) for text in sentences(section(facts, "internkontroll")))


def test_the_summary_counts_rows_by_grade(facts: Facts) -> None:
    """Four rows: one without deviation, none minor, one major, one not carried out."""
    said = section(facts, "internkontroll-sammanfattning")
    (counts,) = (block for block in said if isinstance(block, StatusCounts))
    assert [1, 0, 1, 1] == [count for _, count, _ in counts.items]


def test_the_lead_tells_what_is_done_and_what_is_left(facts: Facts) -> None:
    """Moments and rows are both counted, because they differ."""
    wanted = (
        "Planen har tre kontrollmoment, som granskas i fyra kontroller. Två kontroller är gjorda: "
        "en utan avvikelse och en med väsentlig avvikelse. En har inte genomförts och en är inte "
        "redovisad."
    )
    assert wanted == lead(section(facts, "internkontroll"))


def test_a_fault_is_told_with_its_action_owner_and_date(facts: Facts) -> None:
    """The table of faults has only controls that found something."""
    said = tables(section(facts, "internkontroll-sammanfattning"))
    faults = next(table for table in said if table.anchor == "tabell-fel-och-brister")
    assert [
        [
            "4a Fakturering\nVårdplanen",
            "väsentlig",
            "Fem underlag var ofullständiga.",
            "Kassan spärras.\nService, klart 31\u00a0okt\u00a02024",
        ]
    ] == cells(faults)


def test_the_board_is_asked_to_follow_major_deviations_only(facts: Facts) -> None:
    """Row 4a is named, row 4b is not; at the end of the year the board also judges."""
    (box,) = _decisions(facts)
    assert "Särskilt följa åtgärderna för kontroll 4a i Vårdplanen" in plain(box.items[1])
    (last,) = _decisions(at_year_end(facts))
    assert len(box.items) + 2 == len(last.items)


def _decisions(facts: Facts) -> list[DecisionBox]:
    said = section(facts, "internkontroll-sammanfattning")
    return [block for block in said if isinstance(block, DecisionBox)]


def test_the_matrix_and_the_table_have_the_same_risks(facts: Facts) -> None:
    """A moment without a risk value is in neither, and the note says so."""
    said = section(facts, "internkontroll")
    (figure,) = figures(said)
    assert isinstance(figure.chart, RiskMatrix)
    assert (RiskMark("4", 3, 2), RiskMark("2", 4, 4)) == figure.chart.marks
    assert "Ett av två kontrollmoment har mycket hög risk" == figure.title
    table = next(each for each in tables(said) if each.anchor.startswith("tabell-risk"))
    assert [["2", "Inköp", "4", "4", "16", "mycket hög"], ["4", "Fakturering", "3", "2", "6", "måttlig"]] == cells(table)  # fmt: skip  # noqa: E501 - two rows
    assert any(text.endswith("Utan riskvärde i planen: 3.") for text in sentences(said))


def test_a_plan_without_risk_values_has_no_matrix(facts: Facts) -> None:
    """Nothing is drawn, and nothing is said of risks."""
    bare = replace(plan_of(facts), controls=CONTROLS[2:])
    said = section(replace(facts, plans=(bare,)), "internkontroll")
    assert ([], False) == (figures(said), "Risker" in headings(said))


def test_a_moment_without_a_result_is_listed_by_name(facts: Facts) -> None:
    """It takes no heading of its own among the results."""
    said = section(facts, "internkontroll")
    assert "3. Rutiner" not in headings(said)
    assert "3 Rutiner." in sentences(said)


def test_the_results_can_be_left_out(facts: Facts) -> None:
    """The option ``moment: nej`` keeps the register and the risks."""
    assert "Resultat moment för moment" not in headings(
        section(facts, "internkontroll", moment="nej")
    )


def test_a_control_that_goes_by_a_measure_takes_its_figures(facts: Facts) -> None:
    """Outcome, target and verdict come from the measure, and so does the explanation."""
    plan = plan_of(facts)
    measure = next(i for i in plan.indicators if facts.headline(plan, i).verdict is not None)
    step = ControlStep(("Vården",), "Måttet", indicator=measure.id)
    controls = (Control("matt", "Måttet nås", (step,)),)
    said = sentences(
        section(replace(facts, plans=(replace(plan, controls=controls),)), "internkontroll")
    )
    shown = next(text for text in said if text.startswith(f"Styrmått {measure.number}: "))
    assert "mål " in shown
    assert facts.headline(plan, measure).explanation in said


def test_a_board_that_has_judged_is_quoted_with_its_reason(facts: Facts) -> None:
    """Which body, when, and why; without a judgement the report says when one comes."""
    judged = ControlJudgement(
        PLAN, ControlVerdict.TO_IMPROVE, "hsn", "2024-09-27", "Två brister återstår"
    )
    given = replace(facts, follow_up=replace(facts.follow_up, control_judgements=(judged,)))
    wanted = (
        "bedömde den 27\u00a0september 2024 att den interna kontrollen är tillräcklig med "
        "förbättringsbehov. Två brister återstår."
    )
    assert any(text.endswith(wanted) for text in sentences(section(given, "internkontroll")))
    waiting = "gör sin samlade bedömning när årets kontroller är redovisade."
    assert any(text.endswith(waiting) for text in sentences(section(facts, "internkontroll")))


def test_during_the_year_an_unreported_control_only_asks_for_a_look(facts: Facts) -> None:
    """At T2 a missing result stops nothing."""
    assert [(False, "Kontroll 3, Vårdplanen: resultat har inte lämnats")] == missing(facts)


def test_at_the_end_of_the_year_everything_must_be_there(facts: Facts) -> None:
    """Results, next year's proposals and the board's judgement all stop the report."""
    found = missing(at_year_end(facts))
    assert {True} == {blocking for blocking, _ in found}
    assert [
        "Kontroll 4b, Vårdplanen: förslag till nästa år saknas",
        "Kontroll 2, Vårdplanen: förslag till nästa år saknas",
        "Kontroll 3, Vårdplanen: resultat har inte lämnats",
        "Samlad bedömning av den interna kontrollen saknas för Vårdplanen",
    ] == [what for _, what in found]


def test_a_deviation_without_an_owner_stops_any_report(facts: Facts) -> None:
    """A fault that nobody is to put right is no result."""
    ownerless = replace(DONE, responsible="")
    given = replace(facts, follow_up=replace(facts.follow_up, control_results=(ownerless,)))
    wanted = (True, "Kontroll 4a, Vårdplanen: avvikelsen saknar åtgärd, ansvarig eller datum")
    assert wanted in missing(given)


def test_a_report_on_controls_alone_does_not_ask_for_measures(facts: Facts) -> None:
    """The plan's measures, activities and assignments belong to other reports."""
    asked = {item.what for item in missing_items(facts, ())}
    assert not any("Läge saknas" in what or "åtgärd saknas" in what for what in asked)
    assert any(what.startswith("Kontroll 3") for what in asked)


def test_a_long_register_stands_on_lying_pages_with_its_heading(facts: Facts) -> None:
    """Seven columns of text need the width; a plan of a few controls stays on one page."""
    (inkop,) = (each for each in CONTROLS if each.id == "inkop")
    many = tuple(replace(inkop, id=f"inkop-{number}") for number in range(7))
    long = replace(facts, plans=(replace(plan_of(facts), controls=many),))
    first = section(long, "internkontroll")[0]
    assert isinstance(first, Landscape)
    (register,) = tables(first.blocks)
    assert ([plan_of(facts).short_name], 7) == (headings(first.blocks), len(register.rows))
    assert not any(isinstance(each, Landscape) for each in section(facts, "internkontroll"))

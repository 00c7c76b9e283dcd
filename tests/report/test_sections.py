"""What each section says in the situations a region can be in."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from rapport.domain.follow_up import FollowUp
from rapport.report.blocks import Block, Cover, Editable, Lead, StatusCounts
from rapport.report.compose import with_missing
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts, MissingItem
from rapport.report.inline import plain
from rapport.report.sections import SECTIONS
from regions import MINI, prepared
from report.reading import cells, figures, flat, headings, sentences, tables

NB = "\u00a0"
PLAN, ACTIONS = "vardplan-2023-2025", "lakemedel-2024"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report-back at T2 2024."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


@pytest.fixture(scope="module")
def unit() -> Facts:
    """The same report for a division with few patients."""
    return prepared(MINI, reports=("aterrapportering",), units=("soder",))[0].facts


def section(facts: Facts, kind: str, **options: str) -> tuple[Block, ...]:
    """One section of a report."""
    return SECTIONS[kind](facts, SectionRequest(kind, options))


def only_plan(facts: Facts, plan: str) -> Facts:
    """A report about one of the plans."""
    return replace(facts, plans=(facts.plan(plan),))


def lead(blocks: tuple[Block, ...]) -> str:
    """The opening statement of a section."""
    return next(plain(block.content) for block in blocks if isinstance(block, Lead))


def test_the_summary_counts_each_verdict(facts: Facts) -> None:
    """Six measures: two met as computed, one decided partly, one partly by its parts."""
    (counts,) = (b for b in section(facts, "sammanfattning") if isinstance(b, StatusCounts))
    assert [2, 3, 0, 1] == [count for _, count, _ in counts.items]
    assert ["uppfyllda", "delvis uppfyllda", "ej uppfyllda", "kan inte bedömas"] == [
        word for _, _, word in counts.items
    ]


def test_a_summary_shows_its_text_only_when_asked(facts: Facts) -> None:
    """The option ``text: ja`` takes the text along."""
    plainly, asked = (section(facts, "sammanfattning", text=yes) for yes in ("nej", "ja"))
    keys = [[b.key for b in flat(blocks) if isinstance(b, Editable)] for blocks in (plainly, asked)]
    assert [[], ["sammanfattning"]] == keys


def test_a_summary_of_plans_without_measures_says_so(facts: Facts) -> None:
    """A report on activities alone has a summary all the same."""
    bare = replace(facts.plan(ACTIONS), other_indicators=(), areas=())
    said = section(replace(facts, plans=(bare,)), "sammanfattning")
    assert "Rapportens planer har inga mått att sammanfatta." == lead(said)


def test_a_measure_that_is_not_due_has_no_page(facts: Facts) -> None:
    """It is told in the matrix when it comes, and takes no page of its own."""
    said = section(facts, "handlingsplan", plan=ACTIONS)
    assert "Läkemedelskostnad" in headings(said)
    assert "Läkemedelsgenomgång" not in headings(said)
    assert any("ÅR" in cell for table in tables(said) for row in cells(table) for cell in row)


def test_a_measure_that_is_not_due_is_listed_with_its_reason() -> None:
    """At T1 the yearly survey stands under its factor as not reported."""
    facts = prepared(MINI, period="T1-2024", reports=("aterrapportering",))[0].facts
    said = sentences(section(facts, "strategiska-mal", plan=PLAN))
    assert "Utan bedömning denna period" in said
    assert any(text.startswith("6 Patientupplevelse: ") for text in said)


def test_measure_pages_can_be_left_out(facts: Facts) -> None:
    """``matt: nej`` keeps the tables."""
    said = section(facts, "strategiska-mal", plan=PLAN, matt="nej")
    assert ([], True) == (figures(said), bool(tables(said)))


def test_a_goal_without_measures_is_followed_up_in_text(facts: Facts) -> None:
    """The plan has goals without success factors; the report says so."""
    said = section(facts, "strategiska-mal", plan=PLAN)
    leads = [plain(block.content) for block in said if isinstance(block, Lead)]
    assert "Planen har inga styrmått för detta mål. Det följs upp i text." == leads[1]


def test_the_lead_of_a_goal_counts_in_words(facts: Facts, unit: Facts) -> None:
    """Verdicts, what cannot be judged and what is not shown, each with its verb."""
    assert "Av sex styrmått är två uppfyllda och tre delvis uppfyllda; ett kan inte bedömas." == (
        lead(section(facts, "strategiska-mal", plan=PLAN))
    )
    assert "Av sex styrmått kan ett inte bedömas; fem redovisas inte för enheten." == (
        lead(section(unit, "strategiska-mal", plan=PLAN))
    )


def test_a_text_stands_where_its_section_asks_for_it(facts: Facts) -> None:
    """Texts are editable regions with their keys, in the order of the plan."""
    said = section(facts, "strategiska-mal", plan=PLAN)
    assert ["mal.nara-vard", "faktor.sammanhallen-vard", "analys.aterinskrivning"] == [
        block.key for block in flat(said) if isinstance(block, Editable)
    ]


def test_a_missing_text_leaves_no_empty_region(facts: Facts) -> None:
    """Without texts there is nothing to edit, and the tables still stand."""
    without = replace(facts, texts={})
    for kind in ("kvinnor-och-man", "ekonomi", "riktade-uppdrag", "namndens-uppdrag"):
        assert [] == [b for b in flat(section(without, kind)) if isinstance(b, Editable)]


def test_a_section_that_is_a_text_says_when_it_is_missing(facts: Facts) -> None:
    """The heading stands, so that the reader sees what is to come."""
    said = section(facts, "text", nyckel="verksamhetsrapport.framatblick", rubrik="Framåtblick")
    assert ["Framåtblick", "Text saknas."] == sentences(said)


def test_without_a_calendar_the_way_of_the_case_is_left_out(facts: Facts) -> None:
    """The cover has no line of stations, and the section says why."""
    without = replace(facts, calendar=None)
    (cover,) = section(without, "forstasida")
    assert isinstance(cover, Cover)
    assert cover.milestones is None
    said = sentences(section(without, "arendets-vag"))
    assert ["Ärendets väg", "Ingen beredningsplan anger vart rapporten går."] == said


def test_the_way_of_the_case_shows_what_lies_behind(facts: Facts) -> None:
    """The report speaks from the day its figures were extracted, never from today."""
    (cover,) = section(facts, "forstasida")
    assert isinstance(cover, Cover)
    assert cover.milestones
    assert [
        ("Perioden slutar", f"31{NB}augusti", True),
        ("Inlämning", f"9{NB}september", False),
    ] == [(each.name, each.when, each.done) for each in cover.milestones.stations][:2]


def test_a_plan_without_goals_has_its_measures_in_one_table(facts: Facts) -> None:
    """An action plan is a matrix, its activities and its measures."""
    said = section(only_plan(facts, ACTIONS), "sammanfattning")
    assert ["Läkemedelsplanen"] == [table.caption for table in tables(said)]


def test_sections_on_goals_are_empty_for_a_plan_without_goals(facts: Facts) -> None:
    """No goals, no factors, no measures by sex: said, or left out, but never a traceback."""
    actions = only_plan(facts, ACTIONS)
    assert () == section(actions, "strategiska-mal", plan=ACTIONS)
    assert ["Styrmått och prognos"] == sentences(section(actions, "styrmatt-oversikt"))
    assert "Inget mått i planen redovisas för kvinnor och män denna period." == (
        lead(section(actions, "kvinnor-och-man"))
    )


@pytest.mark.parametrize("kind", SECTIONS)
def test_every_section_stands_on_bare_plans(kind: str, facts: Facts) -> None:
    """Plans without goals, measures, activities, controls, budget or follow-up."""
    bare = replace(facts.plan(ACTIONS), other_indicators=(), areas=(), economic_goal="", mission=())
    empty = replace(facts, plans=(bare,), follow_up=FollowUp(), texts={}, calendar=None, sources=())
    options = {"plan": ACTIONS, "nyckel": "x", "rubrik": "Rubrik", "grupp": "x"}
    said = sentences(section(empty, kind, **options))
    assert [] == [text for text in said if re.search(r": \.|\(\)|  |None|^\.$", text)]


def test_an_action_plan_without_activities_says_so(facts: Facts) -> None:
    """No sentence that ends in a colon."""
    bare = replace(facts.plan(ACTIONS), areas=())
    said = section(replace(facts, plans=(bare,)), "handlingsplan", plan=ACTIONS)
    assert "Planen har inga aktiviteter." == lead(said)


def test_activities_are_counted_and_gaps_in_numbering_told(facts: Facts) -> None:
    """Number 2 is missing in the decided plan; the report keeps the plan's numbers."""
    said = section(facts, "handlingsplan", plan=ACTIONS)
    assert "Planen har tre aktiviteter: två pågår och en är försenad." == lead(said)
    (area,) = (table for table in tables(said) if table.anchor == "tabell-ratt-behandling")
    assert "nummer 2 saknas i den beslutade planen" == area.caption_note
    assert ["1", "3"] == [row[0] for row in cells(area)]


def test_a_late_activity_is_a_deviation_with_its_new_time(facts: Facts) -> None:
    """What must be handled, by whom and until when."""
    said = sentences(section(facts, "handlingsplan", plan=ACTIONS))
    wanted = "Granskningen görs i höst. Ny tid: november 2024. Ansvarig: Divisionerna."
    assert f"Rätt hantering: {wanted}" in said


def test_assignments_without_a_status_are_told(facts: Facts) -> None:
    """One of the two has no status yet."""
    said = section(facts, "riktade-uppdrag")
    assert "Nämnden har två riktade uppdrag: ett är klart och ett saknar läge." == lead(said)
    (register,) = tables(said)
    assert "Läge har inte lämnats." == cells(register)[1][3]


def test_the_budget_is_compared_with_its_forecast(facts: Facts) -> None:
    """1,6 against 1,5 is over the budget, with the cause."""
    said = section(facts, "ekonomi")
    expected = f"Helårsprognosen är 1,6{NB}mnkr, 0,1{NB}mnkr över budgeten på 1,5{NB}mnkr."
    assert expected == lead(said)
    (table,) = tables(said)
    assert [["Nämndens budget", "1,5", "0,9", "1,6", "−0,1"]] == cells(table)


def test_women_and_men_are_compared_where_both_are_shown(facts: Facts) -> None:
    """Two measures are split; the others are named as not split."""
    said = section(facts, "kvinnor-och-man")
    rows = [row[0] for table in tables(said) for row in cells(table)]
    assert ["1 Återinskrivning inom 30 dagar", "2 Fråga om våld, antal"] == rows
    assert any(
        "Mått 3, 4, 5 och 6 redovisas inte för kvinnor och män" in t for t in sentences(said)
    )
    title = f"Störst skillnad för återinskrivning inom 30 dagar: 3,1{NB}procentenheter"
    assert [title] == [figure.title for figure in figures(said)]


def test_a_final_report_has_no_list_of_what_is_missing(facts: Facts) -> None:
    """The section disappears, and so does the notice on the cover."""
    final = replace(facts, final=True)
    (cover,) = section(final, "forstasida")
    assert isinstance(cover, Cover)
    assert ((), None) == (section(final, "saknas"), cover.notice)


def test_a_draft_with_nothing_missing_says_so(facts: Facts) -> None:
    """The check found nothing; the report is still a draft until it is approved."""
    whole = replace(facts, missing=())
    assert "Kontrollen hittar inget som saknas." == lead(section(whole, "saknas"))


@pytest.mark.parametrize(
    "blocking, checks, said",
    [
        (2, 1, "Två uppgifter hindrar godkännande och en behöver kontrolleras."),
        (2, 0, "Två uppgifter hindrar godkännande."),
        (0, 1, "En uppgift behöver kontrolleras."),
    ],
)
def test_the_notice_of_a_draft_counts_only_what_there_is(
    facts: Facts, blocking: int, checks: int, said: str
) -> None:
    """A kind of which nothing is missing is not mentioned."""
    items = [MissingItem(n < blocking, "Något", "", "") for n in range(blocking + checks)]
    (cover,) = section(replace(facts, missing=tuple(items)), "forstasida")
    assert isinstance(cover, Cover)
    assert cover.notice
    assert f"{said} De står i avsnittet Vad som saknas." == sentences((cover.notice,))[-1]


@pytest.mark.parametrize("kind", SECTIONS)
def test_a_units_report_gives_no_small_number_away(kind: str, unit: Facts) -> None:
    """Three women of forty were readmitted, nine men; no sum, share or difference is printed."""
    options = {"plan": ACTIONS if kind == "handlingsplan" else PLAN}
    options |= {"nyckel": "ekonomi", "rubrik": "Ekonomi", "grupp": "fokus"}
    said = " | ".join(sentences(section(unit, kind, **options)))
    secrets = (f" 7,5{NB}%", f"22,5{NB}%", "3 av 40", "9 av 40", "−15,0", "15,0 procentenheter")
    assert [] == [secret for secret in secrets if secret in said]


def test_a_units_hidden_figures_have_their_own_sign(unit: Facts) -> None:
    """Two points stand for what may not be shown; a dash for what was not measured."""
    said = section(unit, "strategiska-mal", plan=PLAN)
    (table, *_) = tables(said)
    (first, *_) = cells(table)
    assert 2 == first.count("..")


def test_a_units_report_is_named_after_the_unit(unit: Facts) -> None:
    """Title and running head say whose report it is."""
    (cover,) = section(unit, "forstasida")
    assert isinstance(cover, Cover)
    assert "Återrapportering för vårdnämnden: Division Söder" == cover.title


def test_the_list_of_what_is_missing_has_the_pages() -> None:
    """What is missing in a section that is a text points at that section."""
    facts = with_missing(prepared(MINI, reports=("verksamhetsrapport",))[0].facts)
    anchors = {item.what: item.anchor for item in facts.missing}
    assert (
        "text-verksamhetsrapport-framatblick"
        == (anchors["Text saknas: Framåtblick (filen verksamhetsrapport.framatblick.md)"])
    )

"""Plans as documents: what the plan says as it says it, and nothing of what came of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.breakdown import Breakdown, Sex
from rapport.domain.control import Control, ControlLevel, ControlStep, Risk
from rapport.domain.follow_up import TextStatus
from rapport.domain.period import Period
from rapport.domain.plan import Plan
from rapport.domain.target import Baseline, BaselineKind
from rapport.report.blocks import Block, Cover, Heading
from rapport.report.completeness import missing_items
from rapport.report.compose import compose
from rapport.report.definition import ReportDefinition, SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import Footnote, plain
from rapport.report.plan_measures import baseline_lines
from rapport.report.sections import SECTIONS
from rapport.report.states import status_of_report
from rapport.swedish import terms
from regions import MINI, prepared
from report.reading import cells, headings, sentences, tables
from report.register_world import HEAD, with_register

NB = "\u00a0"
PLAN, ACTIONS = "vardplan-2023-2025", "lakemedel-2024"
PARTS = (
    "forstasida", "inledning", "mal", "aktiviteter", "uppdrag", "internkontroll", "budget",
    "beredning", "definitioner",
)  # fmt: skip


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's facts."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def document_of(facts: Facts, plan: Plan) -> Facts:
    """The facts of a report that sets out a plan with every part a plan can have."""
    sections = tuple(SectionRequest(f"plan-{part}", {"plan": plan.id}) for part in PARTS)
    definition = replace(facts.definition, id="plan", plans=(plan.id,), sections=sections)
    return replace(facts, definition=definition, plans=(plan,), missing=())


def section(facts: Facts, plan: Plan, part: str, **options: str) -> tuple[Block, ...]:
    """One part of a plan's document."""
    request = SectionRequest(f"plan-{part}", {"plan": plan.id, **options})
    return SECTIONS[request.kind](document_of(facts, plan), request)


def with_controls(plan: Plan, *controls: Control) -> Plan:
    """The plan with other controls."""
    return replace(plan, controls=controls)


@pytest.mark.parametrize("name", [PLAN, ACTIONS])
def test_a_plan_tells_no_outcome_and_no_verdict(name: str, facts: Facts) -> None:
    """The words of judgement, statuses and the period's figures are all absent."""
    document = compose(document_of(facts, facts.plan(name)))
    texts = sentences(document.blocks)
    words = {
        *terms.VERDICTS.values(), *terms.SHORT_VERDICTS.values(), *terms.STATUSES.values(),
        *terms.FORECAST_VERDICTS.values(),
    } - {"utgår", "klar", "ej"}  # fmt: skip
    assert len(texts) > 20
    assert [] == [text for text in texts if text.casefold() in words]
    assert [] == [t for t in texts if "augusti 2024" in t or "T2 2024" in t or "Prognos" in t]


def test_a_plan_has_its_own_name_head_and_years(facts: Facts) -> None:
    """Not those of the report that asks for it, and no occasion."""
    plan = facts.plan(PLAN)
    document = compose(document_of(facts, plan))
    assert (plan.name, "", plan.head) == (document.title, document.subtitle, document.head)
    assert "Vårdplanen · Region Fjället" == document.running_head
    (cover,) = section(facts, plan, "forstasida")
    assert isinstance(cover, Cover)
    assert ("Vårdnämnden, 2023–2025", None) == (cover.period, cover.milestones)


def test_a_plan_with_a_whole_head_is_no_draft(facts: Facts) -> None:
    """Its approval is a fact of the plan; one field short and it is a draft that says so."""
    whole = facts.plan(PLAN)
    short = replace(whole, head=replace(whole.head, document_id=""))
    drafts = [compose(document_of(facts, plan)).draft for plan in (whole, short)]
    assert [False, True] == drafts
    states = [status_of_report(document_of(facts, plan)) for plan in (whole, short)]
    assert [TextStatus.APPROVED, TextStatus.DRAFT] == states
    (cover,) = section(facts, short, "forstasida")
    assert isinstance(cover, Cover)
    assert cover.notice
    assert "Dokumenthuvudet är inte komplett" == cover.notice.title
    about = " ".join(plain(each.content) for each in cover.about)
    assert f"Planen godkändes den 1{NB}februari 2023 som version 1.0." in about
    assert "I dokumenthuvudet saknas dokument-id." in about


def test_a_plan_owes_only_its_head(facts: Facts) -> None:
    """No measure, status or text is asked for by the document of a plan."""
    plan = facts.plan(PLAN)
    assert () == missing_items(document_of(facts, plan), ())
    short = replace(plan, head=replace(plan.head, responsible=""))
    found = [item.what for item in missing_items(document_of(facts, short), ())]
    assert ["Ansvarig är tomt i dokumenthuvudet"] == found


def test_measures_stand_with_what_the_plan_prints(facts: Facts) -> None:
    """Number, name with unit, baseline as printed, targets year by year, source, occasions."""
    first = cells(tables(section(facts, facts.plan(PLAN), "mal"))[0])[0]
    assert [
        "1",
        "Andel patienter som skrivs in igen inom 30 dagar, procent",
        "2022: K 17,0 %; M 18,0 %",
        f"K ≤{NB}16\nM ≤{NB}17",
        "saknas",
        f"K ≤{NB}15\nM ≤{NB}16",
        "Datalager",
        "T1, T2, ÅR",
    ] == first


def test_goals_and_factors_without_measures_say_so(facts: Facts) -> None:
    """A heading is never left alone."""
    texts = sentences(section(facts, facts.plan(PLAN), "mal"))
    assert "Målet har inga framgångsfaktorer och inga styrmått i planen." in texts


def test_a_table_without_baselines_has_no_column_for_them(facts: Facts) -> None:
    """The action plan has none; its caption says it."""
    (table,) = tables(section(facts, facts.plan(ACTIONS), "mal"))
    assert "planen har inga ingångsvärden" == table.caption_note
    assert ["Nr", "Styrmått", "Mål 2024", "Källa", "Redovisas"] == [
        column.title for column in table.columns
    ]


def baseline(
    printed: str, kind: BaselineKind = BaselineKind.MEASURED, *, compared: bool = True
) -> Baseline:
    """A baseline of 2021."""
    year, women = Period.year_of(2021), Breakdown(Sex.WOMEN)
    return Baseline(kind, year, women, printed, compared=compared)


@pytest.mark.parametrize(
    "baselines, expected",
    [
        ((), ["saknas"]),
        ((baseline("? %", BaselineKind.UNKNOWN),), ["2021: ? %"]),
        ((baseline("2021: ?", BaselineKind.UNKNOWN),), ["2021: ?"]),
        ((baseline("K: 7 5%", BaselineKind.UNREADABLE), baseline("M: 75 %")),
         ["2021: K: 7 5%; M: 75 %"]),
        ((baseline("19600 tom T2 2021"),
          baseline("prognos 35 000 2021", BaselineKind.FORECAST, compared=False)),
         ["19600 tom T2 2021; prognos 35 000 2021"]),
        ((baseline("K 16 %"), baseline("K 17,1 %", compared=False)), ["2021: K 16 %"]),
    ],
)  # fmt: skip
def test_baselines_stand_as_the_plan_prints_them(
    baselines: tuple[Baseline, ...], expected: list[str], facts: Facts
) -> None:
    """Unknown, unreadable and forecasts too; what a footnote compares with is left to it."""
    indicator = replace(next(facts.plan(PLAN).indicators), baselines=baselines)
    assert expected == [plain(each) for each in baseline_lines(indicator)]


def test_footnotes_are_called_at_the_name(facts: Facts) -> None:
    """One for each that the plan has."""
    plan = facts.plan(ACTIONS)
    noted = replace(plan.other_indicators[0], footnotes=("Räknas varje år.",))
    changed = replace(plan, other_indicators=(noted,))
    (table,) = tables(section(facts, changed, "mal"))
    assert Footnote("Räknas varje år.") in table.rows[0].cells[1][0]


def test_activities_keep_the_plans_numbers_and_gaps(facts: Facts) -> None:
    """Area by area with the plan's own column title; the gap is told."""
    blocks = section(facts, facts.plan(ACTIONS), "aktiviteter")
    first, second = tables(blocks)
    assert ("Aktivitet/Mål", "Aktivitet") == (first.columns[1].title, second.columns[1].title)
    assert "nummer 2 saknas i den beslutade planen" == first.caption_note
    assert [
        ["1", "Göra läkemedelsgenomgångar", "Verksamhetscheferna\nMedverkar: Apotekare", "december",
         "Läkemedelsrådet"],
        ["3", "Följa kostnaden för läkemedel", "Läkemedelsrådet", "löpande",
         "Läkemedelsrådet; Vårdnämnden"],
    ] == cells(first)  # fmt: skip
    assert "Planen har tre aktiviteter i två målområden." in sentences(blocks)


def test_a_chapter_goes_on_unless_the_report_asks_for_a_page(facts: Facts) -> None:
    """``ny_sida: ja`` begins a page."""
    plan = facts.plan(ACTIONS)
    openings = [section(facts, plan, "aktiviteter", ny_sida=yes)[0] for yes in ("nej", "ja")]
    assert [False, True] == [b.new_page for b in openings if isinstance(b, Heading)]


def test_controls_have_a_row_for_each_step_and_a_table_for_each_level(facts: Facts) -> None:
    """Risk is a product; a control without one says that it is missing."""
    steps = (ControlStep(("Norr",), "Stickprov"), ControlStep(("Söder",), "Genomgång"))
    plan = with_controls(
        facts.plan(PLAN),
        Control("a", "Fakturering", steps, "1", ControlLevel.DIVISION, Risk(3, 2)),
        Control("b", "Bisysslor", (ControlStep(("Staben",), ""),), "2", ControlLevel.REGION),
    )
    blocks = section(facts, plan, "internkontroll")
    said = "Planen har två kontrollmoment i tre rader. Risk = sannolikhet × konsekvens, "
    assert any(text.startswith(said) for text in sentences(blocks))
    region, divisions = tables(blocks)
    assert [["2", "Bisysslor", "saknas", "Staben", "–"]] == cells(region)
    product = f"3{NB}×{NB}2{NB}={NB}6"
    assert [
        ["1a", "Fakturering", product, "Norr", "Stickprov"],
        ["1b", "Fakturering", product, "Söder", "Genomgång"],
    ] == cells(divisions)


def test_assignments_show_their_decisions_where_they_have_them(facts: Facts) -> None:
    """A register has decisions, an activity plan has none."""
    register = with_register(facts)
    (decided,) = tables(section(register, register.plans[0], "uppdrag"))
    (plain_table,) = tables(section(facts, facts.plan(PLAN), "uppdrag"))
    assert (4, 3) == (len(decided.columns), len(plain_table.columns))
    assert f"Regionfullmäktige\n14{NB}sep{NB}2021, §{NB}141" == cells(decided)[0][3]


def test_a_budget_and_a_calendar_are_printed_as_stated(facts: Facts) -> None:
    """A stage that the plan leaves blank is a dash."""
    calendar = facts.calendar
    assert calendar
    plan = replace(facts.plan(PLAN), meetings=calendar)
    (money,) = tables(section(facts, plan, "budget"))
    assert ["Nämndens budget", "2024", f"1,5{NB}mnkr"] == cells(money)[0]
    (days,) = tables(section(facts, plan, "beredning"))
    assert len(calendar.rows) == len(cells(days))
    assert [name for _, name in calendar.stage_names] == [c.title for c in days.columns]


@pytest.mark.parametrize("part", PARTS[2:])
def test_a_part_that_the_plan_lacks_leaves_no_heading(part: str, facts: Facts) -> None:
    """A bare plan is a cover."""
    bare = Plan("bar", facts.plan(PLAN).kind, "Bar plan", "Bar plan", "hsn", 2024, 2024, HEAD)
    assert () == section(facts, bare, part)


def test_a_plan_that_is_built_is_the_one_its_definition_names(facts: Facts) -> None:
    """Without the cover of a plan a document is a report on it."""
    definition: ReportDefinition = facts.definition
    assert (False, None) == (definition.sets_out_plan, facts.plan_set_out)
    found = document_of(facts, facts.plan(ACTIONS))
    assert found.plan_set_out == facts.plan(ACTIONS)
    assert ["Styrmått", "Definitioner"] == [
        text for text in headings(compose(found).blocks) if text in {"Styrmått", "Definitioner"}
    ]

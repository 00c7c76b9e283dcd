"""What stands in front of a report: the official letter, and the summary on one page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.follow_up import FollowUp, NarrativeText, TextStatus
from rapport.domain.outcome import Verdict
from rapport.domain.plan import Plan
from rapport.domain.problem import Location
from rapport.report.blocks import (
    Block,
    DecisionBox,
    Editable,
    Heading,
    Labelled,
    Paragraph,
    StatusCounts,
)
from rapport.report.completeness import missing_items
from rapport.report.definition import LETTER, ReportDefinition, SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.one_page import PAGE_HEIGHT, first_that_fits, height
from rapport.report.sections import SECTIONS
from rapport.report.text_keys import wanted_texts
from regions import MINI, prepared
from report.reading import cells, headings, sentences, tables
from report.register_world import with_register

NB = "\u00a0"
PLAN = "vardplan-2023-2025"


@pytest.fixture(scope="module")
def bare() -> Facts:
    """The small region's report-back at T2 2024."""
    return prepared(MINI, reports=("aterrapportering",))[0].facts


def in_front(facts: Facts, kind: str, *beside: ReportDefinition) -> Facts:
    """The facts of a document with one section, in front of a report."""
    behind = facts.definition
    own = replace(
        behind, id=kind, title="Framför", about=behind.id, sections=(SectionRequest(kind),)
    )
    return replace(facts, definition=own, about=behind, beside=(own, behind, *beside))


def composed(facts: Facts, **options: str) -> tuple[Block, ...]:
    """The document's only section."""
    (request,) = facts.definition.sections
    return SECTIONS[request.kind](facts, replace(request, options=options))


def labelled(blocks: tuple[Block, ...], label: str) -> list[str]:
    """What stands beside a hanging label."""
    return next(sentences(b.blocks) for b in blocks if isinstance(b, Labelled) and b.label == label)


def test_a_letter_begins_with_the_case_and_its_proposal(bare: Facts) -> None:
    """The report's title, then what the board is to decide, as the summary has it."""
    blocks = composed(in_front(bare, LETTER))
    heading, box = blocks[:2]
    assert isinstance(heading, Heading)
    assert isinstance(box, DecisionBox)
    assert ("Återrapportering för vårdnämnden", False) == (heading.text, heading.new_page)
    assert "Tjänsteskrivelse, andra tertialet 2024, januari–augusti" == heading.kicker
    *_, summary = SECTIONS["sammanfattning"](bare, SectionRequest("sammanfattning"))
    assert isinstance(summary, DecisionBox)
    assert (summary.items, f"{summary.title}:") == (box.items, sentences([box])[1])


def test_a_letter_tells_plans_way_and_papers(bare: Facts) -> None:
    """Which plans, when they were approved, the meetings, and the reports that go with it."""
    own = bare.definition
    others = (
        replace(own, id="bilaga", title="Bilagan"),
        replace(own, id="annan", title="Till fullmäktige", recipient="rf"),
        replace(own, id="brev", title="Ett brev", sections=(SectionRequest(LETTER),)),
        replace(own, id="plan", title="Planen", sections=(SectionRequest("plan-forstasida"),)),
        replace(own, id="framfor", title="Framför en annan", about="annan"),
    )
    blocks = composed(in_front(bare, LETTER, *others))
    assert (
        "Verksamhetsplan för vårdnämnden 2023–2025 godkändes den "
        f"1{NB}februari 2023. Handlingsplan för läkemedel 2024 gäller 2024."
    ) in sentences(blocks)
    assert ["Återrapportering för vårdnämnden, T2 2024", "Bilagan, T2 2024"] == (
        labelled(blocks, "Bilagor")
    )
    (way,) = labelled(blocks, "Ärendets väg")
    assert way.startswith(f"Inlämning 9{NB}september, ")


def test_what_stands_in_front_is_named_after_the_report(bare: Facts) -> None:
    """File properties and browser tabs tell two letters of an occasion apart."""
    assert "Framför: Återrapportering för vårdnämnden" == in_front(bare, LETTER).title


def test_a_letter_without_a_calendar_has_no_way(bare: Facts) -> None:
    """Nothing is said of meetings that no calendar has."""
    blocks = composed(replace(in_front(bare, LETTER), calendar=None))
    assert "Ärendets väg" not in [b.label for b in blocks if isinstance(b, Labelled)]


def with_text(facts: Facts, key: str) -> Facts:
    """The facts with one text."""
    text = NarrativeText(key, "Skäl.", TextStatus.DRAFT, "Staben", Location(f"{key}.md"))
    given = replace(facts.follow_up, texts=(text,))
    return replace(facts, follow_up=given, texts={key: (Paragraph(line("Skäl.")),)})


@pytest.mark.parametrize(
    "end, heading",
    [
        ("overvaganden", "Överväganden"),
        ("ekonomiska-konsekvenser", "Ekonomiska konsekvenser"),
        ("barnrattskonsekvenser", "Konsekvenser för barn"),
        ("jamstalldhetskonsekvenser", "Konsekvenser för jämställdheten"),
    ],
)
def test_considerations_have_a_heading_only_when_they_are_written(
    end: str, heading: str, bare: Facts
) -> None:
    """None of the texts must be there; one that is begun must be approved."""
    letter = in_front(bare, LETTER)
    assert heading not in headings(composed(letter))
    assert () == wanted_texts(letter)
    written = with_text(letter, f"{LETTER}.{end}")
    assert heading in headings(composed(written))
    assert [f"{LETTER}.{end}"] == [b.key for b in composed(written) if isinstance(b, Editable)]
    found = [i.what for i in missing_items(written, wanted_texts(written)) if "Texten" in i.what]
    assert [f"Texten är inte godkänd utan utkast: tjänsteskrivelse, {heading.lower()}"] == found


def test_what_stands_in_front_owes_nothing_of_the_report(bare: Facts) -> None:
    """Statuses and figures are owed by the report itself, once."""
    letter = in_front(replace(bare, follow_up=FollowUp()), LETTER)
    assert {"Godkänt datum", "Version 0.9"} == {
        " ".join(item.what.split()[:2]) for item in missing_items(letter, ())
    }


def test_a_letter_in_front_of_assignments_tells_how_they_stand(bare: Facts) -> None:
    """The register's sentence and its proposals."""
    blocks = composed(in_front(with_register(bare), LETTER))
    assert any(text.endswith("Ett föreslås avslutat.") for text in sentences(blocks))
    assert "Avsluta uppdrag 4 (samverkan)." in sentences(blocks)


def test_a_summary_of_its_own_is_the_summary_of_the_report(bare: Facts) -> None:
    """The same counts, and a line that says of which report and when."""
    within = SECTIONS["sammanfattning"](bare, SectionRequest("sammanfattning"))
    alone = composed(in_front(bare, "sammanfattning"))
    assert [b for b in within if isinstance(b, StatusCounts)] == [
        b for b in alone if isinstance(b, StatusCounts)
    ]
    heading = alone[0]
    assert isinstance(heading, Heading)
    expected = "Återrapportering för vårdnämnden, andra tertialet 2024, januari–augusti"
    assert (expected, False) == (heading.kicker, heading.new_page)


def test_a_summary_without_measures_has_the_register(bare: Facts) -> None:
    """What remains of each assignment, the register, and the proposal."""
    blocks = composed(in_front(with_register(bare), "sammanfattning"))
    (register,) = tables(blocks)
    assert ["1", "2", "3", "4"] == [row[0] for row in cells(register)]
    assert "Uppdrag 2, remisskrav. Kvarstår: orsakerna ska analyseras." in sentences(blocks)
    assert isinstance(blocks[-1], DecisionBox)


@pytest.mark.parametrize(
    "kind, section", [("handlingsplan-sammanfattning", "handlingsplan"),
                      ("internkontroll-sammanfattning", "internkontroll")]
)  # fmt: skip
def test_a_report_with_its_own_summary_has_it_in_front(
    kind: str, section: str, bare: Facts
) -> None:
    """Its counts and its proposal, in the summary and in the letter alike."""
    plan = "lakemedel-2024" if section == "handlingsplan" else PLAN
    requests = tuple(SectionRequest(each, {"plan": plan}) for each in (kind, section))
    behind = replace(bare, definition=replace(bare.definition, sections=requests))
    own = SECTIONS[kind](behind, requests[0])
    (box,) = (b for b in own if isinstance(b, DecisionBox))
    summary = composed(in_front(behind, "sammanfattning"))
    assert [b for b in own if isinstance(b, StatusCounts)] == [
        b for b in summary if isinstance(b, StatusCounts)
    ]
    assert box == summary[-1]
    assert sum(map(height, summary)) <= PAGE_HEIGHT
    letter = composed(in_front(behind, LETTER))[1]
    assert isinstance(letter, DecisionBox)
    assert ("Förslag till beslut", box.items) == (letter.title, letter.items)


def many(plan: Plan, count: int) -> Plan:
    """A plan with so many measures more, all alike."""
    goal = plan.goals[0]
    factor = goal.factors[0]
    same = tuple(
        replace(factor.indicators[0], id=f"{factor.indicators[0].id}", number=str(place))
        for place in range(count)
    )
    wide = replace(factor, indicators=(*factor.indicators, *same))
    widened = replace(goal, factors=(wide, *goal.factors[1:]))
    return replace(plan, goals=(widened, *plan.goals[1:]))


@pytest.mark.parametrize("count", [0, 5, 20])
def test_a_summary_of_its_own_stays_on_one_page(count: int, bare: Facts) -> None:
    """However many measures the plan has."""
    plans = (many(bare.plan(PLAN), count), *bare.plans[1:])
    blocks = composed(in_front(replace(bare, plans=plans), "sammanfattning"))
    assert sum(map(height, blocks)) <= PAGE_HEIGHT
    assert any(isinstance(b, StatusCounts) for b in blocks)
    assert isinstance(blocks[-1], DecisionBox)


def test_a_crowded_summary_keeps_the_measures_that_miss(bare: Facts) -> None:
    """Those that are met go first, and the page says so."""
    met = {
        a.indicator.id for a in bare.headlines(bare.plan(PLAN)) if a.final_verdict is Verdict.MET
    }
    assert met
    captions = []
    for count in (0, 7, 20):
        plans = (many(bare.plan(PLAN), count), *bare.plans[1:])
        (table,) = tables(composed(in_front(replace(bare, plans=plans), "sammanfattning")))
        captions.append((table.caption, table.caption_note, len(table.rows)))
    assert [
        ("Nära vård", "", 7),
        ("Mått som inte är uppfyllda", "", 12),
        ("Mått som inte är uppfyllda", "8 av 25 rader; resten står i rapporten", 8),
    ] == captions


def test_the_fullest_version_that_fits_is_taken() -> None:
    """The last one when none fits."""
    long, short = ((Paragraph(line("ord " * count)),) for count in (4000, 40))
    assert [short, long] == [first_that_fits(each) for each in ((long, short), (long,))]

"""Plans of the newer kinds: controls, assignments, agreements, strategies and their places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.assignment import Assignment, BodyDecision, Origin, ProgressNote
from rapport.domain.control import Control, ControlLevel, ControlStep, Risk
from rapport.domain.plan import Plan, PlanKind, PlanPart
from rapport.domain.problem import NOWHERE, Problem
from rapport.sources.plan_file import CalendarFile, read_plan
from rapport.sources.source_text import SourceText
from rapport.sources.strict_yaml import parse_yaml

HEAD = """
id: plan
slag: {kind}
namn: Planen
nämnd: rs
första_år: 2024
sista_år: 2024
"""
MEASURE = (
    "{id: matt, namn: Måttet, måttyp: antal, enhet: antal, riktning: lägre är bättre, "
    "visar: perioden, redovisas: [T2]}"
)


def read(
    text: str, kind: str = "internkontrollplan"
) -> tuple[Plan | CalendarFile | None, tuple[Problem, ...]]:
    """What a plan file's text becomes."""
    tree, problems = parse_yaml(SourceText("p.yaml", HEAD.format(kind=kind) + text))
    assert tree
    plan, found = read_plan(tree)
    return plan, (*problems, *found)


def plan_of(text: str, kind: str = "internkontrollplan") -> Plan:
    """The plan of a text without mistakes."""
    plan, problems = read(text, kind)
    assert () == problems
    assert isinstance(plan, Plan)
    return plan


def codes(text: str) -> list[tuple[str, str]]:
    """Place and code of each problem of a plan."""
    return [(str(problem.location), problem.code) for problem in read(text)[1]]


def line(number: int) -> str:
    """The start of a place on a line of the text that follows the head of seven lines."""
    return f"p.yaml:{7 + number}:"


@pytest.mark.parametrize("kind", list(PlanKind))
def test_every_kind_of_plan_is_a_plan(kind: PlanKind) -> None:
    """The word decides what the document is called, not what it may hold."""
    plan = plan_of("fortsätter: plan-2023\n", kind)
    assert (kind, "plan-2023") == (plan.kind, plan.continues)


CONTROLS = """internkontroll:
  - id: fakturor
    nummer: "4"
    kontrollmoment: Fakturering
    nivå: division
    risk: {sannolikhet: 3, konsekvens: 2, beskrivning: Intäkter uteblir}
    steg:
      - {utförare: [Service], metod: Stickprov}
      - {utförare: [Närsjukvård, Service], styrmått: besok, styrmått_i_plan: annan}
  - {id: hygien, kontrollmoment: Hygien, utförare: [Alla], metod: Mätning, styrmått: matt}
styrmått: [@]
"""


def test_a_control_has_a_step_for_each_row_of_the_plan() -> None:
    """Rows under "steg" are steps; a control without them is itself its only row."""
    first, second = plan_of(CONTROLS.replace("@", MEASURE)).controls
    steps = (
        ControlStep(("Service",), "Stickprov"),
        ControlStep(("Närsjukvård", "Service"), "", "besok", "annan"),
    )
    assert Control(
        "fakturor",
        "Fakturering",
        steps,
        "4",
        ControlLevel.DIVISION,
        Risk(3, 2, "Intäkter uteblir"),
    ) == replace(
        first, location=NOWHERE, steps=tuple(replace(s, location=NOWHERE) for s in first.steps)
    )
    assert (ControlLevel.BOARD, None, "matt") == (
        second.level,
        second.risk,
        second.steps[0].indicator,
    )


def test_a_step_knows_its_row() -> None:
    """Later problems with a step point at the step's own line."""
    first, second = plan_of(CONTROLS.replace("@", MEASURE)).controls
    places = [str(s.location)[:10] for s in (*first.steps, *second.steps)]
    assert [line(8), line(9), line(10)] == [place[: len(line(8))] for place in places]


@pytest.mark.parametrize(
    "text, code",
    [
        ("risk: {sannolikhet: 5, konsekvens: 2}", "utanför-gränser"),
        ("risk: {sannolikhet: 0, konsekvens: 2}", "utanför-gränser"),
        ("risk: {sannolikhet: hög, konsekvens: 2}", "inte-ett-heltal"),
        ("risk: {sannolikhet: 3}", "saknad-nyckel"),
        ("nivå: landet", "okänt-ord"),
        ("styrmått: finns-inte", "okänt-styrmått"),
        ("styrmått_i_plan: annan", "oklart-steg"),
        ("metod: Stickprov, steg: [{metod: Uttag}]", "oklart-steg"),
        ("steg: [{metod: Uttag, styrmått: finns-inte}]", "okänt-styrmått"),
    ],
)
def test_what_is_wrong_with_a_control_is_placed_at_it(text: str, code: str) -> None:
    """A mistake in a control gives one problem on the control's line."""
    (found,) = codes(f"internkontroll:\n  - {{id: a, kontrollmoment: A, {text}}}\n")
    assert (line(2), code) == (found[0][: len(line(2))], found[1])


def test_an_assignment_has_its_decision_parts_and_history() -> None:
    """Everything that the register says is there, history in the order of the file."""
    (found,) = plan_of(
        """riktade_uppdrag:
  - id: remisser
    nummer: "2"
    kortnamn: Remisser
    text: Se över remisserna
    ursprung: motion
    beslut:
      {organ: rs, datum: 2020-06-17, ärende: Remisser, text: Ja, paragraf: "9", diarienummer: "12"}
    deluppdrag: [Kartlägga, Föreslå]
    återrapporteras: efter ett år
    återrapporteras_senast: 2021-06-17
    ansvarig: Regiondirektören
    historik:
      - {datum: hösten 2020, text: Börjat}
      - {datum: 2021-10-31, division: Länssjukvård, verksamhet: BUP, ort: Kiruna, text: Klart}
"""
    ).assignments
    expected = Assignment(
        id="remisser",
        number="2",
        text="Se över remisserna",
        short_name="Remisser",
        origin=Origin.MOTION,
        decision=BodyDecision("rs", "2020-06-17", "Remisser", "Ja", "9", "12"),
        parts=("Kartlägga", "Föreslå"),
        due="efter ett år",
        due_day="2021-06-17",
        history=(
            ProgressNote("hösten 2020", "Börjat"),
            ProgressNote("2021-10-31", "Klart", "Länssjukvård", "BUP", "Kiruna"),
        ),
        responsible="Regiondirektören",
    )
    history = tuple(replace(note, location=NOWHERE) for note in found.history)
    assert expected == replace(found, location=NOWHERE, history=history)
    assert [line(14), line(15)] == [str(n.location)[: len(line(14))] for n in found.history]


def test_an_assignment_of_a_plan_needs_neither_decision_nor_history() -> None:
    """The plan itself decides; what is left out is empty."""
    (found,) = plan_of("riktade_uppdrag: [{id: a, text: Utred}]\n").assignments
    assert (Origin.PLAN, None, (), "1", "Utred") == (
        found.origin,
        found.decision,
        found.history,
        found.number,
        found.short_name,
    )


def test_a_strategy_has_directions_focus_areas_and_background() -> None:
    """Goals rest on a law, want something and stand in a perspective."""
    plan = plan_of(
        """bakgrund: [Ett stycke., Ett till.]
inriktningar: [{id: jamlik, namn: Jämlik vård, text: Lika för alla, punkter: [Ett, Två]}]
fokusområden: [{id: nara, namn: Nära vård}]
mål: [{id: ett, namn: Ett, lagrum: 3 kap. 1 §, inriktning: [Dit, Dit också], perspektiv: Ekonomi}]
""",
        "strategi",
    )
    goal = plan.goals[0]
    assert (
        ("Ett stycke.", "Ett till."),
        (PlanPart("jamlik", "Jämlik vård", "Lika för alla", ("Ett", "Två")),),
        (PlanPart("nara", "Nära vård"),),
        ("3 kap. 1 §", ("Dit", "Dit också"), "Ekonomi"),
    ) == (
        plan.background,
        plan.directions,
        plan.focus_areas,
        (goal.statute, goal.intentions, goal.perspective),
    )


def test_monitoring_measures_are_measures_of_the_plan() -> None:
    """They have no target, but data and charts as any measure."""
    plan = plan_of(
        f"områden: [{{id: ekonomi, namn: Ekonomi, styrmått: [{MEASURE}]}}]\n", "ledningsrapport"
    )
    assert [("ekonomi", ["matt"])] == [
        (area.id, [m.id for m in area.indicators]) for area in plan.monitoring
    ]
    assert ["matt"] == [indicator.id for indicator in plan.indicators]


@pytest.mark.parametrize(
    "text",
    [
        "inriktningar: [{id: a, namn: A}, {id: a, namn: B}]",
        "fokusområden: [{id: a, namn: A}, {id: a, namn: B}]",
        "områden: [{id: a, namn: A}, {id: a, namn: B}]",
        f"styrmått: [{MEASURE}]\nområden: [{{id: a, namn: A, styrmått: [{MEASURE}]}}]",
        "riktade_uppdrag: [{id: a, text: A}]\ninternkontroll: [{id: a, kontrollmoment: B}]",
    ],
)
def test_an_id_used_twice_is_told(text: str) -> None:
    """Things that are named in the same way must not share an id."""
    assert ["dubbelt-id"] == [code for _, code in codes(text + "\n")]


def test_sums_shown_together_share_a_group() -> None:
    """The group ties focus medicines together; the plan's own sums have none."""
    money = "år: 2024, belopp: '61,0', enhet: mnkr"
    plan = plan_of(
        f"budget: [{{id: a, namn: A, {money}, grupp: fokus}}, {{id: b, namn: B, {money}}}]\n"
    )
    assert ["fokus", ""] == [item.group for item in plan.budget]

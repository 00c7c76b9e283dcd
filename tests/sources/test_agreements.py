"""Agreements in a plan file: the tree of sums, the demands, and mistakes with their places."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rapport.domain.agreement import Agreement, AgreementAmount, PaymentBasis, Requirement
from rapport.domain.plan import Plan
from rapport.domain.problem import NOWHERE, Problem
from rapport.domain.quantity import Unit
from rapport.sources.plan_file import CalendarFile, read_plan
from rapport.sources.source_text import SourceText
from rapport.sources.strict_yaml import parse_yaml

HEAD = """
id: plan
slag: överenskommelser
namn: Planen
nämnd: rs
första_år: 2024
sista_år: 2024
"""
AGREEMENT = """överenskommelser:
  - id: halsa
    namn: Hälsa
    alias: [Uppdrag hälsa]
    parter: [Staten, SKR]
    första_år: 2017
    sista_år: 2020
    ny: ja
    syfte: Bättre vård
    ersättning: prestation
    nationellt:
      - namn: Landet
        år: 2018
        belopp: "1,4"
        enhet: mdkr
        tryckt: 1,4 mkr
        varav:
          - {namn: Länen, belopp: "500"}
          - {namn: Stöd, belopp: "29,5", enhet: mnkr, varav: [{namn: Resten}]}
    regionens_del: [{namn: Regionen}]
    krav: [{id: plan, text: En plan, år: 2018}, {id: annat, text: Annat}]
    aktiviteter: [Möten]
    redovisas_senast: 2018-10-31
    ansvarig: Direktören
    avvikelser_i_källan: [Enheten]
"""


def read(text: str) -> tuple[Plan | CalendarFile | None, tuple[Problem, ...]]:
    """What a plan file's text becomes."""
    tree, problems = parse_yaml(SourceText("p.yaml", HEAD + text))
    assert tree
    plan, found = read_plan(tree)
    return plan, (*problems, *found)


def plan_of(text: str) -> Plan:
    """The plan of a text without mistakes."""
    plan, problems = read(text)
    assert () == problems
    assert isinstance(plan, Plan)
    return plan


def codes(text: str) -> list[tuple[str, str]]:
    """Place and code of each problem of a plan."""
    return [(str(problem.location), problem.code) for problem in read(text)[1]]


def line(number: int) -> str:
    """The start of a place on a line of the text that follows the head of seven lines."""
    return f"p.yaml:{7 + number}:"


def test_an_agreement_has_a_tree_of_sums() -> None:
    """A part has the year and unit of its whole where it has none of its own."""
    (found,) = plan_of(AGREEMENT).agreements
    rest = AgreementAmount("Resten", 2018, None, Unit.MILLION_KRONOR)
    parts = (
        AgreementAmount("Länen", 2018, Decimal(500), Unit.BILLION_KRONOR),
        AgreementAmount("Stöd", 2018, Decimal("29.5"), Unit.MILLION_KRONOR, parts=(rest,)),
    )
    whole = AgreementAmount(
        "Landet", 2018, Decimal("1.4"), Unit.BILLION_KRONOR, "1,4 mkr", parts=parts
    )
    assert whole == _anywhere(found.national[0])
    assert [(0, "Landet"), (1, "Länen"), (1, "Stöd"), (2, "Resten")] == [
        (depth, each.name) for depth, each in found.national[0].walk()
    ]
    assert line(18) == str(found.national[0].parts[0].location)[: len(line(18))]


def _anywhere(amount: AgreementAmount) -> AgreementAmount:
    parts = tuple(_anywhere(part) for part in amount.parts)
    return replace(amount, location=NOWHERE, parts=parts)


def test_an_agreement_has_all_that_the_file_says() -> None:
    """A sum without figure, a demand without year and everything around them."""
    (found,) = plan_of(AGREEMENT).agreements
    expected = Agreement(
        id="halsa",
        number="1",
        name="Hälsa",
        first_year=2017,
        last_year=2020,
        purpose="Bättre vård",
        aliases=("Uppdrag hälsa",),
        parties=("Staten", "SKR"),
        is_new=True,
        basis=PaymentBasis.PERFORMANCE,
        regional=(AgreementAmount("Regionen", 0, None, Unit.MILLION_KRONOR),),
        requirements=(Requirement("plan", "En plan", 2018), Requirement("annat", "Annat")),
        activities=("Möten",),
        report_back="2018-10-31",
        responsible="Direktören",
        deviations=("Enheten",),
    )
    assert expected == replace(
        found,
        location=NOWHERE,
        national=(),
        regional=tuple(map(_anywhere, found.regional)),
        requirements=tuple(replace(r, location=NOWHERE) for r in found.requirements),
    )


@pytest.mark.parametrize(
    "text, code",
    [
        ("sista_år: 2016", "fel-år"),
        ("sista_år: 2018, nationellt: [{namn: A, belopp: '1'}]", "saknad-nyckel"),
        ("sista_år: 2018, nationellt: [{namn: A, belopp: en miljon}]", "inte-ett-tal"),
        ("sista_år: 2018, redovisas_senast: i höst", "inget-datum"),
        ("sista_år: 2018, krav: [{id: a, text: A}, {id: a, text: B}]", "dubbelt-id"),
        ("sista_år: 2018, krav: [{id: a, text: A, styrmått: inget}]", "okänt-styrmått"),
        ("sista_år: 2018, nationellt: [{namn: A, varav: [{belopp: '1'}]}]", "saknad-nyckel"),
    ],
)
def test_what_is_wrong_with_an_agreement_is_placed_at_it(text: str, code: str) -> None:
    """A mistake anywhere in an agreement, also deep in its sums, gives one problem on its line."""
    (found,) = codes(f"överenskommelser:\n  - {{id: a, namn: A, första_år: 2017, {text}}}\n")
    assert (line(2), code) == (found[0][: len(line(2))], found[1])

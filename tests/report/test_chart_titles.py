"""Chart titles never claim what the figures contradict ("påståendekontroll")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulfilment.world import SHARE, World, cell, stated
from rapport.domain.breakdown import Sex
from rapport.domain.outcome import Assessment, Verdict
from rapport.domain.period import Occasion
from rapport.domain.plan import Better, SexSplit
from rapport.domain.target import AtLeast, AtMost, Directional, Target
from rapport.report import cells
from rapport.report.chart_titles import measure_title
from rapport.report.facts import Facts
from rapport.swedish.numbers import number
from regions import MINI, REPO, prepared

NB = "\u00a0"
OCCASIONS = ("T1-2023", "T2-2023", "AR-2023", "T1-2024", "T2-2024")
FIGURE = re.compile(rf"(−?[\d{NB}]+(?:,\d+)?){NB}%")


def printed(text: str) -> Decimal:
    """A printed figure as a number."""
    return Decimal(text.replace(NB, "").replace(",", ".").replace("−", "-"))


def world(x: int, then: int, target: Target, *, better: Better) -> World:
    """A measure with so many of ten thousand now, and so many a year ago."""
    indicator = replace(
        SHARE, sex_split=SexSplit.UNAVAILABLE, better=better, targets=(stated(2024, target),)
    )
    return World(indicator, (cell("T2-2024", x, 10_000), cell("T2-2023", then, 10_000)))


@given(
    x=st.integers(8_900, 9_990),
    then=st.integers(8_900, 9_990),
    limit=st.sampled_from(["95", "94.9", "95.04", "100", "90"]),
)
def test_a_target_is_claimed_only_when_the_printed_figure_meets_it(
    x: int, then: int, limit: str
) -> None:
    """94,96 against at least 95 is not printed as "95,0 % är delvis i mål"."""
    title = measure_title(world(x, then, AtLeast(Decimal(limit)), better=Better.HIGHER).assess())
    value = printed(FIGURE.findall(title)[0])
    assert (" når målet" in title) == (value >= Decimal(limit))


@given(x=st.integers(1_400, 1_700), limit=st.sampled_from(["15", "15.5", "16.04"]))
def test_a_ceiling_is_claimed_only_when_the_printed_figure_is_below(x: int, limit: str) -> None:
    """The same for a measure where lower is better."""
    title = measure_title(world(x, x, AtMost(Decimal(limit)), better=Better.LOWER).assess())
    value = printed(FIGURE.findall(title)[0])
    assert (" når målet" in title) == (value <= Decimal(limit))


@given(x=st.integers(8_900, 9_100), then=st.integers(8_900, 9_100))
def test_a_change_is_claimed_with_its_sign_and_size(x: int, then: int) -> None:
    """More, less or unchanged as the rounded figures say, never "0,0 mer"."""
    title = measure_title(world(x, then, AtLeast(Decimal(90)), better=Better.HIGHER).assess())
    moved = _rounded(x) - _rounded(then)
    if moved == 0:
        assert "oförändrat mot T2 2023" in title
    else:
        size = number(abs(moved), 1)
        way = "mer" if moved > 0 else "mindre"
        assert f"{size}{NB}procentenheter {way} än T2 2023" in title


def _rounded(x: int) -> Decimal:
    return Decimal((x + 5) // 10) / 10


@given(women=st.integers(8_300, 9_990), men=st.integers(8_300, 9_990))
def test_both_is_said_only_when_both_do(women: int, men: int) -> None:
    """Women and men share a claim only when it holds for each."""
    indicator = replace(SHARE, targets=(stated(2024, AtLeast(Decimal(95))),))
    data = (cell("T2-2024", women, 10_000, of="K"), cell("T2-2024", men, 10_000, of="M"))
    title = measure_title(World(indicator, data).assess())
    assert ("båda når målet" in title) == (women >= 9_500 and men >= 9_500)
    assert ("ingen når målet" in title) == (women < 8_550 and men < 8_550)


def all_assessments(facts: Facts) -> Iterator[tuple[Assessment, ...]]:
    """Every measure of a report's region, for the region and its units, over two years."""
    for plan in facts.plans:
        for indicator in plan.indicators:
            for occasion in map(Occasion.parse, OCCASIONS):
                for unit in facts.evaluation.organisations(plan, indicator):
                    yield facts.evaluation.assess(plan, indicator, unit, occasion)


@pytest.fixture(scope="module", params=[MINI, REPO], ids=["mini", "sample"])
def titles(request: pytest.FixtureRequest) -> list[tuple[str, tuple[Assessment, ...]]]:
    """The title of every chart that the two regions could show."""
    facts = prepared(request.param, reports=("aterrapportering",))[0].facts
    return [(measure_title(found), found) for found in all_assessments(facts)]


def test_titles_claim_the_computed_verdicts(
    titles: list[tuple[str, tuple[Assessment, ...]]],
) -> None:
    """Each claim about the target is the verdict of the part it speaks of."""
    claims = {"når målet": Verdict.MET, "når inte målet": Verdict.NOT_MET}
    assert titles
    for title, found in titles:
        said = title.replace("ingen når målet", "når inte målet")
        verdicts = {part.verdict for part in found}
        assert [] == [words for words in claims if words in said and claims[words] not in verdicts]


def test_titles_name_the_measure_and_end_without_a_stop(
    titles: list[tuple[str, tuple[Assessment, ...]]],
) -> None:
    """A title is the measure's short name, a colon and the conclusion."""
    for title, found in titles:
        assert title.startswith(f"{found[0].indicator.short_name}: ")
        assert not re.search(r"[.,:]$|  |None", title)


def test_titles_give_no_hidden_figure(titles: list[tuple[str, tuple[Assessment, ...]]]) -> None:
    """Where women or men may not be shown, no figure stands behind their word."""
    hidden = [
        (title, sex)
        for title, found in titles
        for sex in Sex
        if (part := cells.by_breakdown(found, sex)) and part.outcome.state == "sekretess"
    ]
    for title, sex in hidden:
        word = {Sex.WOMEN: "kvinnor", Sex.MEN: "män"}[sex]
        assert not re.search(rf"{word} −?\d", title)


def test_a_direction_is_claimed_as_a_target_too() -> None:
    """An aim to increase is met when the figure is above its baseline."""
    met = [
        (title, found[0])
        for facts in [prepared(MINI, reports=("aterrapportering",))[0].facts]
        for found in facts.assessments.values()
        if (title := measure_title(found)) and found[0].indicator.id == "fraga-om-vald"
    ]
    ((title, headline),) = met
    assert "båda når målet" in title
    aims = [part.target.target for part in headline.parts if part.target]
    assert [True, True] == [isinstance(aim, Directional) for aim in aims]

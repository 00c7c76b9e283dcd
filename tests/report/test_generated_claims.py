"""Generated claims: whatever is measured, titles and messages say what the raw figures say.

Every figure, direction and verdict in them is recomputed here from the observations, in fractions
and with the targets as the plan of the small region states them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.breakdown import MEN, TOTAL, WOMEN, Breakdown
from rapport.domain.follow_up import FollowUp
from rapport.domain.measurement import Measurements, Observation
from rapport.domain.outcome import Assessment
from rapport.domain.period import parse_period
from rapport.fulfilment.evaluation import Evaluation
from rapport.pipeline.reading import load
from rapport.report.chart_titles import measure_title
from rapport.report.facts import Facts
from rapport.report.inline import Text
from rapport.report.key_messages import key_messages
from rapport.sources.workspace import Workspace
from regions import MINI, prepared

PLAN = "vardplan-2023-2025"
NOW, THEN = parse_period("T2-2024"), parse_period("T2-2023")
NEW, BACK = (Breakdown(None, (("besokstyp", kind),)) for kind in ("nybesok", "aterbesok"))
NUMBER = r"(\d[\d\u00a0]*(?:,\d+)?)"
COUNTS = {"inget": 0, "inga": 0, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6}

Cell = tuple[str, Breakdown]
Shares = Mapping[tuple[Cell, bool], Fraction]


@dataclass(frozen=True)
class Drawn:
    """A region measured by chance: its facts, and the exact share of each cell now and then."""

    facts: Facts
    shares: Shares

    def now(self, measure: str, breakdown: Breakdown = TOTAL) -> Fraction:
        """The exact figure of the period."""
        return self.shares[(measure, breakdown), True]

    def then(self, measure: str, breakdown: Breakdown = TOTAL) -> Fraction:
        """The exact figure of the same period last year."""
        return self.shares[(measure, breakdown), False]

    def assessments(self, measure: str) -> tuple[Assessment, ...]:
        """What the report knows of a measure."""
        return self.facts.assessments[PLAN, measure]

    @property
    def messages(self) -> list[str]:
        """The key messages as plain text."""
        lines = key_messages(self.facts, self.facts.plan(PLAN))
        return ["".join(part.text for part in line if isinstance(part, Text)) for line in lines]


@cache
def region() -> tuple[Workspace, Facts]:
    """The small region as it is read."""
    facts = prepared(MINI, reports=("aterrapportering",))[0].facts
    return load(MINI, facts.occasion)[0], facts


def measured(observation: Observation, share: int) -> Observation:
    """The observation with another numerator, ``share`` per mille of its denominator."""
    whole = observation.denominator
    if whole is None or observation.period not in {NOW, THEN}:
        return observation
    return observation._replace(numerator=(whole * share / 1000).to_integral_value())


MULTIPLIERS = {"antibiotika": 1000}
SUMS = {
    ("aterinskrivning", WOMEN): [WOMEN],
    ("aterinskrivning", MEN): [MEN],
    ("aterinskrivning", TOTAL): [WOMEN, MEN],
    ("samtal", TOTAL): [TOTAL],
    ("antibiotika", TOTAL): [TOTAL],
    ("digitala-besok", NEW): [NEW],
    ("digitala-besok", BACK): [BACK],
}


def exact(observations: list[Observation]) -> Shares:
    """Every cell's figure, straight from the observations."""
    shares: dict[tuple[Cell, bool], Fraction] = {}
    for (measure, breakdown), parts in SUMS.items():
        for period in (NOW, THEN):
            found = [
                each
                for each in observations
                if each.indicator == measure and each.period == period and each.breakdown in parts
            ]
            above = sum(Fraction(each.numerator or 0) for each in found)
            below = sum(Fraction(each.denominator or 0) for each in found)
            share = Fraction(above) / Fraction(below) * MULTIPLIERS.get(measure, 100)
            shares[(measure, breakdown), period == NOW] = share
    return shares


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    """The small region with other figures, some near their targets and some unchanged."""
    workspace, facts = region()
    near = st.sampled_from([80, 120, 150, 154, 155, 156, 165, 175, 180, 350, 351])
    per_mille = st.one_of(near, st.integers(60, 600))
    observations = [measured(each, draw(per_mille)) for each in workspace.measurements]
    evaluation = Evaluation(
        workspace.region,
        workspace.plans,
        Measurements.collect(observations, workspace.measurements.sources),
        FollowUp(),
        facts.occasion,
    )
    top = workspace.region.organisations.top
    assessed = {
        (plan.id, indicator.id): evaluation.assess(plan, indicator, top)
        for plan in facts.plans
        for indicator in plan.indicators
    }
    changed = replace(facts, evaluation=evaluation, assessments=assessed, follow_up=FollowUp())
    return Drawn(changed, exact(observations))


def said(text: str) -> Fraction:
    """A printed number."""
    return Fraction(text.replace("\u00a0", "").replace(",", "."))


def is_printed(text: str, real: Fraction) -> bool:
    """Whether a printed number is the real one, half a last digit off at most."""
    decimals = len(text.partition(",")[2])
    return abs(said(text) - real) <= Fraction(1, 2 * 10**decimals)


def tenth(real: Fraction) -> Decimal:
    """A share as tables print it."""
    value = Decimal(real.numerator) / Decimal(real.denominator)
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def reached(real: Fraction, target: Fraction) -> str:
    """What may be said of a share that is to stay at a target or below, with 2 points' leave."""
    if real <= target:
        return "når målet"
    return "når delvis målet" if real <= target + 2 else "når inte målet"


@settings(max_examples=25, deadline=None)
@given(drawn())
def test_the_title_of_a_measure_split_by_sex_is_true(region: Drawn) -> None:
    """Each sex has its own figure and what is said of its target holds, also said jointly."""
    title = measure_title(region.assessments("aterinskrivning"))
    her, his = re.findall(rf"(?:kvinnor|män) {NUMBER}\u00a0%", title)
    women, men = (region.now("aterinskrivning", who) for who in (WOMEN, MEN))
    assert (True, True) == (is_printed(her, women), is_printed(his, men)), title
    verdicts = [reached(women, Fraction("15.5")), reached(men, Fraction("16.5"))]
    jointly = {
        "båda når målet": "når målet",
        "båda når delvis": "når delvis målet",
        "ingen når": "når inte målet",
    }
    joint = next((verdict for words, verdict in jointly.items() if words in title), None)
    apart = re.findall(r"\d\u00a0% (når målet|når delvis målet|når inte målet)", title)
    assert verdicts == ([joint, joint] if joint else apart), title


@settings(max_examples=25, deadline=None)
@given(drawn())
def test_the_title_of_series_is_true(region: Drawn) -> None:
    """A series is said to reach the target of 35 percent just when it does."""
    title = measure_title(region.assessments("digitala-besok"))
    new, back = re.findall(rf"(?:nybesök|återbesök) {NUMBER}\u00a0%", title)
    shares = [region.now("digitala-besok", series) for series in (NEW, BACK)]
    assert [True, True] == [is_printed(new, shares[0]), is_printed(back, shares[1])], title
    both, none = "båda når målet" in title, "ingen når målet" in title
    apart = [bool(x) for x in re.findall(r"% (når målet)|% (?=når delvis|når inte)", title)]
    told = [both, both] if both or none or "båda når delvis" in title else apart
    assert [share >= 35 for share in shares] == told, title


@settings(max_examples=25, deadline=None)
@given(drawn())
def test_the_change_in_a_title_is_true(region: Drawn) -> None:
    """More, less or unchanged, and by how much, as the printed figures differ."""
    title = measure_title(region.assessments("samtal"))
    now, then = tenth(region.now("samtal")), tenth(region.then("samtal"))
    match = re.search(rf"{NUMBER}\u00a0procentenheter (mer|mindre) än T2 2023", title)
    claimed = said(match[1]) * (1 if match[2] == "mer" else -1) if match else Fraction(0)
    assert Fraction(now - then) == claimed, title
    assert (match is None) == ("oförändrat mot T2 2023" in title)


@settings(max_examples=25, deadline=None)
@given(drawn())
def test_the_title_of_a_rate_is_true(region: Drawn) -> None:
    """At most 80 per thousand is met or not, whatever the rounding would make of it."""
    title = measure_title(region.assessments("antibiotika"))
    figure = re.search(rf"Antibiotikarecept: {NUMBER}", title)
    rate = region.now("antibiotika")
    assert figure
    assert is_printed(figure[1], rate), title
    assert (rate <= 80) == (" når målet" in title), title
    assert rate <= 80 or said(figure[1]) > 80, title


@settings(max_examples=25, deadline=None)
@given(drawn())
def test_the_message_about_women_and_men_is_true(region: Drawn) -> None:
    """Both figures and the gap are those of the only measure in percent that is split."""
    message = next(m for m in region.messages if m.startswith("Skillnaden mellan"))
    her, his, gap = re.findall(NUMBER, message.partition(".")[2])
    women, men = (region.now("aterinskrivning", who) for who in (WOMEN, MEN))
    right = [is_printed(her, women), is_printed(his, men), is_printed(gap, abs(women - men))]
    assert [True, True, True] == right, message


@settings(max_examples=25, deadline=None)
@given(drawn())
def test_the_message_about_what_moves_is_true(region: Drawn) -> None:
    """So many are better as the printed figures say, and those called worse are worse."""
    message = next((m for m in region.messages if "bättre än samma period i fjol" in m), "")
    claimed = re.match(r"(?:\w+ av|Alla) \w+ mått är bättre", message)
    assert claimed, region.messages
    assert ("Sämre" in message) == ("Inget mått är sämre" not in message)
    for measure, name, better_up in (
        ("aterinskrivning", "återinskrivning inom 30 dagar", False),
        ("samtal", "samtal om levnadsvanor", True),
    ):
        moved = tenth(region.now(measure)) - tenth(region.then(measure))
        is_worse = moved < 0 if better_up else moved > 0
        assert is_worse == (name in message.partition(". ")[2]), message


@settings(max_examples=25, deadline=None)
@given(drawn())
def test_the_messages_about_targets_count_right(region: Drawn) -> None:
    """No measure is named as met when it is not, or the other way round."""
    rate = region.now("antibiotika")
    met = [m for m in region.messages if re.search(r"är uppfyll(?:t|da)\.", m)]
    missed = [m for m in region.messages if "når inte målet." in m]
    named_met = any("antibiotikarecept" in message.lower() for message in met)
    named_missed = any("antibiotikarecept" in message.lower() for message in missed)
    assert not (named_met and rate > 80)
    assert not (named_missed and rate <= 80)
    for message in (*met, *missed):
        count = re.match(r"(\w+)(?: av (\w+))? styrmått", message)
        assert count, message
        names = message.partition(". ")[2].count("(mål")
        assert names <= COUNTS[count[1].lower()], message

"""Explanations: one sentence each, with the figures, the rule and the periods."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from fulfilment.world import (
    COUNT,
    NATION,
    SHARE,
    World,
    baseline,
    months,
    stated,
    world,
)
from rapport.domain.breakdown import MEN, WOMEN
from rapport.domain.plan import Basis, Better, SexSplit
from rapport.domain.quantity import MeasureKind, Unit
from rapport.domain.target import Aim, AtLeast, AtMost, Directional, Within, WithinYear

PLAIN = replace(SHARE, sex_split=SexSplit.UNAVAILABLE)
FLOOR = (stated(2024, AtLeast(Decimal(95))),)
UP = (stated(2024, Directional(Aim.INCREASE)),)
GROWING = replace(
    COUNT,
    sex_split=SexSplit.UNAVAILABLE,
    basis=Basis.CUMULATIVE,
    within_year=WithinYear.SEASONAL,
    targets=(stated(2023, AtLeast(Decimal(43000))), stated(2025, AtLeast(Decimal(60000)))),
)


def said(made: World, of: str = "T", at: str = "region") -> str:
    """The explanation with ordinary spaces, easier to read in a test."""
    return made.by_breakdown(at)[of].explanation.replace("\u00a0", " ")


def test_target_between_two_years_says_how_it_was_counted() -> None:
    """The sentence of the brief: figures, sums, months, rule and verdict."""
    targets = (
        stated(2023, AtMost(Decimal("16.0")), WOMEN),
        stated(2025, AtMost(Decimal("15.0")), WOMEN),
        stated(2023, AtMost(Decimal("17.2")), MEN),
    )
    made = world(
        replace(SHARE, better=Better.LOWER, targets=targets), months("T2-2024", 151, 980, of="K")
    )

    assert (
        "Utfallet 15,4 % (604 av 3 920, maj–augusti 2024) ligger under målet högst 15,5 % för "
        "2024, räknat rätlinjigt mellan 16,0 % 2023 och 15,0 % 2025; uppfyllt."
    ) == said(made, "K")


def test_numbers_are_held_together_by_no_break_spaces() -> None:
    """A figure never parts from its unit at the end of a line."""
    made = world(replace(PLAIN, targets=FLOOR), months("T2-2024", 960, 1000)).headline()

    assert "96,0\u00a0%" in made.explanation
    assert "3\u00a0840 av 4\u00a0000" in made.explanation


def test_partly_met_names_distance_and_tolerance() -> None:
    """Shares differ by percentage points, not by percent."""
    made = world(replace(PLAIN, targets=FLOOR), months("T2-2024", 900, 1000))

    assert (
        "Utfallet 90,0 % (3 600 av 4 000, maj–augusti 2024) ligger under målet minst 95 % för "
        "2024; avståndet 5,0 procentenheter ryms i toleransen 10 % av målet; delvis uppfyllt."
    ) == said(made)


def test_printed_figure_never_contradicts_its_verdict() -> None:
    """94,96 would round to the target itself, so it gets another decimal."""
    made = world(replace(PLAIN, targets=FLOOR), months("T2-2024", 9496, 10000))

    assert said(made).startswith("Utfallet 94,96 %")
    assert "avståndet 0,04 procentenheter" in said(made)


def test_count_names_the_part_of_the_year_and_its_season() -> None:
    """The year's target is never compared with eight months without saying so."""
    made = world(
        GROWING, months("ACK08-2023", 3000), months("T3-2023", 4000), months("ACK08-2024", 3760)
    )

    assert (
        "Utfallet 30 080 (januari–augusti 2024) ligger under målet minst 30 900 för "
        "januari–augusti 2024, som är 60,0 % av årets mål 51 500, räknat rätlinjigt mellan "
        "43 000 år 2023 och 60 000 år 2025, fördelat som säsongen 2023; avståndet 820 ryms i "
        "toleransen 10 % av målet; delvis uppfyllt."
    ) == said(made)


def test_season_without_history_is_even_and_says_so() -> None:
    """Falling back silently would be a guess in disguise."""
    made = world(GROWING, months("ACK08-2024", 3760))

    assert "66,7 % av årets mål 51 500" in said(made)
    assert "jämnt fördelat över året eftersom inget tidigare år är helt" in said(made)


def test_carried_target_says_from_when() -> None:
    """A plan without a target for the year keeps its last."""
    made = world(
        replace(PLAIN, targets=(stated(2023, AtLeast(Decimal(50))),)), months("T2-2024", 60, 100)
    )

    assert "målet minst 50 % från 2023, som gäller vidare 2024; uppfyllt." in said(made)


def test_direction_names_the_baseline_and_its_months() -> None:
    """A third of a yearly count is what four months are compared with."""
    indicator = replace(GROWING, targets=UP, baselines=(baseline("AR-2021", "6940"),))
    made = world(indicator, months("T1-2024", 600), occasion="T1-2024")

    assert (
        "Utfallet 2 400 (januari–april 2024) ligger över ingångsvärdet 2 313 (33,3 % av 6 940, "
        "helår 2021), och målet för 2024 är att öka; uppfyllt."
    ) == said(made)


def test_a_coarse_baseline_cannot_be_called_increase_or_decrease() -> None:
    """12,4 against a baseline printed as 12, which may have been anything up to 12,5."""
    made = world(
        replace(PLAIN, targets=UP, baselines=(baseline("T2-2021", "12"),)),
        months("T2-2024", 124, 1000),
    )

    assert (
        "Utfallet 12,4 % (496 av 4 000, maj–augusti 2024) kan inte bedömas, eftersom planens "
        "ingångsvärde 12 % är avrundat och kan ha varit mellan 11,5 och 12,5."
    ) == said(made)


def test_a_level_kept_as_printed_is_explained() -> None:
    """To maintain 12 is met by what prints as 12."""
    keep = (stated(2024, Directional(Aim.MAINTAIN)),)
    made = world(
        replace(PLAIN, targets=keep, baselines=(baseline("T2-2021", "12"),)),
        months("T2-2024", 124, 1000),
    )

    assert "är oförändrat mot ingångsvärdet 12 % (maj–augusti 2021) avrundat som i planen" in said(
        made
    )


def test_difference_to_the_nation_shows_both_values() -> None:
    """+264 kr is own minus nation."""
    cost = replace(
        PLAIN,
        kind=MeasureKind.RATE,
        unit=Unit.KRONOR_PER_INHABITANT,
        decimals=0,
        multiplier=Decimal(1),
        denominator_is_stock=True,
        reference=NATION,
        targets=(stated(2024, AtMost(Decimal(300))),),
    )
    made = world(cost, months("T2-2024", 1066, 1), months("T2-2024", 1000, 1, at=NATION))

    assert (
        "Utfallet +264 kr per invånare (eget värde 4 264, Riket 4 000, maj–augusti 2024) ligger "
        "under målet högst 300 kr per invånare för 2024; uppfyllt."
    ) == said(made)


def test_interval_is_named_with_both_ends() -> None:
    """Inside, the outcome lies in the target; outside, beside it."""
    indicator = replace(PLAIN, targets=(stated(2024, Within(Decimal(1), Decimal(3))),))

    assert "ligger inom målet 1–3 % för 2024; uppfyllt." in said(
        world(indicator, months("T2-2024", 20, 1000))
    )
    assert "ligger över målet 1–3 %" in said(world(indicator, months("T2-2024", 50, 1000)))


def test_parts_are_told_with_their_own_verdicts() -> None:
    """The headline says what decided it."""
    made = world(
        replace(SHARE, both_sexes=True, targets=(stated(2024, AtLeast(Decimal(50))),)),
        months("T2-2024", 60, 100, of="K"),
        months("T2-2024", 40, 100, of="M"),
    )

    assert (
        "Utfallet 50,0 % (400 av 800, maj–augusti 2024) bedöms efter sina delar: "
        "kvinnor 60,0 % uppfyllt och män 40,0 % ej uppfyllt; delvis uppfyllt."
    ) == said(made)


def test_same_target_in_both_years_is_not_counted_between_them() -> None:
    """A line between 100 and 100 needs no arithmetic."""
    always = (stated(2023, AtLeast(Decimal(100))), stated(2025, AtLeast(Decimal(100))))
    made = world(replace(PLAIN, targets=always), months("T2-2024", 100, 100))

    assert "är lika med målet minst 100 % för 2024, samma som 2023 och 2025; uppfyllt." in said(
        made
    )


def test_even_part_of_a_year_and_its_ends() -> None:
    """An interval for a count is scaled at both ends."""
    indicator = replace(
        GROWING,
        within_year=WithinYear.EVEN,
        targets=(
            stated(2023, Within(Decimal(900), Decimal(1200))),
            stated(2025, Within(Decimal(900), Decimal(1500))),
        ),
    )
    made = world(indicator, months("T1-2024", 90), occasion="T1-2024")

    assert (
        "ligger inom målet 300–450 för januari–april 2024, som är 33,3 % av årets mål, räknat "
        "rätlinjigt mellan 900–1 200 2023 och 900–1 500 2025"
    ) in said(made)
    assert "jämnt fördelat över året; uppfyllt." in said(made)


def test_target_that_begins_later_says_so() -> None:
    """A plan for 2023–2025 whose first target is for 2025 holds it from the start."""
    made = world(
        replace(PLAIN, targets=(stated(2025, AtLeast(Decimal(50))),)), months("T2-2024", 60, 100)
    )

    assert "målet minst 50 % för 2025, planens första målår; uppfyllt." in said(made)


def test_level_and_mean_and_rate_name_what_they_are_made_of() -> None:
    """A level has its month; a mean its sum and number; a rate its mean population."""
    level = replace(PLAIN, kind=MeasureKind.LEVEL, unit=Unit.COUNT, decimals=0)
    mean = replace(PLAIN, kind=MeasureKind.MEAN, unit=Unit.DAYS, multiplier=Decimal(1))
    rate = replace(
        PLAIN,
        kind=MeasureKind.RATE,
        unit=Unit.PER_THOUSAND,
        multiplier=Decimal(1000),
        denominator_is_stock=True,
    )

    assert said(world(replace(level, multiplier=Decimal(1)), months("T2-2024", 87))).startswith(
        "Utfallet 87 (augusti 2024)"
    )
    assert "Utfallet 2,5 dagar (1 000 på 400, maj" in said(world(mean, months("T2-2024", 250, 100)))
    assert "(80 på i genomsnitt 1 000, maj" in said(world(rate, months("T2-2024", 20, 1000)))


def test_maintained_level_is_named_as_such() -> None:
    """Att bibehålla nivån reads better than att bibehålla."""
    indicator = replace(
        PLAIN,
        targets=(stated(2024, Directional(Aim.MAINTAIN)),),
        baselines=(baseline("T2-2021", "50"),),
    )

    assert "är att bibehålla nivån; uppfyllt." in said(world(indicator, months("T2-2024", 50, 100)))


def test_hair_from_the_target_is_never_a_distance_of_zero() -> None:
    """The distance gets the decimals it needs to be seen."""
    made = world(replace(PLAIN, targets=FLOOR), months("T2-2024", 94999999, 100000000))

    assert "avståndet 0,000001 procentenheter" in said(made)

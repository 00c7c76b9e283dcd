"""Control charts: published limits, each signal, what it means and what can be counted on."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulfilment.references import close, decimal, rows_of
from rapport.domain.plan import Better
from rapport.domain.variation import Assurance, ControlSeries, Signal, Variation
from rapport.fulfilment.p_chart import p_limits
from rapport.fulfilment.xmr import limits, xmr

MONTGOMERY = "310 288 297 298 307 303 294 297 308 306 294 299 297 299 314 295 293 306 301 304"
"""Montgomery's costs of processing loans, the first twenty weeks."""

DIRECTIONS = {"increase": Better.HIGHER, "decrease": Better.LOWER, "neutral": Better.NEITHER}
SIGNALS = {
    "Common Cause": None,
    "Above UCL": Signal.ABOVE,
    "Below LCL": Signal.BELOW,
    "7 Point Trend (Increasing)": Signal.RISING,
    "7 Point Trend (Decreasing)": Signal.FALLING,
    "2 in 3 Above CL": Signal.TWO_OF_THREE_ABOVE,
    "2 in 3 Below CL": Signal.TWO_OF_THREE_BELOW,
    "7 Points Above CL": Signal.SHIFT_ABOVE,
    "7 Points Below CL": Signal.SHIFT_BELOW,
}
VARIATIONS = {
    "common_cause": Variation.CHANCE,
    "special_cause_improvement": Variation.BETTER,
    "special_cause_concern": Variation.WORSE,
    "special_cause_neutral_high": Variation.HIGHER,
    "special_cause_neutral_low": Variation.LOWER,
}
ASSURANCES = {
    "consistent_pass": Assurance.ALWAYS,
    "consistent_fail": Assurance.NEVER,
    "inconsistent": Assurance.SOMETIMES,
    "NA": None,
}


def numbers(text: str) -> list[Decimal]:
    """Figures with spaces between."""
    return [Decimal(one) for one in text.split()]


def judged(text: str, better: Better = Better.HIGHER, target: str = "") -> ControlSeries:
    """A series that is not empty, with or without a target."""
    found = xmr(numbers(text), better, Decimal(target) if target else None)
    assert found is not None
    return found


def test_montgomerys_limits() -> None:
    """300,5 with limits 279,78 and 321,22 (Introduction to Statistical Quality Control, 6.5)."""
    found = limits(numbers(MONTGOMERY), screen=False)

    assert ("300.5", "279.78", "321.22") == (
        f"{found.centre}",
        f"{found.low:.2f}",
        f"{found.high:.2f}",
    )


def test_large_moving_range_is_left_out_once() -> None:
    """One leap does not widen the limits for all the others."""
    leap = numbers("10 11 10 11 10 11 10 11 10 30 10 11 10 11")

    assert limits(leap).high < limits(leap, screen=False).high
    assert Decimal("2.66") == (limits(leap).high - limits(leap).centre).quantize(Decimal("0.01"))


CALM = "10 12 10 12 10 12 10 12 10 12 10 12"
ONLY_RISING = "8 0 8 0 8 0 8 0 8 0 1 2 3 4 5 6"


@pytest.mark.parametrize(
    "series, signal",
    [
        (CALM, None),
        (f"{CALM} 40", Signal.ABOVE),
        (f"{CALM} -20", Signal.BELOW),
        (ONLY_RISING, Signal.RISING),
        ("0 8 0 8 0 8 0 8 0 8 7 6 5 4 3 2", Signal.FALLING),
        ("4 6 4 6 4 6 4 6 4 6 4 6 4 6 6 9.6 9.7", Signal.TWO_OF_THREE_ABOVE),
        ("6 4 6 4 6 4 6 4 6 4 6 4 6 4 4 0.4 0.3", Signal.TWO_OF_THREE_BELOW),
        ("1 4 1 4 1 4 1 4 4 5 4 5 4 5 4", Signal.SHIFT_ABOVE),
        ("9 6 9 6 9 6 9 6 6 5 6 5 6 5 6", Signal.SHIFT_BELOW),
    ],
)
def test_last_point_has_the_weightiest_signal(series: str, signal: Signal | None) -> None:
    """Limits come before trends, trends before two of three, and those before shifts."""
    assert signal == judged(series).last.signal


def test_signal_flags_the_whole_run() -> None:
    """All seven points of a trend are flagged, also the first."""
    signals = [point.signal for point in judged(ONLY_RISING).points]

    assert [None] * 9 + [Signal.RISING] * 7 == signals


@pytest.mark.parametrize(
    "better, variation",
    [
        (Better.HIGHER, Variation.BETTER),
        (Better.LOWER, Variation.WORSE),
        (Better.NEITHER, Variation.HIGHER),
    ],
)
def test_what_a_rise_means_depends_on_the_direction(better: Better, variation: Variation) -> None:
    """The plan says which way is better."""
    assert variation == judged(ONLY_RISING, better).last.variation


@pytest.mark.parametrize(
    "better, target, assurance",
    [
        (Better.HIGHER, "30", Assurance.NEVER),
        (Better.HIGHER, "1", Assurance.ALWAYS),
        (Better.HIGHER, "11", Assurance.SOMETIMES),
        (Better.LOWER, "30", Assurance.ALWAYS),
        (Better.LOWER, "1", Assurance.NEVER),
        (Better.LOWER, "", None),
        (Better.NEITHER, "30", None),
    ],
)
def test_what_can_be_counted_on(better: Better, target: str, assurance: Assurance | None) -> None:
    """A target beyond the limits is reached always or never; between them sometimes."""
    assert assurance == judged(CALM, better, target).assurance


def test_fewer_than_thirteen_points_are_preliminary() -> None:
    """Also when the limits are fixed from fewer."""
    thirteen = numbers(f"{CALM} 11")
    full, fixed = xmr(thirteen, Better.HIGHER), xmr(thirteen, Better.HIGHER, fixed=12)

    assert judged(CALM).preliminary
    assert full is not None
    assert not full.preliminary
    assert fixed is not None
    assert fixed.preliminary


def test_rebase_gives_new_limits_after_a_known_change() -> None:
    """Each part has its own centre."""
    found = xmr(numbers("10 12 10 12 20 22 20 22"), Better.HIGHER, rebase=[4])

    assert found is not None
    assert [Decimal(11)] * 4 + [Decimal(21)] * 4 == [p.limits.centre for p in found.points]


def test_empty_series_is_nothing() -> None:
    """There is no chart without a point."""
    assert xmr([], Better.HIGHER) is None


def test_single_point_and_even_series_have_no_signal() -> None:
    """Nothing moves, so nothing is more than chance."""
    assert [None] == [p.signal for p in judged("5").points]
    assert [None] * 14 == [p.signal for p in judged("5 " * 14).points]


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=40))
def test_mirrored_series_has_mirrored_meaning(values: list[int]) -> None:
    """Turning the axis upside down and the direction with it changes no verdict."""
    up = xmr([Decimal(v) for v in values], Better.HIGHER, Decimal(3))
    down = xmr([Decimal(-v) for v in values], Better.LOWER, Decimal(-3))

    assert up is not None
    assert down is not None
    assert [p.variation for p in up.points] == [p.variation for p in down.points]
    assert up.assurance == down.assurance


def test_every_limit_and_point_agrees_with_the_nhs() -> None:
    """Mean, limits, signal and meaning of every point, and what can be counted on."""
    series: dict[str, list[dict[str, str]]] = {}
    for row in rows_of("xmr_nhs.csv"):
        series.setdefault(row["series"], []).append(row)
    wrong: list[str] = []
    for name, rows in series.items():
        first = rows[0]
        found = xmr(
            [Decimal(row["y"]) for row in rows],
            DIRECTIONS[first["direction"]],
            None if first["target"] == "NA" else Decimal(first["target"]),
            fixed=None if first["fix"] == "NA" else int(first["fix"]),
            rebase=() if first["rebase_at"] == "NA" else (int(first["rebase_at"]) - 1,),
            screen=first["screen"] == "TRUE",
        )
        assert found is not None
        wrong += [name] if found.assurance != ASSURANCES[first["assurance"]] else []
        for row, point in zip(rows, found.points, strict=True):
            within = point.limits
            same = (
                close(Decimal(row["mean"]), within.centre, "1e-9")
                and close(Decimal(row["lpl"]), within.low, "1e-9")
                and close(Decimal(row["upl"]), within.high, "1e-9")
                and SIGNALS[row["special_cause"]] == point.signal
                and VARIATIONS[row["point_type"]] == point.variation
            )
            wrong += [] if same else [f"{name} {row['i']}"]

    assert [] == wrong
    assert len(series) >= 56


def test_montgomerys_p_chart() -> None:
    """Every limit of the textbook's chart of unequal samples (7.4)."""
    data, answers = rows_of("montgomery_p_data.csv"), rows_of("montgomery_p.csv")
    share, around = p_limits(
        [Decimal(row["count"]) for row in data], [Decimal(row["size"]) for row in data]
    )

    assert close(decimal(answers[0]["cl"]), share, "1e-9")
    for answer, limit in zip(answers, around, strict=True):
        assert close(decimal(answer["lcl"]), limit.low, "1e-9")
        assert close(decimal(answer["ucl"]), limit.high, "1e-9")


def test_p_limits_never_leave_none_and_all() -> None:
    """12 of 100, 8 of 80 and 0 of 2: the small sample could be anything from none up."""
    share, around = p_limits(numbers("12 8 0"), numbers("100 80 2"))

    assert "0.1099" == f"{share:.4f}"
    assert (Decimal(0), "0.7733") == (around[2].low, f"{around[2].high:.4f}")

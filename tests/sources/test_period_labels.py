"""The labels of periods in exports and plans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.period import OccasionKind, Period
from rapport.sources.period_labels import read_occasions, read_period_label

LABELS = {
    "T2-2024": "T2-2024",
    "2024T2": "T2-2024",
    "2024 T2": "T2-2024",
    "T2 2024": "T2-2024",
    "tertial 2 2024": "T2-2024",
    "DÅ08-2024": "ACK08-2024",
    "D 08 2024": "ACK08-2024",
    "delår augusti 2024": "ACK08-2024",
    "delårsrapport per augusti 2024": "ACK08-2024",
    "jan–aug 2024": "ACK08-2024",
    "januari - augusti 2024": "ACK08-2024",
    "ack aug 2024": "ACK08-2024",
    "t.o.m. aug 2024": "ACK08-2024",
    "tom T2 2021": "ACK08-2021",
    "tom T1 2024": "T1-2024",
    "t o m augusti 2024": "ACK08-2024",
    "ack. aug 2024": "ACK08-2024",
    "tertial 2, 2024": "T2-2024",
    "T2 -24": "T2-2024",
    "2024 Kv3": "K3-2024",
    "jan–aug -24": "ACK08-2024",
    "ÅR-2024": "AR-2024",
    "helår 2024": "AR-2024",
    "2024": "AR-2024",
    "2024-08": "2024-08",
    "2024-8": "2024-08",
    "2024-08-01": "2024-08",
    "202408": "2024-08",
    "aug-24": "2024-08",
    "Augusti\u00a02024": "2024-08",
    "Kv 3 2024": "K3-2024",
    "Kv3-2024": "K3-2024",
    "kvartal 3 2024": "K3-2024",
    "Q3 2024": "K3-2024",
    "2024Q3": "K3-2024",
    "H1 2024": "H1-2024",
    "halvår 2 2024": "H2-2024",
    "R12 2024-08": "R12-2024-08",
    "R12 aug 2024": "R12-2024-08",
    "sep 2023–aug 2024": "R12-2024-08",
    "okt 2023 - mar 2024": "2023-10--2024-03",
}


@pytest.mark.parametrize("label,period", LABELS.items())
def test_a_label_is_understood(label: str, period: str) -> None:
    """The label means the period that its canonical form names."""
    assert period == str(read_period_label(label))


@pytest.mark.parametrize(
    "label,reason",
    [
        ("v 35 2024", "är en vecka"),
        ("2024-W35", "är en vecka"),
        ("vecka 35", "är en vecka"),
        ("T4-2024", "T4 finns inte: T har nummer 1–3"),
        ("2024-13", "M13 finns inte: M har nummer 1–12"),
        ("DÅ08", "årtal saknas"),
        ("augusti", "årtal saknas"),
        ("dec-jan 2024", "slutar före sin början"),
        ("delår 2 2024", "kan vara delårets nummer eller en månad"),
        ("45505", "är ingen känd period"),
        ("2024-08-15", "är ingen känd period"),
        ("", "är ingen känd period"),
    ],
)
def test_a_label_that_is_no_period_is_refused_with_the_reason(label: str, reason: str) -> None:
    """The message says what is wrong and gives examples of what to write."""
    with pytest.raises(ValueError, match=reason) as refused:
        read_period_label(label)
    assert "Skriv till exempel T2-2024" in str(refused.value)


def test_a_label_without_year_takes_the_given_year() -> None:
    """A column "aug" in a sheet for 2024 is August 2024."""
    assert Period.month(2024, 8) == read_period_label("aug", 2024)


@given(st.integers(1900 * 12, 2199 * 12 + 11), st.integers(0, 40))
def test_every_canonical_name_reads_back(first: int, more: int) -> None:
    """What ``str`` writes for a period is read as that period."""
    period = Period(first, first + more)
    assert period == read_period_label(str(period))


@pytest.mark.parametrize(
    "text",
    [
        "DÅ 04,08 ÅR",
        "DÅ 04, 08, ÅR",
        "DÅ 04, 08 ÅR",
        "DÅ 04,08, ÅR",
        "D 04, 08, ÅR",
        "DÅ04, 08, ÅR",
    ],
)
def test_the_plans_six_spellings_mean_the_same(text: str) -> None:
    """Interim reports in April and August and the annual report: T1, T2 and ÅR."""
    assert (OccasionKind.T1, OccasionKind.T2, OccasionKind.YEAR) == read_occasions(text)


@pytest.mark.parametrize("text", ["DÅ 05", "DÅ", "", "DÅ 04, hösten"])
def test_an_unknown_occasion_is_refused(text: str) -> None:
    """The message shows how to write occasions."""
    with pytest.raises(ValueError, match="Skriv till exempel DÅ 04, 08, ÅR"):
        read_occasions(text)

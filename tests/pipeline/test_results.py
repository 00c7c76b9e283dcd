"""``resultat.json`` and ``resultat.csv``: the contract's columns, words and rules."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from rapport.domain.quantity import State
from rapport.render.result_files import result_row, results_csv, results_json
from regions import MINI, BuiltRegion, prepared

CONTRACT = [
    "period", "plan", "indikator", "namn", "organisation", "uppdelning", "enhet", "ingangsvarde",
    "ingangsvarde_period", "utfall", "utfall_period", "taljare", "namnare", "mal", "mal_villkor",
    "avvikelse", "bedomning", "beslutad_bedomning", "beslut_skal", "trend", "prognos",
    "prognos_metod", "tillstand", "forklaring", "kalla", "exempeldata",
]  # fmt: skip
FIGURES = ("ingangsvarde", "utfall", "taljare", "namnare", "mal", "avvikelse", "prognos")
WORDS = {
    "bedomning": {"uppfyllt", "delvis", "ej_uppfyllt", "ej_bedombart", ""},
    "beslutad_bedomning": {"uppfyllt", "delvis", "ej_uppfyllt", "ej_bedombart", ""},
    "trend": {"battre", "oforandrat", "samre", ""},
    "tillstand": {"matt", "ej_matt", "ej_aktuell_period", "ej_bedombar", "sekretess", "okand"},
}
STYRMATT = {
    "digitalen-slutforda-arenden": ["T"],
    "kontakt-samma-dag": ["T"],
    "medicinsk-bedomning-3-dagar": ["T", "K", "M"],
    "fraga-om-vald": ["T", "K", "M"],
    "samtal-levnadsvanor": ["T", "K", "M"],
    "digitala-vardbesok": ["T", "besokstyp=nybesok", "besokstyp=aterbesok"],
    "akutbesok-80-plus": ["T", "K", "M"],
    "palliativ-behandlingsstrategi": ["T", "K", "M"],
    "utskrivningsklara": ["T", "K", "M"],
    "oplanerade-aterinskrivningar": ["T", "K", "M"],
    "antibiotikarecept": ["T", "K", "M"],
    "lakemedelsberattelse": ["T", "K", "M"],
}
MATBARA_MAL = {"lakemedelsberattelse-minst-5", "antibiotikarecept", "lakemedelskostnad-mot-riket"}


def rows_of(region: BuiltRegion) -> list[dict[str, str]]:
    """The rows of the CSV."""
    return list(csv.DictReader(io.StringIO(region.read("resultat.csv").decode())))


def test_the_columns_are_those_of_the_contract(built_mini: BuiltRegion) -> None:
    """Exactly these, in this order, in both files."""
    (first, *_) = built_mini.read("resultat.csv").decode().splitlines()
    rows = json.loads(built_mini.read("resultat.json"))
    assert (CONTRACT, [CONTRACT] * len(rows)) == (first.split(","), [list(row) for row in rows])


@pytest.mark.parametrize("column", WORDS)
def test_only_the_contracts_words_are_used(column: str, sample_region: BuiltRegion) -> None:
    """Verdicts, decided verdicts, trend and state come from closed lists."""
    assert set() == {row[column] for row in rows_of(sample_region)} - WORDS[column]


def test_the_csv_says_the_same_as_the_json(sample_region: BuiltRegion) -> None:
    """Every cell: figures equal as numbers to ten digits, texts equal as they stand."""
    shown = rows_of(sample_region)
    data = json.loads(sample_region.read("resultat.json"))
    assert len(data) == len(shown)
    for row, told in zip(shown, data, strict=True):
        for name in CONTRACT:
            assert _as_read(name, row[name]) == _as_told(name, told[name])


def _as_read(name: str, cell: str) -> object:
    if name in FIGURES:
        return float(cell) if cell else None
    return cell.removeprefix("'")


def _as_told(name: str, value: object) -> object:
    if name == "exempeldata":
        return "ja" if value else "nej"
    return float(value) if name in FIGURES and isinstance(value, int | float) else value


@pytest.mark.parametrize("measure", STYRMATT)
def test_every_measure_of_the_operational_plan_has_its_rows(
    measure: str, sample_region: BuiltRegion
) -> None:
    """The twelve styrmått with women and men, or the visits by type, for the whole region."""
    found = [
        row["uppdelning"]
        for row in rows_of(sample_region)
        if (row["plan"], row["indikator"], row["organisation"])
        == ("hsn-2023-2025", measure, "norrbotten")
    ]
    assert STYRMATT[measure] == [cell for cell in found if cell in STYRMATT[measure]]


def test_the_measures_of_the_action_plan_are_there(sample_region: BuiltRegion) -> None:
    """The measurable goals stand beside the styrmått, with their own plan."""
    found = {
        row["indikator"]
        for row in rows_of(sample_region)
        if row["plan"] == "handlingsplan-lakemedel-2024"
    }
    assert found >= MATBARA_MAL


def test_a_row_is_found_by_plan_measure_organisation_and_breakdown(
    sample_region: BuiltRegion,
) -> None:
    """No key stands twice."""
    keys = [
        (row["plan"], row["indikator"], row["organisation"], row["uppdelning"])
        for row in rows_of(sample_region)
    ]
    assert len(set(keys)) == len(keys)


def test_a_suppressed_row_states_nothing(built_mini: BuiltRegion) -> None:
    """Women and men of a small unit, and of the other unit that would give them away."""
    hidden = [row for row in rows_of(built_mini) if row["tillstand"] == "sekretess"]
    assert [("norr", "K"), ("norr", "M"), ("soder", "K"), ("soder", "M")] == [
        (row["organisation"], row["uppdelning"]) for row in hidden
    ]
    empty = ("utfall", "taljare", "namnare", "avvikelse", "bedomning", "trend", "prognos", "kalla")
    assert {""} == {row[name] for row in hidden for name in empty}


def test_a_figure_is_its_sum_over_its_denominator(sample_region: BuiltRegion) -> None:
    """Shares in percent are computed from the sums that stand beside them, unrounded."""
    shares = [
        row
        for row in rows_of(sample_region)
        if row["enhet"] == "procent" and row["namnare"] and row["utfall"]
    ]
    assert len(shares) > 50
    for row in shares:
        computed = 100 * Decimal(row["taljare"]) / Decimal(row["namnare"])
        assert abs(computed - Decimal(row["utfall"])) < Decimal("1e-9")


def test_a_measured_figure_names_its_source(sample_region: BuiltRegion) -> None:
    """File and cell, so that anyone can check."""
    measured = [row for row in rows_of(sample_region) if row["tillstand"] == "matt"]
    assert [] == [row["indikator"] for row in measured if not row["kalla"]]


def test_what_is_not_measured_has_no_figure(sample_region: BuiltRegion) -> None:
    """Only a measured outcome has a number; the others are empty, never zero."""
    without = {"ej_matt", "ej_aktuell_period", "sekretess", "okand"}
    stated = [row["utfall"] for row in rows_of(sample_region) if row["tillstand"] in without]
    assert {""} == set(stated)


def test_example_figures_are_marked(built_mini: BuiltRegion) -> None:
    """Every row with a figure of the region's example data says so."""
    assert {"ja"} == {row["exempeldata"] for row in rows_of(built_mini) if row["utfall"]}


@cache
def _row() -> dict[str, str]:
    facts = prepared(MINI, reports=("aterrapportering",))[0].facts
    assessment = facts.headline(facts.plan("vardplan-2023-2025"), next(facts.plans[0].indicators))
    return result_row(assessment)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_text_that_a_spreadsheet_would_run_is_prefixed(start: str) -> None:
    """An apostrophe in the CSV's text cells; the JSON keeps the text as it is."""
    row = {**_row(), "namn": f"{start}1+1", "avvikelse": "-1.5"}
    (read,) = csv.DictReader(io.StringIO(results_csv([row]).decode(), newline=""))
    (told,) = json.loads(results_json([row]))
    assert (f"'{start}1+1", "-1.5") == (read["namn"], read["avvikelse"])
    assert (f"{start}1+1", -1.5) == (told["namn"], told["avvikelse"])


def test_a_hidden_outcome_hides_all_that_follows_from_it() -> None:
    """Whatever an assessment holds, a suppressed outcome gives no figure away."""
    facts = prepared(MINI, reports=("aterrapportering",))[0].facts
    plan = facts.plan("vardplan-2023-2025")
    for indicator in plan.indicators:
        for assessment in facts.assessments[plan.id, indicator.id]:
            outcome = replace(assessment.outcome, state=State.SUPPRESSED)
            row = result_row(replace(assessment, outcome=outcome))
            shown = [row[name] for name in ("utfall", "taljare", "namnare", "avvikelse", "trend")]
            assert (["", "", "", "", ""], "sekretess") == (shown, row["tillstand"])


def test_figures_have_no_exponent_and_no_needless_zeros(sample_region: BuiltRegion) -> None:
    """Decimal point, at most ten decimals, nothing that a program reads as text."""
    cells = [row[name] for row in rows_of(sample_region) for name in FIGURES if row[name]]
    odd = [cell for cell in cells if "E" in cell or "," in cell or cell.endswith(("0.", "."))]
    assert [] == odd
    assert [] == [cell for cell in cells if "." in cell and cell.endswith("0")]

"""Numbers typed by hand: which of them claim something, and how they are read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.problem import Location
from rapport.domain.quantity import Unit
from rapport.report.claims.typed_numbers import typed_numbers
from rapport.report.claims.written import Written
from rapport.swedish.numbers import with_unit


def written(markdown: str) -> Written:
    """A text that begins on the sixth line of its file."""
    place = Location("data/texter/T2-2024/ekonomi.md", 6)
    source = NarrativeText("ekonomi", markdown, TextStatus.DRAFT, "", place, first_line=6)
    return Written(source)


def found(markdown: str) -> list[tuple[str, Unit | None]]:
    """The numbers of a text with their units."""
    return [(str(each.value), each.unit) for each in typed_numbers(written(markdown))]


CLAIMS = {
    "Andelen är 91,9 %.": [("91.9", Unit.PERCENT)],
    "Andelen är 91,9\u00a0%.": [("91.9", Unit.PERCENT)],
    "Den steg med 0,7 procentenheter.": [("0.7", Unit.PERCENTAGE_POINTS)],
    "Från 8,5 till 8,9 procent.": [("8.5", Unit.PERCENT), ("8.9", Unit.PERCENT)],
    "Mellan 8–9 %.": [("8", Unit.PERCENT), ("9", Unit.PERCENT)],
    "Det kostade 1 234 567 kr.": [("1234567", Unit.KRONOR)],
    "Budgeten är 1,6 mkr.": [("1.6", Unit.MILLION_KRONOR)],
    "Budgeten är 1,6 miljoner kronor.": [("1.6", Unit.MILLION_KRONOR)],
    "Underskottet är −2,5 mdkr.": [("-2.5", Unit.BILLION_KRONOR)],
    "Totalt 75 tkr.": [("75", Unit.THOUSAND_KRONOR)],
    "Kostnaden är 264 kr per invånare.": [("264", Unit.KRONOR_PER_INHABITANT)],
    "Det var 248 recept per 1 000 invånare.": [("248", Unit.PER_THOUSAND)],
    "Väntan är 2,9 dagar.": [("2.9", Unit.DAYS)],
    "Vi tog emot 30 080 ärenden.": [("30080", None)],
    "Det gäller 1,4 miljoner besök.": [("1400000.0", Unit.COUNT)],
    "Av 28 772 av 31 240 möjliga.": [("28772", None)],
}


@pytest.mark.parametrize("markdown", CLAIMS)
def test_a_number_is_read_with_its_unit(markdown: str) -> None:
    """Thousands, decimals, sign and the unit after it, also when two numbers share the unit."""
    assert CLAIMS[markdown] == found(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "Under 2024 och åren 2023–2025 fortsätter arbetet.",
        "Mötet den 31 augusti och den 6–7 september, klockan 12:30.",
        "Daterat 2024-09-06, dnr LGVERK-4-1715 och § 14.",
        "Personer 75 år och äldre, 18+ och barn 0–6 år samt 5-åringar.",
        "Väntetid inom 30 dagar och T2 liksom K3.",
        "Ring 1177 eller 112. Se figur 12, sidan 34 och tabell 7.",
        "Uppdrag 10 och aktivitet 12 gäller covid-19 och Agenda 2030.",
        "Vi höll 3 möten på 4 orter, tolv av dem digitalt.",
        'Utfallet är {{ utfall("matt-12", kön="K", period="T1-2023") }}.',
        "Läs mer hos [regionen](https://example.org/sida/4711/98).",
        "1. Första punkten\n2. Andra punkten\n\n## 12 steg",
    ],
)
def test_what_names_a_time_a_place_or_an_age_is_no_claim(markdown: str) -> None:
    """Years, dates, ages, references, telephone numbers, single digits and bound numbers."""
    numbers = [value for value, _ in found(markdown) if value != "12" or "steg" not in markdown]
    assert [] == numbers


def test_x_of_y_is_one_claim_with_its_total() -> None:
    """Numerator and denominator belong together."""
    [number] = typed_numbers(written("Det gäller 95 av 640 patienter."))
    assert number.total
    assert (Decimal(95), Decimal(640), "95 av 640") == (
        number.value,
        number.total.value,
        number.text,
    )


@given(
    st.decimals(min_value=-99999, max_value=99999, places=1),
    st.sampled_from(
        [Unit.PERCENT, Unit.PERCENTAGE_POINTS, Unit.KRONOR, Unit.MILLION_KRONOR, Unit.DAYS]
    ),
)
def test_what_the_report_prints_is_read_back(value: Decimal, unit: Unit) -> None:
    """A number in the report's own form is the same number with the same unit."""
    text = f"Det är {with_unit(value, 1, unit)} nu."
    [number] = typed_numbers(written(text))
    assert (value + 0, unit) == (number.value + 0, number.unit)


def test_a_finding_stands_where_it_was_typed() -> None:
    """Line and column are those of the file, after expressions over several lines too."""
    text = written('Första raden.\n{{ utfall(\n"matt") }} och **12,5 %** nu.')
    [number] = typed_numbers(text)
    place = text.problem(number.start, number.end, "kod", "Text.").location
    assert (8, 18, '"matt") }} och **12,5 %** nu.') == (place.line, place.column, place.excerpt)


def test_sentences_end_where_a_reader_ends_them() -> None:
    """Abbreviations do not end a sentence; list items, headings and paragraphs do."""
    text = "Bl.a. psykiatrin, t.ex. Piteå, har 9,1 %. Nästa mening\n\n- Punkt ett\n- Punkt två"
    expected = [
        "Bl.a. psykiatrin, t.ex. Piteå, har 9,1 %.",
        "Nästa mening",
        "Punkt ett",
        "Punkt två",
    ]
    assert expected == [sentence.text.strip() for sentence in written(text).sentences]


def test_an_endless_sentence_is_cut() -> None:
    """No text makes the check slow: a sentence of ten thousand words is checked in pieces."""
    text = written("ord 12,5 % " * 2_000)
    longest = max(len(sentence.text) for sentence in text.sentences)
    assert (True, 2_000) == (longest <= 1_000, len(typed_numbers(text)))

"""The check of claims on the small region: what is said of true, false and unclear sentences."""

from __future__ import annotations

import re

import pytest

from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.problem import Location, Problem
from rapport.render.narrative import narrate
from rapport.report.blocks import Paragraph
from rapport.report.bound_numbers import BoundNumbers
from rapport.report.claims.check import check_claims
from rapport.report.claims.known_figures import KnownFigure
from rapport.report.inline import Text
from report.claim_catalogue import basis

RETURN, VIOLENCE, COST = "analys.aterinskrivning", "analys.fraga-om-vald", "analys.kostnad"
TALKS, INDEX, VISITS = "analys.samtal", "analys.upplevelse", "analys.digitala-besok"
FACTOR, SUMMARY, MONEY = "faktor.sammanhallen-vard", "sammanfattning", "ekonomi"
WRONG, DIRECTION, BINDABLE = "påstående-stämmer-inte", "riktning-stämmer-inte", "kan-bindas"
UNCHECKED, MAGNITUDE = "okontrollerat-tal", "fel-storleksordning"


def written(key: str, markdown: str) -> NarrativeText:
    """A text of the region."""
    place = Location(f"data/texter/T2-2024/{key}.md", 6)
    return NarrativeText(key, markdown, TextStatus.DRAFT, "", place, first_line=6)


def problems(key: str, markdown: str) -> tuple[Problem, ...]:
    """What the check says of a text."""
    return check_claims((written(key, markdown),), basis(), None)


def codes(key: str, markdown: str) -> list[str]:
    """The codes of what the check says."""
    return [problem.code for problem in problems(key, markdown)]


FIGURES = [
    (RETURN, "Utfallet för kvinnor är 14,8 %.", [BINDABLE]),
    (RETURN, "Utfallet för kvinnor är 15 procent.", [BINDABLE]),
    (RETURN, "Utfallet för kvinnor är 24,8 %.", [WRONG]),
    (RETURN, "Av kvinnorna skrevs 15,2 % in igen.", [WRONG]),
    (RETURN, "Av kvinnorna skrevs 18,4 % in igen.", [WRONG]),
    (RETURN, "Av kvinnorna skrevs 21,4 % in igen.", [UNCHECKED]),
    (RETURN, "Målet för män är 16,5 %.", [BINDABLE]),
    (RETURN, "Målet för män är 16,0 %.", [WRONG]),
    (RETURN, "Målet 2025 för män är 16,0 %.", []),
    (RETURN, "Totalt skrevs 192 av 1 180 in igen.", [BINDABLE]),
    (RETURN, "Totalt skrevs 129 av 1 180 in igen.", [WRONG]),
    (RETURN, "Skillnaden mellan kvinnor och män är 3,1 procentenheter.", [BINDABLE]),
    (RETURN, "Av kvinnorna skrevs 15,2 % in igen enligt Kolada.", []),
    (RETURN, "I Division Norr skrevs 15,3 % in igen.", [UNCHECKED]),
    (RETURN, "Under första tertialet skrevs 15,3 % av kvinnorna in igen.", [UNCHECKED]),
    (RETURN, "Av kvinnorna skrevs omkring 15 % in igen.", [BINDABLE]),
    (RETURN, "Av kvinnorna skrevs drygt 15 % in igen.", [WRONG]),
    (VIOLENCE, "Frågan ställdes till 1 298 patienter.", [BINDABLE]),
    (VIOLENCE, "Frågan ställdes till 1 289 patienter.", [WRONG]),
    (VIOLENCE, "Frågan ställdes till 1 300 patienter.", [BINDABLE]),
    (VIOLENCE, "Vi har utbildat 45 medarbetare.", [UNCHECKED]),
    (COST, "Kostnaden är 347 kronor per invånare.", [BINDABLE]),
    (COST, "Kostnaden är 374 kronor per invånare.", [WRONG]),
    (INDEX, "Utfallet är 76.", [BINDABLE]),
    (INDEX, "Utfallet är 67.", [WRONG]),
    (VISITS, "Av nybesöken var 12,0 % digitala.", [BINDABLE]),
    (FACTOR, "Antibiotikarecepten var 79,0 per 1 000 invånare.", [BINDABLE]),
    (FACTOR, "Återinskrivningen är 15,2 % för kvinnor.", [WRONG]),
    (SUMMARY, "Återinskrivningen är 15,2 % för kvinnor.", [WRONG]),
    (SUMMARY, "Av enkäten framgår att 15,2 % är nöjda.", [UNCHECKED]),
    (SUMMARY, "Budgeten är 1,5 mnkr och 95 % av den är använd.", [UNCHECKED]),
    (SUMMARY, "Tre av fyra orter har 2024 fått team för patienter 75 år och äldre.", []),
]


@pytest.mark.parametrize("key, markdown, expected", FIGURES)
def test_a_typed_number_is_held_against_the_figures(
    key: str, markdown: str, expected: list[str]
) -> None:
    """Equal can be bound, near or named wrongly contradicts, anything else is left to people."""
    assert expected == codes(key, markdown)


DIRECTIONS = [
    (COST, "Kostnaden ökade mot samma period i fjol.", False),
    (COST, "Kostnaden minskade mot samma period i fjol.", True),
    (COST, "Kostnaden minskade inte mot samma period i fjol.", False),
    (COST, "Kostnaden är lägre än i fjol.", True),
    (COST, "Kostnaden ska minska, och den minskade 2022.", False),
    (COST, "Resultatet har förbättrats.", True),
    (COST, "Resultatet har försämrats.", False),
    (COST, "Utfallet når målet.", True),
    (COST, "Utfallet når inte målet.", False),
    (COST, "Utfallet når snart målet.", False),
    (COST, "Om åtgärderna lyckas når utfallet målet.", False),
    (RETURN, "Utfallet för kvinnor når målet.", False),
    (RETURN, "Utfallet för kvinnor når inte målet.", True),
    (RETURN, "Utfallet för män når målet.", True),
    (RETURN, "Andelen minskar.", False),
    (RETURN, "Andelen ökar.", True),
    (RETURN, "Andelen ökar i Division Norr.", False),
    (RETURN, "Andelen ökar för kvinnor men inte för män.", False),
    (RETURN, "Antalet hembesök ökar.", False),
    (RETURN, "Medarbetarnas arbetsmiljö har blivit sämre.", False),
    (TALKS, "Andelen minskade sedan planperiodens början.", False),
    (INDEX, "Utfallet når målet.", False),
    (SUMMARY, "Antibiotikarecepten ökade mot samma period i fjol.", True),
    (SUMMARY, "Antibiotikarecepten minskade mot samma period i fjol.", False),
    (SUMMARY, "Andelen ökar och resultatet når målet.", False),
]


@pytest.mark.parametrize("key, markdown, contradicted", DIRECTIONS)
def test_a_word_of_direction_is_held_against_the_figures(
    key: str, markdown: str, *, contradicted: bool
) -> None:
    """Only a plain statement about one measure that the figures deny is a finding."""
    assert ([DIRECTION] if contradicted else []) == codes(key, markdown)


MAGNITUDES = [
    ("Medlen är enligt SKR 1,4 mkr, en ökning med 529 mkr.", ["orimlig-ökning"]),
    ("Medlen är enligt SKR 1,4 mdkr, en ökning med 529 mkr.", []),
    ("Medlen ökade enligt SKR med 529 mkr till 1,4 mkr.", ["orimlig-ökning"]),
    ("Medlen ökade enligt SKR från 1,4 mkr med 529 mkr.", []),
    ("Enligt SKR minskade medlen till 1,4 mkr, en minskning med 529 mkr.", []),
    ("Enligt Kolada är värdet 12 %, en ökning med 15 procentenheter.", ["orimlig-ökning"]),
    ("Budgeten är 1,5 mnkr.", []),
    ("Budgeten är 1,5 tkr.", [MAGNITUDE]),
    ("Budgeten är 1 500 mnkr.", [MAGNITUDE]),
    ("Budgeten är 1 500 000 kr.", []),
    ("Avvikelsen är enligt bokslutet −60,3 kr av 1,5 mnkr.", [MAGNITUDE]),
    ("Enligt SKR kostade det 2,4 mkr och sedan 2,4 mdkr.", [MAGNITUDE]),
    ("Enligt SKR kostade det 61,5 kr per besök, i allt 2,4 mkr.", []),
    ("Enligt SKR fick 120 svar, varav 70 kvinnor och 40 män.", ["delar-stämmer-inte"]),
    ("Enligt SKR fick 110 svar, varav 70 kvinnor och 40 män.", []),
    ("Enligt SKR fick 120 svar, varav 70 i dag och 40 i går.", []),
    ("Enligt SKR fick 120 svar, varav 60 % kvinnor.", []),
    ("Enligt listan gäller att andelen väntande är 151 personer.", ["andel-i-antal"]),
    ("Enligt listan gäller att antalet väntande är 151 personer.", []),
    ("Andelen nöjda är enligt enkäten 104 %.", ["andel-över-hundra"]),
    ("Produktionen var enligt enkäten 104 % av målet.", []),
]


@pytest.mark.parametrize("markdown, expected", MAGNITUDES)
def test_an_impossible_magnitude_is_found(markdown: str, expected: list[str]) -> None:
    """Increases, units of money, parts and shares that cannot be; and none that can."""
    assert expected == codes(MONEY, markdown)


@pytest.mark.parametrize(
    "markdown, expected",
    [
        ("Andelen ökade med 2,6 % mot i fjol.", ["procent-eller-procentenheter"]),
        ("Andelen ökade med 2,6 procentenheter mot i fjol.", [BINDABLE]),
        ("Andelen ökade med 28,3 % mot i fjol.", []),
    ],
)
def test_percent_and_percentage_points_are_told_apart(markdown: str, expected: list[str]) -> None:
    """A difference of shares is percentage points; a relative change is percent and right."""
    assert expected == codes(TALKS, markdown)


def bound_figures() -> list[KnownFigure]:
    """Every figure of the region that a binding prints, now, before and for each unit."""
    found: list[KnownFigure] = []
    for measure in basis().measures:
        found += basis().all_of(measure)
        found += (f for unit in ("norr", "soder") for f in basis().now(measure, unit))
    return [figure for figure in found if figure.binding is not None]


def test_every_suggested_expression_prints_the_figure() -> None:
    """What a reader is told to write gives the same number, for each figure there is."""
    held = basis()
    plans, tree = held.evaluation.plans, held.organisations
    bound = BoundNumbers(held.evaluation, plans, tree, tree.top, held.occasion)
    figures = bound_figures()
    for figure in figures:
        blocks, faults = narrate(written(SUMMARY, held.expression(figure)), bound.functions)
        assert () == faults
        [block] = blocks
        assert isinstance(block, Paragraph)
        words = "".join(part.text for part in block.content if isinstance(part, Text))
        number = re.match(r"[−\d\u00a0,]+", figure.printed)
        assert number
        assert number[0].lstrip("−").strip() in words, held.expression(figure)
    assert len(figures) > 100


def test_a_number_from_the_figures_is_never_called_a_contradiction() -> None:
    """Each outcome now, typed as printed in its own analysis, can be bound."""
    for measure in basis().measures:
        for figure in basis().now(measure):
            if figure.role == "utfallet":
                said = problems(f"analys.{measure[1].id}", f"Utfallet är {figure.printed}.")
                assert [BINDABLE] == [problem.code for problem in said], figure

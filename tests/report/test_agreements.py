"""National agreements: what is added up, what is said to be missing, and each by itself."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rapport.domain.agreement import (
    Agreement,
    AgreementAmount,
    PaymentBasis,
    Requirement,
    RequirementReport,
    RequirementStatus,
)
from rapport.domain.problem import Location, Problem, Severity
from rapport.domain.quantity import Unit
from rapport.report.agreement_figures import amount_text, in_millions, share_years, total
from rapport.report.blocks import Block, StatusCounts
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.owed import author_of, owed, tells_of_measures
from rapport.report.sections import SECTIONS
from regions import MINI, prepared
from report.reading import cells, headings, sentences, tables

NB, EM = "\u00a0", "\u2003"
MILLION, BILLION = Unit.MILLION_KRONOR, Unit.BILLION_KRONOR


def amount(
    name: str, year: int, value: str, unit: Unit = MILLION, parts: tuple[AgreementAmount, ...] = ()
) -> AgreementAmount:
    """A sum; no value where the source gives none."""
    return AgreementAmount(name, year, Decimal(value) if value else None, unit, parts=parts)


PART = amount("Till regionerna", 2018, "500")
HEALTH = Agreement(
    "halsa", "1", "Psykisk hälsa", 2017, 2020, "Stärka första linjens vård.",
    parties=("Staten", "Sveriges Kommuner och Regioner"),
    basis=PaymentBasis.PERFORMANCE,
    national=(amount("Hela", 2018, "1.4", BILLION, parts=(PART,)),),
    regional=(amount("Regionen", 2017, "11.6"), amount("Regionen", 2018, "22")),
    requirements=(
        Requirement("plan", "En plan finns.", 2018),
        Requirement("led", "Ledning finns."),
    ),
    report_back="2018-10-31",
    responsible="Vårdavdelningen",
)  # fmt: skip
CARE = Agreement(
    "vard", "2", "Kortare köer", 2018, 2018, "",
    regional=(amount("Regionen", 2018, "900", Unit.THOUSAND_KRONOR), amount("Centret", 2018, "2")),
    report_back="2030-01-31",
)  # fmt: skip
SILENT = Agreement("tyst", "3", "Goda villkor", 2018, 2018, "", regional=(amount("R", 2018, ""),))
WHOLE = Agreement(
    "hel", "4", "Förlossningsvård", 2017, 2019, "", regional=(amount("R", 0, "12.3"),)
)
NEW = Agreement("ny", "5", "Beredskap", 2018, 2018, "", is_new=True)
ALL = (HEALTH, CARE, SILENT, WHOLE, NEW)


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The small region's report with five agreements."""
    found = prepared(MINI, reports=("aterrapportering",))[0].facts
    plan = replace(found.plans[0], agreements=ALL)
    report = RequirementReport(plan.id, "halsa", "plan", RequirementStatus.MET, "Antagen i mars.")
    follow_up = replace(found.follow_up, requirement_reports=(report,))
    return replace(found, plans=(plan,), follow_up=follow_up, notes=())


def section(facts: Facts, agreements: tuple[Agreement, ...] = ALL) -> tuple[Block, ...]:
    """The section about these agreements."""
    plan = replace(facts.plans[0], agreements=agreements)
    return SECTIONS["overenskommelser"](
        replace(facts, plans=(plan,)), SectionRequest("overenskommelser")
    )


def test_only_sums_of_the_year_are_added_up() -> None:
    """22 and 0,9 and 2 for 2018; what is stated for all years belongs to none."""
    summed = total(ALL, 2018)
    assert (Decimal("24.9"), (HEALTH, CARE), (SILENT, NEW), (WHOLE,)) == (
        summed.amount, summed.counted, summed.lacking, summed.without_year
    )  # fmt: skip
    assert (2017, 2018) == share_years(ALL)


def test_parts_are_within_the_whole() -> None:
    """What stands after "varav" is not counted once more."""
    parted = replace(
        CARE, regional=(amount("Regionen", 2018, "24", parts=(amount("Varav", 2018, "7.5"),)),)
    )
    assert Decimal(24) == total((parted,), 2018).amount


def test_only_money_is_money() -> None:
    """A sum per patient is no sum of millions."""
    per_head = amount("Per patient", 2018, "3000", Unit.KRONOR_PER_INHABITANT)
    assert (None, Decimal(1400), None) == (
        in_millions(per_head),
        in_millions(HEALTH.national[0]),
        in_millions(SILENT.regional[0]),
    )
    assert (f"1,4{NB}mdkr", "belopp saknas") == (
        amount_text(HEALTH.national[0]),
        amount_text(SILENT.regional[0]),
    )


def test_the_sum_says_what_it_is_of(facts: Facts) -> None:
    """How many of the year's agreements it is of, and the numbers of those that are left out."""
    said = sentences(section(facts))
    assert (
        f"Regionens del för 2018 är 24,9{NB}mnkr. Summan avser två av fem överenskommelser som "
        "gäller 2018; belopp saknas för nummer 3 och 5, och nummer 4 har ett belopp för hela tiden."
    ) in said
    assert (
        f"Regionens del för 2017 är 11,6{NB}mnkr. Summan avser en av två överenskommelser som "
        "gäller 2017; nummer 4 har ett belopp för hela tiden."
    ) in said


def test_ongoing_and_new_stand_apart(facts: Facts) -> None:
    """Two tables with a sum each, and a heading over each group of sections."""
    said = section(facts)
    titles = ["Pågående överenskommelser", "Nya överenskommelser"]
    assert titles == [table.caption for table in tables(said)[:2]]
    assert titles == [text for text in headings(said) if text in titles]
    ongoing = cells(tables(said)[0])
    assert ["", "Summa", "", "11,6", "24,9", "", ""] == ongoing[-1]


def test_a_row_tells_amounts_requirements_and_whether_it_was_due(facts: Facts) -> None:
    """The national parts stand indented; the day of the account is past or not."""
    health, care, silent, whole, _ = cells(tables(section(facts))[0])
    assert [
        "1", "Psykisk hälsa", f"2018: 1,4{NB}mdkr\n{EM}varav 500{NB}mnkr", "11,6", "22,0",
        "1 av 2", f"31{NB}oktober 2018\npasserat",
    ] == health  # fmt: skip
    assert ["saknas", "–", "2,9", "inga krav", f"31{NB}januari 2030\nkvar"] == care[2:]
    assert ("saknas", "anges inte") == (silent[4], silent[6])
    assert (f"Förlossningsvård\nRegionens del 12,3{NB}mnkr för hela tiden", "–") == (
        whole[1],
        whole[4],
    )


def test_requirements_are_counted_with_those_nobody_reported(facts: Facts) -> None:
    """One of two is met, one has no status."""
    said = section(facts)
    (counts,) = (block for block in said if isinstance(block, StatusCounts))
    assert [(1, "uppfyllt"), (0, "delvis"), (0, "ej uppfyllda"), (1, "utan läge")] == [
        (count, word) for _, count, word in counts.items
    ]
    assert "Ett av två krav är uppfyllt." in sentences(said)[1]


def test_statuses_that_nobody_gave_are_not_called_unmet(facts: Facts) -> None:
    """Nothing reported is told as that, and asked for once for each agreement."""
    silent = replace(facts, follow_up=replace(facts.follow_up, requirement_reports=()))
    assert "Läge har inte lämnats för något av kraven." in sentences(section(silent))[1]
    asked = replace(facts.definition, sections=(SectionRequest("overenskommelser"),))
    (item,) = owed(replace(silent, definition=asked), "9 september")
    assert "Psykisk hälsa: läge saknas för två krav" == item.what


def test_amounts_have_a_column_per_year(facts: Facts) -> None:
    """The same post in two years is one row; what the source does not divide has its own column."""
    table = next(t for t in tables(section(facts)) if t.anchor == "tabell-belopp-halsa")
    assert ["Post", "Gäller", "2017", "2018"] == [column.title for column in table.columns]
    assert [
        ["Hela", "nationellt", "–", f"1,4{NB}mdkr"],
        [f"{EM}varav till regionerna", "nationellt", "–", f"500{NB}mnkr"],
        ["Regionen", "regionens del", f"11,6{NB}mnkr", f"22{NB}mnkr"],
    ] == cells(table)


def test_a_requirement_has_its_status_and_comment(facts: Facts) -> None:
    """Where nobody has reported, that is said."""
    table = next(t for t in tables(section(facts)) if t.anchor == "tabell-krav-halsa")
    assert [
        ["En plan finns.", "2018", "uppfyllt", "Antagen i mars."],
        ["Ledning finns.", "–", "läge saknas", "–"],
    ] == cells(table)


def test_what_was_printed_otherwise_is_told(facts: Facts) -> None:
    """The source's slip stands as a remark, unless a note by the amount tells it already."""
    slipped = replace(
        amount("Hela", 2018, "1.4", BILLION), printed="1,4 mkr, en ökning med 529 mkr"
    )
    noted = replace(slipped, note="Läst som miljarder.")
    same = replace(amount("Hela", 2018, "1.4"), printed="1,4 mkr")
    odd = replace(HEALTH, national=(slipped,), deviations=("Listan har ett annat namn.",))
    remarks = [
        [text for text in sentences(section(facts, (each,))) if "Avvikelser i källan" in text]
        for each in (odd, replace(odd, national=(noted,)), replace(HEALTH, national=(same,)))
    ]
    told = (
        "Avvikelser i källan. Listan har ett annat namn. Hela 2018 är tryckt "
        f'"1,4 mkr, en ökning med 529 mkr" och har lästs som 1,4{NB}mdkr.'
    )
    assert [[told], ["Avvikelser i källan. Listan har ett annat namn."], []] == remarks


def test_plans_without_agreements_say_so(facts: Facts) -> None:
    """No table without rows."""
    assert "Rapportens planer har inga nationella överenskommelser." in sentences(
        section(facts, ())
    )


def test_a_requirement_without_a_status_is_owed(facts: Facts) -> None:
    """By the office that answers for the agreement; what is reported is not."""
    asked = replace(facts.definition, sections=(SectionRequest("overenskommelser"),))
    found = list(owed(replace(facts, definition=asked), "9 september"))
    assert [("Psykisk hälsa: läge saknas för kravet ledning finns", "Vårdavdelningen", True)] == [
        (item.what, item.who, item.blocking) for item in found
    ]
    assert not tells_of_measures(replace(facts, definition=asked))
    assert tells_of_measures(facts)


@pytest.mark.parametrize(
    "key, office",
    [
        ("overenskommelse.halsa", "Vårdavdelningen"),
        ("overenskommelse.vard", "Staben"),
        ("overenskommelse.okand", "Staben"),
        ("overenskommelser", "Staben"),
        ("ekonomi", "Staben"),
    ],
)
def test_a_text_is_asked_of_the_office_it_is_about(facts: Facts, key: str, office: str) -> None:
    """What has no office of its own is asked of those who prepare the report."""
    head = replace(facts.head, prepared_by="Staben")
    changed = replace(facts, definition=replace(facts.definition, head=head))
    assert office == author_of(changed, key)


def test_an_impossible_sum_in_the_source_is_to_be_looked_at(facts: Facts) -> None:
    """The check of the plan file found it; the report lists it without stopping."""
    where = Location("data/planer/x.yaml", line=7)
    plan = replace(facts.plans[0], agreements=(replace(NEW, location=where),))
    note = Problem(where, "orimlig-ökning", "Ökningen är större än hela värdet.", Severity.NOTE)
    asked = replace(facts.definition, sections=(SectionRequest("overenskommelser"),))
    changed = replace(facts, plans=(plan,), notes=(note,), definition=asked)
    (item,) = owed(changed, "9 september")
    assert (False, True) == (item.blocking, "rad 7: Ökningen är större" in item.what)

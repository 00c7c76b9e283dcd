"""What looking at the pages found: page breaks, and what was said twice or not at all."""

from __future__ import annotations

import pytest

from rapport.report.blocks import Block, Heading, Legend, Table
from rapport.report.chart_titles import measure_title
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import plain
from rapport.report.sections import SECTIONS
from regions import REPO, prepared

HSN = "hsn-2023-2025"


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The report of the sample region that has every kind of goal and success factor."""
    return prepared(REPO, reports=("aterrapportering",))[0].facts


def section(facts: Facts, kind: str, **options: str) -> tuple[Block, ...]:
    """The blocks of a section with its options."""
    return SECTIONS[kind](facts, SectionRequest(kind, options))


def opens_page(blocks: tuple[Block, ...], title: str) -> bool:
    """Whether a heading begins a new page."""
    (found,) = [b for b in blocks if isinstance(b, Heading) and b.text == title]
    return found.new_page


def test_a_goal_without_measures_takes_no_page_of_its_own(facts: Facts) -> None:
    """Its few lines go on after the goal before it; a goal with measures opens a page."""
    blocks = section(facts, "strategiska-mal", plan=HSN)
    titles = ("Nära vård", "Långsiktigt hållbar ekonomi")
    assert (True, False) == tuple(opens_page(blocks, title) for title in titles)


def test_the_only_measure_of_a_factor_follows_the_factor(facts: Facts) -> None:
    """Measure 11 is alone in its factor; measure 8 has two more beside it."""
    blocks = section(facts, "strategiska-mal", plan=HSN)
    titles = ("Antibiotikarecept per 1 000 invånare", "Palliativ behandlingsstrategi")
    assert (False, True) == tuple(opens_page(blocks, title) for title in titles)


@pytest.mark.parametrize("kind", ["ekonomi", "riktade-uppdrag"])
def test_a_section_goes_on_where_the_report_says_so(facts: Facts, kind: str) -> None:
    """With "ny_sida: nej" the section opens no page, else it does."""
    first = [section(facts, kind)[0], section(facts, kind, ny_sida="nej")[0]]
    assert [True, False] == [each.new_page for each in first if isinstance(each, Heading)]


def test_a_measure_with_two_rows_is_said_to_count_once(facts: Facts) -> None:
    """The matrix has a row for first and one for return visits, the counts have one measure."""
    (legend,) = [b for b in section(facts, "sammanfattning") if isinstance(b, Legend)]
    assert "Mått 6 räknas en gång." in legend.remark


def test_a_unit_that_the_name_says_is_not_said_again(facts: Facts) -> None:
    """Not "Antibiotikarecept per 1 000 invånare, per 1 000 invånare"."""
    tables = [b for b in section(facts, "styrmatt-oversikt", plan=HSN) if isinstance(b, Table)]
    names = [plain(row.cells[0][0]) for table in tables for row in table.rows]
    assert "11 Antibiotikarecept per 1 000 invånare" in names


def test_a_title_begins_with_the_total_that_was_judged(facts: Facts) -> None:
    """The target is for all inhabitants; that women lie above it is said after the verdict."""
    title = measure_title(facts.assessments[HSN, "antibiotikarecept"])
    expected = (
        "Antibiotikarecept per 1 000 invånare: totalt 248 når målet; "
        "kvinnor 303 når inte målet och män 195 når målet"
    )
    assert expected == title.replace("\u00a0", " ")

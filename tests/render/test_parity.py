"""HTML, Word and PDF of whole reports say the same: word for word, figure for figure."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from rapport.domain.plan import Indicator
from rapport.render.furniture import foot_line, head_fields
from rapport.report.blocks import (
    Cover,
    Heading,
)
from rapport.report.document import Document
from rapport.swedish.numbers import number
from regions import BuiltRegion, prepared
from render.format_words import REFERENCE, words_in, words_of_page, words_of_pdf, words_of_word
from report.reading import sentences, tables

REPORTS = [
    ("built_mini", "aterrapportering"),
    ("sample_region", "aterrapportering"),
    ("sample_region", "verksamhetsrapport"),
]


@pytest.fixture(params=REPORTS, ids=" ".join)
def report(request: pytest.FixtureRequest) -> tuple[BuiltRegion, str]:
    """A built report: its region and its id."""
    region, name = request.param
    return request.getfixturevalue(region), name


def test_word_says_what_the_page_says(report: tuple[BuiltRegion, str]) -> None:
    """The same words in the same order, from the summary to the last line."""
    region, name = report
    page = words_of_page(region.read(f"{name}.html"))
    word = words_of_word(region.read(f"{name}.docx"))
    assert len(page) > 500
    assert page == word


def test_the_pdf_says_what_the_page_says(report: tuple[BuiltRegion, str]) -> None:
    """Every word as often, charts included; only furniture stands in the PDF alone."""
    region, name = report
    page = Counter(words_of_page(region.read(f"{name}.html"), charts=True))
    pdf = Counter(words_of_pdf(region.read(f"{name}.pdf")))
    document = next(each for each in region.documents if each.id == name)
    lost = {word: count for word, count in (page - pdf).items() if REFERENCE not in word}
    assert {} == lost
    furniture = _furniture(document)
    assert [] == [word for word in pdf - page if word not in furniture and not _is_page(word)]


def _furniture(document: Document) -> set[str]:
    """The words of head, foot, cover, contents, and headings that a table repeats on each page."""
    fields = [
        text for field in head_fields(document) for text in (field.label.upper(), field.value)
    ]
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    columns = [column.title for table in tables(document.blocks) for column in table.columns]
    lines = [document.running_head, foot_line(document), document.head.document_class]
    drawn = ["Sida", "U T K A S T", "•", "·", "–", "|", "Innehåll"]
    texts = [*fields, *titles, *columns, *lines, *drawn, *_cover(document)]
    return {word for text in texts for word in words_in(text)}


def _cover(document: Document) -> list[str]:
    (cover, *_) = document.blocks
    assert isinstance(cover, Cover)
    way = cover.milestones
    stations = [text for each in way.stations for text in (each.name, each.when)] if way else []
    return [*sentences([cover]), *stations, *([way.title, way.remark] if way else [])]


def _is_page(word: str) -> bool:
    return word.strip("().").isdigit()


@cache
def _measures(root: Path) -> tuple[str, dict[tuple[str, str], Indicator]]:
    """The organisation at the top of a region, and its measures by plan and id."""
    facts = [each.facts for each in prepared(root)]
    plans = {plan.id: plan for fact in facts for plan in fact.plans}
    found = {(plan.id, each.id): each for plan in plans.values() for each in plan.indicators}
    return facts[0].region.organisations.top, found


@pytest.mark.parametrize("region", ["built_mini", "sample_region"])
def test_every_outcome_of_the_region_is_printed_in_all_three(
    region: str, request: pytest.FixtureRequest
) -> None:
    """Women, men, all and each series of the report's plans, with the decimals of the measure."""
    built: BuiltRegion = request.getfixturevalue(region)
    squeezed = _squeezed(built, "aterrapportering")
    figures = list(_figures(built, "aterrapportering"))
    assert [] == [
        (name, text, form)
        for name, text in figures
        for form, words in squeezed.items()
        if text not in words
    ]
    assert len(figures) > 10


def test_a_figure_in_one_format_of_a_report_is_in_all_three(sample_region: BuiltRegion) -> None:
    """Whatever of the results a report's text shows, it shows in HTML, Word and PDF alike.

    The words of the PDF have the charts' too, so what stands only there is no figure of the text.
    """
    reports = [each.id for each in sample_region.documents]
    assert len(reports) > 8
    for report in reports:
        squeezed = _squeezed(sample_region, report)
        for name, text in _figures(sample_region, report):
            found = {form for form, words in squeezed.items() if text in words}
            expected = set(squeezed) if found & {"html", "docx"} else found
            assert (report, name, text, expected) == (report, name, text, found)


def _squeezed(built: BuiltRegion, report: str) -> dict[str, str]:
    """All words of a report in each format, without anything between them."""
    spoken = {
        "html": words_of_page(built.read(f"{report}.html")),
        "docx": words_of_word(built.read(f"{report}.docx")),
        "pdf": words_of_pdf(built.read(f"{report}.pdf")),
    }
    return {form: "".join(words) for form, words in spoken.items()}


def _figures(built: BuiltRegion, report: str) -> Iterator[tuple[str, str]]:
    """The region's outcomes of a report's plans: measure and breakdown, and the figure."""
    top, measures = _measures(built.root)
    plans = _plans(built.root)[report]
    for row in csv.DictReader(io.StringIO(built.read("resultat.csv").decode())):
        if row["organisation"] != top or row["plan"] not in plans or not row["utfall"]:
            continue
        indicator = measures[row["plan"], row["indikator"]]
        if not indicator.reference:
            text = number(Decimal(row["utfall"]), indicator.decimals).replace("\u00a0", "")
            yield f"{row['indikator']} {row['uppdelning']}", text


@cache
def _plans(root: Path) -> dict[str, set[str]]:
    """The ids of the plans of each report of a region."""
    facts = [each.facts for each in prepared(root)]
    return {fact.definition.id: {plan.id for plan in fact.plans} for fact in facts}

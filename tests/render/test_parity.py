"""HTML, Word and PDF of whole reports say the same: word for word, figure for figure."""

from __future__ import annotations

import csv
import io
from collections import Counter
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
    """Women, men, all and each series, with the decimals of the measure."""
    built: BuiltRegion = request.getfixturevalue(region)
    spoken = {
        "html": words_of_page(built.read("aterrapportering.html")),
        "docx": words_of_word(built.read("aterrapportering.docx")),
        "pdf": words_of_pdf(built.read("aterrapportering.pdf")),
    }
    squeezed = {name: "".join(words) for name, words in spoken.items()}
    rows = csv.DictReader(io.StringIO(built.read("resultat.csv").decode()))
    top, measures = _measures(built.root)
    shown = 0
    for row in rows:
        indicator = measures[row["plan"], row["indikator"]]
        if row["organisation"] != top or not row["utfall"] or indicator.reference:
            continue
        text = number(Decimal(row["utfall"]), indicator.decimals).replace("\u00a0", "")
        missing = [name for name, words in squeezed.items() if text not in words]
        assert (row["indikator"], row["uppdelning"], text, []) == (
            *(row["indikator"], row["uppdelning"], text, missing),
        )
        shown += 1
    assert shown > 10

"""The words around the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rapport.domain.plan import DocumentHead
from rapport.render.furniture import figure_number, foot_line, head_fields, table_number
from rapport.report.blocks import Figure, Table
from render.gallery import TREND, gallery_document


def test_the_head_has_six_fields_in_printed_order() -> None:
    """Labels and values stand as in the region's documents."""
    fields = [(field.label, field.value) for field in head_fields(gallery_document())]
    assert fields == [
        ("Gäller för verksamhet", "Politik"),
        ("Dokument-id", "exlverk-4-2087"),
        ("Version", "1.0"),
        ("Godkänt datum", "2024-09-27"),
        ("Ansvarig", "Regiondirektören"),
        ("Upprättad av", "Planeringsavdelningen"),
    ]


def test_an_empty_head_says_that_everything_is_missing() -> None:
    """No field is left blank."""
    document = replace(gallery_document(), head=DocumentHead())
    assert ["saknas"] * 6 == [field.value for field in head_fields(document)]


def test_a_draft_says_so_in_its_version() -> None:
    """The version field of a draft carries the mark and is set apart."""
    version = head_fields(gallery_document(draft=True))[2]
    assert ("0.9 UTKAST", True) == (version.value, version.important)


@pytest.mark.parametrize(
    "foot, expected",
    [
        ("id · version 0.9", "id · version 0.9 · UTKAST"),
        ("id · version 0.9 UTKAST", "id · version 0.9 UTKAST"),
        ("", "UTKAST"),
    ],
)
def test_the_foot_of_a_draft_has_the_mark_once(foot: str, expected: str) -> None:
    """The mark is added unless the foot already has it."""
    assert foot_line(replace(gallery_document(draft=True), running_foot=foot)) == expected


def test_the_foot_of_a_decided_report_is_left_as_it_is() -> None:
    """Nothing is added."""
    assert foot_line(gallery_document()) == gallery_document().running_foot


@pytest.mark.parametrize(
    "label, number, expected", [("Tabell", 3, "Tabell 3."), ("Tabell", 0, ""), ("", 3, "")]
)
def test_only_numbered_tables_show_a_number(label: str, number: int, expected: str) -> None:
    """Label and number stand together or not at all."""
    assert table_number(Table("Styrmått", (), (), label=label, number=number)) == expected


def test_only_numbered_figures_show_a_number() -> None:
    """A figure without number has only its title."""
    figure = Figure("Rubrik", "procent", TREND, "alt")
    assert (figure_number(figure), figure_number(replace(figure, number=2))) == ("", "Figur 2.")

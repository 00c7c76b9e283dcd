"""Pictures in a Word file: PNG with the SVG beside it, each with words and stored once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from rapport.charts.images import ChartImage
from rapport.domain.problem import RenderFailed
from rapport.render.word import word_bytes
from rapport.report.blocks import Figure
from rapport.report.chart_specs import ChartSpec
from render.gallery import TREND, gallery_document
from render.word_reading import (
    TEMPLATES,
    WP,
    charts,
    gallery_file,
    parts,
    style,
    tree,
    written,
)

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SVG_BLIP = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


def test_every_picture_has_words_or_says_that_it_is_decoration() -> None:
    """An empty alternative text is only there with Word's mark for decoration."""
    pictures = list(tree(gallery_file()).iter(f"{WP}docPr"))
    decoration = [p for p in pictures if p.find(f".//{DECORATIVE}") is not None]
    described = [p for p in pictures if p.get("descr")]
    assert len(pictures) == len(decoration) + len(described)
    assert {str(p.get("descr")) for p in described} >= {
        "klart",
        "kvar",
        "ej uppfyllt",
        "Linjediagram för 2024. Kvinnor går från 15,8 till 15,4 procent.",
    }
    assert len({p.get("id") for p in pictures}) == len(pictures)


def test_every_picture_is_a_png_with_its_svg_beside_it() -> None:
    """Old readers get the PNG, new ones the drawing; each picture is stored once."""
    made = gallery_file()
    relations = {
        relation.get("Id"): str(relation.get("Target"))
        for relation in tree(made, "word/_rels/document.xml.rels")
    }
    for blip in tree(made).iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"):
        svg = blip.find(f".//{SVG_BLIP}")
        assert svg is not None
        png_name, svg_name = (f"word/{relations[b.get(RELATION)]}" for b in (blip, svg))
        assert parts(made)[png_name].startswith(b"\x89PNG")
        assert b"<svg" in parts(made)[svg_name]
    media = [content for name, content in parts(made).items() if "/media/" in name]
    assert [n for n in Counter(media).values() if n > 1] == []


def test_a_chart_that_was_not_drawn_is_refused() -> None:
    """A figure is never silently left out."""
    figure = Figure("Rubrik", "enhet", TREND, "alt")
    document = replace(gallery_document(), blocks=(figure,))
    with pytest.raises(RenderFailed, match="Rubrik"):
        word_bytes(document, {}, style(), TEMPLATES)
    bare: dict[ChartSpec, ChartImage] = {TREND: replace(charts()[TREND], png=b"")}
    with pytest.raises(RenderFailed, match="Word"):
        word_bytes(document, bare, style(), TEMPLATES)


def test_the_same_chart_in_two_figures_is_stored_once() -> None:
    """Two figures of one chart share its picture but each has its own words."""
    figures = [Figure(title, "enhet", TREND, f"Om {title}") for title in ("Ett", "Två")]
    made = written(replace(gallery_document(), blocks=tuple(figures)))
    assert sum("/media/" in name for name in parts(made)) == 2
    descriptions = [picture.get("descr") for picture in tree(made).iter(f"{WP}docPr")]
    assert descriptions == ["Om Ett", "Om Två"]

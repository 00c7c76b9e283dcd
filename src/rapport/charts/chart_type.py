"""The type of charts: which cut and size each kind of label has."""

from __future__ import annotations

from rapport.charts.style import Style
from rapport.charts.typeface import SEMIBOLD, Typeface, typeface


def tick_face(style: Style) -> Typeface:
    """Period ticks: the smallest type of the page."""
    return typeface(style, style.sizes["etikett"][0])


def axis_face(style: Style) -> Typeface:
    """Figures along an axis and remarks in the drawing."""
    return typeface(style, style.sizes["not"][0])


def axis_strong_face(style: Style) -> Typeface:
    """Years, and headings over columns."""
    return typeface(style, style.sizes["not"][0], SEMIBOLD)


def target_face(style: Style) -> Typeface:
    """The target that counts now."""
    return typeface(style, style.sizes["tabell"][0], SEMIBOLD)


def name_face(style: Style) -> Typeface:
    """Names of rows: between table and running text."""
    return typeface(style, _name_px(style))


def name_strong_face(style: Style) -> Typeface:
    """Figures that belong to a row."""
    return typeface(style, _name_px(style), SEMIBOLD)


def value_face(style: Style) -> Typeface:
    """The figure a chart is about."""
    return typeface(style, style.sizes["text"][0], SEMIBOLD)


def _name_px(style: Style) -> float:
    return (style.sizes["tabell"][0] + style.sizes["text"][0]) / 2

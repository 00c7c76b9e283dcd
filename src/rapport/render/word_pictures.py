"""Pictures in a Word file: PNG for every reader, the SVG beside it for those that know SVG."""

from __future__ import annotations

import hashlib

from rapport.charts.logo import Logo
from rapport.charts.style import Style
from rapport.domain.problem import RenderFailed
from rapport.render.signs import sign_svg
from rapport.render.word_story import Story
from rapport.render.word_xml import EMU_PER_PX, attribute
from rapport.report.blocks import Figure
from rapport.report.inline import Sign

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_SIGN_BOX = 16
_STATION_HEIGHT = 15


def sign_drawing(story: Story, sign: Sign, label: str, size_px: int) -> str:
    """A sign; without a label it is decoration beside the word that says the same."""
    relations = story.picture(f"tecken {sign}", lambda: _drawn_sign(story.style, sign))
    return _drawing(story, relations, (size_px, size_px), label)


def chart_drawing(story: Story, figure: Figure) -> str:
    """The chart of a figure, never wider than the text.

    Raises:
        RenderFailed: the chart was not drawn, or not as PNG.
    """
    image = story.charts.get(figure.chart)
    if image is None or not image.png:
        message = f'Diagrammet till figuren "{figure.title}" har inte ritats som bild för Word.'
        raise RenderFailed(message)
    width = min(image.width, story.column)
    size = (width, round(image.height * width / image.width))
    drawn = hashlib.sha256(image.svg).hexdigest()
    relations = story.picture(f"diagram {drawn}", lambda: (image.png, image.svg))
    return _drawing(story, relations, size, figure.alt)


def logo_drawing(story: Story, logo: Logo) -> str:
    """The region's logo, never wider than the text."""
    svg = logo.svg.read_bytes() if logo.svg else b""
    relations = story.picture("logotyp", lambda: (logo.png.read_bytes(), svg))
    width = min(logo.width, story.column)
    size = (width, round(logo.height * width / logo.width))
    return _drawing(story, relations, size, logo.alternative)


def station_drawing(story: Story, width_px: int, label: str, *, done: bool) -> str:
    """The piece of the line, with its dot or ring, that stands above a station's name."""
    size = (width_px, _STATION_HEIGHT)
    relations = story.picture(
        f"station {size} {done}", lambda: _drawn_station(story.style, size, done=done)
    )
    return _drawing(story, relations, size, label)


def _drawn_sign(style: Style, sign: Sign) -> tuple[bytes, bytes]:
    from rapport.charts.sign_images import sign_png  # noqa: PLC0415 - matplotlib is slow to import

    return sign_png(sign, style), sign_svg(sign, style, _SIGN_BOX).encode()


def _drawn_station(style: Style, size: tuple[int, int], *, done: bool) -> tuple[bytes, bytes]:
    from rapport.charts.sign_images import station_png  # noqa: PLC0415 - as for signs

    return station_png(style, *size, done=done), _station_svg(style.ink, *size, done=done)


def _station_svg(ink: str, width: int, height: int, *, done: bool) -> bytes:
    middle = height / 2
    look = f'r="4.5" fill="{ink}"'
    if not done:
        look = f'r="3.5" fill="#ffffff" stroke="{ink}" stroke-width="2"'
    dot = f'<circle cx="4.5" cy="{middle}" {look}/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><path d="M0 {middle}H{width}" fill="none" '
        f'stroke="{ink}" stroke-width="2"/>{dot}</svg>'
    ).encode()


def _drawing(story: Story, relations: tuple[str, str], size: tuple[int, int], alt: str) -> str:
    """An inline picture; an empty alternative text says that it is decoration."""
    png, svg = relations
    number = story.next_number("drawing")
    width, height = (px * EMU_PER_PX for px in size)
    name = f"Bild {number}"
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="{name}" descr={attribute(alt)}{_decorative(alt)}'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{png}">'
        f"{_sharp(svg)}</a:blip><a:stretch><a:fillRect/></a:stretch>"
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _sharp(svg: str) -> str:
    """The SVG beside the PNG, where there is one."""
    if not svg:
        return ""
    return (
        f'<a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{svg}"/></a:ext></a:extLst>'
    )


def _decorative(alt: str) -> str:
    """The end of ``wp:docPr``."""
    if alt:
        return "/>"
    return (
        f'><a:extLst><a:ext uri="{_DECORATIVE_EXTENSION}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst></wp:docPr>"
    )

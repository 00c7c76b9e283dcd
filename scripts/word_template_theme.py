"""The theme of the Word template: the region's colours and fonts in Word's own menus."""

from __future__ import annotations

from word_template_rows import colour

from rapport.charts.style import Style
from rapport.render.word_xml import attribute

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f"<a:ln>{_FILL}</a:ln>"
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(style: Style) -> str:
    """The part ``word/theme/theme1.xml``."""
    colours = {
        "dk1": style.ink,
        "lt1": "#ffffff",
        "dk2": style.profile,
        "lt2": style.tone,
        "accent1": style.profile,
        "accent2": style.women,
        "accent3": style.men,
        "accent4": style.met,
        "accent5": style.partly,
        "accent6": style.not_met,
        "hlink": style.profile,
        "folHlink": style.grey,
    }
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{colour(shade)}"/></a:{name}>'
        for name, shade in colours.items()
    )
    fonts = _font("majorFont", style.serif) + _font("minorFont", style.sans)
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Rapport"><a:themeElements>'
        f'<a:clrScheme name="Rapport">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Rapport">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Rapport">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


def _font(role: str, family: str) -> str:
    return (
        f'<a:{role}><a:latin typeface={attribute(family)}/><a:ea typeface=""/>'
        f'<a:cs typeface=""/></a:{role}>'
    )

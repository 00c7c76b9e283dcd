"""The styles part of the Word template: names, table styles and defaults around the rows."""

from __future__ import annotations

from word_template_rows import Row, colour, letters, paragraph_styles, rule

from rapport.charts.style import Style
from rapport.render.word_styles import (
    HEADING_NUMBERING_STYLE,
    LAYOUT_TABLE_STYLE,
    TABLE_STYLE,
    CharacterStyle,
    NumberingKind,
    WordStyle,
)
from rapport.render.word_xml import NAMESPACES, attribute

S = WordStyle
_BUILT_IN = {
    S.NORMAL: "Normal",
    S.TITLE: "Title",
    S.SUBTITLE: "Subtitle",
    S.HEADING_1: "heading 1",
    S.HEADING_2: "heading 2",
    S.HEADING_3: "heading 3",
    S.BODY: "Body Text",
    S.BULLET: "List Bullet",
    S.NUMBERED: "List Number",
    S.CAPTION: "caption",
    S.CONTENTS_TITLE: "TOC Heading",
    S.CONTENTS_1: "toc 1",
    S.CONTENTS_2: "toc 2",
    S.CONTENTS_3: "toc 3",
    S.FOOTNOTE: "footnote text",
    S.HEADER: "header",
    S.FOOTER: "footer",
}
_SWEDISH = {
    S.SENDER: "Avsändare",
    S.KICKER: "Överrad",
    S.TITLE_SMALL: "Rubrik liten",
    S.HEADING_1_UNLISTED: "Rubrik 1 utanför innehåll",
    S.HEADING_2_UNLISTED: "Rubrik 2 utanför innehåll",
    S.INDICATOR_HEADING: "Måttrubrik",
    S.LABELLED_MORE: "Etikettrad fortsättning",
    S.TABLE_HEAD_SMALL: "Tabellhuvud liten",
    S.TABLE_TEXT_SMALL: "Tabelltext liten",
    S.TABLE_NUMBER_SMALL: "Tabelltal liten",
    S.TABLE_GAP: "Tabellgräns",
    S.SOURCE: "Källa",
    S.LEGEND: "Teckenförklaring",
    S.ABOUT_TITLE: "Om rapporten rubrik",
    S.ABOUT: "Om rapporten",
    S.EDITABLE: "Redigerbar text",
    S.EDITABLE_LEAD: "Redigerbar ingress",
    S.EDITABLE_LABELLED: "Redigerbar etikettrad",
    S.EDITABLE_LABELLED_MORE: "Redigerbar etikettrad fortsättning",
    S.EDITABLE_BULLET: "Redigerbar punktlista",
    S.EDITABLE_NUMBERED: "Redigerbar numrerad lista",
    S.HEADER_DRAFT: "Sidhuvud utkast",
    S.HEAD_CLASS_DRAFT: "Dokumentklass utkast",
    S.HEAD_VALUE: "Huvudvärde",
    S.MARGIN_MARK: "Utkastmärke",
}


def styles_xml(style: Style, *, numbered: bool = False) -> str:
    """The whole part ``word/styles.xml``; see ``paragraph_styles``."""
    paragraphs = "".join(_row_xml(row) for row in paragraph_styles(style, numbered=numbered))
    return (
        f"<w:styles {NAMESPACES}>{_defaults(style)}{_LATENT}{paragraphs}"
        f"{_character_styles(style)}{_table_styles(style)}</w:styles>"
    )


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def _defaults(style: Style) -> str:
    family = attribute(style.sans)
    fonts = " ".join(f"w:{script}={family}" for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="sv-SE" w:eastAsia="sv-SE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _row_xml(row: Row) -> str:
    name = _BUILT_IN.get(row.id) or _SWEDISH.get(row.id) or str(row.id)
    custom = "" if row.id in _BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if row.id is S.NORMAL else ""
    based = "" if row.id is S.NORMAL else f'<w:basedOn w:val="{row.based_on}"/>'
    following = f'<w:next w:val="{row.next}"/>' if row.next else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom} w:styleId="{row.id}">'
        f"<w:name w:val={attribute(name)}/>{based}{following}"
        '<w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{row.paragraph}</w:pPr><w:rPr>{row.letters}</w:rPr></w:style>"
    )


def _character_styles(style: Style) -> str:
    grey, profile, red = (colour(c) for c in (style.grey, style.profile, style.not_met))
    looks = {
        CharacterStyle.MUTED: ("Dämpad", f'<w:color w:val="{grey}"/>'),
        CharacterStyle.LABEL: ("Etikettord", "<w:b/><w:bCs/>"),
        CharacterStyle.LINK: ("Hyperlink", f'<w:color w:val="{profile}"/><w:u w:val="single"/>'),
        CharacterStyle.FOOTNOTE_CALL: ("footnote reference", '<w:vertAlign w:val="superscript"/>'),
        CharacterStyle.COUNT: ("Antalssiffra", letters(30, serif=style.serif)),
        CharacterStyle.DRAFT: ("Utkastord", f'<w:b/><w:bCs/><w:color w:val="{red}"/>'),
    }
    default = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    return default + "".join(_character_style(key, *look) for key, look in looks.items())


def _character_style(key: CharacterStyle, name: str, look: str) -> str:
    built_in = key in (CharacterStyle.LINK, CharacterStyle.FOOTNOTE_CALL)
    custom = "" if built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{key}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="2"/><w:qFormat/>'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


def _table_styles(style: Style) -> str:
    """Lines instead of boxes, as a style: a row added by hand gets its line by itself."""
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        f"<w:tblPr>{_table_properties()}</w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f'<w:style w:type="numbering" w:customStyle="1" w:styleId="{HEADING_NUMBERING_STYLE}">'
        f'<w:name w:val="{HEADING_NUMBERING_STYLE}"/><w:uiPriority w:val="4"/>'
        f'<w:pPr><w:numPr><w:numId w:val="{NumberingKind.HEADING}"/></w:numPr></w:pPr></w:style>'
    )
    borders = (
        rule("top", 2, style.ink)
        + rule("bottom", 1, style.ink)
        + rule("insideH", 1, style.hairline)
    )
    head = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>'
        + rule("top", 2, style.ink)
        + rule("bottom", 1, style.ink)
        + '</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
    )
    return (
        plain
        + _table_style(TABLE_STYLE, f"<w:tblBorders>{borders}</w:tblBorders>", head)
        + _table_style(LAYOUT_TABLE_STYLE, "", "")
    )


def _table_style(key: str, borders: str, conditional: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{key}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="3"/><w:qFormat/>'
        f"<w:tblPr>{_table_properties(borders)}</w:tblPr>{conditional}</w:style>"
    )


def _table_properties(borders: str = "") -> str:
    sides = (("top", 0), ("left", 0), ("bottom", 0), ("right", 120))
    cells = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
    return f'<w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{cells}</w:tblCellMar>'

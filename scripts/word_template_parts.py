"""Head, foot and list numbering of the Word template."""

from __future__ import annotations

from dataclasses import dataclass

from word_template_rows import colour, letters

from rapport.charts.style import Style
from rapport.render.furniture import DRAFT, HEAD, PAGE
from rapport.render.word_fields import field
from rapport.render.word_styles import (
    HEADING_NUMBERING_STYLE,
    LAYOUT_TABLE_STYLE,
    CharacterStyle,
    NumberingKind,
    WordStyle,
)
from rapport.render.word_xml import (
    EMU_PER_PX,
    LANDSCAPE_PX,
    NAMESPACES,
    TWIPS_PER_PX,
    ParagraphLook,
    attribute,
    paragraph,
    run,
)

_HEAD_FIELDS = (
    (
        ("Gäller för verksamhet", "{{ gäller_för }}"),
        ("Dokument-id", "{{ dokument_id }}"),
        ("Version", "{{ version }}"),
    ),
    (
        ("Godkänt datum", "{{ godkänt }}"),
        ("Ansvarig", "{{ ansvarig }}"),
        ("Upprättad av", "{{ upprättad_av }}"),
    ),
)
_DRAFT_STYLE = f'<w:rStyle w:val="{CharacterStyle.DRAFT}"/>'
_SHAPE_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable=""'
)


def _page_number(first: str, total: str) -> str:
    return "".join(
        (run(f"{PAGE} "), field("PAGE", first), run(" ("), field("NUMPAGES", total), run(")"))
    )


def _tag(tag: str) -> str:
    """A paragraph that docxtpl takes away: the condition around what follows."""
    return f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>"


def _either(draft: str, final: str) -> str:
    return f"{_tag('{%p if utkast %}')}{draft}{_tag('{%p else %}')}{final}{_tag('{%p endif %}')}"


def _draft_word() -> str:
    return run(f"\u2003{DRAFT}", _DRAFT_STYLE)


def head_of_first_page(style: Style) -> str:
    """Class and page number, then the six fields as a table."""
    number = run("\t") + _page_number("1", "{{ sidor }}")
    line = run("{{ dokumentklass }}") + number
    draft = run("{{ dokumentklass }}") + _draft_word() + number
    rows = _either(
        paragraph(WordStyle.HEAD_CLASS_DRAFT, draft), paragraph(WordStyle.HEAD_CLASS, line)
    )
    end = _either(
        paragraph(WordStyle.TABLE_GAP, _margin_mark(1)), paragraph(WordStyle.TABLE_GAP, "")
    )
    return f"<w:hdr {NAMESPACES} {_SHAPE_NAMESPACES}>{rows}{_head_table(style)}{end}</w:hdr>"


def _head_table(style: Style) -> str:
    width = style.spaces["satsyta"] * 5
    grid = f'<w:gridCol w:w="{width}"/>' * 3
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(_head_cell(label, value, width, rule) for label, value in cells)
        + "</w:tr>"
        for cells, rule in zip(
            _HEAD_FIELDS, (colour(style.hairline), colour(style.ink)), strict=True
        )
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{LAYOUT_TABLE_STYLE}"/>'
        f'<w:tblW w:w="{width * 3}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/>'
        f'<w:tblCaption w:val="{HEAD}"/>'
        '<w:tblDescription w:val="Sex fält: etikett och under den värdet"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _head_cell(label: str, value: str, width: int, rule: str) -> str:
    shown = _marked_in_draft(value) if label == "Version" else run(value)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{rule}"/></w:tcBorders></w:tcPr>'
        f"{paragraph(WordStyle.HEAD_LABEL, run(label))}"
        f"{paragraph(WordStyle.HEAD_VALUE, shown)}</w:tc>"
    )


def _marked_in_draft(value: str) -> str:
    """The version, in red where it says that the document is a draft."""
    return (
        _run_tag("{%r if utkast %}")
        + run(value, _DRAFT_STYLE)
        + _run_tag("{%r else %}")
        + run(value)
        + _run_tag("{%r endif %}")
    )


@dataclass(frozen=True)
class PageForm:
    """Where a page has its right edge of text, and its mark in the right margin, in px."""

    tabs: tuple[tuple[str, int], ...] = ()
    mark_left: int = 745
    mark_top: int = 480


def lying_page(style: Style) -> PageForm:
    """A page that lies down: the tab of the styles gives way to one further out."""
    upright, lying = (px * TWIPS_PER_PX for px in (style.spaces["satsyta"], LANDSCAPE_PX))
    return PageForm((("clear", upright), ("right", lying)), mark_left=1073, mark_top=277)


UPRIGHT = PageForm()


def header(page: PageForm = UPRIGHT) -> str:
    """The running line of the following pages."""
    look = ParagraphLook(tabs=page.tabs)
    line = run("{{ sidhuvud }}") + run("\t") + _page_number("2", "{{ sidor }}")
    draft = run("{{ sidhuvud }}") + _draft_word() + run("\t") + _page_number("2", "{{ sidor }}")
    rows = _either(
        paragraph(WordStyle.HEADER_DRAFT, _margin_mark(3 if page.tabs else 2, page) + draft, look),
        paragraph(WordStyle.HEADER, line, look),
    )
    return f"<w:hdr {NAMESPACES} {_SHAPE_NAMESPACES}>{rows}</w:hdr>"


def footer(page: PageForm = UPRIGHT, *, chapter: bool) -> str:
    """The running foot; Word itself fills in the chapter of the page."""
    content = run("{{ sidfot }}")
    if chapter:
        name = run("\t") + field("STYLEREF 1", "")
        content += f"{_run_tag('{%r if kapitel %}')}{name}{_run_tag('{%r endif %}')}"
    line = paragraph(WordStyle.FOOTER, content, ParagraphLook(tabs=page.tabs))
    return f"<w:ftr {NAMESPACES}>{line}</w:ftr>"


def _run_tag(tag: str) -> str:
    return f"<w:r><w:t>{tag}</w:t></w:r>"


def _margin_mark(number: int, page: PageForm = UPRIGHT) -> str:
    """The word in the right margin, standing on end; never behind the text."""
    text = paragraph(WordStyle.MARGIN_MARK, run(DRAFT, _DRAFT_STYLE))
    box = f"<w:txbxContent>{text}</w:txbxContent>"
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{page.mark_left * EMU_PER_PX}'
        "</wp:posOffset></wp:positionH>"
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{page.mark_top * EMU_PER_PX}'
        "</wp:posOffset></wp:positionV>"
        '<wp:extent cx="304800" cy="2286000"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{9000 + number}" name="Utkastmärke" descr="{DRAFT}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="304800" cy="2286000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
        f"<wps:txbx>{box}</wps:txbx>"
        '<wps:bodyPr vert="vert270" lIns="0" tIns="0" rIns="0" bIns="0"/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    shape = (
        f'<w:pict><v:shape type="#_x0000_t202" alt="{DRAFT}" style="position:absolute;'
        f"margin-left:{page.mark_left * 0.75:g}pt;margin-top:{page.mark_top * 0.75:g}pt;"
        "width:24pt;height:180pt;"
        'mso-position-horizontal-relative:page;mso-position-vertical-relative:page" '
        'stroked="f" filled="f"><v:textbox inset="0,0,0,0" style="layout-flow:vertical;'
        f'mso-layout-flow-alt:bottom-to-top">{box}</v:textbox></v:shape></w:pict>'
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{shape}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def numbering_xml(style: Style) -> str:
    """The lists; each list of a document gets its own numbering that starts at one."""
    figure = letters(style.sizes["ingress"][0], serif=style.serif, shade=style.profile)
    lists = (
        (NumberingKind.BULLET, "bullet", "•", 18, ""),
        (NumberingKind.NUMBERED, "decimal", "%1.", 18, ""),
        (NumberingKind.KEY_MESSAGE, "decimal", "%1", 30, figure),
        (NumberingKind.DECISION, "decimal", "%1.", 18, ""),
    )
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val={attribute(text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{px * 15}" w:hanging="{px * 15}"/></w:pPr>'
        f"<w:rPr>{look}</w:rPr></w:lvl></w:abstractNum>"
        for kind, form, text, px, look in lists
    )
    instances = "".join(
        f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>' for kind, *_ in lists
    )
    headings = (
        f'<w:num w:numId="{NumberingKind.HEADING}">'
        f'<w:abstractNumId w:val="{NumberingKind.HEADING}"/></w:num>'
    )
    return (
        f"<w:numbering {NAMESPACES}>{abstract}{_heading_numbering()}{instances}{headings}"
        "</w:numbering>"
    )


def _heading_numbering() -> str:
    """The numbers of headings in three levels, each tied to its style ("1.2.3")."""
    styles = (WordStyle.HEADING_1, WordStyle.HEADING_2, WordStyle.HEADING_3)
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="{style}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{".".join(f"%{level + 1}" for level in range(place + 1))}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for place, style in enumerate(styles)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{NumberingKind.HEADING}">'
        '<w:multiLevelType w:val="multilevel"/>'
        f'<w:styleLink w:val="{HEADING_NUMBERING_STYLE}"/>{levels}</w:abstractNum>'
    )

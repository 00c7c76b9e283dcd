"""The paragraph styles ("formatmallar") of the Word template, computed from the design tokens.

Sizes come from the type scale in px: Word has half points for letters and twentieths for
lines, so a size in px times 1,5 is its half points and times 15 its twips.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapport.charts.style import Style
from rapport.render.word_styles import NumberingKind, WordStyle
from rapport.render.word_xml import attribute

S = WordStyle


@dataclass(frozen=True)
class Row:
    """A paragraph style: what it is based on, its paragraph and its letter properties."""

    id: WordStyle
    based_on: WordStyle
    paragraph: str = ""
    letters: str = ""
    next: WordStyle | None = None


def colour(value: str) -> str:
    """A colour as Word writes it."""
    return value.removeprefix("#").upper()


def rule(side: str, px: int, shade: str, space: int = 0) -> str:
    """A line of a border; Word counts eighths of a point, and at most 6 pt."""
    return (
        f'<w:{side} w:val="single" w:sz="{min(px * 6, 48)}" w:space="{space}" '
        f'w:color="{colour(shade)}"/>'
    )


def letters(px: int, *, serif: str = "", bold: bool = False, shade: str = "") -> str:
    """Letter properties, in the order of the schema."""
    fonts = f"<w:rFonts {_fonts(serif)}/>" if serif else ""
    weight = "<w:b/><w:bCs/>" if bold else ""
    tint = f'<w:color w:val="{colour(shade)}"/>' if shade else ""
    half_points = (px * 3 + 1) // 2
    return f'{fonts}{weight}{tint}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _fonts(family: str) -> str:
    return " ".join(f"w:{script}={attribute(family)}" for script in ("ascii", "hAnsi", "cs"))


def spacing(leading: int, before: float = 0, after: float = 0) -> str:
    """Exact line height in px, space before and after in px."""
    return (
        f'<w:spacing w:before="{before * 15:.0f}" w:after="{after * 15:.0f}" '
        f'w:line="{leading * 15}" w:lineRule="exact"/>'
    )


def indent(left: int = 0, right: int = 0, hanging: int = 0) -> str:
    """Indents in px; all three are said, so that nothing is inherited by mistake."""
    first = f'w:hanging="{hanging * 15}"' if hanging else 'w:firstLine="0"'
    return f'<w:ind w:left="{left * 15}" w:right="{right * 15}" {first}/>'


def _tab(kind: str, px: int) -> str:
    return f'<w:tabs><w:tab w:val="{kind}" w:pos="{px * 15}"/></w:tabs>'


_CONTENTS_PX = 300
_NO_HYPHENS = "<w:suppressAutoHyphens/>"
_KEEP = "<w:keepNext/><w:keepLines/>"


def _number(place: int, *, numbered: bool) -> str:
    """The tie from a heading style to its level of the heading numbers."""
    if not numbered:
        return ""
    level = f'<w:ilvl w:val="{place}"/>' if place else ""
    return f'<w:numPr>{level}<w:numId w:val="{NumberingKind.HEADING}"/></w:numPr>'


def _headings(style: Style, *, numbered: bool) -> Iterator[Row]:
    ties = [_number(place, numbered=numbered) for place in range(3)]
    serif, ink = style.serif, style.ink
    sizes = style.sizes
    level = '<w:outlineLvl w:val="{}"/>'.format
    h1 = letters(sizes["h1"][0], serif=serif, bold=True, shade=ink)
    h2 = letters(sizes["h2"][0], serif=serif, bold=True, shade=ink)
    h3 = letters(sizes["h3"][0], bold=True, shade=ink)
    size, leading = sizes["titel"]
    title = _NO_HYPHENS + spacing(leading, 0, 12)
    yield Row(S.TITLE, S.NORMAL, title, letters(size, serif=serif, shade=ink), S.SUBTITLE)
    small = _NO_HYPHENS + spacing(44, 0, 12)
    yield Row(S.TITLE_SMALL, S.TITLE, small, letters(36, serif=serif, shade=ink), S.SUBTITLE)
    period = _NO_HYPHENS + spacing(24, 0, 84)
    yield Row(S.SUBTITLE, S.NORMAL, period, letters(20, serif=serif, shade=style.grey), S.BODY)
    sender = _KEEP + spacing(18, 96, 18)
    yield Row(S.SENDER, S.NORMAL, sender, letters(15, bold=True, shade=style.profile), S.TITLE)
    kicker = _KEEP + _NO_HYPHENS + spacing(15, 0, 3)
    yield Row(S.KICKER, S.NORMAL, kicker, letters(12, bold=True, shade=style.profile), S.HEADING_1)
    one = f"{_KEEP}<w:pageBreakBefore/>{ties[0]}{_NO_HYPHENS}{spacing(sizes['h1'][1], 0, 12)}"
    yield Row(S.HEADING_1, S.NORMAL, one + level(0), h1, S.BODY)
    two = _KEEP + ties[1] + _NO_HYPHENS + spacing(sizes["h2"][1], 27, 6)
    yield Row(S.HEADING_2, S.NORMAL, two + level(1), h2, S.BODY)
    three = _KEEP + ties[2] + _NO_HYPHENS + spacing(sizes["h3"][1], 24, 6)
    yield Row(S.HEADING_3, S.NORMAL, three + level(2), h3, S.BODY)
    measure = _KEEP + _NO_HYPHENS + spacing(sizes["h2"][1], 0, 6)
    yield Row(S.INDICATOR_HEADING, S.HEADING_3, measure, h2, S.BODY)
    yield Row(S.HEADING_1_UNLISTED, S.HEADING_1, next=S.BODY)
    yield Row(S.HEADING_2_UNLISTED, S.HEADING_2, next=S.BODY)


def _text(style: Style) -> Iterator[Row]:
    size, leading = style.sizes["text"]
    column = style.spaces["satsyta"]
    prose, label = style.spaces["prosa"], style.spaces["etikettspalt"]
    lead = _NO_HYPHENS + spacing(style.sizes["ingress"][1], 0, 12) + indent(right=column - 520)
    yield Row(S.LEAD, S.NORMAL, lead, letters(style.sizes["ingress"][0], serif=style.serif), S.BODY)
    yield Row(S.BODY, S.NORMAL, spacing(leading, 0, 9) + indent(right=column - prose))
    bold = letters(size, bold=True)
    yield Row(S.LABEL, S.NORMAL, _KEEP + _NO_HYPHENS + spacing(leading, 18, 6), bold, S.BODY)
    hanging = _tab("left", label) + spacing(leading, 12) + indent(label, column - 582, label)
    yield Row(S.LABELLED, S.NORMAL, hanging, next=S.LABELLED_MORE)
    more = spacing(leading, 9) + indent(label, column - 582)
    yield Row(S.LABELLED_MORE, S.LABELLED, more)
    item = spacing(leading, 0, 3) + indent(18, column - prose, 18)
    yield Row(S.BULLET, S.NORMAL, _list(NumberingKind.BULLET) + item)
    yield Row(S.NUMBERED, S.NORMAL, _list(NumberingKind.NUMBERED) + item)
    message = spacing(leading, 0, 7) + indent(30, column - 560, 30)
    yield Row(S.KEY_MESSAGE, S.NORMAL, _list(NumberingKind.KEY_MESSAGE) + message)
    edges = rule("top", 2, style.ink, 6) + rule("bottom", 1, style.ink, 6)
    counts = f"<w:pBdr>{edges}</w:pBdr>{spacing(30, 6, 17)}"
    yield Row(S.COUNTS, S.NORMAL, counts, next=S.BODY)


def _list(kind: NumberingKind) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{kind}"/></w:numPr>'


def _box(style: Style) -> Iterator[Row]:
    leading = style.sizes["text"][1]
    border = (
        rule("top", 2, style.ink, 8)
        + rule("left", 1, style.tone, 9)
        + rule("bottom", 1, style.ink, 8)
        + rule("right", 1, style.tone, 9)
    )
    tone = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour(style.tone)}"/>'
    look = f"<w:pBdr>{border}</w:pBdr>{tone}{_NO_HYPHENS}"
    bold = letters(style.sizes["h3"][0], bold=True)
    title = f"{_KEEP}{look}{spacing(leading, 24, 6)}{indent()}"
    yield Row(S.DECISION_TITLE, S.NORMAL, title, bold, S.DECISION)
    text = f"<w:keepLines/>{look}{spacing(leading, 0, 6)}{indent()}"
    yield Row(S.DECISION, S.NORMAL, text)
    numbering = _list(NumberingKind.DECISION)
    item = f"<w:keepLines/>{numbering}{look}{spacing(leading, 0, 3)}{indent(18, 0, 18)}"
    yield Row(S.DECISION_ITEM, S.NORMAL, item)


def _tables(style: Style) -> Iterator[Row]:
    grey, ink = style.grey, style.ink
    size, leading = style.sizes["tabell"]
    small = style.sizes["not"][0]
    note = style.sizes["not"][1]
    right = '<w:jc w:val="right"/>'
    text = spacing(leading, 5, 4)
    yield Row(S.TABLE_TEXT, S.NORMAL, text, letters(size))
    yield Row(S.TABLE_NUMBER, S.TABLE_TEXT, _NO_HYPHENS + right)
    head = f"<w:keepNext/>{_NO_HYPHENS}{text}"
    yield Row(S.TABLE_HEAD, S.TABLE_TEXT, head, letters(size, bold=True))
    compact = spacing(small + 3, 5, 4)
    yield Row(S.TABLE_TEXT_SMALL, S.TABLE_TEXT, compact, letters(small))
    yield Row(S.TABLE_NUMBER_SMALL, S.TABLE_TEXT_SMALL, _NO_HYPHENS + right)
    head = f"<w:keepNext/>{_NO_HYPHENS}{compact}"
    yield Row(S.TABLE_HEAD_SMALL, S.TABLE_HEAD, head, letters(small, bold=True))
    yield Row(S.TABLE_GAP, S.NORMAL, spacing(1), letters(2))
    caption = _KEEP + _NO_HYPHENS + spacing(leading, 12, 6)
    yield Row(S.CAPTION, S.NORMAL, caption, letters(size, bold=True), S.TABLE_TEXT)
    title = _KEEP + _NO_HYPHENS + spacing(18, 18, 2) + indent(right=42)
    figure = letters(style.sizes["text"][0], bold=True)
    yield Row(S.FIGURE_TITLE, S.CAPTION, title, figure, S.FIGURE_SUBTITLE)
    subtitle = _KEEP + _NO_HYPHENS + spacing(leading, 1, 3)
    yield Row(S.FIGURE_SUBTITLE, S.NORMAL, subtitle, letters(size, shade=grey), S.FIGURE)
    picture = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    yield Row(S.FIGURE, S.NORMAL, "<w:keepLines/>" + picture, next=S.SOURCE)
    source = _NO_HYPHENS + spacing(note, 6)
    yield Row(S.SOURCE, S.NORMAL, source, letters(small, shade=grey), S.BODY)
    yield Row(S.LEGEND, S.SOURCE, next=S.BODY)
    station = _NO_HYPHENS + spacing(leading, 0, 1)
    yield Row(S.STATION, S.NORMAL, station, letters(size, shade=ink))
    yield Row(S.STATION_LINE, S.STATION, spacing(15, 0, 2))
    note_text = spacing(note, 0, 3)
    yield Row(S.FOOTNOTE, S.NORMAL, note_text, letters(small))


def _contents(style: Style) -> Iterator[Row]:
    leading = style.sizes["text"][1]
    h3 = letters(style.sizes["h3"][0], bold=True)
    hair = style.hairline
    under = f"<w:pBdr>{rule('bottom', 1, hair, 4)}</w:pBdr>"
    aside = indent(right=style.spaces["satsyta"] - _CONTENTS_PX)
    title = spacing(18, 0, 0) + aside
    yield Row(S.CONTENTS_TITLE, S.NORMAL, _KEEP + under + _NO_HYPHENS + title, h3, S.CONTENTS_1)
    title = _NO_HYPHENS + spacing(18, 0, 6)
    yield Row(S.ABOUT_TITLE, S.NORMAL, _KEEP + title, h3, S.ABOUT)
    lines = rule("bottom", 1, hair, 2) + rule("between", 1, hair, 2)
    row = (
        f"<w:pBdr>{lines}</w:pBdr>{_tab('right', _CONTENTS_PX)}{_NO_HYPHENS}"
        f"{spacing(leading, 4, 0)}{aside}"
    )
    yield Row(S.CONTENTS_1, S.NORMAL, row)
    yield Row(S.CONTENTS_2, S.CONTENTS_1, '<w:ind w:left="180"/>')
    yield Row(S.CONTENTS_3, S.CONTENTS_1, '<w:ind w:left="360"/>')
    yield Row(S.ABOUT, S.NORMAL, _NO_HYPHENS + spacing(leading, 0, 9))


def _editable(style: Style) -> Iterator[Row]:
    del style  # the same look as their origins; the name is the mark
    yield Row(S.EDITABLE, S.BODY)
    yield Row(S.EDITABLE_LEAD, S.LEAD)
    yield Row(S.EDITABLE_LABELLED, S.LABELLED, next=S.EDITABLE_LABELLED_MORE)
    yield Row(S.EDITABLE_LABELLED_MORE, S.LABELLED_MORE)
    yield Row(S.EDITABLE_BULLET, S.BULLET)
    yield Row(S.EDITABLE_NUMBERED, S.NUMBERED)


def _head(style: Style) -> Iterator[Row]:
    size, leading = style.sizes["not"]
    column = style.spaces["satsyta"]
    grey = letters(size, shade=style.grey)
    running = _tab("right", column) + _NO_HYPHENS + spacing(leading)
    yield Row(S.HEADER, S.NORMAL, running, grey)
    yield Row(S.FOOTER, S.NORMAL, running, grey)

    def ruled(px: int, shade: str) -> str:
        line = f"<w:pBdr>{rule('bottom', px, shade, 4)}</w:pBdr>"
        return line + running

    yield Row(S.HEADER_DRAFT, S.HEADER, ruled(6, style.not_met))
    yield Row(S.HEAD_CLASS, S.HEADER, ruled(2, style.ink))
    yield Row(S.HEAD_CLASS_DRAFT, S.HEADER, ruled(6, style.not_met))
    label = letters(style.sizes["etikett"][0], bold=True, shade=style.grey)
    label = label.replace("<w:color", "<w:caps/><w:color").replace(
        "<w:sz ", '<w:spacing w:val="6"/><w:sz '
    )
    top = spacing(style.sizes["etikett"][1], 6, 1)
    yield Row(S.HEAD_LABEL, S.NORMAL, "<w:keepNext/>" + _NO_HYPHENS + top, label, S.HEAD_VALUE)
    value = _NO_HYPHENS + spacing(style.sizes["tabell"][1], 0, 5)
    yield Row(S.HEAD_VALUE, S.NORMAL, value, letters(style.sizes["tabell"][0]))
    mark = letters(22, bold=True, shade=style.not_met).replace(
        "<w:sz ", '<w:spacing w:val="210"/><w:sz '
    )
    yield Row(S.MARGIN_MARK, S.NORMAL, spacing(24) + '<w:jc w:val="center"/>', mark)


def paragraph_styles(style: Style, *, numbered: bool = False) -> Iterator[Row]:
    """Every paragraph style, an original before what is based on it.

    ``numbered`` ties the heading styles to the heading numbers.
    """
    size, leading = style.sizes["text"]
    yield Row(S.NORMAL, S.NORMAL, spacing(leading), letters(size, shade=style.ink))
    yield from _headings(style, numbered=numbered)
    for group in (_text, _box, _tables, _contents, _editable, _head):
        yield from group(style)

"""The first page ("förstasida") in Word: title, the way of the case, contents and about."""

from __future__ import annotations

from dataclasses import replace

from rapport.render.anchors import ContentsEntry
from rapport.render.word_boxes import decision_xml
from rapport.render.word_fields import FIELD_END, field_start, internal_link, page_reference
from rapport.render.word_pictures import logo_drawing, station_drawing
from rapport.render.word_runs import muted, muted_run, runs
from rapport.render.word_story import Story
from rapport.render.word_styles import LAYOUT_TABLE_STYLE, WordStyle
from rapport.render.word_table_frame import (
    CellLook,
    TableLook,
    cell_frame,
    row_frame,
    shared_widths,
    table_frame,
)
from rapport.render.word_xml import (
    TWIPS_PER_PX,
    ParagraphLook,
    bookmark_name,
    paragraph,
    run,
)
from rapport.report.blocks import Cover, Milestone, Milestones

_LONG_TITLE = 56
_CONTENTS_PX = 300
_BETWEEN_PX = 21
_BELOW_STATIONS = ParagraphLook(after=54 * TWIPS_PER_PX)
_CONTENTS_STYLES = (WordStyle.CONTENTS_1, WordStyle.CONTENTS_2, WordStyle.CONTENTS_3)
DONE = "klart"
LEFT = "kvar"


def cover_xml(story: Story, cover: Cover, contents: tuple[ContentsEntry, ...]) -> str:
    """The whole first page; what follows says itself whether it begins a new one."""
    parts = [_title(story, cover)]
    if cover.milestones is not None:
        parts.append(_milestones(story, cover.milestones))
    # Straight below the notice the two columns would touch its line.
    below_box = cover.notice is not None and cover.milestones is None
    above = ParagraphLook(before=36 * TWIPS_PER_PX) if below_box else ParagraphLook()
    parts.append(_about(story, cover, above))
    parts.append(_contents(story, cover.contents_title, contents, above))
    return "".join(parts)


def _title(story: Story, cover: Cover) -> str:
    crowded = cover.notice is not None
    small = crowded or len(cover.title) > _LONG_TITLE
    above = ParagraphLook(before=54 * TWIPS_PER_PX) if crowded else ParagraphLook()
    below = ParagraphLook(after=0) if crowded else ParagraphLook()
    title = WordStyle.TITLE_SMALL if small else WordStyle.TITLE
    parts = []
    if story.style.logo is not None:
        picture = f"<w:r>{logo_drawing(story, story.style.logo)}</w:r>"
        parts.append(story.paragraph(WordStyle.SENDER, picture, above))
        above = ParagraphLook(before=0)
    parts += [
        story.paragraph(WordStyle.SENDER, run(cover.sender), above),
        story.paragraph(title, run(cover.title)),
        story.paragraph(WordStyle.SUBTITLE, run(cover.period), below),
    ]
    if cover.notice is not None:
        parts.append(decision_xml(story, cover.notice))
    return "".join(parts)


def _milestones(story: Story, milestones: Milestones) -> str:
    """A table of stations: the line with dots and the names above, the days below."""
    remark = muted_run(f" · {milestones.remark}") if milestones.remark else ""
    caption = story.paragraph(
        WordStyle.CAPTION, run(milestones.title) + remark, ParagraphLook(before=360, after=30)
    )
    stations = milestones.stations
    if not stations:
        return caption
    widths = shared_widths([1] * len(stations), story.column)
    names = row_frame(
        (_station(story, *each) for each in zip(stations, widths, strict=True)), header=True
    )
    days = row_frame(
        cell_frame(
            paragraph(WordStyle.STATION, run(station.when), _BELOW_STATIONS),
            CellLook(width, right=6),
        )
        for station, width in zip(stations, widths, strict=True)
    )
    described = ", ".join(f"{each.name} {each.when}" for each in stations)
    look = TableLook(milestones.title, described, style=LAYOUT_TABLE_STYLE)
    story.after_table = True
    return caption + table_frame(widths, names + days, look)


def _station(story: Story, station: Milestone, width: int) -> str:
    word = DONE if station.done else LEFT
    picture = station_drawing(story, width // TWIPS_PER_PX, word, done=station.done)
    line = paragraph(WordStyle.STATION_LINE, f"<w:r>{picture}</w:r>")
    name = paragraph(WordStyle.STATION, run(station.name, "<w:b/><w:bCs/>"))
    return cell_frame(line + name, CellLook(width, right=0))


def _contents(
    story: Story, title: str, contents: tuple[ContentsEntry, ...], above: ParagraphLook
) -> str:
    """The contents list as Word's own field, with the rows it would make itself."""
    parts = [story.paragraph(WordStyle.CONTENTS_TITLE, run(title), above)]
    deepest = max((entry.level for entry in contents), default=1)
    for place, entry in enumerate(contents):
        start = field_start(f'TOC \\o "1-{deepest}" \\h \\z') if place == 0 else ""
        end = FIELD_END if place == len(contents) - 1 else ""
        bookmark = bookmark_name(entry.anchor)
        number = page_reference(bookmark, story.page_of(entry.anchor))
        link = internal_link(bookmark, run(entry.text) + run("\t") + number)
        style = _CONTENTS_STYLES[min(entry.level, len(_CONTENTS_STYLES)) - 1]
        parts.append(story.paragraph(style, start + link + end))
    return "".join(parts)


def _about(story: Story, cover: Cover, above: ParagraphLook) -> str:
    """What the report is, in a frame at the right of the contents that follow.

    A frame and not columns or a table: a contents list inside either of these is taken apart
    by LibreOffice.
    """
    left = (_CONTENTS_PX + _BETWEEN_PX) * TWIPS_PER_PX
    width = story.column * TWIPS_PER_PX - left - _BETWEEN_PX * TWIPS_PER_PX
    place = ParagraphLook(frame=(width, left))
    title = replace(place, before=above.before)
    parts = [story.paragraph(WordStyle.ABOUT_TITLE, run(cover.about_title), title)]
    for block in cover.about:
        content = muted(block.content) if block.muted else block.content
        parts.append(story.paragraph(WordStyle.ABOUT, runs(story, content), place))
    return "".join(parts)

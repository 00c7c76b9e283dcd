"""Blocks as HTML: each block class has one template of its own name, filled with values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup

from rapport.render.anchors import ContentsEntry
from rapport.render.chart_picture import chart_markup
from rapport.render.environment import Templates, Values
from rapport.render.furniture import CHANGE_TEXT, figure_number
from rapport.render.inline_markup import InlineSetter
from rapport.render.logo_picture import logo_values
from rapport.render.table_values import table_values
from rapport.report.blocks import (
    Block,
    BulletList,
    Cover,
    DecisionBox,
    Editable,
    Figure,
    Heading,
    KeyMessages,
    Label,
    Labelled,
    Landscape,
    Lead,
    Legend,
    Milestones,
    Note,
    NumberedList,
    Paragraph,
    StatusCounts,
    Table,
)
from rapport.report.chart_specs import ChartSpec
from rapport.report.inline import SignMark, Text

_LABEL_LINE = 14
"""A label of more characters takes two lines beside its text."""

_LONG_TITLE = 56
"""A title with more characters than this is set smaller on the cover."""


def template_name(block: type[Block]) -> str:
    """The template of a block class: ``BulletList`` → ``blocks/bullet_list.html``."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", block.__name__)
    return f"blocks/{words.lower()}.html"


@dataclass
class BlockSetter:
    """Sets the blocks of one document in one medium."""

    templates: Templates
    inline: InlineSetter
    charts: Mapping[ChartSpec, bytes]
    contents: tuple[ContentsEntry, ...]
    has_cover: bool
    edit_address: str = ""
    _last_tag_level: int = 0
    _figures: int = 0

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Blocks after each other."""
        return Markup().join([self.block(block) for block in blocks])

    def block(self, block: Block) -> Markup:
        """One block through its template."""
        values = {"media": self.inline.media, **self._values(block)}
        return self.templates.fill(template_name(type(block)), values)

    def _values(self, block: Block) -> Values:  # noqa: C901, PLR0911 - one case for each block
        match block:
            case Heading():
                return self._heading(block)
            case Lead() | Paragraph() | Label() | Note():
                return self._text(block)
            case BulletList(items=items) | NumberedList(items=items) | KeyMessages(items=items):
                return {"items": tuple(self.inline.line(item) for item in items)}
            case Table():
                return table_values(block, self.inline)
            case Figure():
                return self._figure(block)
            case Labelled():
                return self._labelled(block)
            case StatusCounts() | Legend():
                return self._signs(block)
            case DecisionBox():
                return self._decision(block)
            case Cover():
                return self._cover(block)
            case Editable():
                return self._editable(block)
            case Landscape(blocks=inner):
                return {"content": self.blocks(inner)}
        assert_never(block)

    def _heading(self, heading: Heading) -> Values:
        """Tags never skip a level; the look follows the level the section asked for."""
        level = heading.level + (1 if self.has_cover else 0)
        level = min(level, self._last_tag_level + 1, 6)
        self._last_tag_level = level
        look = "measure" if heading.level > 1 and heading.kicker else f"level-{heading.level}"
        return {
            "tag": f"h{level}",
            "look": look,
            "text": heading.text,
            "anchor": heading.anchor,
            "kicker": heading.kicker,
            "new_page": heading.new_page,
        }

    def _text(self, block: Lead | Paragraph | Label | Note) -> Values:
        content = block.content
        return {
            "content": self.inline.line(content),
            "muted": isinstance(block, Paragraph) and block.muted,
            "verdict": bool(content) and isinstance(content[0], SignMark),
        }

    def _figure(self, figure: Figure) -> Values:
        self._figures += 1
        return {
            "anchor": figure.anchor,
            "number": figure_number(figure),
            "title": figure.title,
            "subtitle": figure.subtitle,
            "picture": chart_markup(figure, self.charts, self.inline.media, self._figures),
            "note": figure.note,
        }

    def _labelled(self, block: Labelled) -> Values:
        return {
            "label": block.label,
            "wide": block.wide,
            "tall": len(block.label) > _LABEL_LINE,
            "content": self.blocks(block.blocks),
        }

    def _editable(self, block: Editable) -> Values:
        address = f"{self.edit_address}{block.key}" if self.edit_address else ""
        content = self.blocks(block.blocks)
        return {
            "key": block.key,
            "name": block.name,
            "content": content,
            "edit": address,
            "change": CHANGE_TEXT,
        }

    def _signs(self, block: StatusCounts | Legend) -> Values:
        match block:
            case StatusCounts(items=counts):
                return {
                    "items": tuple(
                        {
                            "sign": self.inline.sign(SignMark(sign)),
                            "count": str(count),
                            "word": word,
                        }
                        for sign, count, word in counts
                    )
                }
            case Legend(items=signs, remark=remark):
                lines = ((SignMark(sign), Text(word)) for sign, word in signs)
                items = tuple(self.inline.line(one) for one in lines)
                return {"items": items, "remark": remark}
        assert_never(block)

    def _decision(self, box: DecisionBox) -> Values:
        return {
            "title": box.title,
            "paragraphs": tuple(self.inline.line(one) for one in box.paragraphs),
            "items": tuple(self.inline.line(one) for one in box.items),
        }

    def _cover(self, cover: Cover) -> Values:
        self._last_tag_level = 1
        stations = cover.milestones
        return {
            "logo": logo_values(self.inline.style.logo, self.inline.media),
            "sender": cover.sender,
            "title": cover.title,
            "small_title": cover.notice is not None or len(cover.title) > _LONG_TITLE,
            "period": cover.period,
            "notice": "" if cover.notice is None else self.block(cover.notice),
            "milestones": None if stations is None else _milestones(stations),
            "contents_title": cover.contents_title,
            "contents": tuple(
                {"text": entry.text, "anchor": entry.anchor, "level": entry.level}
                for entry in self.contents
            ),
            "about_title": cover.about_title,
            "about": self.blocks(cover.about),
        }


def _milestones(milestones: Milestones) -> Values:
    return {
        "title": milestones.title,
        "remark": milestones.remark,
        "stations": tuple(
            {"name": station.name, "when": station.when, "done": station.done}
            for station in milestones.stations
        ),
    }

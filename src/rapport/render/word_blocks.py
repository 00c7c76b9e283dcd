"""The blocks of a document as the body of a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from rapport.render.anchors import ContentsEntry
from rapport.render.furniture import FIGURE, figure_number
from rapport.render.word_boxes import counts_xml, decision_xml, key_messages_xml, legend_xml
from rapport.render.word_cover import cover_xml
from rapport.render.word_editable import content_control, label_run, marked
from rapport.render.word_fields import sequence
from rapport.render.word_pictures import chart_drawing
from rapport.render.word_runs import muted, runs
from rapport.render.word_story import Story
from rapport.render.word_styles import NumberingKind, WordStyle
from rapport.render.word_tables import table_xml
from rapport.render.word_xml import (
    LANDSCAPE_PX,
    TWIPS_PER_PX,
    ParagraphLook,
    run,
)
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
    Note,
    NumberedList,
    Paragraph,
    StatusCounts,
    Table,
)
from rapport.report.inline import Line, SignMark

_STYLE_OF_LEVEL = {
    1: WordStyle.HEADING_1,
    2: WordStyle.HEADING_2,
    3: WordStyle.HEADING_3,
}
_UNLISTED = {
    WordStyle.HEADING_1: WordStyle.HEADING_1_UNLISTED,
    WordStyle.HEADING_2: WordStyle.HEADING_2_UNLISTED,
}
_DEEPEST = 3
_BEFORE_FLOWING = 495
"""The air in twentieths of a point above a first-level heading that does not open a page."""
_ITEM_INDENT_PX = 18


@dataclass
class BlockWriter:
    """Writes the blocks of one document, in order."""

    story: Story
    contents: tuple[ContentsEntry, ...]
    _last_level: int = 0
    _page_is_new: bool = True
    _after_landscape: bool = False

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks after each other."""
        return "".join([self.block(block) for block in blocks])

    def block(self, block: Block) -> str:
        """One block."""
        label = ""
        if self._after_landscape and not isinstance(block, Landscape):
            label, self._after_landscape = self._upright_again(), False
        if self.story.label_is_due and not isinstance(block, (Paragraph, Editable)):
            label += self._label_alone()
        xml = label + self._xml(block)
        self._page_is_new = False
        return xml

    def _xml(self, block: Block) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each block
        story = self.story
        match block:
            case Heading():
                return self._heading(block)
            case Lead(content=content):
                return story.paragraph(WordStyle.LEAD, runs(story, content))
            case Paragraph():
                return self._paragraph(block)
            case Label(content=content):
                words = runs(story, content, strong=True)
                return story.paragraph(WordStyle.LABEL, words, self._place())
            case Note(content=content):
                return story.paragraph(WordStyle.SOURCE, runs(story, content), self._place())
            case BulletList(items=items):
                return self._list(items, WordStyle.BULLET, NumberingKind.BULLET)
            case NumberedList(items=items):
                return self._list(items, WordStyle.NUMBERED, NumberingKind.NUMBERED)
            case KeyMessages(items=items):
                return key_messages_xml(story, items)
            case Table():
                return table_xml(story, block)
            case Figure():
                return self._figure(block)
            case Labelled():
                return self._labelled(block)
            case StatusCounts():
                return counts_xml(story, block)
            case Legend():
                return legend_xml(story, block)
            case DecisionBox():
                return decision_xml(story, block)
            case Cover():
                return cover_xml(story, block, self.contents)
            case Editable():
                return self._editable(block)
            case Landscape(blocks=inner):
                return self._landscape(inner)
        assert_never(block)

    def _heading(self, heading: Heading) -> str:
        """Levels never skip one; the kicker above belongs to the heading's page."""
        level = min(heading.level, self._last_level + 1, _DEEPEST)
        self._last_level = level
        style = _STYLE_OF_LEVEL[level]
        if heading.kicker and level == _DEEPEST:
            style = WordStyle.INDICATOR_HEADING
        deepest_listed = max((entry.level for entry in self.contents), default=0)
        if not heading.in_contents and level <= deepest_listed:
            style = _UNLISTED.get(style, style)
        new_page = heading.new_page and not self._page_is_new
        content = self.story.bookmarked(heading.anchor, run(heading.text))
        same_page = False if level == 1 else None
        if not heading.kicker:
            flowing = level == 1 and not heading.new_page
            look = ParagraphLook(
                page_break=new_page or same_page, before=_BEFORE_FLOWING if flowing else None
            )
            return self.story.paragraph(style, content, look)
        kicker = ParagraphLook(page_break=new_page or None, before=None if new_page else 270)
        here = ParagraphLook(page_break=same_page, before=0)
        return self.story.paragraph(
            WordStyle.KICKER, run(heading.kicker), kicker
        ) + self.story.paragraph(style, content, here)

    def _paragraph(self, block: Paragraph) -> str:
        """A paragraph; the first of a labelled region has the label hanging at its left."""
        story = self.story
        content = runs(story, muted(block.content) if block.muted else block.content)
        if not story.label:
            is_verdict = block.content[:1] and isinstance(block.content[0], SignMark)
            look = ParagraphLook(right=0, keep_next=True) if is_verdict else ParagraphLook()
            return story.paragraph(WordStyle.BODY, content, look)
        if not story.label_is_due:
            return story.paragraph(WordStyle.LABELLED_MORE, content)
        story.label_is_due = False
        label = label_run(story.label, beside_text=True)
        return story.paragraph(WordStyle.LABELLED, label + content)

    def _list(self, items: tuple[Line, ...], style: WordStyle, kind: NumberingKind) -> str:
        story = self.story
        indent = (story.indent + _ITEM_INDENT_PX) * TWIPS_PER_PX if story.indent else None
        look = ParagraphLook(
            numbering=story.numbering(kind), indent=indent, hanging=_ITEM_INDENT_PX * TWIPS_PER_PX
        )
        return "".join(story.paragraph(style, runs(story, item), look) for item in items)

    def _figure(self, figure: Figure) -> str:
        story = self.story
        title = run(figure.title)
        if figure_number(figure):
            field = run(f"{FIGURE} ") + sequence(FIGURE, figure.number)
            title = story.bookmarked(figure.anchor, field) + run(". ") + title
        else:
            title = story.bookmarked(figure.anchor, title)
        picture = f"<w:r>{chart_drawing(story, figure)}</w:r>"
        parts = [story.paragraph(WordStyle.FIGURE_TITLE, title, self._place())]
        if figure.subtitle:
            subtitle = run(figure.subtitle)
            parts.append(story.paragraph(WordStyle.FIGURE_SUBTITLE, subtitle, self._place()))
        held = replace(self._place(), keep_next=bool(figure.note))
        parts.append(story.paragraph(WordStyle.FIGURE, picture, held))
        if figure.note:
            parts.append(story.paragraph(WordStyle.SOURCE, run(figure.note), self._place()))
        return "".join(parts)

    def _place(self) -> ParagraphLook:
        """Where a block stands that does not itself know of labelled regions."""
        indent = self.story.indent
        return ParagraphLook(indent=indent * TWIPS_PER_PX) if indent else ParagraphLook()

    def _labelled(self, block: Labelled) -> str:
        """The label hangs at the left of a first paragraph, and stands above all else."""
        story = self.story
        outside = story.label, story.indent, story.column, story.label_is_due
        step = story.style.spaces["etikettspalt"]
        story.label, story.indent, story.column = block.label, step, outside[2] - step
        story.label_is_due = True
        xml = self.blocks(block.blocks)
        if story.label_is_due:
            xml += self._label_alone()
        story.label, story.indent, story.column, story.label_is_due = outside
        return xml

    def _label_alone(self) -> str:
        """The label as a line of its own, above a table, a list or a figure."""
        self.story.label_is_due = False
        return self.story.paragraph(
            WordStyle.LABELLED, label_run(self.story.label), ParagraphLook(keep_next=True, after=60)
        )

    def _landscape(self, blocks: tuple[Block, ...]) -> str:
        """Blocks in a section whose pages lie down, as wide as those pages."""
        story = self.story
        xml = "" if story.sections.lies else story.sections.turned()
        self._page_is_new, self._after_landscape = True, False
        outside, story.column, story.after_table = story.column, LANDSCAPE_PX, False
        xml += self.blocks(blocks)
        story.column, self._after_landscape = outside, True
        return xml

    def _upright_again(self) -> str:
        """The end of a section whose pages lie down."""
        self._page_is_new, self.story.after_table = True, False
        return self.story.sections.turned()

    def _editable(self, region: Editable) -> str:
        """A text that staff may change, marked in three ways (see ``editable_xml``)."""
        story = self.story
        start, end = story.region_bookmark(region)
        label = story.label if story.label_is_due else ""
        outside, story.editable = story.editable, True
        inside = self.blocks(region.blocks) or self._paragraph(Paragraph(()))
        story.editable, story.region = outside, ""
        return content_control(
            region, story.next_number("control"), marked(inside, label, start, end)
        )

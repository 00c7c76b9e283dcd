"""Signs with counts, legends, key messages and the decision box ("beslutsruta") in Word."""

from __future__ import annotations

from dataclasses import replace

from rapport.render.word_runs import LARGE_SIGN_PX, SIGN_SPACE, SMALL_SIGN_PX, runs, sign_run
from rapport.render.word_story import Story
from rapport.render.word_styles import CharacterStyle, NumberingKind, WordStyle
from rapport.render.word_xml import TWIPS_PER_PX, ParagraphLook, run
from rapport.report.blocks import DecisionBox, Legend, StatusCounts
from rapport.report.inline import Line, SignMark
from rapport.swedish.numbers import NO_BREAK_SPACE

_HANGING_PX = 18
_BETWEEN_SIGNS = "\u2003"


def counts_xml(story: Story, block: StatusCounts) -> str:
    """How many of each verdict on one line, at even distances."""
    step = story.column * TWIPS_PER_PX // max(1, len(block.items))
    stops = tuple(("left", step * place) for place in range(1, len(block.items)))
    number_look = f'<w:rStyle w:val="{CharacterStyle.COUNT}"/>'
    parts = []
    for sign, count, word in block.items:
        mark = sign_run(story, SignMark(sign), LARGE_SIGN_PX)
        number = run(f"{NO_BREAK_SPACE}{count}{NO_BREAK_SPACE}", number_look)
        parts.append(mark + number + run(word))
    return story.paragraph(WordStyle.COUNTS, run("\t").join(parts), ParagraphLook(tabs=stops))


def legend_xml(story: Story, block: Legend) -> str:
    """The signs with their meaning, and the closing remark."""
    parts = [
        sign_run(story, SignMark(sign), SMALL_SIGN_PX) + SIGN_SPACE + run(word)
        for sign, word in block.items
    ]
    if block.remark:
        parts.append(run(block.remark))
    return story.paragraph(WordStyle.LEGEND, run(_BETWEEN_SIGNS).join(parts))


def key_messages_xml(story: Story, items: tuple[Line, ...]) -> str:
    """The numbered messages of a summary."""
    look = ParagraphLook(numbering=story.numbering(NumberingKind.KEY_MESSAGE))
    return "".join(
        story.paragraph(WordStyle.KEY_MESSAGE, runs(story, item), look) for item in items
    )


def decision_xml(story: Story, box: DecisionBox) -> str:
    """What the board is asked to decide, in one box.

    Word draws neighbouring paragraphs as one box only if their indents are the same, so
    where there are numbered items every paragraph of the box hangs as they do. A box is
    never split over pages.
    """
    hanging = _HANGING_PX * TWIPS_PER_PX if box.items else 0
    place = ParagraphLook(
        indent=story.indent * TWIPS_PER_PX + hanging, hanging=hanging, keep_next=True
    )
    numbering = story.numbering(NumberingKind.DECISION) if box.items else None
    rows = [
        (WordStyle.DECISION_TITLE, run(box.title), place),
        *((WordStyle.DECISION, runs(story, one), place) for one in box.paragraphs),
        *(
            (WordStyle.DECISION_ITEM, runs(story, item), replace(place, numbering=numbering))
            for item in box.items
        ),
    ]
    style, content, look = rows[-1]
    rows[-1] = (style, content, replace(look, keep_next=False))
    return "".join(story.paragraph(*row) for row in rows)

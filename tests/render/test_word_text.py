"""Every word of a document stands in its Word file, in the same order and as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

import pytest

from rapport.domain.plan import DocumentHead
from rapport.domain.problem import RenderFailed
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
from rapport.report.inline import Footnote, Line, Link, Text, line
from render.gallery import gallery_document
from render.word_reading import gallery_file, parts, plain_blanks, tree, words, written

TRICKY = "A & B < C > \"D\" 'E' {{ f }} {% g %} {_{ ]]> &amp; \u00e5\u0301"


def pieces(content: Iterable[Line]) -> Iterator[str]:
    """The texts of lines, one by one; numbers of pages and notes stand between them."""
    for each in content:
        yield from (part.text for part in each if isinstance(part, (Text, Link)))


def spoken(blocks: Iterable[Block]) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each block
    """The texts of blocks in the order that the Word file has them."""
    for block in blocks:
        match block:
            case Heading(kicker=kicker, text=text):
                yield from (kicker, text)
            case Lead(content=content) | Paragraph(content=content):
                yield from pieces((content,))
            case Label(content=content) | Note(content=content):
                yield from pieces((content,))
            case BulletList(items=items) | NumberedList(items=items) | KeyMessages(items=items):
                yield from pieces(items)
            case Table():
                yield from spoken_table(block)
            case Figure(title=title, subtitle=subtitle, note=note):
                yield from (title, subtitle, note)
            case Labelled(label=label, blocks=inner):
                yield from (label, *spoken(inner))
            case StatusCounts(items=counts):
                for _, count, word in counts:
                    yield from (str(count), word)
            case Legend(items=signs, remark=remark):
                yield from (*(word for _, word in signs), remark)
            case DecisionBox(title=title, paragraphs=paragraphs, items=items):
                yield from (title, *pieces(paragraphs), *pieces(items))
            case Cover():
                yield from spoken_cover(block)
            case Editable(blocks=inner) | Landscape(blocks=inner):
                yield from spoken(inner)
            case _:
                assert_never(block)


def spoken_table(table: Table) -> Iterator[str]:
    """The texts of a table, row by row."""
    yield from (table.caption, table.caption_note)
    yield from (column.title for column in table.columns)
    for row in table.rows:
        for cell in row.cells:
            yield from pieces(cell)


def spoken_cover(cover: Cover) -> Iterator[str]:
    """The texts of a first page."""
    yield from (cover.sender, cover.title, cover.period)
    yield from spoken([cover.notice] if cover.notice else [])
    if cover.milestones:
        yield from (cover.milestones.title, cover.milestones.remark)
        yield from (station.name for station in cover.milestones.stations)
        yield from (station.when for station in cover.milestones.stations)
    yield from (cover.about_title, *spoken(cover.about), cover.contents_title)


@pytest.mark.parametrize("draft", [False, True])
def test_every_word_of_every_block_in_order(*, draft: bool) -> None:
    """Searching onwards from each found text, every text of every block is found."""
    whole = words(tree(gallery_file(draft=draft)))
    missing, at = [], 0
    for text in spoken(gallery_document(draft=draft).blocks):
        found = whole.find(plain_blanks(text), at)
        if found < 0:
            missing.append(text)
        else:
            at = found
    assert missing == []


def test_markup_characters_in_the_body_survive() -> None:
    """Text that looks like markup or template code stands in the body letter by letter."""
    blocks: tuple[Block, ...] = (
        Heading(1, TRICKY, "h"),
        Paragraph(line(Text(TRICKY, strong=True), Footnote(TRICKY))),
        Table(TRICKY, gallery_table().columns, gallery_table().rows, anchor=TRICKY),
        Editable(TRICKY, TRICKY, (Paragraph(line(TRICKY)),)),
    )
    made = written(replace(gallery_document(), blocks=blocks))
    assert words(tree(made)).count(plain_blanks(TRICKY)) == 4
    assert plain_blanks(TRICKY) in words(tree(made, "word/footnotes.xml"))


def gallery_table() -> Table:
    """Some table of the gallery."""
    return next(block for block in gallery_document().blocks if isinstance(block, Table))


def test_markup_characters_in_head_and_foot_survive() -> None:
    """What goes through the template engine comes out unchanged, also template code."""
    text = 'A & B < C {{ 7 * 7 }} {% if %} "D"'
    head = DocumentHead(text, text, text, text, text, text, text)
    document = replace(gallery_document(), head=head, running_head=text, running_foot=text)
    made = written(document)
    assert words(tree(made, "word/header1.xml")).count(text) == 7
    assert words(tree(made, "word/header2.xml")).count(text) == 1
    assert words(tree(made, "word/footer2.xml")).startswith(text)


def test_footnotes_stand_in_their_own_part_in_order() -> None:
    """Each call in the body has its note, numbered in the order of the calls."""
    made = gallery_file()
    calls = [
        node.get(f"{node.tag[: node.tag.index('}') + 1]}id")
        for node in tree(made).iter("{*}footnoteReference")
    ]
    notes = tree(made, "word/footnotes.xml")
    assert calls == ["1", "2"]
    assert words(notes) == "Samtal inom 72 timmar efter utskrivning. Andelen är 61 procent."


def test_a_document_without_footnotes_has_no_part_for_them() -> None:
    """No empty part is left behind."""
    made = written(replace(gallery_document(), blocks=(Paragraph(line("Text")),)))
    assert "word/footnotes.xml" not in parts(made)


def test_a_control_character_is_refused_in_words() -> None:
    """A text that no Word file can hold is named instead of crashing the writer."""
    document = replace(gallery_document(), blocks=(Paragraph(line("före\x0bnytt")),))
    with pytest.raises(RenderFailed, match="styrtecken"):
        written(document)


def test_an_address_of_another_kind_is_only_text() -> None:
    """A link to a file or a script keeps its words and loses its address."""
    document = replace(
        gallery_document(), blocks=(Paragraph(line(Link("läs mer", "javascript:alert(1)"))),)
    )
    made = written(document)
    assert words(tree(made)) == "läs mer"
    assert b"javascript" not in b"".join(parts(made).values())

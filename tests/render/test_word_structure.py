"""What Word needs to know about a document: levels, tables, pictures, fields and regions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from lxml import etree

from rapport.render.word_xml import region_bookmark_name
from rapport.report.blocks import (
    Block,
    BulletList,
    Column,
    DecisionBox,
    Editable,
    Heading,
    Labelled,
    NumberedList,
    Paragraph,
    Row,
    Table,
)
from rapport.report.inline import Sign, SignMark, Text, line
from render.gallery import gallery_document
from render.word_reading import (
    W,
    field_codes,
    gallery_file,
    parts,
    styles_of,
    tree,
    words,
    written,
)

SMALL_TABLE = Table(
    "", (Column("Vad", 500), Column("Hur", 500)), (Row(((line("a"),), (line("b"),))),), label=""
)


def body_of(*blocks: Block) -> etree._Element:
    """The body of a document of these blocks."""
    return tree(written(replace(gallery_document(), blocks=blocks)))


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    """An attribute of something inside an element, both by their Word names."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}{attribute}")


def test_every_table_repeats_its_header_row_and_splits_no_row() -> None:
    """The first row of each table, and no other, is a header; no row breaks over pages."""
    for table in tree(gallery_file()).iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert headers == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_every_table_is_described_and_has_fixed_whole_widths() -> None:
    """Title and description are there, and the columns fill the table to the last twip."""
    for table in tree(gallery_file()).iter(f"{W}tbl"):
        for name in ("tblCaption", "tblDescription"):
            assert value(table, f"tblPr/{name}") not in {None, ""}
        grid = [int(str(column.get(f"{W}w"))) for column in table.iter(f"{W}gridCol")]
        assert str(sum(grid)) == value(table, "tblPr/tblW", "w")
        assert value(table, "tblPr/tblLayout", "type") == "fixed"


def test_no_cell_is_merged_and_no_table_stands_in_a_table() -> None:
    """Tables are plain grids, which is what readers with a screen reader can follow."""
    document = tree(gallery_file())
    assert list(document.iter(f"{W}gridSpan", f"{W}vMerge")) == []
    assert [t for t in document.iter(f"{W}tbl") if t.find(f".//{W}tc//{W}tbl") is not None] == []


def test_headings_use_the_built_in_levels_without_a_jump() -> None:
    """A heading of level 3 right after level 1 is set one step down, not two."""
    body = body_of(
        Heading(1, "Ett", "a"), Heading(3, "Tre", "b"), Heading(3, "Fyra", "c", kicker="K")
    )
    headings = [
        style_id for style_id, _ in styles_of(body) if "eading" in style_id or "ubrik" in style_id
    ]
    assert headings == ["Heading1", "Heading2", "Mattrubrik"]


def test_headings_outside_the_contents_keep_out_of_them_when_word_updates() -> None:
    """Of two chapters only the listed one has the style that the contents field collects."""
    body = body_of(
        Heading(1, "Med", "a", in_contents=True), Heading(1, "Utan", "b"), Heading(2, "Två", "c")
    )
    assert [style_id for style_id, _ in styles_of(body)] == [
        "Heading1",
        "Rubrik1utanforinnehall",
        "Heading2",
    ]


def test_no_empty_paragraph_is_used_as_space() -> None:
    """Outside table cells a paragraph without words holds a picture or parts two tables."""
    document = tree(gallery_file())
    empty = [
        style_id
        for paragraph in document.iter(f"{W}p")
        if not words(paragraph)
        and paragraph.find(f".//{W}drawing") is None
        and not any(ancestor.tag == f"{W}tc" for ancestor in paragraph.iterancestors())
        for style_id, _ in styles_of(paragraph)
    ]
    assert empty == []


def test_two_tables_without_words_between_stay_two() -> None:
    """Word would join touching tables, so a line of one pixel holds them apart."""
    body = body_of(SMALL_TABLE, SMALL_TABLE)
    kinds = [child.tag.removeprefix(W) for child in body[0]]
    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_last_table_that_fills_its_page_is_not_followed_by_an_empty_one() -> None:
    """Word wants a paragraph last; a twentieth of a point high it fits under any table."""
    last = body_of(SMALL_TABLE)[0][-2]
    assert ("1", "exact") == tuple(
        value(last, "pPr/spacing", name) for name in ("line", "lineRule")
    )


def test_a_file_name_is_not_divided() -> None:
    """Word divides no word that it is told not to proof."""
    (run,) = body_of(Paragraph(line(Text("analys.valdsfragor.md", exact=True)))).iter(f"{W}r")
    assert run.find(f"{W}rPr/{W}noProof") is not None


def test_the_contents_list_is_a_field_with_its_rows_and_pages() -> None:
    """On opening, the contents show the pages we know; each row leads to its heading."""
    document = tree(gallery_file())
    rows = [text for style_id, text in styles_of(document) if style_id == "TOC1"]
    assert rows == ["Sammanfattning 2", "Nära vård 3", "Läkemedelskostnader 5", "Definitioner 6"]
    names = {node.get(f"{W}name") for node in document.iter(f"{W}bookmarkStart")}
    anchors = {node.get(f"{W}anchor") for node in document.iter(f"{W}hyperlink")} - {None}
    assert anchors <= names
    assert field_codes(document)[0] == 'TOC \\o "1-1" \\h \\z'


def test_an_unknown_page_is_a_dash() -> None:
    """Without page numbers from anywhere nothing is made up."""
    document = tree(written(gallery_document(), pages=None))
    rows = [text for style_id, text in styles_of(document) if style_id == "TOC1"]
    assert rows[0] == "Sammanfattning –"


def test_a_reference_to_a_table_has_its_number_from_the_start() -> None:
    """A REF field to the bookmark around label and number, with the right words cached."""
    document = tree(gallery_file())
    (code,) = [code for code in field_codes(document) if code.startswith("REF ")]
    bookmark = code.split()[1]
    start = document.find(f".//{W}bookmarkStart[@{W}name='{bookmark}']")
    assert start is not None
    caption = start.getparent()
    assert caption is not None
    assert words(caption).startswith("Tabell 1. Läkemedelskostnad")
    assert "Tabell 1 visar att" in words(document)


def test_captions_are_numbered_by_fields() -> None:
    """Tables and figures count for themselves, with the right numbers to begin with."""
    document = tree(gallery_file())
    codes = [code for code in field_codes(document) if code.startswith("SEQ")]
    captions = [
        text for style_id, text in styles_of(document) if style_id in {"Caption", "Figurtitel"}
    ]
    assert codes == [f"SEQ {name} \\* ARABIC" for name in ("Tabell", "Figur", "Figur", "Tabell")]
    assert "Tabell 1. Läkemedelskostnad · mnkr" in captions
    assert "Figur 2. Nya läkemedel ökar kostnaden" in captions


def test_every_field_is_complete() -> None:
    """Each part has as many ends as beginnings, and nothing asks Word to update on opening."""
    made = parts(gallery_file())
    for name in ("document", "header1", "header2", "footer1", "footer2"):
        kinds = Counter(
            node.get(f"{W}fldCharType")
            for node in tree(gallery_file(), f"word/{name}.xml").iter(f"{W}fldChar")
        )
        assert kinds["begin"] == kinds["separate"] == kinds["end"]
    assert b"updateFields" not in made["word/settings.xml"]
    assert b"w:dirty" not in made["word/document.xml"]


def test_each_list_starts_from_one() -> None:
    """Two numbered lists have two numberings; each begins anew."""
    body = body_of(NumberedList((line("a"), line("b"))), NumberedList((line("c"),)))
    numbers = [node.get(f"{W}val") for node in body.iter(f"{W}numId")]
    assert numbers[0] == numbers[1] != numbers[2]


def test_an_editable_region_is_marked_three_ways() -> None:
    """Content control with the key, bookmark of the key, and styles named Redigerbar."""
    document = tree(gallery_file())
    control = next(
        node for node in document.iter(f"{W}sdt") if value(node, "sdtPr/tag") == "faktor.samordnad"
    )
    names = {node.get(f"{W}name") for node in control.iter(f"{W}bookmarkStart")}
    assert region_bookmark_name("faktor.samordnad") in names
    assert {style_id for style_id, _ in styles_of(control)} == {
        "Redigerbartext",
        "Redigerbarpunktlista",
        "Redigerbarnumreradlista",
    }


def test_the_bookmark_of_a_labelled_region_leaves_the_label_out() -> None:
    """What is read back is the text alone, not the hanging label before it."""
    body = body_of(Labelled("Analys", (Editable("k", "Analys", (Paragraph(line("Texten.")),)),)))
    paragraph = next(body.iter(f"{W}p"))
    start = next(paragraph.iter(f"{W}bookmarkStart"))
    after = "".join(words(node) for node in start.itersiblings())
    assert (words(paragraph), after) == ("Analys Texten.", "Texten.")


def test_an_empty_editable_region_has_a_place_to_write() -> None:
    """A text that nobody has written yet is an empty paragraph of the right style."""
    body = body_of(Editable("k", "Namn", ()))
    assert list(styles_of(body)) == [("Redigerbartext", "")]


def test_a_label_above_a_table_or_list_is_a_line_of_its_own() -> None:
    """Where no paragraph can carry the label it still comes before what it names."""
    body = body_of(Labelled("Åtgärder", (BulletList((line("Ett"),)),)))
    assert [text for _, text in styles_of(body)] == ["Åtgärder", "Ett"]


def test_a_chapter_opens_a_page_and_its_kicker_comes_along() -> None:
    """The break stands before the small line above the heading, not between the two."""
    body = body_of(Paragraph(line("a")), Heading(1, "Mål", "m", "Strategiskt mål", new_page=True))
    breaks = [
        (words(paragraph), value(paragraph, "pPr/pageBreakBefore"))
        for paragraph in body.iter(f"{W}p")
    ]
    assert breaks == [("a", None), ("Strategiskt mål", "1"), ("Mål", "0")]


def test_a_chapter_that_does_not_open_a_page_has_air_above() -> None:
    """The style would break the page; the heading says that it does not."""
    body = body_of(Paragraph(line("a")), Heading(1, "Mål", "m"))
    heading = list(body.iter(f"{W}p"))[1]
    assert value(heading, "pPr/pageBreakBefore") == "0"
    assert int(value(heading, "pPr/spacing", "before") or 0) > 0


def test_a_decision_box_is_one_box_on_one_page() -> None:
    """All its paragraphs have the same indents, and all but the last hold on to the next."""
    box = DecisionBox("Förslag", (line("Skäl."),), (line("Ett."), line("Två.")))
    paragraphs = list(body_of(box).iter(f"{W}p"))
    indents = {
        tuple(value(paragraph, "pPr/ind", side) for side in ("left", "hanging"))
        for paragraph in paragraphs
    }
    held = [paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in paragraphs]
    assert indents == {("270", "270")}
    assert held == [True, True, True, False]


def test_a_verdict_stays_with_its_figure() -> None:
    """The line with the verdict holds on to what follows; other paragraphs do not."""
    verdict = Paragraph((SignMark(Sign.MET), Text("Uppfyllt.")))
    held = [
        body_of(block).find(f".//{W}pPr/{W}keepNext") is not None
        for block in (verdict, Paragraph(line("Målet nås.")))
    ]
    assert [True, False] == held


def test_the_second_paragraph_of_a_labelled_region_stands_under_the_first() -> None:
    """The style of the continuation has the label's indent and nothing hanging in it."""
    body = body_of(Labelled("Analys", (Paragraph(line("Ett.")), Paragraph(line("Två.")))))
    assert list(styles_of(body)) == [
        ("Etikettrad", "Analys Ett."),
        ("Etikettradfortsattning", "Två."),
    ]
    styles = tree(gallery_file(), "word/styles.xml")
    looks = {
        str(node.get(f"{W}styleId")): tuple(
            value(node, "pPr/ind", side) for side in ("left", "hanging", "firstLine")
        )
        for node in styles.iter(f"{W}style")
    }
    assert looks["Etikettrad"] == ("1530", "1530", None)
    assert looks["Etikettradfortsattning"] == ("1530", None, "0")

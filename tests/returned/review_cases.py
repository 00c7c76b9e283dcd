"""Kinds of Word edits that reviewers and other programs make beside the words themselves."""

from __future__ import annotations

from lxml import etree

from returned.edit_cases import FIRST, REST, Case, U, besok, ekonomi, mal
from returned.small_draft import EKONOMI, SHARE, Edit, W
from returned.word_edits import (
    WHO,
    control,
    exchanged,
    looked,
    mark_of_end,
    moved,
    p,
    paragraph,
    run,
    text_node,
    tracked_delete,
    tracked_insert,
    typed,
    without_bookmarks,
    without_controls,
    xml,
)


def comment(number: int, text: str, para: str, who: str = "Granskare") -> str:
    """A comment as Word keeps it."""
    return (
        f'<w:comment w:id="{number}" w:author="{who}" w:date="2024-09-20T10:00:00Z">'
        f'<w:p w14:paraId="{para}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
    )


COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
    + comment(1, "Stämmer det?", "0A1B2C3D")
    + comment(2, "Ja, enligt bokslutet.", "0A1B2C3E", "Ekonomistaben")
    + "</w:comments>"
).encode()
THREADS = (
    b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    b'<w15:commentEx w15:paraId="0A1B2C3D" w15:done="0"/>'
    b'<w15:commentEx w15:paraId="0A1B2C3E" w15:paraIdParent="0A1B2C3D" w15:done="0"/>'
    b"</w15:commentsEx>"
)
COMMENT_PARTS = {"word/comments.xml": COMMENTS, "word/commentsExtended.xml": THREADS}


def commented(root: etree._Element) -> None:
    """A comment with a reply, on one run."""
    holder = next(text_node(root, "Resorna").iterancestors(f"{W}r"))
    holder.addprevious(xml('<w:commentRangeStart w:id="1"/>')[0])
    end = '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    for element in reversed(xml(end)):
        holder.addnext(element)


def without_text(root: etree._Element) -> None:
    """All words of a region deleted, its control left with Word's own words in it."""
    found = control(root, EKONOMI)
    look = found.find(f"{W}sdtPr")
    assert look is not None
    look.extend(xml("<w:showingPlcHdr/>"))
    for node in found.iter(f"{W}t"):
        node.text = "Klicka eller tryck här för att ange text."


def without_words(root: etree._Element) -> None:
    """All words of a region deleted, an empty paragraph left."""
    for node in control(root, EKONOMI).iter(f"{W}t"):
        node.text = ""


def without_region(root: etree._Element) -> None:
    """A whole region deleted with its control."""
    found = control(root, EKONOMI)
    parent = found.getparent()
    assert parent is not None
    parent.remove(found)


def region_moved(root: etree._Element) -> None:
    """A whole region cut and pasted elsewhere."""
    paragraph(root, "Rapporten bygger").addnext(control(root, EKONOMI))


def region_copied(root: etree._Element) -> None:
    """A region pasted once more elsewhere."""
    again = xml(etree.tostring(control(root, EKONOMI), encoding="unicode"))[0]
    paragraph(root, "Rapporten bygger").addnext(again)


def moved_with_tracking(root: etree._Element) -> None:
    """A paragraph moved with tracking on: it stands in both places, marked."""
    source = paragraph(root, "Fler söker")
    whole = etree.tostring(source, encoding="unicode")
    words = "Fler söker digitalt. Det gäller båda könen."
    gone = f'<w:moveFrom w:id="905" {WHO}>{run(words)}</w:moveFrom>'
    here = f'<w:moveTo w:id="906" {WHO}>{run(words)}</w:moveTo>'
    assert "Fler söker" in whole
    for node in list(source):
        if node.tag != f"{W}pPr":
            source.remove(node)
    source.extend(xml(gone))
    look = source.find(f"{W}pPr")
    assert look is not None
    look.extend(xml(f'<w:rPr><w:moveFrom w:id="907" {WHO}/></w:rPr>'))
    paragraph(root, "Resorna").addnext(xml(p(here, "Redigerbartext"))[0])


def row_tracked(kind: str) -> Edit:
    """A table row inserted or deleted with tracking on."""

    def edit(root: etree._Element) -> None:
        row = next(text_node(root, "många").iterancestors(f"{W}tr"))
        look = row.find(f"{W}trPr")
        assert look is not None
        look.extend(xml(f'<w:{kind} w:id="908" {WHO}/>'))

    return edit


def number_moved(root: etree._Element) -> None:
    """A bound number cut and pasted into another paragraph with its marks."""
    holder = next(text_node(root, SHARE).iterancestors(f"{W}sdt"))
    start = holder.getprevious()
    end = holder.getnext()
    assert start is not None
    assert end is not None
    paragraph(root, "Resorna").extend([start, holder, end])


REVIEWING = (
    Case(
        "words inserted with tracking",
        (tracked_insert("Resorna", " Mycket."),),
        ekonomi("Resorna kostar mindre. Mycket."),
        ("infogat Granskare ekonomi: Mycket.",),
    ),
    Case(
        "words deleted with tracking",
        (tracked_delete(" och målet "),),
        besok(FIRST.replace(" och målet ", "")),
        ("borttaget Granskare analys.besok: och målet",),
    ),
    Case(
        "a paragraph end deleted with tracking",
        (mark_of_end("Utfallet", "del"),),
        besok(f"{FIRST}Fler söker digitalt. Det gäller båda könen.", ""),
        ("borttaget Granskare analys.besok: ↵",),
    ),
    Case(
        "a paragraph moved with tracking",
        (moved_with_tracking,),
        {
            **besok(rest=""),
            **ekonomi("Resorna kostar mindre.\n\nFler söker digitalt. Det gäller båda könen."),
        },
        ("flyttat härifrån", "flyttat hit"),
    ),
    Case(
        "a table row deleted with tracking",
        (row_tracked("del"),),
        mal(cells="| Ort | Antal |\n|-----|------:|"),
        ("borttaget Granskare mal.vard: Norr många",),
    ),
    Case(
        "a table row inserted with tracking",
        (row_tracked("ins"),),
        {},
        ("infogat Granskare mal.vard: Norr många",),
    ),
    Case(
        "a look changed with tracking",
        (looked("Resorna", f'<w:rPrChange w:id="9" {WHO}><w:rPr/></w:rPrChange>'),),
        {},
    ),
    Case(
        "a comment with a reply",
        (commented,),
        {},
        (
            "Granskare 2024-09-20T10:00:00Z ekonomi Resorna kostar mindre.: Stämmer det?",
            "Ekonomistaben 2024-09-20T10:00:00Z ekonomi Resorna kostar mindre.: Ja, enligt bok",
        ),
        COMMENT_PARTS,
    ),
    Case(
        "a bound number written over",
        (typed(SHARE, "14,0 %"),),
        {},
        ("analys.besok skrivet över: 14,0 %",),
    ),
    Case(
        "a bound number written over without marks",
        (without_controls, without_bookmarks, typed(SHARE, "14,0 %")),
        {},
        ("analys.besok skrivet över: 14,0 %",),
    ),
    Case(
        "a bound number with a word beside it inside the marks",
        (typed(SHARE, f"cirka {SHARE}"),),
        besok(FIRST.replace(U, f"cirka {U}")),
    ),
    Case("a bound number with ordinary blanks", (typed(SHARE, "15,4 %"),), {}),
    Case(
        "a bound number deleted",
        (typed("Utfallet är ", "Det är bra, "), exchanged(SHARE, "")),
        besok(FIRST.replace(f"Utfallet är {U}", "Det är bra,")),
        (f"bundet tal som är borta: {U} ({SHARE})",),
    ),
    Case(
        "a bound number moved to another text",
        (number_moved,),
        {**besok(FIRST.replace(f" {U}", "")), **ekonomi(f"Resorna kostar mindre.{U}")},
    ),
    Case("the text emptied", (without_words,), {}, ("ekonomi tömd",)),
    Case("the text emptied so that Word's own words show", (without_text,), {}, ("ekonomi tömd",)),
    Case("a region deleted", (without_region,), {}, ("ekonomi borttagen",)),
    Case(
        "a region moved",
        (region_moved, typed("Resorna", "Färderna")),
        ekonomi("Färderna kostar mindre."),
    ),
    Case("a region copied", (region_copied,), {}, ("→ Resorna kostar mindre.",)),
    Case(
        "content controls gone",
        (without_controls, typed("Resorna", "Färderna")),
        ekonomi("Färderna kostar mindre."),
    ),
    Case(
        "bookmarks gone",
        (without_bookmarks, typed("Resorna", "Färderna")),
        ekonomi("Färderna kostar mindre."),
    ),
    Case(
        "both marks gone",
        (without_controls, without_bookmarks, typed("Resorna", "Färderna")),
        ekonomi("Färderna kostar mindre."),
    ),
    Case(
        "all marks gone and paragraphs in another order",
        (without_controls, without_bookmarks, moved("Utfallet", "Fler söker")),
        besok(REST, FIRST),
    ),
)

"""Kinds of Word edits that paste or mark what no text in Markdown can hold."""

from __future__ import annotations

from returned.edit_cases import Case, U, ekonomi, mal
from returned.word_edits import after, appended, looked, prefixed, removed, run

BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>"
    "<w:p><w:r><w:t>I rutan</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>I rutan</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
PICTURE = (
    "<w:r><w:drawing><wp:inline><wp:docPr id='7' name='Bild 7' descr='En karta'/></wp:inline>"
    "</w:drawing></w:r>"
)
DATE = (
    '<w:fldSimple w:instr=" DATE \\@ yyyy "><w:r><w:t xml:space="preserve"> 2024</w:t></w:r>'
    "</w:fldSimple>"
)
NOTES = (
    b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:footnote w:id="5"><w:p><w:r><w:t>Enligt bokslutet.</w:t></w:r></w:p></w:footnote>'
    b"</w:footnotes>"
)
NOTE_CALL = '<w:r><w:footnoteReference w:id="5"/></w:r>'


PASTING = (
    Case("a picture pasted", (appended("Resorna", PICTURE),), {}, ("ekonomi bild: En karta",)),
    Case("a text box pasted", (appended("Resorna", BOX),), {}, ("ekonomi textruta: I rutan",)),
    Case(
        "a text box outside the texts", (appended("Här slutar", BOX),), {}, ("[textruta] I rutan",)
    ),
    Case(
        "a footnote",
        (appended("Resorna", NOTE_CALL),),
        {},
        ("ekonomi fotnot: Enligt bokslutet.",),
        {"word/footnotes.xml": NOTES},
    ),
    Case(
        "hidden text",
        (appended("Resorna", run(" Internt.", "<w:vanish/>")),),
        {},
        ("ekonomi dold text: Internt.",),
    ),
    Case(
        "text struck through",
        (looked("Resorna", "<w:strike/>"),),
        {},
        ("ekonomi överstruken text: Resorna kostar mindre.",),
    ),
    Case(
        "text marked in colour",
        (looked("Resorna", '<w:highlight w:val="yellow"/>'),),
        {},
        ("ekonomi färgmarkerad text: Resorna kostar mindre.",),
    ),
    Case(
        "a known symbol",
        (appended("Resorna", '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'),),
        ekonomi("Resorna kostar mindre.→"),
    ),
    Case(
        "an unknown symbol",
        (appended("Resorna", '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'),),
        {},
        ("ekonomi tecken: Webdings F021",),
    ),
    Case(
        "a date field",
        (appended("Resorna", DATE),),
        ekonomi("Resorna kostar mindre. 2024"),
        ("ekonomi fält: 2024",),
    ),
    Case(
        "a formula",
        (appended("Resorna", "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"),),
        {},
        ("ekonomi formel: a=b",),
    ),
    Case(
        "a section break",
        (
            after(
                "Resorna",
                '<w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr></w:p>',
            ),
        ),
        {},
    ),
    Case(
        "another content control inside",
        (
            prefixed(
                "Resorna",
                '<w:sdt><w:sdtPr><w:alias w:val="Val"/></w:sdtPr><w:sdtContent>'
                + run("Nu: ")
                + "</w:sdtContent></w:sdt>",
            ),
        ),
        ekonomi("Nu: Resorna kostar mindre."),
    ),
    Case(
        "smart tags and spelling marks",
        (
            prefixed(
                "Resorna",
                '<w:proofErr w:type="spellStart"/><w:smartTag w:element="x">'
                + run("Nu: ")
                + "</w:smartTag>",
            ),
        ),
        ekonomi("Nu: Resorna kostar mindre."),
    ),
    Case(
        "a file embedded", (after("Resorna", '<w:altChunk r:id="rId99"/>'),), {}, ("inbäddad fil",)
    ),
    Case(
        "ruby text",
        (
            appended(
                "Resorna",
                "<w:r><w:ruby><w:rt><w:r><w:t>lätt</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>bas</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            ),
        ),
        ekonomi("Resorna kostar mindre.bas (lätt)"),
    ),
    Case(
        "a deleted paragraph in a list",
        (removed("Första punkten"),),
        mal(items=f"* Andra punkten med {U}"),
    ),
)

"""Kinds of Word edits that change the shape of a text, its looks, or what stands around it."""

from __future__ import annotations

from returned.edit_cases import (
    BOLD,
    FIRST,
    ITALIC,
    RESORNA,
    REST,
    Case,
    M,
    U,
    besok,
    ekonomi,
    mal,
)
from returned.small_draft import EKONOMI
from returned.word_edits import (
    after,
    appended,
    before,
    exchanged,
    joined,
    looked,
    moved,
    p,
    removed,
    run,
    split,
    styled,
    table,
    typed,
)

CODE = '<w:r><w:instrText> HYPERLINK "https://example.org/falt" </w:instrText></w:r>'


def mark(kind: str) -> str:
    """A mark of a field: where it begins, where its result does, and where it ends."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


SHAPING = (
    Case(
        "a paragraph split",
        (split("Väntan är kortare."),),
        besok(f"Utfallet är {U} och målet {M}.\n\nVäntan är kortare."),
    ),
    Case(
        "an added paragraph",
        (after("båda könen", p(run("Nytt stycke."), "Redigerbaretikettradfortsattning")),),
        besok(rest=f"{REST}\n\nNytt stycke."),
    ),
    Case(
        "an added paragraph in another style",
        (after("Första punkten", p(run("Mitt i."), "Normal")),),
        mal(items=f"* Första punkten\n\nMitt i.\n\n* Andra punkten med {U}"),
    ),
    Case(
        "two paragraphs merged",
        (joined("Utfallet", "Fler söker"),),
        besok(f"{FIRST} Fler söker digitalt. Det gäller båda könen.", ""),
    ),
    Case("a paragraph deleted", (removed("Fler söker"),), besok(rest="")),
    Case("paragraphs in another order", (moved("Utfallet", "Fler söker"),), besok(REST, FIRST)),
    Case(
        "an item added to a list",
        (
            after(
                "Första punkten",
                p(
                    run("Mellan dem"),
                    "Redigerbarpunktlista",
                    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="101"/></w:numPr>',
                ),
            ),
        ),
        mal(items=f"* Första punkten\n* Mellan dem\n* Andra punkten med {U}"),
    ),
    Case(
        "a step added to a numbered list",
        (
            before(
                "Ett steg",
                p(
                    run("Före"),
                    "Redigerbarnumreradlista",
                    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="102"/></w:numPr>',
                ),
            ),
        ),
        mal(steps="1. Före\n2. Ett steg\n3. Nästa steg"),
    ),
    Case(
        "a nested list",
        (
            after(
                "Första punkten",
                p(
                    run("Under den"),
                    "Redigerbarpunktlista",
                    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="101"/></w:numPr>',
                ),
            ),
        ),
        mal(items=f"* Första punkten\n* Under den\n* Andra punkten med {U}"),
        ("lista i flera nivåer: Under den",),
    ),
    Case(
        "a paragraph made an item",
        (styled("Resorna", "ListBullet"),),
        ekonomi("- Resorna kostar mindre."),
    ),
    Case(
        "an item made a paragraph",
        (styled("Nästa steg", "Redigerbartext"),),
        mal(steps="1. Ett steg\n\nNästa steg"),
    ),
    Case("bullets typed by hand", (typed(RESORNA, "• Flyg och tåg"),), ekonomi("- Flyg och tåg")),
    Case(
        "a heading pasted",
        (before("Resorna", p(run("Bakgrund"), "Heading3")), typed("mindre", "mer")),
        {EKONOMI: "### Bakgrund\n\nResorna kostar mer.\n"},
    ),
    Case("another style on a paragraph", (styled("Resorna", "Normal"),), {}),
    Case("a word made bold", (looked("Resorna", BOLD),), ekonomi("**Resorna kostar mindre.**")),
    Case("bold taken away", (looked("flera", '<w:b w:val="0"/>'),), {}),
    Case(
        "bold and italics with blanks at the edges",
        (exchanged("Resorna", run("Resorna ") + run(" kostar ", BOLD + ITALIC) + run("mindre.")),),
        ekonomi("Resorna ***kostar*** mindre."),
    ),
    Case("a character style that is bold", (looked("Resorna", '<w:rStyle w:val="Strong"/>'),), {}),
    Case(
        "a link pasted",
        (
            appended(
                "Resorna",
                '<w:hyperlink r:id="rIdNy">' + run(" Se regionens sida") + "</w:hyperlink>",
            ),
        ),
        ekonomi("Resorna kostar mindre. [Se regionens sida](https://example.org/ny)"),
        parts={"rel": b"https://example.org/ny"},
    ),
    Case(
        "a link to a file",
        (appended("Resorna", '<w:hyperlink r:id="rIdNy">' + run(" Se filen") + "</w:hyperlink>"),),
        ekonomi("Resorna kostar mindre. Se filen"),
        ("länk: Se filen (file:///C:/hemligt.docx)",),
        {"rel": b"file:///C:/hemligt.docx"},
    ),
    Case("a link taken away", (exchanged("regionen", run("regionen")),), {}),
    Case(
        "a link as a field",
        (
            appended(
                "Resorna",
                mark("begin") + CODE + mark("separate") + run(" Mer") + mark("end"),
            ),
        ),
        ekonomi("Resorna kostar mindre. [Mer](https://example.org/falt)"),
    ),
    Case(
        "a table pasted",
        (after("Resorna", table([["Slag", "Andel"], ["Flyg | tåg", "hälften"]])),),
        {
            EKONOMI: "Resorna kostar mindre.\n\n"
            "| Slag | Andel |\n|---|---|\n| Flyg \\| tåg | hälften |\n"
        },
    ),
    Case(
        "a cell changed in a table",
        (typed("många", "få"),),
        mal(cells="| Ort | Antal |\n|-----|------:|\n| Norr | få |"),
    ),
    Case(
        "a table pasted outside the texts",
        (after("Här slutar", table([["Egen", "tabell"]])),),
        {},
        ("→ Egen | tabell",),
    ),
    Case(
        "the text around the texts changed",
        (typed("plan och mätdata", "gissningar"),),
        {},
        ("Väntetider 2 Rapporten bygger på plan och mätdata. → Rapporten bygger på gissningar.",),
    ),
    Case("a heading changed", (typed("Väntetider", "Köer"),), {}, ("Väntetider → Köer",)),
    Case("a label changed", (typed("Analys", "Tolkning"),), {}, ("Analys → Tolkning",)),
    Case(
        "a figure in a table outside changed",
        (typed("18,0", "17,0"),),
        {},
        ("Söder | 18,0 → Söder | 17,0",),
    ),
)

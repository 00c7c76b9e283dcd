"""A document that uses every block and every inline once, for tests of the renderers.

The figures are invented for the tests ("exempeldata"); the places and offices do not exist.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rapport.domain.plan import DocumentHead
from rapport.report.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Cover,
    DecisionBox,
    Editable,
    Figure,
    Heading,
    KeyMessages,
    Label,
    Labelled,
    Lead,
    Legend,
    Milestone,
    Milestones,
    Note,
    NumberedList,
    Paragraph,
    Row,
    StatusCounts,
    Table,
)
from rapport.report.chart_specs import (
    Bar,
    ChartSpec,
    TargetStep,
    Tone,
    TrendChart,
    TrendPanel,
    TrendPoint,
    WaterfallChart,
)
from rapport.report.document import Document
from rapport.report.inline import (
    Footnote,
    Line,
    Link,
    PageRef,
    Sign,
    SignMark,
    Text,
    line,
)

NBSP = "\u00a0"

TREND = TrendChart(
    panels=(
        TrendPanel(
            title="Kvinnor",
            tone=Tone.WOMEN,
            points=(
                TrendPoint("T1", "2024", Decimal("15.8"), "15,8"),
                TrendPoint("T2", "2024", Decimal("15.4"), "15,4"),
                TrendPoint("T3", "2024", None, "–"),
            ),
            targets=(TargetStep(0, 2, Decimal("15.5"), "Mål 15,5"),),
        ),
    ),
    unit_suffix=f"{NBSP}%",
    decimals=1,
)

WATERFALL = WaterfallChart(
    bars=(
        Bar("Budget 2024", Decimal(1010), f"1{NBSP}010", total=True),
        Bar("Nya läkemedel", Decimal(21), "+21"),
        Bar("Biosimilarer", Decimal(-9), "−9"),
        Bar("Prognos 2024", Decimal(1022), f"1{NBSP}022", total=True),
    )
)

_SVG = """<?xml version="1.0" encoding="utf-8" standalone="no"?>
<svg xmlns="http://www.w3.org/2000/svg" width="481.5pt" height="90pt" viewBox="0 0 481.5 90">
<defs><clipPath id="ruta"><rect x="0" y="0" width="481.5" height="90"/></clipPath></defs>
<g clip-path="url(#ruta)"><path d="M 20 70 L 240 30 L 460 50" style="fill:none;stroke:#542788"/>
<text x="20" y="20" style="font-family:'Source Sans 3';font-size:9px;fill:#1f2933">{words}</text>
</g></svg>"""


def gallery_charts() -> dict[ChartSpec, bytes]:
    """A small valid SVG for each chart of the gallery; drawing charts is another floor's job."""
    return {
        TREND: _SVG.format(words="15,8 till 15,4 procent").encode(),
        WATERFALL: _SVG.format(words="Budget till prognos").encode(),
    }


def gallery_document(*, draft: bool = False) -> Document:
    """Every block and inline: as a decided report, or as a draft with its missing fields."""
    document = Document(
        id="galleri",
        title="Tertialrapport för hälso- och sjukvårdsnämnden",
        subtitle="Andra tertialet 2024, januari–augusti",
        sender="Region Exempel",
        head=DocumentHead(
            document_class="Redovisande dokument | Rapport",
            applies_to="Politik",
            document_id="exlverk-4-2087",
            version="1.0",
            approved="2024-09-27",
            responsible="Regiondirektören",
            prepared_by="Planeringsavdelningen",
        ),
        running_head="Tertialrapport T2 2024 · Hälso- och sjukvårdsnämnden",
        running_foot="exlverk-4-2087 · version 1.0 · Exempeldata",
        date="2024-09-27",
        draft=False,
        example="Alla utfall är exempeldata.",
        blocks=(_cover(None), *_blocks()),
        keywords=("återrapportering", "tertial"),
    )
    if not draft:
        return document
    return replace(
        document,
        draft=True,
        head=replace(document.head, version="0.9", approved=""),
        running_foot="exlverk-4-2087 · version 0.9 · Exempeldata",
        blocks=(_cover(_NOTICE), *_blocks()),
    )


_NOTICE = DecisionBox(
    title="Detta är ett utkast och får inte bifogas kallelsen",
    paragraphs=(line("En uppgift saknas: godkänt datum, se sidan ", PageRef("s-metod"), "."),),
)


def _cover(notice: DecisionBox | None) -> Cover:
    return Cover(
        sender="Region Exempel",
        title="Tertialrapport för hälso- och sjukvårdsnämnden",
        period="Andra tertialet 2024, januari–augusti",
        milestones=Milestones(
            title="Ärendets väg",
            remark="ärende HSN 2024-0187",
            stations=(
                Milestone("Perioden slutar", "31 augusti", done=True),
                Milestone("Nämnden", "27 september, § 84", done=True),
                Milestone("Regionfullmäktige", "23–24 oktober", done=False),
            ),
        ),
        contents_title="Innehåll",
        about_title="Om rapporten",
        about=(
            Paragraph(line("Nämnden godkände rapporten den 27 september 2024.")),
            Paragraph(line("Alla senare utfall är exempeldata."), muted=True),
        ),
        notice=notice,
    )


def _blocks() -> tuple[Block, ...]:
    return (*_summary(), *_goal(), *_measure(), *_method())


def _summary() -> tuple[Block, ...]:
    return (
        Heading(1, "Sammanfattning", "s-samman", in_contents=True, new_page=True),
        StatusCounts(
            (
                (Sign.MET, 3, "uppfyllda"),
                (Sign.PARTLY, 5, "delvis"),
                (Sign.NOT_MET, 3, "ej uppfyllda"),
                (Sign.NOT_ASSESSABLE, 1, "kan inte bedömas"),
            )
        ),
        KeyMessages(
            (
                line(
                    Text("Antibiotikaförskrivningen är lägre än målet.", strong=True),
                    " 248 recept per tusen invånare på tolv månader, mot högst 257,5.",
                ),
                line(
                    Text("Primärvården svarar fler samma dag.", strong=True),
                    f" 89,2{NBSP}% fick kontakt, målet är 97,5{NBSP}%.",
                ),
            )
        ),
        _matrix(),
        Legend(
            (
                (Sign.MET, "uppfyllt"),
                (Sign.PARTLY, f"delvis, högst 10{NBSP}% från målet"),
                (Sign.NOT_MET, "ej uppfyllt"),
                (Sign.NOT_ASSESSABLE, "kan inte bedömas"),
            ),
            remark="Antal är ackumulerade.",
        ),
        DecisionBox(
            title="Nämnden föreslås besluta",
            paragraphs=(line("Förslaget bygger på tabellen ovan."),),
            items=(
                line("Godkänna tertialrapporten."),
                line("Avsluta uppdraget om delegationsordningen (sidan ", PageRef("s-plan"), ")."),
            ),
        ),
    )


def _value(sign: Sign, label: str, text: str) -> tuple[Line, ...]:
    return (line(SignMark(sign, label), text),)


def _matrix() -> Table:
    return Table(
        caption="Nära vård",
        label="",
        compact=True,
        anchor="t-matris",
        columns=(
            Column("Nr", 40),
            Column("Styrmått", 360, row_header=True),
            Column("Mål 2024", 150),
            Column("T2 2023", 150, Align.RIGHT),
            Column("T2 2024", 150, Align.RIGHT, highlight=True),
            Column("Prognos", 150, after_number=True),
        ),
        rows=(
            Row(
                (
                    (line("6"),),
                    (line("Digitala nybesök, %"),),
                    (line(Text(f"≥{NBSP}45", muted=True)),),
                    _value(Sign.NOT_MET, "ej uppfyllt", "2"),
                    _value(Sign.NOT_MET, "ej uppfyllt", "3"),
                    (line(SignMark(Sign.NOT_MET), " uppfylls ej"),),
                )
            ),
            Row(
                (
                    (line("10"),),
                    (line("Oplanerade återinskrivningar, %"),),
                    (line(f"K ≤{NBSP}15,5"), line(f"M ≤{NBSP}16,4")),
                    _value(Sign.PARTLY, "delvis uppfyllt", "17,7"),
                    _value(Sign.MET, "uppfyllt", "15,4"),
                    (line(SignMark(Sign.NOT_ASSESSABLE), " osäker"),),
                )
            ),
        ),
    )


def _goal() -> tuple[Block, ...]:
    return (
        Heading(1, "Nära vård", "s-nara", "Strategiskt mål", in_contents=True, new_page=True),
        Lead(line("Återinskrivningarna minskar för kvinnor. För män är de kvar över målet.")),
        Heading(2, "Sammanhållen och samordnad vård", "s-samordnad"),
        Editable(
            "faktor.samordnad",
            "Sammanhållen och samordnad vård",
            (
                Paragraph(
                    line(
                        "Framgångsfaktorn ",
                        Text("En god vård", emphasis=True),
                        " följs på ",
                        Link("regionens webbplats", "https://example.org/mal"),
                        " och är ",
                        Text("inte mätt", muted=True),
                        " före 2023. Verksamhetscheferna och läkemedelskommittén deltar.",
                    )
                ),
                BulletList((line("Rutinen är införd."), line("Två kommuner återstår."))),
                NumberedList((line("Skriv in patienten."), line("Planera utskrivningen."))),
            ),
        ),
        _costs(),
        Note(line("Källa: ekonomisystemet, uttag 2024-09-05. Exempeldata.")),
        Label(line("Redovisas inte denna period")),
        Paragraph(line("Mått 9 har inget mål efter 2023."), muted=True),
    )


def _costs() -> Table:
    return Table(
        caption="Läkemedelskostnad",
        caption_note="mnkr",
        number=1,
        anchor="t-kostnad",
        columns=(
            Column("Post", 400, row_header=True),
            Column("Utfall\njan–aug 2024", 200, Align.RIGHT, highlight=True),
            Column("Budget\n2024", 200, Align.RIGHT),
            Column("Kommentar", 200, after_number=True),
        ),
        rows=(
            Row(
                (
                    (line("Förmånsläkemedel"),),
                    (line("418,6"),),
                    (line("628,0"),),
                    (line("Kunskapsstyrningsrådet följer"),),
                )
            ),
            Row(
                (
                    (line("Återbäring & avtal <A>"),),
                    (line("−22,5"),),
                    (line("0,0"),),
                    (line("–"),),
                )
            ),
            Row(
                ((line("Summa"),), (line("396,1"),), (line("628,0"),), (line(""),)),
                total=True,
            ),
        ),
    )


def _measure() -> tuple[Block, ...]:
    return (
        Heading(2, "Styrmått", "s-matt"),
        Paragraph(line("Varje mått redovisas på en egen sida.")),
        Heading(
            3,
            "Oplanerade återinskrivningar inom 30 dagar",
            "m-aterinskrivningar",
            kicker="Styrmått 10 · Sammanhållen och samordnad vård",
            new_page=True,
        ),
        Paragraph(
            line(
                SignMark(Sign.PARTLY),
                Text(" Delvis uppfyllt.", strong=True),
                " Målet nås för kvinnor. Prognos helår: ",
                SignMark(Sign.PARTLY),
                " delvis uppfyllt",
            )
        ),
        Figure(
            title="Återinskrivningarna minskar för kvinnor och når målet",
            subtitle="Andel av utskrivna 65 år och äldre, procent per tertial",
            chart=TREND,
            alt="Linjediagram för 2024. Kvinnor går från 15,8 till 15,4 procent.",
            note=f"Skalan börjar på 14,5{NBSP}%. Källa: Datalager. Exempeldata.",
            number=1,
            anchor="f-aterinskrivningar",
        ),
        Labelled("Analys", (Editable("analys.aterinskrivningar", "Analys", (_analysis(),)),)),
        Labelled("Åtgärder", (_actions(),), wide=True),
        Labelled("Nästa gång", (Paragraph(line("Redovisas i årsredovisningen.")),)),
    )


def _analysis() -> Paragraph:
    return Paragraph(
        line(
            "Minskningen sammanfaller med uppföljningssamtalen",
            Footnote("Samtal inom 72 timmar efter utskrivning."),
            ". Män nås i lägre grad",
            Footnote("Andelen är 61 procent."),
            ".",
        )
    )


def _actions() -> Table:
    signs = (
        ("Uppföljningssamtal till alla män", "31 okt 2024", Sign.ONGOING, "pågår"),
        ("Läkemedelsavstämning före hemgång", "31 dec 2024", Sign.NOT_STARTED, "ej påbörjad"),
        ("Gemensam utbildning", "31 mar 2024", Sign.DONE, "klar"),
        ("Ny modell för försörjning", "30 jun 2024", Sign.LATE, "försenad"),
        ("Mall för delegering", "30 jun 2024", Sign.CANCELLED, "utgår"),
    )
    return Table(
        caption="",
        label="",
        columns=(
            Column("Åtgärd", 500, row_header=True),
            Column("Klart", 250),
            Column("Status", 250),
        ),
        rows=tuple(
            Row(((line(what),), (line(when),), (line(SignMark(sign), f" {word}"),)))
            for what, when, sign, word in signs
        ),
    )


def _method() -> tuple[Block, ...]:
    return (
        Heading(1, "Läkemedelskostnader", "s-plan", in_contents=True, new_page=True),
        Figure(
            title="Nya läkemedel ökar kostnaden",
            subtitle="Från budget till helårsprognos, mnkr",
            chart=WATERFALL,
            alt=f"Vattenfall från budget 1{NBSP}010 till prognos 1{NBSP}022 mnkr.",
            number=2,
            anchor="f-vattenfall",
        ),
        Heading(1, "Definitioner", "s-metod", "Bilaga", in_contents=True, new_page=True),
        Table(
            caption="Styrmått, definition och källa",
            number=2,
            anchor="t-definitioner",
            small=True,
            columns=(
                Column("Nr", 50),
                Column("Styrmått", 250, row_header=True),
                Column("Definition", 700),
            ),
            rows=(
                Row(
                    (
                        (line("1"),),
                        (line(Text("Läkemedelsberättelse", strong=True)),),
                        (line("Andel utskrivna 75 år och äldre med läkemedelsberättelse."),),
                    )
                ),
            ),
        ),
        Heading(2, "Ändrat sedan version 0.9", "s-andrat"),
        Paragraph(line("Figur 1 är ritad med rätt mål.")),
    )

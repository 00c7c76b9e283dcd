"""The blocks of the gallery after its summary: a goal, a measure and an appendix."""

from __future__ import annotations

from decimal import Decimal

from rapport.report.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Editable,
    Figure,
    Heading,
    Label,
    Labelled,
    Landscape,
    Lead,
    Note,
    NumberedList,
    Paragraph,
    Row,
    Table,
)
from rapport.report.chart_specs import (
    Bar,
    TargetStep,
    Tone,
    TrendChart,
    TrendPanel,
    TrendPoint,
    WaterfallChart,
)
from rapport.report.inline import (
    Footnote,
    Link,
    NumberRef,
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


def goal() -> tuple[Block, ...]:
    """A strategic goal with editable text, lists and a table of costs."""
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
        Paragraph(line(NumberRef("t-kostnad"), " visar att förmånsläkemedlen kostar mest.")),
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


def measure() -> tuple[Block, ...]:
    """One measure: verdict, figure, analysis with footnotes, actions."""
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


def wide() -> tuple[Block, ...]:
    """A table too wide for a page that stands."""
    months = ("Jan", "Feb", "Mar", "Apr", "Maj", "Jun", "Jul", "Aug")
    columns = (
        Column("Enhet", 280, row_header=True),
        *(Column(month, 90, Align.RIGHT) for month in months),
    )
    rows = tuple(
        Row(((line(f"Vårdcentral {name}"),), *((line(f"{name},{at}"),) for at in range(8))))
        for name in range(1, 31)
    )
    table = Table("Väntetid per månad", columns, rows, "dagar", number=2, anchor="t-vantetid")
    heading = Heading(1, "Väntetider", "s-vantetid", in_contents=True, new_page=True)
    return (Landscape((heading, Lead(line("Ingen väntar längre än en månad.")), table)),)


def method() -> tuple[Block, ...]:
    """Costs with a waterfall, and the appendix of definitions."""
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

"""The summary page of the gallery."""

from __future__ import annotations

from rapport.report.blocks import (
    Align,
    Block,
    Column,
    DecisionBox,
    Heading,
    KeyMessages,
    Legend,
    Row,
    StatusCounts,
    Table,
)
from rapport.report.inline import (
    Line,
    PageRef,
    Sign,
    SignMark,
    Text,
    line,
)

NBSP = "\u00a0"


def summary() -> tuple[Block, ...]:
    """The summary: counts, messages, matrix, legend and proposed decision."""
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
        KeyMessages(_messages()),
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


def _messages() -> tuple[Line, ...]:
    return (
        line(
            Text("Antibiotikaförskrivningen är lägre än målet.", strong=True),
            " 248 recept per tusen invånare på tolv månader, mot högst 257,5.",
        ),
        line(
            Text("Primärvården svarar fler samma dag.", strong=True),
            f" 89,2{NBSP}% fick kontakt, målet är 97,5{NBSP}%.",
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

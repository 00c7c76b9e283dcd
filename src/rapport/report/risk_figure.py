"""The risk matrix of an internal control plan, and the same figures as a table."""

from __future__ import annotations

from rapport.domain.control import Control, RiskLevel
from rapport.domain.plan import Plan
from rapport.report.alt_text import alt_text
from rapport.report.blocks import Align, Block, Column, Figure, Note, Row, Table
from rapport.report.chart_specs import RiskMark, RiskMatrix
from rapport.report.control_view import MOMENT, number_of
from rapport.report.inline import NumberRef, line
from rapport.swedish import prose, terms

_NOTE = (
    "Riskvärdet är sannolikheten gånger konsekvensen. Nivåerna låg, måttlig, hög och mycket hög "
    "är rapportens egen indelning."
)


def risk_blocks(plan: Plan) -> tuple[Block, ...]:
    """The matrix, its note and the table; nothing when the plan has no risk values."""
    rated = [control for control in plan.controls if control.risk]
    if not rated:
        return ()
    matrix = risk_matrix(plan)
    title = _title(rated)
    figure = Figure(
        title=title,
        subtitle="märkena är kontrollmomentens nummer, talet i rutan riskvärdet",
        chart=matrix,
        alt=alt_text(matrix, title),
        anchor=f"figur-risk-{plan.id}",
    )
    table = _table(plan, rated)
    same = line(NumberRef(table.anchor), " har samma värden. ", _note(plan))
    return (figure, Note(same), table)


def risk_matrix(plan: Plan) -> RiskMatrix:
    """The moments of a plan that have a risk value, each in its square."""
    marks = tuple(
        RiskMark(number_of(plan, control), control.risk.probability, control.risk.consequence)
        for control in plan.controls
        if control.risk
    )
    levels = tuple((str(level), level.highest) for level in RiskLevel)
    return RiskMatrix(marks, terms.PROBABILITIES, terms.CONSEQUENCES, levels)


def _title(rated: list[Control]) -> str:
    """How many moments have the highest level of risk that any has."""
    order = list(RiskLevel)
    levels = [control.risk.level for control in rated if control.risk]
    highest = max(levels, key=order.index)
    share = prose.out_of(levels.count(highest), len(rated), MOMENT)
    return f"{prose.capitalised(share)} har {highest} risk"


def _note(plan: Plan) -> str:
    unrated = [number_of(plan, control) for control in plan.controls if not control.risk]
    if not unrated:
        return _NOTE
    return f"{_NOTE} Utan riskvärde i planen: {prose.enumeration(unrated)}."


def _table(plan: Plan, rated: list[Control]) -> Table:
    columns = (
        Column("Nr", 45),
        Column("Kontrollmoment", 480, row_header=True),
        Column("Sannolikhet", 125, Align.RIGHT),
        Column("Konsekvens", 125, Align.RIGHT),
        Column("Riskvärde", 100, Align.RIGHT, highlight=True),
        Column("Nivå", 125, after_number=True),
    )
    by_value = sorted(rated, key=lambda control: -(control.risk.value if control.risk else 0))
    rows = tuple(_row(plan, control) for control in by_value)
    return Table(
        "Riskvärden", columns, rows, "högst först", anchor=f"tabell-risk-{plan.id}", compact=True
    )


def _row(plan: Plan, control: Control) -> Row:
    cells = [number_of(plan, control), control.text]
    if (risk := control.risk) is not None:
        cells += [str(n) for n in (risk.probability, risk.consequence, risk.value)]
        cells.append(str(risk.level))
    return Row(tuple((line(cell),) for cell in cells))

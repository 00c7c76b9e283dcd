"""Alt text ("alternativtext"): what a chart says, for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from rapport.report.chart_specs import (
    Bar,
    BulletChart,
    BulletRow,
    ChartSpec,
    ControlChart,
    CumulativeChart,
    DumbbellChart,
    DumbbellRow,
    Meaning,
    RankedUnitsChart,
    RiskMark,
    RiskMatrix,
    SparklineChart,
    SparkRow,
    TrendChart,
    TrendPanel,
    TrendPoint,
    UnitRow,
    WaterfallChart,
)
from rapport.swedish.numbers import (
    NO_VALUE,
    SUPPRESSED,
    needed_decimals,
    number,
)

MOST_CHARACTERS = 500
"""Screen readers cannot pause in an alt text, so it must stay short."""

_ENDINGS = (".", "!", "?", "…")


def alt_text(spec: ChartSpec, title: str) -> str:  # noqa: PLR0911 - one return per kind
    """The kind of chart, its conclusion, then the figures it shows, in at most 500 characters."""
    match spec:
        case TrendChart():
            return _told("Linjediagram", title, [_panel(panel) for panel in spec.panels])
        case DumbbellChart():
            unit = f" ({spec.unit_suffix})" if spec.unit_suffix else ""
            kind = f"Diagram med kvinnor och män på samma skala{unit}"
            return _told(kind, title, [_dumbbell_row(row) for row in spec.rows])
        case CumulativeChart():
            kind = f"Linjediagram med ackumulerade värden {spec.year}"
            return _told(kind, title, _accumulated(spec))
        case RankedUnitsChart():
            levels = [spec.target_text, spec.region_text, *(_unit(row) for row in spec.rows)]
            return _told("Punktdiagram med enheter i ordning", title, levels)
        case WaterfallChart():
            return _told("Vattenfallsdiagram", title, [_bar(bar) for bar in spec.bars])
        case ControlChart():
            return _told("Styrdiagram med månader", title, _controlled(spec))
        case RiskMatrix():
            return _told("Riskmatris", title, [_risks(value, spec) for value in _values(spec)])
        case SparklineChart():
            return _told("Små linjediagram per månad", title, [_spark(row) for row in spec.rows])
        case BulletChart():
            return _told("Liggande staplar", title, [_bullet(spec, row) for row in spec.rows])
        case _ as never:
            assert_never(never)


def _told(kind: str, title: str, facts: Sequence[str]) -> str:
    """Sentences until the room is full; then how many more there are."""
    told = " ".join(_sentence(part) for part in (kind, title) if part)
    told = _cut(told, MOST_CHARACTERS - len(_rest(len(facts))))
    facts = [_sentence(fact) for fact in facts if fact] or ["Inga värden."]
    for i, fact in enumerate(facts):
        rest = _rest(len(facts) - i)
        after = _rest(len(facts) - i - 1) if i + 1 < len(facts) else ""
        if len(told) + 1 + len(fact) + len(after) > MOST_CHARACTERS:
            return told + rest
        told += f" {fact}"
    return told


def _rest(count: int) -> str:
    return f" Och {count} till."


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def _sentence(text: str) -> str:
    stripped = text.strip()
    return stripped if stripped.endswith(_ENDINGS) else f"{stripped}."


def _panel(panel: TrendPanel) -> str:
    """The first and last value of a line, how many are missing between, and its target."""
    shown = [(i, point) for i, point in enumerate(panel.points) if point.value is not None]
    parts: list[str] = []
    if not shown:
        parts.append("inga värden")
    else:
        (first, start), (last, end) = shown[0], shown[-1]
        parts.append(f"från {_at(start)} till {_at(end)}" if last > first else _at(end))
        missing = last - first + 1 - len(shown)
        if missing:
            periods = "en period" if missing == 1 else f"{missing} perioder"
            parts.append(f"värde saknas för {periods}")
    if panel.targets and panel.targets[-1].text:
        parts.append(_uncapitalised(panel.targets[-1].text))
    told = ", ".join(parts)
    return f"{panel.title}: {told}" if panel.title else told[:1].upper() + told[1:]


def _at(point: TrendPoint) -> str:
    """A value with its period: "16,4 % (T1 2021)"."""
    period = point.tick if point.tick == point.group else f"{point.tick} {point.group}".strip()
    return f"{point.text} ({period})" if period else point.text


def _uncapitalised(text: str) -> str:
    """The text as it stands inside a sentence: "mål 15,5"; abbreviations stay."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _figure(value: Decimal) -> str:
    return number(value, needed_decimals(value, 0, 1))


def _dumbbell_row(row: DumbbellRow) -> str:
    told = f"{row.name}: kvinnor {_figure(row.women)}, män {_figure(row.men)}"
    return told + _targets(row.women_target, row.men_target)


def _targets(women: Decimal | None, men: Decimal | None) -> str:
    """The targets of the two sexes, told once when they are the same."""
    if women is not None and women == men:
        return f", mål {_figure(women)}"
    told = f", mål för kvinnor {_figure(women)}" if women is not None else ""
    return told + (f", mål för män {_figure(men)}" if men is not None else "")


def _accumulated(spec: CumulativeChart) -> list[str]:
    forecast = f"{spec.forecast_text}, {spec.range_text}" if spec.range_text else spec.forecast_text
    return [
        spec.current_text if spec.current else "",
        spec.target_text if spec.target_path else "",
        forecast if spec.forecast is not None else "",
        spec.last_year_text if spec.last_year else "",
    ]


def _controlled(spec: ControlChart) -> list[str]:
    """The first and last month, the lines, and how many months are more than chance."""
    shown = [mark for mark in spec.marks if mark.point.value is not None]
    if not shown:
        return []
    beyond = sum(mark.meaning is not Meaning.CHANCE for mark in shown)
    ends = f"Från {_at(shown[0].point)} till {_at(shown[-1].point)}"
    return [
        ends,
        spec.target_text if spec.target is not None else "",
        spec.centre_text,
        spec.high_text,
        spec.low_text,
        f"{beyond} av {len(shown)} månader är mer än slump",
    ]


def _unit(row: UnitRow) -> str:
    """A unit with its value; signs that cannot be heard are put in words."""
    spoken = {SUPPRESSED: "visas inte på grund av sekretess", NO_VALUE: "inget värde"}
    return f"{row.name}: {spoken.get(row.text, row.text)}"


def _bar(bar: Bar) -> str:
    return f"{bar.name}: {bar.text}"


def _values(spec: RiskMatrix) -> list[int]:
    """The risk values that some risk has, the highest first."""
    return sorted({_value(mark) for mark in spec.marks}, reverse=True)


def _value(mark: RiskMark) -> int:
    return mark.probability * mark.consequence


def _risks(value: int, spec: RiskMatrix) -> str:
    """The risks of one value: "Riskvärde 12: 4, 7"."""
    found = ", ".join(mark.text for mark in spec.marks if _value(mark) == value)
    return f"Riskvärde {value}: {found}"


def _spark(row: SparkRow) -> str:
    """A row's first and last month, and the change that its text tells."""
    shown = [point for point in row.points if point.value is not None]
    if not shown:
        return f"{row.name}: inga värden"
    ends = f"från {_at(shown[0])} till {_at(shown[-1])}" if len(shown) > 1 else _at(shown[-1])
    change = f", {row.change}" if row.change not in {"", NO_VALUE} else ""
    return f"{row.name}: {ends}{change}"


def _bullet(spec: BulletChart, row: BulletRow) -> str:
    """A row's outcome, the earlier value and the target."""
    if row.value is None:
        return f"{row.name}: inget värde"
    told = f"{row.name}: {row.text} ({spec.value_title})"
    if row.earlier is not None:
        told += f", {row.earlier_text} ({_uncapitalised(spec.earlier_title)})"
    return told + (f", mål {row.target_text}" if row.target is not None else "")

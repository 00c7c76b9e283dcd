"""Changes in words: a figure before and after, why, and which words of a text are new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from rapport.domain.outcome import Verdict
from rapport.domain.quantity import State, Unit
from rapport.report.changes.comparison import Changes, FigureChange, Row
from rapport.swedish import numbers, prose, terms

_MOST_DECIMALS = 4
_BREAKDOWNS = {"T": "totalt", "K": "kvinnor", "M": "män"}


@dataclass(frozen=True)
class ChangeRow:
    """A changed figure as a row to read: what it is about, before, after and why."""

    name: str
    before: str
    after: str
    why: str


def change_rows(changes: Changes, organisation: str) -> tuple[ChangeRow, ...]:
    """The changes of one organisation, new verdicts before new figures."""
    own = [each for each in changes.figures if each.key[2] == organisation]
    ordered = sorted(own, key=lambda each: not each.verdict_changed)
    return tuple(_row(each) for each in ordered)


def _row(change: FigureChange) -> ChangeRow:
    row = change.new or change.old or {}
    before, after = _two(change.old, change.new)
    breakdown = _breakdown(row["uppdelning"])
    name = row["namn"] if breakdown == _BREAKDOWNS["T"] else f"{row['namn']}, {breakdown}"
    return ChangeRow(name, before, after, prose.enumeration([str(r) for r in change.reasons]))


def _breakdown(printed: str) -> str:
    """A breakdown in words: "K;besokstyp=nybesok" is "kvinnor, nybesok"."""
    parts = (part.rpartition("=")[2] for part in printed.split(";"))
    return ", ".join(_BREAKDOWNS.get(part, part) for part in parts)


def _two(old: Row | None, new: Row | None) -> tuple[str, str]:
    """The two states of a row, with as many decimals as it takes to see what differs."""
    decimals = 1
    while decimals < _MOST_DECIMALS and old and new and not _differ(old, new, decimals):
        decimals += 1
    return _state(old, new, decimals), _state(new, old, decimals)


def _differ(old: Row, new: Row, decimals: int) -> bool:
    figures = ("utfall", "mal", "prognos")
    return old == new or all(
        old[name] == new[name] or _figure(old, name, decimals) != _figure(new, name, decimals)
        for name in figures
    )


def _state(row: Row | None, other: Row | None, decimals: int) -> str:
    """Outcome and verdict, and target and forecast where they are what differs."""
    if row is None:
        return "fanns inte" if other is not None else ""
    parts = [_outcome(row, decimals)]
    if row["bedomning"] or row["beslutad_bedomning"]:
        parts.append(_verdict(row))
    for name, word in (("mal", "mål"), ("prognos", "prognos")):
        if other is not None and row[name] != other[name]:
            parts.append(f"{word} {_figure(row, name, decimals) or 'saknas'}")
    return "; ".join(parts)


def _outcome(row: Row, decimals: int) -> str:
    if row["utfall"]:
        return _figure(row, "utfall", decimals)
    return terms.STATES[State(row["tillstand"])] if row["tillstand"] else "utfall saknas"


def _verdict(row: Row) -> str:
    decided, computed = row["beslutad_bedomning"], row["bedomning"]
    words = terms.VERDICTS[Verdict(decided or computed)]
    return f"{words} (beslutad)" if decided else words


def _figure(row: Row, name: str, decimals: int) -> str:
    if not row[name]:
        return ""
    value, unit = Decimal(row[name]), Unit(row["enhet"])
    return numbers.with_unit(value, numbers.needed_decimals(value, 0, decimals), unit)


@dataclass(frozen=True)
class Run:
    """Some words of a text, and whether they stand only in this version of it."""

    text: str
    only_here: bool


def word_runs(text: str, other: str) -> tuple[Run, ...]:
    """A text in runs of words that it shares with its other version and runs that it does not."""
    here, there = text.split(), other.split()
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    runs = [
        Run(" ".join(here[start:end]), kind != "equal")
        for kind, start, end, _, _ in matcher.get_opcodes()
        if end > start
    ]
    return tuple(runs)


def unit_changes(changes: Changes, organisation: str) -> int:
    """How many changed figures are other organisations'."""
    return sum(each.key[2] != organisation for each in changes.figures)


_FOLDERS: Mapping[str, str] = {
    "data/matvarden/": "mätdata",
    "data/planer/": "planer",
    "data/uppfoljning/": "uppföljning",
    "data/texter/": "texter",
    "reports/": "rapporternas innehåll",
    "templates/": "mallar",
    "rapport.toml": "regionens inställningar",
}


def input_groups(changes: Changes) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The changed files by what they are."""
    for start, what in _FOLDERS.items():
        names = tuple(name for name in changes.inputs if name.startswith(start))
        if names:
            yield what, names

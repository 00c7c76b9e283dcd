"""The changes between two builds on the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rapport.pipeline.differences import Compared
from rapport.report.changes.log import summary
from rapport.report.changes.wording import (
    ChangeRow,
    change_rows,
    input_groups,
    unit_changes,
    word_runs,
)

_WIDE = 160


def show(compared: Compared) -> None:
    """The changes on the terminal: a table of figures, then texts with their new words marked."""
    changes, console = compared.changes, _console()
    rows = change_rows(changes, compared.organisation)
    console.print(Text(summary(changes, len(rows), len(changes.texts))))
    if rows:
        console.print(_table(rows))
    if others := unit_changes(changes, compared.organisation):
        console.print(Text(f"Ändrade siffror för enheterna: {others}. --json visar dem.\n"))
    for text in changes.texts:
        console.print(Text(f"{', '.join(text.reports)}: {text.key}", style="bold"))
        console.print(Text("  förut: ").append_text(_marked(text.old, text.new, "red")))
        console.print(Text("  nu:    ").append_text(_marked(text.new, text.old, "green")), "")
    for heading, lines in _lists(compared):
        if not lines:
            continue
        console.print(Text(heading, style="bold"))
        for line in lines:
            console.print(Text(f"  {line}"))


def _console() -> Console:
    """As wide as the terminal; in a file wide enough for whole rows."""
    plain = Console(highlight=False)
    return plain if plain.is_terminal else Console(highlight=False, width=_WIDE)


def _table(rows: tuple[ChangeRow, ...]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for title in ("Styrmått", "Förut", "Nu", "Varför"):
        table.add_column(title)
    for row in rows:
        table.add_row(*(Text(cell) for cell in (row.name, row.before, row.after, row.why)))
    return table


def _marked(text: str, other: str, colour: str) -> Text:
    """A text whose words that the other version lacks are marked, in colour and by brackets."""
    if not text:
        return Text("(fanns inte)", style="dim")
    shown = Text()
    for place, run in enumerate(word_runs(text, other)):
        words = f"[{run.text}]" if run.only_here and other else run.text
        style = f"bold {colour}" if run.only_here and other else ""
        shown.append(f"{' ' if place else ''}{words}", style=style)
    return shown


def _lists(compared: Compared) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is new and what is gone, under a heading each."""
    changes = compared.changes
    for paper in changes.papers:
        yield f"{paper.report}: saknas nu", paper.now_missing
        yield f"{paper.report}: saknas inte längre", paper.no_longer_missing
        yield f"{paper.report}: nya rubriker", paper.new_headings
        yield f"{paper.report}: rubriker som utgått", paper.gone_headings
    yield "Nya rapporter", changes.new_reports
    yield "Rapporter som utgått", changes.gone_reports
    yield "Texterna kan inte jämföras, HTML saknas i ett av byggena", changes.unread
    for what, names in input_groups(changes):
        yield f"Ändrade underlag: {what}", names
    if changes.versions:
        yield "Version av rapport", (f"{changes.versions[0]} → {changes.versions[1]}",)

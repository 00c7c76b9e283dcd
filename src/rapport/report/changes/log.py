"""The change log ("ändringslogg"): changes as blocks of a document and as lines to read."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.report.blocks import (
    Block,
    BulletList,
    Column,
    Heading,
    Labelled,
    Lead,
    Note,
    Paragraph,
    Row,
    Table,
)
from rapport.report.changes.comparison import Changes, PaperChange, WordChange
from rapport.report.changes.wording import (
    ChangeRow,
    change_rows,
    input_groups,
    unit_changes,
    word_runs,
)
from rapport.report.inline import Inline, Text, line
from rapport.swedish import prose

TITLE = "Ändringslogg"
ANCHOR = "andringslogg"

_FIGURE = prose.Noun("siffra eller bedömning", "siffror eller bedömningar", neuter=False)
_TEXT = prose.Noun("text", "texter", neuter=False)


def log_blocks(
    changes: Changes, organisation: str, report: str = "", *, new_page: bool = True
) -> tuple[Block, ...]:
    """The log as a section; of one report when it is named, else of all.

    Figures are those of one organisation; how many other figures changed is said.
    """
    texts = [each for each in changes.texts if report in {"", *each.reports}]
    papers = [each for each in changes.papers if report in {"", each.report}]
    rows = change_rows(changes, organisation)
    return (
        Heading(1, TITLE, ANCHOR, in_contents=True, new_page=new_page),
        Lead(line(summary(changes, len(rows), len(texts)))),
        *_figures(rows, unit_changes(changes, organisation)),
        *_texts(texts, report),
        *_papers(papers),
        *(() if report else _reports(changes)),
        *_unread([each for each in changes.unread if report in {"", each}]),
        *_inputs(changes),
    )


def summary(changes: Changes, figures: int, texts: int) -> str:
    """What has changed, in one sentence or two."""
    since = f"Jämfört med {changes.old}"
    if not figures and not texts:
        same = "siffror och bedömningar" if changes.unread else "siffror, bedömningar och texter"
        return f"{since} är {same} desamma."
    counted = [
        prose.counted(count, noun) for count, noun in ((figures, _FIGURE), (texts, _TEXT)) if count
    ]
    return f"{since} har {prose.enumeration(counted)} ändrats."


def _figures(rows: tuple[ChangeRow, ...], others: int) -> Iterator[Block]:
    if rows:
        columns = (
            Column("Styrmått", 340, row_header=True),
            Column("Förut", 240),
            Column("Nu", 240),
            Column("Varför", 180),
        )
        cells = tuple(
            Row(tuple((line(text),) for text in (row.name, row.before, row.after, row.why)))
            for row in rows
        )
        yield Table("Siffror och bedömningar", columns, cells, label="", anchor=f"{ANCHOR}-siffror")
    if others:
        noun = prose.Noun("siffra", "siffror", neuter=False)
        count = prose.capitalised(prose.counted(others, noun))
        yield Note(line(f"{count} för enheterna har också ändrats. De står i resultat.csv."))


def _texts(texts: list[WordChange], report: str) -> Iterator[Block]:
    if texts:
        yield Heading(2, "Texter", f"{ANCHOR}-texter")
    for each in texts:
        yield Heading(
            3, each.key, f"{ANCHOR}-text-{report or each.reports[0]}-{each.key}".replace(".", "-")
        )
        yield Labelled("Förut", (Paragraph(_marked(each.old, each.new)),))
        yield Labelled("Nu", (Paragraph(_marked(each.new, each.old)),))


def _marked(text: str, other: str) -> tuple[Inline, ...]:
    """A text with the words that only it has in bold."""
    if not text:
        return line(Text("Texten fanns inte.", muted=True))
    if not other:
        return line(text)
    parts: list[Inline] = []
    for place, run in enumerate(word_runs(text, other)):
        space = " " if place else ""
        parts.append(Text(f"{space}{run.text}", strong=run.only_here))
    return tuple(parts)


def _papers(papers: list[PaperChange]) -> Iterator[Block]:
    for each in papers:
        parts = (
            ("Saknas nu", each.now_missing),
            ("Saknas inte längre", each.no_longer_missing),
            ("Nya rubriker", each.new_headings),
            ("Rubriker som utgått", each.gone_headings),
        )
        anchor = f"{ANCHOR}-innehall-{each.report}"
        yield Heading(2, f"Innehåll: {each.title}", anchor)
        for label, items in parts:
            if items:
                yield Labelled(label, (BulletList(tuple(line(item) for item in items)),))


def _reports(changes: Changes) -> Iterator[Block]:
    for label, titles in (
        ("Nya rapporter", changes.new_reports),
        ("Rapporter som utgått", changes.gone_reports),
    ):
        if titles:
            yield Labelled(label, (BulletList(tuple(line(title) for title in titles)),))


def _unread(reports: list[str]) -> Iterator[Block]:
    """That some texts were not compared; silence would say that they are the same."""
    if reports:
        names = prose.enumeration(reports)
        text = f"Texterna i {names} är inte jämförda: ett av byggena har ingen HTML av dem."
        yield Note(line(text))


def _inputs(changes: Changes) -> Iterator[Block]:
    groups = [f"{what} ({', '.join(names)})" for what, names in input_groups(changes)]
    if groups:
        yield Note(line(f"Ändrade underlag: {'; '.join(groups)}."))
    if changes.versions:
        old, new = changes.versions
        yield Note(line(f"Rapporterna är gjorda med rapport {new}; förut {old}."))

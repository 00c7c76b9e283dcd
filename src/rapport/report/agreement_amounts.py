"""The amounts of a national agreement as one table: a row per sum or part, a column per year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapport.domain.agreement import Agreement, AgreementAmount
from rapport.report.agreement_figures import amount_text
from rapport.report.blocks import Align, Column, Row, Table
from rapport.report.inline import Line, Text, line
from rapport.swedish import numbers, phrases

INDENT = "\u2003"
_WITHOUT_YEAR = 0
_YEAR_WIDTH = 120
_WHOSE_WIDTH = 150


@dataclass
class _Post:
    """A sum or part of the same name over the years, with its own parts below it."""

    name: str
    amounts: dict[int, AgreementAmount] = field(default_factory=dict)
    parts: list[_Post] = field(default_factory=list)


def amount_table(agreement: Agreement) -> Table | None:
    """The national sums and the region's; nothing where the agreement states neither."""
    roots = (*agreement.national, *agreement.regional)
    years = sorted({amount.year for root in roots for _, amount in root.walk()})
    if not years:
        return None
    columns = (
        Column("Post", 1000 - _WHOSE_WIDTH - _YEAR_WIDTH * len(years), row_header=True),
        Column("Gäller", _WHOSE_WIDTH),
        *(Column(_year_title(year, years), _YEAR_WIDTH, Align.RIGHT) for year in years),
    )
    rows = (
        *_rows(agreement.national, "nationellt", years),
        *_rows(agreement.regional, "regionens del", years),
    )
    anchor = f"tabell-belopp-{agreement.id}"
    return Table("Belopp", columns, rows, label="", anchor=anchor, compact=True)


def _year_title(year: int, years: Sequence[int]) -> str:
    if year != _WITHOUT_YEAR:
        return str(year)
    return "Hela tiden" if len(years) > 1 else "Belopp"


def _rows(roots: Sequence[AgreementAmount], whose: str, years: Sequence[int]) -> Iterator[Row]:
    for post in _posts(roots):
        yield from _tree(post, whose, years, 0)


def _posts(amounts: Sequence[AgreementAmount]) -> list[_Post]:
    """Amounts of the same name in different years as one post, in the order of the source."""
    posts: list[_Post] = []
    for amount in amounts:
        known = (p for p in posts if p.name == amount.name and amount.year not in p.amounts)
        post = next(known, None)
        if post is None:
            post = _Post(amount.name)
            posts.append(post)
        post.amounts[amount.year] = amount
    for post in posts:
        post.parts = _posts([part for each in post.amounts.values() for part in each.parts])
    return posts


def _tree(post: _Post, whose: str, years: Sequence[int], depth: int) -> Iterator[Row]:
    """A post and its parts; a part says that it is one."""
    name = f"{INDENT * depth}varav {phrases.inside(post.name)}" if depth else post.name
    cells = (_named(post, name), (line(whose),), *((_sum(post.amounts.get(y)),) for y in years))
    yield Row(cells)
    for part in post.parts:
        yield from _tree(part, whose, years, depth + 1)


def _named(post: _Post, name: str) -> tuple[Line, ...]:
    notes = dict.fromkeys(each.note for each in post.amounts.values() if each.note)
    return (line(name), *(line(Text(note, muted=True)) for note in notes))


def _sum(amount: AgreementAmount | None) -> Line:
    if amount is None:
        return line(numbers.NO_VALUE)
    return line(Text(amount_text(amount), muted=amount.amount is None))


def national_lines(agreement: Agreement, year: int) -> tuple[Line, ...]:
    """The national sums of a year with their parts indented, or of the last year before it."""
    if not agreement.national:
        return (line(Text("saknas", muted=True)),)
    stated = {amount.year for amount in agreement.national}
    latest = max((each for each in stated if each <= year), default=max(stated))
    found: list[Line] = []
    for root in agreement.national:
        if root.year != latest:
            continue
        for depth, amount in root.walk():
            text = amount_text(amount)
            opening = f"{amount.year}: " if amount.year else ""
            indented = line(Text(f"{INDENT * depth}varav {text}", muted=True))
            found.append(indented if depth else line(f"{opening}{text}"))
    return tuple(found)

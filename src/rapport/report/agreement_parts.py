"""One national agreement in a report: purpose, amounts, requirements, result and activities."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.agreement import Agreement, AgreementAmount, PaymentBasis, RequirementStatus
from rapport.domain.plan import Plan
from rapport.report.agreement_figures import amount_text, report_back
from rapport.report.blocks import (
    Align,
    Block,
    BulletList,
    Column,
    Editable,
    Heading,
    Labelled,
    Note,
    Paragraph,
    Row,
    Table,
)
from rapport.report.facts import Facts
from rapport.report.inline import Line, Sign, SignMark, Text, line
from rapport.swedish import dates, numbers, phrases, prose, terms

STATUS_SIGNS: dict[RequirementStatus | None, Sign] = {
    RequirementStatus.MET: Sign.MET,
    RequirementStatus.PARTLY: Sign.PARTLY,
    RequirementStatus.NOT_MET: Sign.NOT_MET,
    RequirementStatus.ONGOING: Sign.ONGOING,
    RequirementStatus.NOT_JUDGED: Sign.NOT_ASSESSABLE,
    None: Sign.NOT_ASSESSABLE,
}
_INDENT = "\u2003"
_BASES = {
    PaymentBasis.GRANT: "Pengarna är ett bidrag.",
    PaymentBasis.PERFORMANCE: "Pengarna betalas för uppnådda krav.",
    PaymentBasis.PER_PIECE: "Pengarna betalas per styck.",
}


def text_key(agreement: Agreement) -> str:
    """The key of the text that tells what an agreement has led to."""
    return f"overenskommelse.{agreement.id}"


def agreement_blocks(facts: Facts, plan: Plan, agreement: Agreement) -> Iterator[Block]:
    """The section of one agreement; what the plan does not say is left out."""
    number = f"{agreement.number}. " if agreement.number else ""
    anchor = f"overenskommelse-{agreement.id}"
    yield Heading(3, f"{number}{agreement.name}", anchor, kicker=_kicker(agreement))
    if agreement.purpose:
        yield Labelled("Syfte", (Paragraph(line(agreement.purpose)),))
    yield Labelled("Villkor", (Paragraph(line(_terms(facts, agreement))),))
    if agreement.national or agreement.regional:
        yield _amounts(agreement)
    if agreement.requirements:
        yield _requirements(facts, plan, agreement)
    text = facts.texts.get(text_key(agreement))
    if text:
        yield Labelled("Resultat", (Editable(text_key(agreement), agreement.name, text),))
    if agreement.activities:
        items = tuple(line(prose.capitalised(item)) for item in agreement.activities)
        yield Labelled("Aktiviteter", (BulletList(items),))
    yield from (Note(line(f"I källan: {text}")) for text in _deviations(agreement))


def _kicker(agreement: Agreement) -> str:
    years = (
        f"{agreement.first_year}–{agreement.last_year}"
        if agreement.last_year > agreement.first_year
        else f"{agreement.first_year}"
    )
    parties = prose.enumeration([phrases.inside(party) for party in agreement.parties])
    return " · ".join(part for part in (years, prose.capitalised(parties)) if part)


def _terms(facts: Facts, agreement: Agreement) -> str:
    """How it pays, when it is accounted for, who answers, and other names it goes by."""
    said = [_BASES[agreement.basis]]
    found = report_back(facts, agreement)
    if found:
        day, is_past = found
        verb = "skulle redovisas" if is_past else "ska redovisas"
        said.append(f"Överenskommelsen {verb} senast den {dates.long_date(day)}.")
    if agreement.responsible:
        said.append(f"Ansvarig är {phrases.inside(agreement.responsible)}.")
    if agreement.aliases:
        also = prose.enumeration(agreement.aliases)
        said.append(f"Den kallas också {also}.")
    return " ".join(said)


def _amounts(agreement: Agreement) -> Table:
    """The national sums and the region's, each with its parts indented below it."""
    columns = (
        Column("Belopp", 520, row_header=True),
        Column("Gäller", 190),
        Column("År", 90),
        Column("Summa", 200, Align.RIGHT),
    )
    rows = (
        *(row for amount in agreement.national for row in _tree(amount, "nationellt")),
        *(row for amount in agreement.regional for row in _tree(amount, "regionens del")),
    )
    return Table(
        "Belopp", columns, rows, label="", anchor=f"tabell-belopp-{agreement.id}", compact=True
    )


def _tree(root: AgreementAmount, whose: str) -> Iterator[Row]:
    """A sum and its parts; a part says that it is one."""
    for depth, amount in root.walk():
        name = f"{_INDENT * depth}varav {phrases.inside(amount.name)}" if depth else amount.name
        year = str(amount.year) if amount.year else numbers.NO_VALUE
        cells = (_named(amount, name), (line(whose),), (line(year),), (_sum(amount),))
        yield Row(cells)


def _named(amount: AgreementAmount, name: str) -> tuple[Line, ...]:
    note = f"{amount.note[:1].lower()}{amount.note[1:]}" if amount.note else ""
    return (line(name), line(Text(note, muted=True))) if note else (line(name),)


def _sum(amount: AgreementAmount) -> Line:
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
            opening = f"{amount.year}: " if amount.year and not depth else ""
            found.append(
                line(Text(f"{_INDENT * depth}varav {text}", muted=True))
                if depth
                else line(f"{opening}{text}")
            )
    return tuple(found)


def _requirements(facts: Facts, plan: Plan, agreement: Agreement) -> Table:
    columns = (
        Column("Krav", 400, row_header=True),
        Column("År", 80),
        Column("Läge", 190),
        Column("Kommentar", 330),
    )
    rows = []
    for each in agreement.requirements:
        given = facts.follow_up.requirement_report(plan.id, agreement.id, each.id)
        year = str(each.year) if each.year else numbers.NO_VALUE
        comment = given.comment if given else ""
        status = _status(given.status if given else None)
        rows.append(
            Row(
                ((line(each.text),), (line(year),), (status,), (line(comment or numbers.NO_VALUE),))
            )
        )
    return Table(
        "Krav", columns, tuple(rows), label="", anchor=f"tabell-krav-{agreement.id}", compact=True
    )


def _status(status: RequirementStatus | None) -> Line:
    if status is None:
        return line(Text("läge saknas", muted=True))
    return (SignMark(STATUS_SIGNS[status]), Text(terms.REQUIREMENT_STATUSES[status]))


def _deviations(agreement: Agreement) -> Iterator[str]:
    """What the plan says is odd in the source, then sums that were printed otherwise."""
    yield from agreement.deviations
    for root in (*agreement.national, *agreement.regional):
        for _, amount in root.walk():
            if _is_read_otherwise(amount):
                name = phrases.inside(amount.name)
                what = f"{name} {amount.year or ''}".strip()
                read = amount_text(amount)
                yield f'{what} är tryckt "{amount.printed}" och har lästs som {read}.'


def _is_read_otherwise(amount: AgreementAmount) -> bool:
    """Whether the source's own words do not hold the amount: "1,4 mkr" read as 1,4 mdkr.

    Sources write "mkr" where the plans write "mnkr".
    """
    words = amount.printed.replace(numbers.NO_BREAK_SPACE, " ").replace("mkr", "mnkr")
    shown = amount_text(amount).replace(numbers.NO_BREAK_SPACE, " ")
    stated = amount.amount is not None and amount.amount != amount.amount.to_integral_value()
    return bool(words) and stated and shown not in words

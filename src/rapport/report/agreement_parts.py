"""One national agreement in a report: purpose, amounts, requirements, result and activities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapport.domain.agreement import Agreement, AgreementAmount, PaymentBasis, RequirementStatus
from rapport.domain.plan import Plan
from rapport.report.agreement_amounts import amount_table
from rapport.report.agreement_figures import amount_text, report_back
from rapport.report.blocks import (
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
_LONGEST_LIST = 4
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
    amounts = amount_table(agreement)
    if amounts is not None:
        yield amounts
    if agreement.requirements:
        yield _requirements(facts, plan, agreement)
    text = facts.texts.get(text_key(agreement))
    if text:
        yield Labelled("Resultat", (Editable(text_key(agreement), agreement.name, text),))
    if agreement.activities:
        yield Labelled("Aktiviteter", (_activities(agreement.activities),))
    deviations = tuple(_deviations(agreement))
    if deviations:
        yield Note(line(f"Avvikelser i källan. {' '.join(deviations)}"))


def _kicker(agreement: Agreement) -> str:
    years = (
        f"{agreement.first_year}–{agreement.last_year}"
        if agreement.last_year > agreement.first_year
        else f"{agreement.first_year}"
    )
    parties = prose.enumeration(agreement.parties)
    return " · ".join(part for part in (years, parties) if part)


def _activities(activities: Sequence[str]) -> Block:
    """A list, or a sentence where a list would take half a page."""
    if len(activities) <= _LONGEST_LIST:
        return BulletList(tuple(line(prose.capitalised(item)) for item in activities))
    named = [phrases.inside(item).rstrip(".") for item in activities]
    return Paragraph(line(f"{prose.capitalised('; '.join(named))}."))


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
        "Krav och läge",
        columns,
        tuple(rows),
        label="",
        anchor=f"tabell-krav-{agreement.id}",
        compact=True,
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
                what = f"{amount.name} {amount.year or ''}".strip()
                read = amount_text(amount)
                yield f'{what} är tryckt "{amount.printed}" och har lästs som {read}.'


def _is_read_otherwise(amount: AgreementAmount) -> bool:
    """Whether the source's own words do not hold the amount: "1,4 mkr" read as 1,4 mdkr.

    Sources write "mkr" where the plans write "mnkr". A note beside the amount tells it already.
    """
    words = amount.printed.replace(numbers.NO_BREAK_SPACE, " ").replace("mkr", "mnkr")
    shown = amount_text(amount).replace(numbers.NO_BREAK_SPACE, " ")
    stated = amount.amount is not None and amount.amount != amount.amount.to_integral_value()
    return bool(words) and stated and not amount.note and shown not in words

"""Internal control in short ("internkontroll i korthet"), for reports about other things too."""

from __future__ import annotations

from rapport.domain.control import Deviation
from rapport.report.blocks import Block, Heading, Lead, Legend, Note
from rapport.report.control_cells import deviation_legend
from rapport.report.control_tables import count_table, fault_table, faults
from rapport.report.control_view import control_rows, counted_sentence
from rapport.report.definition import SectionRequest
from rapport.report.facts import Facts
from rapport.report.inline import line
from rapport.report.sections.internal_control import controlled

_ELSEWHERE = (
    "Tabellen över avvikelser tar bara upp de väsentliga. Alla kontroller redovisas i rapporten "
    "om internkontroll."
)


def compose(facts: Facts, request: SectionRequest) -> tuple[Block, ...]:
    """How the controls of each plan stand, and what was found; the rest is in its own report."""
    new_page = request.options.get("ny_sida", "nej") == "ja"
    heading = Heading(
        1, "Internkontroll", "internkontroll-kort", in_contents=True, new_page=new_page
    )
    plans = controlled(facts)
    if not plans:
        return (heading, Lead(line("Rapportens planer har inga kontrollmoment.")))
    rows = tuple(row for plan in plans for row in control_rows(facts, plan))
    found = tuple(each for each in faults(facts, plans) if each[1].grade is Deviation.MAJOR)
    return (
        heading,
        Lead(line(counted_sentence(rows))),
        count_table(facts, plans),
        *((fault_table(found), Legend(deviation_legend())) if found else ()),
        Note(line(_ELSEWHERE)),
    )

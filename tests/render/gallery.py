"""A document that uses every block and every inline once, for tests of the renderers.

The figures are invented for the tests ("exempeldata"); the places and offices do not exist.
"""

from __future__ import annotations

from dataclasses import replace

from rapport.domain.plan import DocumentHead
from rapport.report.blocks import (
    Block,
    Cover,
    DecisionBox,
    Milestone,
    Milestones,
    Paragraph,
)
from rapport.report.chart_specs import (
    ChartSpec,
)
from rapport.report.document import Document
from rapport.report.inline import (
    PageRef,
    line,
)
from render.gallery_blocks import TREND, WATERFALL, goal, measure, method
from render.gallery_summary import summary

_SVG = """<?xml version="1.0" encoding="utf-8" standalone="no"?>
<svg xmlns="http://www.w3.org/2000/svg" width="481.5pt" height="90pt" viewBox="0 0 481.5 90">
<defs><clipPath id="ruta"><rect x="0" y="0" width="481.5" height="90"/></clipPath></defs>
<g clip-path="url(#ruta)"><path d="M 20 70 L 240 30 L 460 50" style="fill:none;stroke:#542788"/>
<text x="20" y="20" style="font-family:'Source Sans 3';font-size:9px;fill:#1f2933">{words}</text>
</g></svg>"""


__all__ = ["TREND", "WATERFALL", "gallery_charts", "gallery_document"]


def gallery_charts() -> dict[ChartSpec, bytes]:
    """A small valid SVG for each chart of the gallery; drawing charts is another floor's job."""
    return {
        TREND: _SVG.format(words="15,8 till 15,4 procent").encode(),
        WATERFALL: _SVG.format(words="Budget till prognos").encode(),
    }


def gallery_document(*, draft: bool = False) -> Document:
    """Every block and inline: as a decided report, or as a draft with its missing fields."""
    document = Document(
        id="galleri",
        title="Tertialrapport för hälso- och sjukvårdsnämnden",
        subtitle="Andra tertialet 2024, januari–augusti",
        sender="Region Exempel",
        head=DocumentHead(
            document_class="Redovisande dokument | Rapport",
            applies_to="Politik",
            document_id="exlverk-4-2087",
            version="1.0",
            approved="2024-09-27",
            responsible="Regiondirektören",
            prepared_by="Planeringsavdelningen",
        ),
        running_head="Tertialrapport T2 2024 · Hälso- och sjukvårdsnämnden",
        running_foot="exlverk-4-2087 · version 1.0 · Exempeldata",
        date="2024-09-27",
        draft=False,
        example="Alla utfall är exempeldata.",
        blocks=(_cover(None), *_blocks()),
        keywords=("återrapportering", "tertial"),
    )
    if not draft:
        return document
    return replace(
        document,
        draft=True,
        head=replace(document.head, version="0.9", approved=""),
        running_foot="exlverk-4-2087 · version 0.9 · Exempeldata",
        blocks=(_cover(_NOTICE), *_blocks()),
    )


_NOTICE = DecisionBox(
    title="Detta är ett utkast och får inte bifogas kallelsen",
    paragraphs=(line("En uppgift saknas: godkänt datum, se sidan ", PageRef("s-metod"), "."),),
)


def _cover(notice: DecisionBox | None) -> Cover:
    return Cover(
        sender="Region Exempel",
        title="Tertialrapport för hälso- och sjukvårdsnämnden",
        period="Andra tertialet 2024, januari–augusti",
        milestones=Milestones(
            title="Ärendets väg",
            remark="ärende HSN 2024-0187",
            stations=(
                Milestone("Perioden slutar", "31 augusti", done=True),
                Milestone("Nämnden", "27 september, § 84", done=True),
                Milestone("Regionfullmäktige", "23–24 oktober", done=False),
            ),
        ),
        contents_title="Innehåll",
        about_title="Om rapporten",
        about=(
            Paragraph(line("Nämnden godkände rapporten den 27 september 2024.")),
            Paragraph(line("Alla senare utfall är exempeldata."), muted=True),
        ),
        notice=notice,
    )


def _blocks() -> tuple[Block, ...]:
    return (*summary(), *goal(), *measure(), *method())

"""One small draft for all tests of reading back: texts with every form that Markdown can hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import lru_cache

from lxml import etree

from rapport.charts.style import read_style
from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.plan import DocumentHead
from rapport.domain.problem import NOWHERE
from rapport.render.narrative import narrate
from rapport.render.word import PageNumbers, word_bytes
from rapport.report.blocks import (
    Align,
    Block,
    Column,
    Editable,
    Heading,
    Labelled,
    Paragraph,
    Row,
    Table,
)
from rapport.report.document import Document
from rapport.report.inline import line
from rapport.report.origin import Origin, TextOrigin
from rapport.returned.copy import Copy, EditedText, read_copy
from rapport.returned.parts import assembled
from rapport.returned.tracked import Tracking
from render.printing import TEMPLATES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NB = "\u00a0"
SHARE, LIMIT = f"15,4{NB}%", f"högst 12,0{NB}%"
BESOK, MAL, EKONOMI = "analys.besok", "mal.vard", "ekonomi"
TEXTS = {
    BESOK: (
        'Utfallet är {{ utfall("besok") }} och målet {{ mål("besok") }}. Väntan är kortare.\n'
        "\n"
        "Fler söker digitalt.\n"
        "Det gäller båda könen.\n"
    ),
    MAL: (
        "Målet nås i **flera** delar. Läs mer hos [regionen](https://example.org/vard).\n"
        "\n"
        "* Första punkten\n"
        '* Andra punkten med {{ utfall("besok") }}\n'
        "\n"
        "1. Ett steg\n"
        "2. Nästa steg\n"
        "\n"
        "| Ort | Antal |\n"
        "|-----|------:|\n"
        "| Norr | många |\n"
        "\n"
        "\n"
        "Sist i *texten*.\n"
    ),
    EKONOMI: "Resorna kostar mindre.\n",
}
Edit = Callable[[etree._Element], None]  # noqa: SLF001 - the type has no public name
"""What a reviewer does to the body of the draft."""


def narrated(key: str) -> tuple[Block, ...]:
    """A text as a report sets it."""
    text = NarrativeText(key, TEXTS[key], TextStatus.DRAFT, "Division Norr", NOWHERE)
    blocks, problems = narrate(text, {"utfall": lambda _id: SHARE, "mål": lambda _id: LIMIT})
    assert () == problems
    return blocks


def document() -> Document:
    """The draft before it becomes a Word file."""
    columns = (Column("Enhet", 500, row_header=True), Column("Utfall", 500, Align.RIGHT))
    rows = (Row(((line("Norr"),), (line("14,8"),))), Row(((line("Söder"),), (line("18,0"),))))
    blocks: tuple[Block, ...] = (
        Heading(1, "Väntetider", "s-vantetider", in_contents=True),
        Paragraph(line("Rapporten bygger på plan och mätdata.")),
        Labelled("Analys", (Editable(BESOK, "Analys: Besök", narrated(BESOK)),)),
        Table("Besök", columns, rows, number=1, anchor="t-besok"),
        Heading(1, "Mål", "s-mal", in_contents=True),
        Editable(MAL, "God vård", narrated(MAL)),
        Heading(1, "Ekonomi", "ekonomi", in_contents=True),
        Editable(EKONOMI, "Ekonomi", narrated(EKONOMI)),
        Paragraph(line("Här slutar rapporten.")),
    )
    head = DocumentHead("Rapport", "", "", "1.0", "", "", "")
    texts = tuple(
        TextOrigin(key, f"data/texter/T2-2024/{key}.md", "0" * 64, body, "Division Norr")
        for key, body in TEXTS.items()
    )
    origin = Origin("prov", "T2-2024", "regionen", texts)
    return Document(
        "prov", "Prov", "Andra tertialet", "Region Prov", head, "Prov T2", "prov-1",
        "2024-09-05", True, "", blocks, origin=origin,  # noqa: FBT003 - a draft
    )  # fmt: skip


@lru_cache
def draft_file() -> bytes:
    """The draft as it is sent out."""
    pages = PageNumbers({"s-vantetider": 2, "s-mal": 3, "ekonomi": 4}, 5)
    return word_bytes(document(), {}, read_style(TEMPLATES), TEMPLATES, pages)


@lru_cache
def draft_parts() -> Mapping[str, bytes]:
    """The parts of the draft."""
    with zipfile.ZipFile(io.BytesIO(draft_file())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a file."""
    sheet = io.BytesIO()
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return sheet.getvalue()


def edited(*edits: Edit, parts: Mapping[str, bytes] | None = None) -> bytes:
    """The draft after a reviewer has had it; ``parts`` are added or exchanged."""
    root = etree.fromstring(draft_parts()["word/document.xml"])
    for edit in edits:
        edit(root)
    changed = {**draft_parts(), "word/document.xml": etree.tostring(root), **(parts or {})}
    return packed(changed)


def returned(
    *edits: Edit,
    parts: Mapping[str, bytes] | None = None,
    tracking: Tracking = Tracking.ACCEPTED,
) -> Copy:
    """The draft read back after some edits."""
    return read_copy(edited(*edits, parts=parts), "granskad.docx", tracking)


def text(copy: Copy, key: str) -> EditedText:
    """One text of a copy."""
    return next(each for each in copy.texts if each.mark.key == key)


def markdown(copy: Copy, key: str) -> str:
    """What a text becomes."""
    found = text(copy, key)
    return assembled(found.source, found.parts)


def told(copy: Copy) -> str:
    """Everything that is said about a copy beside its texts."""
    lines = [f"{e.heading} {e.page} {e.before} → {e.after}" for e in copy.outside]
    lines += [f"{r.author} {r.date} {r.key} {r.quoted}: {r.text}" for r in copy.remarks]
    lines += [f"{c.kind} {c.author} {c.key}: {c.text}" for c in copy.changes]
    for each in copy.texts:
        lines += [f"{each.mark.key} {f.kind}: {f.text}" for f in each.findings]
        lines += [f"{each.mark.key} skrivet över: {o.written}" for o in each.written_over]
        lines.append(f"{each.mark.key} {each.fate}")
    return "\n".join(lines)

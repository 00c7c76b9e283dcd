"""WeasyPrint writing a PDF with our structure in place of its own.

It has no door for that, so its tagger and its way to mark text are exchanged while it
writes. That is only known to work in the version named here.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence

import pydyf
import weasyprint
import weasyprint.pdf
from weasyprint.pdf.stream import Stream

from rapport.domain.archive import ArchiveLevel
from rapport.domain.problem import RenderFailed
from rapport.render.archiving import Archiving
from rapport.render.pdf_tags import conformance
from rapport.render.pdf_tags.artifacts import Artifact, artifact_boxes
from rapport.render.pdf_tags.elements import Structure
from rapport.render.pdf_tags.first_level import follow_first_level
from rapport.render.pdf_tags.foreign import Pdf, PdfObject
from rapport.render.pdf_tags.page_walk import PageWalk
from rapport.render.pdf_tags.stream_ends import clear_stream_ends
from rapport.render.pdf_tags.tree_writer import TreeWriter

MADE_FOR = "70.0"
"""The version of WeasyPrint whose inside this package knows."""


def require_version() -> None:
    """Stop when another version of WeasyPrint is installed.

    Raises:
        RenderFailed: the version is another; the message says which to install.
    """
    if weasyprint.__version__ != MADE_FOR:
        message = (
            f"PDF kan inte skapas: WeasyPrint {weasyprint.__version__} är installerad, men "
            f"taggningen för skärmläsare är gjord för WeasyPrint {MADE_FOR}. Installera den med: "
            f"pip install weasyprint=={MADE_FOR}. Word och HTML kan skapas ändå: "
            "--format docx,html."
        )
        raise RenderFailed(message)


def tagged_pdf(document: weasyprint.Document, archiving: Archiving, date: str) -> bytes:
    """A laid out document as a PDF that is PDF/UA-1 and PDF/A at the level.

    Raises:
        RenderFailed: a picture, table or link cannot be read aloud; all are named.
    """
    is_first = archiving.level is ArchiveLevel.A1A
    structure = Structure(flat=is_first)
    conformance.declare(document.metadata)
    conformance.bring_colours(document)

    def finish(_document: object, pdf: Pdf) -> None:
        conformance.attached_once(pdf)
        if is_first:
            follow_first_level(pdf)

    with _own_structure(structure, artifact_boxes(document.pages)), clear_stream_ends():
        written = document.write_pdf(
            pdf_variant=conformance.variant(archiving.level),
            output_intent=conformance.COLOURS,
            attachments=[conformance.attachment(file, date) for file in archiving.attached],
            finisher=finish,
        )
    _refuse(structure.problems)
    assert isinstance(written, bytes)  # noqa: S101 - WeasyPrint has no types
    return written


@contextlib.contextmanager
def _own_structure(structure: Structure, artifacts: Mapping[int, Artifact]) -> Iterator[None]:
    """While this lasts, WeasyPrint marks and tags as we say."""
    their_marking, their_tagging = Stream.marked, weasyprint.pdf.add_tags

    @contextlib.contextmanager
    def marked(stream: PdfObject, box: object, tag: str) -> Iterator[None]:
        kind = artifacts.get(id(box))
        marking = their_marking(stream, box, tag) if kind is None else _artifact(stream, kind)
        with marking:
            yield

    def add_tags(
        pdf: Pdf, document: weasyprint.Document, _version: str, streams: Sequence[PdfObject]
    ) -> None:
        for index, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
            PageWalk(structure, artifacts, page, index, stream._tags).read()  # noqa: SLF001
        structure.root.prune()
        TreeWriter(pdf).write(structure.root)

    Stream.marked, weasyprint.pdf.add_tags = marked, add_tags
    try:
        yield
    finally:
        Stream.marked, weasyprint.pdf.add_tags = their_marking, their_tagging


@contextlib.contextmanager
def _artifact(stream: PdfObject, kind: Artifact) -> Iterator[None]:
    group, subtype = kind.value
    properties = pydyf.Dictionary({"Type": group})
    if subtype:
        properties["Subtype"] = subtype
    stream.begin_marked_content("Artifact", properties)
    try:
        yield
    finally:
        stream.end_marked_content()


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        message = "PDF kunde inte göras tillgänglig. Rätta mallen:\n  " + "\n  ".join(problems)
        raise RenderFailed(message)

"""What a file says about itself: PDF/A at the level chosen, and PDF/UA-1, in one metadata."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO

import weasyprint
from weasyprint.css import ColorProfile

from rapport.domain.archive import ArchiveLevel
from rapport.render.archiving import AttachedFile
from rapport.render.pdf_tags.foreign import Metadata, Pdf

COLOURS = "sRGB2014"
"""The colour profile of every file ("output intent")."""

_END = b"</rdf:RDF>"
_ACCESSIBLE = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/UA-1, with the extension schema that PDF/A asks for of any property it does not know."""


def variant(archive: ArchiveLevel) -> str:
    """WeasyPrint's name of the level."""
    return f"pdf/a-{archive.value}"


def attachment(file: AttachedFile, date: str) -> weasyprint.Attachment:
    """The file as WeasyPrint wants it, dated like the document so that bytes do not change."""
    moment = datetime.fromisoformat(date).replace(tzinfo=UTC)
    return weasyprint.Attachment(
        file_obj=BytesIO(file.content),
        name=file.name,
        description=file.description,
        relationship=file.relationship,
        created=moment,
        modified=moment,
    )


def bring_colours(document: weasyprint.Document) -> None:
    """What the colours mean: sRGB, the profile that comes with WeasyPrint.

    WeasyPrint would leave its file open.
    """
    file = files("weasyprint.pdf") / f"{COLOURS}.icc"
    profile = ColorProfile(BytesIO(file.read_bytes()), file.name, "relative-colorimetric", "RGB")
    document.color_profiles[COLOURS] = profile
    document.output_intent = COLOURS


def declare(metadata: Metadata) -> None:
    """Let a document's metadata declare PDF/UA-1 too, and be written uncompressed.

    Archives read the metadata of a file without unpacking it.
    """
    include: Callable[..., None] = metadata.include_in_pdf
    describe: Callable[..., bytes] = metadata.generate_rdf_metadata

    def described(kind: str, version: int, conformance: str) -> bytes:
        return describe(kind, version, conformance).replace(_END, _ACCESSIBLE + _END)

    def included(pdf: object, kind: str, version: int, conformance: str, compress: bool) -> None:  # noqa: ARG001, FBT001 - WeasyPrint's signature
        include(pdf, kind, version, conformance, compress=False)

    metadata.generate_rdf_metadata = described
    metadata.include_in_pdf = included


def attached_once(pdf: Pdf) -> None:
    """WeasyPrint lists each attached file twice among the files of the document."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))

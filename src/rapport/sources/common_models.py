"""Parts that several kinds of file share: document head, reading of strict YAML files."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from rapport.domain.plan import DocumentHead
from rapport.sources.fields import FileModel, IsoDate, Text, Whole, between


class HeadModel(FileModel):
    """The document head ("dokumenthuvud") in a plan or report file; anything may be left out."""

    document_class: Text = Field(alias="klass", default="", description="Dokumentklass.")
    applies_to: Text = Field(alias="gäller_för", default="", description="Gäller för verksamhet.")
    document_id: Text = Field(alias="dokument_id", default="")
    version: Text = Field(alias="version", default="")
    approved: IsoDate = Field(alias="godkänt", default="", description="Datum för godkännande.")
    responsible: Text = Field(
        alias="ansvarig", default="", description="Ansvarig funktion, aldrig ett personnamn."
    )
    prepared_by: Text = Field(alias="upprättad_av", default="", description="Upprättande funktion.")
    first_page: Annotated[Whole, between(0, 1)] = Field(
        alias="första_sida", default=1, description="Nummer på första sidan: 0 eller 1."
    )

    def to_domain(self, document_class: str = "") -> DocumentHead:
        """The head as the domain has it."""
        return DocumentHead(
            document_class=document_class or self.document_class,
            applies_to=self.applies_to,
            document_id=self.document_id,
            version=self.version,
            approved=self.approved,
            responsible=self.responsible,
            prepared_by=self.prepared_by,
            page_start=self.first_page,
        )

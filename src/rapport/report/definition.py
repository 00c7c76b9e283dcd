"""Report definitions ("rapportdefinitioner"): what reports/<id>.yaml asks for, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapport.domain.period import OccasionKind
from rapport.domain.plan import DocumentHead
from rapport.domain.problem import NOWHERE, Location


@dataclass(frozen=True)
class SectionRequest:
    """One section ("avsnitt") a report asks for, with its options by Swedish key."""

    kind: str
    options: Mapping[str, str] = field(default_factory=dict)
    location: Location = NOWHERE


@dataclass(frozen=True)
class ReportDefinition:
    """A report type ("rapport"): title, recipient, plans, occasions, head and sections.

    ``formats`` are the files to write ("pdf", "docx", "html"). ``recipient`` is a board id.
    """

    id: str
    title: str
    recipient: str
    plans: tuple[str, ...]
    occasions: frozenset[OccasionKind]
    formats: tuple[str, ...]
    head: DocumentHead
    sections: tuple[SectionRequest, ...]
    short_title: str = ""
    location: Location = NOWHERE

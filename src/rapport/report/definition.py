"""Report definitions ("rapportdefinitioner"): what reports/<id>.yaml asks for, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapport.domain.period import OccasionKind
from rapport.domain.plan import DocumentHead
from rapport.domain.problem import NOWHERE, Location

COVER_OF_PLAN = "plan-forstasida"
"""The section that makes a document a plan rather than a report on one."""

LETTER = "tjansteskrivelse"
"""The section that makes a document the official letter ("tjänsteskrivelse") of a case."""


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
    ``about`` is the id of the report that this one stands in front of ("avser"), as an
    official letter or a summary does; its plans are then that report's.
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
    about: str = ""
    location: Location = NOWHERE

    @property
    def section_kinds(self) -> frozenset[str]:
        """The kinds of section that the report has."""
        return frozenset(section.kind for section in self.sections)

    @property
    def sets_out_plan(self) -> bool:
        """Whether the document is a plan, without any outcome."""
        return COVER_OF_PLAN in self.section_kinds

    @property
    def stands_in_front(self) -> bool:
        """Whether the document goes in front of another report of the same case."""
        return bool(self.about) or LETTER in self.section_kinds

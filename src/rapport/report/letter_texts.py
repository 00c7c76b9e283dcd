"""What an official letter ("tjänsteskrivelse") may say beyond what the facts give."""

from __future__ import annotations

from collections.abc import Mapping

from rapport.report.definition import LETTER, ReportDefinition

LETTER_TEXTS: Mapping[str, str] = {
    "arendet": "Ärendet",
    "bakgrund": "Bakgrund",
    "overvaganden": "Överväganden",
    "ekonomiska-konsekvenser": "Ekonomiska konsekvenser",
    "barnrattskonsekvenser": "Konsekvenser för barn",
    "jamstalldhetskonsekvenser": "Konsekvenser för jämställdheten",
}
"""The heading of each text, by the end of its key."""


def letter_keys(definition: ReportDefinition) -> dict[str, str]:
    """The keys of a letter's texts, ``tjansteskrivelse.bakgrund``, and what they are about.

    Nothing for a report that is no letter. None of the texts must be there.
    """
    if LETTER not in definition.section_kinds:
        return {}
    return {letter_key(definition, end): title for end, title in LETTER_TEXTS.items()}


def letter_key(definition: ReportDefinition, end: str) -> str:
    """The key of one text: the report's id and what it is about."""
    return f"{definition.id}.{end}"

"""All rules by the name that a message gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rapport.render.pdf_findings import Finding
from rapport.render.word_rules import fields, pictures, running_text, tables, whole_file
from rapport.render.word_rules.reading import ReadWord

RULES: Mapping[str, Callable[[ReadWord], Iterable[str]]] = {
    "titel": whole_file.title,
    "språk": whole_file.language,
    "makron": whole_file.macros,
    "skydd": whole_file.protection,
    "spårade-ändringar": whole_file.tracked_changes,
    "platshållare": whole_file.left_in,
    "fråga-vid-öppning": whole_file.no_question,
    "hämtat-utifrån": whole_file.from_outside,
    "rubrik-saknas": running_text.some_heading,
    "tom-rubrik": running_text.empty_heading,
    "rubriknivå": running_text.heading_levels,
    "falsk-rubrik": running_text.fake_heading,
    "falsk-lista": running_text.fake_list,
    "tomt-stycke": running_text.air_of_paragraphs,
    "länktext": running_text.link_texts,
    "alternativtext-saknas": pictures.alternative_missing,
    "alternativtext-filnamn": pictures.alternative_is_a_name,
    "alternativtext-lång": pictures.alternative_too_long,
    "flytande-bild": pictures.floating,
    "rubrikrad": tables.header_row,
    "delad-rad": tables.split_rows,
    "sammanfogade-celler": tables.merged_cells,
    "tabell-i-tabell": tables.nested,
    "tabellbeskrivning": tables.description,
    "tom-rubrikcell": tables.empty_header,
    "ofullständigt-fält": fields.incomplete_fields,
    "fält-utan-resultat": fields.fields_without_result,
    "fältfel": fields.failed_fields,
    "död-hänvisning": fields.dead_references,
    "dubbelt-bokmärke": fields.doubled_bookmarks,
    "fotnot": fields.dead_notes,
}
"""Every rule gives a sentence for each place where it is broken."""


def rule_findings(read: ReadWord) -> Iterator[Finding]:
    """What breaks a rule of our own."""
    for rule, check in RULES.items():
        yield from (Finding(rule, message) for message in check(read))

"""Seeded faults: what can be wrong with a Word file, each as a change to a good one ("felkatalog").

Each fault names the rule of our own that is to tell it; where that is empty it is the schemas'.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from render import word_seeds as seeds
from render.word_opened import Seed
from render.word_reading import W


@dataclass(frozen=True)
class Defect:
    """A fault, and the one rule of our own that tells it; empty where only the schemas do."""

    rule: str
    seed: Seed


DEFECTS: Mapping[str, Defect] = {
    "titel saknas": Defect("titel", seeds.without_title),
    "fel språk i grundformatet": Defect(
        "språk", lambda o: o.replace(seeds.STYLES, '<w:lang w:val="sv-SE"', '<w:lang w:val="en-US"')
    ),
    "språkkod som inte finns": Defect("språk", seeds.spoken),
    "makron i filen": Defect("makron", seeds.macro),
    "skyddad mot ändring": Defect(
        "skydd", seeds.setting('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
    ),
    "spårad ändring kvar": Defect("spårade-ändringar", seeds.tracked),
    "mallens fält kvar i texten": Defect("platshållare", seeds.body_text("Utfallet {{ utfall }}.")),
    "uppmaning kvar i texten": Defect(
        "platshållare", seeds.body_text("Klicka eller tryck här för att ange text.")
    ),
    "Word frågar om fälten": Defect(
        "fråga-vid-öppning", seeds.setting('<w:updateFields w:val="1"/>')
    ),
    "inaktuellt fält": Defect(
        "fråga-vid-öppning",
        lambda o: seeds.field_marks(o, "begin")[-1].set(f"{W}dirty", "1"),
    ),
    "bild hämtas utifrån": Defect("hämtat-utifrån", seeds.remote),
    "inga rubriker": Defect("rubrik-saknas", seeds.without_headings),
    "rubrik utan text": Defect("tom-rubrik", seeds.empty_heading),
    "rubriknivå hoppas över": Defect("rubriknivå", seeds.restyled("Heading2", "Heading3")),
    "fetstilt stycke som rubrik": Defect("falsk-rubrik", seeds.body_text("Ekonomi", "<w:b/>")),
    "lista med skrivna streck": Defect("falsk-lista", seeds.body_text("– Rutinen är införd.")),
    "lista med skrivna siffror": Defect("falsk-lista", seeds.body_text("1) Rutinen är införd.")),
    "tomt stycke som luft": Defect("tomt-stycke", seeds.doubled_air),
    "länken är en adress": Defect("länktext", seeds.link("https://example.org/mal")),
    "länken säger här": Defect("länktext", seeds.link("här")),
    "alternativtext saknas": Defect("alternativtext-saknas", seeds.described("")),
    "alternativtext är ett filnamn": Defect(
        "alternativtext-filnamn", seeds.described("figur1.png")
    ),
    "alternativtext är Bild 1": Defect("alternativtext-filnamn", seeds.described("Bild 1")),
    "alternativtext för lång": Defect("alternativtext-lång", seeds.described("Mycket " * 200)),
    "flytande bild": Defect("flytande-bild", seeds.floated),
    "tabell utan rubrikrad": Defect("rubrikrad", seeds.no_header_row),
    "tabell med två rubrikrader": Defect("rubrikrad", seeds.two_header_rows),
    "tabellrad som kan delas": Defect("delad-rad", seeds.split_row),
    "sammanfogade celler": Defect("sammanfogade-celler", seeds.merged),
    "tabell i tabell": Defect("tabell-i-tabell", seeds.nested),
    "tabell utan beskrivning": Defect("tabellbeskrivning", seeds.undescribed),
    "kolumn utan rubrik": Defect("tom-rubrikcell", seeds.unnamed_column),
    "fält utan slut": Defect("ofullständigt-fält", seeds.unended),
    "fält utan resultat": Defect("fält-utan-resultat", seeds.result("")),
    "fält med felmeddelande": Defect("fältfel", seeds.result("Fel! Bokmärket är inte definierat.")),
    "länk till bokmärke som saknas": Defect("död-hänvisning", seeds.dead_anchor),
    "sidhänvisning till bokmärke som saknas": Defect("död-hänvisning", seeds.dead_page),
    "två bokmärken med samma namn": Defect("dubbelt-bokmärke", seeds.same_bookmark),
    "fotnot som ingen hänvisar till": Defect("fotnot", seeds.uncalled_note),
    "delar i fel ordning": Defect("", seeds.out_of_order),
    "värde som inte finns": Defect("", seeds.unknown_value),
    "bildens fil saknas": Defect("", seeds.missing_picture),
    "bildens samband saknas": Defect("", seeds.missing_relation),
    "cell utan stycke": Defect("", seeds.lost_cell),
}
"""Every fault by the words that the page about the checks uses."""

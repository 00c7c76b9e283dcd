"""The names of the styles ("formatmallar") that the Word template and the body share.

The ids are ASCII. Where Word has the style built in, its own English name is used in the
template, so that a Swedish Word shows "Rubrik 1" and the navigation pane and contents work.
"""

from __future__ import annotations

from enum import StrEnum


class WordStyle(StrEnum):
    """The id of a paragraph style."""

    NORMAL = "Normal"
    TITLE = "Title"
    TITLE_SMALL = "Rubrikliten"
    SUBTITLE = "Subtitle"
    SENDER = "Avsandare"
    KICKER = "Overrad"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_1_UNLISTED = "Rubrik1utanforinnehall"
    HEADING_2_UNLISTED = "Rubrik2utanforinnehall"
    INDICATOR_HEADING = "Mattrubrik"
    LEAD = "Ingress"
    BODY = "BodyText"
    LABEL = "Etikett"
    LABELLED = "Etikettrad"
    LABELLED_MORE = "Etikettradfortsattning"
    BULLET = "ListBullet"
    NUMBERED = "ListNumber"
    KEY_MESSAGE = "Budskap"
    COUNTS = "Antal"
    DECISION_TITLE = "Beslutsrubrik"
    DECISION = "Beslutsruta"
    DECISION_ITEM = "Beslutspunkt"
    TABLE_HEAD = "Tabellhuvud"
    TABLE_TEXT = "Tabelltext"
    TABLE_NUMBER = "Tabelltal"
    TABLE_HEAD_SMALL = "Tabellhuvudliten"
    TABLE_TEXT_SMALL = "Tabelltextliten"
    TABLE_NUMBER_SMALL = "Tabelltalliten"
    TABLE_GAP = "Tabellgrans"
    CAPTION = "Caption"
    FIGURE_TITLE = "Figurtitel"
    FIGURE_SUBTITLE = "Figurundertext"
    FIGURE = "Figur"
    SOURCE = "Kalla"
    LEGEND = "Teckenforklaring"
    STATION = "Station"
    STATION_LINE = "Stationslinje"
    CONTENTS_TITLE = "TOCHeading"
    CONTENTS_1 = "TOC1"
    CONTENTS_2 = "TOC2"
    CONTENTS_3 = "TOC3"
    ABOUT_TITLE = "Omrapportenrubrik"
    ABOUT = "Omrapporten"
    FOOTNOTE = "FootnoteText"
    EDITABLE = "Redigerbartext"
    EDITABLE_LEAD = "Redigerbaringress"
    EDITABLE_LABELLED = "Redigerbaretikettrad"
    EDITABLE_LABELLED_MORE = "Redigerbaretikettradfortsattning"
    EDITABLE_BULLET = "Redigerbarpunktlista"
    EDITABLE_NUMBERED = "Redigerbarnumreradlista"
    HEADER = "Header"
    HEADER_DRAFT = "Sidhuvudutkast"
    HEAD_CLASS = "Dokumentklass"
    HEAD_CLASS_DRAFT = "Dokumentklassutkast"
    HEAD_LABEL = "Huvudetikett"
    HEAD_VALUE = "Huvudvarde"
    MARGIN_MARK = "Utkastmarke"
    FOOTER = "Footer"


class CharacterStyle(StrEnum):
    """The id of a character style."""

    MUTED = "Dampad"
    LABEL = "Etikettord"
    LINK = "Hyperlink"
    FOOTNOTE_CALL = "FootnoteReference"
    COUNT = "Antalssiffra"
    DRAFT = "Utkastord"


TABLE_STYLE = "Rapporttabell"
LAYOUT_TABLE_STYLE = "Ytindelning"
HEADING_NUMBERING_STYLE = "Rubriknumrering"
"""The list style that numbers headings; reports do not use it unless the region's template does."""

EDITABLE_OF = {
    WordStyle.BODY: WordStyle.EDITABLE,
    WordStyle.LEAD: WordStyle.EDITABLE_LEAD,
    WordStyle.LABELLED: WordStyle.EDITABLE_LABELLED,
    WordStyle.LABELLED_MORE: WordStyle.EDITABLE_LABELLED_MORE,
    WordStyle.BULLET: WordStyle.EDITABLE_BULLET,
    WordStyle.NUMBERED: WordStyle.EDITABLE_NUMBERED,
}
"""The style that marks the same kind of paragraph as text which staff may change."""


class NumberingKind(StrEnum):
    """The list numberings of the template; the value is the id of its abstract numbering."""

    BULLET = "1"
    NUMBERED = "2"
    KEY_MESSAGE = "3"
    DECISION = "4"
    HEADING = "5"

"""Seeded faults: what can be wrong with a Word file, each as a change to a good one ("felkatalog").

Each fault names the rule of our own that is to tell it; where that is empty it is the schemas'.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from rapport.render.word_xml import NAMESPACES
from rapport.render.zipped import zip_bytes
from render.word_reading import WP, W, parts

_BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_SETTINGS = "word/settings.xml"
_CORE = "docProps/core.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_NOTES = "word/footnotes.xml"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@dataclass
class OpenFile:
    """The parts of a Word file while a fault is put in; ``tree`` opens one as XML."""

    parts: dict[str, bytes]
    trees: dict[str, etree._Element] = field(default_factory=dict)

    def tree(self, name: str = _BODY) -> Any:  # noqa: ANN401 - lxml elements, whose children may all be missing
        """One part as XML, written back when the file is saved."""
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    def replace(self, name: str, old: str, new: str) -> None:
        """Other words in a part; the old ones must be there."""
        assert old.encode() in self.parts[name]
        self.parts[name] = self.parts[name].replace(old.encode(), new.encode())

    def saved(self) -> bytes:
        """The file with the fault."""
        return zip_bytes(
            {**self.parts, **{name: etree.tostring(tree) for name, tree in self.trees.items()}}
        )


Seed = Callable[[OpenFile], None]


def seeded(content: bytes, seed: Seed) -> bytes:
    """A file with one fault in it."""
    opened = OpenFile(parts(content))
    seed(opened)
    return opened.saved()


def _made(xml: str) -> Any:  # noqa: ANN401
    """An element written as Word XML."""
    (element,) = etree.fromstring(f"<w:x {NAMESPACES}>{xml}</w:x>")
    return element


def _first(opened: OpenFile, *names: str, part: str = _BODY) -> Any:  # noqa: ANN401
    return next(opened.tree(part).iter(*(f"{W}{name}" for name in names)))


def _styled(opened: OpenFile, style: str) -> list[Any]:
    return [
        mark.getparent().getparent()
        for mark in opened.tree().iter(f"{W}pStyle")
        if mark.get(f"{W}val") == style
    ]


def _dropped(element: Any) -> None:  # noqa: ANN401
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _say(paragraph: etree._Element, text: str, look: str = "") -> None:
    """Other words in a paragraph, in one run."""
    for child in list(paragraph):
        if child.tag != f"{W}pPr":
            paragraph.remove(child)
    paragraph.append(_made(f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"))


def _body_text(text: str, look: str = "") -> Seed:
    """Other words in the last paragraph of running text."""
    return lambda opened: _say(_styled(opened, "BodyText")[-1], text, look)


def _set(style: str, new: str) -> Seed:
    """Another style on the first paragraph of a style."""

    def seed(opened: OpenFile) -> None:
        _styled(opened, style)[0].find(f"{W}pPr/{W}pStyle").set(f"{W}val", new)

    return seed


def _inserted(xml: str, before: str = "tbl") -> Seed:
    """Something before the first table of the body."""
    return lambda opened: _first(opened, before).addprevious(_made(xml))


def _setting(xml: str) -> Seed:
    return lambda opened: _first(opened, "zoom", part=_SETTINGS).addnext(_made(xml))


def _without_title(opened: OpenFile) -> None:
    opened.parts[_CORE] = re.sub(b"<dc:title>.*?</dc:title>", b"", opened.parts[_CORE])


def _spoken(opened: OpenFile) -> None:
    _say(_styled(opened, "BodyText")[-1], "Text", '<w:lang w:val="Svenska"/>')


def _macro(opened: OpenFile) -> None:
    opened.parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"
    kind = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    opened.replace(_TYPES, "</Types>", f"{kind}</Types>")


def _tracked(opened: OpenFile) -> None:
    run = next(_styled(opened, "BodyText")[-1].iter(f"{W}r"))
    mark = _made('<w:ins w:id="9001" w:author="Kansliet"/>')
    run.addprevious(mark)
    mark.append(run)


def _remote(opened: OpenFile) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    address = "https://example.org/bild.png"
    row = f'<Relationship Id="rId900" Type="{kind}" Target="{address}" TargetMode="External"/>'
    opened.replace(_RELATIONS, "</Relationships>", f"{row}</Relationships>")


def _without_headings(opened: OpenFile) -> None:
    for key in ("Heading1", "Heading2", "Heading3", "Mattrubrik", "Rubrik1utanforinnehall"):
        for paragraph in _styled(opened, key):
            paragraph.find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Etikett")


def _empty_heading(opened: OpenFile) -> None:
    for run in list(_styled(opened, "Heading2")[0].iter(f"{W}r")):
        _dropped(run)


def _doubled_air(opened: OpenFile) -> None:
    _first(opened, "tbl").getnext().addprevious(
        _made('<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p>')
    )


def _link(text: str) -> Seed:
    def seed(opened: OpenFile) -> None:
        link = next(
            each for each in opened.tree().iter(f"{W}hyperlink") if not each.get(f"{W}anchor")
        )
        for node in link.iter(f"{W}t"):
            node.text = text

    return seed


def _charts(opened: OpenFile) -> Iterator[Any]:
    for place in opened.tree().iter(f"{WP}docPr"):
        if len(str(place.get("descr"))) > 30:
            yield place


def _described(text: str) -> Seed:
    return lambda opened: next(_charts(opened)).set("descr", text)


def _floated(opened: OpenFile) -> None:
    inline = next(_charts(opened)).getparent()
    assert inline is not None
    inline.tag = f"{WP}anchor"
    for name, text in (
        ("simplePos", "0"), ("relativeHeight", "2"), ("behindDoc", "0"), ("locked", "0"),
        ("layoutInCell", "1"), ("allowOverlap", "1"),
    ):  # fmt: skip
        inline.set(name, text)
    places = (
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    )
    for at, element in enumerate(etree.fromstring(f"<w:x {NAMESPACES}>{places}</w:x>")):
        inline.insert(at, element)
    inline.find(f"{WP}extent").addnext(_made("<wp:wrapNone/>"))


def _tables(opened: OpenFile) -> list[Any]:
    """The tables of the text, the layout of the first page aside."""
    return [
        table
        for table in opened.tree().iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "Rapporttabell"
    ]


def _no_header_row(opened: OpenFile) -> None:
    _dropped(next(_tables(opened)[0].iter(f"{W}tblHeader")))


def _two_header_rows(opened: OpenFile) -> None:
    row = _tables(opened)[0].findall(f"{W}tr")[1]
    row.find(f"{W}trPr").append(_made("<w:tblHeader/>"))


def _split_row(opened: OpenFile) -> None:
    _dropped(_tables(opened)[0].findall(f"{W}tr")[1].find(f"{W}trPr/{W}cantSplit"))


def _merged(opened: OpenFile) -> None:
    first, second, *_ = _tables(opened)[0].findall(f"{W}tr")[1].findall(f"{W}tc")
    _dropped(second)
    first.find(f"{W}tcPr/{W}tcW").addnext(_made('<w:gridSpan w:val="2"/>'))


def _nested(opened: OpenFile) -> None:
    outer, inner = _tables(opened)[0], copy.deepcopy(_tables(opened)[-1])
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(inner.iter(f"{W}{name}")):
            _dropped(mark)
    outer.findall(f"{W}tr")[1].find(f"{W}tc/{W}p").addprevious(inner)


def _undescribed(opened: OpenFile) -> None:
    properties = _tables(opened)[0].find(f"{W}tblPr")
    _dropped(properties.find(f"{W}tblDescription"))


def _unnamed_column(opened: OpenFile) -> None:
    for node in _tables(opened)[0].find(f"{W}tr/{W}tc").iter(f"{W}t"):
        node.text = ""


def _field_marks(opened: OpenFile, kind: str) -> list[Any]:
    found = opened.tree().iter(f"{W}fldChar")
    return [mark for mark in found if mark.get(f"{W}fldCharType") == kind]


def _unended(opened: OpenFile) -> None:
    _dropped(_field_marks(opened, "end")[-1])


def _result(text: str) -> Seed:
    """Another cached result of the last field, the number of a table."""

    def seed(opened: OpenFile) -> None:
        run = _field_marks(opened, "separate")[-1].getparent().getnext()
        run.find(f"{W}t").text = text

    return seed


def _dead_anchor(opened: OpenFile) -> None:
    link = next(each for each in opened.tree().iter(f"{W}hyperlink") if each.get(f"{W}anchor"))
    link.set(f"{W}anchor", "r_saknas")


def _dead_page(opened: OpenFile) -> None:
    code = next(each for each in opened.tree().iter(f"{W}instrText") if "PAGEREF" in each.text)
    code.text = " PAGEREF r_saknas \\h "


def _same_bookmark(opened: OpenFile) -> None:
    wanted = next(
        str(each.get(f"{W}anchor"))
        for each in opened.tree().iter(f"{W}hyperlink")
        if each.get(f"{W}anchor")
    )
    other = next(
        each
        for each in opened.tree().iter(f"{W}bookmarkStart")
        if str(each.get(f"{W}name")).startswith("r_t_")
    )
    other.set(f"{W}name", wanted)


def _uncalled_note(opened: OpenFile) -> None:
    _dropped(_first(opened, "footnoteReference").getparent())


def _out_of_order(opened: OpenFile) -> None:
    paragraph = _styled(opened, "BodyText")[0]
    paragraph.append(paragraph.find(f"{W}pPr"))


def _unknown_value(opened: OpenFile) -> None:
    _first(opened, "jc").set(f"{W}val", "hoger")


def _missing_picture(opened: OpenFile) -> None:
    del opened.parts[next(name for name in opened.parts if name.endswith(".png"))]


def _missing_relation(opened: OpenFile) -> None:
    opened.parts[_RELATIONS] = re.sub(
        rb"<Relationship [^>]*/image\"[^>]*/>", b"", opened.parts[_RELATIONS], count=1
    )


def _lost_cell(opened: OpenFile) -> None:
    row = _tables(opened)[0].findall(f"{W}tr")[1]
    for cell in row.findall(f"{W}tc"):
        for paragraph in cell.findall(f"{W}p"):
            _dropped(paragraph)


@dataclass(frozen=True)
class Defect:
    """A fault, and the one rule of our own that tells it; empty where only the schemas do."""

    rule: str
    seed: Seed


DEFECTS: Mapping[str, Defect] = {
    "titel saknas": Defect("titel", _without_title),
    "fel språk i grundformatet": Defect(
        "språk", lambda o: o.replace(_STYLES, '<w:lang w:val="sv-SE"', '<w:lang w:val="en-US"')
    ),
    "språkkod som inte finns": Defect("språk", _spoken),
    "makron i filen": Defect("makron", _macro),
    "skyddad mot ändring": Defect(
        "skydd", _setting('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
    ),
    "spårad ändring kvar": Defect("spårade-ändringar", _tracked),
    "mallens fält kvar i texten": Defect("platshållare", _body_text("Utfallet {{ utfall }}.")),
    "uppmaning kvar i texten": Defect(
        "platshållare", _body_text("Klicka eller tryck här för att ange text.")
    ),
    "Word frågar om fälten": Defect("fråga-vid-öppning", _setting('<w:updateFields w:val="1"/>')),
    "inaktuellt fält": Defect(
        "fråga-vid-öppning",
        lambda o: _field_marks(o, "begin")[-1].set(f"{W}dirty", "1"),
    ),
    "bild hämtas utifrån": Defect("hämtat-utifrån", _remote),
    "inga rubriker": Defect("rubrik-saknas", _without_headings),
    "rubrik utan text": Defect("tom-rubrik", _empty_heading),
    "rubriknivå hoppas över": Defect("rubriknivå", _set("Heading2", "Heading3")),
    "fetstilt stycke som rubrik": Defect("falsk-rubrik", _body_text("Ekonomi", "<w:b/>")),
    "lista med skrivna streck": Defect("falsk-lista", _body_text("– Rutinen är införd.")),
    "lista med skrivna siffror": Defect("falsk-lista", _body_text("1) Rutinen är införd.")),
    "tomt stycke som luft": Defect("tomt-stycke", _doubled_air),
    "länken är en adress": Defect("länktext", _link("https://example.org/mal")),
    "länken säger här": Defect("länktext", _link("här")),
    "alternativtext saknas": Defect("alternativtext-saknas", _described("")),
    "alternativtext är ett filnamn": Defect("alternativtext-filnamn", _described("figur1.png")),
    "alternativtext är Bild 1": Defect("alternativtext-filnamn", _described("Bild 1")),
    "alternativtext för lång": Defect("alternativtext-lång", _described("Mycket " * 200)),
    "flytande bild": Defect("flytande-bild", _floated),
    "tabell utan rubrikrad": Defect("rubrikrad", _no_header_row),
    "tabell med två rubrikrader": Defect("rubrikrad", _two_header_rows),
    "tabellrad som kan delas": Defect("delad-rad", _split_row),
    "sammanfogade celler": Defect("sammanfogade-celler", _merged),
    "tabell i tabell": Defect("tabell-i-tabell", _nested),
    "tabell utan beskrivning": Defect("tabellbeskrivning", _undescribed),
    "kolumn utan rubrik": Defect("tom-rubrikcell", _unnamed_column),
    "fält utan slut": Defect("ofullständigt-fält", _unended),
    "fält utan resultat": Defect("fält-utan-resultat", _result("")),
    "fält med felmeddelande": Defect(
        "fältfel", _result("Fel! Bokmärket är inte definierat.")
    ),
    "länk till bokmärke som saknas": Defect("död-hänvisning", _dead_anchor),
    "sidhänvisning till bokmärke som saknas": Defect("död-hänvisning", _dead_page),
    "två bokmärken med samma namn": Defect("dubbelt-bokmärke", _same_bookmark),
    "fotnot som ingen hänvisar till": Defect("fotnot", _uncalled_note),
    "delar i fel ordning": Defect("", _out_of_order),
    "värde som inte finns": Defect("", _unknown_value),
    "bildens fil saknas": Defect("", _missing_picture),
    "bildens samband saknas": Defect("", _missing_relation),
    "cell utan stycke": Defect("", _lost_cell),
}  # fmt: skip
"""Every fault by the words that the page about the checks uses."""

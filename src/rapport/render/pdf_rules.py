"""Our own rules for a finished PDF: what no validator asks, but a reader misses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest

from rapport.render.anchors import contents
from rapport.render.archiving import Archiving
from rapport.render.pdf_findings import Finding
from rapport.render.pdf_reading.tag_tree import ReadPdf, Tag
from rapport.render.pdf_tables import same_words
from rapport.report.blocks import Block, Cover, Figure, Heading
from rapport.report.document import Document
from rapport.report.walking import walk

_HEADING = re.compile(r"H[1-6]")
_FILE_NAME = re.compile(r"\S+\.(svg|png|jpe?g|gif)", re.IGNORECASE)
_SCOPES = frozenset({"/Column", "/Row"})


def rule_findings(read: ReadPdf, document: Document, archiving: Archiving) -> Iterator[Finding]:
    """What breaks a rule of our own, in the file of a document."""
    for rule, check in TREE_RULES.items():
        yield from (Finding(rule, message, tag.page) for tag, message in check(read.root))
    yield from _keys(read)
    yield from _document(read, document)
    yield from _headings(read.root, document)
    yield from _pictures(read.root, document)
    yield from _files(read.files, archiving)


Complaint = tuple[Tag, str]


def _heading_words(root: Tag) -> Iterator[Complaint]:
    for tag in _heading_tags(root):
        if not tag.words().strip():
            yield tag, "en rubrik saknar text"


def _heading_levels(root: Tag) -> Iterator[Complaint]:
    before = 0
    for tag in _heading_tags(root):
        level = int(tag.kind[1])
        if level > before + 1:
            yield tag, f'rubriken "{tag.words()}" hoppar från nivå {before} till {level}'
        before = level


def _alternatives(root: Tag) -> Iterator[Complaint]:
    for tag in root.all("Figure"):
        if not tag.alternative.strip():
            yield tag, "en bild saknar alternativtext"
        elif _FILE_NAME.fullmatch(tag.alternative.strip()):
            yield tag, f'en bilds alternativtext är ett filnamn, "{tag.alternative}"'


def _cell_headers(root: Tag) -> Iterator[Complaint]:
    for table in root.all("Table"):
        keys = {cell.key for cell in table.all("TH") if cell.key}
        for cell in table.all("TH", "TD"):
            if strange := [key for key in cell.headers if key not in keys]:
                yield cell, f"en cell pekar på rubriker som inte finns: {', '.join(strange)}"


def _scopes(root: Tag) -> Iterator[Complaint]:
    for cell in root.all("TH"):
        if cell.attributes.get("/Scope") not in _SCOPES:
            yield cell, f'rubrikcellen "{cell.words()}" saknar riktning'


def _links(root: Tag) -> Iterator[Complaint]:
    for tag in root.all("Link"):
        if not tag.links or not all(words.strip() for words in tag.links):
            yield tag, f'länken "{tag.words()}" saknar yta eller beskrivning'


def _lists(root: Tag) -> Iterator[Complaint]:
    for tag in root.all("L"):
        if "/ListNumbering" not in tag.attributes:
            yield tag, "en lista säger inte hur den är numrerad"
        if any(item.kind != "LI" for item in tag.kids if isinstance(item, Tag)):
            yield tag, "en lista innehåller annat än listpunkter"


def _items(root: Tag) -> Iterator[Complaint]:
    for tag in root.all("LI"):
        kinds = [kid.kind for kid in tag.kids if isinstance(kid, Tag)]
        if kinds not in (["Lbl", "LBody"], ["LBody"]):
            yield tag, "en listpunkt består inte av nummer och text"


def _notes(root: Tag) -> Iterator[Complaint]:
    for tag in root.all("Note"):
        if not tag.key or not tag.all("Lbl"):
            yield tag, "en fotnot saknar id eller nummer"


TREE_RULES: Mapping[str, Callable[[Tag], Iterable[Complaint]]] = {
    "tom-rubrik": _heading_words,
    "rubriknivå": _heading_levels,
    "alternativtext": _alternatives,
    "cellens-rubriker": _cell_headers,
    "rubrikcellens-riktning": _scopes,
    "länk": _links,
    "lista": _lists,
    "listpunkt": _items,
    "fotnot": _notes,
}
"""The rules that only look at the structure, by name."""


def _heading_tags(root: Tag) -> list[Tag]:
    return [tag for tag in root.walk() if _HEADING.fullmatch(tag.kind)]


def _keys(read: ReadPdf) -> Iterator[Finding]:
    """Every ID is in the ID tree, and the tree holds no other."""
    used = [tag.key for tag in read.root.walk() if tag.key]
    if len(used) != len(set(used)):
        yield Finding("id-träd", "samma id används två gånger")
    if set(used) != read.keys:
        yield Finding("id-träd", "id-trädet i filen har inte samma id som strukturen")


def _document(read: ReadPdf, document: Document) -> Iterator[Finding]:
    if read.language != document.language:
        yield Finding("språk", f'filens språk är "{read.language}", inte {document.language}')
    if read.title != document.full_title:
        yield Finding("titel", f'filens titel är "{read.title}", inte "{document.full_title}"')


def _headings(root: Tag, document: Document) -> Iterator[Finding]:
    tags = _heading_tags(root)
    for tag, wanted in zip_longest(tags, expected_headings(document.blocks)):
        heard = "" if tag is None else tag.words()
        if same_words(heard) != same_words(wanted or ""):
            page = None if tag is None else tag.page
            message = f'rubriken läses "{heard}" men ska vara "{wanted or ""}"'
            yield Finding("rubrik-återläsning", message, page)
            return


def expected_headings(blocks: tuple[Block, ...]) -> list[str]:
    """The headings of a document in reading order, also those of its first page."""
    found: list[str] = []
    for block in walk(blocks):
        match block:
            case Heading(text=text):
                found.append(text)
            case Cover(title=title):
                found.append(title)
                found += [block.contents_title] if contents(blocks) else []
                found += [block.about_title] if block.about else []
            case _:
                pass
    return found


def _pictures(root: Tag, document: Document) -> Iterator[Finding]:
    charts = [tag for tag in root.all("Figure") if tag.attributes.get("/Placement") == "/Block"]
    wanted = [block for block in walk(document.blocks) if isinstance(block, Figure)]
    if len(charts) != len(wanted):
        message = f"filen har {len(charts)} diagram men dokumentet {len(wanted)}"
        yield Finding("bild-återläsning", message)
    for tag, figure in zip(charts, wanted, strict=False):
        if tag.alternative != figure.alt:
            message = f'diagrammet "{figure.title}" har en annan alternativtext i filen'
            yield Finding("bild-återläsning", message, tag.page)


def _files(files: Mapping[str, bytes], archiving: Archiving) -> Iterator[Finding]:
    wanted = {file.name: file.content for file in archiving.attached}
    for name in sorted(wanted.keys() | files.keys()):
        if wanted.get(name) != files.get(name):
            yield Finding("bilaga", f"den bilagda filen {name} är inte den som skulle bifogas")

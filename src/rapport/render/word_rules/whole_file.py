"""Rules for the file as a whole: its name and language, and nothing locked or left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.render.word_rules.reading import ReadWord, W, is_on, shown, value, words

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_MACRO_PARTS = ("vbaProject", "vbaData", "activeX", "embeddings/")
_CHANGES = tuple(
    f"{W}{name}"
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "sectPrChange", "cellIns", "cellDel", "commentRangeStart",
    )
)  # fmt: skip
_LEFT_IN = re.compile(
    r"\{\{|\}\}|\{%|%\}|lorem ipsum|Klicka eller tryck här|Click or tap here", re.IGNORECASE
)
_LINK = "hyperlink"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def title(read: ReadWord) -> Iterator[str]:
    """Windows and screen readers say the title of the file, not its name."""
    core = read.trees.get("docProps/core.xml")
    if core is None or not (core.findtext(_TITLE) or "").strip():
        yield "filen saknar titel i sina egenskaper"


def language(read: ReadWord) -> Iterator[str]:
    """The voice that reads the text, and the spelling, follow the language."""
    usual = value(read.trees["word/styles.xml"], "docDefaults/rPrDefault/rPr/lang")
    if usual != read.language:
        yield f'språket i grundformatet är "{usual}", inte {read.language}'
    for mark in read.all("lang"):
        if (tongue := value(mark)) and not _LANGUAGE.fullmatch(tongue):
            yield f'ett stycke har språket "{tongue}", som inte finns'


def macros(read: ReadWord) -> Iterator[str]:
    """A report is text and pictures, never a program."""
    for name in sorted(read.parts):
        if any(mark in name for mark in _MACRO_PARTS):
            yield f"filen innehåller {name}, som kan köras som program"
    if b"macroEnabled" in read.parts["[Content_Types].xml"]:
        yield "filen är av den sort som får ha makron"


def protection(read: ReadWord) -> Iterator[str]:
    """Protection keeps screen readers, and those who are to edit a draft, out."""
    for name in ("documentProtection", "writeProtection"):
        if read.trees["word/settings.xml"].find(f"{W}{name}") is not None:
            yield f"filen är skyddad mot ändring ({name})"


def tracked_changes(read: ReadWord) -> Iterator[str]:
    """Changes and comments are answered before a file is handed on."""
    for name, tree in read.trees.items():
        if name.startswith("word/") and next(tree.iter(*_CHANGES), None) is not None:
            yield f"spårade ändringar eller kommentarer finns kvar i {name}"


def left_in(read: ReadWord) -> Iterator[str]:
    """Template marks and prompts are filled in or gone, in head and foot too."""
    for name, tree in read.trees.items():
        if not name.startswith("word/"):
            continue
        for paragraph in tree.iter(f"{W}p"):
            if _LEFT_IN.search(text := words(paragraph)):
                yield f"en platshållare finns kvar i texten {shown(text)}"
        if next(tree.iter(f"{W}showingPlcHdr"), None) is not None:
            yield "ett innehållsfält visar sin platshållare"


def no_question(read: ReadWord) -> Iterator[str]:
    """Word asks no question on opening: nothing says that fields are to be updated."""
    if is_on(read.trees["word/settings.xml"], "updateFields"):
        yield "Word frågar om fälten ska uppdateras när filen öppnas (updateFields)"
    dirty = [mark for mark in read.all("fldChar", "fldSimple") if mark.get(f"{W}dirty")]
    if dirty:
        yield "ett fält är märkt som inaktuellt"


def from_outside(read: ReadWord) -> Iterator[str]:
    """Nothing but what a reader follows herself is fetched from elsewhere."""
    for name, tree in read.trees.items():
        if not name.endswith(".rels"):
            continue
        for relation in tree.iter(_RELATION):
            outside = relation.get("TargetMode") == "External"
            if outside and not str(relation.get("Type")).endswith(_LINK):
                yield f"filen hämtar {shown(str(relation.get('Target')))} utifrån"

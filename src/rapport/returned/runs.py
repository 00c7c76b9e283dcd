"""The runs of a Word paragraph as pieces, and what in them cannot be a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml import etree

from rapport.returned.content import Finding, FindingKind, Piece, plain, visible
from rapport.returned.package import Relation
from rapport.returned.symbols import symbol
from rapport.returned.word_names import MATH, MC, R, W, is_on, raw_text, value
from rapport.returned.word_styles import WordStyles

_SCHEMES = frozenset({"http", "https", "mailto"})
_COMPUTED = re.compile(
    r"\s*(PAGE|NUMPAGES|PAGEREF|SECTIONPAGES|TOC|SEQ|REF|STYLEREF|NOTEREF)\b", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
_PAGE_AT_END = re.compile(r"\t[\s\d–-]*$")
"""The page number of an entry in a contents list, which LibreOffice writes with its words."""

_LINK_CODE = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_NO_MARK = frozenset({"", "none", "auto", "clear"})
_TEXTS: Mapping[str, str] = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}


@dataclass
class _Field:
    """A field that has begun: its code so far, and whether its result has."""

    code: str = ""
    in_result: bool = False


@dataclass(frozen=True)
class Setting:
    """What is the same for all runs of a file: styles, links, notes and the marks to look for."""

    styles: WordStyles
    relations: Mapping[str, Relation]
    notes: Mapping[tuple[str, str], str]
    number_bookmarks: frozenset[str]
    number_tags: Mapping[str, str]
    label_styles: frozenset[str]


@dataclass
class RunReader:
    """Reads one story from its first run to its last; fields and bookmarks may span paragraphs."""

    setting: Setting
    on_mark: Callable[[etree._Element], None]
    pieces: list[Piece] = field(default_factory=list)
    label: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _numbers: dict[str, str] = field(default_factory=dict)

    def taken(self) -> tuple[tuple[Piece, ...], str, tuple[Finding, ...]]:
        """The paragraph read so far – pieces, label, findings – and a clean table for the next.

        No bound number goes on into another paragraph: a bookmark without end holds nothing.
        """
        taken = tuple(self.pieces), "".join(self.label), tuple(self.findings)
        self.pieces, self.label, self.findings = [], [], []
        self._numbers.clear()
        return taken

    def read(self, element: etree._Element, link: str = "", number: str = "") -> None:
        """Read the content of a paragraph, or of something inside it."""
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, link, number)
            elif tag == f"{W}hyperlink":
                self.read(child, self._address(child) or link, number)
            elif tag == f"{W}fldSimple":
                self._simple_field(child, link, number)
            elif tag == f"{W}sdt":
                self._control(child, link, number)
            elif tag in {f"{W}bookmarkStart", f"{W}bookmarkEnd"}:
                self._bookmark(child)
                self.on_mark(child)
            elif tag in {f"{W}commentRangeStart", f"{W}commentRangeEnd"}:
                self.on_mark(child)
            elif isinstance(tag, str) and tag.startswith(MATH):
                self._find(FindingKind.FORMULA, raw_formula(child))
            elif tag in _TRANSPARENT:
                self.read(child, link, number)

    def _run(self, run: etree._Element, link: str, number: str) -> None:
        look = run.find(f"{W}rPr")
        if look is not None and is_on(look.find(f"{W}vanish")):
            self._find(FindingKind.HIDDEN, raw_text(run))
            return
        words = ""
        for child in run:
            words += self._words(child)
        if not words:
            return
        open_fields = [each for each in self._fields if not each.in_result]
        if open_fields:
            open_fields[-1].code += words if run.find(f"{W}instrText") is None else ""
            return
        style = value(None if look is None else look.find(f"{W}rStyle"))
        if style in self.setting.label_styles:
            words = self._without_label(words)
        self._remark(look, words)
        seen = visible(words)
        if seen != words:
            self._find(FindingKind.INVISIBLE, words)
        self._add(run, seen, link, number)

    def _add(self, run: etree._Element, words: str, link: str, number: str) -> None:
        codes = [each.code for each in self._fields]
        from_field = next((m[1] for code in codes if (m := _LINK_CODE.match(code))), "")
        own = any(_COMPUTED.match(code) for code in codes)
        if own:
            words = _PAGE_AT_END.sub("", words)
        elif codes and not from_field and words.strip():
            self._find(FindingKind.FIELD, words)
        self.pieces.append(
            Piece(
                words,
                self._switch(run, "b"),
                self._switch(run, "i"),
                _safe(link or from_field),
                number or next(reversed(self._numbers.values()), ""),
                own and not _LETTER.search(words),
            )
        )

    def _switch(self, run: etree._Element, name: str) -> bool:
        """Whether a run is bold or in italics; the look of the label is no look of a text."""
        style = value(run.find(f"{W}rPr/{W}rStyle"))
        return style not in self.setting.label_styles and self.setting.styles.switch(run, name)

    def _words(self, node: etree._Element) -> str:
        """The words of a part of a run; what is no text becomes a finding."""
        tag = str(node.tag)
        if tag in _TEXTS:
            return _TEXTS[tag]
        if tag == f"{W}t":
            return node.text or ""
        if tag == f"{W}sym":
            return self._symbol(node)
        if tag == f"{W}ruby":
            return _ruby(node)
        if tag == f"{W}instrText" and self._fields:
            self._fields[-1].code += node.text or ""
        elif tag.startswith(MATH):
            self._find(FindingKind.FORMULA, raw_formula(node))
        elif tag in _HANDLERS:
            _HANDLERS[tag](self, node)
        return ""

    def _note(self, node: etree._Element) -> None:
        kind = str(node.tag).removeprefix(W).removesuffix("Reference")
        note = self.setting.notes.get((kind, value(node, "id")), "")
        self._find(FindingKind.FOOTNOTE, note)

    def _comment(self, node: etree._Element) -> None:
        self.on_mark(node)

    def _symbol(self, node: etree._Element) -> str:
        found = symbol(value(node, "font"), value(node, "char"))
        if found is None:
            self._find(FindingKind.SYMBOL, f"{value(node, 'font')} {value(node, 'char')}")
            return ""
        return found

    def _alternatives(self, node: etree._Element) -> None:
        """Word writes a drawing twice, for new and old programs; one of them is enough."""
        for choice in (node.find(f"{MC}Choice"), node.find(f"{MC}Fallback")):
            if choice is not None and len(choice):
                self._drawing(choice)
                return

    def _drawing(self, node: etree._Element) -> None:
        """A text box by its words, a picture by its description."""
        boxes = [raw_text(box) for box in node.iter(f"{W}txbxContent")]
        if any(boxes):
            self._find(FindingKind.TEXT_BOX, " ".join(boxes))
            return
        described = [str(each.get("descr")) for each in node.iter("{*}docPr") if each.get("descr")]
        self._find(FindingKind.PICTURE, ", ".join(described))

    def _field_mark(self, node: etree._Element) -> None:
        kind = value(node, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _simple_field(self, node: etree._Element, link: str, number: str) -> None:
        self._fields.append(_Field(value(node, "instr"), in_result=True))
        self.read(node, link, number)
        self._fields.pop()

    def _control(self, node: etree._Element, link: str, number: str) -> None:
        """A content control inside a paragraph: a bound number, or something pasted."""
        properties = node.find(f"{W}sdtPr")
        content = node.find(f"{W}sdtContent")
        if content is None:
            return
        if properties is not None and is_on(properties.find(f"{W}showingPlcHdr")):
            return
        tag = value(None if properties is None else properties.find(f"{W}tag"))
        self.read(content, link, self.setting.number_tags.get(tag, number))

    def _bookmark(self, node: etree._Element) -> None:
        name, mark = value(node, "name"), value(node, "id")
        if name in self.setting.number_bookmarks:
            self._numbers[mark] = name
        elif not name:
            self._numbers.pop(mark, None)

    def _address(self, node: etree._Element) -> str:
        relation = self.setting.relations.get(str(node.get(f"{R}id")))
        if relation is None or not relation.is_external:
            return ""
        if not _safe(relation.target):
            self._find(FindingKind.LINK, f"{raw_text(node)} ({relation.target})")
        return relation.target

    def _without_label(self, words: str) -> str:
        """Words in the label's look: up to the first tab the label, after it the text."""
        if any("\t" in part for part in self.label):
            return words
        label, tab, rest = words.partition("\t")
        self.label.append(label + tab)
        return rest.removeprefix("\n")  # a long label has a line of its own

    def _remark(self, look: etree._Element | None, words: str) -> None:
        """Looks that people use to say something, and that a text cannot have."""
        if look is None or not words.strip():
            return
        if is_on(look.find(f"{W}strike")) or is_on(look.find(f"{W}dstrike")):
            self._find(FindingKind.STRUCK, words)
        if value(look.find(f"{W}highlight")) not in _NO_MARK:
            self._find(FindingKind.MARKED, words)

    def _find(self, kind: FindingKind, text: str) -> None:
        self.findings.append(Finding(kind, plain(text)))


_HANDLERS: Mapping[str, Callable[[RunReader, etree._Element], None]] = {
    f"{W}fldChar": RunReader._field_mark,  # noqa: SLF001 - the table belongs to the class
    f"{W}footnoteReference": RunReader._note,  # noqa: SLF001
    f"{W}endnoteReference": RunReader._note,  # noqa: SLF001
    f"{W}commentReference": RunReader._comment,  # noqa: SLF001
    f"{MC}AlternateContent": RunReader._alternatives,  # noqa: SLF001
    f"{W}drawing": RunReader._drawing,  # noqa: SLF001
    f"{W}pict": RunReader._drawing,  # noqa: SLF001
    f"{W}object": RunReader._drawing,  # noqa: SLF001
}


def _ruby(node: etree._Element) -> str:
    """Words with a reading above them: the reading in parentheses."""
    base, above = node.find(f"{W}rubyBase"), node.find(f"{W}rt")
    words = "" if base is None else raw_text(base)
    return words if above is None else f"{words} ({raw_text(above)})"


def raw_formula(element: etree._Element) -> str:
    """The characters of a formula, in order."""
    return "".join(node.text or "" for node in element.iter(f"{MATH}t"))


_TRANSPARENT = frozenset(
    f"{W}{name}" for name in ("smartTag", "customXml", "ins", "moveTo", "dir", "bdo", "sdtContent")
)


def _safe(address: str) -> str:
    """An address that a text may lead to; empty for all others."""
    ok = urlsplit(address).scheme.lower() in _SCHEMES and not re.search(r"[\s<>]", address)
    return address if ok else ""

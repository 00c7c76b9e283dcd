"""What the styles and numberings of a returned file say of a run or paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from rapport.report.origin import UnitKind
from rapport.returned.package import Package
from rapport.returned.word_names import W, is_on, value

_MOST_ANCESTORS = 20
_BULLETS = frozenset({"bullet", "none", ""})


@dataclass(frozen=True)
class ListPlace:
    """A paragraph's place in a list: kind and level (0 is the outermost)."""

    kind: UnitKind
    level: int


class WordStyles:
    """The styles and numberings of one file."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, etree._Element] = {}
        for part in package.related(package.document, "styles"):
            root = package.xml(part)
            for style in () if root is None else root.iter(f"{W}style"):
                self._styles[value(style, "styleId")] = style
        self._formats: dict[tuple[str, int], str] = {}
        for part in package.related(package.document, "numbering"):
            root = package.xml(part)
            if root is not None:
                self._read_numberings(root)

    def same_as(self, other: WordStyles) -> dict[str, str]:
        """This file's style ids with the ids that another file has for styles of the same name.

        LibreOffice makes new ids out of the names when it saves.
        """
        theirs = {value(style.find(f"{W}name")): each for each, style in other._styles.items()}
        ours = {each: value(style.find(f"{W}name")) for each, style in self._styles.items()}
        return {each: theirs[name] for each, name in ours.items() if name in theirs}

    def switch(self, run: etree._Element, name: str) -> bool:
        """Whether a run has a look ("b", "i"), by itself or by its character style."""
        look = run.find(f"{W}rPr")
        if look is None:
            return False
        own = is_on(look.find(f"{W}{name}"))
        if own is not None:
            return own
        style = value(look.find(f"{W}rStyle"))
        return any(is_on(s.find(f"{W}rPr/{W}{name}")) for s in self._ancestry(style))

    def is_heading(self, style: str) -> bool:
        """Whether a paragraph style is one of Word's headings, or builds on one."""
        for each in self._ancestry(style):
            name = value(each.find(f"{W}name")).lower()
            if name.startswith("heading ") or each.find(f"{W}pPr/{W}outlineLvl") is not None:
                return True
        return False

    def list_place(self, paragraph: etree._Element, style: str) -> ListPlace | None:
        """The paragraph's place in a list, by its own numbering or by its style's."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        looks = [each.find(f"{W}pPr/{W}numPr") for each in self._ancestry(style)]
        for numbering in (own, *looks):
            if numbering is None:
                continue
            number = value(numbering.find(f"{W}numId"))
            if number == "0":
                return None
            if number:
                level = _whole(value(numbering.find(f"{W}ilvl")))
                shape = self._formats.get((number, level), "")
                kind = UnitKind.BULLET if shape in _BULLETS else UnitKind.NUMBER
                return ListPlace(kind, level)
        return None

    def _ancestry(self, style: str) -> list[etree._Element]:
        """A style and those it builds on, nearest first."""
        found: list[etree._Element] = []
        while style in self._styles and len(found) < _MOST_ANCESTORS:
            found.append(self._styles[style])
            style = value(found[-1].find(f"{W}basedOn"))
        return found

    def _read_numberings(self, root: etree._Element) -> None:
        shapes: dict[str, dict[int, str]] = {}
        for numbering in root.iter(f"{W}abstractNum"):
            shapes[value(numbering, "abstractNumId")] = _levels(numbering)
        for number in root.iter(f"{W}num"):
            of_abstract = shapes.get(value(number.find(f"{W}abstractNumId")), {})
            levels = {**of_abstract, **_levels(number)}
            for level, shape in levels.items():
                self._formats[value(number, "numId"), level] = shape


def _levels(numbering: etree._Element) -> dict[int, str]:
    """The shape of each level's mark: "bullet", "decimal" and so on."""
    return {
        _whole(value(level, "ilvl")): value(level.find(f"{W}numFmt"))
        for level in numbering.iter(f"{W}lvl")
    }


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0

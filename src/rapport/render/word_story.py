"""What is known while one Word file is being written: numbers given out, parts attached."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from rapport.charts.images import ChartImage
from rapport.charts.style import Style
from rapport.render.word_numbers import NumberMark, RegionMark, marked_number, number_mark
from rapport.render.word_sections import Sections
from rapport.render.word_styles import EDITABLE_OF, NumberingKind, WordStyle
from rapport.render.word_xml import (
    NAMESPACES,
    PLAIN,
    ParagraphLook,
    bookmark_name,
    control_tag,
    paragraph,
    region_bookmark_name,
)
from rapport.report.blocks import Editable
from rapport.report.chart_specs import ChartSpec
from rapport.swedish.numbers import NO_VALUE

_AFTER_TABLE = 180
"""Twips of air between a table and a style that has none of its own."""

_CLOSE_ABOVE = frozenset(
    {WordStyle.BODY, WordStyle.BULLET, WordStyle.NUMBERED, WordStyle.KEY_MESSAGE, WordStyle.LEAD}
)


@dataclass
class Story:
    """The file so far. Everything that Word wants unique is numbered in order of appearance.

    ``pages`` are the pages of the anchors as far as they are known, ``titles`` what stands at
    each of them, ``column`` the width
    that tables and figures may take and ``indent`` what it is moved in, in px. ``label`` is
    the hanging label of the region being written, due until its first paragraph. ``is_returned``
    says that edited copies will be read back: then ``region`` is the bookmark of the editable
    text being written, and ``regions`` and ``numbers`` are all that have been marked.
    """

    word_file: WordFile
    style: Style
    charts: Mapping[ChartSpec, ChartImage]
    pages: Mapping[str, int]
    column: int
    sections: Sections
    titles: Mapping[str, str] = field(default_factory=dict)
    indent: int = 0
    editable: bool = False
    after_table: bool = False
    is_returned: bool = False
    region: str = ""
    label: str = ""
    label_is_due: bool = False
    numbers: list[NumberMark] = field(default_factory=list)
    regions: list[RegionMark] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    _given: dict[str, int] = field(default_factory=dict)
    _pictures: dict[str, tuple[str, str]] = field(default_factory=dict)
    _links: dict[str, str] = field(default_factory=dict)

    def next_number(self, of_what: str) -> int:
        """The next unused number of a kind, from one."""
        self._given[of_what] = self._given.get(of_what, 0) + 1
        return self._given[of_what]

    def paragraph(self, style: WordStyle, content: str, look: ParagraphLook = PLAIN) -> str:
        """A paragraph in its place: marked as editable, and with air after a table."""
        if self.after_table and style in _CLOSE_ABOVE and look.before is None:
            look = replace(look, before=_AFTER_TABLE)
        self.after_table = False
        return paragraph(EDITABLE_OF.get(style, style) if self.editable else style, content, look)

    def page_of(self, anchor: str) -> str:
        """The page of an anchor; a dash where nobody has counted the pages."""
        page = self.pages.get(anchor)
        return NO_VALUE if page is None else str(page)

    def bookmarked(self, anchor: str, content: str) -> str:
        """Content that references can point to; no anchor, no bookmark."""
        if not anchor:
            return content
        start, end = self.bookmark(bookmark_name(anchor))
        return f"{start}{content}{end}"

    def bookmark(self, name: str) -> tuple[str, str]:
        """The two ends of a bookmark."""
        number = self.next_number("bookmark")
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
            f'<w:bookmarkEnd w:id="{number}"/>',
        )

    def region_bookmark(self, region: Editable) -> tuple[str, str]:
        """The two ends of an editable text; a text that stands twice has two bookmarks."""
        place = self.next_number(f"region {region.key}")
        name = region_bookmark_name(region.key, place)
        if self.is_returned:
            self.region = name
            self.regions.append(RegionMark(region.key, region.name, control_tag(region.key), name))
        return self.bookmark(name)

    def bound_number(self, expression: str, value: str, runs: str) -> str:
        """The runs of a bound number, marked where an edited copy is to be read back."""
        if not self.region or not expression:
            return runs
        number = self.next_number("bound number")
        mark = number_mark(self.region, expression, value, number)
        self.numbers.append(mark)
        return marked_number(mark, number, self.bookmark(mark.bookmark), runs)

    def numbering(self, kind: NumberingKind) -> int:
        """A list numbering of its own, that starts from one."""
        numbering = self.word_file.part.numbering_part.element
        number = 100 + self.next_number("numbering")
        numbering.append(
            parse_xml(
                f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return number

    def picture(self, key: str, draw: Callable[[], tuple[bytes, bytes]]) -> tuple[str, str]:
        """The relations of a picture's PNG and SVG; each key is drawn and attached once.

        A picture without SVG has no relation to one.
        """
        if key not in self._pictures:
            png, svg = draw()
            self._pictures[key] = (
                self._attach(png, "png", "image/png"),
                self._attach(svg, "svg", "image/svg+xml") if svg else "",
            )
        return self._pictures[key]

    def _attach(self, content: bytes, extension: str, content_type: str) -> str:
        name = PackURI(f"/word/media/bild{self.next_number(extension)}.{extension}")
        owner = self.word_file.part
        part = Part(name, content_type, content, owner.package)
        return owner.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    def link(self, address: str) -> str:
        """The relation of an address outside the document."""
        if address not in self._links:
            self._links[address] = self.word_file.part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        return self._links[address]

"""What people do in Word, as changes to the XML that Word would then save."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from returned.small_draft import Edit, W

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
WHO = 'w:author="Granskare" w:date="2024-09-20T10:00:00Z"'


def xml(text: str) -> list[etree._Element]:
    """Elements of Word's XML."""
    return list(etree.fromstring(f"<w:x {NAMESPACES}>{text}</w:x>"))


def run(text: str, look: str = "") -> str:
    """A run of text."""
    rpr = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str, style: str = "", more: str = "") -> str:
    """A paragraph of runs."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{name}{more}</w:pPr>{content}</w:p>"


def words(element: etree._Element) -> str:
    """The words of an element."""
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def paragraph(root: etree._Element, part: str) -> etree._Element:
    """The paragraph with some words in it."""
    return next(each for each in root.iter(f"{W}p") if part in words(each))


def text_node(root: etree._Element, part: str) -> etree._Element:
    """The text element with some words in it."""
    return next(each for each in root.iter(f"{W}t") if part in (each.text or ""))


def control(root: etree._Element, tag: str) -> etree._Element:
    """A content control by its tag."""
    found = next(each for each in root.iter(f"{W}tag") if each.get(f"{W}val") == tag)
    return next(found.iterancestors(f"{W}sdt"))


def typed(before: str, after: str) -> Edit:
    """Typing: words exchanged inside one run."""

    def edit(root: etree._Element) -> None:
        node = text_node(root, before)
        node.text = (node.text or "").replace(before, after, 1)

    return edit


def split(rest: str) -> Edit:
    """Enter: a paragraph becomes two; the second begins with ``rest``."""

    def edit(root: etree._Element) -> None:
        node = text_node(root, rest)
        whole = node.text or ""
        at = whole.index(rest)
        first = next(node.iterancestors(f"{W}p"))
        second = etree.Element(f"{W}p")
        look = first.find(f"{W}pPr")
        if look is not None:
            second.append(deepcopy(look))
        holder = next(node.iterancestors(f"{W}r"))
        after = list(holder.itersiblings())
        node.text = whole[:at].rstrip()
        second.extend([*xml(run(whole[at:])), *after])
        first.addnext(second)

    return edit


def joined(first: str, second: str) -> Edit:
    """Backspace at the start of a paragraph: it goes on from the one before."""

    def edit(root: etree._Element) -> None:
        one, other = paragraph(root, first), paragraph(root, second)
        one.extend(xml(run(" ")))
        one.extend(node for node in list(other) if node.tag != f"{W}pPr")
        _parent(other).remove(other)

    return edit


def after(part: str, content: str) -> Edit:
    """Something new after the paragraph or table with some words in it."""

    def edit(root: etree._Element) -> None:
        place = paragraph(root, part)
        table = next(place.iterancestors(f"{W}tbl"), None)
        place = place if table is None else table
        for element in reversed(xml(content)):
            place.addnext(element)

    return edit


def before(part: str, content: str) -> Edit:
    """Something new before a paragraph."""

    def edit(root: etree._Element) -> None:
        for element in xml(content):
            paragraph(root, part).addprevious(element)

    return edit


def appended(part: str, content: str) -> Edit:
    """Something new last in a paragraph."""

    def edit(root: etree._Element) -> None:
        paragraph(root, part).extend(xml(content))

    return edit


def prefixed(part: str, content: str) -> Edit:
    """Something new first in a paragraph, where the cursor stands after Home."""

    def edit(root: etree._Element) -> None:
        holder = next(text_node(root, part).iterancestors(f"{W}r"))
        for element in xml(content):
            holder.addprevious(element)

    return edit


def exchanged(part: str, content: str) -> Edit:
    """The run with some words in it exchanged for something else."""

    def edit(root: etree._Element) -> None:
        holder = next(text_node(root, part).iterancestors(f"{W}r"))
        for element in xml(content):
            holder.addprevious(element)
        _parent(holder).remove(holder)

    return edit


def removed(*parts: str) -> Edit:
    """Paragraphs deleted."""

    def edit(root: etree._Element) -> None:
        for part in parts:
            found = paragraph(root, part)
            _parent(found).remove(found)

    return edit


def moved(part: str, to: str) -> Edit:
    """A paragraph cut and pasted after another."""

    def edit(root: etree._Element) -> None:
        paragraph(root, to).addnext(paragraph(root, part))

    return edit


def without_controls(root: etree._Element) -> None:
    """Every content control taken away, its content left."""
    for element in list(root.iter(f"{W}sdt")):
        content = element.find(f"{W}sdtContent")
        for child in list(content if content is not None else ()):
            element.addprevious(child)
        _parent(element).remove(element)


def without_bookmarks(root: etree._Element) -> None:
    """Every bookmark taken away."""
    for element in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        _parent(element).remove(element)


def styled(part: str, style: str) -> Edit:
    """Another style on a paragraph."""

    def edit(root: etree._Element) -> None:
        look = paragraph(root, part).find(f"{W}pPr")
        assert look is not None
        for child in list(look):
            look.remove(child)
        look.extend(xml(f'<w:pStyle w:val="{style}"/>'))

    return edit


def looked(part: str, look: str) -> Edit:
    """A look put on the run with some words in it."""

    def edit(root: etree._Element) -> None:
        holder = next(text_node(root, part).iterancestors(f"{W}r"))
        found = holder.find(f"{W}rPr")
        if found is None:
            found = etree.Element(f"{W}rPr")
            holder.insert(0, found)
        found.extend(xml(look))

    return edit


def tracked_insert(part: str, text: str) -> Edit:
    """Words typed with tracking on, last in a paragraph."""
    return appended(part, f'<w:ins w:id="901" {WHO}>{run(text)}</w:ins>')


def tracked_delete(part: str) -> Edit:
    """A run deleted with tracking on."""

    def edit(root: etree._Element) -> None:
        holder = next(text_node(root, part).iterancestors(f"{W}r"))
        mark = xml(f'<w:del w:id="902" {WHO}/>')[0]
        holder.addprevious(mark)
        mark.append(holder)
        for node in list(mark.iter(f"{W}t")):
            node.tag = f"{W}delText"

    return edit


def mark_of_end(part: str, kind: str) -> Edit:
    """A paragraph's end tracked as inserted ("ins") or deleted ("del")."""

    def edit(root: etree._Element) -> None:
        found = paragraph(root, part)
        look = found.find(f"{W}pPr")
        if look is None:
            look = etree.Element(f"{W}pPr")
            found.insert(0, look)
        look.extend(xml(f'<w:rPr><w:{kind} w:id="903" {WHO}/></w:rPr>'))

    return edit


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table pasted from elsewhere."""
    lines = "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(run(cell))}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{lines}</w:tbl>"


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent

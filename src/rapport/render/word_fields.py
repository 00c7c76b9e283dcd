"""Field codes ("fältkoder") with a result that is already right, so nothing is stale on opening.

Word updates a field on F9, and page numbers in head and foot by itself. We never ask Word to
update everything on opening, because it then asks the reader a question.
"""

from __future__ import annotations

from rapport.render.word_xml import attribute, run

_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field_start(instruction: str) -> str:
    """A field up to its result; the result's runs and ``FIELD_END`` follow."""
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{_BEGIN}{code}{_SEPARATE}"


def field(instruction: str, result: str, properties: str = "") -> str:
    """A whole field with its result."""
    return f"{field_start(instruction)}{run(result, properties)}{FIELD_END}"


def page_reference(bookmark: str, page: str) -> str:
    """The number of the page where a bookmark stands."""
    return field(f"PAGEREF {bookmark} \\h", page)


def number_reference(bookmark: str, label: str) -> str:
    """The label and number of a table or figure ("Tabell 3"), as a link to it."""
    return field(f"REF {bookmark} \\h", label)


def sequence(label: str, number: int) -> str:
    """The running number of a table or figure ("Tabell 3")."""
    return field(f"SEQ {label} \\* ARABIC", str(number))


def internal_link(bookmark: str, content: str) -> str:
    """Runs that lead to a bookmark in the same document."""
    return f'<w:hyperlink w:anchor={attribute(bookmark)} w:history="1">{content}</w:hyperlink>'

"""Footnotes and comments of a returned file: their words, and who wrote them."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.returned.package import Package
from rapport.returned.word_names import W14, W15, W, raw_text, value

_NOTES = ("footnote", "endnote")


def notes_of(package: Package) -> dict[tuple[str, str], str]:
    """The words of each footnote and endnote, by kind and id."""
    found: dict[tuple[str, str], str] = {}
    for kind in _NOTES:
        for part in package.related(package.document, f"{kind}s"):
            root = package.xml(part)
            for note in () if root is None else root.iter(f"{W}{kind}"):
                found[kind, value(note, "id")] = raw_text(note)
    return found


@dataclass(frozen=True)
class WordComment:
    """A comment in a Word file; ``parent`` is the id of the one it answers, ``done`` resolved."""

    id: str
    author: str
    date: str
    text: str
    parent: str = ""
    done: bool = False


def comments_of(package: Package) -> tuple[WordComment, ...]:
    """The comments of a file, in the order of the file, with what answers what."""
    paragraphs: dict[str, str] = {}
    found: list[WordComment] = []
    for part in package.related(package.document, "comments"):
        root = package.xml(part)
        for comment in () if root is None else root.iter(f"{W}comment"):
            mark = value(comment, "id")
            for paragraph in comment.iter(f"{W}p"):
                paragraphs[str(paragraph.get(f"{W14}paraId"))] = mark
            author, date = value(comment, "author"), value(comment, "date")
            found.append(WordComment(mark, author, date, raw_text(comment)))
    threads = _threads(package, paragraphs)
    return tuple(
        WordComment(c.id, c.author, c.date, c.text, *threads.get(c.id, ("", False))) for c in found
    )


def _threads(package: Package, paragraphs: dict[str, str]) -> dict[str, tuple[str, bool]]:
    """What each comment answers and whether it is resolved, from Word's extension of comments."""
    found: dict[str, tuple[str, bool]] = {}
    for part in package.related(package.document, "commentsExtended"):
        root = package.xml(part)
        for each in () if root is None else root.iter(f"{W15}commentEx"):
            mark = paragraphs.get(str(each.get(f"{W15}paraId")))
            if mark is not None:
                parent = paragraphs.get(str(each.get(f"{W15}paraIdParent")), "")
                found[mark] = (parent, each.get(f"{W15}done") == "1")
    return found

"""Words left from a template: placeholders, empty head fields and paragraphs pasted twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.domain.follow_up import NarrativeText
from rapport.domain.plan import DocumentHead
from rapport.domain.problem import Location, Problem, Severity
from rapport.sources.contents import Contents
from rapport.sources.linting.finding import Finding
from rapport.sources.tree import Entries, Items, Node, Path, Scalar

_PLACEHOLDER = re.compile(
    r"\[[A-ZÅÄÖ][^\[\]\n]{2,60}\](?![(\[:])"
    r"|\bQuickpart\b|\bLorem ipsum\b|\bXX{1,6}\b|\bTBD\b"
    r"|Fel! (?:Bokmärk|Hittar|Okän|Ogiltig|Ingen|Själv|Formatmall|Länk)\w*[^\n.]{0,60}\."
    r"|Error! (?:Bookmark|Reference|Unknown|Not|No)\b[^\n.]{0,60}\."
    r"|Klicka (?:eller tryck )?här för att ange[^\n.]{0,30}",
)
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_TOLD_OF = frozenset({"avvikelser_i_planen", "avvikelser_i_källan"})
_ALIKE_BY_NATURE = frozenset(
    {"definition", "källor", "fotnoter", "täljare", "nämnare", "kön_anmärkning", "metod", "tryckt"}
)
_LEAST = 80
_HEAD = {
    "document_class": "klass",
    "applies_to": "gäller_för",
    "document_id": "dokument_id",
    "version": "version",
    "approved": "godkänt",
    "responsible": "ansvarig",
    "prepared_by": "upprättad_av",
}


def empty_heads(contents: Contents) -> Iterator[Finding]:
    """Plans with fields of the document head that nobody has filled in."""
    for plan in contents.plans:
        empty = [word for name, word in _HEAD.items() if not _filled(plan.head, name)]
        if empty:
            yield Finding(
                plan,
                contents.places.at(plan.location.path, "dokumenthuvud"),
                "tomt-dokumenthuvud",
                f'Dokumenthuvudet för "{plan.id}"',
                f"saknar {', '.join(empty)}",
                "Fyll i det som är känt; ett tomt fält skrivs ut som tomt.",
            )


def _filled(head: DocumentHead, name: str) -> bool:
    return bool(getattr(head, name))


def placeholders(contents: Contents) -> Iterator[Problem]:
    """Words of a template that nobody has exchanged, in plans, reports, follow-up and texts."""
    for tree in contents.places.trees:
        for path, scalar in _scalars(tree.root, ()):
            found = _PLACEHOLDER.search(scalar.text)
            if found and not _TOLD_OF.intersection(path):
                yield _placeholder(tree.location(path), found[0])
    for text in _texts(contents):
        own = _EXPRESSION.sub(lambda match: " " * len(match[0]), text.markdown)
        for found in _PLACEHOLDER.finditer(own):
            yield _placeholder(_place(text, found.start(), found.end()), found[0])


def _placeholder(location: Location, words: str) -> Problem:
    return Problem(
        location,
        "platshållare",
        f'"{words}" är en platshållare ur en mall. Skriv det som ska stå där, eller ta bort den.',
        Severity.WARNING,
    )


def pasted_twice(contents: Contents) -> Iterator[Problem]:
    """Long paragraphs that stand twice in a plan, or twice among the texts of an occasion."""
    plans = {plan.location.path for plan in contents.plans}
    for tree in contents.places.trees:
        if tree.source.path in plans:
            yield from _twice(
                (scalar.text, tree.location(path))
                for path, scalar in _scalars(tree.root, ())
                if not (_TOLD_OF | _ALIKE_BY_NATURE).intersection(path)
            )
    for follow_up in contents.follow_ups:
        yield from _twice(
            (found[0], _place(text, found.start(), found.start() + 1))
            for text in follow_up.texts
            for found in re.finditer(r"(?:[^\n]+\n?)+", text.markdown)
        )


def _twice(paragraphs: Iterator[tuple[str, Location]]) -> Iterator[Problem]:
    seen: dict[str, Location] = {}
    for text, location in paragraphs:
        plain = " ".join(text.casefold().split())
        first = seen.setdefault(plain, location)
        if len(plain) >= _LEAST and first != location:
            yield Problem(
                location,
                "dubblerat-stycke",
                f"Stycket står ordagrant också i {first.path} på rad {first.line}. Ta bort det "
                "ena, eller skriv det som skiljer dem åt.",
                Severity.WARNING,
            )


def _texts(contents: Contents) -> Iterator[NarrativeText]:
    for follow_up in contents.follow_ups:
        yield from follow_up.texts


def _place(text: NarrativeText, start: int, end: int) -> Location:
    line = text.markdown.count("\n", 0, start)
    begins = text.markdown.rfind("\n", 0, start) + 1
    excerpt = text.markdown[begins:].split("\n", 1)[0]
    return Location(
        text.location.path,
        text.first_line + line,
        start - begins + 1,
        excerpt=excerpt,
        length=max(1, min(end - start, len(excerpt) - (start - begins))),
    )


def _scalars(node: Node, path: Path) -> Iterator[tuple[Path, Scalar]]:
    match node:
        case Scalar():
            yield path, node
        case Items(nodes=nodes):
            for place, item in enumerate(nodes):
                yield from _scalars(item, (*path, place))
        case Entries(pairs=pairs):
            for key, value in pairs:
                yield from _scalars(value, (*path, key.text))

"""Several versions of one text become one, or a conflict that says who wrote what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapport.returned.parts import Part


@dataclass(frozen=True)
class Version:
    """A version of a text: whose it is, and its parts aligned with the base's."""

    who: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Overlap:
    """A place where versions differ from each other: what stood there, and each one's words."""

    before: tuple[Part, ...]
    versions: tuple[Version, ...]


@dataclass(frozen=True)
class Merged:
    """The text with everyone's edits in it; it counts only where there are no ``overlaps``."""

    parts: tuple[Part, ...]
    overlaps: tuple[Overlap, ...]


@dataclass(frozen=True)
class _Edit:
    """An exchange of the base's parts from ``first`` to ``end`` (none: an insertion)."""

    first: int
    end: int
    parts: tuple[Part, ...]


def merged(base: Sequence[Part], versions: Sequence[Version]) -> Merged:
    """Everyone's edits of the base together, part by part."""
    edits = [(version.who, edit) for version in versions for edit in _edits(base, version.parts)]
    made: list[Part] = []
    overlaps: list[Overlap] = []
    at = 0
    for group in _groups(edits):
        first, end = min(e.first for _, e in group), max(e.end for _, e in group)
        made += _kept(base, at, first)
        distinct = {edit for _, edit in group}
        if len(distinct) == 1:
            made += group[0][1].parts
        else:
            said = [Version(who, edit.parts) for who, edit in group]
            overlaps.append(Overlap(tuple(base[first:end]), _by_writer(said)))
            made += _kept(base, first, end)
        at = end
    made += _kept(base, at, len(base))
    return Merged(tuple(made), tuple(overlaps))


def _kept(base: Sequence[Part], first: int, end: int) -> list[Part]:
    return [replace(part, origin=first + place) for place, part in enumerate(base[first:end])]


def _edits(base: Sequence[Part], parts: Sequence[Part]) -> Iterator[_Edit]:
    """What a version did to the base: exchanged, deleted and inserted parts, in order."""
    at = 0
    waiting: list[Part] = []
    for part in parts:
        if part.origin is None or part.origin < at:
            waiting.append(replace(part, origin=None))
            continue
        if waiting:
            yield _Edit(at, at, tuple(waiting))
            waiting = []
        for gone in range(at, part.origin):
            yield _Edit(gone, gone + 1, ())
        if part != base[part.origin]:
            yield _Edit(part.origin, part.origin + 1, (part,))
        at = part.origin + 1
    if waiting:
        yield _Edit(at, at, tuple(waiting))
    for gone in range(at, len(base)):
        yield _Edit(gone, gone + 1, ())


def _groups(edits: list[tuple[str, _Edit]]) -> list[list[tuple[str, _Edit]]]:
    """Edits that touch the same parts, or insert at the same point, together."""
    groups: list[list[tuple[str, _Edit]]] = []
    for who, edit in sorted(edits, key=lambda each: (each[1].first, each[1].end)):
        if groups and _meets(groups[-1], edit):
            groups[-1].append((who, edit))
        else:
            groups.append([(who, edit)])
    return groups


def _meets(group: list[tuple[str, _Edit]], edit: _Edit) -> bool:
    return any(
        (other.first, other.end) == (edit.first, edit.end)
        or (other.first < edit.end and edit.first < other.end)
        for _, other in group
    )


def _by_writer(said: list[Version]) -> tuple[Version, ...]:
    """One version for each writer, in the order they were given."""
    together: dict[str, tuple[Part, ...]] = {}
    for version in said:
        together[version.who] = (*together.get(version.who, ()), *version.parts)
    return tuple(Version(who, parts) for who, parts in together.items())

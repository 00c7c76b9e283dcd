"""The parts of a returned Word file, taken out of its zip with care: nothing active or outside.

A returned file has been anywhere. Only its XML is unpacked, within limits; macros, references
to anything outside the file and XML with declarations of its own are refused.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from rapport.domain.problem import Location, Problem

MAX_FILE = 60 * 1024 * 1024
MAX_PART = 60 * 1024 * 1024
MAX_UNPACKED = 150 * 1024 * 1024
MAX_PARTS = 5000
_MAX_RATIO = 500
_SMALL = 1024 * 1024
_CHUNK = 1024 * 1024
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""How an old .doc and a file with a password both begin."""

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""The names that Word uses when it saves as "Strict Open XML"."""


class FileRefused(Exception):
    """A file that is not read at all; the problem says why and what to do."""

    def __init__(self, name: str, code: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(Location(name), code, message)


class Relation(NamedTuple):
    """Where a part points: kind, target, and whether it is outside the file."""

    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class Package:
    """The XML parts of a Word file by name."""

    name: str
    parts: Mapping[str, bytes]

    def xml(self, part: str) -> etree._Element | None:
        """One part as a tree of its own each time; none when the file has no such part."""
        content = self.parts.get(part)
        return None if content is None else _parsed(self.name, content)

    @cached_property
    def document(self) -> str:
        """The name of the main part; it is not always called the same."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument":
                return relation.target
        return "word/document.xml"

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part by id; of the whole file for the empty name."""
        folder, last = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{last}.rels")
        root = self.xml(name)
        if root is None:
            return {}
        return {
            str(each.get("Id")): Relation(
                str(each.get("Type")).rsplit("/", 1)[-1],
                _target(folder, each),
                each.get("TargetMode") == "External",
            )
            for each in root.iter("{*}Relationship")
        }

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The parts that a part points to with one kind of relation, in order of name."""
        found = {r.target for r in self.relations(part).values() if r.kind == kind}
        yield from sorted(name for name in found if name in self.parts)


def open_package(content: bytes, name: str) -> Package:
    """The parts of a Word file; ``name`` is what messages call it.

    Raises:
        FileRefused: not a Word file, too large, or with something active or outside in it.
    """
    if content.startswith(_COMPOUND):
        message = (
            "Filen är skyddad med lösenord eller sparad i Words äldre format. Öppna den i Word, "
            "ta bort lösenordet och spara som Word-dokument (.docx)."
        )
        raise FileRefused(name, "låst-fil", message)
    if len(content) > MAX_FILE:
        raise FileRefused(name, "för-stor-fil", _TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = dict(_unpacked(archive, name))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise FileRefused(name, "skadad-fil", _DAMAGED) from None
    package = Package(name, parts)
    if package.xml(package.document) is None:
        raise FileRefused(name, "skadad-fil", _DAMAGED)
    _refuse_outside(package)
    return package


def _unpacked(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    if len(entries) > MAX_PARTS:
        raise FileRefused(name, "för-stor-fil", _TOO_LARGE)
    total = 0
    for entry in entries:
        if "vbaproject" in entry.filename.lower():
            raise FileRefused(name, "makron", _MACROS)
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        content = _limited(archive, entry, name)
        total += len(content)
        if total > MAX_UNPACKED:
            raise FileRefused(name, "för-stor-fil", _TOO_LARGE)
        for strict, usual in _STRICT.items():
            content = content.replace(strict, usual)
        yield entry.filename, content


def _limited(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """One part, given up as soon as it is larger than any real one."""
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            packed = max(1, entry.compress_size)
            is_bomb = len(content) > _SMALL and len(content) > _MAX_RATIO * packed
            if is_bomb or len(content) > MAX_PART:
                raise FileRefused(name, "för-stor-fil", _TOO_LARGE)
    return bytes(content)


def _parsed(name: str, content: bytes) -> etree._Element:
    """A part as XML, without entities, declarations or network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise FileRefused(name, "skadad-fil", _DAMAGED) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileRefused(name, "främmande-xml", _FOREIGN)
    return root


def _refuse_outside(package: Package) -> None:
    """Links lead out when someone follows them; all else would fetch something by itself."""
    types = package.parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types:
        raise FileRefused(package.name, "makron", _MACROS)
    for part in package.parts:
        if not part.endswith(".rels"):
            continue
        folder, last = posixpath.split(part)
        owner = posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))
        for relation in package.relations(owner).values():
            if relation.is_external and relation.kind != "hyperlink":
                message = (
                    f'Filen hämtar "{_shortened(relation.target)}" utifrån. Ta bort det i Word, '
                    "eller infoga innehållet i filen, spara och kör igen."
                )
                raise FileRefused(package.name, "yttre-källa", message)


def _target(folder: str, relation: etree._Element) -> str:
    target = str(relation.get("Target"))
    if relation.get("TargetMode") == "External":
        return target
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


def _shortened(text: str) -> str:
    visible = re.sub(r"[^\x20-\x7e\xa0-\uffff]", "?", text)
    return visible if len(visible) <= 80 else f"{visible[:77]}…"  # noqa: PLR2004 - a line of text


_TOO_LARGE = (
    "Filen är större, eller packad på ett annat sätt, än ett Word-dokument är. Spara om den i "
    "Word, utan inklistrade bilder i full storlek."
)
_DAMAGED = (
    "Filen går inte att läsa som ett Word-dokument. Öppna den i Word, låt Word reparera den om "
    "det frågar, och spara som Word-dokument (.docx)."
)
_MACROS = "Filen har makron och läses därför inte. Spara den som vanligt Word-dokument (.docx)."
_FOREIGN = (
    "Filen innehåller XML som varken Word eller LibreOffice skriver. Kopiera texten till ett nytt "
    "exemplar av utkastet."
)

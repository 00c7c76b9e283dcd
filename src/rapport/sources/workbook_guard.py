"""Looks through a workbook before it is opened: packed bombs and far cells are refused.

A file of 3 MB can unpack to 900 MB, and one figure in the last cell of a sheet can make a
reader fill the memory. The guard streams through the file, counts what is really there and
gives up early. It also finds cells that a fast reader would silently show as empty: errors
and formulas that no program has calculated.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

MAX_FILE = 20 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200
MAX_CELLS = 2_000_000
_CHUNK = 1024 * 1024
_SMALL = 1024 * 1024
_TAG = 256

_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s/>])([^>]*)>")
_REF = re.compile(rb'r="([A-Z]{1,3})([0-9]{1,7})"')
_ERROR = re.compile(rb'\bt="e"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]{1,3})([0-9]+):([A-Z]{1,3})([0-9]+)"')
_EMPTY_FORMULA = re.compile(
    rb"<(?:\w+:)?c(?=\s)([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_SHEET = re.compile(rb"<(?:\w+:)?sheet ([^>]*)/?>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship ([^>]*)/?>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')


class WorkbookRefused(Exception):
    """The workbook is damaged or dangerous; the message is a Swedish sentence."""


@dataclass
class SheetScan:
    """What the guard saw in one sheet: how many cells, and which ones hide something."""

    cells: int = 0
    merged: int = 0
    errors: set[str] = field(default_factory=set)
    uncalculated: set[str] = field(default_factory=set)


def scan_workbook(path: Path) -> Mapping[str, SheetScan]:
    """Look through an xlsx file; the result is keyed by the sheets' internal part names.

    Raises:
        WorkbookRefused: not an xlsx file, too large, or made to harm.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            msg = f"Filen är större än {MAX_FILE // 1024**2} MB. Ta bort blad som inte behövs."
            raise WorkbookRefused(msg)
        with zipfile.ZipFile(path) as archive:
            return _scan(archive)
    except OSError:
        msg = "Filen går inte att läsa. Kontrollera att inget annat program har låst den."
        raise WorkbookRefused(msg) from None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        msg = "Filen är ingen läsbar Excelfil. Öppna den i Excel och spara som .xlsx utan lösenord."
        raise WorkbookRefused(msg) from None


def _scan(archive: zipfile.ZipFile) -> dict[str, SheetScan]:
    total = 0
    sheets: dict[str, SheetScan] = {}
    for entry in archive.infolist():
        if entry.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", entry.filename):
            msg = "Filen innehåller en otillåten sökväg. Spara om den i Excel."
            raise WorkbookRefused(msg)
        scan = SheetScan()
        is_sheet = entry.filename.startswith("xl/worksheets/")
        size, rest = 0, b""
        for chunk in _chunks(archive, entry):
            size += len(chunk)
            _refuse_bomb(total + size, size, entry.compress_size)
            # An unfinished tag is looked at again together with the next chunk.
            text = rest + chunk
            _refuse_entities(text)
            rest = _look(text, scan) if is_sheet else text[-_TAG:]
        if is_sheet:
            _look_at(rest, scan)
        total += size
        if is_sheet:
            sheets[entry.filename] = scan
    return sheets


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _refuse_bomb(total: int, size: int, packed: int) -> None:
    if total > MAX_UNPACKED:
        msg = f"Filen blir större än {MAX_UNPACKED // 1024**2} MB när den packas upp."
        raise WorkbookRefused(msg)
    if size > _SMALL and size > MAX_RATIO * max(1, packed):
        msg = "Filen är packad på ett sätt som vanliga Excelfiler inte är. Gör om uttaget."
        raise WorkbookRefused(msg)


def _refuse_entities(text: bytes) -> None:
    if _ENTITY.search(text):
        msg = "Filen innehåller XML som Excel inte skriver. Gör om uttaget."
        raise WorkbookRefused(msg)


def _look(text: bytes, scan: SheetScan) -> bytes:
    """Look at a piece of a sheet up to its last cell; returns the rest."""
    start = max(text.rfind(b"<c "), text.rfind(b":c "))
    if start <= 0:
        start = max(0, len(text) - _TAG)
    _look_at(text[:start], scan)
    return text[start:]


def _look_at(text: bytes, scan: SheetScan) -> None:
    for match in _CELL.finditer(text):
        scan.cells += 1
        ref = _REF.search(match[1])
        if ref:
            _refuse_span(_column(ref[1]) * int(ref[2]), ref[0])
            if _ERROR.search(match[1]):
                scan.errors.add((ref[1] + ref[2]).decode())
    for match in _EMPTY_FORMULA.finditer(text):
        if ref := _REF.search(match[1]):
            scan.uncalculated.add((ref[1] + ref[2]).decode())
    for match in _MERGED.finditer(text):
        width = _column(match[3]) - _column(match[1]) + 1
        scan.merged += width * (int(match[4]) - int(match[2]) + 1)
    _refuse_span(max(scan.cells, scan.merged), b"")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _refuse_span(cells: int, ref: bytes) -> None:
    if cells > MAX_CELLS:
        where = f" till cell {ref[3:-1].decode()}" if ref else " över för många celler"
        msg = (
            f"Ett blad sträcker sig{where}. Ta bort tomma formaterade rader och kolumner och "
            "spara om filen."
        )
        raise WorkbookRefused(msg)


def sheet_parts(path: Path) -> dict[str, str]:
    """The internal part name of each sheet, by the name on its tab."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
            return {}
        targets = {}
        for match in _RELATION.finditer(archive.read("xl/_rels/workbook.xml.rels")):
            given = _attributes(match[1])
            target = given.get("Target", "")
            targets[given.get("Id", "")] = (
                target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            )
        sheets = [_attributes(m[1]) for m in _SHEET.finditer(archive.read("xl/workbook.xml"))]
    return {_unescaped(given["name"]): targets.get(given.get("r:id", ""), "") for given in sheets}


def _attributes(text: bytes) -> dict[str, str]:
    return {m[1].decode(): m[2].decode("utf-8", "replace") for m in _ATTRIBUTE.finditer(text)}


def _unescaped(name: str) -> str:
    marks = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
    for escaped, mark in marks.items():
        name = name.replace(escaped, mark)
    return name

"""The draft that a returned file is a copy of: what was sent out, as the file itself carries it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from rapport.report.origin import SourceUnit, UnitKind
from rapport.returned.package import FileRefused, Package, open_package

_U = "{urn:rapport:utkast:1}"


@dataclass(frozen=True)
class NumberMark:
    """A bound number as it was printed: its expression, its value and its two marks."""

    expression: str
    value: str
    tag: str
    bookmark: str


@dataclass(frozen=True)
class RegionMark:
    """An editable region as it was sent out: its text's source, and how it is found again.

    ``path`` is the text's file, ``sha256`` that file's and ``markdown`` its body; ``units``
    are the body's parts by their lines. ``responsible`` is the office that answers for it.
    """

    key: str
    name: str
    tag: str
    bookmark: str
    path: str
    sha256: str
    responsible: str
    markdown: str
    units: tuple[SourceUnit, ...]
    numbers: tuple[NumberMark, ...]


@dataclass(frozen=True)
class Draft:
    """A draft ("utkast") that was sent out; ``id`` is the same in every copy of it.

    ``pages`` are the pages of its headings, ``package`` its pages as they were. ``label_style``
    is the look of words that stand in a region without belonging to its text.
    """

    id: str
    report: str
    occasion: str
    organisation: str
    label_style: str
    editable_styles: frozenset[str]
    regions: tuple[RegionMark, ...]
    pages: Mapping[str, int]
    package: Package


def draft_of(package: Package) -> Draft:
    """The draft that a file carries.

    Raises:
        FileRefused: the file carries none, or one that has been spoilt.
    """
    root = next(_carried(package), None)
    if root is None:
        message = (
            "Filen är inget utkast som rapport har gjort, eller så har programmet som sparade den "
            "tagit bort utkastets märkning. Ange utkastet med --draft, till exempel "
            "--draft output/T2-2024/aterrapportering.docx."
        )
        raise FileRefused(package.name, "inget-utkast", message)
    try:
        return _draft(root, package.name)
    except (KeyError, ValueError, binascii.Error):
        message = (
            "Märkningen i filen är skadad, så den kan inte jämföras med utkastet. Ange utkastet "
            "med --draft."
        )
        raise FileRefused(package.name, "skadat-utkast", message) from None


def _carried(package: Package) -> Iterator[etree._Element]:
    """The parts that hold a draft; Word gives them new names when it saves."""
    for name in sorted(package.parts):
        if name.startswith("customXml/") and b"urn:rapport:utkast:1" in package.parts[name]:
            root = package.xml(name)
            if root is not None and root.tag == f"{_U}utkast":
                yield root


def _draft(root: etree._Element, name: str) -> Draft:
    kept = base64.b64decode(_text(root.find(f"{_U}underlag")), validate=True)
    return Draft(
        id=_attribute(root, "id"),
        report=_attribute(root, "rapport"),
        occasion=_attribute(root, "period"),
        organisation=_attribute(root, "enhet"),
        label_style=_attribute(root, "etikettstil"),
        editable_styles=frozenset(_attribute(root, "redigerbara").split()),
        regions=tuple(_region(each) for each in root.iter(f"{_U}omrade")),
        pages={
            _attribute(each, "bokmarke"): int(_attribute(each, "nummer"))
            for each in root.iter(f"{_U}sida")
        },
        package=open_package(kept, name),
    )


def _region(element: etree._Element) -> RegionMark:
    return RegionMark(
        key=_attribute(element, "nyckel"),
        name=_attribute(element, "namn"),
        tag=_attribute(element, "etikett"),
        bookmark=_attribute(element, "bokmarke"),
        path=element.get("fil", ""),
        sha256=element.get("sha256", ""),
        responsible=element.get("ansvarig", ""),
        markdown=_text(element.find(f"{_U}kalla")),
        units=tuple(
            SourceUnit(
                UnitKind(_attribute(each, "slag")),
                int(_attribute(each, "fran")),
                int(_attribute(each, "till")),
            )
            for each in element.iter(f"{_U}del")
        ),
        numbers=tuple(
            NumberMark(
                _attribute(each, "uttryck"),
                _attribute(each, "varde"),
                _attribute(each, "etikett"),
                _attribute(each, "bokmarke"),
            )
            for each in element.iter(f"{_U}tal")
        ),
    )


def _text(element: etree._Element | None) -> str:
    return "" if element is None else element.text or ""


def _attribute(element: etree._Element, name: str) -> str:
    found = element.get(name)
    if found is None:
        raise KeyError(name)
    return found

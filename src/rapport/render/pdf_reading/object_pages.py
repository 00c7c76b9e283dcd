"""On which page an object of a PDF stands, for validators that only name the object."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary


def object_pages(pdf: bytes) -> Mapping[int, int]:
    """The page from 1 of each numbered object that belongs to one page."""
    found: dict[int, int] = {}
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.obj.objgen: index for index, page in enumerate(opened.pages, start=1)}
        for page in opened.pages:
            for part in (page.obj, page.obj.get("/Contents"), *page.obj.get("/Annots", ())):
                if part is not None:
                    found.setdefault(part.objgen[0], numbers[page.obj.objgen])
        root = opened.Root.get("/StructTreeRoot", Dictionary())
        for number, home in _elements(root.get("/K")):
            found.setdefault(number, numbers[home])
    found.pop(0, None)
    return found


def _elements(value: Any) -> Iterator[tuple[int, tuple[int, int]]]:  # noqa: ANN401 - any object
    """The number of each structure element with the page it first stands on."""
    for element in value if isinstance(value, Array) else [value]:
        if not isinstance(element, Dictionary) or "/S" not in element:
            continue
        below = list(_elements(element.get("/K")))
        home = element.get("/Pg")
        if home is not None:
            yield element.objgen[0], home.objgen
        elif below:
            yield element.objgen[0], below[0][1]
        yield from below

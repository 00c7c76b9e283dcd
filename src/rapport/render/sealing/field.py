"""The field that holds the seal: invisible on the page, but part of the tagged structure.

Made before the file is signed, because a field that the signing library makes has no place in
the structure, and the file would no longer be PDF/UA. Everything is written after what is
there, so that the file that was built is the beginning of the sealed one.
"""

from __future__ import annotations

from typing import Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    pdf_name,
    pdf_string,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

FIELD = "Stampel"
_PRINTED_AND_LOCKED = 132
_SIGNATURES_EXIST_AND_APPEND_ONLY = 3


def add_field(writer: IncrementalPdfFileWriter, description: str) -> None:
    """Add the empty field, described for those who hear the document."""
    root = writer.root
    structure = root["/StructTreeRoot"]
    page_reference, _ = writer.find_page_for_modification(0)
    key = int(structure["/ParentTreeNextKey"])
    widget = writer.add_object(_widget(writer, page_reference, key, description))
    element = _add_element(writer, structure, page_reference, widget, description)
    _list_element(writer, structure, element, key)
    page = page_reference.get_object()
    if "/Annots" not in page:
        page["/Annots"] = ArrayObject()
    page["/Annots"].append(widget)
    writer.update_container(page["/Annots"])
    writer.mark_update(page_reference)
    root["/AcroForm"] = _dictionary(
        Fields=ArrayObject([widget]), SigFlags=NumberObject(_SIGNATURES_EXIST_AND_APPEND_ONLY)
    )
    writer.update_root()


def _widget(
    writer: IncrementalPdfFileWriter,
    page: Any,  # noqa: ANN401 - pyHanko has no types
    key: int,
    description: str,
) -> DictionaryObject:
    """A field without extent, with an appearance that draws nothing, as PDF/A asks for one."""
    nothing = writer.add_object(
        StreamObject(
            _dictionary(Type=pdf_name("/XObject"), Subtype=pdf_name("/Form"), BBox=_no_extent()),
            stream_data=b"",
        )
    )
    return _dictionary(
        Type=pdf_name("/Annot"),
        Subtype=pdf_name("/Widget"),
        FT=pdf_name("/Sig"),
        T=pdf_string(FIELD),
        TU=pdf_string(description),
        Rect=_no_extent(),
        F=NumberObject(_PRINTED_AND_LOCKED),
        P=page,
        StructParent=NumberObject(key),
        AP=_dictionary(N=nothing),
    )


def _add_element(
    writer: IncrementalPdfFileWriter,
    structure: DictionaryObject,
    page: Any,  # noqa: ANN401
    widget: Any,  # noqa: ANN401
    description: str,
) -> Any:  # noqa: ANN401
    """The element of the field, last in the document."""
    document = structure["/K"].raw_get(0)
    area = _dictionary(Type=pdf_name("/OBJR"), Obj=widget, Pg=page)
    element = writer.add_object(
        _dictionary(
            Type=pdf_name("/StructElem"),
            S=pdf_name("/Form"),
            P=document,
            Alt=pdf_string(description),
            K=ArrayObject([area]),
        )
    )
    kids = document.get_object()["/K"]
    kids.append(element)
    writer.update_container(kids)
    return element


def _list_element(
    writer: IncrementalPdfFileWriter,
    structure: DictionaryObject,
    element: Any,  # noqa: ANN401
    key: int,
) -> None:
    """The way back from the field to its element."""
    numbers = structure["/ParentTree"]["/Nums"]
    numbers.extend([NumberObject(key), element])
    writer.update_container(numbers)
    structure["/ParentTreeNextKey"] = NumberObject(key + 1)
    writer.update_container(structure)


def _no_extent() -> ArrayObject:
    return ArrayObject([NumberObject(0)] * 4)


def _dictionary(**entries: Any) -> DictionaryObject:  # noqa: ANN401
    return DictionaryObject({pdf_name(f"/{key}"): value for key, value in entries.items()})

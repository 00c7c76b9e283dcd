"""Seeded faults: what can be wrong with a PDF, each as a change to a good one ("felkatalog")."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Seed = Callable[[pikepdf.Pdf], None]


def seeded(pdf: bytes, seed: Seed) -> bytes:
    """A good PDF with one fault. What is not changed is written as it was."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        seed(opened)
        written = io.BytesIO()
        opened.save(
            written,
            deterministic_id=True,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
        return written.getvalue()


def _below(element: Any) -> Iterator[Any]:  # noqa: ANN401 - a pikepdf object of any kind
    yield element
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _below(kid)


def _tags(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    root = pdf.Root.StructTreeRoot.K[0]
    return [element for element in _below(root) if element.S == f"/{kind}"]


def _cut_metadata(pdf: pikepdf.Pdf, start: bytes, end: bytes) -> None:
    words = pdf.Root.Metadata.read_bytes()
    first = words.index(start)
    last = words.index(end, first) + len(end)
    cut = words[:first] + words[last:]
    pdf.Root.Metadata = pdf.make_stream(cut, Type=Name.Metadata, Subtype=Name.XML)


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _wrong_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("en")


def _no_title(pdf: pikepdf.Pdf) -> None:
    _cut_metadata(pdf, b"<dc:title>", b"</dc:title>")


def _title_not_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _no_ua(pdf: pikepdf.Pdf) -> None:
    _cut_metadata(pdf, b"<pdfuaid:part>", b"</pdfuaid:part>")


def _not_marked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def _no_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _alternative_missing(pdf: pikepdf.Pdf) -> None:
    del _tags(pdf, "Figure")[0]["/Alt"]


def _alternative_file_name(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "Figure")[0].Alt = String("figur1.svg")


def _alternatives_swapped(pdf: pikepdf.Pdf) -> None:
    one, other = [tag for tag in _tags(pdf, "Figure") if tag.A.Placement == "/Block"][:2]
    one.Alt, other.Alt = other.Alt, one.Alt


def _heading_skips(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "H2")[1].S = Name.H5


def _heading_empty(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "H2")[2].K = Array([])


def _heading_as_paragraph(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "H3")[0].S = Name.P


def _headings_out_of_order(pdf: pikepdf.Pdf) -> None:
    one, other = _tags(pdf, "H3")[:2] if len(_tags(pdf, "H3")) > 1 else _tags(pdf, "H2")[:2]
    one.K, other.K = other.K, one.K
    one.Pg, other.Pg = other.Pg, one.Pg


def _no_scopes(pdf: pikepdf.Pdf) -> None:
    for cell in _tags(pdf, "TH"):
        del cell.A["/Scope"]


def _wrong_scope(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "TH")[0].A.Scope = Name.Both


def _headers_unknown(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "TD")[0].A.Headers = Array([String("finns-inte")])


def _headers_swapped(pdf: pikepdf.Pdf) -> None:
    one, other = _tags(pdf, "TD")[:2]
    one.A.Headers, other.A.Headers = other.A.Headers, one.A.Headers


def _headers_missing(pdf: pikepdf.Pdf) -> None:
    del _tags(pdf, "TD")[0].A["/Headers"]


def _headings_as_cells(pdf: pikepdf.Pdf) -> None:
    for cell in _tags(pdf, "TH"):
        cell.S = Name.TD


def _cells_swapped(pdf: pikepdf.Pdf) -> None:
    one, other = _tags(pdf, "TD")[:2]
    one.K, other.K = other.K, one.K


def _cell_missing(pdf: pikepdf.Pdf) -> None:
    row = next(row for row in _tags(pdf, "TR") if len(row.K) > 1 and row.K[-1].S == "/TD")
    del row.K[-1]


def _row_missing(pdf: pikepdf.Pdf) -> None:
    body = _tags(pdf, "TBody")[0]
    del body.K[-1]


def _span_too_long(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "TH")[1].A.RowSpan = 20


def _no_id_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot["/IDTree"]


def _item_without_body(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "LBody")[0].S = Name.P


def _list_without_items(pdf: pikepdf.Pdf) -> None:
    for item in _tags(pdf, "LI")[:1]:
        item.S = Name.P


def _note_without_id(pdf: pikepdf.Pdf) -> None:
    del _tags(pdf, "Note")[0]["/ID"]


def _link_unnamed(pdf: pikepdf.Pdf) -> None:
    annotation = next(page.Annots[0] for page in pdf.pages if "/Annots" in page)
    del annotation["/Contents"]


def _text_untagged(pdf: pikepdf.Pdf) -> None:
    """The first marked piece of the first page is drawn without its mark."""
    page = pdf.pages[0]
    kept: list[Any] = []
    inside = done = False
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if not done and operator == "BDC" and "/MCID" in instruction.operands[1]:
            inside = done = True
        elif inside and operator == "EMC":
            inside = False
        else:
            kept.append(instruction)
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


def _font_not_embedded(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == "/FontDescriptor":
            for key in [key for key in ("/FontFile2", "/FontFile3") if key in one]:
                del one[key]
            return


def _text_unreadable(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == "/Font" and "/ToUnicode" in one:
            del one["/ToUnicode"]
            return


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _file_without_relation(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == "/Filespec":
            del one["/AFRelationship"]


def _file_changed(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["resultat.csv"].get_file().obj.write(b"period;utfall\r\nT2-2024;99,9\r\n")


DEFECTS: Mapping[str, Seed] = {
    "språk saknas": _no_language,
    "fel språk": _wrong_language,
    "titel saknas i metadata": _no_title,
    "titeln visas inte i fönstret": _title_not_shown,
    "PDF/UA anges inte": _no_ua,
    "filen sägs inte vara taggad": _not_marked,
    "färgprofil saknas": _no_output_intent,
    "alternativtext saknas": _alternative_missing,
    "alternativtext är ett filnamn": _alternative_file_name,
    "två diagrams alternativtexter är ombytta": _alternatives_swapped,
    "rubriknivå hoppas över": _heading_skips,
    "rubrik utan text": _heading_empty,
    "rubrik taggad som stycke": _heading_as_paragraph,
    "två rubriker ombytta": _headings_out_of_order,
    "rubrikceller utan riktning": _no_scopes,
    "rubrikcell med fel riktning": _wrong_scope,
    "cell pekar på okänd rubrik": _headers_unknown,
    "två cellers rubriker ombytta": _headers_swapped,
    "cell utan rubriker": _headers_missing,
    "rubrikceller taggade som celler": _headings_as_cells,
    "två cellers text ombytt": _cells_swapped,
    "cell saknas": _cell_missing,
    "tabellrad saknas": _row_missing,
    "rubrikcell över för många rader": _span_too_long,
    "id-träd saknas": _no_id_tree,
    "listpunkt utan text": _item_without_body,
    "lista med annat än punkter": _list_without_items,
    "fotnot utan id": _note_without_id,
    "länk utan beskrivning": _link_unnamed,
    "text utan tagg": _text_untagged,
    "typsnitt inte inbäddat": _font_not_embedded,
    "text som inte går att läsa ut": _text_unreadable,
    "skript i filen": _script,
    "bilaga utan angivet samband": _file_without_relation,
    "bilaga med ändrat innehåll": _file_changed,
}
"""Every fault by its Swedish name."""

"""Head and foot: the fields of the region's Word template are filled in by docxtpl.

The template is the region's own file. It is therefore read in Jinja's sandbox, with nothing
but texts and yes-or-no values in reach, and every text is escaped on its way in.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import NoReturn

from docx.document import Document as WordFile
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rapport.charts.style import Style
from rapport.domain.problem import RenderFailed
from rapport.render.furniture import foot_line, head_fields
from rapport.render.word_palette import with_palette
from rapport.render.word_xml import clean
from rapport.report.blocks import Heading
from rapport.report.document import Document
from rapport.report.walking import walk

_TEMPLATE = Path("word") / "mall.docx"
_ALLOWED_OUTSIDE = "hyperlink"
_HEAD_NAMES = ("gäller_för", "dokument_id", "version", "godkänt", "ansvarig", "upprättad_av")
"""The template's names of the six fields, in the order of the document head."""


def filled_template(
    document: Document, templates: Path, style: Style, total_pages: str
) -> WordFile:
    """The template in the colours of the style, its head and foot filled; the body is still empty.

    Raises:
        RenderFailed: the template is missing, damaged or asks for a field we do not have.
    """
    template = _read(templates / _TEMPLATE, style)
    fields = template_fields(document, total_pages)
    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        template.render(fields, environment, autoescape=True)
    except (TemplateError, ArithmeticError, LookupError, TypeError) as fault:
        names = ", ".join(sorted(fields))
        _fail(f"ett fält i huvud eller fot är fel ({fault}). Fält som finns: {names}", fault)
    word_file: WordFile = template.docx
    return word_file


def template_fields(document: Document, total_pages: str) -> dict[str, str | bool]:
    """The fields that head and foot may use, by their Swedish names."""
    texts = {
        "dokumentklass": document.head.document_class,
        "titel": document.full_title,
        "avsändare": document.sender,
        "sidhuvud": document.running_head,
        "sidfot": foot_line(document),
        "exempeldata": document.example,
        "sidor": total_pages,
        **dict(zip(_HEAD_NAMES, (each.value for each in head_fields(document)), strict=True)),
    }
    has_chapters = any(isinstance(b, Heading) and b.level == 1 for b in walk(document.blocks))
    return {
        **{name: clean(text) for name, text in texts.items()},
        "utkast": document.draft,
        "kapitel": has_chapters,
    }


def _read(path: Path, style: Style) -> DocxTemplate:
    try:
        template = DocxTemplate(io.BytesIO(with_palette(path.read_bytes(), style)))
        template.init_docx()
    except OSError as fault:
        _fail(f"filen kan inte läsas ({fault.strerror})", fault)
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as fault:
        _fail("filen är inte ett Word-dokument eller är skadad", fault)
    _refuse_outside(template)
    return template


def _refuse_outside(template: DocxTemplate) -> None:
    """A template may not fetch anything: neither a remote template, picture nor macro."""
    for part in template.docx.part.package.iter_parts():
        if "vbaProject" in part.partname or "macroEnabled" in part.content_type:
            _fail("mallen har makron; spara den som vanligt Word-dokument (.docx)")
        for relation in part.rels.values():
            if relation.is_external and not relation.reltype.endswith(_ALLOWED_OUTSIDE):
                _fail(f'mallen hämtar "{relation.target_ref}" utifrån; infoga det i stället')


def _fail(fault: str, cause: Exception | None = None) -> NoReturn:
    """Stop with what is wrong with the template."""
    message = f"templates/{_TEMPLATE.as_posix()}: {fault}."
    raise RenderFailed(message) from cause

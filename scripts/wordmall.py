"""Make the Word template ``templates/word/mall.docx`` from the design tokens.

    python scripts/wordmall.py [--templates DIR] [--out FILE] [--numrerade-rubriker]

The same tokens always give the same bytes. Head and foot are Jinja fields that the build
fills; a region may open the template in Word and change look, order and wording there.
"""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path

from word_template_parts import footer, head_of_first_page, header, lying_page, numbering_xml
from word_template_styles import styles_xml
from word_template_theme import theme_xml

from rapport.charts.style import Style, read_style
from rapport.render.word_xml import LANDSCAPE_PX, NAMESPACES, TWIPS_PER_PX, attribute
from rapport.render.zipped import zip_bytes

ROOT = Path(__file__).resolve().parent.parent
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_SHORT, _LONG = 11906, 16838
"""The sides of A4 in twips."""
_LEFT = 1200

_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
    "numbering": "numbering",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
    "header3": "header",
    "footer3": "footer",
}
_LINKED = (
    "styles",
    "settings",
    "fontTable",
    "numbering",
    "header1",
    "header2",
    "footer1",
    "footer2",
    "header3",
    "footer3",
)


def template_bytes(style: Style, *, numbered: bool = False) -> bytes:
    """The template as a file, with or without numbers on the headings."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(),
        "docProps/app.xml": _app(),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/document.xml": _document(style),
        "word/styles.xml": styles_xml(style, numbered=numbered),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(style),
        "word/numbering.xml": numbering_xml(style),
        "word/theme/theme1.xml": theme_xml(style),
        "word/header1.xml": head_of_first_page(style),
        "word/header2.xml": header(),
        "word/footer1.xml": footer(chapter=False),
        "word/footer2.xml": footer(chapter=True),
        "word/header3.xml": header(lying_page(style)),
        "word/footer3.xml": footer(lying_page(style), chapter=True),
    }
    return zip_bytes({name: (_DECLARATION + xml).encode() for name, xml in parts.items()})


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    properties = (
        '<Override PartName="/word/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}{properties}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _package_relations() -> str:
    return _relations(
        [
            (f"{_RELATION}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_RELATION}/extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relations() -> str:
    linked = [(f"{_RELATION}/{name.rstrip('123')}", f"{name}.xml") for name in _LINKED]
    return _relations([*linked, (f"{_RELATION}/theme", "theme/theme1.xml")])


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Rapportmall</dc:title><dc:language>sv-SE</dc:language>"
        "</cp:coreProperties>"
    )


def _app() -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>rapport</Application></Properties>'
    )


def _document(style: Style) -> str:
    """An empty body and its two kinds of page: lying, for wide tables, and standing."""
    upright = _section((("first", "1"), ("default", "2")), (_SHORT, _LONG), style.spaces["satsyta"])
    lying = _section((("default", "3"),), (_LONG, _SHORT), LANDSCAPE_PX)
    return (
        f"<w:document {NAMESPACES}><w:body><w:p><w:pPr>{lying}</w:pPr></w:p><w:p/>{upright}"
        "</w:body></w:document>"
    )


def _section(heads: tuple[tuple[str, str], ...], page: tuple[int, int], width_px: int) -> str:
    """The margins of the study; the first page of a document has a head of its own."""
    references = "".join(
        f'<w:{place}Reference w:type="{kind}" r:id="rId{_LINKED.index(place + number) + 1}"/>'
        for place in ("header", "footer")
        for kind, number in heads
    )
    width, height = page
    turned = ' w:orient="landscape"' if width > height else ""
    own_first = "<w:titlePg/>" if len(heads) > 1 else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="1440" w:right="{width - _LEFT - width_px * TWIPS_PER_PX}" '
        f'w:bottom="1260" w:left="{_LEFT}" w:header="675" w:footer="540" w:gutter="0"/>'
        f'<w:cols w:space="315"/>{own_first}</w:sectPr>'
    )


def _settings() -> str:
    """Swedish language and hyphenation, today's layout rules, no question on opening."""
    rules = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" '
        f'w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="720"/>'
        '<w:doNotHyphenateCaps/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{rules}</w:compat><w:themeFontLang w:val="sv-SE"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts(style: Style) -> str:
    """Word takes the first alternative name it has where our font is not installed."""
    rows = (
        (style.sans, style.sans_fallback, "swiss", "020B0503030403020204"),
        (style.serif, style.serif_fallback, "roman", "02040603050405020204"),
    )
    generic = ("sans-serif", "serif")
    fonts = "".join(
        f"<w:font w:name={attribute(name)}>"
        f"<w:altName w:val={attribute(','.join(f for f in fallback if f not in generic))}/>"
        f'<w:panose1 w:val="{panose}"/><w:charset w:val="00"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, fallback, family, panose in rows
    )
    return f"<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def main() -> None:
    """Write the template and say where."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--templates", type=Path, default=ROOT / "templates")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--numrerade-rubriker", action="store_true")
    arguments = parser.parse_args()
    out: Path = arguments.out or arguments.templates / "word" / "mall.docx"
    style = read_style(arguments.templates)
    out.write_bytes(template_bytes(style, numbered=arguments.numrerade_rubriker))
    with zipfile.ZipFile(out) as made:
        print(f"{out}: {len(made.namelist())} delar")


if __name__ == "__main__":
    main()

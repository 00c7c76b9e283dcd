"""The review page ("granskningssidan") as HTML: values in, one template for each kind of page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from rapport.charts.style import Style
from rapport.render.block_markup import BlockSetter
from rapport.render.environment import Templates, Values
from rapport.render.generated_css import generated_css
from rapport.render.inline_markup import InlineSetter
from rapport.render.signs import sign_symbols
from rapport.render.templates_folder import shipped_templates
from rapport.report.blocks import Block
from rapport.report.chart_specs import ChartSpec
from rapport.report.inline import Line

_FOLDER = "review"
_TYPES = {"css": "text/css", "js": "text/javascript"}


@dataclass(frozen=True)
class ReviewPage:
    """A page without its frame: the title in the window, where it belongs, and its content.

    ``version`` is a name for exactly this content, so that one can ask whether it has changed.
    """

    title: str
    place: str
    content: Markup
    script: str = ""

    @property
    def version(self) -> str:
        """The content by its hash."""
        return hashlib.sha256(self.content.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Asset:
    """A style sheet or script of the page; its address changes with its content."""

    address: str
    media_type: str
    content: bytes


class ReviewPages:
    """The templates of the review page, filled with plain values.

    A region that has its own templates for reports need not have any for the review page.
    """

    def __init__(self, templates: Path, style: Style) -> None:
        shipped = shipped_templates()
        self._templates = Templates(templates, shipped)
        look = templates if (templates / _FOLDER).is_dir() else shipped
        self._style = style
        self.assets = {
            asset.address: asset
            for asset in (
                _asset("granskning", "css", _stylesheet(templates, look, style)),
                *(
                    _asset(path.stem, "js", path.read_text("utf-8"))
                    for path in sorted((look / _FOLDER).glob("*.js"))
                ),
            )
        }
        self._addresses = {
            a.address.split("-")[0].lstrip("/"): a.address for a in self.assets.values()
        }

    def page(
        self, name: str, title: str, place: str, values: Values, script: str = ""
    ) -> ReviewPage:
        """A page of one kind, by the name of its template."""
        return ReviewPage(title, place, self.piece(name, values), script)

    def piece(self, name: str, values: Values) -> Markup:
        """A part of a page, by the name of its template."""
        return self._templates.fill(f"{_FOLDER}/{name}.html", values)

    def framed(self, page: ReviewPage, frame: Values) -> str:
        """A whole page: what is common to all of them, and its own content."""
        values = {
            **frame,
            "page_title": page.title,
            "place": page.place,
            "version": page.version,
            "content": page.content,
            "symbols": Markup(sign_symbols()),  # noqa: S704 - our own drawings
            "stylesheet": self._addresses["granskning"],
            "scripts": tuple(self._addresses[name] for name in ("review", page.script) if name),
        }
        return str(self.piece("frame", values))

    def line(self, content: Line) -> Markup:
        """A line as in a report."""
        return InlineSetter("screen", self._style, {}).line(content)

    def blocks(
        self, blocks: Iterable[Block], charts: Mapping[ChartSpec, bytes] | None = None
    ) -> Markup:
        """Blocks of a report, set as on the screen."""
        inline = InlineSetter("screen", self._style, {})
        setter = BlockSetter(self._templates, inline, charts or {}, (), has_cover=True)
        return setter.blocks(blocks)


def _asset(name: str, ending: str, text: str) -> Asset:
    content = text.encode()
    mark = hashlib.sha256(content).hexdigest()[:16]
    return Asset(f"/{name}-{mark}.{ending}", _TYPES[ending], content)


def _stylesheet(templates: Path, look: Path, style: Style) -> str:
    """The look of reports on the screen, and then what only the review page has."""
    rules = [templates / "base" / "screen.css", look / _FOLDER / "review.css"]
    return "\n".join([generated_css(style, "screen"), *(p.read_text("utf-8") for p in rules)])

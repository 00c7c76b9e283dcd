"""The region's logo as the first page of a web page or a PDF shows it."""

from __future__ import annotations

import base64

from rapport.charts.logo import FOLDER, Logo
from rapport.render.environment import Values
from rapport.render.generated_css import ASSET
from rapport.render.inline_markup import Media

_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


def logo_values(logo: Logo | None, media: Media) -> Values | None:
    """Address, alternative text and height; as a picture nothing in it can run or fetch."""
    if logo is None:
        return None
    file = logo.svg or logo.png
    address = f"{ASSET}{FOLDER}/{file.name}"
    if media == "screen":
        content = base64.b64encode(file.read_bytes()).decode()
        address = f"data:{_TYPES[file.suffix.lower()]};base64,{content}"
    return {"address": address, "alternative": logo.alternative, "height": f"{logo.height}px"}

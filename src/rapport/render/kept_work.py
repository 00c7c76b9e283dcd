"""Charts and finished formats put into a cache ("mellanlager") and taken out of it again.

Entries are a line of JSON and then bytes: nothing in a cache is ever run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from rapport.charts.images import ChartImage, draw
from rapport.charts.style import Style
from rapport.domain.cache import Cache
from rapport.domain.fingerprint import fingerprint
from rapport.render.deciding import Deciding
from rapport.report.chart_specs import ChartSpec


def kept_charts(
    specs: Iterable[ChartSpec], style: Style, deciding: Deciding, cache: Cache, *, png: bool
) -> dict[ChartSpec, ChartImage]:
    """Each different chart, drawn now or before."""
    made: dict[ChartSpec, ChartImage] = {}
    for spec in dict.fromkeys(specs):
        known = (deciding.look, deciding.program, deciding.libraries)
        key = fingerprint("diagram", spec, png, *known)
        entry = cache.get(key)
        image = _unpacked_chart(entry) if entry is not None else draw(spec, style, png=png)
        if entry is None:
            cache.put(key, _packed_chart(image))
        made[spec] = image
    return made


def _packed_chart(image: ChartImage) -> bytes:
    head = {"bredd": image.width, "hojd": image.height, "svg": len(image.svg)}
    return packed(head, image.svg + image.png)


def _unpacked_chart(entry: bytes) -> ChartImage:
    head, content = unpacked(entry)
    size = int(str(head["svg"]))
    return ChartImage(
        content[:size], content[size:], int(str(head["bredd"])), int(str(head["hojd"]))
    )


def packed(head: Mapping[str, object], content: bytes) -> bytes:
    """An entry: a line that tells of the content, and the content."""
    return json.dumps(head, ensure_ascii=True, sort_keys=True).encode() + b"\n" + content


def unpacked(entry: bytes) -> tuple[dict[str, object], bytes]:
    """The two parts of an entry."""
    line, _, content = entry.partition(b"\n")
    head: dict[str, object] = json.loads(line)
    return head, content

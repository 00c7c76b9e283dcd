"""The small region with nothing missing, so that its reports can be final."""

from __future__ import annotations

import re
from pathlib import Path

from rapport.report.text_keys import wanted_texts
from regions import PERIOD, prepared

_TEXT = "---\nstatus: godkänd\nansvarig: Vårdavdelningen\nexempeldata: ja\n---\nText om {about}.\n"
_STATUS = (
    "  - {avser: tandvard, status: pågår, kommentar: Arbetet pågår., lämnad_av: Norr}\nåtgärder:"
)
_ACTION = (
    "åtgärder:\n  - {styrmått: kostnad, åtgärd: Byta till billigare läkemedel, ansvarig: "
    "Läkemedelsrådet, klart: 2024-12-31, status: pågår}\nstatus:"
)


def complete(root: Path) -> Path:
    """Give the region every text, status and action, and approve its reports."""
    texts = root / "data" / "texter" / PERIOD
    for each in prepared(root):
        for key, about in wanted_texts(each.facts):
            if not (texts / f"{key}.md").exists():
                (texts / f"{key}.md").write_text(_TEXT.format(about=about), encoding="utf-8")
    for text in texts.iterdir():
        _replace(text, r"status: \w+", "status: godkänd")
    follow_up = root / "data" / "uppfoljning" / PERIOD
    _replace(follow_up / "vardplanen.yaml", "åtgärder:", _STATUS)
    _replace(follow_up / "lakemedelsplanen.yaml", "status:", _ACTION)
    for report in (root / "reports").iterdir():
        _replace(report, 'version: "0.9"', 'version: "1.0", godkänt: 2024-09-27')
    return root


def _replace(path: Path, pattern: str, new: str) -> None:
    changed = re.sub(pattern, new, path.read_text(encoding="utf-8"), count=1)
    path.write_text(changed, encoding="utf-8")

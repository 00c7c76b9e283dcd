"""Where the templates ("mallar") lie: the workspace's own, or those that came with rapport."""

from __future__ import annotations

from pathlib import Path

import rapport
from rapport.domain.problem import RenderFailed


def templates_folder(workspace: Path) -> Path:
    """The ``templates`` folder of the workspace if there is one, otherwise the shipped one."""
    own = workspace / "templates"
    return own if own.is_dir() else shipped_templates()


def shipped_templates() -> Path:
    """The templates that came with rapport."""
    package = Path(rapport.__file__).parent
    for shipped in (package / "_templates", package.parents[1] / "templates"):
        if shipped.is_dir():
            return shipped
    message = "Mallarna (templates) saknas i installationen. Installera om rapport."
    raise RenderFailed(message)

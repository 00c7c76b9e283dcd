"""What the tests of the renderers share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from render.printing import TEMPLATES


@pytest.fixture
def own_templates(tmp_path: Path) -> Iterator[Path]:
    """A copy of the templates that a test may spoil."""
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    yield folder
    shutil.rmtree(folder)

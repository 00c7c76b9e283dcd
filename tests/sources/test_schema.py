"""The JSON Schemas that editors use."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.sources.schema import FOLDER, schemas

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_in_docs_is_up_to_date(name: str) -> None:
    """The committed schema is what the models make."""
    assert schemas()[name] == (ROOT / FOLDER / name).read_text(encoding="utf-8")


def test_every_schema_that_a_file_names_exists() -> None:
    """The line that tells an editor which schema to use never points at nothing."""
    files = [*ROOT.glob("data/**/*.yaml"), *ROOT.glob("reports/*.yaml")]
    named = {
        line.rsplit("/", 1)[-1]
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("# yaml-language-server:")
    }
    assert named <= schemas().keys()

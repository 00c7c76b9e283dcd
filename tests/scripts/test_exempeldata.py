"""The sample region's measured data can be made again, byte for byte."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "data" / "matvarden"


def test_the_committed_files_are_what_the_script_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every data file is the same when generated anew, and there is no other data file."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    written = importlib.import_module("exempeldata").write_all(tmp_path)
    expected = {path.name: path.read_bytes() for path in written}
    by_hand = {".yaml", ".md", ""}
    committed = {p.name: p.read_bytes() for p in COMMITTED.iterdir() if p.suffix not in by_hand}
    assert expected == committed

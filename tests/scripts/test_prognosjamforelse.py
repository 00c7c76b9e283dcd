"""The page on forecast methods is what the comparison makes."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_page_of_forecast_methods_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every figure of the page comes from the open statistics, where they are present."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    script = importlib.import_module("prognosjamforelse")
    if not script.DEFAULT.is_file():
        pytest.skip("../shared/refs/ae_attendances.csv finns inte; sidan jämförs där filen finns")

    assert script.page(script.DEFAULT) == script.PAGE.read_text(encoding="utf-8")

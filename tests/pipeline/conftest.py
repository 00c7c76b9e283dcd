"""The command called in this process, for the many cases that end before anything is drawn."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.command import Ran
from rapport.cli import main

Rapport = Callable[..., Ran]


@pytest.fixture
def rapport(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Rapport:
    """Run the command with arguments and give how it ended."""
    monkeypatch.setenv("LANGUAGE", "sv")

    def call(*given: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["rapport", *(str(each) for each in given)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0 if code is None else 1, said.out, said.err)

    return call

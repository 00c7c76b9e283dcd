"""What the command loads: help and refusals must not wait for the large libraries."""

from __future__ import annotations

import subprocess
import sys

import pytest

LARGE = {
    "pandas", "numpy", "matplotlib", "weasyprint", "docx", "docxtpl", "pydantic", "jinja2", "babel",
    "lxml", "yaml", "openpyxl", "python_calamine", "markdown_it", "nh3", "rich",
}  # fmt: skip


@pytest.mark.parametrize("module", ["rapport", "rapport.cli", "rapport.cli.commands"])
def test_the_command_line_loads_no_large_library(module: str) -> None:
    """Only click stands between the shell and ``--help``."""
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)  # noqa: S603 - our own code
    assert set() == LARGE & set(done.stdout.split())

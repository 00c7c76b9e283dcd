"""What the tests of every floor share: a small region to change, and two regions built once."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.pipeline.building import build
from rapport.pipeline.orders import Order
from regions import MINI, PERIOD, REPO, BuiltRegion, documents


@pytest.fixture
def mini_region(tmp_path: Path) -> Path:
    """The smallest whole region, in a folder that a test may change."""
    return Path(shutil.copytree(MINI, tmp_path / "region"))


@pytest.fixture(scope="session")
def built_mini(tmp_path_factory: pytest.TempPathFactory) -> BuiltRegion:
    """The smallest whole region with all its reports, built once."""
    return _built_once(tmp_path_factory, "mini", MINI)


@pytest.fixture(scope="session")
def sample_region(tmp_path_factory: pytest.TempPathFactory) -> BuiltRegion:
    """The example region of the project with all its reports, built once."""
    return _built_once(tmp_path_factory, "sample", REPO)


@pytest.fixture(scope="session")
def sample_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with every report of the example region as a web page, built once."""
    return _folder_built_once(tmp_path_factory, "pages", REPO, ("alla",), ("html",))


def _built_once(factory: pytest.TempPathFactory, name: str, root: Path) -> BuiltRegion:
    """A region with the reports of the period, and the documents behind them."""
    return BuiltRegion(root, _folder_built_once(factory, name, root), documents(root))


def _folder_built_once(
    factory: pytest.TempPathFactory,
    name: str,
    root: Path,
    reports: tuple[str, ...] = (),
    formats: tuple[str, ...] = (),
) -> Path:
    """Build a region unless another worker of the same test run has."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    output = shared / f"built-{name}"
    with (shared / f"built-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (output / PERIOD).is_dir():
            occasion = Occasion.parse(PERIOD)
            order = Order(root, occasion, reports, formats=formats, jobs=2, output=output)
            build(order, lambda _step, _done, _total: None)
    return output / PERIOD

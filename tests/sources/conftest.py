"""What the tests of sources share: one PostgreSQL for all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from postgres import MISSING, Server, binaries, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A real PostgreSQL, started once."""
    programs = binaries()
    if programs is None:
        pytest.skip(MISSING)
    with running(programs) as server:
        yield server

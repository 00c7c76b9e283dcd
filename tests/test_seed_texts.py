"""The tables that the sample data is held to are those of the documents themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import seed_agreements
import seed_plans
import seed_registers
from regions import REPO

FOLDER = REPO.parent / "shared" / "seeds"


def _plain(text: str) -> str:
    """Letters without blanks, hyphens and bullets: lines are broken in the middle of words."""
    return re.sub(r"[\s\u00ad\u2010-\u2014-]+", "", text).casefold()


def _expected() -> Iterator[tuple[str, str]]:
    """(which document, what it prints) for every row of the tables."""
    plan, action = seed_plans.SEED_PLAN, seed_plans.SEED_ACTION_PLAN
    yield from ((plan, seen) for row in seed_plans.MEASURES for seen in row.seen)
    yield from ((plan, words) for row in seed_plans.MEASURES for words in (row.name, row.factor))
    yield from ((plan, value) for value in seed_plans.HEAD.values())
    yield from ((plan, name) for name in seed_plans.GOALS)
    yield from ((plan, seen) for seen in seed_plans.BOARD_ASSIGNMENTS.values())
    yield from ((plan, seen) for pair in seed_plans.BOARD_CONTROLS.values() for seen in pair)
    yield from ((plan, "".join(row)) for row in seed_plans.MEETINGS)
    yield from ((action, row.seen) for row in seed_plans.ACTIVITY_ROWS)
    yield from ((action, time) for row in seed_plans.ACTIVITY_ROWS for time in row.times)
    yield from ((action, name) for name in seed_plans.FOCUS_MEDICINES)
    yield from _registers()


def _registers() -> Iterator[tuple[str, str]]:
    assignments, director = seed_registers.SEED_ASSIGNMENTS, seed_registers.SEED_DIRECTOR
    for row in seed_registers.ASSIGNMENTS:
        yield from ((assignments, seen) for seen in (*row.seen, row.case, row.due))
    yield assignments, seed_registers.WAITING_AS_PRINTED
    for control in seed_registers.CONTROLS:
        yield from ((director, seen) for seen in control.seen or (control.text,))
        yield from ((director, who) for who in control.performers)
    for agreement in (*seed_agreements.ONGOING, *seed_agreements.NEW):
        yield from ((director, seen) for seen in (agreement.name, *agreement.seen))
    strategy = seed_registers.SEED_STRATEGY
    yield from ((strategy, words) for pair in seed_registers.STRATEGIC_GOALS for words in pair)
    yield from ((strategy, name) for name in seed_registers.DIRECTIONS)
    yield from ((strategy, name) for name in seed_registers.FOCUS_AREAS)


def _documents(folder: Path) -> dict[str, str]:
    return {
        path.name[:3]: _plain(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.txt"))
    }


def test_every_row_is_printed_in_its_document() -> None:
    """What the tables say that a document prints is there, but for blanks and broken words."""
    if not FOLDER.is_dir():
        pytest.skip("../shared/seeds finns inte; tabellerna jämförs med dokumenten där de finns")
    documents = _documents(FOLDER)
    missing = [pair for pair in _expected() if _plain(pair[1]) not in documents[pair[0]]]
    assert [] == missing

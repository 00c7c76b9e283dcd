"""What has changed since the last build on disk, told on the review page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rapport import __version__
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected
from rapport.pipeline.building import all_assessed, input_hashes
from rapport.pipeline.differences import build_folder, build_name, read_snapshot
from rapport.pipeline.preparation import report_date
from rapport.pipeline.workbench import State
from rapport.render.result_files import result_rows, results_csv
from rapport.report.blocks import Block, Note
from rapport.report.changes.comparison import compare
from rapport.report.changes.log import log_blocks
from rapport.report.changes.snapshot import Snapshot, keyed, paper_of
from rapport.report.inline import line
from rapport.swedish import prose


def changes_since_build(root: Path, occasion: Occasion, state: State) -> tuple[Block, ...]:
    """The change log from the build in ``output`` to the files as they are; empty without one."""
    if state.workspace is None:
        return ()
    try:
        before = read_snapshot(build_folder(root / "output", str(occasion)))
    except InputRejected:
        return ()
    now = _snapshot(root, occasion, state)
    built = tuple(name for name in now.reports if name in before.reports)
    changes = compare(replace(before, reports=built), replace(now, reports=built))
    top = state.workspace.region.organisations.top
    others = [state.documents[name].title for name in now.reports if name not in built]
    return (*log_blocks(changes, top, new_page=False), *_not_built(others))


def _not_built(titles: list[str]) -> Iterator[Block]:
    """The reports that the build on disk does not have; they are not new for that."""
    if titles:
        yield Note(line(f"Inte byggda och därför inte jämförda: {prose.enumeration(titles)}."))


def _snapshot(root: Path, occasion: Occasion, state: State) -> Snapshot:
    """The reports as a build would make them now."""
    workspace, evaluation = state.workspace, state.evaluation
    assert workspace is not None  # noqa: S101 - asked only when the files could be read
    assert evaluation is not None  # noqa: S101
    top = workspace.region.organisations.top
    rows = results_csv(result_rows(all_assessed(workspace, evaluation, top))).decode()
    papers = {name: paper_of(document) for name, document in state.documents.items()}
    extracted = report_date(workspace.measurements, occasion).isoformat()
    return Snapshot(
        name=build_name({"period": str(occasion)}, extracted),
        rows=keyed(csv.DictReader(io.StringIO(rows))),
        papers=papers,
        reports=tuple(papers),
        inputs=input_hashes(root, workspace),
        version=__version__,
    )

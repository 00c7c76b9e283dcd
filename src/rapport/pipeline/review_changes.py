"""What has changed since the last build on disk, told on the review page."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from rapport import __version__
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected
from rapport.pipeline.building import all_assessed, input_hashes
from rapport.pipeline.differences import build_folder, build_name, read_snapshot
from rapport.pipeline.preparation import report_date
from rapport.pipeline.workbench import State
from rapport.render.result_files import result_rows, results_csv
from rapport.report.blocks import Block
from rapport.report.changes.comparison import compare
from rapport.report.changes.log import log_blocks
from rapport.report.changes.snapshot import Snapshot, keyed, paper_of


def changes_since_build(root: Path, occasion: Occasion, state: State) -> tuple[Block, ...]:
    """The change log from the build in ``output`` to the files as they are; empty without one."""
    if state.workspace is None:
        return ()
    try:
        before = read_snapshot(build_folder(root / "output", str(occasion)))
    except InputRejected:
        return ()
    now = _snapshot(root, occasion, state)
    top = state.workspace.region.organisations.top
    return log_blocks(compare(before, now), top, new_page=False)


def _snapshot(root: Path, occasion: Occasion, state: State) -> Snapshot:
    """The reports as a build would make them now."""
    workspace, evaluation = state.workspace, state.evaluation
    assert workspace is not None  # noqa: S101 - asked only when the files could be read
    assert evaluation is not None  # noqa: S101
    top = workspace.region.organisations.top
    rows = results_csv(result_rows(all_assessed(workspace, evaluation, top))).decode()
    papers = {
        name: paper_of(document, state.prepared[name].facts.missing)
        for name, document in state.documents.items()
    }
    extracted = report_date(workspace.measurements, occasion).isoformat()
    return Snapshot(
        name=build_name({"period": str(occasion)}, extracted),
        rows=keyed(csv.DictReader(io.StringIO(rows))),
        papers=papers,
        reports=tuple(papers),
        inputs=input_hashes(root, workspace),
        version=__version__,
    )

"""Change logs in drafts: what differs from an earlier build, last in each report."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import replace

from rapport import __version__
from rapport.pipeline.differences import build_folder, build_name, read_snapshot
from rapport.pipeline.orders import Order
from rapport.pipeline.preparation import Prepared
from rapport.render.manifest import Origin
from rapport.report.changes.comparison import compare
from rapport.report.changes.log import log_blocks
from rapport.report.changes.snapshot import Snapshot, keyed, paper_of
from rapport.report.compose import numbered
from rapport.report.document import Document

_ROWS = "resultat.csv"


def with_change_logs(
    order: Order,
    prepared: list[Prepared],
    documents: list[Document],
    results: Mapping[str, bytes],
    origin: Origin,
) -> list[Document]:
    """The documents, those of the whole region with a log of what differs from an earlier build.

    Raises:
        InputRejected: there is no build to compare with.
    """
    if not order.changes_since or _ROWS not in results:
        return documents
    output = order.output or order.root / "output"
    old = read_snapshot(build_folder(output, order.changes_since))
    own = {
        document.id: paper_of(document)
        for each, document in zip(prepared, documents, strict=True)
        if not each.folder
    }
    new = Snapshot(
        name=build_name(origin.parameters, origin.extracted),
        rows=keyed(csv.DictReader(io.StringIO(results[_ROWS].decode()))),
        papers=own,
        reports=tuple(own),
        inputs=origin.inputs,
        version=__version__,
    )
    changes = compare(old, new)
    top = prepared[0].facts.region.organisations.top
    return [
        document
        if each.folder
        else replace(
            document, blocks=numbered((*document.blocks, *log_blocks(changes, top, document.id)))
        )
        for each, document in zip(prepared, documents, strict=True)
    ]

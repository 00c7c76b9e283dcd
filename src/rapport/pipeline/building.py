"""Building: every document asked for, rendered and written in one step."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from rapport.domain.archive import ArchiveLevel
from rapport.domain.outcome import Assessment
from rapport.domain.problem import Location, Problem
from rapport.fulfilment.evaluation import Evaluation
from rapport.pipeline import questions
from rapport.pipeline.change_logs import with_change_logs
from rapport.pipeline.orders import Order, units
from rapport.pipeline.preparation import Preparation, Prepared, evaluate, report_date
from rapport.pipeline.reading import load, refuse_errors
from rapport.render.archiving import Archiving, figures_and_origin
from rapport.render.data_package import PACKAGE, FrozenOrder, package_bytes
from rapport.render.documents import Job, render_job
from rapport.render.manifest import MANIFEST, Origin, file_sha256, manifest_json, origin_json
from rapport.render.output_folder import write_build
from rapport.render.result_files import result_rows, results_csv, results_json
from rapport.render.templates_folder import templates_folder
from rapport.report.compose import compose
from rapport.report.document import Document
from rapport.sources.workspace import Workspace
from rapport.swedish import prose

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done and how many there are."""


@dataclass(frozen=True)
class Built:
    """What a build wrote, what did not stop it, and how much stops each report being final."""

    folder: Path
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    blocking: int


def build(order: Order, progress: Progress) -> Built:
    """Build the reports of an occasion.

    Raises:
        InputRejected: the input has errors, or a final report lacks something; nothing was
            written.
        RenderFailed: a document could not be rendered or written.
    """
    progress("Läser planer, mätdata och texter", 0, 1)
    workspace, problems = load(order.root, order.occasion)
    progress("Bedömer måluppfyllelse", 0, 1)
    evaluation = evaluate(workspace, order.occasion)
    prepared = Preparation(workspace, evaluation, order, problems).reports()
    found = (*problems, *(problem for each in prepared for problem in each.problems))
    refuse_errors(found)
    if order.final:
        refuse_incomplete(prepared)
    files = _results(workspace, evaluation, order)
    parameters = {"period": str(order.occasion), "slutlig": "ja" if order.final else "nej"}
    extracted = report_date(workspace.measurements, order.occasion).isoformat()
    origin = Origin(parameters, extracted, _inputs(order.root, workspace))
    keeping = _Keeping(workspace.region.archive, files, origin_json(origin))
    documents = [compose(each.facts) for each in prepared]
    documents = with_change_logs(order, prepared, documents, files, origin)
    jobs = [
        _job(order, each, document, keeping.of(each.folder))
        for each, document in zip(prepared, documents, strict=True)
    ]
    files |= _render(jobs, order.jobs, progress)
    progress("Skriver filerna", 0, 1)
    output = order.output or order.root / "output"
    kept = _kept(output / str(order.occasion), files)
    files[MANIFEST] = manifest_json(origin, files, kept)
    if order.final:
        files[PACKAGE] = _frozen(order, origin.inputs, files[MANIFEST])
    folder = write_build(output, str(order.occasion), files)
    blocking = {item.what for each in prepared for item in each.facts.missing if item.blocking}
    return Built(folder, tuple(sorted(files)), tuple(dict.fromkeys(found)), len(blocking))


def _frozen(order: Order, inputs: Mapping[str, str], manifest: bytes) -> bytes:
    """The data package of a final build."""
    asked = FrozenOrder(str(order.occasion), order.reports, order.units, order.formats)
    return package_bytes(order.root, templates_folder(order.root), inputs, manifest, asked)


def _kept(folder: Path, made: Mapping[str, bytes]) -> dict[str, str]:
    """The hashes of earlier files that this build leaves as they are."""
    found = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in found}
    return {
        name: file_sha256(path)
        for name, path in named.items()
        if name not in {*made, MANIFEST, PACKAGE}
    }


def refuse_incomplete(prepared: list[Prepared]) -> None:
    """Stop a final report while anything that it requires is missing."""
    refuse_errors(
        Problem(
            Location(f"reports/{each.facts.definition.id}.yaml"),
            "inte-klar",
            f"{item.what}. Ansvarig: {item.who or 'ej angiven'}; senast {item.due}.",
        )
        for each in prepared
        for item in each.facts.missing
        if item.blocking
    )


@dataclass(frozen=True)
class _Keeping:
    """What every PDF of a build carries: the figures of its unit and the origin of all."""

    level: str
    results: Mapping[str, bytes]
    origin: bytes

    def of(self, folder: str) -> Archiving:
        """How the PDFs in a folder are kept."""
        files = figures_and_origin(self.results[f"{folder}resultat.csv"], self.origin)
        return Archiving(ArchiveLevel(self.level), files)


def _job(order: Order, prepared: Prepared, document: Document, archiving: Archiving) -> Job:
    formats = order.formats or prepared.facts.definition.formats
    templates = templates_folder(order.root)
    return Job(document, prepared.folder, formats, templates, archiving)


def _render(jobs: list[Job], workers: int, progress: Progress) -> dict[str, bytes]:
    """Render every document, side by side when there are several and more than one worker."""
    files: dict[str, bytes] = {}
    if workers == 1 or len(jobs) == 1:
        for done, job in enumerate(jobs):
            progress(f"Sätter {job.folder}{job.document.id}", done, len(jobs))
            files |= render_job(job)
        return files
    progress("Sätter dokumenten", 0, len(jobs))
    with ProcessPoolExecutor(min(workers, len(jobs)), get_context("spawn")) as executor:
        running = [executor.submit(render_job, job) for job in jobs]
        for done, finished in enumerate(as_completed(running), start=1):
            files |= finished.result()
            progress("Sätter dokumenten", done, len(jobs))
    return files


def default_jobs() -> int:
    """As many jobs as there are processors."""
    return os.cpu_count() or 1


def _results(workspace: Workspace, evaluation: Evaluation, order: Order) -> dict[str, bytes]:
    """The result files: the region with every unit that has data, or each unit by itself."""
    top = workspace.region.organisations.top
    files: dict[str, bytes] = {}
    for unit in units(workspace, order):
        folder = "" if unit.id == top else f"{unit.id}/"
        rows = result_rows(_assessed(workspace, evaluation, unit.id))
        files[f"{folder}resultat.json"] = results_json(rows)
        files[f"{folder}resultat.csv"] = results_csv(rows)
    return files


def _assessed(workspace: Workspace, evaluation: Evaluation, unit: str) -> Iterator[Assessment]:
    """Every judged series of an organisation; for the region also its units that have data."""
    tree = workspace.region.organisations
    in_force = (p for p in evaluation.plans if p.covers(evaluation.occasion.year))
    for plan in in_force:
        for indicator in plan.indicators:
            yield from evaluation.assess(plan, indicator, unit)
            reporting = evaluation.organisations(plan, indicator) if unit == tree.top else ()
            for member in tree:
                if member.parent is not None and member.id in reporting:
                    yield from evaluation.assess(plan, indicator, member.id)


def _inputs(root: Path, workspace: Workspace) -> dict[str, str]:
    """The hash of every file that was read."""
    templates = templates_folder(root)
    found = {path.as_posix(): file_sha256(root / path) for path in workspace.inputs}
    for path in sorted(templates.rglob("*")):
        if path.is_file():
            found[f"templates/{path.relative_to(templates).as_posix()}"] = file_sha256(path)
    return found


def summary_text(order: Order, built: Built) -> str:
    """The last lines of a build: what was written, where, and what remains."""
    documents = [name for name in built.files if name.rsplit(".", 1)[-1] in {"pdf", "docx", "html"}]
    lines = [f"{order.occasion}: {prose.counted(len(documents), _DOCUMENT)} i {built.folder}"]
    lines += [f"  {name}" for name in built.files]
    if built.problems:
        lines.append(f"{questions.problem_counts(built.problems)} Visa dem med rapport check.")
    if built.blocking and not order.final:
        lines.append(
            f"Utkast: {prose.counted(built.blocking, _ITEM)} hindrar godkännande. "
            "Visa dem med rapport status."
        )
    return "\n".join(lines)


_DOCUMENT = prose.Noun("dokument", "dokument")
_ITEM = prose.Noun("uppgift", "uppgifter", neuter=False)

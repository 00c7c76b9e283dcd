"""Building: every document asked for, rendered and written in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rapport.domain.archive import ArchiveLevel
from rapport.domain.cache import Cache, NoCache
from rapport.domain.outcome import Assessment
from rapport.domain.problem import Location, Problem
from rapport.editing.follow_up import FOLDER as FOLLOW_UP
from rapport.editing.texts import text_path
from rapport.fulfilment.evaluation import Evaluation
from rapport.pipeline import questions
from rapport.pipeline.cache_folder import NAME as CACHE
from rapport.pipeline.cache_folder import CacheFolder
from rapport.pipeline.change_logs import with_change_logs
from rapport.pipeline.orders import Order, units
from rapport.pipeline.preparation import Preparation, Prepared, evaluate, report_date
from rapport.pipeline.reading import load, refuse_errors
from rapport.pipeline.rendering import Progress, render_all
from rapport.pipeline.report_inputs import inputs_of
from rapport.pipeline.why import Memory, Reason
from rapport.render.archiving import Archiving, figures_and_origin
from rapport.render.data_package import PACKAGE, FrozenOrder, package_bytes
from rapport.render.documents import Job, Rendered
from rapport.render.manifest import MANIFEST, Origin, file_sha256, manifest_json, origin_json
from rapport.render.output_folder import write_build
from rapport.render.result_files import result_rows, results_csv, results_json
from rapport.render.templates_folder import templates_folder
from rapport.report.compose import compose
from rapport.report.document import Document
from rapport.report.facts import Facts, MissingItem
from rapport.sources.report_states_file import REPORT_STATES
from rapport.sources.workspace import Workspace
from rapport.swedish import prose


@dataclass(frozen=True)
class Built:
    """What a build wrote, what did not stop it, and how much stops each report being final.

    ``reasons`` tell of each document whether it was made anew, and why.
    """

    folder: Path
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    blocking: int
    reasons: tuple[Reason, ...] = ()


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
    origin = Origin(parameters, extracted, input_hashes(order.root, workspace))
    keeping = _Keeping(order, workspace.region.archive, files, origin)
    documents = [compose(each.facts) for each in prepared]
    documents = with_change_logs(order, prepared, documents, files, origin)
    jobs = [keeping.job(*each) for each in zip(prepared, documents, strict=True)]
    rendered = render_all(jobs, order.jobs, progress)
    files |= {name: content for each in rendered for name, content in each.files.items()}
    progress("Skriver filerna", 0, 1)
    output = order.output or order.root / "output"
    kept = _kept(output / str(order.occasion), files)
    files[MANIFEST] = manifest_json(origin, files, kept)
    if order.final:
        files[PACKAGE] = _frozen(order, origin.inputs, files[MANIFEST])
    folder = write_build(output, str(order.occasion), files)
    blocking = {item.what for each in prepared for item in each.facts.missing if item.blocking}
    reasons = keeping.reasons(prepared, jobs, rendered)
    return Built(folder, tuple(sorted(files)), tuple(dict.fromkeys(found)), len(blocking), reasons)


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
        _incomplete(each.facts, item)
        for each in prepared
        for item in each.facts.missing
        if item.blocking
    )


def _incomplete(facts: Facts, item: MissingItem) -> Problem:
    """Something missing, at the file where it is to be written."""
    occasion = str(facts.occasion)
    message = f"{item.what}. Ansvarig: {item.who or 'ej angiven'}; senast {item.due}."
    if item.text:
        return Problem(Location(text_path(occasion, item.text)), "inte-klar", message)
    if item.is_approval:
        states = (FOLLOW_UP / occasion / REPORT_STATES).as_posix()
        message += f" Läge, version och godkänt datum skrivs i {states}."
    return Problem(Location(f"reports/{facts.definition.id}.yaml"), "inte-klar", message)


@dataclass(frozen=True)
class _Keeping:
    """What the documents of a build are made with: the figures of their unit, and their origin."""

    order: Order
    level: str
    results: Mapping[str, bytes]
    origin: Origin

    def job(self, prepared: Prepared, document: Document) -> Job:
        """The work that one document is."""
        own = replace(self.origin, inputs=inputs_of(prepared.facts, document, self.origin.inputs))
        files = figures_and_origin(self.results[f"{prepared.folder}resultat.csv"], origin_json(own))
        return Job(
            document,
            prepared.folder,
            self.order.formats or prepared.facts.definition.formats,
            templates_folder(self.order.root),
            Archiving(ArchiveLevel(self.level), files),
            self._cache,
        )

    def reasons(
        self, prepared: list[Prepared], jobs: list[Job], rendered: list[Rendered]
    ) -> tuple[Reason, ...]:
        """Why each document came about as it did; done when the build stands."""
        memory = Memory(self._cache, str(self.order.occasion))
        found = [
            memory.reasons(made, inputs_of(each.facts, job.document, self.origin.inputs))
            for each, job, made in zip(prepared, jobs, rendered, strict=True)
        ]
        if isinstance(self._cache, CacheFolder):
            self._cache.tidy()
        return tuple(reason for each in found for reason in each)

    @property
    def _cache(self) -> Cache:
        """A final report is always made anew."""
        if not self.order.cached or self.order.final:
            return NoCache()
        return CacheFolder((self.order.output or self.order.root / "output") / CACHE)


def _results(workspace: Workspace, evaluation: Evaluation, order: Order) -> dict[str, bytes]:
    """The result files: the region with every unit that has data, or each unit by itself."""
    top = workspace.region.organisations.top
    files: dict[str, bytes] = {}
    for unit in units(workspace, order):
        folder = "" if unit.id == top else f"{unit.id}/"
        rows = result_rows(all_assessed(workspace, evaluation, unit.id))
        files[f"{folder}resultat.json"] = results_json(rows)
        files[f"{folder}resultat.csv"] = results_csv(rows)
    return files


def all_assessed(workspace: Workspace, evaluation: Evaluation, unit: str) -> Iterator[Assessment]:
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


def input_hashes(root: Path, workspace: Workspace) -> dict[str, str]:
    """The hash of every file that was read; the look of the review page shapes no document."""
    templates = templates_folder(root)
    found = {path.as_posix(): file_sha256(root / path) for path in workspace.inputs}
    for path in sorted(templates.rglob("*")):
        if path.is_file() and path.parent != templates / "review":
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

"""Returned forms: the answers of offices become changes to follow-up files and texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.period import Occasion
from rapport.domain.problem import Location, Problem
from rapport.editing.follow_up import EntryChange, EntryConflict, changed_files
from rapport.editing.texts import TextChange, text_hash, text_path
from rapport.forms.reading import ReturnedForm, read_form
from rapport.forms.sheet_reading import ReturnedRow
from rapport.pipeline.preparation import evaluate
from rapport.pipeline.reading import load
from rapport.pipeline.returned_copies import TextOutcome
from rapport.render.narrative import narrate
from rapport.report.asked.form import ACTIONS, MEASURES, TEXT, TEXT_STATUS
from rapport.report.bound_numbers import BoundNumbers
from rapport.report.origin import UnitKind
from rapport.report.states import needs_action
from rapport.returned.merging import Overlap, Version
from rapport.returned.parts import Part
from rapport.sources.workspace import Workspace

_NOTE = "läge."
_SIGNED = frozenset({"status", "kontroller", "uppdrag", "krav"})
"""The lists whose entries say who gave them."""


@dataclass(frozen=True)
class TextAnswer:
    """A text as it stands in a form, and as it stands in the workspace.

    ``before`` is the text as the form was written with, and ``asked`` its state then.
    ``status`` is its state now; None where there is no text.
    """

    change: TextChange
    current: str
    before: str
    place: Location
    asked: TextStatus = TextStatus.DRAFT
    status: TextStatus | None = None

    def outcome(self, file: str) -> TextOutcome:
        """What becomes of the text; a conflict when the workspace's has changed another way."""
        change, markdown = self.change, self.change.markdown
        made = TextOutcome(
            key=change.key,
            name=str(self.place),
            occasion=change.occasion,
            path=text_path(change.occasion, change.key),
            sent=self.before,
            current=self.current,
            versions=((file, markdown),),
            status=self.status,
        )
        if self._stands:
            return made
        if self.current.split() in (self.before.split(), markdown.split()):
            return replace(made, change=change)
        said = (Version("Texten i dag", _part(self.current)), Version(file, _part(markdown)))
        return replace(made, overlaps=(Overlap(_part(self.before), said),))

    @property
    def _stands(self) -> bool:
        """Whether the file says it already, or someone has gone on from it since."""
        wanted, given = self.change.markdown.split(), self.change.status
        moved_on = self.status not in {None, self.asked}
        if wanted == self.current.split():
            return moved_on or given in {None, self.status}
        return moved_on and wanted == self.before.split()


def _part(text: str) -> tuple[Part, ...]:
    return (Part(UnitKind.PARAGRAPH, text),) if text else ()


@dataclass(frozen=True)
class FormAnswers:
    """What a form says: changes to entries and texts, ready to be compared and written."""

    form: ReturnedForm
    entries: tuple[EntryChange, ...]
    texts: tuple[TextAnswer, ...]


def read_forms(
    root: Path, files: Iterable[Path]
) -> tuple[tuple[FormAnswers, ...], tuple[Problem, ...]]:
    """The answers of every form that can be read, and why anything else cannot.

    A form with a problem that stops gives no answers at all.
    """
    answers: list[FormAnswers] = []
    problems: list[Problem] = []
    for file in files:
        form, found = read_form(file)
        problems += found
        if form is None or any(problem.is_error for problem in found):
            continue
        workspace, wrong = _workspace_of(root, form)
        problems += wrong
        if workspace is not None:
            read = _answers(root, workspace, form)
            wrong = [*_unknown_subjects(workspace, form), *_faulty_texts(workspace, read)]
            wrong += _too_early(workspace, read)
            problems += wrong
            if not wrong:
                answers.append(read)
    return tuple(answers), tuple(problems)


def entry_conflicts(root: Path, answers: Iterable[FormAnswers]) -> tuple[EntryConflict, ...]:
    """The answers whose place in the files has changed since their form was written."""
    found: list[EntryConflict] = []
    for occasion, changes in entries_by_occasion(answers).items():
        files = changed_files(root, occasion, changes)
        found += files if isinstance(files, tuple) else ()
    return tuple(found)


def entries_by_occasion(answers: Iterable[FormAnswers]) -> dict[str, list[EntryChange]]:
    """All changed entries by the occasion they are for."""
    found: dict[str, list[EntryChange]] = {}
    for each in answers:
        if each.entries:
            found.setdefault(each.form.occasion, []).extend(each.entries)
    return found


def _workspace_of(root: Path, form: ReturnedForm) -> tuple[Workspace | None, list[Problem]]:
    try:
        occasion = Occasion.parse(form.occasion)
    except ValueError:
        message = f'Blanketten gäller "{form.occasion}", som inte är något rapporttillfälle.'
        return None, [Problem(Location(form.path.name), "fel-period", message)]
    workspace, _ = load(root, occasion)
    if workspace.region.id != form.region:
        message = (
            f'Blanketten gäller regionen "{form.region}" men mappen "{workspace.region.id}". '
            "Ange rätt mapp med -C."
        )
        return None, [Problem(Location(form.path.name), "annan-region", message)]
    return workspace, []


def _answers(root: Path, workspace: Workspace, form: ReturnedForm) -> FormAnswers:
    entries: list[EntryChange] = []
    texts: list[TextAnswer] = []
    for row in form.rows:
        if not row.id and not _subject(workspace, row.subject):
            continue
        entry = _entry(workspace, form, row)
        if entry is not None:
            entries.append(entry)
        if row.sheet.text_prefix and {TEXT, TEXT_STATUS} & row.changed.keys():
            texts.append(_text(root, workspace, form, row))
    return FormAnswers(form, tuple(entries), tuple(texts))


def _entry(workspace: Workspace, form: ReturnedForm, row: ReturnedRow) -> EntryChange | None:
    sheet = row.sheet
    changed = {key: text for key, text in row.changed.items() if key not in {TEXT, TEXT_STATUS}}
    note = {
        key.removeprefix(_NOTE): changed.pop(key) for key in list(changed) if key.startswith(_NOTE)
    }
    if not sheet.list_key or not (changed or note):
        return None
    if sheet is ACTIONS:
        return _action(workspace, row)
    plan, *names = row.id.split("/", len(sheet.match))
    signed = {"lämnad_av": form.office} if sheet.list_key in _SIGNED else {}
    return EntryChange(
        plan=plan,
        list_key=sheet.list_key,
        match=dict(zip(sheet.match, names, strict=True)),
        values=changed,
        before=row.before,
        note_key="lägen" if note else "",
        note=note,
        signed=signed,
        location=row.location,
    )


def _action(workspace: Workspace, row: ReturnedRow) -> EntryChange | None:
    """An action, known by its own words: those it had, or those it has got already."""
    subject = row.id or _subject(workspace, row.subject)
    plan, indicator, *old = subject.split("/", 2)
    text = row.answers["åtgärd"]
    given = {each.text for each in workspace.follow_up.actions_for(plan, indicator)}
    name = text if not old or text in given else old[0]
    values = dict(row.answers) if not old else row.changed
    return EntryChange(
        plan=plan,
        list_key=ACTIONS.list_key,
        match={"styrmått": indicator, "åtgärd": name},
        values={key: each for key, each in values.items() if key != "åtgärd" or each != name},
        before=row.before,
        location=row.location,
    )


def _unknown_subjects(workspace: Workspace, form: ReturnedForm) -> Iterator[Problem]:
    for row in form.rows:
        if not row.id and not _subject(workspace, row.subject):
            message = f'Det finns inget styrmått "{row.subject}". Välj ett i listan på raden.'
            yield Problem(row.location, "okänt-styrmått", message)


def _faulty_texts(workspace: Workspace, answers: FormAnswers) -> Iterator[Problem]:
    """Texts that a report cannot print, each told at its cell."""
    if not answers.texts:
        return
    occasion, tree = Occasion.parse(answers.form.occasion), workspace.region.organisations
    evaluation = evaluate(workspace, occasion)
    bound = BoundNumbers(evaluation, workspace.plans, tree, tree.top, occasion)
    for answer in answers.texts:
        change = answer.change
        text = NarrativeText(change.key, change.markdown, TextStatus.DRAFT, change.by, answer.place)
        _, found = narrate(text, bound.functions)
        for problem in found:
            yield replace(problem, location=answer.place)


def _subject(workspace: Workspace, name: str) -> str:
    """The measure that a new action is about, as "plan/id"; empty when there is none."""
    for plan in workspace.plans:
        for indicator in plan.indicators:
            if indicator.short_name == name:
                return f"{plan.id}/{indicator.id}"
    return ""


def _text(root: Path, workspace: Workspace, form: ReturnedForm, row: ReturnedRow) -> TextAnswer:
    key = f"{row.sheet.text_prefix}{row.id.split('/', 1)[1]}"
    current = workspace.follow_up.text(key)
    status = row.changed.get(TEXT_STATUS)
    change = TextChange(
        occasion=form.occasion,
        key=key,
        markdown=row.answers[TEXT],
        by=form.office,
        on=form.saved,
        status=TextStatus(status) if status else (None if current else TextStatus.DRAFT),
        responsible=None if current else form.office,
        expected=text_hash(root, form.occasion, key),
    )
    body = current.markdown.strip() if current else ""
    asked = row.before.get(TEXT_STATUS) or TextStatus.DRAFT
    now = current.status if current else None
    return TextAnswer(change, body, row.before[TEXT], row.places[TEXT], TextStatus(asked), now)


def _too_early(workspace: Workspace, answers: FormAnswers) -> Iterator[Problem]:
    """Comments called klar about a measure that is off target and has no action anywhere."""
    ready = [row for row in answers.form.rows if row.sheet is MEASURES and _called_ready(row)]
    if not ready:
        return
    evaluation = evaluate(workspace, Occasion.parse(answers.form.occasion))
    top = workspace.region.organisations.top
    new = {(e.plan, e.match["styrmått"]) for e in answers.entries if "styrmått" in e.match}
    plans = {plan.id: plan for plan in workspace.plans}
    for row in ready:
        plan_id, name = row.id.split("/", 1)
        plan = plans[plan_id]
        indicator = next(each for each in plan.indicators if each.id == name)
        has_action = (plan_id, name) in new or workspace.follow_up.actions_for(plan_id, name)
        if needs_action(evaluation.headline(plan, indicator, top)) and not has_action:
            message = (
                f"{indicator.short_name} når inte målet och har ingen åtgärd, så kommentaren kan "
                f"inte vara klar. Skriv en åtgärd i bladet {ACTIONS.name}, eller välj utkast."
            )
            yield Problem(row.places[TEXT_STATUS], "för-tidigt-klar", message)


def _called_ready(row: ReturnedRow) -> bool:
    return row.changed.get(TEXT_STATUS) == TextStatus.READY

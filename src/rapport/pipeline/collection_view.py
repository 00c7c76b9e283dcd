"""What collecting found, in words for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.editing.follow_up import EntryChange
from rapport.editing.remarks import remarks_path
from rapport.editing.texts import Effect
from rapport.pipeline.collecting import Collected, Collection
from rapport.pipeline.returned_copies import ReadCopy, TextOutcome
from rapport.pipeline.returned_forms import FormAnswers
from rapport.pipeline.text_diff import diff_lines
from rapport.returned.merging import Version
from rapport.returned.outside import OutsideEdit
from rapport.returned.regions import FoundBy
from rapport.returned.tracked import Tracking
from rapport.swedish import prose

_TEXT = prose.Noun("text", "texter", neuter=False)
_FILE = prose.Noun("uppföljningsfil", "uppföljningsfiler", neuter=False)
_REMARK = prose.Noun("ny anmärkning", "nya anmärkningar", neuter=False)


def collection_lines(found: Collection) -> Iterator[str]:
    """Everything that was read: differences text by text, conflicts, and what is not taken in."""
    for read in found.copies:
        yield _heading(read)
    for answers in found.forms:
        yield _form_heading(answers)
    yield from _entry_lines(found)
    for text in found.texts:
        yield from ("", *_text_lines(text))
    for read in found.copies:
        yield from _outside_lines(read)
        yield from _finding_lines(read)
        yield from _change_lines(read, found.order.tracking)
        yield from _remark_lines(read)


def _heading(read: ReadCopy) -> str:
    draft, saved = read.copy.draft, read.copy.modified
    when = f", sparad {saved}" if saved else ""
    return f"{read.path.name}: utkast av {draft.report} för {draft.occasion}{when}"


def _form_heading(answers: FormAnswers) -> str:
    form = answers.form
    when = f", sparad {form.saved}" if form.saved else ""
    same = "" if answers.entries or answers.texts else ". Inget svar är ändrat i den"
    return f"{form.path.name}: blankett från {form.office} för {form.occasion}{when}{same}"


def _entry_lines(found: Collection) -> Iterator[str]:
    """Answers that go into follow-up files: what stood there and what will."""
    for clash in found.clashes:
        change = clash.change
        yield ""
        name = f"{_entry_name(change)}, {clash.key}"
        yield f"KONFLIKT {name}: svaret i filen har ändrats. Skrivs inte."
        for who, text in (
            ("När blanketten skrevs", change.before.get(clash.key, "")),
            ("I filen i dag", clash.current),
            ("I blanketten", change.values[clash.key]),
        ):
            yield f"  {who}: {text or '(inget)'}"
    asked = any(answers.entries for answers in found.forms)
    if asked and not found.entries and not found.clashes:
        yield "Svaren i blanketterna finns redan i uppföljningen."
    for changes in found.entries.values():
        for change in changes:
            yield ""
            yield f"{_entry_name(change)} ({change.location})"
            for key, text in change.values.items():
                if before := change.before.get(key, ""):
                    yield f"  - {key}: {before}"
                if text:
                    yield f"  + {key}: {text}"
            if change.note:
                yield f"  + {change.note_key}: {', '.join(change.note.values())}"


def _entry_name(change: EntryChange) -> str:
    return f"{change.plan}, {change.list_key}: {' '.join(change.match.values())}"


def _text_lines(text: TextOutcome) -> Iterator[str]:
    title = f"{text.path} ({text.name})"
    if text.current is None:
        yield f"KONFLIKT {title}: textens fil finns inte längre. Inget skrivs."
        yield from _versions(text)
        yield f"  Ska texten finnas, skriv den i {text.path}."
    elif text.overlaps:
        yield f"KONFLIKT {title}: samma ställe är ändrat på olika sätt. Inget skrivs."
        for overlap in text.overlaps:
            yield "  När den skickades ut stod:"
            yield from _block(part.text for part in overlap.before)
            for version in overlap.versions:
                yield from _version_lines(version)
        yield f"  Skriv det som ska gälla i {text.path}."
    elif text.change is None:
        yield f"{title}: ändringarna finns redan i filen."
    else:
        who = prose.enumeration([name for name, _ in text.versions])
        made = "ändrad" if text.current else "ny"
        yield f"{title}: {made} i {who}; skrivs som ändrad av {text.change.by} {text.change.on}"
        if text.new_status is not None:
            yield f"  läget ändras från {text.status} till {text.new_status}"
        yield from diff_lines(text.current, text.change.markdown)


def _versions(text: TextOutcome) -> Iterator[str]:
    yield "  När den skickades ut stod:"
    yield from _block([text.sent])
    for name, markdown in text.versions:
        yield f"  {name}:"
        yield from _block([markdown])


def _version_lines(version: Version) -> Iterator[str]:
    yield f"  {version.who}:"
    yield from _block(part.text for part in version.parts)


def _block(texts: Iterable[str]) -> Iterator[str]:
    said = [line for text in texts for line in text.strip("\n").split("\n") if line]
    yield from (f"    {line}" for line in said or ["(inget)"])


def _outside_lines(read: ReadCopy) -> Iterator[str]:
    if not read.copy.outside:
        return
    yield ""
    yield f"{read.path.name}: ändrat utanför texterna (listas här och skrivs inte):"
    for edit in read.copy.outside:
        yield f"  {edit_place(edit)}"
        yield from (f"    - {line}" for line in edit.before.split("\n") if line)
        yield from (f"    + {line}" for line in edit.after.split("\n") if line)


def edit_place(edit: OutsideEdit) -> str:
    """Where an edit stands: heading and page."""
    place = edit.heading or "Före första rubriken"
    return place if edit.page is None else f"{place}, sidan {edit.page} i utkastet"


def _finding_lines(read: ReadCopy) -> Iterator[str]:
    told = [
        f"  {text.mark.key}: {finding.kind}{f': {finding.text}' if finding.text else ''}"
        for text in read.copy.texts
        for finding in text.findings
    ]
    if told:
        yield ""
        yield f"{read.path.name}: det här kan en text inte innehålla, eller ska någon se över:"
        yield from dict.fromkeys(told)
    weak = [t.mark.key for t in read.copy.texts if t.found_by is FoundBy.STYLE]
    if weak:
        yield f"  Märkningen är borta; texten är funnen på formatmallen: {', '.join(weak)}."


def _change_lines(read: ReadCopy, tracking: Tracking) -> Iterator[str]:
    if not read.copy.changes:
        return
    fate = "lästa som godtagna" if tracking is Tracking.ACCEPTED else "listas bara, skrivs inte"
    yield ""
    yield f"{read.path.name}: spårade ändringar ({fate}):"
    for change in read.copy.changes:
        place = change.key or change.heading or "Före första rubriken"
        yield f"  {change.date[:10]} {change.author}, {place}: {change.kind}: {change.text}"


def _remark_lines(read: ReadCopy) -> Iterator[str]:
    if not read.copy.remarks:
        return
    yield ""
    yield f"{read.path.name}: anmärkningar:"
    for remark in read.copy.remarks:
        place = remark.key or remark.heading or "hela rapporten"
        about = f' om "{remark.quoted}"' if remark.quoted else ""
        answer = " (svar)" if remark.answers else ""
        yield f"  {remark.date[:10]} {remark.author}, {place}{about}{answer}: {remark.text}"


def collected_lines(done: Collected, occasions: Iterable[str]) -> Iterator[str]:
    """What was written."""
    if done.conflicts is not None:
        for conflict in done.conflicts.conflicts:
            yield f"{conflict.path}: filen ändrades under tiden. Inget har skrivits; kör igen."
        return
    written = [each for each in done.texts if each.effect is not Effect.UNCHANGED]
    yield from (f"{each.path}: {each.effect}" for each in written)
    yield from (f"{name}: uppdaterad" for name in done.files)
    if done.remarks:
        yield from (f"{remarks_path(occasion)}: uppdaterad" for occasion in occasions)
    counts = ((len(written), _TEXT), (len(done.files), _FILE), (done.remarks, _REMARK))
    told = [prose.counted(count, noun) for count, noun in counts if count]
    yield f"Skrivet: {prose.enumeration(told)}." if told else "Inget nytt att skriva."

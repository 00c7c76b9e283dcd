"""What collecting found, in words for a person and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.editing.follow_up import EntryChange
from rapport.editing.remarks import remarks_path
from rapport.editing.texts import Effect
from rapport.pipeline.collecting import Collected, Collection
from rapport.pipeline.questions import problem_data
from rapport.pipeline.returned_copies import ReadCopy, TextOutcome
from rapport.pipeline.returned_forms import FormAnswers
from rapport.pipeline.text_diff import diff_lines
from rapport.returned.merging import Version
from rapport.returned.outside import OutsideEdit
from rapport.returned.regions import FoundBy
from rapport.returned.tracked import Tracking
from rapport.swedish import prose

_TEXT = prose.Noun("text", "texter", neuter=False)
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
    return f"{form.path.name}: blankett från {form.office} för {form.occasion}{when}"


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
    if found.forms and not found.entries and not found.clashes:
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
    elif text.overlaps:
        yield f"KONFLIKT {title}: samma ställe är ändrat på olika sätt. Inget skrivs."
        for overlap in text.overlaps:
            yield "  I utkastet stod:"
            yield from _block(part.text for part in overlap.before)
            for version in overlap.versions:
                yield from _version_lines(version)
    elif text.change is None:
        yield f"{title}: ändringarna finns redan i filen."
    else:
        who = prose.enumeration([name for name, _ in text.versions])
        yield f"{title}: ändrad i {who}; skrivs som ändrad av {text.change.by} {text.change.on}"
        yield from diff_lines(text.current, text.change.markdown)


def _versions(text: TextOutcome) -> Iterator[str]:
    yield "  I utkastet stod:"
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
    files = prose.enumeration([remarks_path(occasion) for occasion in occasions])
    where = f" i {files}" if done.remarks else ""
    texts, remarks = prose.counted(len(written), _TEXT), prose.counted(done.remarks, _REMARK)
    yield f"Skrivet: {texts} och {remarks}{where}."
    yield from (f"{name}: uppdaterad" for name in done.files)


def collection_data(found: Collection, done: Collected | None) -> dict[str, object]:
    """The same for other programs."""
    return {
        "filer": [_copy_data(read) for read in found.copies],
        "blanketter": [_form_data(answers) for answers in found.forms],
        "texter": [_text_data(text) for text in found.texts],
        "konflikter": [
            {"plan": c.change.plan, "lista": c.change.list_key, "avser": dict(c.change.match),
             "nyckel": c.key, "nu": c.current, "svar": c.change.values[c.key]}
            for c in found.clashes
        ],
        "avvisat": [{**problem_data(p), "plats": p.location.excerpt} for p in found.refused],
        "skrivet": None
        if done is None or done.conflicts is not None
        else {
            "texter": [
                {"fil": each.path, "verkan": str(each.effect), "sha256": each.sha256}
                for each in done.texts
            ],
            "anmarkningar": done.remarks,
            "uppfoljning": done.files,
        },
    }  # fmt: skip


def _form_data(answers: FormAnswers) -> dict[str, object]:
    form = answers.form
    return {
        "fil": form.path.name,
        "ansvarig": form.office,
        "period": form.occasion,
        "sparad": form.saved,
        "svar": [
            {"plan": c.plan, "lista": c.list_key, "avser": dict(c.match), "varden": dict(c.values)}
            for c in answers.entries
        ],
    }


def _text_data(text: TextOutcome) -> dict[str, object]:
    return {
        "nyckel": text.key,
        "fil": text.path,
        "period": text.occasion,
        "konflikt": text.is_conflict,
        "i_utkastet": text.sent,
        "nu": text.current,
        "blir": None if text.change is None else text.change.markdown,
        "andrad_av": None if text.change is None else text.change.by,
        "andrad": None if text.change is None else text.change.on,
        "versioner": [{"fil": name, "text": markdown} for name, markdown in text.versions],
        "overlappar": [
            {
                "i_utkastet": [part.text for part in overlap.before],
                "versioner": [
                    {"vem": v.who, "text": [part.text for part in v.parts]}
                    for v in overlap.versions
                ],
            }
            for overlap in text.overlaps
        ],
    }


def _copy_data(read: ReadCopy) -> dict[str, object]:
    copy = read.copy
    return {
        "fil": read.path.name,
        "rapport": copy.draft.report,
        "period": copy.draft.occasion,
        "utkast": copy.draft.id,
        "sparad": copy.modified,
        "texter": [
            {
                "nyckel": text.mark.key,
                "lage": str(text.fate),
                "funnen_pa": None if text.found_by is None else str(text.found_by),
                "fynd": [{"slag": str(f.kind), "text": f.text} for f in text.findings],
            }
            for text in copy.texts
        ],
        "utanfor": [
            {"rubrik": e.heading, "sida": e.page, "fore": e.before, "efter": e.after}
            for e in copy.outside
        ],
        "sparade_andringar": [
            {"slag": str(c.kind), "vem": c.author, "nar": c.date, "text": c.text,
             "nyckel": c.key, "rubrik": c.heading}
            for c in copy.changes
        ],
        "anmarkningar": [
            {"id": r.id, "vem": r.author, "nar": r.date, "text": r.text, "om": r.quoted,
             "nyckel": r.key, "rubrik": r.heading, "sida": r.page, "svar_pa": r.answers,
             "klar": r.done}
            for r in copy.remarks
        ],
    }  # fmt: skip

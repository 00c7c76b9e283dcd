"""What collecting found, as data for other programs."""

from __future__ import annotations

from rapport.pipeline.collecting import Collected, Collection
from rapport.pipeline.questions import problem_data
from rapport.pipeline.returned_copies import ReadCopy, TextOutcome
from rapport.pipeline.returned_forms import FormAnswers


def collection_data(found: Collection, done: Collected | None) -> dict[str, object]:
    """Everything that was read and written, as values that JSON can hold."""
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

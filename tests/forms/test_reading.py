"""Forms read back: answers as they were meant, and every wrong input refused at its cell."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from forms.conftest import Opened
from rapport.forms.reading import read_form

Open = Callable[[str], Opened]
NORTH, COUNCIL, DIVISIONS = "division-norr.xlsx", "lakemedelsradet.xlsx", "divisionerna.xlsx"
HEADS = "verksamhetscheferna.xlsx"
READMISSION = "vardplan-2023-2025/aterinskrivning"
ACTIVITY, REVIEW = "lakemedel-2024/behandling-1", "lakemedel-2024/hantering-1"
HYGIENE = "vardplan-2023-2025/hygien/1"


def test_an_untouched_form_has_nothing_new(written: Path) -> None:
    """What stood in it is no answer."""
    for path in sorted(written.iterdir()):
        form, problems = read_form(path)
        assert form is not None
        assert ((), ()) == (form.rows, problems), path.name


def test_whose_and_when_come_from_the_form(opened: Open) -> None:
    """Region, occasion and office stand in the hidden sheet."""
    form, _ = read_form(opened(NORTH).save())
    assert form is not None
    assert ("fjallet", "T2-2024", "Division Norr") == (form.region, form.occasion, form.office)


def test_answers_are_read_by_what_they_are(opened: Open) -> None:
    """A text, a choice in other letters and a date from Excel's calendar."""
    form = opened(DIVISIONS)
    form.write("Internkontroll", HYGIENE, "Genomförd", datetime(2024, 5, 14))  # noqa: DTZ001
    form.write("Internkontroll", HYGIENE, "Resultat", "  Följsamheten är god.\r\n")
    form.write("Internkontroll", HYGIENE, "Avvikelsegrad", "Ingen Avvikelse ")
    read, problems = read_form(form.save())
    assert (True, ()) == (read is not None, problems)
    (row,) = read.rows if read else ()
    assert {
        "genomförd": "2024-05-14",
        "resultat": "Följsamheten är god.",
        "avvikelsegrad": "ingen avvikelse",
    } == row.changed


def test_moved_columns_are_found_by_their_titles(opened: Open) -> None:
    """A person may move a column; the answers go with it."""
    form = opened(HEADS)
    page = form.sheet("Aktiviteter")
    row, comment = form.place("Aktiviteter", ACTIVITY, "Kommentar")
    _, other = form.place("Aktiviteter", ACTIVITY, "Ny tid")
    for number in (4, row):
        one, two = page.cell(number, comment), page.cell(number, other)
        one.value, two.value = two.value, one.value
    page.cell(row, other).value = "Alla är gjorda."
    read, problems = read_form(form.save())
    assert ((), [{"kommentar": "Alla är gjorda."}]) == (
        problems,
        [each.changed for each in read.rows] if read else None,
    )


Spoil = Callable[[Opened], str]
"""Fills in something wrong and gives the cell where it is to be told, or nothing for the sheet."""


def _cell(sheet: str, key: str, title: str, value: object) -> Spoil:
    return lambda form: form.write(sheet, key, title, value)


def _late_without_date(form: Opened) -> str:
    form.write("Aktiviteter", ACTIVITY, "Läge", "försenad")
    return form.write("Aktiviteter", ACTIVITY, "Ny tid", None)


def _deviation_without_result(form: Opened) -> str:
    form.write("Internkontroll", HYGIENE, "Avvikelsegrad", "mindre avvikelse")
    form.write("Internkontroll", HYGIENE, "Genomförd", "2024-05-14")
    return form.write("Internkontroll", HYGIENE, "Resultat", None)


def _control_action_without_owner(form: Opened) -> str:
    form.write("Internkontroll", HYGIENE, "Åtgärd", "Fler spritflaskor")
    form.write("Internkontroll", HYGIENE, "Klart senast", "2024-12-31")
    return form.write("Internkontroll", HYGIENE, "Ansvarig", None)


def _action_without_measure(form: Opened) -> str:
    for title, value in (
        ("Åtgärd", "Fler tider"),
        ("Ansvarig", "Division Norr"),
        ("Klart senast", "hösten 2024"),
        ("Läge", "pågår"),
    ):
        form.write("Åtgärder", "ny-1", title, value)
    return form.write("Åtgärder", "ny-1", "Styrmått", None)


def _sheet_gone(form: Opened) -> str:
    form.book.remove(form.sheet("Aktiviteter"))
    return ""


def _sheet_renamed(form: Opened) -> str:
    form.sheet("Aktiviteter").title = "Aktivitet"
    return ""


def _heading_changed(form: Opened) -> str:
    row, column = form.place("Aktiviteter", ACTIVITY, "Kommentar")
    del row
    form.sheet("Aktiviteter").cell(4, column).value = "Anteckning"
    return "A4"


def _key_changed(form: Opened) -> str:
    return form.write("Aktiviteter", ACTIVITY, "Nyckel", "lakemedel-2024/behandling-9")


def _row_copied(form: Opened) -> str:
    page = form.sheet("Aktiviteter")
    row, _ = form.place("Aktiviteter", ACTIVITY, "Nyckel")
    for number, cell in enumerate(page[row], start=1):
        page.cell(row + 1, number).value = cell.value
    return f"A{row + 1}"


def _answer_without_key(form: Opened) -> str:
    row, column = form.place("Aktiviteter", ACTIVITY, "Kommentar")
    form.sheet("Aktiviteter").cell(row + 3, column).value = "Ett svar utan rad"
    return f"A{row + 3}"


def _merged(form: Opened) -> str:
    row, column = form.place("Aktiviteter", ACTIVITY, "Läge")
    page = form.sheet("Aktiviteter")
    page.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + 1)
    return page.cell(row, column).coordinate


A, S, C = "Aktiviteter", "Styrmått", "Internkontroll"
WRONG: list[tuple[str, str, Spoil]] = [
    ("okänt-svar", HEADS, _cell(A, ACTIVITY, "Läge", "halvvägs")),
    ("okänt-svar", DIVISIONS, _cell(C, HYGIENE, "Nästa år", "kanske")),
    ("okänt-svar", NORTH, _cell(S, READMISSION, "Kommentarens läge", "snart")),
    ("inget-datum", DIVISIONS, _cell(C, HYGIENE, "Genomförd", "i maj")),
    ("inget-datum", DIVISIONS, _cell(C, HYGIENE, "Genomförd", "2024-02-30")),
    ("inget-datum", HEADS, _cell(A, ACTIVITY, "Ny tid", "31-12-2024")),
    ("inget-datum", DIVISIONS, _cell(C, HYGIENE, "Genomförd", 45596)),
    ("formel", HEADS, _cell(A, ACTIVITY, "Kommentar", "=A1")),
    ("inte-text", HEADS, _cell(A, ACTIVITY, "Kommentar", True)),  # noqa: FBT003
    ("för-lång-text", HEADS, _cell(A, ACTIVITY, "Kommentar", "ord " * 3000)),
    ("dolt-tecken", HEADS, _cell(A, ACTIVITY, "Kommentar", "Klart\u202eart")),
    ("dolt-tecken", HEADS, _cell(A, ACTIVITY, "Kommentar", "Kl\u200bart")),
    ("felvärde", HEADS, _cell(A, ACTIVITY, "Kommentar", "#REF!")),
    ("saknat-svar", HEADS, _late_without_date),
    ("saknat-svar", DIVISIONS, _deviation_without_result),
    ("saknat-svar", DIVISIONS, _control_action_without_owner),
    ("saknat-val", NORTH, _action_without_measure),
    ("saknat-blad", HEADS, _sheet_gone),
    ("saknat-blad", HEADS, _sheet_renamed),
    ("saknad-kolumn", HEADS, _heading_changed),
    ("okänd-rad", HEADS, _key_changed),
    ("dubbel-rad", HEADS, _row_copied),
    ("rad-utan-nyckel", HEADS, _answer_without_key),
    ("sammanslagna-celler", HEADS, _merged),
]


@pytest.mark.parametrize(
    "code, name, spoil", WRONG, ids=[f"{n}-{code}" for n, (code, _, _) in enumerate(WRONG)]
)
def test_wrong_input_is_told_at_its_cell(code: str, name: str, spoil: Spoil, opened: Open) -> None:
    """Each kind of mistake is refused, and the message names the cell or the sheet."""
    form = opened(name)
    cell = spoil(form)
    _, problems = read_form(form.save())
    told = [(each.code, each.location.cell or "") for each in problems if each.is_error]
    assert (code, cell) in told
    assert all(each.location.sheet and each.message.endswith(".") for each in problems)


def test_a_changed_lock_is_told_and_changes_nothing(opened: Open) -> None:
    """A locked cell belongs to the plan; what somebody wrote over it is a warning."""
    form = opened(HEADS)
    cell = form.write("Aktiviteter", ACTIVITY, "Aktivitet", "Något annat")
    read, problems = read_form(form.save())
    (problem,) = problems
    told = (problem.code, problem.is_error, problem.location.cell)
    assert ("ändrad-låst-cell", False, cell) == told
    assert () == (read.rows if read else None)


def test_a_row_that_was_deleted_is_told(opened: Open) -> None:
    """A question that nobody answers is no answer."""
    form = opened(HEADS)
    row, _ = form.place("Aktiviteter", ACTIVITY, "Läge")
    form.sheet("Aktiviteter").delete_rows(row)
    read, problems = read_form(form.save())
    assert ["borttagen-rad"] == [each.code for each in problems]
    assert () == (read.rows if read else None)


def _not_a_form(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 trasig")


def _no_keys(path: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - one case needs it

    Workbook().save(path)


def _a_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<c/>" * 1_000_000)


@pytest.mark.parametrize(
    "name, make, code",
    [
        ("trasig.xlsx", _not_a_form, "oläsbar-blankett"),
        ("gammal.xls", _not_a_form, "oläsbar-blankett"),
        ("makron.xlsm", _not_a_form, "oläsbar-blankett"),
        ("annan.xlsx", _no_keys, "okänd-blankett"),
        ("bomb.xlsx", _a_bomb, "oläsbar-blankett"),
    ],
)
def test_a_file_that_is_no_form_is_refused_whole(
    name: str, make: Callable[[Path], None], code: str, tmp_path: Path
) -> None:
    """With the file named and what to do."""
    make(tmp_path / name)
    form, problems = read_form(tmp_path / name)
    assert (None, [(code, name)]) == (form, [(each.code, each.location.path) for each in problems])


def test_tampered_keys_are_refused(opened: Open) -> None:
    """The hidden sheet cannot be made to say that something else stood there."""
    form = opened(HEADS)
    page = form.sheet("_nycklar")
    page.cell(2, 5).value = "klar"
    read, problems = read_form(form.save())
    assert (None, ["okänd-blankett"]) == (read, [each.code for each in problems])

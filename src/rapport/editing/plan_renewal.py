"""A plan file written anew for the next years: order and comments kept, nothing invented."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from rapport.domain.year_change import PlanRenewal, ToReview
from rapport.editing.plan_tree import RenewedPlan, opened, without_entries

_FIRST_DRAFT = "0.1"
_LISTS = ("internkontroll", "riktade_uppdrag", "överenskommelser")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOT_YEARS_OF_THE_PLAN = frozenset(
    {"ingångsvärden", "historik", "beslut", "avvikelser_i_planen", "avvikelser_i_källan"}
    | {"id", "fortsätter", "nationellt", "regionens_del", "beredningsplan", "mål"}
)


def renewed(text: str, path: str, renewal: PlanRenewal) -> tuple[str, tuple[ToReview, ...]]:
    """The text of the plan's file for the new years, and everything to review in it."""
    work = opened(without_entries(text, _LISTS, renewal.left_out), path, renewal)
    for step in _STEPS:
        step(work)
    if text.startswith("#"):
        work.review("Kommentarerna överst i filen är den gamla planens. Skriv om dem.")
    return work.written(), tuple(work.found)


def renewed_calendar(
    text: str, path: str, renewal: PlanRenewal
) -> tuple[str, tuple[ToReview, ...]]:
    """The text of a meeting calendar for the new year: the same rounds with no day decided."""
    work = opened(text, path, renewal)
    work.root["id"] = renewal.new_id
    _names(work)
    _calendar(work)
    return work.written(), tuple(work.found)


def _identity(work: RenewedPlan) -> None:
    renewal, root = work.renewal, work.root
    root["id"] = renewal.new_id
    root["första_år"], root["sista_år"] = renewal.first_year, renewal.last_year
    if "fortsätter" in root:
        root["fortsätter"] = renewal.old_id
    else:
        root.insert(list(root).index("sista_år") + 1, "fortsätter", renewal.old_id)
    _names(work)
    controls = [entry.item for entry in work.items("internkontroll")]
    for step in (step for control in controls for step in _rows(control)):
        other = step.get("styrmått_i_plan")
        if other in renewal.plan_ids:
            step["styrmått_i_plan"] = renewal.plan_ids[other]


def _rows(control: CommentedMap) -> list[CommentedMap]:
    return [control, *(control.get("steg") or ())]


def _names(work: RenewedPlan) -> None:
    """The plan's years in its names, where they stand there as the plan's years."""
    old, new = work.renewal.old_years, (work.renewal.first_year, work.renewal.last_year)
    for key in ("namn", "kortnamn"):
        name = str(work.root.get(key, ""))
        moved = _with_years(name, old, new)
        if moved != name:
            work.root[key] = moved
        elif _YEAR.search(name):
            work.review(f'"{key}" är "{name}". Kontrollera årtalet.')


def _with_years(name: str, old: tuple[int, int], new: tuple[int, int]) -> str:
    if old[0] == old[1]:
        written = str(new[0]) if new[0] == new[1] else f"{new[0]}–{new[1]}"
        return re.sub(rf"(?<!\d){old[0]}(?!\d)", written, name)
    if str(old[0]) not in name:
        return re.sub(rf"(?<!\d){old[1]}(?!\d)", str(new[1]), name)
    span = str(new[0]) if new[0] == new[1] else rf"{new[0]}\g<dash>{new[1]}"
    return re.sub(rf"{old[0]}(?P<dash>[-–]){old[1]}", span, name)


def _example(work: RenewedPlan) -> None:
    """A history of example data makes the whole file example data; the mark is never lost."""
    if work.renewal.has_example_history and str(work.root.get("exempeldata", "nej")) != "ja":
        if "exempeldata" in work.root:
            work.root["exempeldata"] = "ja"
        else:
            work.root.insert(list(work.root).index("sista_år") + 1, "exempeldata", "ja")
        work.review("Historiken har exempeldata, så filen är märkt som exempeldata.")


def _head(work: RenewedPlan) -> None:
    """A new plan is a first draft that nobody has approved."""
    head = work.root.get("dokumenthuvud")
    if head is None:
        return
    head["version"] = DoubleQuotedScalarString(_FIRST_DRAFT)
    for key in ("godkänt", "dokument_id"):
        _empty(head, key)
    work.review("Dokumenthuvudet är version 0.1. Fyll i dokument_id, och godkänt efter beslut.")


def _targets(work: RenewedPlan) -> None:
    """Targets of passed years stay in the list only where the path to a later one needs them."""
    for entry in work.measures():
        targets = entry.item.get("mål")
        begins = work.renewal.first_year
        if not targets or any(int(target["år"]) >= begins for target in targets):
            continue
        told = "; ".join(_told(target) for target in targets)
        remark = f"mål i {work.renewal.old_id} var {told}. Skriv mål från {begins}."
        del entry.item["mål"]
        work.remark(entry, "Styrmåttet", (remark,))


def _told(target: CommentedMap) -> str:
    return ", ".join(f"{key} {value}" for key, value in target.items())


def _marked(work: RenewedPlan) -> None:
    """Remarks on measures, activities, controls and assignments where they stand."""
    for what, entries in (
        ("Styrmåttet", work.measures()),
        ("Aktiviteten", work.items("målområden", "aktiviteter")),
        ("Kontrollen", work.items("internkontroll")),
        ("Uppdraget", work.items("riktade_uppdrag")),
    ):
        for entry in entries:
            work.remark(entry, what, work.renewal.marks.get(str(entry.item["id"]), ()))


def _assignments(work: RenewedPlan) -> None:
    for entry in work.items("riktade_uppdrag"):
        notes = work.renewal.history.get(str(entry.item["id"]), ())
        if notes and not entry.item.get("historik"):
            entry.item["historik"] = CommentedSeq()
        for note in notes:
            fields: dict[str, str | date] = {
                "datum": _day(note.day),
                "division": note.division,
                "verksamhet": note.unit,
                "ort": note.site,
                "text": note.text,
            }
            entry.item["historik"].append(
                CommentedMap({key: text for key, text in fields.items() if text})
            )
        _empty_if_passed(work, entry.item, "återrapporteras_senast", "Uppdraget")


def _day(text: str) -> str | date:
    """A day as YAML writes it: plain where it is one, else the words that were given."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _agreements(work: RenewedPlan) -> None:
    for entry in work.items("överenskommelser"):
        _empty_if_passed(work, entry.item, "redovisas_senast", "Överenskommelsen")


def _empty(item: CommentedMap, key: str) -> None:
    """Leave a key to be filled in; in a mapping on one line, where that would be "null", none."""
    if item.fa.flow_style():
        item.pop(key, None)
    elif key in item:
        item[key] = None


def _empty_if_passed(work: RenewedPlan, item: CommentedMap, key: str, what: str) -> None:
    day = item.get(key)
    if day and int(str(day)[:4]) < work.renewal.first_year:
        _empty(item, key)
        work.review(f'{what} "{item["id"]}": {key} var {day} och är tömt. Skriv den nya dagen.')


def _left_out(work: RenewedPlan) -> None:
    """Controls, assignments and agreements that are at their end: what is left of them is told."""
    for name in sorted(work.renewal.left_out):
        work.review(f'"{name}" har avslutats, upphört eller utgår och följer inte med.')
    for key in _LISTS:
        # An empty list is no list; a list on one line is still whole here.
        items = work.root.get(key) or []
        for place in reversed(range(len(items))):
            if items[place]["id"] in work.renewal.left_out:
                del items[place]
        if key in work.root and not items:
            del work.root[key]


def _budget(work: RenewedPlan) -> None:
    """Sums are decided for a year: last year's are told, not carried over."""
    for item in (entry.item for entry in work.items("budget")):
        told = f"{item['namn']}: {item['belopp']} {item['enhet']} {item['år']}"
        work.review(f'Budgetposten "{item["id"]}" följer inte med ({told}). Skriv årets belopp.')
    if "budget" in work.root:
        del work.root["budget"]


def _calendar(work: RenewedPlan) -> None:
    """The rounds of the year with no day decided yet, which a calendar writes as the year."""
    calendar = work.root.get("beredningsplan")
    if calendar is None:
        return
    old, new = int(calendar["år"]), work.renewal.first_year
    calendar["år"] = new
    for row in calendar["rader"]:
        for key in row:
            if key == "avser":
                period, year = str(row[key]).rsplit("-", 1)
                row[key] = f"{period}-{int(year) + new - old}"
            else:
                later = str(row[key]) == str(old + 1)
                row[key] = DoubleQuotedScalarString(str(new + 1 if later else new))
    work.review(f"Beredningsplanen har {new} års omgångar utan dagar. Skriv in dem.")


def _left_over_years(work: RenewedPlan) -> None:
    """Words that still name a year of the old plan."""
    first, last = work.renewal.old_years
    for path, text in _texts(work.root, ()):
        if _NOT_YEARS_OF_THE_PLAN.intersection(path) or path in {("namn",), ("kortnamn",)}:
            continue
        years = [year for year in _YEAR.findall(text) if first <= int(year) <= last]
        if years and int(years[-1]) < work.renewal.first_year:
            where = " > ".join(str(step) for step in path)
            work.review(f"{where} nämner {', '.join(dict.fromkeys(years))}. Kontrollera texten.")


def _texts(node: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(node, CommentedMap):
        for key, value in node.items():
            yield from _texts(value, (*path, str(key)))
    elif isinstance(node, CommentedSeq):
        for place, value in enumerate(node):
            name = str(value["id"]) if isinstance(value, CommentedMap) and "id" in value else ""
            yield from _texts(value, (*path, name or str(place + 1)))
    elif isinstance(node, str):
        yield path, node


_STEPS: tuple[Callable[[RenewedPlan], None], ...] = (
    _identity,
    _example,
    _head,
    _left_out,
    _assignments,
    _agreements,
    _targets,
    _marked,
    _budget,
    _calendar,
    _left_over_years,
)

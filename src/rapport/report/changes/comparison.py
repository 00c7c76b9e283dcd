"""The comparison: figures and verdicts first, then texts, then what is missing or new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapport.report.changes.snapshot import FigureKey, Paper, Snapshot

Row = Mapping[str, str]


class Reason(StrEnum):
    """Why a figure or verdict is another one ("varför")."""

    PERIOD = "ny period"
    DATA = "mätdata"
    PLAN = "planen"
    DECISION = "beslut"
    FORECAST = "prognosen"
    RULE = "bedömningsregeln"
    ADDED = "tillkommit"
    REMOVED = "utgått"


_CAUSES: tuple[tuple[Reason, tuple[str, ...]], ...] = (
    (Reason.PERIOD, ("utfall_period",)),
    (Reason.DATA, ("utfall", "taljare", "namnare", "tillstand")),
    (Reason.PLAN, ("mal", "mal_villkor", "ingangsvarde", "ingangsvarde_period", "enhet")),
    (Reason.DECISION, ("beslutad_bedomning", "beslut_skal")),
)
"""The columns whose change is a cause in itself."""

_VERDICTS = ("bedomning", "beslutad_bedomning")
_SHOWN = ("utfall", "mal", "mal_villkor", "prognos", "tillstand", *_VERDICTS)


@dataclass(frozen=True)
class FigureChange:
    """A row of ``resultat`` that is not what it was.

    ``old`` or ``new`` is absent when there is none. ``verdict_changed`` tells a new verdict
    from a new figure alone.
    """

    key: FigureKey
    old: Row | None
    new: Row | None
    reasons: tuple[Reason, ...]
    verdict_changed: bool


@dataclass(frozen=True)
class WordChange:
    """A text that is not what it was, in all the reports where it is; empty where it is not."""

    reports: tuple[str, ...]
    key: str
    old: str
    new: str


@dataclass(frozen=True)
class PaperChange:
    """What a report lacks now and did not, what it no longer lacks, and its headings likewise."""

    report: str
    title: str
    now_missing: tuple[str, ...]
    no_longer_missing: tuple[str, ...]
    new_headings: tuple[str, ...]
    gone_headings: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """Everything that differs from one snapshot to another.

    ``inputs`` are the files that are new, gone or changed; ``versions`` the two versions of the
    program where they differ. ``unread`` are reports in both whose texts cannot be compared,
    because one of the builds has no HTML of them.
    """

    old: str
    new: str
    figures: tuple[FigureChange, ...]
    texts: tuple[WordChange, ...]
    papers: tuple[PaperChange, ...]
    new_reports: tuple[str, ...]
    gone_reports: tuple[str, ...]
    inputs: tuple[str, ...]
    versions: tuple[str, str] | None
    unread: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing that a reader sees has changed."""
        return not (
            self.figures or self.texts or self.papers or self.new_reports or self.gone_reports
        )


def compare(old: Snapshot, new: Snapshot) -> Changes:
    """What has changed from an earlier snapshot to a later one."""
    both = [name for name in new.papers if name in old.papers]
    return Changes(
        old=old.name,
        new=new.name,
        figures=tuple(_figures(old, new)),
        texts=_texts([(old.papers[name], new.papers[name]) for name in both]),
        papers=tuple(
            change for name in both for change in _paper(old.papers[name], new.papers[name])
        ),
        new_reports=_only(new.reports, old.reports),
        gone_reports=_only(old.reports, new.reports),
        inputs=tuple(_changed_names(old.inputs, new.inputs)),
        versions=None if old.version == new.version else (old.version, new.version),
        unread=tuple(name for name in new.reports if name in old.reports and name not in both),
    )


def _figures(old: Snapshot, new: Snapshot) -> Iterator[FigureChange]:
    """Every changed row, in the order of the later build, and last those that are gone."""
    for key, row in new.rows.items():
        before = old.rows.get(key)
        if before is None:
            yield FigureChange(key, None, row, (Reason.ADDED,), verdict_changed=bool(_verdict(row)))
        elif any(before[name] != row[name] for name in _SHOWN):
            changed = _verdict(before) != _verdict(row)
            yield FigureChange(key, before, row, reasons(before, row), changed)
    for key, row in old.rows.items():
        if key not in new.rows:
            yield FigureChange(
                key, row, None, (Reason.REMOVED,), verdict_changed=bool(_verdict(row))
            )


def _verdict(row: Row) -> str:
    """The verdict that counts: the decided one where there is one."""
    return row["beslutad_bedomning"] or row["bedomning"]


def reasons(old: Row, new: Row) -> tuple[Reason, ...]:
    """Why a row is another one.

    A verdict that changes while outcome, target and baseline stand still comes from the rule.
    """
    found = [
        reason
        for reason, columns in _CAUSES
        if any(old[column] != new[column] for column in columns)
    ]
    if Reason.PERIOD in found and Reason.DATA in found:
        found.remove(Reason.DATA)
    if not found and old["bedomning"] != new["bedomning"]:
        found.append(Reason.RULE)
    if not found:
        found.append(Reason.FORECAST)
    return tuple(found)


def _texts(pairs: Sequence[tuple[Paper, Paper]]) -> tuple[WordChange, ...]:
    """Every changed text; one that several reports print alike is one change."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for old, new in pairs:
        for key in dict.fromkeys((*new.texts, *old.texts)):
            before, after = old.texts.get(key, ""), new.texts.get(key, "")
            if before != after:
                found.setdefault((key, before, after), []).append(new.id)
    return tuple(WordChange(tuple(reports), *change) for change, reports in found.items())


def _paper(old: Paper, new: Paper) -> Iterator[PaperChange]:
    change = PaperChange(
        report=new.id,
        title=new.title,
        now_missing=_only(new.missing, old.missing),
        no_longer_missing=_only(old.missing, new.missing),
        new_headings=_only(new.headings, old.headings),
        gone_headings=_only(old.headings, new.headings),
    )
    if (
        change.now_missing
        or change.no_longer_missing
        or change.new_headings
        or change.gone_headings
    ):
        yield change


def _only(these: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    known = set(others)
    return tuple(dict.fromkeys(each for each in these if each not in known))


def _changed_names(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield name

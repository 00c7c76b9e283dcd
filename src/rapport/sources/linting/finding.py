"""A finding of the plan linter, and how findings are told without drowning each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapport.domain.plan import Plan, PlanKind
from rapport.domain.problem import Location, Problem, Severity

_REGISTERS = frozenset({PlanKind.ASSIGNMENTS, PlanKind.AGREEMENTS, PlanKind.MANAGEMENT})
_MOST = 12


@dataclass(frozen=True)
class Finding:
    """Something a plan leaves open: what and where, which fault, and what to do.

    ``is_known`` says that the plan itself tells of it ("avvikelser i planen").
    """

    plan: Plan
    location: Location
    code: str
    subject: str
    fault: str
    remedy: str
    is_known: bool = False


def is_decided(plan: Plan) -> bool:
    """Whether the plan stands as it is: approved, or a register of what stands elsewhere."""
    return bool(plan.head.approved) or plan.kind in _REGISTERS


def told(findings: Iterable[Finding]) -> Iterator[Problem]:
    """Warnings one by one where a plan can still be changed, else one note for each kind."""
    settled: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.is_known or is_decided(finding.plan):
            settled[finding.plan.id, finding.code].append(finding)
        else:
            yield Problem(finding.location, finding.code, _sentence(finding), Severity.WARNING)
    for alike in settled.values():
        yield _summary(alike)


def _sentence(finding: Finding) -> str:
    return f"{finding.subject} {finding.fault}. {finding.remedy}"


def _summary(alike: list[Finding]) -> Problem:
    first, rest = alike[0], alike[1:]
    message = _sentence(first)
    if rest:
        listed = ", ".join(_briefly(each, first) for each in rest[:_MOST])
        more = f" med flera (tillsammans {len(alike)})" if len(rest) > _MOST else ""
        message = f"{message} Likadant är det med {listed}{more}."
    return Problem(first.location, first.code, message, Severity.NOTE)


def _briefly(finding: Finding, first: Finding) -> str:
    """What the summary says of one more: where it is, and its fault if that is another."""
    subject = finding.subject[:1].lower() + finding.subject[1:]
    other = "" if finding.fault == first.fault else f", {finding.fault}"
    return f"{subject} (rad {finding.location.line}{other})"

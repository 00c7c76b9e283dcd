"""The plan linter ("plangranskning"): what plans leave open, for those who can still mend it.

Nothing here stops a build. A plan that is decided cannot be changed, so what it leaves open
is told in one note for each kind of finding; a plan that is not gets a warning for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rapport.domain.problem import Problem
from rapport.sources.contents import Contents
from rapport.sources.linting import doings, measures, names, wording
from rapport.sources.linting.finding import Finding, told

_PLANS: tuple[Callable[[Contents], Iterable[Finding]], ...] = (
    measures.incomplete_measures,
    measures.one_target_for_many,
    measures.measures_without_goal,
    measures.goals_without_measures,
    measures.goals_without_activities,
    doings.incomplete_activities,
    doings.incomplete_assignments,
    doings.same_method_twice,
    doings.dates_in_names,
    doings.years_outside,
    wording.empty_heads,
)
_FILES: tuple[Callable[[Contents], Iterable[Problem]], ...] = (
    names.misspelt_names,
    names.several_names,
    wording.placeholders,
    wording.pasted_twice,
)


def lint(contents: Contents) -> tuple[Problem, ...]:
    """Every finding in the plans, reports and texts of a workspace."""
    findings = (finding for check in _PLANS for finding in check(contents))
    return (*told(findings), *(problem for check in _FILES for problem in check(contents)))

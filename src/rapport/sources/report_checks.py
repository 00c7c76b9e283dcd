"""Whether the reports of a workspace fit each other: what stands in front of what."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.domain.problem import Problem
from rapport.sources.contents import Contents
from rapport.sources.name_hints import hint


def unknown_reports(contents: Contents) -> Iterator[Problem]:
    """Letters and summaries in front of a report that does not exist, or of each other."""
    behind = [each.id for each in contents.reports if not each.stands_in_front]
    for report in contents.reports:
        if not report.about or report.about in behind:
            continue
        location = contents.places.near(report.location, "avser")
        if any(report.about == each.id for each in contents.reports):
            message = (
                f'Rapporten "{report.about}" står själv framför en annan. Skriv vilken rapport '
                f"ärendet gäller.{hint(report.about, behind)}"
            )
        else:
            message = (
                f'Det finns ingen rapport "{report.about}" i reports.{hint(report.about, behind)}'
            )
        yield Problem(location, "okänd-rapport", message)

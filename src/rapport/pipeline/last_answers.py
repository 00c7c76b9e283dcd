"""What was answered last about each thing that a plan asks for."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.domain.follow_up import FollowUp
from rapport.domain.plan import Plan
from rapport.swedish import terms


@dataclass(frozen=True)
class LastAnswers:
    """The answers given under a plan's id, the newest occasion first."""

    plan: str
    newest: tuple[tuple[str, FollowUp], ...]

    def rows(self, plan: Plan) -> dict[str, list[tuple[str, str]]]:
        """The rows that a plan asks for, by their list in the file, each with its last answer."""
        named = [activity.id for area in plan.areas for activity in area.activities]
        named += [assignment.id for assignment in plan.assignments]
        return {
            "status": [(f"avser: {each}, status: ", self._status(each)) for each in named],
            "uppdrag": [
                (f"avser: {each.id}, kvarstår: , förslag: ", self._report(each.id))
                for each in plan.assignments
            ],
            "kontroller": [
                (f"kontroll: {each.id}, steg: {step}", self._result(each.id, step))
                for each in plan.controls
                for step in range(1, len(each.steps) + 1)
            ],
            "krav": [
                (
                    f"överenskommelse: {each.id}, krav: {demand.id}, läge: ",
                    self._demand(each.id, demand.id),
                )
                for each in plan.agreements
                for demand in each.requirements
            ],
        }

    def _status(self, item: str) -> str:
        for occasion, follow_up in self.newest:
            found = follow_up.status_of(self.plan, item)
            if found:
                return f"{occasion}, {terms.STATUSES[found.status]}. {found.comment}"
        return ""

    def _report(self, item: str) -> str:
        for occasion, follow_up in self.newest:
            found = follow_up.assignment_report(self.plan, item)
            if found:
                proposal = terms.PROPOSALS[found.proposal] if found.proposal else "inget förslag"
                return f"{occasion}, {proposal}. Kvarstår: {found.remaining or 'inget angivet'}"
        return ""

    def _result(self, item: str, step: int) -> str:
        for occasion, follow_up in self.newest:
            found = follow_up.control_result(self.plan, item, step)
            if found:
                grade = terms.DEVIATIONS[found.grade] if found.grade else "pågår"
                return f"{occasion}, {grade}. {found.result}"
        return ""

    def _demand(self, agreement: str, item: str) -> str:
        for occasion, follow_up in self.newest:
            found = follow_up.requirement_report(self.plan, agreement, item)
            if found:
                return f"{occasion}, {terms.REQUIREMENT_STATUSES[found.status]}. {found.comment}"
        return ""

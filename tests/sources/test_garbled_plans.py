"""Real plans with one line garbled: never a crash, always a placed problem in Swedish."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.domain.plan import Plan
from rapport.domain.problem import Problem
from rapport.sources.plan_file import CalendarFile, read_plan
from rapport.sources.source_text import SourceText
from rapport.sources.strict_yaml import parse_yaml

PLANS = sorted((Path(__file__).parents[2] / "data" / "planer").glob("*.yaml"))


def read(text: str) -> tuple[Plan | CalendarFile | None, tuple[Problem, ...]]:
    """What a plan file's text becomes."""
    tree, problems = parse_yaml(SourceText("data/planer/plan.yaml", text))
    if tree is None:
        return None, problems
    plan, found = read_plan(tree)
    return plan, (*problems, *found)


ENGLISH = re.compile(
    r"\b(input|should|valid|expected|found|while|field|required|got)\b", re.IGNORECASE
)


def _without(_line: str, _data: st.DataObject) -> list[str]:
    return [""]


def _without_value(line: str, _data: st.DataObject) -> list[str]:
    return [line.split(":", 1)[0] + ":"]


def _another_value(line: str, data: st.DataObject) -> list[str]:
    value = data.draw(
        st.sampled_from(["x", "-1", "[a]", "{a: b}", "2024", "ja", "''", "[", "''''x"])
    )
    return [line.split(":", 1)[0] + ": " + value]


def _another_key(line: str, _data: st.DataObject) -> list[str]:
    return [line.replace(":", "x:", 1)]


def _twice(line: str, _data: st.DataObject) -> list[str]:
    return [line, line]


def _moved(line: str, _data: st.DataObject) -> list[str]:
    return [" " + line]


def _cut(line: str, data: st.DataObject) -> list[str]:
    return [line[: data.draw(st.integers(0, len(line)))]]


GARBLINGS = (_without, _without_value, _another_value, _another_key, _twice, _moved, _cut)
REAL_LINES = [path.read_text(encoding="utf-8").splitlines() for path in PLANS]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_garbled_line_of_a_real_plan_is_valid_or_a_placed_problem(data: st.DataObject) -> None:
    """Whatever happens to one line, there is a plan or a placed Swedish problem, never a crash."""
    lines = data.draw(st.sampled_from(REAL_LINES))
    number = data.draw(st.integers(0, len(lines) - 1))
    changed = data.draw(st.sampled_from(GARBLINGS))(lines[number], data)
    text = "\n".join([*lines[:number], *changed, *lines[number + 1 :]])
    found, problems = read(text)
    assert found is not None or problems
    assert all(problem.location.line for problem in problems)
    assert not any(ENGLISH.search(problem.message.replace(changed[0], "")) for problem in problems)

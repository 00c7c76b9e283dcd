"""The texts of an occasion as the review page lists them: what each is about and how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapport.domain.problem import Problem
from rapport.report.facts import Facts
from rapport.report.text_keys import wanted_texts
from rapport.swedish import prose, terms

MISSING = "saknas"


@dataclass(frozen=True)
class TextRow:
    """A text that some report asks for; ``state`` is "saknas" where nobody has begun.

    ``reports`` are the titles of the reports that print it, ``problems`` what was found in it.
    """

    key: str
    about: str
    state: str
    responsible: str
    reports: tuple[str, ...]
    problems: tuple[Problem, ...] = field(default=())


def text_rows(reports: Iterable[Facts], problems: Iterable[Problem]) -> tuple[TextRow, ...]:
    """Every text that the reports ask for, in the order they are first asked for."""
    about: dict[str, str] = {}
    printed: dict[str, list[str]] = {}
    facts_of: dict[str, Facts] = {}
    for facts in reports:
        short = facts.definition.short_title or facts.title
        for key, words in _asked_for(facts):
            about.setdefault(key, words)
            printed.setdefault(key, []).append(short)
            facts_of.setdefault(key, facts)
    found = tuple(problems)
    return tuple(_row(facts_of[key], key, about[key], printed[key], found) for key in about)


def _asked_for(facts: Facts) -> Iterable[tuple[str, str]]:
    """The texts of the sections, and those that a report prints without asking for them."""
    wanted = dict(wanted_texts(facts))
    if any(r.kind == "sammanfattning" and r.options.get("text") for r in facts.definition.sections):
        yield "sammanfattning", "sammanfattning"
    yield from wanted.items()


def _row(
    facts: Facts, key: str, about: str, reports: list[str], problems: tuple[Problem, ...]
) -> TextRow:
    text = facts.raw_text(key)
    written = text is not None and bool(text.markdown.strip())
    return TextRow(
        key,
        prose.capitalised(about),
        terms.TEXT_STATUSES[text.status] if text is not None and written else MISSING,
        text.responsible if text is not None else facts.head.prepared_by,
        tuple(reports),
        tuple(p for p in problems if text is not None and p.location.path == text.location.path),
    )


def counts(rows: Iterable[TextRow]) -> str:
    """How many texts have come how far: "Två godkända, en klar, tre utkast och en saknas."."""
    states = [row.state for row in rows]
    parts = [
        f"{prose.count_word(states.count(state), neuter=False)} {words}"
        for state, words in _MANY.items()
        if states.count(state)
    ]
    return f"{prose.capitalised(prose.enumeration(parts))}." if parts else "Inga texter."


_MANY = {"godkänd": "godkända", "klar": "klara", "utkast": "utkast", MISSING: "saknas"}

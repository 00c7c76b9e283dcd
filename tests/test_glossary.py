"""The glossary ("ordlista"): one table between Swedish and English, complete both ways."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "rapport"
ROW = re.compile(r"\| (?P<swedish>[^|]+) \| (?P<names>[^|]+) \| (?P<meaning>[^|]+) \|")
IN_PARENTHESES = re.compile(r'\(([^()]*"[^()]*)\)')
TERM = re.compile(r'"([A-Za-zÅÄÖåäö ]+)"')
NAME = re.compile(r"`(\w+)`")


def rows() -> list[tuple[list[str], list[str]]]:
    """The Swedish terms and the English names of every row, the two heading rows left out."""
    lines = (ROOT / "docs" / "ordlista.md").read_text(encoding="utf-8").splitlines()
    found = [match for match in map(ROW.fullmatch, lines) if match and "`" in match["names"]]
    return [(match["swedish"].split(", "), NAME.findall(match["names"])) for match in found]


def quoted_terms(tree: ast.Module) -> Iterator[str]:
    """The Swedish terms quoted in parentheses in the docstrings of a module, examples left out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            text = ast.get_docstring(node) or ""
            prose = "\n".join(line for line in text.splitlines() if not line.startswith(">>> "))
            for inside in IN_PARENTHESES.findall(prose):
                yield from (term.lower() for term in TERM.findall(inside))


def test_every_term_of_the_domain_is_in_the_glossary() -> None:
    """A term quoted where a concept is defined has a row."""
    modules = [ast.parse(p.read_text(encoding="utf-8")) for p in (SOURCE / "domain").glob("*.py")]
    quoted = {term for module in modules for term in quoted_terms(module)}
    listed = {term for swedish, _ in rows() for term in swedish}

    assert len(quoted) > 40
    assert set() == quoted - listed


def test_every_english_name_of_the_glossary_is_in_the_code() -> None:
    """A row names what the code is called today."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    words = set(re.findall(r"\w+", text))

    assert set() == {name for _, names in rows() for name in names} - words


def test_a_term_has_one_row() -> None:
    """No Swedish term is explained twice, and the rows are in Swedish order."""
    terms = [swedish[0] for swedish, _ in rows()]
    alphabet = "abcdefghijklmnopqrstuvwxyzåäö"
    order = [[alphabet.find(letter) for letter in term.lower()] for term in terms]

    assert sorted(set(terms)) == sorted(terms)
    assert sorted(order) == order

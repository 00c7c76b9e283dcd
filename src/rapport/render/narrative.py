"""Narrative texts: Markdown with bound numbers in, blocks of finished text out.

A bound number is an expression such as ``{{ utfall("antibiotikarecept", kön="K") }}``. Only
calls of known functions with texts as arguments are allowed: Jinja parses the expression but
never runs it; what it parsed to is checked to be such a call, and the function is called. Its
value never passes through the Markdown parser, so a figure cannot become markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rapport.domain.follow_up import NarrativeText
from rapport.domain.problem import Location, Problem
from rapport.render.markdown_blocks import MarkdownRefused, blocks_of
from rapport.report.blocks import Block
from rapport.report.bound_numbers import BindingRefused

EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
"""A bound number as it stands in a text."""

_STATEMENT = re.compile(r"\{%|\{#|%\}|#\}|\{\{|\}\}|[\ue000\ue001]")
_TOKEN = re.compile("\ue000([0-9]+)\ue001")
_AS_BLANK = str.maketrans("\ue000\ue001", "  ")
_ENVIRONMENT = ImmutableSandboxedEnvironment()
_LONGEST_EXPRESSION = 500

BoundFunction = Callable[..., str]


@dataclass
class _Narration:
    """The work on one text: what has been bound so far and what was wrong."""

    text: NarrativeText
    functions: Mapping[str, BoundFunction]
    values: list[str] = field(default_factory=list)
    bindings: list[str] = field(default_factory=list)
    line_breaks: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, offset: int, length: int, code: str, message: str) -> None:
        """Note a problem at an offset of the Markdown."""
        before = self.text.markdown[:offset]
        start = before.rfind("\n") + 1
        end = self.text.markdown.find("\n", start)
        excerpt = self.text.markdown[start : end if end >= 0 else None]
        location = Location(
            self.text.location.path,
            self.text.first_line + before.count("\n"),
            offset - start + 1,
            excerpt=excerpt,
            length=min(length, max(1, len(excerpt) - (offset - start))),
        )
        self.problems.append(Problem(location, code, message))

    def bind(self, match: re.Match[str]) -> str:
        """Evaluate one expression and leave a token for its value in the Markdown."""
        try:
            value = _evaluate(match[1], self.functions)
        except BindingRefused as refused:
            self.problem(match.start(), len(match[0]), refused.code, str(refused))
            value = ""
        self.values.append(value)
        self.bindings.append(match[0])
        self.line_breaks.append(match[0].count("\n"))
        return f"\ue000{len(self.values) - 1}\ue001"

    def written_line(self, bound: str, line: int) -> int:
        """The line of the Markdown that a line of the bound text stands on.

        An expression may be written over several lines; the token in its place is on one.
        """
        above = "\n".join(bound.split("\n")[:line])
        return line + sum(self.line_breaks[int(number)] for number in _TOKEN.findall(above))


def narrate(
    text: NarrativeText, functions: Mapping[str, BoundFunction]
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Turn a text into blocks; every fault in it is a placed problem.

    ``functions`` are the bound functions by their Swedish names.
    """
    work = _Narration(text, functions)
    bound = EXPRESSION.sub(work.bind, text.markdown.translate(_AS_BLANK))
    for stray in _STATEMENT.finditer(EXPRESSION.sub(lambda m: " " * len(m[0]), text.markdown)):
        work.problem(
            stray.start(),
            2,
            "otillåten-mallkod",
            f'Tecknen "{stray[0]}" är mallkod som inte är tillåten i texter. Bundna tal skrivs '
            'som {{ utfall("styrmåttets-id") }}; ta bort allt annat inom klamrar.',
        )
    try:
        blocks = blocks_of(bound, tuple(work.values), tuple(work.bindings))
    except MarkdownRefused as refused:
        offset = _offset_of_line(text.markdown, work.written_line(bound, refused.line))
        end = text.markdown.find("\n", offset)
        length = (end if end >= 0 else len(text.markdown)) - offset
        work.problem(offset, length, "otillåten-markdown", str(refused))
        blocks = ()
    return blocks, tuple(work.problems)


def _offset_of_line(markdown: str, line: int) -> int:
    """Where a 0-based line begins."""
    return sum(len(each) + 1 for each in markdown.split("\n")[:line])


def _evaluate(source: str, functions: Mapping[str, BoundFunction]) -> str:
    """The value of one bound expression.

    Raises:
        BindingRefused: it is not a call of a known function with texts as arguments, or the
            function refused it.
    """
    call = _single_call(_parsed(source))
    if not isinstance(call.node, nodes.Name) or call.node.name not in functions:
        name = call.node.name if isinstance(call.node, nodes.Name) else source.strip()
        known = ", ".join(sorted(functions))
        message = f'"{name}" är ingen känd uppgift. Det som kan bindas är: {known}.'
        raise BindingRefused(code="okänd-uppgift", message=message)
    wanted, where = _arguments(call)
    return functions[call.node.name](wanted, **where)


def _parsed(source: str) -> nodes.Template:
    try:
        if len(source) <= _LONGEST_EXPRESSION:
            return _ENVIRONMENT.parse("{{" + source + "}}")
    except (TemplateSyntaxError, RecursionError, ValueError) as error:
        # ValueError is a number with thousands of digits, RecursionError endless brackets.
        raise BindingRefused(code="felskrivet-tal", message=_HOW_TO) from error
    raise BindingRefused(code="felskrivet-tal", message=_HOW_TO)


_HOW_TO = (
    "Uttrycket går inte att läsa. Skriv till exempel "
    '{{ utfall("antibiotikarecept") }} eller {{ utfall("antibiotikarecept", kön="K") }}, '
    "med alla värden inom citattecken."
)


def _single_call(tree: nodes.Template) -> nodes.Call:
    """The call an expression consists of."""
    match tree.body:
        case [nodes.Output(nodes=[nodes.Call() as call])]:
            return call
    raise BindingRefused(code="felskrivet-tal", message=_HOW_TO)


def _arguments(call: nodes.Call) -> tuple[str, dict[str, str]]:
    """The measure and the named texts of a call: nothing else, and no name twice."""
    given = [("", argument) for argument in call.args]
    given += [(keyword.key, keyword.value) for keyword in call.kwargs]
    texts = {name: node.value for name, node in given if isinstance(node, nodes.Const)}
    plain = call.dyn_args is None and call.dyn_kwargs is None and len(texts) == len(given)
    if not plain or "" not in texts or not all(isinstance(text, str) for text in texts.values()):
        raise BindingRefused(code="felskrivet-tal", message=_HOW_TO)
    return texts.pop(""), texts

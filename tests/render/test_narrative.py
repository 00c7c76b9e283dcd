"""Texts with bound numbers: figures filled in, everything else refused with line and column."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.follow_up import NarrativeText, TextStatus
from rapport.domain.problem import Location
from rapport.render.narrative import BoundFunction, narrate
from rapport.report.blocks import Block, Paragraph
from rapport.report.bound_numbers import BoundNumbers
from rapport.report.inline import Text, plain
from regions import MINI, prepared

NB = "\u00a0"
PATH = "data/texter/T2-2024/analys.aterinskrivning.md"
HOW_TO = (
    'Uttrycket går inte att läsa. Skriv till exempel {{ utfall("antibiotikarecept") }} eller '
    '{{ utfall("antibiotikarecept", kön="K") }}, med alla värden inom citattecken.'
)


@pytest.fixture(scope="module")
def functions() -> Mapping[str, BoundFunction]:
    """What a text of the small region can ask for."""
    facts = prepared(MINI, reports=("aterrapportering",))[0].facts
    tree, unit = facts.region.organisations, facts.organisation.id
    return BoundNumbers(facts.evaluation, facts.plans, tree, unit, facts.occasion).functions


def written(markdown: str, first_line: int = 6) -> NarrativeText:
    """A text as it is read from its file."""
    return NarrativeText(
        "analys.aterinskrivning",
        markdown,
        TextStatus.DRAFT,
        "Division Norr",
        Location(PATH, first_line),
        first_line=first_line,
    )


def told(markdown: str, functions: Mapping[str, BoundFunction]) -> list[str]:
    """The problems of a text as place and code."""
    _, problems = narrate(written(markdown), functions)
    return [f"{problem.location}: {problem.code}".removeprefix(f"{PATH}:") for problem in problems]


def words(blocks: tuple[Block, ...]) -> str:
    """The words of a text that is one paragraph without looks."""
    match blocks:
        case [Paragraph(content=content)] if all(isinstance(part, Text) for part in content):
            return plain(content)
    pytest.fail(f"not one plain paragraph: {blocks}")


@pytest.mark.parametrize(
    "expression, expected",
    [
        ('utfall("antibiotika")', f"79{NB}per 1{NB}000 invånare"),
        ('utfall("aterinskrivning", kön="K")', f"14,8{NB}%"),
        ("utfall('aterinskrivning', kön='M')", f"18,0{NB}%"),
        ('utfall("antibiotika", period="T1-2024")', f"81{NB}per 1{NB}000 invånare"),
        ('utfall("aterinskrivning", enhet="norr")', f"16,4{NB}%"),
        ('utfall("aterinskrivning", enhet="Division Norr")', f"16,4{NB}%"),
        ('utfall("digitala-besok", uppdelning="besokstyp=nybesok")', f"12,0{NB}%"),
        ('utfall("kostnad", plan="lakemedel-2024")', f"347{NB}kr per invånare"),
        ('utfall("genomgang")', "ej aktuellt denna period"),
        ('utfall("aterinskrivning", kön="K", enhet="soder")', "visas inte av sekretesskäl"),
        ('mål("antibiotika")', f"högst 80{NB}per 1{NB}000 invånare"),
        ('mål("aterinskrivning", kön="K")', f"högst 15,5{NB}%"),
        ('bedömning("antibiotika")', "uppfyllt"),
        ('bedömning("upplevelse")', "delvis uppfyllt"),
        ('bedömning("samtal")', "kan inte bedömas"),
        ('förändring("antibiotika")', f"−6{NB}per 1{NB}000 invånare"),
        ('förändring("aterinskrivning", kön="K")', f"−1,4{NB}procentenheter"),
        ('täljare("aterinskrivning", kön="K")', "95"),
        ('nämnare("aterinskrivning", kön="K")', "640"),
        ('skillnad("aterinskrivning")', f"−3,1{NB}procentenheter"),
        ('- utfall("antibiotika") -', f"79{NB}per 1{NB}000 invånare"),
    ],
)
def test_a_bound_number_is_the_figure_of_the_tables(
    expression: str, expected: str, functions: Mapping[str, BoundFunction]
) -> None:
    """Each function gives the computed figure, with its unit, as Swedish prints it."""
    blocks, problems = narrate(written(f"Talet {{{{{expression}}}}} gäller."), functions)
    assert ((), f"Talet {expected} gäller.") == (problems, words(blocks))


def test_an_expression_may_be_broken_over_lines(functions: Mapping[str, BoundFunction]) -> None:
    """Editors wrap long lines; the figure is the same, and later places are right."""
    blocks, problems = narrate(
        written('{{ utfall("antibiotika",\n  period="T1-2024") }}\n\n> citat'), functions
    )
    assert ((), [f"{PATH}:9:1"]) == (blocks, [str(problem.location) for problem in problems])


@pytest.mark.parametrize(
    "markdown, expected",
    [
        ('a {{ utfall("antibiotka") }}', "6:3: okänt-styrmått"),
        ('a\n\nb {{ mål("saknas") }} c', "8:3: okänt-styrmått"),
        ('{{ utfall("antibiotika", plan="nej") }}', "6:1: okänt-styrmått"),
        ('{{ utfall("antibiotika", kön="K") }}', "6:1: okänd-uppdelning"),
        ('{{ utfall("aterinskrivning", kön="X") }}', "6:1: okänd-uppdelning"),
        ('{{ utfall("digitala-besok", uppdelning="nybesok") }}', "6:1: okänd-uppdelning"),
        ('{{ skillnad("kostnad") }}', "6:1: okänd-uppdelning"),
        ('{{ utfall("antibiotika", enhet="Division Väst") }}', "6:1: okänd-enhet"),
        ('{{ utfall("antibiotika", period="T4-2024") }}', "6:1: felskriven-period"),
        ('{{ utfall("antibiotika", period="ACK08-2024") }}', "6:1: felskriven-period"),
        ('{{ resultat("antibiotika") }}', "6:1: okänd-uppgift"),
        ('{{ utfall("antibiotika", år="2024") }}', "6:1: felskrivet-tal"),
        ('{{ utfall("antibiotika", period=2024) }}', "6:1: felskrivet-tal"),
        ('{{ utfall("antibiotika", uppdelning=1) }}', "6:1: felskrivet-tal"),
        ('{{ utfall("antibiotika", "K") }}', "6:1: felskrivet-tal"),
        ('{{ utfall("antibiotika", plan="x", plan="y") }}', "6:1: felskrivet-tal"),
        ('{{ utfall("antibiotika", wanted="x") }}', "6:1: felskrivet-tal"),
        ('{{ utfall("antibiotika", self="x") }}', "6:1: felskrivet-tal"),
        ("{{ utfall() }}", "6:1: felskrivet-tal"),
        ("{{ utfall(antibiotika) }}", "6:1: felskrivet-tal"),
        ("{{ utfall(1) }}", "6:1: felskrivet-tal"),
        ("{{ utfall(1e999) }}", "6:1: felskrivet-tal"),
        ("{{ utfall(true) }}", "6:1: felskrivet-tal"),
        ('{{ utfall(["antibiotika"]) }}', "6:1: felskrivet-tal"),
        ("{{ 79,3 }}", "6:1: felskrivet-tal"),
        ("{{ }}", "6:1: felskrivet-tal"),
        ('a\nb {{ utfall("antibiotika"', "7:3: otillåten-mallkod"),
        ("a }} b", "6:3: otillåten-mallkod"),
        ("> citat", "6:1: otillåten-markdown"),
        ("a\n\n- b\n  - c", "9:1: otillåten-markdown"),
    ],
)
def test_a_mistake_is_placed_where_it_stands(
    markdown: str, expected: str, functions: Mapping[str, BoundFunction]
) -> None:
    """Line and column of the file, which begins above the Markdown."""
    assert [expected] == told(markdown, functions)


def test_every_mistake_of_a_text_is_told(functions: Mapping[str, BoundFunction]) -> None:
    """One reading shows them all, in the order of their kinds."""
    markdown = '{{ utfall("a") }} {{ utfall("b") }}\n{% if x %}\n\n***'
    expected = ["6:1: okänt-styrmått", "6:19: okänt-styrmått", "7:1: otillåten-mallkod",
                "7:9: otillåten-mallkod", "9:1: otillåten-markdown"]  # fmt: skip
    assert expected == told(markdown, functions)


MESSAGES = {
    'utfall("antibiotka")': (
        'Det finns inget styrmått "antibiotka" i rapportens planer. Menade du "antibiotika"?'
    ),
    'utfall("xyz")': (
        'Det finns inget styrmått "xyz" i rapportens planer. Se rapport list för de id som finns.'
    ),
    'resultat("samtal")': (
        '"resultat" är ingen känd uppgift. Det som kan bindas är: bedömning, förändring, mål, '
        "nämnare, prognos, skillnad, täljare, utfall."
    ),
    "utfall(samtal)": HOW_TO,
    'utfall("samtal", år="2024")': (
        "år kan inte anges. Det som kan anges är kön, period, plan, enhet och uppdelning."
    ),
    'utfall("samtal", kön="K")': (
        'Styrmåttet "samtal" redovisas inte för uppdelningen K. Ta bort den eller ändra i planen.'
    ),
    'utfall("samtal", enhet="Väst")': 'Det finns ingen enhet "Väst" i rapport.toml.',
}


@pytest.mark.parametrize("expression", MESSAGES)
def test_the_message_says_what_to_write(
    expression: str, functions: Mapping[str, BoundFunction]
) -> None:
    """Swedish sentences with the remedy."""
    (problem,) = narrate(written(f"{{{{ {expression} }}}}"), functions)[1]
    assert MESSAGES[expression] == problem.message


def test_the_excerpt_marks_the_expression(functions: Mapping[str, BoundFunction]) -> None:
    """The line as it stands, with the expression underlined."""
    (problem,) = narrate(written('Av {{ utfall("x") }} fler'), functions)[1]
    expected = [
        f"{PATH}:6:4: fel okänt-styrmått",
        '    6 | Av {{ utfall("x") }} fler',
        "      |    ^^^^^^^^^^^^^^^^^",
    ]
    assert expected == str(problem).splitlines()[:3]


INJECTIONS = [
    "{{ ''.__class__.__mro__[1].__subclasses__()|length }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self.__init__.__globals__ }}",
    "{{ utfall.__globals__ }}",
    "{{ utfall('samtal').__class__ }}",
    "{{ '%s' % utfall }}",
    "{{ '{0.__class__}'.format(utfall) }}",
    "{{ ['x']|map(attribute='__class__')|list }}",
    "{{ utfall('samtal')|attr('__class__') }}",
    "{{ saknas }}",
    "{{ lipsum() }}",
    "{{ utfall(*['samtal']) }}",
    "{{ utfall(**{'wanted': 'samtal'}) }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% set x = 1 %}",
    "{# dold #}",
    "{{ utfall('sam' ~ 'tal') }}",
    "{{ utfall('samtal') if true else '' }}",
    "{{ utfall('samtal')[0] }}",
]
LOOPS = [
    "{% for i in range(10**9) %}x{% endfor %}",
    "{{ 'x' * 10**9 }}",
    "{{ utfall(" + "(" * 5000 + "'samtal'" + ")" * 5000 + ") }}",
    "{{ " + "-" * 5000 + "1 }}",
    "{{ utfall(" + "9" * 400 + "**9**9) }}",
    "{{ utfall(" + "9" * 5000 + ") }}",
    "{{ utfall('" + "samtal" * 5000 + "') }}",
]


@pytest.mark.parametrize("payload", [*INJECTIONS, *LOOPS])
def test_template_code_is_refused_and_never_run(
    payload: str, functions: Mapping[str, BoundFunction]
) -> None:
    """Attributes, filters, statements and loops are problems placed where they begin."""
    codes = {"felskrivet-tal", "okänd-uppgift", "otillåten-mallkod"}
    place, code = told(f"Text {payload}", functions)[0].split(": ")
    assert ("6:6", True) == (place, code in codes)


@pytest.mark.parametrize("character", ["\ue000", "\ue001", "\ue0000\ue001", "\ue0007\ue001"])
def test_private_characters_cannot_pose_as_bound_numbers(
    character: str, functions: Mapping[str, BoundFunction]
) -> None:
    """The characters that mark places inside the program are refused in a text."""
    markdown = f'{{{{ utfall("antibiotika") }}}} {character}'
    blocks, problems = narrate(written(markdown), functions)
    assert {"otillåten-mallkod"} == {problem.code for problem in problems}
    assert 1 == words(blocks).count("79")


def test_a_value_is_not_read_as_markdown_or_template() -> None:
    """What a function gives stands as text, whatever it looks like."""
    value = '**x** <b> {{ utfall("x") }} [a](https://a.se)'
    blocks, problems = narrate(written('{{ ort("x") }}'), {"ort": lambda _wanted: value})
    assert ((), value) == (problems, words(blocks))


@given(st.text(max_size=80))
def test_any_expression_is_a_figure_or_a_problem(source: str) -> None:
    """Whatever stands in the brackets, the outcome is a figure or a placed problem."""
    blocks, problems = narrate(written(f"a {{{{{source}}}}}"), {"utfall": lambda _wanted: "1"})
    assert blocks or problems
    assert {PATH} >= {problem.location.path for problem in problems}

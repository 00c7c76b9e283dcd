"""Kinds of Word edits, and what each becomes: the texts it changes and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from returned.small_draft import BESOK, EKONOMI, MAL, Edit
from returned.word_edits import appended, exchanged, prefixed, run, typed

U = '{{ utfall("besok") }}'
M = '{{ mål("besok") }}'
FIRST = f"Utfallet är {U} och målet {M}. Väntan är kortare."
REST = "Fler söker digitalt.\nDet gäller båda könen."
LIST = f"* Första punkten\n* Andra punkten med {U}"
STEPS = "1. Ett steg\n2. Nästa steg"
TABLE = "| Ort | Antal |\n|-----|------:|\n| Norr | många |"
INTRO = "Målet nås i **flera** delar. Läs mer hos [regionen](https://example.org/vard)."


@dataclass(frozen=True)
class Case:
    """A kind of edit. ``texts`` are the bodies that change, ``says`` what must be said."""

    name: str
    edits: tuple[Edit, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    parts: Mapping[str, bytes] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def besok(first: str = FIRST, rest: str = REST) -> dict[str, str]:
    """The first text with one of its paragraphs changed; an empty one is gone."""
    return {BESOK: "\n\n".join(part for part in (first, rest) if part) + "\n"}


def mal(
    intro: str = INTRO,
    items: str = LIST,
    steps: str = STEPS,
    cells: str = TABLE,
    last: str = "Sist i *texten*.",
) -> dict[str, str]:
    """The second text with one of its parts changed."""
    return {MAL: f"{intro}\n\n{items}\n\n{steps}\n\n{cells}\n\n\n{last}\n"}


def ekonomi(body: str) -> dict[str, str]:
    """The third text."""
    return {EKONOMI: f"{body}\n"}


RESORNA = "Resorna kostar mindre."
BOLD, ITALIC = "<w:b/>", "<w:i/>"

WRITING = (
    Case("nothing at all", ()),
    Case(
        "a word typed",
        (typed("kortare", "mycket kortare"),),
        besok(FIRST.replace("kortare", "mycket kortare")),
    ),
    Case(
        "a word deleted",
        (typed("Fler söker digitalt. ", "Fler söker. "),),
        besok(rest="Fler söker.\nDet gäller båda könen."),
    ),
    Case(
        "a word after a bound number",
        (typed(" och målet ", " medan målet är "),),
        besok(FIRST.replace(" och målet ", " medan målet är ")),
    ),
    Case(
        "typing in the label's look at the start",
        (prefixed("Utfallet", run("Nu: ", '<w:rStyle w:val="Etikettord"/>')),),
        besok("Nu: " + FIRST),
    ),
    Case(
        "typing before the bookmark",
        (prefixed("Resorna", run("Ja. ")),),
        ekonomi("Ja. Resorna kostar mindre."),
    ),
    Case(
        "typing after the bookmark",
        (appended("Resorna", run(" Det märks.")),),
        ekonomi("Resorna kostar mindre. Det märks."),
    ),
    Case(
        "smart quotes, dashes and ellipsis",
        (typed("mindre.", "mindre – ”mycket” mindre…"),),
        ekonomi("Resorna kostar mindre – ”mycket” mindre…"),
    ),
    Case(
        "no-break space and soft hyphen", (typed("kostar mindre", "kostar\u00a0min\u00addre"),), {}
    ),
    Case(
        "no-break hyphen",
        (
            exchanged(
                "Resorna", "<w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>post är billigt.</w:t></w:r>"
            ),
        ),
        ekonomi("E\u2011post är billigt."),
    ),
    Case("double blanks", (typed("kostar mindre", "kostar  mindre"),), {}),
    Case(
        "another language",
        (typed(RESORNA, "Travel costs less. Reisen kosten weniger."),),
        ekonomi("Travel costs less. Reisen kosten weniger."),
    ),
    Case(
        "another alphabet",
        (typed(RESORNA, "Поездки стоят меньше. 旅費が減った。"),),
        ekonomi("Поездки стоят меньше. 旅費が減った。"),
    ),
    Case("right-to-left words", (typed("mindre", "أقل"),), ekonomi("Resorna kostar أقل.")),
    Case(
        "characters that turn text",
        (typed("mindre", "\u202emindre\u202c"),),
        {},
        ("osynliga tecken: Resorna kostar mindre.",),
    ),
    Case(
        "zero-width characters",
        (typed("mindre", "min\u200bdre och\ufeff lättare"),),
        ekonomi("Resorna kostar mindre och lättare."),
        ("osynliga tecken",),
    ),
    Case("emoji", (typed("mindre", "mindre 👍🏽"),), ekonomi("Resorna kostar mindre 👍🏽.")),
    Case(
        "signs that Markdown uses",
        (typed(RESORNA, "*Obs* [ej] _så_ `här` 2*3 #1 <b>"),),
        ekonomi(r"\*Obs\* [ej] \_så\_ \`här\` 2\*3 #1 \<b>"),
    ),
    Case("a line that begins as a list", (typed(RESORNA, "- resor"),), ekonomi(r"\- resor")),
    Case(
        "a line that begins as a number",
        (typed(RESORNA, "2024. Ett bra år."),),
        ekonomi(r"2024\. Ett bra år."),
    ),
    Case(
        "a line that begins as a heading",
        (typed(RESORNA, "# Nummer ett"),),
        ekonomi(r"\# Nummer ett"),
    ),
    Case(
        "a web address as text",
        (typed("mindre.", "mindre, se https://example.org/a_b_c."),),
        ekonomi("Resorna kostar mindre, se https://example.org/a_b_c."),
    ),
    Case(
        "a bound number typed by one who knows how",
        (typed("mindre", "{{ utfall(”besok”) }}"),),
        ekonomi('Resorna kostar {{ utfall("besok") }}.'),
    ),
    Case(
        "a line break",
        (appended("Resorna", "<w:r><w:br/><w:t>Flygen mest.</w:t></w:r>"),),
        ekonomi("Resorna kostar mindre.\nFlygen mest."),
    ),
    Case(
        "a page break",
        (appended("Resorna", '<w:r><w:br w:type="page"/><w:t>Flygen mest.</w:t></w:r>'),),
        ekonomi("Resorna kostar mindre.\nFlygen mest."),
    ),
    Case(
        "a tab",
        (appended("Resorna", "<w:r><w:tab/><w:t>Mycket.</w:t></w:r>"),),
        ekonomi("Resorna kostar mindre. Mycket."),
    ),
    Case(
        "very long text",
        (typed(RESORNA, "ord och ännu ett " * 4000 + "slut."),),
        ekonomi("ord och ännu ett " * 4000 + "slut."),
    ),
    Case("one very long word", (typed(RESORNA, "å" * 20000),), ekonomi("å" * 20000)),
)

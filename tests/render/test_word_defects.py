"""The defect matrix ("felmatris") of Word: which check catches which seeded fault.

Run as a program, this file writes ``docs/word-kontroll.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from rapport.render.word_gate import validated_word
from rapport.render.word_rules.reading import read_word
from rapport.render.word_rules.rules import RULES, rule_findings
from render.word_defects import DEFECTS
from render.word_opened import OpenFile, seeded
from render.word_reading import gallery_file

PAGE = Path(__file__).parents[2] / "docs" / "word-kontroll.md"

_SCHEMAS = "openxml-audit"
_OWN = "egna regler"


def own(content: bytes) -> list[str]:
    """Our own rules that a file breaks."""
    found = rule_findings(read_word(content, "sv-SE"))
    return sorted({finding.rule for finding in found})


@cache
def faulty(name: str) -> bytes:
    """The gallery with one fault."""
    return seeded(gallery_file(), DEFECTS[name].seed)


@cache
def breaks_schemas(name: str) -> bool:
    """Whether the validator finds the fault."""
    return any(validated_word(faulty(name)))


def test_a_good_file_written_again_breaks_no_rule() -> None:
    """What catches a fault is the fault, not the way the faults are seeded."""
    again = seeded(gallery_file(), _opened_and_saved)
    assert ([], []) == (own(again), own(gallery_file(draft=True)))
    assert [] == list(validated_word(again))


def _opened_and_saved(opened: OpenFile) -> None:
    opened.tree()


@pytest.mark.parametrize("name", list(DEFECTS))
def test_exactly_the_rule_of_a_fault_tells_it(name: str) -> None:
    """Our rules each see one kind of fault; what none of them sees breaks the schemas."""
    wanted = DEFECTS[name].rule
    assert ([wanted] if wanted else []) == own(faulty(name))
    assert wanted or breaks_schemas(name)


def test_every_rule_has_a_fault_that_it_alone_tells() -> None:
    """No rule stands untried."""
    assert set(RULES) == {defect.rule for defect in DEFECTS.values()} - {""}


def test_the_page_of_checks_is_up_to_date() -> None:
    """The published matrix is what the checks of every build find today."""
    published = PAGE.read_text(encoding="utf-8").splitlines()
    assert list(_rows()) == [line for line in published if line.startswith("|")][2:]


def _rows() -> Iterator[str]:
    for name in DEFECTS:
        rules = ", ".join(f"`{rule}`" for rule in own(faulty(name)))
        yield f"| {name} | {'ja' if breaks_schemas(name) else '–'} | {rules or '–'} |"


_INTRODUCTION = f"""# Kontrollen av Word

Varje Word-fil kontrolleras innan den skrivs. En fil med fel skrivs inte; bygget slutar i stället
med ett meddelande som nämner regeln och texten där felet finns, och det som byggts tidigare ligger
kvar. Två kontroller körs i varje bygge:

- **{_SCHEMAS}** prövar filen mot scheman för Office Open XML: en fil som går igenom öppnas i
  Word utan att behöva repareras.
- **{_OWN}** prövar det som scheman inte frågar efter men en läsare saknar: språk, rubriker,
  listor, länkar, bilder, tabeller, fält och hänvisningar. De motsvarar Words egen
  tillgänglighetskontroll, och går längre.

Det som kan stå i en text (en fetstilt rad som rubrik, en lista med skrivna streck, en länk som
heter "här") stoppas redan av `rapport check`, med fil och rad.

## Felmatris

{len(DEFECTS)} sådda fel, vart och ett en ändring i en felfri fil. Varje fel fångas av precis en
av de egna reglerna eller av schemana. Tabellen skrivs av `tests/render/test_word_defects.py`.

| Fel | {_SCHEMAS} | {_OWN} |
| --- | --- | --- |
"""


def main() -> None:
    """Write the page."""
    rows = "\n".join(_rows())
    PAGE.write_text(f"{_INTRODUCTION}{rows}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

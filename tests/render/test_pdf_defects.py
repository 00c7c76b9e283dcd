"""The defect matrix ("felmatris"): which check catches which seeded fault.

Run as a program, this file writes ``docs/pdf-kontroll.md``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from rapport.render.pdf import PrintedPdf
from rapport.render.pdf_gate import read_back, validated
from render.gallery import gallery_document
from render.pdf_defects import DEFECTS, seeded
from render.printing import ARCHIVED, laid_out
from render.verapdf_running import prepared_verapdf

PAGE = Path(__file__).parents[2] / "docs" / "pdf-kontroll.md"

_VALIDATOR = "page-validation"
_READING = "återläsning"
_OWN = "egna regler"
_VERAPDF = "veraPDF"
_MOST = 3


@cache
def _good() -> PrintedPdf:
    return laid_out(gallery_document())


def caught(pdf: bytes) -> dict[str, list[str]]:
    """The rules each check of the gate finds broken in a file of the gallery."""
    heard = read_back(pdf, gallery_document(), ARCHIVED, _good().page_of_anchor)
    rules = {finding.rule for finding in heard}
    return {
        _VALIDATOR: sorted({finding.rule for finding in validated(pdf, ARCHIVED)}),
        _READING: sorted(rule for rule in rules if rule.endswith("återläsning")),
        _OWN: sorted(rule for rule in rules if not rule.endswith("återläsning")),
    }


def test_a_good_file_written_again_breaks_no_rule() -> None:
    """What catches a fault is the fault, not the way the faults are seeded."""
    again = seeded(_good().content, lambda _pdf: None)
    assert {_VALIDATOR: [], _READING: [], _OWN: []} == caught(again)


@pytest.mark.parametrize("name", list(DEFECTS))
def test_every_seeded_fault_is_caught_by_the_gate(name: str) -> None:
    """At least one check that every build runs finds the fault."""
    found = caught(seeded(_good().content, DEFECTS[name]))
    assert [] != [rule for rules in found.values() for rule in rules]


def test_the_page_of_checks_is_up_to_date() -> None:
    """The published matrix is what the checks of every build find today."""
    published = PAGE.read_text(encoding="utf-8").splitlines()
    expected = [line.rsplit("|", 2)[0] for line in _rows()]
    assert expected == [line.rsplit("|", 2)[0] for line in published if line.startswith("|")][2:]


@pytest.mark.verapdf
def test_the_page_says_what_verapdf_catches(tmp_path: Path) -> None:
    """The last column of the published matrix is what veraPDF finds today."""
    assert (
        list(_rows(_asked_verapdf(tmp_path)))
        == [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")][
            2:
        ]
    )


def _asked_verapdf(folder: Path) -> dict[str, list[str]]:
    verapdf = prepared_verapdf(folder)
    files = {name: folder / f"fel-{at}.pdf" for at, name in enumerate(DEFECTS)}
    for name, file in files.items():
        file.write_bytes(seeded(_good().content, DEFECTS[name]))
    said = verapdf.broken_rules("ua1,3a", list(files.values()))
    return {
        name: [
            f"{flavour} {rule}" for flavour in ("ua1", "3a") for rule in said[file.name, flavour]
        ]
        for name, file in files.items()
    }


def _rows(verapdf: dict[str, list[str]] | None = None) -> Iterator[str]:
    for name, seed in DEFECTS.items():
        found = caught(seeded(_good().content, seed))
        cells = [_shown(rules) for rules in found.values()]
        cells.append(_shown(verapdf[name] if verapdf else []))
        yield f"| {name} | {' | '.join(cells)} |"


def _shown(rules: list[str]) -> str:
    if not rules:
        return "–"
    more = f" och {len(rules) - _MOST} till" if len(rules) > _MOST else ""
    return ", ".join(f"`{rule}`" for rule in rules[:_MOST]) + more


_INTRODUCTION = f"""# Kontrollen av PDF

Varje PDF kontrolleras innan den skrivs. En fil med fel skrivs inte; bygget slutar i stället med
ett meddelande som nämner regeln och, där den är känd, sidan. Tre kontroller körs i varje bygge:

- **{_VALIDATOR}** prövar filen mot PDF/UA-1 (tillgänglighet) och den nivå av PDF/A som står i
  `arkiv` i `rapport.toml`.
- **{_READING}** läser filen genom dess taggar, som en skärmläsare gör, och jämför varje tabellcell
  med sina rubriker, varje rubrik och varje diagrams alternativtext med dokumentet.
- **{_OWN}** prövar det som ingen validerare frågar efter.

Dessutom prövar projektets hela kontroll (`.ci/run`) varje exempelrapport med **{_VERAPDF}**, och en
rapport på var och en av de andra arkivnivåerna; svaren sparas i `output/verapdf`. Alla slags block,
och en förseglad rapport, prövas i proven. Det kräver Java och ingår inte i ett bygge.

## Arkivnivåer

Nyckeln `arkiv` i `rapport.toml` bestämmer nivån. Alla tre är dessutom PDF/UA-1.

- `3a` (förvalt): PDF/A-3a med `resultat.csv` (alla värden) och `harkomst.json` (underlag,
  inställningar och programversioner) bifogade i filen.
- `2a`: PDF/A-2a, utan bilagor.
- `1a`: PDF/A-1a, för arkiv som bara tar emot PDF/A-1. Utan bilagor; filen blir större.

## Felmatris

{len(DEFECTS)} sådda fel, vart och ett en ändring i en felfri fil. Varje fel fångas av minst en av
kontrollerna i bygget. Tabellen skrivs av `tests/render/test_pdf_defects.py`.

| Fel | {_VALIDATOR} | {_READING} | {_OWN} | {_VERAPDF} |
| --- | --- | --- | --- | --- |
"""


def main() -> None:
    """Write the page, with what veraPDF says."""
    with tempfile.TemporaryDirectory() as folder:
        rows = "\n".join(_rows(_asked_verapdf(Path(folder))))
    PAGE.write_text(f"{_INTRODUCTION}{rows}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""The catalogue of claims: a folder for each code, with the text that provokes it.

``python tests/report/claim_catalogue.py`` writes what is expected and the page in docs anew.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from rapport.domain.earlier_texts import EarlierTexts
from rapport.domain.follow_up import NarrativeText
from rapport.domain.period import Occasion
from rapport.domain.problem import Problem
from rapport.report.claims.basis import Basis
from rapport.report.claims.check import check_claims
from rapport.sources.source_text import SourceText
from rapport.sources.text_file import read_text
from regions import MINI, PERIOD, prepared

FOLDERS = Path(__file__).parent / "claims"
PAGE = Path(__file__).parents[2] / "docs" / "felkoder-texter.md"
EARLIER = "T1-2024"

INTRODUCTION = """# Felkoder för texter

`rapport check --period PERIOD` jämför det som står i texterna med rapportens siffror. Ett tal som
skrivs för hand, ett ord som "ökar" eller "når målet" och en hel mening kan vara kvar från förra
rapporten eller vara felskrivna. Här står koderna i bokstavsordning med ett exempel på vad
kontrollen säger.

- `påstående-stämmer-inte` betyder att texten och mätdata säger emot varandra. Ett utkast byggs,
  men en slutlig rapport (`--final`) stoppas tills talet är bundet, rättat eller förklarat.
- Andra *varningar* är troligen fel och *anmärkningar* behöver inte vara det. De står i utkastet
  under "Behöver kontrolleras" och stoppar inget.

Kontrollen är försiktig: en mening som säger en annan tid, en enhet eller en källa ("enligt Kolada",
"i riket", "första tertialet") jämförs inte. Skriv alltså ut vad talet gäller när det inte är
rapportens eget utfall. Årtal, datum, åldrar, paragrafer, ensiffriga antal och räkneord är inga
påståenden, och inte heller tal som planen själv skriver.

Sidan är gjord ur testerna med kommandot `python tests/report/claim_catalogue.py`.
"""


def claim_folders() -> list[Path]:
    """The folders of the catalogue, one for each code."""
    return sorted(path for path in FOLDERS.iterdir() if path.is_dir())


@cache
def basis() -> Basis:
    """The figures of the smallest whole region."""
    facts = prepared(MINI, reports=("aterrapportering",))[0].facts
    tree = facts.region.organisations
    return Basis(facts.evaluation, facts.follow_up, tree, facts.occasion)


def texts_of(folder: Path, period: str) -> tuple[NarrativeText, ...]:
    """The texts of a folder for a period, as if they lay in the region."""
    found = []
    for path in sorted((folder / period).glob("*.md")):
        source = SourceText(f"data/texter/{period}/{path.name}", path.read_text(encoding="utf-8"))
        text, problems = read_text(source)
        assert text, problems
        found.append(text)
    return tuple(found)


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """What the check says of a folder's texts."""
    before = texts_of(folder, EARLIER)
    earlier = EarlierTexts(Occasion.parse(EARLIER), before) if before else None
    return check_claims(texts_of(folder, PERIOD), basis(), earlier)


def told(problems: tuple[Problem, ...]) -> str:
    """Problems as the command line shows them."""
    return "\n\n".join(str(problem) for problem in problems) + "\n"


def ascii_name(code: str) -> str:
    """The folder of a code: å and ä become a, ö becomes o."""
    return unicodedata.normalize("NFD", code).encode("ascii", "ignore").decode()


def page() -> str:
    """The page of all codes."""
    parts = [INTRODUCTION]
    for folder in claim_folders():
        expected = (folder / "expected.txt").read_text(encoding="utf-8")
        code = expected.split("\n", 1)[0].rsplit(" ", 1)[-1]
        parts.append(f"## {code}\n\n```text\n{expected}```\n")
    return "\n".join(parts)


def main() -> None:
    """Write what is expected of each folder, and the page."""
    for folder in claim_folders():
        (folder / "expected.txt").write_text(told(problems_of(folder)), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

"""What the week between the first build and the board is played with: a region and its people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from forms.conftest import Opened
from pipeline.command import Ran, files_below
from pipeline.conftest import Rapport
from rapport.domain.follow_up import TextStatus
from rapport.domain.period import Occasion
from rapport.pipeline.review_desk import ReviewDesk
from rapport.pipeline.review_texts import ReviewTexts, SavedText, WrittenText
from regions import PERIOD

REPORT = "aterrapportering"
PLAN, MEDICINE = "vardplan-2023-2025", "lakemedel-2024"
_ACTION = {
    "Styrmått": "Läkemedelskostnad",
    "Åtgärd": "Byta till billigare läkemedel",
    "Ansvarig": "Läkemedelsrådet",
    "Klart senast": "2024-12-31",
    "Läge": "pågår",
}
ANSWERS: Mapping[str, tuple[tuple[str, str, str, str], ...]] = {
    "division-norr.xlsx": (
        ("Styrmått", f"{PLAN}/samtal", "Kommentar", "Fler samtal förs."),
        ("Styrmått", f"{PLAN}/digitala-besok", "Kommentar", "Återbesöken görs digitalt."),
        ("Styrmått", f"{PLAN}/digitala-besok", "Kommentarens läge", "klar"),
    ),
    "division-soder.xlsx": (
        ("Styrmått", f"{PLAN}/fraga-om-vald", "Kommentar", "Frågan ställs oftare."),
        ("Styrmått", f"{PLAN}/upplevelse", "Kommentar", "Enkäten besvarades av få."),
    ),
    "lakemedelsradet.xlsx": (
        *(("Åtgärder", "ny-1", title, value) for title, value in _ACTION.items()),
        ("Styrmått", f"{MEDICINE}/kostnad", "Kommentarens läge", "klar"),
        ("Styrmått", f"{PLAN}/antibiotika", "Kommentar", "Recepten är färre."),
    ),
    "vardavdelningen.xlsx": (
        ("Riktade uppdrag", f"{PLAN}/tandvard", "Läge", "pågår"),
        ("Riktade uppdrag", f"{PLAN}/tandvard", "Kommentar", "Arbetet pågår."),
        ("Riktade uppdrag", f"{PLAN}/tandvard", "Text till rapporten", "Fler tider erbjuds."),
    ),
    "verksamhetscheferna.xlsx": (
        ("Aktiviteter", f"{MEDICINE}/behandling-1", "Läge", "klar"),
        ("Aktiviteter", f"{MEDICINE}/behandling-1", "Kommentar", "Alla genomgångar är gjorda."),
    ),
}
"""What each office fills in in its form: sheet, row, column and answer."""


@dataclass(frozen=True)
class Week:
    """The region during the week, and the command that everyone uses."""

    root: Path
    rapport: Rapport

    @property
    def output(self) -> Path:
        """The folder of the period's reports."""
        return self.root / "output" / PERIOD

    def does(self, command: str, *given: str | Path) -> Ran:
        """Run a command in the region."""
        return self.rapport(command, *given, "-C", self.root)

    def builds(self, *given: str) -> Ran:
        """Build the report of the week."""
        return self.does("build", "--period", PERIOD, "--report", REPORT, *given)

    def collects(self, code: int, *files: Path) -> str:
        """Collect files, and then once more, when not a byte in the region may change."""
        first = self.does("collect", *files, "--yes")
        assert code == first.code, first.out + first.err
        before = files_below(self.root / "data")
        again = self.does("collect", *files, "--yes")
        assert (code, before) == (again.code, files_below(self.root / "data"))
        assert "Inget nytt att skriva." in again.out
        return first.out + first.err

    def standing(self) -> tuple[str, int, int]:
        """The state of the report, how many of its parts are approved, and how much stops it."""
        asked = ("--period", PERIOD, "--report", REPORT, "--json")
        (found,) = json.loads(self.does("status", *asked).out)
        approved = sum(each["status"] == "godkänd" for each in found["lagen"])
        return found["lage"], approved, sum(each["hindrar"] for each in found["saknas"])

    def filled_in(self) -> list[Path]:
        """The forms as the offices send them back."""
        folder = self.root / "output" / "blanketter" / PERIOD
        paths = []
        for name, answers in ANSWERS.items():
            form = Opened(load_workbook(folder / name), folder / name)
            for answer in answers:
                form.write(*answer)
            paths.append(form.save())
        return paths

    def changes(self, name: str, old: str, new: str) -> None:
        """Change a file of the region by hand."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def body(self, key: str) -> str:
        """A text without its head."""
        path = self.root / "data" / "texter" / PERIOD / f"{key}.md"
        return path.read_text(encoding="utf-8").split("---\n", 2)[2]

    def approves(self) -> None:
        """Give every text of the report words and the state godkänd, through the review page."""
        desk = ReviewDesk(self.root, Occasion.parse(PERIOD), lambda: None)
        try:
            texts = ReviewTexts(desk, "")
            state = desk.bench.look()
            for row in desk.text_rows(state):
                hashes = desk.bench.look().hashes
                path = f"data/texter/{PERIOD}/{row.key}.md"
                words = self.body(row.key) if path in hashes else f"Text om {row.about}."
                office = row.responsible or "Vårdavdelningen"
                written = WrittenText(
                    row.key, words.strip("\n"), TextStatus.APPROVED, office, hashes.get(path, "")
                )
                saved = texts.save(written)
                assert isinstance(saved, SavedText), saved
        finally:
            desk.stop()

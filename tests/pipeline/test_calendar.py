"""``rapport calendar``: which rounds are written, and where."""

from __future__ import annotations

from pathlib import Path

from icalendar import Calendar

from pipeline.conftest import Rapport
from regions import MINI


def test_the_round_of_an_occasion_is_written(tmp_path: Path, rapport: Rapport) -> None:
    """Five meetings, with the reports that go to them."""
    path = tmp_path / "t2.ics"
    ran = rapport("calendar", "--period", "T2-2024", "--output", path, "-C", MINI)
    assert (0, f"{path}: fem poster\n") == (ran.code, ran.out)
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert 5 == len(events)
    told = "Rapporter för T2-2024: Verksamhetsrapport för vårdnämnden; Återrapportering"
    assert told in str(events[0]["description"])


def test_the_same_calendar_is_the_same_bytes(mini_region: Path, rapport: Rapport) -> None:
    """Written twice into the region's own folder, without a clock."""
    path = mini_region / "output" / "kalender-2024.ics"
    written = []
    for _ in range(2):
        rapport("calendar", "--year", "2024", "-C", mini_region)
        written.append(path.read_bytes())
    assert written[0] == written[1]
    assert b"BEGIN:VEVENT" in written[0]


def test_a_year_without_a_calendar_is_refused(tmp_path: Path, rapport: Rapport) -> None:
    """The years that there are calendars for are named, and nothing is written."""
    ran = rapport("calendar", "--year", "2031", "--output", tmp_path / "x.ics", "-C", MINI)
    said = "Det finns ingen beredningsplan för 2031. Beredningsplaner finns för 2024."
    assert (1, True) == (ran.code, said in ran.err)
    assert [] == list(tmp_path.iterdir())


def test_an_occasion_without_a_round_is_refused(rapport: Rapport) -> None:
    """The words that tie a round to an occasion are named."""
    ran = rapport("calendar", "--period", "T1-2023", "-C", MINI)
    assert (1, True) == (
        ran.code,
        'Ingen omgång i beredningsplanerna har "avser: T1-2023"' in ran.err,
    )


def test_one_asks_for_a_period_or_a_year(rapport: Rapport) -> None:
    """Both at once is a mistake on the command line."""
    assert 2 == rapport("calendar", "--period", "T2-2024", "--year", "2024", "-C", MINI).code


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, rapport: Rapport) -> None:
    """Where a file stands in the way there is no folder; the remedy is named."""
    (tmp_path / "fil").write_text("", encoding="utf-8")
    ran = rapport("calendar", "--output", tmp_path / "fil" / "k.ics", "-C", MINI)
    assert (3, True) == (ran.code, "Ange en annan fil med --output." in ran.err)


def test_a_region_without_calendars_says_where_they_go(mini_region: Path, rapport: Rapport) -> None:
    """Nothing is written for a region that has no calendar."""
    (mini_region / "data/planer/beredningsplan-2024.yaml").unlink()
    ran = rapport("calendar", "-C", mini_region)
    assert (1, True) == (ran.code, "Det finns ingen beredningsplan i data/planer." in ran.err)
    assert not (mini_region / "output").exists()

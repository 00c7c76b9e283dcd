"""The small region with a management report: two years of months that can be added up by hand."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from regions import MINI

PLAN = """id: ledning
slag: ledningsrapport
namn: Ledningsrapport 2024
nämnd: hsn
första_år: 2024
sista_år: 2024
exempeldata: ja
områden:
  - id: ekonomi
    namn: Ekonomi
    styrmått:
      - {id: netto, nummer: "1", namn: Nettokostnad, måttyp: belopp, enhet: mnkr, decimaler: 1, riktning: lägre är bättre,
         visar: ackumulerat, redovisas: [T1, T2, ÅR], mätdata: netto, nivå_i_mätdata: region, definition: Kostnad minus intäkt.,
         täljare: kostnad, kön: saknas, kön_anmärkning: Gäller kostnader., källor: [Ekonomisystemet], ansvarig: Ekonomiavdelningen}
      - {id: inhyrt, nummer: "2", namn: Inhyrd personal, måttyp: belopp, enhet: mnkr, decimaler: 1, riktning: lägre är bättre,
         visar: ackumulerat, redovisas: [T1, T2, ÅR], mätdata: inhyrt, nivå_i_mätdata: region, definition: Inhyrd personal.,
         täljare: kostnad, kön: saknas, kön_anmärkning: Gäller kostnader., källor: [Ekonomisystemet], ansvarig: HR-avdelningen}
  - id: personal
    namn: Personal
    styrmått:
      - {id: franvaro, nummer: "3", namn: Sjukfrånvaro, måttyp: andel, enhet: procent, decimaler: 1, multiplikator: 100,
         riktning: lägre är bättre, visar: perioden, redovisas: [T1, T2, ÅR], mätdata: franvaro, nivå_i_mätdata: region,
         definition: Frånvaro av arbetstid., täljare: frånvaro, nämnare: arbetstid, kön: planen, källor: [Personalsystemet],
         ansvarig: HR-avdelningen}
      - {id: anstallda, nummer: "4", namn: Anställda, måttyp: nivå, enhet: antal, decimaler: 0, riktning: ingen riktning,
         visar: perioden, redovisas: [T1, T2, ÅR], mätdata: anstallda, nivå_i_mätdata: region, definition: Antal anställda.,
         täljare: anställda, kön: saknas, kön_anmärkning: Delas inte upp., källor: [Personalsystemet], ansvarig: HR-avdelningen}
"""  # noqa: E501 - one measure a row
REPORT = """id: ledning
titel: Ledningsrapport
klass: Redovisande dokument | Rapport
mottagare: rf
planer: [ledning]
tillfällen: [månad]
format: [html]
dokumenthuvud: {gäller_för: Politik, dokument_id: fjall-9, version: "0.9", ansvarig: Chefen,
  upprättad_av: Staben}
avsnitt: [forstasida, ledningsrapport, saknas]
"""
MAPPING = """fil: manader.csv
namn: Månadsuppföljning
uttagsdatum: 2024-09-05
exempeldata: ja
format: csv
skiljetecken: ";"
kolumner: {indikator: Mått, period: Period, organisation: Organisation, kön: Kön, täljare: Täljare, nämnare: Nämnare, värde: Värde}
"""  # noqa: E501 - one line of a mapping file
LATE = "2024-08"
"""The month that the measure of employees has not reported."""


def monthly_region(folder: Path) -> Path:
    """A copy of the small region with the plan, its report and its data."""
    root = Path(shutil.copytree(MINI, folder / "region"))
    (root / "data/planer/ledning.yaml").write_text(PLAN, encoding="utf-8")
    (root / "reports/ledning.yaml").write_text(REPORT, encoding="utf-8")
    (root / "data/matvarden/manader.yaml").write_text(MAPPING, encoding="utf-8")
    data = "\n".join(("Mått;Period;Organisation;Kön;Täljare;Nämnare;Värde", *_rows()))
    (root / "data/matvarden/manader.csv").write_text(data + "\n", encoding="utf-8")
    return root


def _rows() -> Iterator[str]:
    """2022: 100 a month; 2023: 100; 2024: 110. Women are away 6 or 7 of 100, men 4 of 100."""
    for year in (2022, 2023, 2024):
        for month in range(1, 13 if year < 2024 else 9):
            period = f"{year}-{month:02d}"
            yield f"netto;{period};fjallet;T;{110 if year == 2024 else 100};;"
            yield f"inhyrt;{period};fjallet;T;{8 if year == 2024 else 10};;"
            yield f"franvaro;{period};fjallet;K;{600 if year == 2024 else 700};10000;"
            yield f"franvaro;{period};fjallet;M;400;10000;"
            if period != LATE:
                yield f"anstallda;{period};fjallet;T;;;{1000 + year - 2022}"

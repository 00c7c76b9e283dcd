"""A new report type is one YAML file: written, checked and built without touching any code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.conftest import Rapport
from rapport.domain.period import Occasion
from rapport.domain.problem import InputRejected
from rapport.pipeline.building import build
from rapport.pipeline.orders import Order
from regions import REPO, prepared

EXAMPLE = re.compile(r"^### A new report\n.*?^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)

PLAN_DOCUMENT = """\
id: plan-lakemedel
titel: Läkemedelsplanen
mottagare: radet
planer: [lakemedel-2024]
tillfällen: [ÅR]
format: [html]
avsnitt:
  - {typ: plan-forstasida, plan: lakemedel-2024}
  - {typ: plan-aktiviteter, plan: lakemedel-2024}
"""

LETTER = """\
id: tjansteskrivelse
titel: Tjänsteskrivelse
mottagare: hsn
tillfällen: [T2]
format: [html]
avsnitt: [tjansteskrivelse]
"""


def add(root: Path, name: str, text: str) -> None:
    """Write a report file."""
    (root / "reports" / f"{name}.yaml").write_text(text, encoding="utf-8")


def example() -> str:
    """The example of CONTRIBUTING.md, about the small region's plan instead of its own."""
    (found,) = EXAMPLE.findall((REPO / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    return str(found).replace("handlingsplan-lakemedel-2024", "lakemedel-2024")


def made(root: Path, period: str, *reports: str) -> list[str]:
    """The ids of the reports that an order means."""
    found = prepared(root, period=period, reports=reports)
    return [each.facts.definition.id for each in found]


def test_the_example_of_the_recipe_is_built(mini_region: Path, tmp_path: Path) -> None:
    """One file in reports, and the document is there with its sections."""
    add(mini_region, "lakemedelslaget", example())
    order = Order(
        mini_region, Occasion.parse("T2-2024"), ("lakemedelslaget",), formats=("html",),
        jobs=1, output=tmp_path / "ut",
    )  # fmt: skip
    built = build(order, lambda _step, _done, _total: None)
    page = (built.folder / "lakemedelslaget.html").read_text(encoding="utf-8")
    headings = re.findall(r"<h1[^>]*>(.*?)</h1>|<h2 class=\"level-1[^>]*>(.*?)</h2>", page)
    titles = [first or second for first, second in headings]
    assert "Läget i handlingsplanen för läkemedel" == titles[0]
    assert ["Sammanfattning", "Läkemedelsplanen", "Ärendets väg", "Vad som saknas"] == titles[1:]


def test_it_is_built_at_its_occasions_like_the_others(mini_region: Path) -> None:
    """Nobody has to list it anywhere."""
    add(mini_region, "lakemedelslaget", example())
    assert "lakemedelslaget" in made(mini_region, "T2-2024")
    assert "lakemedelslaget" not in made(mini_region, "AR-2024")


def test_all_reports_are_every_file_in_the_folder(mini_region: Path) -> None:
    """``--report alla`` asks for no occasion; a plan as a document is due once a year."""
    add(mini_region, "plan-lakemedel", PLAN_DOCUMENT)
    assert "plan-lakemedel" not in made(mini_region, "T2-2024")
    names = sorted(path.stem for path in (mini_region / "reports").iterdir())
    assert names == sorted(made(mini_region, "T2-2024", "alla"))


def test_a_report_whose_plans_are_not_in_force_is_left_out_unless_named(mini_region: Path) -> None:
    """The plan of 2024 has nothing to say of 2023; asked for by name, the reason is told."""
    add(mini_region, "plan-lakemedel", PLAN_DOCUMENT)
    assert "plan-lakemedel" not in made(mini_region, "AR-2023", "alla")
    with pytest.raises(InputRejected) as refused:
        made(mini_region, "AR-2023", "plan-lakemedel")
    (problem,) = refused.value.problems
    assert "ingen av dess planer gäller 2023 (Läkemedelsplanen 2024–2024)" in problem.message


@pytest.mark.parametrize("key", ["", "avser: aterrapportering\n"])
def test_a_letter_takes_its_plans_from_the_report_behind_it(mini_region: Path, key: str) -> None:
    """The one it names, else the first that the same body gets."""
    add(mini_region, "tjansteskrivelse", LETTER + key)
    (found,) = prepared(mini_region, reports=("tjansteskrivelse",))
    assert found.facts.about
    assert "aterrapportering" == found.facts.about.id
    assert ["vardplan-2023-2025", "lakemedel-2024"] == [plan.id for plan in found.facts.plans]


@pytest.mark.parametrize(
    "about, remedy",
    [
        ("aterraportering", 'Det finns ingen rapport "aterraportering" i reports. Menade du'),
        ("tjansteskrivelse", 'Rapporten "tjansteskrivelse" står själv framför en annan.'),
    ],
)
def test_a_letter_in_front_of_nothing_is_refused(
    mini_region: Path, rapport: Rapport, about: str, remedy: str
) -> None:
    """The place is the word that names the report."""
    add(mini_region, "tjansteskrivelse", f"{LETTER}avser: {about}\n")
    said = rapport("check", "-C", mini_region).err
    assert "reports/tjansteskrivelse.yaml:7:8: fel okänd-rapport" in said
    assert remedy in said


def test_a_report_without_plans_is_refused(mini_region: Path, rapport: Rapport) -> None:
    """Only what stands in front of another report can do without."""
    text = PLAN_DOCUMENT.replace("planer: [lakemedel-2024]\n", "")
    add(mini_region, "plan-lakemedel", text)
    said = rapport("check", "-C", mini_region).err
    assert 'Nyckeln "planer" saknas i "plan-lakemedel".' in said

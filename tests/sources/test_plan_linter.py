"""The plan linter: every finding has a folder that provokes it, and decided plans are not drowned.

``python tests/sources/test_plan_linter.py`` writes what is expected and the page anew.
"""

from __future__ import annotations

import ast
import shutil
import tempfile
import unicodedata
from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.domain.problem import Problem, Severity
from rapport.sources.workspace import read_workspace

ROOT = Path(__file__).parents[2]
FOLDERS = Path(__file__).parent / "errors_plans"
BASE = FOLDERS / "_bas"
PAGE = ROOT / "docs" / "felkoder-plangranskning.md"
LINTER = ROOT / "src" / "rapport" / "sources" / "linting"
MEASURE = (
    "{{id: {id}, namn: Mått, måttyp: antal, enhet: antal, riktning: {better}, visar: perioden, "
    "redovisas: [T2]{rest}}}"
)

INTRODUCTION = """# Plangranskning

`rapport check` granskar också vad planer, rapporter och texter lämnar öppet. Inget av det stoppar
ett bygge. En plan som är godkänd (eller ett register över vad andra har beslutat) kan inte
ändras: där blir fynden *anmärkningar*, en för varje slag. I en plan som inte är godkänd är varje
fynd en *varning*. Det som står under `avvikelser_i_planen` är känt och blir aldrig mer än en
anmärkning. Enhet, riktning och tid måste finnas för att en plan alls ska kunna läsas; se
[felkoder](felkoder.md). Här står koderna i bokstavsordning. Sidan är gjord ur testerna med
kommandot `python tests/sources/test_plan_linter.py`.
"""


def folders() -> list[Path]:
    """The folders of the catalogue, one for each kind of finding."""
    return sorted(path for path in FOLDERS.iterdir() if path.is_dir() and path != BASE)


def found(folder: Path, root: Path) -> tuple[Problem, ...]:
    """What is found in the clean workspace with the folder's files laid over it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    if folder != BASE:
        ignored = shutil.ignore_patterns("expected.txt")
        shutil.copytree(folder, root, dirs_exist_ok=True, ignore=ignored)
    occasion = Occasion.parse("T2-2024")
    return read_workspace(root, occasion, with_lint=True)[1]


def told(problems: tuple[Problem, ...]) -> str:
    """Findings as the command line shows them."""
    return "\n\n".join(str(problem) for problem in problems) + "\n"


def ascii_name(code: str) -> str:
    """The folder of a code: å and ä become a, ö becomes o."""
    return unicodedata.normalize("NFD", code).encode("ascii", "ignore").decode()


def page() -> str:
    """The page of all findings."""
    parts = [INTRODUCTION]
    for folder in folders():
        expected = (folder / "expected.txt").read_text(encoding="utf-8")
        code = expected.split("\n", 1)[0].rsplit(" ", 1)[-1]
        parts.append(f"## {code}\n\n```text\n{expected}```\n")
    return "\n".join(parts)


def codes_in_source() -> set[str]:
    """The codes that the linter can give: the hyphenated words among its arguments."""
    calls = [
        node
        for path in LINTER.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"Problem", "Finding"}
    ]
    return {
        argument.value
        for call in calls
        for argument in call.args[1:3]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def plan(tmp_path: Path, text: str, head: str = "") -> list[tuple[str, str, str]]:
    """Severity, code and message of what is found in a plan beside the clean one."""
    root = Path(shutil.copytree(BASE, tmp_path / "region"))
    whole = (
        "id: ny-plan\nslag: verksamhetsplan\nnamn: Ny\nnämnd: hsn\nförsta_år: 2024\n"
        "sista_år: 2024\n"
        "dokumenthuvud: {klass: Plan, gäller_för: Regionen, dokument_id: A, version: '1', "
        f"ansvarig: Direktören, upprättad_av: Kansliet{head}}}\n{text}"
    )
    (root / "data/planer/ny.yaml").write_text(whole, encoding="utf-8")
    problems = read_workspace(root, None, with_lint=True)[1]
    return [
        (str(p.severity), p.code, p.message)
        for p in problems
        if p.code not in {"tomt-dokumenthuvud", "mål-saknas"}
    ]


def test_the_clean_workspace_has_nothing_to_remark(tmp_path: Path) -> None:
    """The workspace that findings are laid over has none of its own."""
    assert "\n" == told(found(BASE, tmp_path))


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: str(folder.name))
def test_a_finding_is_told_as_expected(folder: Path, tmp_path: Path) -> None:
    """Exactly the one finding, place and words that the folder says."""
    problems = found(folder, tmp_path)
    assert (folder / "expected.txt").read_text(encoding="utf-8") == told(problems)
    assert [folder.name] == [ascii_name(problem.code) for problem in problems]


def test_every_code_has_a_folder() -> None:
    """A finding that the linter can give is in the catalogue, and the catalogue has no other."""
    expected = {ascii_name(code) for code in codes_in_source()}
    assert expected == {folder.name for folder in folders()}


def test_the_page_is_up_to_date() -> None:
    """The page in docs is what the folders make."""
    assert page() == PAGE.read_text(encoding="utf-8")


def test_nothing_found_stops_a_build(tmp_path: Path) -> None:
    """Every finding of the catalogue is a warning or a note."""
    severities = {
        problem.severity
        for place, folder in enumerate(folders())
        for problem in found(folder, tmp_path / str(place))
    }
    assert {Severity.WARNING, Severity.NOTE} == severities


def test_a_build_does_not_hear_of_it(tmp_path: Path) -> None:
    """Only the check asks for the linter."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    shutil.copytree(FOLDERS / "platshallare", tmp_path, dirs_exist_ok=True)
    assert () == read_workspace(tmp_path, Occasion.parse("T2-2024"))[1]


TWO = "mål: [{id: a, namn: A}, {id: b, namn: B}]\n"


def test_a_plan_that_can_be_changed_gets_a_warning_for_each(tmp_path: Path) -> None:
    """Two goals without anything in a plan that nobody has approved are four warnings."""
    told_of = [(severity, code) for severity, code, _ in plan(tmp_path, TWO)]
    expected = [("varning", "mål-utan-mått"), ("varning", "mål-utan-aktiviteter")]
    assert sorted(expected * 2) == sorted(told_of)


def test_a_decided_plan_gets_one_note_for_each_kind(tmp_path: Path) -> None:
    """The same plan approved is two notes that name both goals."""
    notes = plan(tmp_path, TWO, ", godkänt: 2023-12-12")
    assert [("anmärkning", True)] * 2 == [(s, '"a"' in m and '"b"' in m) for s, _, m in notes]


def test_what_the_plan_tells_of_itself_is_no_warning(tmp_path: Path) -> None:
    """A measure with a deviation listed is a note even where the plan can be changed."""
    measure = MEASURE.format(
        id="m", better="högre är bättre", rest=", avvikelser_i_planen: [Källa saknas]"
    )
    text = f"ekonomiskt_mål: Spara\nstyrmått: [{measure}]\n"
    assert [("anmärkning", "ofullständigt-styrmått")] == [f[:2] for f in plan(tmp_path, text)]


@pytest.mark.parametrize(
    "name, is_told",
    [
        ("Division Nära", False),
        ("division nära", False),
        ("Divisionen Nära", True),
        ("Division Näran", True),
        ("Verksamhetscheferna", False),
        ("Nara", False),
    ],
)
def test_only_what_is_nearly_a_name_is_a_misspelling(
    tmp_path: Path, name: str, *, is_told: bool
) -> None:
    """A name of another kind is let alone, and so are capitals."""
    text = f"internkontroll: [{{id: a, kontrollmoment: A, metod: B, utförare: [{name}]}}]\n"
    codes = [code for _, code, _ in plan(tmp_path, text)]
    assert (["nästan-känt-namn"] if is_told else []) == codes


@pytest.mark.parametrize(
    "text, is_told",
    [
        ("Se [riktlinjen](https://example.org/a) om det.", False),
        ("Publicerat [Publiceringsdatum och ort].", True),
        ("Enligt [Dokument-ID].", True),
        ("Skrivet i Quickpart på nytt.", True),
        ("Se sidan Fel! Bokmärket är inte definierat.", True),
        ("Fel! Det var fel.", False),
        ("Ett [1] och [a].", False),
        ("Andelen är XX procent.", True),
        ("Fas XXI ur ETT mått.", False),
    ],
)
def test_placeholders_are_words_of_templates(tmp_path: Path, text: str, *, is_told: bool) -> None:
    """Links, notes and ordinary brackets are none."""
    root = Path(shutil.copytree(BASE, tmp_path / "region"))
    path = root / "data/texter/T2-2024/sammanfattning.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\nstatus: utkast\nansvarig: Kansliet\n---\n{text}\n", encoding="utf-8")
    problems = read_workspace(root, Occasion.parse("T2-2024"), with_lint=True)[1]
    assert (["platshållare"] if is_told else []) == [problem.code for problem in problems]


def update() -> None:
    """Write the expected texts and the page from what is found now."""
    for folder in folders():
        with tempfile.TemporaryDirectory() as root:
            text = told(found(folder, Path(root)))
        (folder / "expected.txt").write_text(text, encoding="utf-8", newline="\n")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    update()

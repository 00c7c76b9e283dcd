"""The documents: what they say exists, and what exists they say."""

from __future__ import annotations

import importlib
import re
import shlex
from pathlib import Path
from types import ModuleType

import click
import pytest

from rapport import __version__
from rapport.cli.commands import cli
from rapport.report.sections import SECTIONS

ROOT = Path(__file__).parents[1]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "Makefile"]
SHELL_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"`((?:src|tests|scripts|docs|templates|requirements|reports)/[\w./-]+)`")
LINK = re.compile(r"\]\((?!https?://|#)([^)#]+)\)")
SECTION_ROW = re.compile(r"^\| `([a-z-]+)` \|", re.MULTILINE)


def read(name: str) -> str:
    """A document of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def shell_lines() -> list[str]:
    """The shell blocks of README, each without its last line break."""
    return [block.removesuffix("\n") for block in SHELL_BLOCK.findall(read("README.md"))]


def options() -> list[tuple[str, str]]:
    """Every command with each of its options: (build, --period)."""
    return [
        (name, option)
        for name, command in cli.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script that writes the page of commands."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("kommandon")


def test_readme_has_two_shell_blocks_of_one_line() -> None:
    """The first builds, the second tests; machines take them from there."""
    lines = shell_lines()

    assert 2 == len(lines)
    assert [1, 1] == [len(line.splitlines()) for line in lines]
    assert lines[0].endswith(".venv/bin/rapport build --period T2-2024")
    assert "&& .venv/bin/pytest" in lines[1]


def test_readme_has_its_shell_blocks_before_all_other_blocks() -> None:
    """Nobody who copies the first two blocks copies something else."""
    fences = re.findall(r"^```(\w*)$", read("README.md"), re.MULTILINE)
    assert ["sh", "", "sh", ""] == fences[:4]


def test_the_files_that_readmes_commands_read_exist() -> None:
    """The lock files are there and the program is called what it is called."""
    words = [word for line in shell_lines() for word in shlex.split(line)]
    named = [word for word in words if word.startswith("requirements/")]

    assert 2 == len(named)
    assert [] == [name for name in named if not (ROOT / name).is_file()]
    assert 'rapport = "rapport.cli:main"' in read("pyproject.toml")


@pytest.mark.parametrize("name", list(cli.commands))
def test_readme_mentions_every_command(name: str) -> None:
    """A command without a word in README is not found."""
    assert f"`rapport {name}`" in read("README.md")


@pytest.mark.parametrize("name, option", options())
def test_the_page_of_commands_has_every_option(name: str, option: str) -> None:
    """Every option stands under its command."""
    section = read("docs/kommandon.md").split(f"## rapport {name}\n")[1].split("\n## ")[0]
    assert re.search(rf"^  .*{re.escape(option)}\b", section, re.MULTILINE)


def test_the_page_of_commands_is_up_to_date(scripts: ModuleType) -> None:
    """The page is what the commands say of themselves."""
    assert scripts.page() == read("docs/kommandon.md")


def test_every_section_is_described() -> None:
    """The page of sections and the program know the same sections, in the same order."""
    assert list(SECTIONS) == SECTION_ROW.findall(read("docs/avsnitt.md"))


def test_the_change_log_begins_with_this_version() -> None:
    """A version is never without its changes."""
    versions = re.findall(r"^## \[([^]]+)\] – \d{4}-\d\d-\d\d$", read("CHANGELOG.md"), re.MULTILINE)
    assert __version__ == versions[0]
    assert f'version = "{__version__}"' in read("pyproject.toml")


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_every_file_that_a_document_names_exists(name: str) -> None:
    """A recipe leads to a place; patterns with <…> are not matched by the search."""
    named = PATH.findall(read(name))
    assert [] == [path for path in named if not (ROOT / path).exists()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.name))
def test_every_link_leads_to_a_file(document: Path) -> None:
    """Links between the documents are relative and right."""
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [] == [link for link in links if not (document.parent / link).exists()]


@pytest.mark.parametrize(
    "document",
    [*DOCUMENTS, *sorted((ROOT / "requirements").iterdir())],
    ids=lambda path: str(path.name),
)
def test_no_document_names_a_package_host_or_a_machines_path(document: Path) -> None:
    """What is written holds on every machine, wherever its packages come from."""
    text = document.read_text(encoding="utf-8")
    found = re.findall(
        r"\S*pypi\S*|\S*index-url=\S*|(?<![\w.])/(?:home|tmp|work|opt|root)/\S*", text
    )
    assert [] == found


def test_every_picture_of_readme_is_small_and_described() -> None:
    """A picture has words for those who do not see it and loads quickly."""
    pictures = re.findall(r"!\[([^]]*)\]\(([^)]+)\)", read("README.md"))
    assert ["docs/bilder/sammanfattning.png"] == [path for _, path in pictures]
    assert all(len(words) > 80 for words, _ in pictures)
    assert all((ROOT / path).stat().st_size < 250_000 for _, path in pictures)

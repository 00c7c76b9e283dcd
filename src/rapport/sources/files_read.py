"""The files of a workspace as they are read: inside the folder, counted, problems collected."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rapport.domain.problem import Location, Problem, Severity
from rapport.sources.source_text import SourceText, read_source
from rapport.sources.strict_yaml import parse_yaml
from rapport.sources.toml_tree import parse_toml
from rapport.sources.tree import Tree

_IGNORED = ("README", "LICENSE")


@dataclass
class FileReader:
    """Reads the files of one workspace and remembers which, and what was wrong."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    inputs: set[Path] = field(default_factory=set)
    trees: list[Tree] = field(default_factory=list)

    def files(self, folder: str, ending: str) -> tuple[Path, ...]:
        """The files of a folder with an ending, by name; others are remarked on."""
        directory = self.root / folder
        if not directory.is_dir():
            return ()
        found = []
        for path in sorted(directory.iterdir()):
            if path.name.startswith((".", "~$")) or path.is_dir():
                continue
            if path.suffix == ending:
                found.append(path)
            elif path.stem not in _IGNORED:
                self.problems.append(_other_ending(self._name(path), ending))
        return tuple(found)

    def folders(self, folder: str) -> tuple[str, ...]:
        """The names of the folders in a folder."""
        directory = self.root / folder
        if not directory.is_dir():
            return ()
        return tuple(
            sorted(p.name for p in directory.iterdir() if p.is_dir() and not p.name.startswith("."))
        )

    def text(self, path: Path) -> SourceText | None:
        """A file's text. A link that leads out of the workspace is not followed."""
        if not path.resolve().is_relative_to(self.root.resolve()):
            self.problems.append(_outside(self._name(path)))
            return None
        source, problems = read_source(self.root, path)
        self.problems += problems
        self.inputs.add(path.relative_to(self.root))
        return source

    def yaml(self, path: Path) -> Tree | None:
        """A YAML file as a tree."""
        source = self.text(path)
        return self._kept(*parse_yaml(source)) if source else None

    def toml(self, path: Path) -> Tree | None:
        """A TOML file as a tree."""
        if not path.is_file():
            self.problems.append(_no_settings(self._name(path)))
            return None
        source = self.text(path)
        return self._kept(*parse_toml(source)) if source else None

    def _kept(self, tree: Tree | None, problems: tuple[Problem, ...]) -> Tree | None:
        self.problems += problems
        if tree:
            self.trees.append(tree)
        return tree

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def _other_ending(name: str, ending: str) -> Problem:
    return Problem(
        Location(name),
        "fel-filändelse",
        f"Filen läses inte, för här läses bara filer som slutar på {ending}. Byt ändelse om den "
        "ska vara med, annars flytta den.",
        Severity.WARNING,
    )


def _outside(name: str) -> Problem:
    return Problem(
        Location(name),
        "utanför-mappen",
        "Filen är en länk till något utanför regionens mapp och läses därför inte. Lägg själva "
        "filen i mappen.",
    )


def _no_settings(name: str) -> Problem:
    return Problem(
        Location(name),
        "saknad-fil",
        "Filen finns inte. Kör i regionens mapp, eller peka ut den med -C. En ny region börjar "
        "med en egen rapport.toml.",
    )

"""Reads all measured data ("mätdata") of a workspace: every mapping file with its data file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rapport.domain.measurement import Measurements, Observation, SourceInfo
from rapport.domain.plan import Plan
from rapport.domain.problem import Location, Problem, Severity
from rapport.domain.region import Region
from rapport.sources.data_tables import DataSource, read_tables, source_name
from rapport.sources.figures import Key
from rapport.sources.labels import Labels
from rapport.sources.mapping_file import MappingFile
from rapport.sources.measurement_rows import RowJoiner
from rapport.sources.messages import read_model
from rapport.sources.problem_list import ProblemList
from rapport.sources.source_text import read_source
from rapport.sources.strict_yaml import parse_yaml
from rapport.sources.tree import Tree

FOLDER = "data/matvarden"
_DATA_ENDINGS = frozenset({".csv", ".txt", ".tsv", ".parquet", ".xlsx", ".xlsm", ".xls", ".ods"})


@dataclass(frozen=True)
class _Described:
    """A mapping file that was understood, with its tree for places."""

    mapping: MappingFile
    tree: Tree
    data: Path | None
    shown: str


def read_measurements(
    root: Path, region: Region, plans: tuple[Plan, ...]
) -> tuple[Measurements, tuple[Problem, ...]]:
    """Read every mapping file in ``data/matvarden`` and the data file beside it.

    Cells in two files are refused like cells in two rows, so that no figure depends on the
    order of files.
    """
    described, problems = _described(root)
    problems += _without_mapping(root, {found.data for found in described if found.data})
    observations: dict[Key, Observation] = {}
    for found in described:
        collected = ProblemList(found.shown)
        labels = Labels(region, plans, found.mapping.translations)
        for observation in _observations(found, labels, collected):
            key = Key(*observation[:4])
            if key in observations:
                collected.add(_in_two_files(found.shown, key, observations[key]))
            else:
                observations[key] = observation
        problems += collected.closed()
    sources = tuple(_source(found) for found in described)
    return Measurements.collect(observations.values(), sources), tuple(problems)


def measurement_files(root: Path) -> tuple[Path, ...]:
    """The mapping files and the data files that they name, for the manifest."""
    mappings = sorted((root / FOLDER).glob("*.yaml"))
    described, _ = _described(root)
    return tuple(sorted({*mappings, *(found.data for found in described if found.data)}))


def _described(root: Path) -> tuple[list[_Described], list[Problem]]:
    found: list[_Described] = []
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).glob("*.yaml")):
        one, mistakes = _read_mapping(root, path)
        problems += mistakes
        if one is not None:
            found.append(one)
    return found, problems


def _read_mapping(root: Path, path: Path) -> tuple[_Described | None, list[Problem]]:
    source, problems = read_source(root, path)
    if source is None:
        return None, list(problems)
    tree, mistakes = parse_yaml(source)
    if tree is None:
        return None, [*problems, *mistakes]
    mapping, wrong = read_model(MappingFile, tree)
    faults = [*problems, *mistakes, *wrong]
    if mapping is None:
        return None, faults
    data = path.parent / mapping.file if mapping.file else None
    missing = _cannot_open(root, data, tree) if data else None
    if missing:
        return None, [*faults, missing]
    return _Described(mapping, tree, data, source_name(mapping, FOLDER)), faults


def _cannot_open(root: Path, data: Path, tree: Tree) -> Problem | None:
    place = tree.location(("fil",))
    if not data.is_file():
        message = (
            f'Datafilen "{data.name}" finns inte i {FOLDER}. Lägg den där, rätta namnet eller '
            "ta bort beskrivningsfilen."
        )
        return Problem(place, "saknad-datafil", message)
    if not data.resolve().is_relative_to(root.resolve()):
        message = f'Datafilen "{data.name}" är en länk ut ur arbetsmappen. Kopiera dit filen.'
        return Problem(place, "otillåten-sökväg", message)
    return None


def _without_mapping(root: Path, described: set[Path]) -> list[Problem]:
    folder = root / FOLDER
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    message = (
        "Filen läses inte, för ingen beskrivningsfil (.yaml) nämner den. Beskriv den, eller "
        "flytta den till en annan mapp."
    )
    return [
        Problem(
            Location(path.relative_to(root).as_posix()),
            "saknad-beskrivning",
            message,
            Severity.WARNING,
        )
        for path in files
        if path.suffix.lower() in _DATA_ENDINGS
        and path not in described
        and not _is_named(folder, path)
    ]


def _is_named(folder: Path, data: Path) -> bool:
    """Whether a mapping file that has mistakes of its own still seems to name the file."""
    return any(
        data.name in mapping.read_text("utf-8", errors="replace")
        for mapping in folder.glob("*.yaml")
    )


def _observations(found: _Described, labels: Labels, problems: ProblemList) -> list[Observation]:
    mapping = found.mapping
    joiner = RowJoiner(labels, problems, adds_up=mapping.adds_up)

    def knows_indicator(text: str) -> bool:
        return isinstance(labels.indicator(text), str)

    source = DataSource(mapping, found.data, found.shown, knows_indicator)
    for number, (table, constants) in enumerate(read_tables(source, problems)):
        if table.frame.empty and not problems.noted:
            message = "Källan har rubriker men inga rader om planernas styrmått. Gör om uttaget."
            problems.add(Problem(Location(found.shown), "tom-datafil", message))
        joiner.take(table, constants, partial(_constant_place, found, number))
    return joiner.observations(is_example=mapping.is_example)


def _constant_place(found: _Described, block: int, name: str) -> Location:
    """Where the mapping file states a constant, a dimension or (for "") the layout."""
    tree = found.tree
    paths: tuple[tuple[int | str, ...], ...] = (
        ("block", block, "fasta", name),
        ("fasta", name),
        ("dimensioner", name),
        ("block", block, "radrubriker", name),
        ("radrubriker", name),
    )
    path = next((path for path in paths if tree.node(path) is not None), None)
    if path is None:
        path = next(p for p in (("kolumner",), ("block",), ("fil",)) if tree.node(p) is not None)
        return tree.key_location(path)
    return tree.location(path)


def _in_two_files(shown: str, key: Key, other: Observation) -> Problem:
    message = (
        f"Samma cell finns också i {other.source}: {key.indicator}, {key.period}, "
        f"{key.organisation}, {key.breakdown}. Ta bort den ur en av filerna."
    )
    return Problem(Location(shown), "dubbel-cell", message)


def _source(found: _Described) -> SourceInfo:
    mapping = found.mapping
    return SourceInfo(found.shown, mapping.name, mapping.extracted, mapping.is_example)

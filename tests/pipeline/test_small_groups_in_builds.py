"""Small groups in what is built: no hidden figure is printed, drawn, spoken or exported."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import pytest

from pipeline.report_passages import Passage, page_passages, word_passages
from rapport.domain.breakdown import Breakdown
from rapport.domain.outcome import Outcome
from rapport.domain.period import Occasion
from rapport.domain.plan import Indicator, Plan
from rapport.domain.quantity import State
from rapport.fulfilment.evaluation import Evaluation
from rapport.pipeline.building import build
from rapport.pipeline.orders import Order
from rapport.pipeline.preparation import evaluate
from rapport.pipeline.reading import load
from rapport.render.word_xml import bookmark_name
from rapport.report.measure_anchor import measure_anchor
from rapport.swedish.numbers import MINUS, NO_BREAK_SPACE, SUPPRESSED, number
from regions import PERIOD, REPO

REGION = "norrbotten"
UNITS = ("kiruna-sjukhus", "kalix-sjukhus")
REPORT = "aterrapportering"
FIGURES = ("utfall", "taljare", "namnare", "avvikelse", "prognos")
OCCASION = Occasion.parse(PERIOD)
WORDS = ("Små grupper skyddas", "på grund av sekretess")
MORE_DECIMALS = 2


@dataclass(frozen=True)
class Known:
    """A figure as it is, whether the reports show it or hide it."""

    plan: Plan
    indicator: Indicator
    organisation: str
    breakdown: Breakdown
    truth: Outcome

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Its row in the result files."""
        return self.plan.id, self.indicator.id, self.organisation, str(self.breakdown)

    @property
    def values(self) -> set[str]:
        """Its value as reports print it, with the measure's decimals or more."""
        value, decimals = self.truth.value, self.indicator.decimals
        assert value is not None
        return {_printed(value, decimals + more) for more in range(MORE_DECIMALS + 1)}

    @property
    def counts(self) -> set[str]:
        """Its numerator and denominator as reports print them."""
        counts = (self.truth.numerator, self.truth.denominator)
        return {_printed(count) for count in counts if count is not None}

    def given_in(self, passage: Passage) -> set[str]:
        """What a passage gives away; the number before a measure's name is no figure.

        Two plans may have a measure of the same name with numbers of their own.
        """
        if not self.told_of(passage):
            return set()
        name = re.escape(self.indicator.short_name)
        text = re.sub(rf"^{re.escape(self.indicator.number)} (?:\| )?", "", passage.text)
        text = re.sub(rf"\b\d+ (?:\| )?(?={name})", "", text)
        return (self.values | self.counts) & replace(passage, text=text).numbers

    def told_of(self, passage: Passage) -> bool:
        """Whether a passage stands on the measure's page, or names the measure elsewhere."""
        anchor = measure_anchor(self.plan, self.indicator)
        named = self.indicator.short_name in passage.text
        return passage.anchor in {anchor, bookmark_name(anchor)} or named


def _printed(figure: Decimal, decimals: int = 0) -> str:
    return number(figure, decimals).replace(NO_BREAK_SPACE, " ").lstrip(MINUS)


@dataclass(frozen=True)
class Protected:
    """The example region with a high limit, its reports, and the same figures unprotected."""

    folder: Path
    shown: Evaluation
    unprotected: Evaluation

    def figures(self, state: State) -> list[Known]:
        """The units' figures of the occasion that are shown, or hidden, as they are."""
        return [
            Known(plan, own.indicator, own.organisation, own.breakdown, true.outcome)
            for plan in self.shown.plans
            if plan.covers(OCCASION.year)
            for indicator in plan.indicators
            for unit in UNITS
            for own, true in zip(
                self.shown.assess(plan, indicator, unit),
                self.unprotected.assess(plan, indicator, unit),
                strict=True,
            )
            if own.state is state
        ]

    @cached_property
    def hidden(self) -> list[Known]:
        """The hidden figures, as they are."""
        return self.figures(State.SUPPRESSED)

    def passages(self, unit: str, kind: str) -> list[Passage]:
        """What a unit's report says."""
        content = (self.folder / unit / f"{REPORT}.{kind}").read_bytes()
        return list(page_passages(content) if kind == "html" else word_passages(content))

    def rows(self, folder: str) -> list[dict[str, str]]:
        """The rows of a result file."""
        content = (self.folder / folder / "resultat.csv").read_text(encoding="utf-8")
        return list(csv.DictReader(io.StringIO(content)))


@pytest.fixture(scope="module")
def protected(tmp_path_factory: pytest.TempPathFactory) -> Protected:
    """The region and two small hospitals, built with fewer than forty persons protected."""
    root = tmp_path_factory.mktemp("skyddad") / "region"
    for folder in ("data", "reports"):
        shutil.copytree(REPO / folder, root / folder)
    settings = (REPO / "rapport.toml").read_text(encoding="utf-8")
    raised = settings.replace('"gräns" = 5\n', '"gräns" = 40\n')
    assert raised != settings
    (root / "rapport.toml").write_text(raised, encoding="utf-8")
    order = Order(root, OCCASION, (REPORT,), (REGION, *UNITS), ("html", "docx"))
    built = build(order, lambda _step, _done, _total: None)
    workspace, _ = load(root, OCCASION)
    open_region = replace(workspace.region, threshold=1)
    return Protected(
        built.folder,
        evaluate(workspace, OCCASION),
        evaluate(replace(workspace, region=open_region), OCCASION),
    )


def test_the_small_hospitals_have_hidden_figures_that_are_known_here(protected: Protected) -> None:
    """Otherwise the tests below would look for nothing."""
    assert set(UNITS) == {one.organisation for one in protected.hidden}
    assert {State.MEASURED} == {one.truth.state for one in protected.hidden}
    assert len({one.indicator.id for one in protected.hidden}) > 2


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_no_hidden_figure_stands_where_its_measure_is_told_of(
    kind: str, protected: Protected
) -> None:
    """Neither in texts, tables, charts nor alt texts of the unit's report."""
    found = [
        (*one.key, sorted(given), passage.text)
        for unit in UNITS
        for passage in protected.passages(unit, kind)
        for one in protected.hidden
        if one.organisation == unit and (given := one.given_in(passage))
    ]
    assert [] == found


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_a_figure_that_is_shown_is_found_in_the_same_way(kind: str, protected: Protected) -> None:
    """The search finds what there is to find: every shown figure of the same units."""
    for unit in UNITS:
        passages = protected.passages(unit, kind)
        for one in protected.figures(State.MEASURED):
            if one.organisation == unit:
                found = set().union(*(one.given_in(passage) for passage in passages))
                assert found & one.values, one.key


@pytest.mark.parametrize("kind", ["html", "docx"])
def test_every_hidden_figure_is_told_to_be_hidden(kind: str, protected: Protected) -> None:
    """The sign or the words for it stand where the figure would have been."""
    for unit in UNITS:
        passages = protected.passages(unit, kind)
        for one in protected.hidden:
            if one.organisation == unit:
                told = [passage.text for passage in passages if one.told_of(passage)]
                signs = (SUPPRESSED, *WORDS)
                assert any(sign in text for sign in signs for text in told), one.key


def test_the_result_files_say_that_they_are_hidden_and_nothing_more(protected: Protected) -> None:
    """Both in the unit's own files and in the region's, which hold all units."""
    expected = {one.key: ("sekretess", {""}) for one in protected.hidden}
    for folders in ((".",), UNITS):
        rows = [row for folder in folders for row in protected.rows(folder)]
        hidden = {
            key: (row["tillstand"], {row[name] for name in FIGURES})
            for row in rows
            if (key := (row["plan"], row["indikator"], row["organisation"], row["uppdelning"]))
            in expected
        }
        assert expected == hidden


def test_no_cell_of_a_hidden_row_holds_the_figure(protected: Protected) -> None:
    """Not as a number, and not in the explanation; baseline and target are the plan's own."""
    texts = ("forklaring", "kalla", "prognos_metod", "beslut_skal")
    for folder in (".", *UNITS):
        content = (protected.folder / folder / "resultat.json").read_bytes()
        rows = {
            (row["plan"], row["indikator"], row["organisation"], row["uppdelning"]): row
            for row in json.loads(content)
        }
        for one in protected.hidden:
            if folder not in {".", one.organisation}:
                continue
            row = rows[one.key]
            assert [None] * len(FIGURES) == [row[name] for name in FIGURES]
            said = Passage("", " | ".join(str(row[name]) for name in texts))
            assert set() == (one.values | one.counts) & said.numbers, one.key

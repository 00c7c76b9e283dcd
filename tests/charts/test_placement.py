"""Labels are moved apart, and no further than needed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rapport.charts.placement import Box, first_free, path_boxes, spread

LABELS = st.lists(st.tuples(st.floats(-50, 250), st.floats(5, 30)), min_size=1, max_size=6)


def test_labels_that_do_not_touch_stay_where_they_are() -> None:
    """Labels with room between them keep their wanted places."""
    assert spread([10, 60, 40], [8, 8, 8], 0, 100) == (10, 60, 40)


def test_two_labels_at_one_place_share_the_distance() -> None:
    """Two labels for the same value move equally far, the first one upwards."""
    assert spread([50, 50], [10, 14], 0, 100) == (44, 56)


def test_a_label_at_the_edge_pushes_its_neighbour_inwards() -> None:
    """A pair near the low end stays inside it."""
    assert spread([0, 2], [10, 10], 0, 100) == (5, 15)


def test_no_labels() -> None:
    """Nothing to place gives no places."""
    assert spread([], [], 0, 100) == ()


@given(LABELS)
def test_spread_labels_never_overlap(labels: list[tuple[float, float]]) -> None:
    """Whatever is wanted, no two labels share any height."""
    sizes = [size for _, size in labels]
    centres = spread([at for at, _ in labels], sizes, 0, 200)
    ordered = sorted(zip(centres, sizes, strict=True))
    gaps = [after - before - (s1 + s2) / 2 for (before, s1), (after, s2) in pairwise(ordered)]
    assert [gap for gap in gaps if gap < -1e-6] == []


@given(LABELS)
def test_spread_labels_stay_inside_when_there_is_room(labels: list[tuple[float, float]]) -> None:
    """At most 180 px of labels fit on 200 px, so none may stick out."""
    sizes = [size for _, size in labels]
    centres = spread([at for at, _ in labels], sizes, 0, 200)
    outside = [
        centre
        for centre, size in zip(centres, sizes, strict=True)
        if centre - size / 2 < -1e-6 or centre + size / 2 > 200 + 1e-6
    ]
    assert outside == []


@given(LABELS)
def test_spread_keeps_the_order(labels: list[tuple[float, float]]) -> None:
    """A higher value never gets a lower label."""
    wanted = [at for at, _ in labels]
    centres = spread(wanted, [size for _, size in labels], 0, 200)
    by_wish = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    assert by_wish == sorted(range(len(wanted)), key=lambda i: (centres[i], wanted[i], i))


def test_the_first_free_place_is_taken() -> None:
    """A place that covers another label is passed over for the next."""
    taken, free = Box(0, 0, 10, 10), Box(20, 0, 30, 10)
    assert first_free([taken, free], [Box(5, 5, 6, 6)], Box(0, 0, 100, 100)) == free


def test_no_place_is_free() -> None:
    """When every place is taken or outside, the label is left out."""
    places = [Box(0, 0, 10, 10), Box(95, 0, 105, 10)]
    assert first_free(places, [Box(5, 5, 6, 6)], Box(0, 0, 100, 100)) is None


def test_a_line_takes_the_room_it_is_drawn_on() -> None:
    """A label in the middle of a sloping line covers it; one beside it does not."""
    line = path_boxes([(0, 0), (100, 100)], 4)
    middle, beside = Box(48, 48, 52, 52), Box(70, 10, 90, 20)
    assert [any(part.overlaps(box) for part in line) for box in (middle, beside)] == [True, False]

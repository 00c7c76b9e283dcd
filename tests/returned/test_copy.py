"""What is known of a copy beside its texts: changes listed, heads and feet, places and days."""

from __future__ import annotations

from rapport.returned.tracked import ChangeKind, Tracking
from returned.review_cases import COMMENT_PARTS, commented, moved_with_tracking
from returned.small_draft import (
    EKONOMI,
    TEXTS,
    draft_parts,
    markdown,
    returned,
    text,
)
from returned.test_edits import with_parts
from returned.word_edits import mark_of_end, tracked_delete, tracked_insert, typed


def test_tracked_changes_that_are_only_listed_leave_every_text_as_it_was() -> None:
    """Insertions, deletions, moves and paragraph ends are told, and not one is read."""
    copy = returned(
        tracked_insert("Resorna", " Mycket."),
        tracked_delete("flera"),
        mark_of_end("Första punkten", "del"),
        moved_with_tracking,
        tracking=Tracking.LISTED,
    )

    assert TEXTS == {key: markdown(copy, key) for key in TEXTS}
    assert set(ChangeKind) == {change.kind for change in copy.changes}


def test_words_typed_without_tracking_are_read_also_when_changes_are_listed() -> None:
    """Only what is tracked is set aside."""
    edits = (typed("Resorna", "Färderna"), tracked_insert("kostar", " Mycket."))
    copy = returned(*edits, tracking=Tracking.LISTED)

    assert "Färderna kostar mindre.\n" == markdown(copy, EKONOMI)


def test_a_changed_head_is_listed_and_page_numbers_are_not() -> None:
    """Heads and feet are not read back; what fields compute is nobody's edit."""
    heads = {name: part for name, part in draft_parts().items() if b"Prov T2" in part}
    changed = {name: part.replace(b"Prov T2", b"Egen rubrik") for name, part in heads.items()}
    copy = returned(parts={name: part for name, part in changed.items() if "header" in name})
    (edit,) = copy.outside

    assert "Sidhuvud och sidfot" == edit.heading
    assert ("Prov T2" in edit.before, "Egen rubrik" in edit.after) == (True, True)


def test_the_day_is_the_one_the_file_was_saved() -> None:
    """Taken from the file's own properties; a file without them has none."""
    core = draft_parts()["docProps/core.xml"]
    later = core.replace(b"2024-09-05T", b"2024-09-21T")

    assert "2024-09-05" == returned().modified
    assert "2024-09-21" == returned(parts={"docProps/core.xml": later}).modified
    assert "" == returned(parts={"docProps/core.xml": b"<a/>"}).modified


def test_a_remark_knows_its_page_and_what_it_answers() -> None:
    """The page is the one in the draft, the answer stands under what it answers."""
    copy = returned(commented, parts=with_parts(COMMENT_PARTS))
    first, second = copy.remarks

    assert ("Ekonomi", 4, "", "1") == (first.heading, first.page, first.answers, second.answers)


def test_a_text_knows_where_it_stands() -> None:
    """Heading and page in the draft, for messages about it."""
    found = text(returned(), EKONOMI)
    assert ("Ekonomi", 4) == (found.heading, found.page)

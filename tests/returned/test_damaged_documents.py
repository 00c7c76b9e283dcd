"""Files that no one has planned for: whatever is done to the XML, nothing crashes or is lost."""

from __future__ import annotations

import random
import re
from copy import deepcopy

import pytest
from lxml import etree

from rapport.returned.content import plain
from rapport.returned.tracked import Tracking
from returned.small_draft import TEXTS, W, draft_parts, markdown, returned, told
from returned.test_edits import sent, words_of

_RUNS = 40


def disturb(root: etree._Element, chance: random.Random) -> None:
    """A few changes anywhere: elements copied, taken away, tracked, and words typed."""
    for number in range(chance.randint(1, 6)):
        nodes = [each for each in root.iter(f"{W}*") if each.getparent() is not None]
        node = chance.choice([each for each in nodes if each.tag != f"{W}body"])
        match chance.choice(("copy", "remove", "type", "insert", "delete", "end")):
            case "copy":
                node.addnext(deepcopy(node))
            case "remove" if not list(node.iter(f"{W}t")):
                remove(node)
            case "type":
                words = chance.choice(list(root.iter(f"{W}t")))
                words.text = f"{words.text} nyord{number} "
            case "insert" | "delete" as kind if node.tag == f"{W}r":
                mark = etree.Element(f"{W}{kind[:3]}")
                node.addprevious(mark)
                mark.append(node)
            case "end" if node.tag == f"{W}pPr":
                etree.SubElement(etree.SubElement(node, f"{W}rPr"), f"{W}del")
            case _:
                pass


def remove(node: etree._Element) -> None:
    """An element taken out of its parent."""
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


@pytest.mark.parametrize("seed", range(_RUNS))
def test_whatever_stands_in_the_file_is_read_and_no_word_is_lost(seed: int) -> None:
    """Every word is in a text, in the draft or in a message, with changes accepted or listed."""
    chance = random.Random(seed)  # noqa: S311 - the same damage every time, no secret
    root = etree.fromstring(draft_parts()["word/document.xml"])
    disturb(root, chance)
    tracking = chance.choice(list(Tracking))
    copy = returned(parts={"word/document.xml": etree.tostring(root)}, tracking=tracking)
    kept = words_of(" ".join([*(markdown(copy, key) for key in TEXTS), told(copy), sent()]))
    written = words_of(" ".join(plain(each.text or "") for each in root.iter(f"{W}t")))

    assert set() == {word for word in written if re.fullmatch(r"nyord\d", word)} - kept

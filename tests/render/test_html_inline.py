"""Lines of inline content in HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.charts.style import read_style
from rapport.domain.problem import RenderFailed
from rapport.render.inline_markup import InlineSetter, Media
from rapport.render.templates_folder import templates_folder
from rapport.report.inline import Footnote, Link, NumberRef, PageRef, Sign, SignMark, Text, line

STYLE = read_style(templates_folder(Path("no-workspace")))


def setter(media: Media) -> InlineSetter:
    """A setter for a document with one anchor."""
    return InlineSetter(media, STYLE, {"s-metod": "Så har vi bedömt"})


@pytest.mark.parametrize(
    "text, expected",
    [
        (Text("89,2"), "89,2"),
        (Text("A & B <C>"), "A &amp; B &lt;C&gt;"),
        (Text("mål", strong=True), "<strong>mål</strong>"),
        (Text("plan", emphasis=True), "<em>plan</em>"),
        (Text("saknas", muted=True), '<span class="muted">saknas</span>'),
        (Text("ekonomi.md", exact=True), '<span class="exact">ekonomi.md</span>'),
        (Text("x", strong=True, emphasis=True), "<em><strong>x</strong></em>"),
    ],
)
def test_a_run_of_text_keeps_its_words_and_look(text: Text, expected: str) -> None:
    """Text is escaped, and each look has its element."""
    assert str(setter("print").line(line(text))) == expected


def test_a_sign_beside_its_word_is_decoration_in_print() -> None:
    """No alternative text is read twice, and sign and word stay on one line."""
    content = line(SignMark(Sign.PARTLY), "delvis")
    assert str(setter("print").line(content)) == (
        '<span class="together"><span class="sign sign-delvis"></span>delvis</span>'
    )


def test_a_sign_beside_its_word_is_hidden_from_screen_readers() -> None:
    """On the screen decoration has aria-hidden."""
    markup = str(setter("screen").line(line(SignMark(Sign.PARTLY), "delvis")))
    assert 'aria-hidden="true"' in markup
    assert "aria-label" not in markup


def test_a_sign_alone_carries_its_words() -> None:
    """Where no word stands beside it, the sign is a picture with a text."""
    content = line(SignMark(Sign.NOT_MET, "ej uppfyllt"))
    assert 'role="img" aria-label="ej uppfyllt"' in str(setter("screen").line(content))
    assert '<img class="sign" alt="ej uppfyllt"' in str(setter("print").line(content))


def test_a_long_text_after_a_sign_may_break_after_its_first_word() -> None:
    """Only the first word is tied to the sign."""
    words = "Väntan på utskrivning är längre än målet"
    markup = str(setter("print").line(line(SignMark(Sign.NOT_MET), words)))
    assert markup.endswith("Väntan</span> på utskrivning är längre än målet")


def test_a_link_goes_to_its_address() -> None:
    """Address and words are escaped."""
    markup = setter("screen").line(line(Link("webb & plan", "https://example.org/?a=1&b=2")))
    assert str(markup) == (
        '<a class="external" href="https://example.org/?a=1&amp;b=2">webb &amp; plan</a>'
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"]
)
def test_a_link_with_another_scheme_is_only_text(address: str) -> None:
    """Only web and mail addresses become links."""
    assert str(setter("screen").line(line(Link("klicka", address)))) == "klicka"


def test_a_page_reference_is_filled_in_by_the_layout_in_print() -> None:
    """In print the number comes from where the anchor lands; read aloud it is the place's name."""
    markup = str(setter("print").line(line(PageRef("s-metod"))))
    assert markup == '<a class="page-ref" href="#s-metod" aria-label="Så har vi bedömt"></a>'


def test_a_page_reference_names_the_place_on_the_screen() -> None:
    """A web page has no page numbers, so the title of the place is the link."""
    markup = str(setter("screen").line(line(PageRef("s-metod"))))
    assert markup == '<a class="page-ref" href="#s-metod">Så har vi bedömt</a>'


def test_in_a_narrow_column_the_web_shows_a_word_and_says_the_title() -> None:
    """Who sees reads "visa"; who listens hears what."""
    markup = str(setter("screen").line((PageRef("s-metod", narrow=True),)))
    assert markup == (
        '<a class="page-ref" href="#s-metod">visa<span class="about"> Så har vi bedömt</span></a>'
    )


@pytest.mark.parametrize("media", ["print", "screen"])
def test_a_number_reference_is_a_link_with_the_tables_number(media: Media) -> None:
    """The same words on paper and on the screen: label and number."""
    setter = InlineSetter(media, STYLE, {"t-kostnad": "Tabell 3"})
    expected = '<a class="number-ref" href="#t-kostnad">Tabell 3</a>'
    assert expected == str(setter.line(line(NumberRef("t-kostnad"))))


def test_a_reference_to_nowhere_is_refused() -> None:
    """A page reference without a target is told in Swedish, not printed as zero."""
    with pytest.raises(RenderFailed, match='"s-borta", som inte finns i dokumentet'):
        setter("print").line(line(PageRef("s-borta")))


def test_footnotes_are_numbered_in_reading_order_on_the_screen() -> None:
    """Two notes get the numbers 1 and 2 and are collected for the end of the page."""
    screen = setter("screen")
    markup = str(screen.line(line("a", Footnote("Första & bästa"), "b", Footnote("Andra"))))
    assert 'id="notref-1" href="#not-1"' in markup
    assert 'id="notref-2" href="#not-2"' in markup
    assert [str(note) for note in screen.notes] == ["Första &amp; bästa", "Andra"]


def test_a_footnote_stands_where_it_is_called_in_print() -> None:
    """The layout engine moves it to the foot of the page."""
    printed = setter("print")
    assert str(printed.line(line(Footnote("Not")))) == '<span class="footnote">Not</span>'
    assert [] == printed.notes

"""The review page in real Chromium: writing, saving, two at once, and finding one's way."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, expect

from web.browsing import KEY, editor, save, saved, write
from web.running import Restored, Review

BOUND = '{{ utfall("aterinskrivning", kön="K") }}'


def test_a_text_is_written_previewed_and_saved(page: Page, review: Review, files: Restored) -> None:
    """The number is filled in while one writes, and the file has what was written."""
    file = files.text(KEY)
    editor(page, review)
    write(page, f"Bland kvinnor är utfallet {BOUND}.")
    expect(page.locator("#visning")).to_have_text(re.compile(r"utfallet \d+,\d\s%\."))
    expect(page.locator("#laget")).to_have_text("Inte sparat.")
    page.get_by_label("klar", exact=True).check()
    page.get_by_label("Kontor eller funktion").fill("Division Norr")
    save(page)
    saved(page)
    written = file.read_text(encoding="utf-8")
    assert written.endswith(f"Bland kvinnor är utfallet {BOUND}.\n")
    assert {"status: klar", "ändrad_av: Division Norr"} <= set(written.splitlines())
    expect(page.locator(".meta .mark")).to_have_text("klar")


def test_a_problem_leads_to_its_line(page: Page, review: Review) -> None:
    """What is wrong is listed while one writes; its button marks the line."""
    editor(page, review)
    write(page, 'Rätt.\n\nFel {{ utfall("finns-inte") }}.')
    page.get_by_role("button", name="Rad 3").click()
    marked = page.evaluate(
        "(() => { const t = document.activeElement;"
        " return t.value.slice(t.selectionStart, t.selectionEnd); })()"
    )
    assert 'Fel {{ utfall("finns-inte") }}.' == marked


def test_a_figure_is_put_in_where_one_writes(page: Page, review: Review) -> None:
    """From the list of figures to fetch."""
    editor(page, review)
    write(page, "")
    page.get_by_text("Siffror att hämta").click()
    page.get_by_role("button", name="Sätt in").first.click()
    expect(page.get_by_label("Texten i Markdown")).to_have_value(re.compile(r"^\{\{ \w+\("))


def test_what_was_not_saved_survives_a_reload(page: Page, review: Review, files: Restored) -> None:
    """It lies in the browser and is offered, and after saving it is offered no more."""
    files.text(KEY)
    editor(page, review)
    write(page, "Skrivet men inte sparat.")
    page.reload()
    expect(page.get_by_text("sparades aldrig")).to_be_visible()
    page.get_by_role("button", name="Visa den osparade").click()
    expect(page.get_by_label("Texten i Markdown")).to_have_value("Skrivet men inte sparat.")
    save(page)
    saved(page)
    page.reload()
    expect(page.get_by_label("Texten i Markdown")).to_have_value("Skrivet men inte sparat.")
    expect(page.get_by_text("sparades aldrig")).to_be_hidden()


def test_a_stale_save_in_another_tab_shows_both(
    page: Page, context: BrowserContext, review: Review, files: Restored
) -> None:
    """Two tabs begin on the same text; the second sees both versions and decides."""
    file = files.text(KEY)
    other = editor(context.new_page(), review)
    editor(page, review)
    write(page, "Min version.")
    write(other, "Den andras version.")
    save(other)
    saved(other)
    expect(page.locator("#laget")).to_have_text(re.compile("ändrats på disken medan du skrev"))
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Texten har ändrats av någon annan")
    assert file.read_text(encoding="utf-8").endswith("Den andras version.\n")
    expect(page.locator("table.versions")).to_contain_text("Min version.")
    expect(page.locator("table.versions")).to_contain_text("Den andras version.")

    page.get_by_label("Den version som ska gälla").fill("Bådas version.")
    page.get_by_role("button", name="Spara den här versionen").click()
    expect(page.get_by_label("Texten i Markdown")).to_have_value("Bådas version.")
    assert file.read_text(encoding="utf-8").endswith("Bådas version.\n")
    expect(other.get_by_label("Texten i Markdown")).to_have_value("Bådas version.")


def test_a_change_on_disk_comes_into_an_editor_where_nobody_writes(
    page: Page, review: Review, files: Restored
) -> None:
    """The new words and their preview, without a reload."""
    file = files.text(KEY)
    editor(page, review)
    file.write_text(file.read_text(encoding="utf-8") + "\nSkrivet i en annan editor.\n", "utf-8")
    expect(page.get_by_label("Texten i Markdown")).to_have_value(re.compile("annan editor"))
    expect(page.locator("#visning")).to_contain_text("Skrivet i en annan editor.")


def test_a_change_on_disk_never_takes_what_someone_is_writing(
    page: Page, review: Review, files: Restored
) -> None:
    """The writer is told, and keeps every letter."""
    file = files.text(KEY)
    editor(page, review)
    write(page, "Mitt i en mening")
    file.write_text(file.read_text(encoding="utf-8") + "\nFrån disken.\n", "utf-8")
    expect(page.locator("#laget")).to_have_text(re.compile("ändrats på disken medan du skrev"))
    expect(page.get_by_label("Texten i Markdown")).to_have_value("Mitt i en mening")


def test_a_changed_text_comes_into_the_report(page: Page, review: Review, files: Restored) -> None:
    """The report that is open is set again, and the reader stays where they were."""
    file = files.text("faktor.sammanhallen-vard")
    with page.expect_request(re.compile("handelser=")):
        page.goto(f"{review.origin}/rapport/verksamhetsrapport")
    frame = page.frame_locator("#rapporten")
    place = frame.locator('[data-text="faktor.sammanhallen-vard"]')
    place.scroll_into_view_if_needed()
    before = page.evaluate("document.getElementById('rapporten').contentWindow.scrollY")
    file.write_text(file.read_text(encoding="utf-8") + "\nHelt nytt stycke.\n", "utf-8")
    expect(place).to_contain_text("Helt nytt stycke.")
    after = page.evaluate("document.getElementById('rapporten').contentWindow.scrollY")
    assert abs(after - before) < 5
    assert before > 100


def test_only_what_depends_on_a_change_is_renewed(
    page: Page, context: BrowserContext, review: Review, files: Restored
) -> None:
    """A page that shows nothing of a changed text is left alone."""
    file = files.text(KEY)
    asked: list[str] = []
    other = context.new_page()
    with other.expect_request(re.compile("handelser=")):
        other.goto(f"{review.origin}/matt/lakemedel-2024/kostnad")
    other.on("request", lambda request: asked.append(request.url))
    editor(page, review)
    file.write_text(file.read_text(encoding="utf-8") + "\nTill.\n", "utf-8")
    expect(page.get_by_label("Texten i Markdown")).to_have_value(re.compile("Till"))
    assert [] == [url for url in asked if "handelser=" not in url]


def test_everything_can_be_done_with_the_keyboard(
    page: Page, review: Review, files: Restored
) -> None:
    """From the overview to a saved text: skip link, links, editor, state, Ctrl+S, and out again."""
    file = files.text(KEY)
    page.goto(f"{review.origin}/texter")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Gå till innehållet")).to_be_focused()
    page.keyboard.press("Enter")
    link = page.locator(f'a[href="/text/{KEY}"]')
    for _ in range(40):
        page.keyboard.press("Tab")
        if link.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/text/{KEY}")
    area = page.get_by_label("Texten i Markdown")
    for _ in range(20):
        page.keyboard.press("Tab")
        if area.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("Control+A")
    page.keyboard.type("Skrivet med tangenter.")
    page.keyboard.press("Control+S")
    saved(page)
    assert file.read_text(encoding="utf-8").endswith("Skrivet med tangenter.\n")
    page.keyboard.press("Tab")
    assert "markdown" != page.evaluate("document.activeElement.id")


def test_contents_lead_to_the_place_in_text_and_pages(page: Page, review: Review) -> None:
    """One click moves both; the pages are those of the printed draft."""
    page.goto(f"{review.origin}/rapport/verksamhetsrapport")
    expect(page.locator(".sheet").first).to_be_visible(timeout=40_000)
    last = page.locator("a.to-page").last
    number = last.inner_text()
    last.click()
    expect(page.locator(f"#sida-{number} img")).to_be_in_viewport()
    assert page.evaluate("document.getElementById('rapporten').contentWindow.scrollY") > 1000
    assert page.locator(".sheet").count() > 5
    printed = page.request.get(f"{review.origin}/rapport/verksamhetsrapport/utkast.pdf")
    assert (200, "application/pdf") == (printed.status, printed.headers["content-type"])
    assert printed.body().startswith(b"%PDF-")

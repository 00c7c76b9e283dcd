"""The review page in real Chromium: writing, saving, two at once, and what happens around it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from web.running import Restored, Review, running

KEY = "analys.aterinskrivning"
BOUND = '{{ utfall("aterinskrivning", kön="K") }}'


def editor(page: Page, review: Review, key: str = KEY) -> Page:
    """The editor of a text, listening for changes."""
    with page.expect_request(re.compile("handelser=")):
        page.goto(f"{review.origin}/text/{key}")
    return page


def write(page: Page, text: str) -> None:
    """Write in the editor as one who types."""
    page.get_by_label("Texten i Markdown").fill(text)


def save(page: Page) -> None:
    """Press the button."""
    page.get_by_role("button", name="Spara", exact=True).click()


def saved(page: Page) -> None:
    """The page says that it has been saved."""
    expect(page.locator("#laget")).to_have_text(re.compile(r"^Sparat \d\d:\d\d\.$"))


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


def test_a_lost_connection_is_told_and_loses_nothing(mini_region: Path, browser: Browser) -> None:
    """The text stays in the browser; when the program is back it is offered and can be saved."""
    context = browser.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    with running(mini_region) as first:
        page.goto(first.address)
        editor(page, first)
        port = first.port
    expect(page.locator("#forbindelse")).to_have_text(re.compile("är bruten"))
    write(page, "Skrivet utan förbindelse.")
    save(page)
    expect(page.locator("#laget")).to_have_text(re.compile("Programmet svarar inte"))
    expect(page.get_by_label("Texten i Markdown")).to_have_value("Skrivet utan förbindelse.")

    with running(mini_region, "--port", str(port)) as again:
        save(page)
        expect(page.locator("#laget")).to_have_text(re.compile("har startats om"))
        page.goto(again.address)
        page.goto(f"{again.origin}/text/{KEY}")
        page.get_by_role("button", name="Visa den osparade").click()
        save(page)
        saved(page)
        assert "Skrivet utan förbindelse." in again.file(KEY).read_text(encoding="utf-8")
    context.close()


def test_a_network_that_drops_one_save_can_be_asked_again(
    page: Page, review: Review, files: Restored
) -> None:
    """The same button sends it when the network is back."""
    file = files.text(KEY)
    editor(page, review)
    write(page, "Andra försöket.")

    def drop(route: Route) -> None:
        route.abort()

    page.route(f"**/text/{KEY}", drop)
    save(page)
    expect(page.locator("#laget")).to_have_text(re.compile("Programmet svarar inte"))
    page.unroute(f"**/text/{KEY}", drop)
    save(page)
    saved(page)
    assert file.read_text(encoding="utf-8").endswith("Andra försöket.\n")


HOSTILE = """<!doctype html><title>Ond</title>
<form id="f" method="post" action="{origin}/text/{key}" target="mal">
<input name="text" value="ond"><input name="status" value="utkast"><input name="kontor" value="x">
<input name="grund" value="{base}"><input name="nyckel" value="{token}"></form>
<iframe name="mal" src="about:blank"></iframe><iframe id="ram" src="{origin}/"></iframe>
<img src="{origin}/rapport/verksamhetsrapport/sida/1.png">
<script>
window.said = [];
const tell = (name) => (answer) => window.said.push(name + " " + (answer.type || answer));
const refused = () => window.said.push("nej");
const body = new URLSearchParams(new FormData(document.getElementById("f")));
const post = {{ method: "POST", body, credentials: "include" }};
Promise.allSettled([
  fetch("{origin}/text/{key}", post).then(tell("cors"), refused),
  fetch("{origin}/text/{key}", {{ ...post, mode: "no-cors" }}).then(tell("dold"), refused),
  fetch("{origin}/", {{ credentials: "include" }}).then(tell("cors"), refused),
]).then(() => {{ document.getElementById("f").submit(); window.ready = true; }});
</script>"""


@contextmanager
def hostile_site(content: str) -> Iterator[str]:
    """Another site on this machine: same host, another port, so even the cookie goes with it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_given: object) -> None:
            """Nothing is logged."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_a_hostile_page_in_another_tab_reaches_nothing(
    context: BrowserContext, review: Review, files: Restored
) -> None:
    """Not by form, script, picture or frame, even if it had learnt the token of the forms."""
    file = files.text(KEY)
    before = file.read_bytes()
    base = re.search(r'id="grund" value="(\w+)"', review.ask(f"/text/{KEY}").body)
    assert base
    page = HOSTILE.format(origin=review.origin, key=KEY, base=base[1], token=review.form_token())
    tab = context.new_page()
    statuses: list[int] = []
    tab.on(
        "response",
        lambda answer: (
            statuses.append(answer.status) if answer.url.startswith(review.origin) else None
        ),
    )
    with hostile_site(page) as address:
        tab.goto(address)
        tab.wait_for_function("window.ready")
        tab.wait_for_load_state("networkidle")
        said = tab.evaluate("window.said")
        shown = [frame.content() for frame in tab.frames[1:]]
    assert {"nej", "dold opaque"} >= set(said)
    assert {403} == set(statuses)
    assert before == file.read_bytes()
    assert not any("Granskning" in each for each in shown)


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


@pytest.mark.parametrize("path", ["/", "/rapport/verksamhetsrapport", "/matt", "/texter"])
def test_the_page_can_be_read_without_script(path: str, review: Review, browser: Browser) -> None:
    """Everything that is read is there; only what happens by itself is not."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(review.address)
    page.goto(f"{review.origin}{path}")
    assert page.locator("h1").inner_text()
    if path.startswith("/rapport"):
        frame = page.frame_locator("#rapporten")
        expect(frame.get_by_role("heading", level=1)).to_be_visible()
    context.close()


def test_a_text_can_be_saved_without_script(
    review: Review, browser: Browser, files: Restored
) -> None:
    """A plain form; the page comes back with what was saved."""
    file = files.text(KEY)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(review.address)
    page.goto(f"{review.origin}/text/{KEY}")
    write(page, "Sparat utan skript.")
    save(page)
    expect(page.get_by_label("Texten i Markdown")).to_have_value("Sparat utan skript.")
    assert file.read_text(encoding="utf-8").endswith("Sparat utan skript.\n")
    context.close()

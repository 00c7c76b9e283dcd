"""The review page in real Chromium when something is wrong: connection, neighbours, no script."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from web.browsing import KEY, editor, save, saved, write
from web.running import Restored, Review, running


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
    """The same button sends it when the network is back.

    The page asks for news all the time, so it may already have said that the network is back.
    """
    file = files.text(KEY)
    editor(page, review)
    write(page, "Andra försöket.")

    def drop(route: Route) -> None:
        route.abort()

    page.route(f"**/text/{KEY}", drop)
    save(page)
    expect(page.locator("#laget")).to_have_text(re.compile("Texten är inte sparad"))
    assert "Andra försöket." not in file.read_text(encoding="utf-8")
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

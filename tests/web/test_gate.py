"""The gate: only the page itself, opened by the one who has the address, gets an answer."""

from __future__ import annotations

import re
import signal
import socket
from pathlib import Path

import pytest

from rapport.domain.period import Occasion
from rapport.domain.problem import RenderFailed
from rapport.web.server import serve
from regions import MINI, PERIOD
from web.running import Restored, Review, running

PAGES = (
    "/",
    "/rapport/verksamhetsrapport",
    "/rapport/verksamhetsrapport/html",
    "/matt",
    "/matt/lakemedel-2024/kostnad",
    "/texter",
    "/text/analys.kostnad",
    "/text/analys.antibiotika",
    "/andringar",
)
SAVE = "/text/analys.kostnad"


def test_the_address_opens_the_page_and_leaves_the_secret_behind(review: Review) -> None:
    """The one who has it gets a cookie that no script and no other site can use."""
    came = review.ask(f"/?nyckel={review.secret}", cookie="")
    assert (303, "/") == (came.status, came.headers["location"])
    said = came.headers["set-cookie"]
    assert said.startswith(f"{review.cookie};")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {part.strip() for part in said.split(";")}


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_the_one_who_has_the_cookie(path: str, review: Review) -> None:
    """In Swedish, never kept by the browser, and without the secret in it."""
    found = review.ask(path)
    assert (200, "no-store") == (found.status, found.headers["cache-control"])
    assert review.secret not in found.body
    assert '<html lang="sv-SE"' in found.body


@pytest.mark.parametrize("path", [*PAGES, "/finns-inte", "/granskning-0.css"])
@pytest.mark.parametrize("cookie", ["", "rapport=x", "rapport-{port}=", "rapport-{port}=fel"])
def test_nobody_else_gets_anything(path: str, cookie: str, review: Review) -> None:
    """Not even whether a page exists."""
    found = review.ask(path, cookie=cookie.format(port=review.port))
    assert (403, False) == (found.status, "<html" in found.body)
    assert "adressen som skrevs" in found.body


@pytest.mark.parametrize("secret", ["", "fel", "%00", "%C3%A5"])
def test_another_secret_opens_nothing(secret: str, review: Review) -> None:
    """No cookie is given."""
    found = review.ask(f"/?nyckel={secret}", cookie="")
    assert (403, False) == (found.status, "set-cookie" in found.headers)


@pytest.mark.parametrize(
    "host",
    ["localhost:{port}", "127.0.0.1", "127.0.0.1:1", "ond.example", "127.0.0.1:{port}.ond.example",
     "[::1]:{port}", "127.1:{port}", "127.0.0.1:0{port}"],
)  # fmt: skip
def test_another_host_name_is_refused(host: str, review: Review) -> None:
    """A name that is pointed at this machine (DNS rebinding) gets nothing, cookie or not."""
    found = review.ask("/", host=host.format(port=review.port))
    assert (421, False) == (found.status, "<html" in found.body)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://ond.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1"},
        {"origin": "http://127.0.0.1:1"},
        {"origin": "https://127.0.0.1:{port}"},
        {"origin": "http://localhost:{port}"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_from_another_site_is_refused(
    headers: dict[str, str], method: str, review: Review, files: Restored
) -> None:
    """Whatever it carries; and nothing is written."""
    before = files.text("analys.kostnad").read_bytes()
    told = {name: value.format(port=review.port) for name, value in headers.items()}
    body = f"nyckel={review.form_token()}&text=ond&status=utkast&kontor=ond&grund="
    found = review.ask(SAVE, method, body if method == "POST" else "", **told)
    assert 403 == found.status
    assert before == review.file("analys.kostnad").read_bytes()


def test_a_form_without_an_origin_is_refused(review: Review) -> None:
    """Every browser sends one."""
    assert 403 == review.post(SAVE, {"text": "x"}, origin="").status


@pytest.mark.parametrize("token", ["", "0" * 64, "å"])
@pytest.mark.parametrize("path", [SAVE, f"{SAVE}/forhandsvisning"])
def test_a_form_without_the_pages_token_is_refused(
    token: str, path: str, review: Review, files: Restored
) -> None:
    """The cookie and the origin are not enough."""
    before = files.text("analys.kostnad").read_bytes()
    fields = {"nyckel": token, "text": "ond", "status": "utkast", "kontor": "x", "grund": ""}
    assert 403 == review.post(path, fields).status
    assert before == review.file("analys.kostnad").read_bytes()


@pytest.mark.parametrize("kind", ["", "text/plain", "application/json", "multipart/form-data"])
def test_a_form_of_another_kind_is_refused(kind: str, review: Review) -> None:
    """What a hostile page can send without asking first is among them."""
    assert 415 == review.post(SAVE, {"text": "x"}, content_type=kind).status


def test_a_text_that_is_too_large_is_refused(review: Review) -> None:
    """In Swedish, before it is read to its end."""
    found = review.post(SAVE, {"text": "x" * 1_100_000})
    assert (413, True) == (found.status, "för stor" in found.body)


@pytest.mark.parametrize("body", ["%ff%fe=1", "text=%ff", "&".join(f"a{n}=1" for n in range(30))])
def test_a_form_that_cannot_be_read_is_refused(body: str, review: Review) -> None:
    """No traceback, no change."""
    assert 400 == review.ask(SAVE, "POST", body).status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "HITTEPA"])
def test_other_methods_are_refused(method: str, review: Review) -> None:
    """Only what the page itself uses."""
    assert review.ask("/", method).status in {400, 405}


@pytest.mark.parametrize(
    "path",
    [
        "/../rapport.toml",
        "/..%2frapport.toml",
        "/%2e%2e/rapport.toml",
        "/text/..%2f..%2f..%2frapport",
        "/text/../../rapport.toml",
        "/text/%00",
        "/text/analys.kostnad.md",
        "/text/ANALYS.KOSTNAD",
        "/text/finns-inte",
        "/matt/lakemedel-2024/..%2f..",
        "/rapport/..%2f..%2frapport.toml",
        "/rapport/verksamhetsrapport/sida/0.png",
        "/rapport/verksamhetsrapport/sida/-1.png",
        "/rapport/verksamhetsrapport/sida/99999999999.png",
        "/templates/review/review.js",
        "//etc/passwd",
    ],
)
def test_a_path_that_leads_elsewhere_finds_nothing(path: str, review: Review) -> None:
    """Pages are made of what was read, never of a path."""
    found = review.ask(path)
    assert 404 == found.status
    assert "root:" not in found.body
    assert "[region]" not in found.body


@pytest.mark.parametrize(
    "key", ["finns-inte", "..%2f..%2frapport", "analys.kostnad%2f..", "x" * 300]
)
def test_a_text_that_no_report_asks_for_is_not_written(key: str, review: Review) -> None:
    """Whatever its name is; no file appears."""
    before = sorted(review.root.rglob("*.md"))
    fields = {"text": "ny", "status": "utkast", "kontor": "Norr", "grund": ""}
    assert review.post(f"/text/{key}", fields).status in {404, 422}
    assert before == sorted(review.root.rglob("*.md"))


def test_every_answer_says_what_a_browser_may_do(review: Review) -> None:
    """No script but our files, no frame around us, no address told to others."""
    for path in ("/", "/finns-inte", "/texter"):
        headers = review.ask(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'; script-src 'self';" in policy
        assert "frame-ancestors 'none'" in policy
        assert "script-src 'self' 'unsafe" not in policy
        assert ("DENY", "same-origin", "nosniff") == (
            headers["x-frame-options"],
            headers["referrer-policy"],
            headers["x-content-type-options"],
        )


def test_a_report_in_its_frame_may_run_nothing(review: Review) -> None:
    """It has its style inside, and may only stand in a frame of the page itself."""
    policy = review.ask("/rapport/verksamhetsrapport/html").headers["content-security-policy"]
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy


def test_no_page_asks_for_anything_outside(review: Review) -> None:
    """Every address in every page leads to the page itself, but the links that texts have."""
    for path in PAGES:
        body = re.sub(r'<a class="external"[^>]*>', "", review.ask(path).body)
        addresses = re.findall(r'(?:src|href|action)="([^"]*)"', body)
        assert [] == [a for a in addresses if not a.startswith(("/", "#", "data:"))]


def test_style_and_script_may_be_kept(review: Review) -> None:
    """Their addresses change with their content."""
    body = review.ask("/").body
    for address in re.findall(r'(?:src|href)="(/[\w.-]+\.(?:js|css))"', body):
        found = review.ask(address)
        assert (200, True) == (found.status, "immutable" in found.headers["cache-control"])


def test_a_used_port_is_told(review: Review) -> None:
    """With what to do about it, and no traceback."""
    with pytest.raises(RenderFailed) as failed:
        serve(MINI, Occasion.parse(PERIOD), review.port, lambda _address: None)
    assert str(failed.value).startswith(f"Port {review.port} används redan")
    assert "--port" in str(failed.value)


def test_it_listens_on_this_machine_only(review: Review) -> None:
    """No other address of the machine answers."""
    with socket.socket() as other:
        other.settimeout(0.5)
        assert 0 != other.connect_ex(("127.0.0.2", review.port))


def test_ctrl_c_ends_it_cleanly_with_a_page_open(mini_region: Path) -> None:
    """Exit code 0, a last word, nothing else said, and the port is free."""
    with running(mini_region) as started:
        listener = socket.create_connection(("127.0.0.1", started.port))
        request = (
            f"GET /?handelser=x HTTP/1.1\r\nHost: 127.0.0.1:{started.port}\r\n"
            f"Cookie: {started.cookie}\r\n\r\n"
        )
        listener.sendall(request.encode())
        assert b"text/event-stream" in listener.recv(4096)
        started.process.send_signal(signal.SIGINT)
        out, err = started.process.communicate(timeout=15)
        listener.close()
    assert (0, "") == (started.process.returncode, err)
    assert out.endswith("Granskningssidan är stängd.\n")


def test_a_region_with_errors_is_shown_with_them(mini_region: Path) -> None:
    """The page starts, says what is wrong and where, and shows the reports when it is right."""
    plan = next((mini_region / "data" / "planer").glob("vardplan*.yaml"))
    whole = plan.read_text(encoding="utf-8")
    plan.write_text(whole.replace("id: ", "idd: ", 1), encoding="utf-8")
    with running(mini_region) as started:
        shown = started.ask("/").body
        assert "Filerna har fel" in shown
        assert plan.name in shown
        plan.write_text(whole, encoding="utf-8")
        assert "Filerna har fel" not in started.ask("/").body
        assert "/rapport/verksamhetsrapport" in started.ask("/").body

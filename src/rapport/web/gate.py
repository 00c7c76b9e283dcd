"""The gate ("grinden"): who may ask the review page for anything, and what every answer carries.

The page shows unpublished reports and changes files, and any web site that is open in the same
browser can send requests to 127.0.0.1. Nothing is answered that does not come from the page itself.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
TOKEN = "nyckel"  # noqa: S105 - the name of the parameter
_METHODS = frozenset({"GET", "HEAD", "POST"})
_FROM_HERE = frozenset({"", "none", "same-origin"})

_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data:; font-src data:; connect-src 'self'; frame-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
"""The policy of a report's own web page: it has its style inside, and stands in a frame of ours."""

PDF_POLICY = "base-uri 'none'; frame-ancestors 'none'"
"""The policy of a PDF: the browser shows it with a viewer of its own, which needs scripts."""

_HEADERS = {
    "content-security-policy": _PAGE_POLICY,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with no-referrer a plain form would say no origin
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True)
class Access:
    """The secrets of one run: made anew each time, known by the one who started it."""

    port: int
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def origin(self) -> str:
        """The only origin that may ask."""
        return f"http://{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """Where the page is opened the first time."""
        return f"{self.origin}/?{TOKEN}={self.secret}"

    @property
    def cookie(self) -> str:
        """The name of the cookie; cookies are shared between ports, so it has the port in it."""
        return f"rapport-{self.port}"

    @property
    def form_token(self) -> str:
        """What every form carries: a page that cannot read our pages cannot know it."""
        return hmac.new(self.secret.encode(), b"formular", hashlib.sha256).hexdigest()

    def is_secret(self, given: str) -> bool:
        """Whether someone knows the secret."""
        return hmac.compare_digest(given.encode(), self.secret.encode())

    def is_form_token(self, given: str) -> bool:
        """Whether a form is one of ours."""
        return hmac.compare_digest(given.encode(), self.form_token.encode())


class Gate:
    """Lets a request through to the application, or answers it shortly."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._short_answer(Request(scope))
        await (answer or self._app)(scope, receive, with_headers)

    def _short_answer(self, request: Request) -> Response | None:
        """A refusal, or the way in for the one who has the address; nothing lets it through."""
        headers = request.headers
        if headers.getlist("host") != [f"{HOST}:{self._access.port}"]:
            return _refused("Sidan svarar bara på sin egen adress.", 421)
        if request.method not in _METHODS:
            return _refused("Metoden används inte här.", 405)
        if not self._comes_from_here(request.method, headers):
            return _refused("Anropet kommer från en annan webbplats och besvaras inte.", 403)
        if self._access.is_secret(request.cookies.get(self._access.cookie, "")):
            return None
        if request.url.path == "/" and self._access.is_secret(request.query_params.get(TOKEN, "")):
            return self._way_in()
        return _refused(
            "Du behöver adressen som skrevs när granskningssidan startades. Har den startats om "
            "gäller den nya adressen.",
            403,
        )

    def _comes_from_here(self, method: str, headers: Headers) -> bool:
        """Whether the browser says that our own page, or the user, made the request."""
        origins = headers.getlist("origin")
        if method == "POST" and origins != [self._access.origin]:
            return False
        if any(origin != self._access.origin for origin in origins):
            return False
        return headers.get("sec-fetch-site", "") in _FROM_HERE

    def _way_in(self) -> Response:
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            self._access.cookie, self._access.secret, httponly=True, samesite="strict", path="/"
        )
        return answer


def _refused(words: str, status: int) -> Response:
    return PlainTextResponse(f"{words}\n", status)

"""The review page as people start it, and questions put to it without a browser."""

from __future__ import annotations

import re
import signal
import subprocess
import urllib.parse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import IO

from pipeline.command import arguments
from regions import PERIOD

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answered:
    """An answer: its status, its headers in lower case, and its body."""

    status: int
    headers: Mapping[str, str]
    body: str


@dataclass(frozen=True)
class Review:
    """A running review page: the region it shows, and the address that was written."""

    root: Path
    address: str
    process: subprocess.Popen[str]

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return self.address.split("/?")[0]

    @property
    def port(self) -> int:
        """The port."""
        return int(self.origin.rsplit(":", 1)[1])

    @property
    def secret(self) -> str:
        """The token of the address."""
        return self.address.split("=", 1)[1]

    @property
    def cookie(self) -> str:
        """The cookie of someone who has opened the address."""
        return f"rapport-{self.port}={self.secret}"

    def ask(self, path: str, method: str = "GET", body: str = "", **headers: str) -> Answered:
        """Ask as our own page would; ``headers`` (with _ for -) come instead, or not when empty."""
        usual = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie}
        if method == "POST":
            usual |= {"Origin": self.origin, "Content-Type": FORM, "Sec-Fetch-Site": "same-origin"}
        given = {name.replace("_", "-").title(): value for name, value in headers.items()}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        content = body.encode()
        if method == "POST":
            connection.putheader("Content-Length", str(len(content)))
        for name, value in {**usual, **given}.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(content)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return Answered(answer.status, found, text)

    def form_token(self) -> str:
        """What every form of the page carries."""
        found = re.search(
            r'name="nyckel" value="([0-9a-f]{64})"', self.ask("/text/analys.kostnad").body
        )
        assert found
        return found[1]

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answered:
        """Send a form with the page's own token, unless the fields say another."""
        body = urllib.parse.urlencode({"nyckel": self.form_token(), **fields})
        return self.ask(path, "POST", body, **headers)

    def file(self, key: str) -> Path:
        """The file of a text."""
        return self.root / "data" / "texter" / PERIOD / f"{key}.md"


@dataclass
class Restored:
    """Files of the region that a test may change; they are put back after it."""

    review: Review
    _before: dict[Path, bytes | None] = field(default_factory=dict)

    def text(self, key: str) -> Path:
        """A text's file, to be put back as it is now."""
        return self.keep(self.review.file(key))

    def keep(self, path: Path) -> Path:
        """A file to be put back as it is now."""
        self._before.setdefault(path, path.read_bytes() if path.exists() else None)
        return path

    def put_back(self) -> None:
        """Every file as it was."""
        for path, content in self._before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)


@contextmanager
def running(root: Path, *more: str) -> Iterator[Review]:
    """Start the review page on a free port, and end it with Ctrl+C."""
    given = arguments("review", "--period", PERIOD, "-C", root, "--no-open", "--port", "0", *more)
    process = subprocess.Popen(  # noqa: S603 - our own command
        given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    try:
        yield Review(root, _address(process.stdout), process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def _address(said: IO[str] | None) -> str:
    assert said is not None
    found = re.search(r"http://127\.0\.0\.1:\d+/\?nyckel=\S+", said.readline())
    assert found
    return found[0]

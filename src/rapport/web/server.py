"""The server of the review page: on this machine only, until someone presses Ctrl+C."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from rapport.domain.period import Occasion
from rapport.domain.problem import RenderFailed
from rapport.web.application import ReviewApplication
from rapport.web.gate import HOST, Access

PORT = 8624
"""Always the same, so that what a browser keeps for the page is found the next day."""


class _Server(uvicorn.Server):
    """Lets the open event streams go before it waits for them."""

    def __init__(self, config: uvicorn.Config, before_exit: Callable[[], None]) -> None:
        super().__init__(config)
        self._before_exit = before_exit

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to stop."""
        self._before_exit()
        super().handle_exit(sig, frame)


def serve(root: Path, occasion: Occasion, port: int, when_ready: Callable[[str], None]) -> None:
    """Serve the review page until the process is told to stop.

    ``when_ready`` is called with the address to open.

    Raises:
        RenderFailed: the port cannot be used.
    """
    with _listening(port) as listener:
        access = Access(listener.getsockname()[1])
        application = ReviewApplication(root, occasion, access)
        config = uvicorn.Config(
            application.asgi,
            log_level="error",
            access_log=False,
            server_header=False,
            date_header=False,
            lifespan="on",
            timeout_graceful_shutdown=3,
            h11_max_incomplete_event_size=64 * 1024,
        )
        when_ready(access.address)
        try:
            _Server(config, application.stop).run(sockets=[listener])
        except KeyboardInterrupt:
            pass
        finally:
            application.desk.stop()


def _listening(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        if error.errno != errno.EADDRINUSE:
            message = f"Granskningssidan kan inte startas: {error.strerror}."
            raise RenderFailed(message) from error
        message = (
            f"Port {port} används redan, kanske av en granskningssida som är igång. Stäng den, "
            "eller välj en annan port med --port."
        )
        raise RenderFailed(message) from error
    listener.listen(128)
    return listener

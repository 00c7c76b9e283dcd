"""Events: the page is told when what it shows has changed, and only then."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import watchfiles

_LOOK_ANYWAY = 5.0
"""Seconds. Some network drives never tell that a file has changed."""

_SETTLE_MS = 60
"""Milliseconds to wait for the rest of a save that is several files."""


class News:
    """Says that something may have changed, to everyone who waits."""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self._end = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self.count = 0
        self.stopped = False

    def tell(self) -> None:
        """Wake everyone who waits; may be called from any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    def stop(self) -> None:
        """The end: everyone who waits is woken for the last time."""
        self.stopped = True
        self.tell()

    async def wait(self, seen: int) -> None:
        """Until there are more news than someone has seen, or a while has passed.

        News that come while someone is busy with the ones before are not lost.
        """
        if self.count != seen or self.stopped:
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(self._event.wait(), _LOOK_ANYWAY)

    async def unless_stopped(self, work: Awaitable[str]) -> str | None:
        """What comes of some work; None when the end comes first, which it does not wait for."""
        task, end = asyncio.ensure_future(work), asyncio.ensure_future(self._end.wait())
        await asyncio.wait({task, end}, return_when=asyncio.FIRST_COMPLETED)
        end.cancel()
        return task.result() if task.done() else None

    def _wake(self) -> None:
        self.count += 1
        self._event.set()
        self._event = asyncio.Event()
        if self.stopped:
            self._end.set()


async def watch(root: Path, templates: Path, news: News) -> None:
    """Tell the news each time a file that a report may depend on changes."""
    folders = [p for p in (root / "data", root / "reports", templates) if p.is_dir()]
    async with asyncio.TaskGroup() as both:
        both.create_task(_watch(folders, news, recursive=True))
        both.create_task(_watch([root], news, recursive=False))


async def _watch(folders: list[Path], news: News, *, recursive: bool) -> None:
    if not folders:
        return
    changes = watchfiles.awatch(
        *folders, debounce=_SETTLE_MS, step=_SETTLE_MS // 2, recursive=recursive
    )
    async for _ in changes:
        news.tell()


async def version_stream(
    version_now: Callable[[], Awaitable[str]], known: str, news: News
) -> AsyncIterator[str]:
    """Server-sent events: the version of a page each time it is another than the known one."""
    yield "retry: 1000\n\n"
    while not news.stopped:
        seen = news.count
        version = await news.unless_stopped(version_now())
        if version is None:
            return
        if version != known:
            known = version
            yield f"event: andrad\ndata: {version}\n\n"
        else:
            yield ": lever\n\n"
        await news.wait(seen)

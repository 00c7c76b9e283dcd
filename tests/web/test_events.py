"""The stream of news: it ends when the program does, whatever it is waiting for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rapport.web.events import News, version_stream


def outcome(work: Callable[[], Coroutine[Any, Any, list[str]]]) -> list[str]:
    """What some work gives, in a loop of its own: the browser of other tests has the thread's."""

    async def hurried() -> list[str]:
        return await asyncio.wait_for(work(), timeout=30)

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(hurried())).result()


async def stream_while_busy() -> list[str]:
    """What is streamed when the end comes while a slow page is being made."""
    news = News()

    async def never() -> str:
        asyncio.get_running_loop().call_soon(news.stop)
        await asyncio.Event().wait()
        return "aldrig"

    return [each async for each in version_stream(never, "v1", news)]


def test_the_end_does_not_wait_for_a_page_that_is_being_made() -> None:
    """Otherwise Ctrl+C during a slow first reading would be a traceback."""
    told = outcome(stream_while_busy)
    assert ["retry: 1000\n\n"] == told


async def versions(*made: str) -> list[str]:
    """The events of a page that has these versions, one after the other, until the end."""
    news, waiting = News(), list(made)

    async def now() -> str:
        version = waiting.pop(0)
        news.stop() if not waiting else news.tell()
        return version

    return [each async for each in version_stream(now, "v1", news)]


def test_only_another_version_is_news() -> None:
    """The same again is only a sign of life."""
    told = outcome(lambda: versions("v1", "v2", "v2"))
    assert ["retry: 1000\n\n", ": lever\n\n", "event: andrad\ndata: v2\n\n"] == told[:3]

"""The stream of news: it ends when the program does, whatever it is waiting for."""

from __future__ import annotations

import asyncio

from rapport.web.events import News, version_stream


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
    told = asyncio.run(asyncio.wait_for(stream_while_busy(), timeout=5))
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
    told = asyncio.run(asyncio.wait_for(versions("v1", "v2", "v2"), timeout=30))
    assert ["retry: 1000\n\n", ": lever\n\n", "event: andrad\ndata: v2\n\n"] == told[:3]

"""The web application: addresses, and what is answered at each."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    PlainTextResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from rapport.domain.period import Occasion
from rapport.domain.problem import RenderFailed
from rapport.pipeline.review_desk import ReviewDesk
from rapport.pipeline.review_texts import ReviewTexts
from rapport.render.review_pages import ReviewPage
from rapport.web.events import News, version_stream, watch
from rapport.web.gate import PDF_POLICY, REPORT_POLICY, Access, Gate
from rapport.web.saving import Saving

Found = ReviewPage | None


class ReviewApplication:
    """The review page of one workspace at one occasion."""

    def __init__(self, root: Path, occasion: Occasion, access: Access) -> None:
        self._news: News | None = None
        self.desk = ReviewDesk(root, occasion, self._tell)
        self._texts = ReviewTexts(self.desk, access.form_token)
        saving = Saving(self.desk, self._texts, access)
        get = ["GET"]
        self.asgi = Starlette(
            routes=[
                Route("/", self._page(self._overview), methods=get),
                Route("/rapport/{report}", self._page(self._report), methods=get),
                Route("/rapport/{report}/html", self._report_html, methods=get),
                Route("/rapport/{report}/sida/{number:int}.png", self._picture, methods=get),
                Route("/rapport/{report}/utkast.pdf", self._pdf, methods=get),
                Route("/matt", self._page(self._measures), methods=get),
                Route("/matt/{plan}/{indicator}", self._page(self._measure), methods=get),
                Route("/texter", self._page(self._text_list), methods=get),
                Route("/text/{key}", self._page(self._text), methods=get),
                Route("/text/{key}", saving.save, methods=["POST"]),
                Route("/text/{key}/forhandsvisning", saving.preview, methods=["POST"]),
                Route("/andringar", self._page(self._changes), methods=get),
                Route("/{asset}", self._asset, methods=get),
            ],
            middleware=[Middleware(Gate, access=access)],
            exception_handlers={HTTPException: self._fault, RenderFailed: _broken, Exception: _bug},
            lifespan=self._running,
        )

    def stop(self) -> None:
        """Let those who wait for events go; called before the server waits for them."""
        if self._news is not None:
            self._news.stop()

    def _tell(self) -> None:
        if self._news is not None:
            self._news.tell()

    @asynccontextmanager
    async def _running(self, _app: Starlette) -> AsyncIterator[None]:
        """Watch the files as long as the server runs."""
        self._news = News()
        bench = self.desk.bench
        watching = asyncio.create_task(watch(bench.root, bench.templates, self._news))
        try:
            yield
        finally:
            self._news.stop()
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching
            await run_in_threadpool(self.desk.stop)

    def _overview(self, _request: Request) -> Found:
        return self.desk.overview()

    def _report(self, request: Request) -> Found:
        anchor = request.query_params.get("ankare", "")
        return self.desk.report(request.path_params["report"], anchor)

    def _measures(self, _request: Request) -> Found:
        return self.desk.measures()

    def _measure(self, request: Request) -> Found:
        return self.desk.measure(request.path_params["plan"], request.path_params["indicator"])

    def _text_list(self, _request: Request) -> Found:
        return self.desk.texts()

    def _text(self, request: Request) -> Found:
        return self._texts.page(request.path_params["key"])

    def _changes(self, _request: Request) -> Found:
        return self.desk.changes()

    def _page(
        self, content: Callable[[Request], Found]
    ) -> Callable[[Request], Awaitable[Response]]:
        """An address that answers with a page, or tells events about it when asked to."""

        async def answer(request: Request) -> Response:
            if "handelser" in request.query_params:
                return await self._events_of(request, content)
            page = await run_in_threadpool(content, request)
            if page is None:
                raise HTTPException(404, "Sidan finns inte. Den kan ha bytt namn i filerna.")
            return await run_in_threadpool(self._framed, page, 200)

        return answer

    async def _events_of(self, request: Request, content: Callable[[Request], Found]) -> Response:
        """Server-sent events each time a page is another than the one that is shown."""
        if self._news is None:
            raise HTTPException(503, "Sidan startar. Försök igen.")

        def version() -> str:
            page = content(request)
            return page.version if page else "borta"

        async def now() -> str:
            return await run_in_threadpool(version)

        stream = version_stream(now, request.query_params["handelser"], self._news)
        return StreamingResponse(stream, media_type="text/event-stream")

    def _framed(self, page: ReviewPage, status: int) -> Response:
        return HTMLResponse(self.desk.pages.framed(page, self.desk.frame()), status)

    async def _report_html(self, request: Request) -> Response:
        html = await run_in_threadpool(self.desk.report_html, request.path_params["report"])
        if html is None:
            raise HTTPException(404)
        policy = {"content-security-policy": REPORT_POLICY, "x-frame-options": "SAMEORIGIN"}
        return HTMLResponse(html, headers=policy)

    async def _picture(self, request: Request) -> Response:
        report, number = request.path_params["report"], request.path_params["number"]
        picture = await run_in_threadpool(self.desk.page_picture, report, number)
        if picture is None:
            raise HTTPException(404)
        return Response(picture, media_type="image/png")

    async def _pdf(self, request: Request) -> Response:
        draft = await run_in_threadpool(self.desk.draft, request.path_params["report"])
        if draft is None or draft.printed is None:
            raise HTTPException(404, "Utkastets sidor är inte klara än. Försök igen om en stund.")
        shown = {
            "content-security-policy": PDF_POLICY,
            "content-disposition": f'inline; filename="{draft.printed.document.id}-utkast.pdf"',
        }
        return Response(draft.printed.pdf, media_type="application/pdf", headers=shown)

    async def _asset(self, request: Request) -> Response:
        """A style sheet or script; its address is its content, so it may be kept."""
        pages = await run_in_threadpool(lambda: self.desk.pages)
        asset = pages.assets.get(request.url.path)
        if asset is None:
            raise HTTPException(404)
        kept = {"cache-control": "private, max-age=86400, immutable"}
        return Response(asset.content, media_type=asset.media_type, headers=kept)

    async def _fault(self, _request: Request, fault: Exception) -> Response:
        """What was asked for is not there, or not as it should be."""
        assert isinstance(fault, HTTPException)  # noqa: S101 - registered for nothing else
        known = {404: "Sidan finns inte.", 405: "Adressen används inte så."}
        said = fault.detail if fault.detail.endswith(".") else known.get(fault.status_code, "")
        page = await run_in_threadpool(self.desk.message, "Det gick inte", said)
        return await run_in_threadpool(self._framed, page, fault.status_code)


async def _broken(_request: Request, fault: Exception) -> Response:
    """A template or font is at fault, so the answer is not made with templates."""
    return PlainTextResponse(f"{fault}\n", 500)


async def _bug(_request: Request, _fault: Exception) -> Response:
    """A mistake of the program; the server writes all of it where it was started."""
    words = "Något gick fel i programmet. Vad som hände står där granskningssidan startades.\n"
    return PlainTextResponse(words, 500)
